import { PackageError } from "./error.ts";
import { CONTENT, MEDIA, NS } from "./namespaces.ts";
import { serialise, serialiseAsIs } from "./serialise.ts";
import { type Element, el, elements } from "./xml.ts";
import { writeZip } from "./zip.ts";

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** Absolute part name ("/ppt/slides/slide1.xml"), or an address when external. */
  readonly target: string;
  readonly external?: boolean;
}

/** One part: XML with its content type, or bytes whose type follows from the end of the name. */
export interface Part {
  /** Absolute: "/ppt/slides/slide1.xml". */
  readonly name: string;
  readonly content: Element | Uint8Array;
  /** Content type of the part; only XML parts have one. */
  readonly type?: string;
  readonly relationships?: readonly Relationship[];
  /** True for XML that somebody else has written: its children stay in their order, also those that we do not know. */
  readonly asIs?: boolean;
  /** The parts that it was made of, where it is a package itself. */
  readonly within?: readonly Part[];
}

/** The relationships of one part while it is being made; the same thing asked for twice has one id. */
export interface Relations {
  /** The id of the relationship, a new one if need be. */
  add(type: string, target: string, external?: boolean): string;
  readonly list: () => readonly Relationship[];
}

export function relations(): Relations {
  const made: Relationship[] = [];
  return {
    add(type, target, external = false) {
      const known = made.find(
        (one) => one.type === type && one.target === target && (one.external ?? false) === external,
      );
      if (known) return known.id;
      const id = `rId${made.length + 1}`;
      made.push({ id, type, target, ...(external ? { external } : {}) });
      return id;
    },
    list: () => made,
  };
}

/** The part in which a part keeps its relationships; "/" stands for the package. */
export function relationshipsName(part: string): string {
  const cut = part.lastIndexOf("/");
  return `${part.slice(0, cut)}/_rels/${part.slice(cut + 1)}.rels`;
}

/** Resolves a target as it stands in a relationships part against the part that it belongs to. */
export function resolveTarget(part: string, target: string): string {
  if (target.startsWith("/")) return target;
  const path = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

/** The relationships of a part in an element that was read already. */
export function relationshipsIn(part: string, root: Element): readonly Relationship[] {
  return elements(root).map((one) => {
    const { Id = "", Type = "", Target = "", TargetMode } = one.attributes;
    const external = TargetMode === "External";
    return {
      id: Id,
      type: Type,
      target: external ? Target : resolveTarget(part, Target),
      ...(external ? { external } : {}),
    };
  });
}

function relationshipsPart(part: string, list: readonly Relationship[]): Element {
  return el(
    "Relationships",
    { xmlns: NS.relationships },
    list.map((one) =>
      el("Relationship", {
        Id: one.id,
        Type: one.type,
        Target: one.external ? one.target : relativeTarget(part, one.target),
        TargetMode: one.external ? "External" : undefined,
      }),
    ),
  );
}

/** Target of a relationship as PowerPoint writes it: relative to the folder of the part. */
function relativeTarget(part: string, target: string): string {
  const from = part.split("/").slice(0, -1);
  const to = target.split("/");
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/");
}

function contentTypes(parts: readonly Part[]): Element {
  const ends = new Set(parts.filter((part) => part.type === undefined).map((part) => extension(part.name)));
  const defaults = [...ends].sort().map((end) => {
    const type = MEDIA[end];
    if (type === undefined) throw new PackageError("missing", `no content type for .${end}`);
    return el("Default", { Extension: end, ContentType: type });
  });
  return el(
    "Types",
    { xmlns: NS.types },
    el("Default", { Extension: "rels", ContentType: CONTENT.relationships }),
    el("Default", { Extension: "xml", ContentType: "application/xml" }),
    defaults,
    parts
      .filter((part) => part.type !== undefined)
      .map((part) => el("Override", { PartName: part.name, ContentType: part.type })),
  );
}

const extension = (name: string): string => name.slice(name.lastIndexOf(".") + 1).toLowerCase();

/**
 * The package's bytes: parts, their relationships, content types. Throws PackageError "duplicate" when two parts have
 * one name, "missing" when a relationship leads to no part.
 */
export function writePackage(parts: readonly Part[], roots: readonly Relationship[]): Uint8Array {
  const files = new Map<string, Uint8Array>();
  const put = (name: string, bytes: Uint8Array): void => {
    const path = name.slice(1);
    if (files.has(path)) throw new PackageError("duplicate", name);
    files.set(path, bytes);
  };
  const names = new Set(parts.map((part) => part.name));
  for (const one of [...roots, ...parts.flatMap((part) => part.relationships ?? [])]) {
    if (!one.external && !names.has(one.target))
      throw new PackageError("missing", `nothing at ${one.target}`);
  }
  put("/[Content_Types].xml", serialise(contentTypes(parts)));
  put("/_rels/.rels", serialise(relationshipsPart("/", roots)));
  for (const part of parts) {
    const { content, asIs = false } = part;
    put(
      part.name,
      content instanceof Uint8Array ? content : asIs ? serialiseAsIs(content) : serialise(content),
    );
    if (part.relationships && part.relationships.length > 0) {
      put(relationshipsName(part.name), serialise(relationshipsPart(part.name, part.relationships)));
    }
  }
  return writeZip(files);
}
