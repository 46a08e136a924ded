import { availableParallelism, totalmem } from "node:os";
import { EXIT } from "./exit.ts";
import { type Done, failed, type Job, runJob } from "./job.ts";
import { createPool, type Pool } from "./pool.ts";

export interface BatchWays {
  /** Threads that build; 1 builds in this one. */
  readonly jobs: number;
  /** Entry file of the threads; without it, all is built in this one. */
  readonly worker: URL | undefined;
  /** Told in the order of the jobs, each as soon as all before it are. */
  readonly done: (done: Done, job: Job) => Promise<void>;
  /** Told whenever one has ended, whatever its place. */
  readonly ended: (done: Done) => Promise<void>;
  readonly stop: AbortSignal | undefined;
}

/** Megabytes that a thread may take: its decks need some hundred; the machine is shared. */
const LEAST_MB = 512;
const MOST_MB = 4_096;

/** As many threads as there are cores, but no more than have room. */
export function defaultJobs(): number {
  const room = Math.floor(memory() / (LEAST_MB * 2));
  return Math.max(1, Math.min(availableParallelism(), room));
}

/** Megabytes of the machine, or of the container where that is less (Node 20.13). */
function memory(): number {
  const limit = process.constrainedMemory();
  const bytes = limit !== undefined && limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return bytes / 1_048_576;
}

/**
 * Runs all jobs and resolves to how many were not begun, because `stop` was aborted. What is there already is found in
 * this thread; only what must be built goes to others.
 */
export async function runBatch(jobs: readonly Job[], ways: BatchWays): Promise<number> {
  const alone = jobs.length === 1 || ways.jobs === 1 || ways.worker === undefined;
  const megabytes = Math.min(MOST_MB, Math.max(LEAST_MB, Math.floor((memory() * 0.7) / ways.jobs)));
  const pool = alone || ways.worker === undefined ? undefined : createPool(ways.worker, ways.jobs, megabytes);
  const results = new Map<number, Done>();
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
      const done = await one(job, pool, jobs.length > 1);
      results.set(index, done);
      await ways.ended(done);
      telling = telling.then(tell);
      await telling;
      // Lets a signal through between two bundles that never wait for anything.
      await new Promise((next) => setImmediate(next));
    }
  };
  try {
    // One lane more than threads, so that the next bundle is looked up while they build.
    await Promise.all(Array.from({ length: pool === undefined ? 1 : ways.jobs + 1 }, lane));
    await telling;
  } finally {
    await pool?.close();
  }
  return jobs.length - begun;
}

/** In a batch a defect of ours fails its own bundle; alone it ends the program, which says so. */
async function one(job: Job, pool: Pool | undefined, among: boolean): Promise<Done> {
  try {
    if (pool === undefined) return await runJob(job);
    return (await runJob(job, true)) ?? (await pool.run(job));
  } catch (cause) {
    if (!among || !(cause instanceof Error)) throw cause;
    return failed(EXIT.crash, [], cause.stack ?? cause.message);
  }
}
