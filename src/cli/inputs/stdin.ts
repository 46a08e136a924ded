import { resolve } from "node:path";
import { failure } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { MAX_FILE_BYTES } from "../../host/node.ts";

/** Standard input as an argument, and as findings name it. */
export const STDIN = "-";
export const STDIN_NAME = "<stdin>";

/** The bundle on standard input, where the arguments ask for it; of one that is too large, enough to tell. */
export async function standardInput(
  args: readonly string[],
  { input }: { readonly input?: () => AsyncIterable<Uint8Array> },
): Promise<Uint8Array | undefined> {
  if (!args.includes(STDIN)) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input?.() ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_FILE_BYTES) break;
  }
  return Buffer.concat(chunks);
}

/** Bytes of a bundle that came from standard input, for a job. */
export const inputOf = (file: string, input: Uint8Array | undefined): { readonly input?: Uint8Array } =>
  file === STDIN_NAME && input !== undefined ? { input } : {};

/** A host for which standard input, if it was read, is a file of the working folder. */
export function withInput(host: Host, cwd: string, input: Uint8Array | undefined): Host {
  if (input === undefined) return host;
  return {
    ...host,
    read: async (path, most) => {
      if (path !== resolve(cwd, STDIN_NAME)) return host.read(path, most);
      if (input.length > MAX_FILE_BYTES) throw failure("EFBIG", `${STDIN_NAME} is too large`);
      return input;
    },
  };
}
