import { Worker } from "node:worker_threads";
import { cutOff, endedWith, outOfMemory } from "../../diagnostics/messages/batch.ts";
import { codeOf, machineFailure } from "../../host/failure.ts";
import type { Answer, Notice, Tell, WorkName } from "./work.ts";

export interface Pool<Job, Done> {
  /**
   * Never rejects: a thread that dies fails its own job, and a new one takes the next. Undefined where `stop` was
   * aborted before a thread was free.
   */
  readonly run: (job: Job, stop?: AbortSignal, during?: During) => Promise<Answer<Done> | undefined>;
  readonly close: () => Promise<void>;
}

/** Ways into work that goes on. */
export interface During {
  /** Takes the notices of the thread. */
  readonly tell?: Tell;
  /** Ends the thread, and so its work, when aborted; the job has then died. */
  readonly cut?: AbortSignal;
}

/** Up to `size` threads of `entry`, started when they are needed, each with at most `megabytes` of heap. */
export function createPool<Job, Done>(
  entry: URL,
  work: WorkName,
  size: number,
  megabytes: number,
): Pool<Job, Done> {
  const idle: Worker[] = [];
  const alive = new Set<Worker>();
  const waiting: (() => void)[] = [];

  const take = async (stop: AbortSignal | undefined): Promise<Worker | undefined> => {
    for (;;) {
      if (stop?.aborted === true) return undefined;
      const free = idle.pop();
      if (free !== undefined && alive.has(free)) return free;
      if (free !== undefined) continue;
      if (alive.size < size) {
        const limits = { maxOldGenerationSizeMb: megabytes };
        const worker = new Worker(entry, { workerData: work, resourceLimits: limits });
        alive.add(worker);
        // Between two jobs nobody else listens, and an error that nobody hears ends the program.
        worker.on("error", () => alive.delete(worker));
        worker.on("exit", () => alive.delete(worker));
        return worker;
      }
      await new Promise<void>((ready) => waiting.push(ready));
    }
  };
  const next = (): void => waiting.shift()?.();

  return {
    run: async (job, stop, during = {}) => {
      const worker = await take(stop);
      if (worker === undefined) {
        next();
        return undefined;
      }
      const { answer, healthy } = await ask<Job, Done>(worker, job, during);
      if (healthy) idle.push(worker);
      else {
        alive.delete(worker);
        await worker.terminate();
      }
      next();
      return answer;
    },
    close: async () => {
      await Promise.all([...alive].map((worker) => worker.terminate()));
    },
  };
}

function ask<Job, Done>(
  worker: Worker,
  job: Job,
  { tell, cut }: During,
): Promise<{ readonly answer: Answer<Done>; readonly healthy: boolean }> {
  return new Promise((resolve) => {
    const end = (answer: Answer<Done>, healthy: boolean): void => {
      worker.off("message", message);
      worker.off("error", error);
      worker.off("exit", exit);
      cut?.removeEventListener("abort", ended);
      resolve({ answer, healthy });
    };
    const dead = (died: string): void => end({ died }, false);
    const message = (answer: Answer<Done> | Notice): void => {
      if ("told" in answer) tell?.(answer.told);
      else end(answer, true);
    };
    const error = (cause: Error): void => {
      const lacks = machineFailure(cause);
      if (lacks !== undefined) end({ lacks }, false);
      else dead(codeOf(cause) === "ERR_WORKER_OUT_OF_MEMORY" ? outOfMemory : cause.message);
    };
    const exit = (code: number): void => dead(endedWith(code));
    const ended = (): void => dead(cutOff);
    worker.on("message", message);
    worker.on("error", error);
    worker.on("exit", exit);
    if (cut?.aborted === true) return ended();
    cut?.addEventListener("abort", ended, { once: true });
    worker.postMessage(job);
  });
}
