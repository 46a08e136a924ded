import { parentPort } from "node:worker_threads";
import { EXIT } from "./exit.ts";
import { type Done, failed, type Job, runJob } from "./job.ts";

/** A thread that builds one bundle after another, as it is told. */
const port = parentPort;
if (port === null) throw new Error("worker.ts is started as a thread only");
port.on("message", (job: Job) => {
  void runJob(job)
    .catch((cause: unknown): Done => failed(EXIT.crash, [], stackOf(cause)))
    .then((done) => port.postMessage(done));
});

const stackOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? `${cause.name}: ${cause.message}`) : String(cause);
