import { sha256 } from "../../../ooxml/hash.ts";
import type { Part, Relationship } from "../../../ooxml/package.ts";
import { serialise } from "../../../ooxml/serialise.ts";
import type { Element } from "../../../ooxml/xml.ts";

/** The parts of a package, the same whether it is being written or was read. Names are absolute. */
export interface PackageParts {
  /** The root of an XML part. Throws PackageError for one that is no XML. */
  readonly element: (name: string) => Element | undefined;
  readonly relationships: (name: string) => readonly Relationship[];
}

/** The parts of a deck that say something, and the names of them. */
export interface WordParts extends PackageParts {
  readonly names: readonly string[];
}

export interface DeckParts extends WordParts {
  /** The parts of a package within the deck: the workbook behind a chart. Undefined for what is no package. */
  readonly within: (name: string) => PackageParts | undefined;
  /** Digest of a part's bytes. */
  readonly digest: (name: string) => string;
}

/** Neither the mark itself, nor a sensitivity label, nor what the package says about its parts. */
const counted = (name: string): boolean =>
  !name.startsWith("/docMetadata/") &&
  name !== "/docProps/custom.xml" &&
  name !== "/[Content_Types].xml" &&
  !name.endsWith(".rels");

/** A part as the bytes that it will have. */
export type Serialised = Part & { readonly content: Uint8Array };

export const serialised = (part: Part): Serialised => ({
  ...part,
  content: part.content instanceof Uint8Array ? part.content : serialise(part.content),
});

/** The parts of a deck that is about to be written, and the bytes of the same parts. */
export function partsOfWritten(parts: readonly Part[], written: readonly Serialised[]): DeckParts {
  const byName = new Map(parts.map((part) => [part.name, part]));
  return {
    ...digested(new Map(written.map(({ name, content }) => [name, sha256(content)]))),
    ...partsIn(byName),
    within: (name) => {
      const inner = byName.get(name)?.within;
      return inner === undefined ? undefined : partsIn(new Map(inner.map((part) => [part.name, part])));
    },
  };
}

const partsIn = (byName: ReadonlyMap<string, Part>): PackageParts => ({
  element: (name) => {
    const content = byName.get(name)?.content;
    // What has bytes already is a picture or a workbook.
    return content instanceof Uint8Array ? undefined : content;
  },
  relationships: (name) => byName.get(name)?.relationships ?? [],
});

/** The parts that count, of all parts and their digests. */
export function digested(digests: ReadonlyMap<string, string>): Pick<DeckParts, "names" | "digest"> {
  const names = [...digests.keys()].filter(counted).sort();
  return { names, digest: (name) => (counted(name) ? (digests.get(name) ?? "") : "") };
}

/** The deck as its parts stand, byte for byte: the same only when no program has saved it since. */
export function wholeOf(parts: DeckParts): string {
  const lines = parts.names.flatMap((name) => [
    `${name} ${parts.digest(name)}`,
    ...parts
      .relationships(name)
      .map(({ id, type, target, external }) => `  ${id} ${type} ${target} ${external === true}`),
  ]);
  return sha256(lines.join("\n"));
}
