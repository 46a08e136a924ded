import { availableParallelism, totalmem } from "node:os";
import { createPool, type Pool } from "./pool.ts";
import type { Work } from "./work.ts";
import { lossOf } from "./work.ts";

export interface BatchWays<Job, Done> {
  /** Threads that work; 1 works in this one. */
  readonly jobs: number;
  /** Entry file of the threads; without it, all is done in this one. */
  readonly worker: URL | undefined;
  /** Told in the order of the jobs, each as soon as all before it are. */
  readonly done: (done: Done, job: Job) => Promise<void>;
  /** Told whenever one has ended, whatever its place. */
  readonly ended: (done: Done) => Promise<void>;
  readonly stop?: AbortSignal | undefined;
}

/** Megabytes that a thread may take: its decks need some hundred; the machine is shared. */
const LEAST_MB = 512;
const MOST_MB = 4_096;

/** Default number of threads: one per core, but no more than fit into memory. */
export function defaultJobs(): number {
  const room = Math.floor(memory() / (LEAST_MB * 2));
  return Math.max(1, Math.min(availableParallelism(), room));
}

/** Megabytes of heap for each of so many threads. */
export const heapOf = (threads: number): number =>
  Math.min(MOST_MB, Math.max(LEAST_MB, Math.floor((memory() * 0.7) / threads)));

/** Megabytes of the machine, or of the container where that is less (Node 20.13). */
function memory(): number {
  const limit = process.constrainedMemory();
  const bytes = limit !== undefined && limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return bytes / 1_048_576;
}

/**
 * Runs all jobs and resolves to those that were not begun, because `stop` was aborted. What is there already is found
 * in this thread; only what has to be worked for goes to others.
 */
export async function runBatch<Job, Done>(
  jobs: readonly Job[],
  work: Work<Job, Done>,
  ways: BatchWays<Job, Done>,
): Promise<readonly Job[]> {
  const alone = jobs.length === 1 || ways.jobs === 1 || ways.worker === undefined;
  const megabytes = heapOf(ways.jobs);
  const pool =
    alone || ways.worker === undefined
      ? undefined
      : createPool<Job, Done>(ways.worker, work.name, ways.jobs, megabytes);
  const results = new Map<number, Done>();
  const dropped: Job[] = [];
  let told = 0;
  let begun = 0;
  let telling = Promise.resolve();
  const tell = async (): Promise<void> => {
    for (let done = results.get(told); done !== undefined; done = results.get(told)) {
      results.delete(told);
      const job = jobs[told];
      told += 1;
      if (job !== undefined) await ways.done(done, job);
    }
  };
  const lane = async (): Promise<void> => {
    while (ways.stop?.aborted !== true) {
      const index = begun;
      const job = jobs[index];
      if (job === undefined) return;
      begun += 1;
      const done = await one(job, work, pool, jobs.length > 1, ways.stop);
      if (done === undefined) {
        dropped.push(job);
        return;
      }
      results.set(index, done);
      await ways.ended(done);
      telling = telling.then(tell);
      await telling;
      // Lets a signal through between two jobs that never wait for anything.
      await new Promise((next) => setImmediate(next));
    }
  };
  try {
    // One lane more than threads, so that the next job is looked up while they work. It waits for a thread with the
    // last job that was begun, so that dropping it leaves no hole among those that are told.
    await Promise.all(Array.from({ length: pool === undefined ? 1 : ways.jobs + 1 }, lane));
    await telling;
  } finally {
    await pool?.close();
  }
  return [...dropped, ...jobs.slice(begun)];
}

/** Among others a defect of ours fails its own job; alone it ends the program, which says so. */
async function one<Job, Done>(
  job: Job,
  work: Work<Job, Done>,
  pool: Pool<Job, Done> | undefined,
  among: boolean,
  stop: AbortSignal | undefined,
): Promise<Done | undefined> {
  try {
    if (pool === undefined) return await work.run(job);
    const found = await work.found?.(job);
    if (found !== undefined) return found;
    const answer = await pool.run(job, stop);
    if (answer === undefined) return undefined;
    return "done" in answer ? answer.done : work.lost(job, answer);
  } catch (cause) {
    if (!among || !(cause instanceof Error)) throw cause;
    return work.lost(job, lossOf(cause));
  }
}
