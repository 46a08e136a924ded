import { compileBundle } from "./compile.ts";
import type { Host } from "./host/host.ts";
import { createMemoryHost } from "./host/memory.ts";
import type { Bundle } from "./model/bundle/index.ts";
import type { Compiled, CompileOptions } from "./stages.ts";

/** Options of `compile`. */
export interface BundleOptions extends CompileOptions {
  /** Reads the CSV files, workbooks and pictures that the bundle names. One without files when left out: nothing is read. */
  readonly host?: Host;
  /** The folder of the host that these files are in; nothing outside it is read. "." when left out. */
  readonly root?: string;
  /** File name of the bundle in messages (default: bundle.json). */
  readonly file?: string;
}

/**
 * Compiles a bundle that is at hand: an object, or JSON with comments as text or bytes. The lines and columns of messages
 * are those of the text; an object has those of its JSON, indented by two spaces.
 * @throws DiagnosticsError with every error of the stage that could not go on, each with its place in the bundle.
 */
export async function compile(
  bundle: Bundle | string | Uint8Array,
  { host = createMemoryHost(), root = ".", file = "bundle.json", ...options }: BundleOptions = {},
): Promise<Compiled> {
  const text = typeof bundle === "string" ? bundle : JSON.stringify(bundle, undefined, 2);
  const bytes = bundle instanceof Uint8Array ? bundle : new TextEncoder().encode(text);
  return compileBundle({ bytes, file, root }, host, options);
}
