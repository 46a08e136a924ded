import { describe, expect, test } from "vitest";
import { runBatch } from "../../../src/cli/threads/batch.ts";
import type { Work } from "../../../src/cli/threads/work.ts";

const work: Work<number, string> = {
  name: "build",
  run: async (job) => {
    if (job < 0) throw new TypeError(`${job} is broken`);
    return `${job} done`;
  },
  lost: (job, loss) =>
    `${job} lost: ${"died" in loss ? loss.died : "lacks" in loss ? loss.lacks.code : loss.crash.split("\n", 1)[0]}`,
};

async function ran(jobs: readonly number[], stopAfter = Number.POSITIVE_INFINITY) {
  const stop = new AbortController();
  const told: string[] = [];
  let ended = 0;
  const left = await runBatch(jobs, work, {
    ...{ jobs: 2, worker: undefined, stop: stop.signal },
    done: async (done) => {
      told.push(done);
    },
    ended: async () => {
      ended += 1;
      if (ended === stopAfter) stop.abort();
    },
  });
  return { told, left, ended };
}

describe("a batch", () => {
  test("tells what came of each job, in their order", async () => {
    expect(await ran([3, 1, 2])).toEqual({ told: ["3 done", "1 done", "2 done"], left: [], ended: 3 });
  });

  test("loses the one job that a defect meets, among others; alone the defect goes on to the caller", async () => {
    expect((await ran([1, -2, 3])).told).toEqual(["1 done", "-2 lost: TypeError: -2 is broken", "3 done"]);
    await expect(ran([-2])).rejects.toThrow("-2 is broken");
  });

  test("tells a lack of the machine from a defect", async () => {
    const full = Object.assign(new Error("EMFILE: too many open files"), { code: "EMFILE" });
    const lacking: Work<number, string> = {
      ...work,
      run: async () => {
        throw new Error("could not start", { cause: full });
      },
    };
    const told: string[] = [];
    await runBatch([1, 2], lacking, {
      ...{ jobs: 2, worker: undefined },
      done: async (done) => void told.push(done),
      ended: async () => undefined,
    });
    expect(told).toEqual(["1 lost: host/open-files", "2 lost: host/open-files"]);
  });

  test("told to end, says what it has not begun", async () => {
    expect(await ran([1, 2, 3, 4], 2)).toEqual({ told: ["1 done", "2 done"], left: [3, 4], ended: 2 });
  });
});
