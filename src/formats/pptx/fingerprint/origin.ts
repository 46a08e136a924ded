import { createHash, type Hash } from "node:crypto";
import type { Saved } from "../../../model/returned.ts";
import { type Budget, budget, type ReadLimits } from "../../../ooxml/budget.ts";
import { PackageError } from "../../../ooxml/error.ts";
import { type Relationship, relationshipsName } from "../../../ooxml/package.ts";
import { parse, readRelationships } from "../../../ooxml/parse.ts";
import { readZip } from "../../../ooxml/unzip.ts";
import { all, type Element, textOf } from "../../../ooxml/xml.ts";
import { changesBetween, type DeckChange } from "./compare.ts";
import { digestDeck } from "./digest.ts";
import { embeddedDigestOf, readEmbeddedDigest } from "./embedded-digest.ts";
import { type DeckParts, digested, type PackageParts, type WordParts, wholeOf } from "./parts.ts";

export type { ChangedAspect, DeckChange } from "./compare.ts";
export type { Aspect } from "./digest.ts";

/**
 * "ours": as it was written. "saved": a program has saved it since, and nothing that a person sees is otherwise.
 * "edited": something is. "foreign": not written here, or its mark is gone.
 */
export type DeckOrigin =
  | { readonly state: "ours" | "foreign" }
  | { readonly state: "saved"; readonly by: Saved }
  | { readonly state: "edited"; readonly by: Saved; readonly changes: readonly DeckChange[] };

export interface OriginOptions {
  readonly limits?: Partial<ReadLimits>;
  /** A deck of ours that may hold what stood on this one before it was edited. The mark has digests alone. */
  readonly similar?: () => Promise<Uint8Array>;
}

/** Tells whether a deck still is what was written, and if not, what changed. Throws PackageError for what is no readable package, "size" for one that costs too much to read. */
export async function originOf(
  deck: Uint8Array,
  { limits, similar }: OriginOptions = {},
): Promise<DeckOrigin> {
  const parts = await deckPartsOf(deck, budget(limits));
  const custom = parts.element("/docProps/custom.xml");
  const then = custom === undefined ? undefined : readEmbeddedDigest(custom);
  if (then === undefined) return { state: "foreign" };
  const bytes = wholeOf(parts);
  if (bytes === then.bytes) return { state: "ours" };
  const seen = digestDeck(parts);
  const now = embeddedDigestOf(seen, bytes);
  let changes = changesBetween(then, now, seen.slides, []);
  if (similar !== undefined && changes.some(({ kind }) => kind === "changed" || kind === "deleted")) {
    const known = digestDeck(await deckPartsOf(await similar(), budget(limits)));
    changes = changesBetween(then, now, seen.slides, known.slides);
  }
  const by = saverIn(parts);
  return changes.length === 0 ? { state: "saved", by } : { state: "edited", by, changes };
}

/** Mark of a deck that was written here: the digest of its parts. It is kept by programs that save it. */
export async function markOf(deck: Uint8Array, limits?: Partial<ReadLimits>): Promise<string | undefined> {
  const spent = budget(limits);
  const files = await readZip(deck, {
    budget: spent,
    skip: (name) => name !== "docProps/custom.xml",
  });
  const custom = files.get("docProps/custom.xml");
  return custom === undefined ? undefined : readEmbeddedDigest(parse(custom, spent))?.bytes;
}

/** Person and program that saved a deck last. */
export function saverIn(parts: PackageParts): Saved {
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
export async function deckPartsOf(deck: Uint8Array, budget: Budget): Promise<DeckParts> {
  const digests = new Map<string, Hash>();
  const files = await readZip(deck, {
    budget,
    pass: (name) => {
      const hash = createHash("sha256");
      digests.set(`/${name}`, hash);
      return isRead(name) ? undefined : (chunk) => hash.update(chunk);
    },
  });
  for (const [name, content] of files) digests.get(`/${name}`)?.update(content);
  const inner = new Map<string, PackageParts>();
  for (const [name, content] of files) {
    if (!isEmbedded(name)) continue;
    try {
      inner.set(`/${name}`, partsOf(await readZip(content, { budget }), budget));
    } catch (cause) {
      // An object of a program that keeps its data in no package, or a damaged one: it has no cells.
      if (!(cause instanceof PackageError) || cause.fault === "size") throw cause;
    }
  }
  return {
    ...digested(new Map([...digests].map(([name, hash]) => [name, hash.digest("hex")]))),
    ...partsOf(files, budget),
    within: (name) => inner.get(name),
  };
}

/** The parts of a deck that are XML, for whoever reads what it says: no picture and no workbook is unpacked. */
export async function wordPartsOf(deck: Uint8Array, budget: Budget): Promise<WordParts> {
  const files = await readZip(deck, { budget, skip: (name) => !isXml(name) });
  return { names: [...files.keys()].map((name) => `/${name}`).sort(), ...partsOf(files, budget) };
}

const isXml = (name: string): boolean => /\.(xml|rels)$/i.test(name);

/** The parts that somebody looks into; of pictures and films only the digest counts, and they may be large. */
const isRead = (name: string): boolean => isXml(name) || isEmbedded(name);
const isEmbedded = (name: string): boolean => name.startsWith("ppt/embeddings/");

function partsOf(files: ReadonlyMap<string, Uint8Array>, budget: Budget): PackageParts {
  const read = <T>(name: string, as: (content: Uint8Array) => T): T | undefined => {
    const content = files.get(name.slice(1));
    return content === undefined ? undefined : as(content);
  };
  const relations = new Map<string, readonly Relationship[]>();
  return {
    element: (name) => read(name, (content) => parse(content, budget)),
    relationships: (name) => {
      const known = relations.get(name);
      if (known !== undefined) return known;
      const found =
        read(relationshipsName(name), (content) => readRelationships(name, content, budget)) ?? [];
      relations.set(name, found);
      return found;
    },
  };
}
