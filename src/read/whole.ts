import { parsedJson } from "../base/jsonc.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import type { JsonPath } from "../model/figures.ts";
import { readExtended } from "./extended.ts";
import { parseJson } from "./json.ts";
import { createLines, createSourceMap } from "./text/source-map.ts";
import { toValue } from "./value.ts";

/** A bundle as its authors wrote it, with all that it extends. */
export interface WholeBundle {
  /** Plain JSON; as far as it can be read where the bundle is broken. */
  readonly value: unknown;
  /** Place of a text in the file that it is written in; undefined where the bundle extends nothing or is broken. */
  readonly placeOf: (path: JsonPath) => Place | undefined;
}

/**
 * Reads a bundle for whoever compares its texts: no file of data or pictures is opened, and nothing is checked.
 * @throws DiagnosticsError for a file that it extends and that cannot be read.
 */
export async function readWhole(
  { bytes, file, root }: { readonly bytes: Uint8Array; readonly file: string; readonly root: string },
  host: Host,
): Promise<WholeBundle> {
  const value = parsedJson(bytes);
  const extending = (value as { readonly extends?: unknown } | null | undefined)?.extends !== undefined;
  const text = new TextDecoder().decode(bytes);
  const lines = createLines(text, file);
  const tree = extending ? parseJson(text, lines).root : undefined;
  if (tree === undefined || tree.type !== "object") return { value, placeOf: () => undefined };
  const extended = await readExtended({ text, lines, root: tree }, { host, folder: root, bundle: file });
  const places = createSourceMap(extended.root, (node) => extended.documentOf(node).lines, []);
  return { value: toValue(extended.root, extended.documentOf).value, placeOf: places.value };
}
