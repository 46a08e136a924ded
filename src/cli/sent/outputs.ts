import { join, resolve } from "node:path";
import { about } from "../../host/about.ts";
import type { Host } from "../../host/host.ts";
import { readInput } from "../inputs/find.ts";
import { writeOutput } from "../output/write.ts";

/** A file for whoever sends: a mail, a deck, a message. */
export interface Outgoing {
  /** Path as the user would name it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const outgoing = (folder: string, name: string, content: Uint8Array | string): Outgoing => ({
  path: join(folder, name),
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
});

export const prettyJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/**
 * Writes files for whoever sends; those that somebody has edited stay as they are. Resolves to the paths of these.
 * @throws DiagnosticsError with exit 2 where the disk does not let it.
 */
export async function writeOutgoing(
  files: readonly Outgoing[],
  host: Host,
  cwd: string,
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const { path, bytes } of files) {
    if ((await about(resolve(cwd, path)))?.isFile() === true) {
      const before = await readInput(host, path, cwd);
      if (Buffer.compare(before, bytes) !== 0) left.push(path);
    } else await writeOutput(host, path, bytes, cwd);
  }
  return left;
}
