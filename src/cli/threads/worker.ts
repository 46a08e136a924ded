import { parentPort, workerData } from "node:worker_threads";
import { lossOf } from "./loss.ts";
import { type Answer, WORK, type Work, type WorkName } from "./work.ts";

/** A thread that does one job after another, as it is told; which work, its `workerData` names. */
const port = parentPort;
if (port === null) throw new Error("worker.ts is started as a thread only");
const loading: Promise<Work<unknown, unknown>> = WORK[workerData as WorkName]() as Promise<
  Work<unknown, unknown>
>;
port.on("message", (job: unknown) => {
  void loading
    .then((work) => work.run(job))
    .then(
      (done): Answer<unknown> => ({ done }),
      (cause): Answer<unknown> => lossOf(cause),
    )
    .then((answer) => port.postMessage(answer));
});
