import { streamFailed } from "../../diagnostics/messages/mishap.ts";
import { EXIT, type Exit, worse } from "./exit.ts";
import type { Io } from "./io.ts";
import { report } from "./report.ts";

/** Commands that do more than print. */
const WORKS: ReadonlySet<string> = new Set(["init", "build", "check", "preview", "cache"]);

/**
 * The exit code, with what came of the streams. A reader who went away changes nothing for a command that works for more
 * than what it prints; a full disk is said on the stream that is left.
 */
export async function withStreamFailures(exit: Exit, command: string | undefined, io: Io): Promise<Exit> {
  let all = exit;
  for (const [name, stream] of [
    ["output", io.out],
    ["error", io.err],
  ] as const) {
    const failure = stream.failure?.();
    if (failure === undefined) continue;
    if (failure.gone) {
      if (name === "output" && !WORKS.has(command ?? "")) all = worse(all, EXIT.unread);
      continue;
    }
    all = worse(all, EXIT.usage);
    await report([streamFailed(name, failure.code)], io);
  }
  return all;
}
