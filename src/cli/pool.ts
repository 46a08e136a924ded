import { Worker } from "node:worker_threads";
import * as messages from "../diagnostics/messages/batch.ts";
import { codeOf } from "../host/failure.ts";
import { EXIT } from "./exit.ts";
import { type Done, failed, type Job } from "./job.ts";

export interface Pool {
  /** Never rejects: a thread that dies fails its own bundle, and a new one takes the next. */
  readonly run: (job: Job) => Promise<Done>;
  readonly close: () => Promise<void>;
}

/** Up to `size` threads of `entry`, started when they are needed, each with at most `megabytes` of heap. */
export function createPool(entry: URL, size: number, megabytes: number): Pool {
  const idle: Worker[] = [];
  const alive = new Set<Worker>();
  const waiting: (() => void)[] = [];

  const take = async (): Promise<Worker> => {
    for (;;) {
      const free = idle.pop();
      if (free !== undefined && alive.has(free)) return free;
      if (free !== undefined) continue;
      if (alive.size < size) {
        const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
        alive.add(worker);
        // Between two bundles nobody else listens, and an error that nobody hears ends the program.
        worker.on("error", () => alive.delete(worker));
        worker.on("exit", () => alive.delete(worker));
        return worker;
      }
      await new Promise<void>((ready) => waiting.push(ready));
    }
  };
  const next = (): void => waiting.shift()?.();

  return {
    run: async (job) => {
      const worker = await take();
      const { done, healthy } = await answer(worker, job);
      if (healthy) idle.push(worker);
      else {
        alive.delete(worker);
        await worker.terminate();
      }
      next();
      return done;
    },
    close: async () => {
      await Promise.all([...alive].map((worker) => worker.terminate()));
    },
  };
}

function answer(worker: Worker, job: Job): Promise<{ readonly done: Done; readonly healthy: boolean }> {
  return new Promise((resolve) => {
    const end = (done: Done, healthy: boolean): void => {
      worker.off("message", message);
      worker.off("error", error);
      worker.off("exit", exit);
      resolve({ done, healthy });
    };
    const dead = (why: string): void => end(failed(EXIT.crash, [messages.workerDied(job.file, why)]), false);
    const message = (done: Done): void => end(done, true);
    const error = (cause: Error): void =>
      dead(codeOf(cause) === "ERR_WORKER_OUT_OF_MEMORY" ? messages.outOfMemory : cause.message);
    const exit = (code: number): void => dead(messages.endedWith(code));
    worker.on("message", message);
    worker.on("error", error);
    worker.on("exit", exit);
    worker.postMessage(job);
  });
}
