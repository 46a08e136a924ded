import { parentPort, workerData } from "node:worker_threads";
import type { Done, Job } from "./build/job.ts";
import type { Checking, Checkup } from "./check/checkup.ts";
import type { ToolAnswer } from "./mcp/tool.ts";
import type { Task } from "./mcp/work.ts";
import { type Answer, lossOf, type Notice, type Work, type WorkName } from "./threads/work.ts";

/** Kinds of work that threads do, each loaded when it is first asked for. */
const WORK = {
  build: async (): Promise<Work<Job, Done>> => (await import("./build/job.ts")).building,
  check: async (): Promise<Work<Checking, Checkup>> => (await import("./check/checkup.ts")).checking(),
  assist: async (): Promise<Work<Task, ToolAnswer>> => (await import("./mcp/work.ts")).assisting(),
} satisfies Readonly<Record<WorkName, unknown>>;

/** A thread that does one job after another, as it is told; which work, its `workerData` names. */
const port = parentPort;
if (port === null) throw new Error("worker.ts is started as a thread only");
const loading: Promise<Work<unknown, unknown>> = WORK[workerData as WorkName]() as Promise<
  Work<unknown, unknown>
>;
port.on("message", (job: unknown) => {
  void loading
    .then((work) => work.run(job, (told) => port.postMessage({ told } satisfies Notice)))
    .then(
      (done): Answer<unknown> => ({ done }),
      (cause): Answer<unknown> => lossOf(cause),
    )
    .then((answer) => port.postMessage(answer));
});
