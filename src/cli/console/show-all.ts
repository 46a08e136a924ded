import type { Command } from "commander";
import { isShellSafe, shellWord } from "../../diagnostics/shell.ts";

/**
 * The command line that shows every finding about the bundles of a call: that of `foredeck check` itself, or a check of the
 * bundles that another command takes. Undefined where a command takes none, and where it cannot be typed as it stands.
 */
export function commandThatShowsAll(command: Command, argv: readonly string[]): string | undefined {
  const [first] = command.registeredArguments;
  if (first === undefined || first.name() !== "bundle") return undefined;
  const words =
    command.name() === "check"
      ? argv
      : ["check", ...(first.variadic ? command.args : command.args.slice(0, 1))];
  // What came from standard input is gone.
  if (words.includes("-") || !words.every(isShellSafe)) return undefined;
  return ["foredeck", ...words.map(word), "--all"].join(" ");
}

/** Options keep their hyphens. */
const word = (text: string): string => (/^--?[a-z-]+$/.test(text) ? text : shellWord(text));
