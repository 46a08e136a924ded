import type { Io } from "../../src/cli/console/io.ts";
import { run } from "../../src/cli/program.ts";

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** Both as a terminal shows them, in the order in which they were written. */
  readonly all: string;
  /** What was written to standard output, byte for byte. */
  readonly bytes: Uint8Array;
}

/**
 * Runs the program in this process, with a pipe in place of a terminal unless told otherwise; without an environment,
 * so without a cache, unless given one.
 */
export async function cli(
  cwd: string,
  argv: readonly string[],
  terminal = false,
  more: Pick<Io, "env" | "input" | "worker" | "interrupted" | "prompt"> = {},
): Promise<Ran> {
  const both: Uint8Array[] = [];
  const sink = () => {
    const chunks: Uint8Array[] = [];
    return {
      chunks,
      stream: {
        colour: terminal,
        live: terminal,
        width: 100,
        write: async (chunk: string | Uint8Array) => {
          const written = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
          chunks.push(written);
          both.push(written);
        },
      },
    };
  };
  const out = sink();
  const err = sink();
  const exit = await run(argv, { out: out.stream, err: err.stream, cwd, ...more });
  const bytes = Buffer.concat(out.chunks);
  const text = (chunks: readonly Uint8Array[]): string => Buffer.concat(chunks).toString("utf8");
  return { exit, out: bytes.toString("utf8"), err: text(err.chunks), all: text(both), bytes };
}
