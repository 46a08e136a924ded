import * as messages from "../diagnostics/messages/cli.ts";
import { EXIT, type Exit } from "./exit.ts";
import type { Io } from "./io.ts";
import { mishap } from "./mishap.ts";
import { report } from "./refuse.ts";
import { version } from "./version.ts";

/** The stack where there is one; of a text, which is one already, the text. */
export const stackOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? `${cause.name}: ${cause.message}`) : String(cause);

/** Says what the machine lacks; or else that the fault is ours, and what to report. The stack is what helps to find it, so it is shown here and only here. */
export async function crash(cause: unknown, io: Io): Promise<Exit> {
  const known = mishap(cause);
  if (known !== undefined) {
    await report([known], io);
    return EXIT.usage;
  }
  await io.err.write(
    messages.crashed(version(), process.version, `${process.platform} ${process.arch}`, stackOf(cause)),
  );
  return EXIT.crash;
}
