import { PackageError } from "../../../ooxml/error.ts";
import { relationshipsName } from "../../../ooxml/package.ts";
import { parse, readRelationships } from "../../../ooxml/parse.ts";
import { readZip } from "../../../ooxml/unzip.ts";
import { all, type Element, textOf } from "../../../ooxml/xml.ts";
import { changesBetween, type DeckChange } from "./compare.ts";
import { markOf, readMark } from "./mark.ts";
import { type DeckParts, digested, type PackageParts, wholeOf } from "./parts.ts";
import { deckSeen } from "./seen.ts";

export type { DeckChange } from "./compare.ts";
export type { Aspect } from "./seen.ts";

/** Who saved a deck last, as far as the file says. */
export interface Saved {
  readonly person?: string;
  readonly program?: string;
  /** ISO date, as "2026-11-12T09:30:00Z". */
  readonly at?: string;
}

/**
 * "ours": as it was written. "saved": a program has saved it since, and nothing that a person sees is otherwise.
 * "edited": something is. "foreign": not written here, or its mark is gone.
 */
export type Origin =
  | { readonly state: "ours" | "foreign" }
  | { readonly state: "saved"; readonly by: Saved }
  | { readonly state: "edited"; readonly by: Saved; readonly changes: readonly DeckChange[] };

/** Tells whether a deck still is what was written, and if not, what changed. Throws PackageError for what is no readable package. */
export async function originOf(deck: Uint8Array): Promise<Origin> {
  const parts = await deckPartsOf(await readZip(deck));
  const custom = parts.element("/docProps/custom.xml");
  const then = custom === undefined ? undefined : readMark(custom);
  if (then === undefined) return { state: "foreign" };
  const bytes = wholeOf(parts);
  if (bytes === then.bytes) return { state: "ours" };
  const seen = deckSeen(parts);
  const now = markOf(seen, bytes);
  const titles = seen.slides.map(({ title }) => title);
  const changes = changesBetween(then, now, titles);
  const by = savedBy(parts);
  return changes.length === 0 ? { state: "saved", by } : { state: "edited", by, changes };
}

function savedBy(parts: DeckParts): Saved {
  const [core, app] = ["/docProps/core.xml", "/docProps/app.xml"].map((name) => parts.element(name));
  const say = (root: Element | undefined, name: string): string =>
    root === undefined ? "" : all(root, name).map(textOf).join("").trim();
  const person = say(core, "cp:lastModifiedBy");
  const program = say(app, "Application");
  const at = say(core, "dcterms:modified");
  return {
    ...(person === "" ? {} : { person }),
    // A program that changes a deck without saying so leaves our own name.
    ...(program === "" || program === "Foredeck" ? {} : { program }),
    ...(at === "" ? {} : { at }),
  };
}

/** The parts of a deck as they were found in its file, names without the leading slash. */
async function deckPartsOf(files: ReadonlyMap<string, Uint8Array>): Promise<DeckParts> {
  const inner = new Map<string, PackageParts>();
  for (const [name, content] of files) {
    if (!name.startsWith("ppt/embeddings/")) continue;
    try {
      inner.set(`/${name}`, partsOf(await readZip(content)));
    } catch (cause) {
      // An object of a program that keeps its data in no package, or a damaged one: it has no cells.
      if (!(cause instanceof PackageError)) throw cause;
    }
  }
  const bytes = new Map([...files].map(([name, content]) => [`/${name}`, content]));
  return { ...digested(bytes), ...partsOf(files), within: (name) => inner.get(name) };
}

function partsOf(files: ReadonlyMap<string, Uint8Array>): PackageParts {
  const read = <T>(name: string, as: (content: Uint8Array) => T): T | undefined => {
    const content = files.get(name.slice(1));
    return content === undefined ? undefined : as(content);
  };
  return {
    element: (name) => read(name, parse),
    relationships: (name) =>
      read(relationshipsName(name), (content) => readRelationships(name, content)) ?? [],
  };
}
