import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { atWork, tooManyWait, WORK } from "../../diagnostics/messages/mcp.ts";
import { heapOf } from "../threads/batch.ts";
import { createPool } from "../threads/pool.ts";
import type { Work } from "../threads/work.ts";
import type { ToolAnswer } from "./tool.ts";
import type { Task, Writing } from "./work.ts";

/** Calls that wait at most. */
const MOST_WAITING = 32;
/** ms between two words about work that goes on. */
const BEAT = 1_000;

/** Ways into a call that waits or goes on. */
export interface CallWays {
  /** Aborted when nobody wants the answer any more. */
  readonly signal: AbortSignal;
  /** Told what goes on, again and again, in words. */
  readonly progress: (said: string) => void;
}

export interface Queue {
  /**
   * Works on one call at a time, in the order in which they came; undefined for one that is not wanted any more.
   * @throws DiagnosticsError where too many wait
   */
  readonly run: (task: Task, ways: CallWays) => Promise<ToolAnswer | undefined>;
  /** Ends all that goes on, as soon as no file is half written. */
  readonly close: () => Promise<void>;
}

/** A queue whose work is done in a thread of its own; without `worker`, in this one, where it cannot be ended. */
export function createQueue(worker: URL | undefined, work: Work<Task, ToolAnswer>): Queue {
  const pool =
    worker === undefined ? undefined : createPool<Task, ToolAnswer>(worker, work.name, 1, heapOf(1));
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const runNow = async (task: Task, { signal, progress }: CallWays): Promise<ToolAnswer | undefined> => {
    if (pool === undefined) return work.run(task);
    const cut = new AbortController();
    let writing = false;
    const stop = (): void => {
      if (!writing && (signal.aborted || closing.signal.aborted)) cut.abort();
    };
    const began = performance.now();
    const beat = setInterval(() => {
      const seconds = Math.floor((performance.now() - began) / 1_000);
      progress(atWork(writing ? WORK.writes : WORK.begins(task.tool), seconds));
    }, BEAT);
    signal.addEventListener("abort", stop);
    closing.signal.addEventListener("abort", stop);
    try {
      progress(atWork(WORK.begins(task.tool), 0));
      const tell = (notice: unknown): void => {
        ({ writing } = notice as Writing);
        if (writing) progress(atWork(WORK.writes, 0));
        stop();
      };
      const answer = await pool.run(task, undefined, { tell, cut: cut.signal });
      if (cut.signal.aborted || answer === undefined) return undefined;
      return "done" in answer ? answer.done : work.lost(task, answer);
    } finally {
      clearInterval(beat);
      signal.removeEventListener("abort", stop);
      closing.signal.removeEventListener("abort", stop);
    }
  };

  return {
    run: async (task, ways) => {
      if (waiting >= MOST_WAITING) throw new DiagnosticsError([tooManyWait(MOST_WAITING)], 2);
      if (waiting > 0) ways.progress(WORK.waits);
      waiting += 1;
      const before = last;
      const turn = (async () => {
        try {
          await before;
          if (ways.signal.aborted || closing.signal.aborted) return undefined;
          return await runNow(task, ways);
        } finally {
          waiting -= 1;
        }
      })();
      // Whoever comes next waits for the end of this one, well or not; how it ended is said to who called it.
      last = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      closing.abort();
      await last;
      await pool?.close();
    },
  };
}
