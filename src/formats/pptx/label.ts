import { budget } from "../../ooxml/budget.ts";
import { CONTENT, NS, RELATION } from "../../ooxml/namespaces.ts";
import { relationshipsIn } from "../../ooxml/package.ts";
import { parse } from "../../ooxml/parse.ts";
import { serialise } from "../../ooxml/serialise.ts";
import { readZip } from "../../ooxml/unzip.ts";
import { all, type Element, el, elements, textOf, withAttributes, withChildren } from "../../ooxml/xml.ts";
import { writeZip } from "../../ooxml/zip.ts";
import { isEmbeddedDigest, USER_DEFINED } from "./fingerprint/embedded-digest.ts";

/**
 * Metadata that an organisation puts on a deck as a whole, and that a deck that replaces it must keep: the
 * sensitivity label ([MS-OFFCRYPTO] 2.6.4, docMetadata/LabelInfo.xml) and custom document properties, where
 * older labels and other classifications stand.
 */
export interface Carried {
  readonly label?: Element;
  readonly properties: readonly Property[];
}
interface Property {
  readonly name: string;
  /** The type of its value, as "lpwstr" or "bool", and the value as text. */
  readonly type: string;
  readonly value: string;
}

const TYPES = "[Content_Types].xml";
const ROOTS = "_rels/.rels";
const CUSTOM = "docProps/custom.xml";
const LABEL = "docMetadata/LabelInfo.xml";

/** Reads the label and properties of a deck; undefined if it has none. Throws PackageError if unreadable. */
export async function carriedBy(deck: Uint8Array): Promise<Carried | undefined> {
  const limits = budget();
  const files = await readZip(deck, {
    budget: limits,
    skip: (name) => !/\.(xml|rels)$/i.test(name) || name.startsWith("ppt/"),
  });
  const element = (name: string): Element | undefined => {
    const content = files.get(name);
    return content === undefined ? undefined : parse(content, limits);
  };
  const roots = element(ROOTS);
  const target = (type: string): string | undefined =>
    roots &&
    relationshipsIn("/", roots)
      .find((one) => one.type === type && one.external !== true)
      ?.target.slice(1);
  const label = element(target(RELATION.label) ?? LABEL);
  const custom = element(target(RELATION.custom) ?? CUSTOM);
  const properties = custom === undefined ? [] : propertiesIn(custom);
  if (label === undefined && properties.length === 0) return undefined;
  return { properties, ...(label === undefined ? {} : { label }) };
}

/** The sensitivity label of a template, without its other properties; undefined if it has none. */
export async function labelOf(template: Uint8Array): Promise<Carried | undefined> {
  const carried = await carriedBy(template);
  const properties = carried?.properties.filter(({ name }) => OF_LABEL.test(name)) ?? [];
  if (carried?.label === undefined && properties.length === 0) return undefined;
  return { properties, ...(carried?.label === undefined ? {} : { label: carried.label }) };
}

/** Custom properties with a single value of a simple type; the mark of the deck is not among them. */
function propertiesIn(custom: Element): readonly Property[] {
  const found = new Map<string, Property>();
  for (const one of elements(custom)) {
    const name = one.attributes["name"] ?? "";
    const [held, ...more] = elements(one);
    if (held === undefined || more.length > 0 || elements(held).length > 0) continue;
    if (name === "" || isEmbeddedDigest(name) || found.has(name.toLowerCase())) continue;
    found.set(name.toLowerCase(), { name, type: held.name.replace(/^.*:/, ""), value: textOf(held) });
  }
  return [...found.values()];
}

/** The same deck with what another one carried. The same two give the same bytes. */
export async function withCarried(deck: Uint8Array, { label, properties }: Carried): Promise<Uint8Array> {
  const files = await readZip(deck);
  const change = (name: string, make: (root: Element) => Element): void => {
    const content = files.get(name);
    if (content === undefined) throw new Error(`a deck of ours has no ${name}`);
    files.set(name, serialise(make(parse(content))));
  };
  const labelled = files.has(LABEL);
  if (label !== undefined) files.set(LABEL, serialise(label));
  if (label !== undefined && !labelled) {
    change(TYPES, (root) =>
      withChildren(
        root,
        root.children,
        el("Override", { PartName: `/${LABEL}`, ContentType: CONTENT.label }),
      ),
    );
    change(ROOTS, (root) =>
      withChildren(
        root,
        root.children,
        el("Relationship", { Id: `rId${root.children.length + 1}`, Type: RELATION.label, Target: LABEL }),
      ),
    );
  }
  if (properties.length > 0)
    change(CUSTOM, (whole) => {
      // A property that the deck has from its template gives way to that of the deck before it.
      const carried = new Set(properties.map(({ name }) => name.toLowerCase()));
      const kept = elements(whole).filter(
        ({ attributes }) => !carried.has((attributes["name"] ?? "").toLowerCase()),
      );
      const root = withChildren(
        whole,
        kept.map((one, n) => withAttributes(one, { pid: 2 + n })),
      );
      const first = 2 + all(root, "property").length;
      const added = properties.map(({ name, type, value }, n) =>
        el("property", { fmtid: USER_DEFINED, pid: first + n, name }, el(`vt:${type}`, {}, value)),
      );
      return withChildren(
        { ...root, attributes: { xmlns: NS.custom, "xmlns:vt": NS.vt } },
        root.children,
        added,
      );
    });
  return writeZip(files);
}

const isTrue = (flag: string | undefined): boolean => flag === "1" || flag === "true";

/** The properties of a label of Microsoft's ("MSIP_Label_{id}_Name"). */
const OF_LABEL = /^MSIP_Label_(.+)_([A-Za-z]+)$/;

/** Returns what is carried over, for people: the label's name or id, and the names of other properties. */
export function carriedNames({ label, properties }: Carried): {
  readonly label?: string;
  readonly properties: readonly string[];
} {
  const named = properties.find(({ name }) => OF_LABEL.exec(name)?.[2] === "Name")?.value;
  // A label that was taken off stays in the file, marked as removed ([MS-OFFCRYPTO] 2.6.4).
  const on =
    label === undefined ? [] : elements(label).filter(({ attributes }) => !isTrue(attributes["removed"]));
  const id = on[0]?.attributes["id"];
  const older = properties.flatMap(({ name }) => OF_LABEL.exec(name)?.[1] ?? [])[0];
  const called = named ?? id ?? older ?? (on.length === 0 ? undefined : "");
  return {
    ...(called === undefined ? {} : { label: called }),
    properties: properties.map(({ name }) => name).filter((name) => !OF_LABEL.test(name)),
  };
}
