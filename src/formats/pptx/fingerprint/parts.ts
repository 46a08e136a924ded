import {
  type Part,
  type Relationship,
  readRelationships,
  relationshipsName,
} from "../../../ooxml/package.ts";
import { parse } from "../../../ooxml/parse.ts";
import { serialise } from "../../../ooxml/serialise.ts";
import type { Element } from "../../../ooxml/xml.ts";
import { sha256 } from "../hash.ts";

/** A deck's parts, the same whether it is being written or was read. Names are absolute. */
export interface DeckParts {
  readonly names: readonly string[];
  /** The root of an XML part. Throws PackageError for one that is no XML. */
  readonly element: (name: string) => Element | undefined;
  readonly relationships: (name: string) => readonly Relationship[];
  /** Digest of a part's bytes. */
  readonly digest: (name: string) => string;
}

/** Neither the mark itself nor what the package says about its parts. */
const counted = (name: string): boolean =>
  name !== "/docProps/custom.xml" && name !== "/[Content_Types].xml" && !name.endsWith(".rels");

/** A part as the bytes that it will have. */
export type Serialised = Part & { readonly content: Uint8Array };

export const serialised = (part: Part): Serialised => ({
  ...part,
  content: part.content instanceof Uint8Array ? part.content : serialise(part.content),
});

/** The parts of a deck that is about to be written, and the bytes of the same parts. */
export async function partsOfWritten(
  parts: readonly Part[],
  written: readonly Serialised[],
): Promise<DeckParts> {
  const byName = new Map(parts.map((part) => [part.name, part]));
  return {
    ...(await digested(new Map(written.map(({ name, content }) => [name, content])))),
    element: (name) => {
      const content = byName.get(name)?.content;
      return content instanceof Uint8Array ? parse(content) : content;
    },
    relationships: (name) => byName.get(name)?.relationships ?? [],
  };
}

/** The parts of a deck as they were found in its file, names without the leading slash. */
export async function partsOfRead(files: ReadonlyMap<string, Uint8Array>): Promise<DeckParts> {
  const bytes = new Map([...files].map(([name, content]) => [`/${name}`, content]));
  const read = <T>(name: string, as: (content: Uint8Array) => T): T | undefined => {
    const content = bytes.get(name);
    return content === undefined ? undefined : as(content);
  };
  return {
    ...(await digested(bytes)),
    element: (name) => read(name, parse),
    relationships: (name) =>
      read(relationshipsName(name), (content) => readRelationships(name, content)) ?? [],
  };
}

async function digested(
  bytes: ReadonlyMap<string, Uint8Array>,
): Promise<Pick<DeckParts, "names" | "digest">> {
  const names = [...bytes.keys()].filter(counted).sort();
  const digests = new Map(
    await Promise.all(
      names.map(async (name) => [name, await sha256(bytes.get(name) ?? new Uint8Array())] as const),
    ),
  );
  return { names, digest: (name) => digests.get(name) ?? "" };
}

/** The deck as its parts stand, byte for byte: the same only when no program has saved it since. */
export async function wholeOf(parts: DeckParts): Promise<string> {
  const lines = parts.names.flatMap((name) => [
    `${name} ${parts.digest(name)}`,
    ...parts
      .relationships(name)
      .map(({ id, type, target, external }) => `  ${id} ${type} ${target} ${external === true}`),
  ]);
  return sha256(new TextEncoder().encode(lines.join("\n")));
}
