import * as messages from "../../diagnostics/messages/cli.ts";
import { stackOf } from "../../host/failure.ts";
import { machineFailure } from "../../host/machine-failure.ts";
import { EXIT, type Exit } from "./exit.ts";
import type { Io } from "./io.ts";
import { report } from "./report.ts";
import { version } from "./version.ts";

/** Says what the machine lacks; or else that the fault is ours, and what to report. The stack is what helps to find it, so it is shown here and only here. */
export async function crash(cause: unknown, io: Io): Promise<Exit> {
  const known = machineFailure(cause);
  if (known !== undefined) {
    await report([known], io);
    return EXIT.usage;
  }
  await io.err.write(
    messages.crashed(version(), process.version, `${process.platform} ${process.arch}`, stackOf(cause)),
  );
  return EXIT.crash;
}
