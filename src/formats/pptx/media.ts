import { sha256 } from "../../ooxml/hash.ts";
import type { Part } from "../../ooxml/package.ts";
import type { Files } from "./draw/files.ts";

/** Pictures by what is in them: the same picture on ten slides is one part. */
export interface MediaStore {
  /** Part name for what PptxGenJS calls `drawn`, a path without the leading slash. */
  readonly nameOf: (drawn: string) => string;
  readonly parts: readonly Part[];
}

export function mediaStore(drawn: Files): MediaStore {
  const names = new Map<string, string>();
  const byHash = new Map<string, string>();
  const parts: Part[] = [];
  for (const [path, bytes] of drawn) {
    if (typeof bytes === "string" || !path.startsWith("ppt/media/")) continue;
    const hash = sha256(bytes);
    const known = byHash.get(hash);
    const name = known ?? `/ppt/media/image${parts.length + 1}${path.slice(path.lastIndexOf("."))}`;
    if (known === undefined) parts.push({ name, content: bytes });
    byHash.set(hash, name);
    names.set(path, name);
  }
  return {
    parts,
    nameOf(path) {
      const name = names.get(path);
      if (name === undefined) throw new Error(`no picture at ${path}`);
      return name;
    },
  };
}
