import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages/template.ts";
import { type Budget, budget } from "../ooxml/budget.ts";
import { PackageError } from "../ooxml/error.ts";
import { sha256 } from "../ooxml/hash.ts";
import { RELATION } from "../ooxml/namespaces.ts";
import { type Relationship, relationshipsName } from "../ooxml/package.ts";
import { parse, readRelationships } from "../ooxml/parse.ts";
import { readZip } from "../ooxml/unzip.ts";
import { type Element, elements } from "../ooxml/xml.ts";
import { canonical, isStrict } from "./prefixes.ts";

/** Parts of a presentation that somebody else made. XML is read when it is asked for, pictures only by `readMedia`. */
export interface TemplatePackage {
  /** The file's name, for messages. */
  readonly file: string;
  readonly digest: string;
  /** Absolute names of all parts, in alphabetical order. */
  readonly names: readonly string[];
  /** Bytes of a part as the archive says them; 0 where there is none of that name. */
  readonly size: (part: string) => number;
  readonly contentType: (part: string) => string | undefined;
  /** The root of an XML part; undefined where there is none of that name. */
  readonly xml: (part: string) => Element | undefined;
  /** Relationships within the package; those that lead out of it are never followed. */
  readonly relations: (part: string) => readonly Relationship[];
  /** The main part: "/ppt/presentation.xml". */
  readonly main: string;
}

/** More than decks need, since a template may have hundreds of layouts; stops after two to three seconds and 300 MB. */
const LIMITS = {
  files: 20_000,
  bytes: 96 * 1_048_576,
  held: 64 * 1_048_576,
  xml: 32 * 1_048_576,
  nodes: 900_000,
};

/** Bytes that the pictures of masters and layouts may have together; every deck holds all of them. */
export const MOST_PICTURES = LIMITS.held;

/** Layouts that are read; a template of so many has gathered those of many decks. */
const MOST_LAYOUTS = 1_000;

const isLayout = (name: string): boolean => /^ppt\/slideLayouts\/[^/]+\.xml$/i.test(name);
const isXml = (name: string): boolean => /\.(xml|rels)$/i.test(name);

/**
 * Opens a presentation or template of PowerPoint, whatever the end of its name.
 * @throws DiagnosticsError with the reason for which it cannot be read
 */
export async function openPackage(bytes: Uint8Array, file: string): Promise<TemplatePackage> {
  const refuse = (found: ReturnType<typeof messages.templateUnreadable>): never => {
    throw new DiagnosticsError([found], 2);
  };
  const kind = signatureOf(bytes);
  if (kind !== "zip") refuse(messages.templateNotPackage(file, kind));
  const spent = budget(LIMITS);
  const sane = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      if (!(cause instanceof PackageError)) throw cause;
      return refuse(messages.templateUnreadable(file, cause.fault, cause.message));
    }
  };
  const names: string[] = [];
  const sizes = new Map<string, number>();
  let layouts = 0;
  let files: Map<string, Uint8Array>;
  try {
    files = await readZip(bytes, {
      budget: spent,
      skip: (name, size) => {
        names.push(`/${name}`);
        sizes.set(`/${name}`, size);
        if (isLayout(name)) layouts += 1;
        return (!isXml(name) && name !== "mimetype") || layouts > MOST_LAYOUTS;
      },
    });
  } catch (cause) {
    if (!(cause instanceof PackageError)) throw cause;
    return refuse(messages.templateUnreadable(file, cause.fault, cause.message));
  }
  if (layouts > MOST_LAYOUTS) refuse(messages.templateTooManyLayouts(file, layouts, MOST_LAYOUTS));
  const exact = new Map(names.map((name) => [name.toLowerCase(), name]));
  const bytesOf = (part: string): Uint8Array | undefined =>
    files.get((exact.get(part.toLowerCase()) ?? part).slice(1));
  const parsed = new Map<string, Element | undefined>();
  const xml = (part: string): Element | undefined => {
    if (parsed.has(part)) return parsed.get(part);
    const source = bytesOf(part);
    const root = source && sane(() => parseXml(source, spent));
    parsed.set(part, root);
    return root;
  };
  const types = xml("/[Content_Types].xml");
  if (types === undefined) refuse(messages.templateOther(file, otherKind(files)));
  const typeOf = typesIn(types as Element);
  const related = new Map<string, readonly Relationship[]>();
  const relations = (part: string): readonly Relationship[] => {
    const known = related.get(part);
    if (known !== undefined) return known;
    const source = bytesOf(relationshipsName(part));
    const list = source === undefined ? [] : sane(() => readRelationships(part, source, spent));
    const within = list.filter((one) => one.external !== true);
    related.set(part, within);
    return within;
  };
  const office = relations("/").find((one) => one.type === RELATION.office || isStrict(one.type));
  const main = office?.target ?? "/ppt/presentation.xml";
  const type = typeOf(main) ?? "";
  if (xml(main) === undefined) refuse(messages.templateOther(file, otherKind(files)));
  if (!/presentationml|ms-powerpoint/.test(type)) refuse(messages.templateOther(file, documentKind(type)));
  if (office !== undefined && isStrict(office.type)) refuse(messages.templateStrict(file));
  return {
    file,
    digest: `sha256-${sha256(bytes)}`,
    names: names.sort(),
    size: (part) => sizes.get(part) ?? 0,
    contentType: typeOf,
    xml,
    relations,
    main,
  };
}

/** The name of the theme of a master; undefined where it has none. */
export const themeUnder = (pack: TemplatePackage, master: string): string | undefined =>
  pack.relations(master).find(({ type }) => type === RELATION.theme)?.target;

/** Bytes of some of the parts, such as pictures; parts that are not there are left out. */
export async function readParts(
  bytes: Uint8Array,
  names: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = await readZip(bytes, { budget: budget(LIMITS), skip: (name) => !names.has(`/${name}`) });
  return new Map([...files].map(([name, content]) => [`/${name}`, content]));
}

const parseXml = (source: Uint8Array, spent: Budget): Element => {
  // UTF-16 is legal in a package, and PowerPoint never writes it.
  const utf16 = source[0] === 0xff && source[1] === 0xfe ? "utf-16le" : source[0] === 0xfe ? "utf-16be" : "";
  return canonical(parse(utf16 === "" ? source : new TextDecoder(utf16).decode(source), spent));
};

type Signature = "zip" | "encrypted" | "ole" | "empty" | "other";

function signatureOf(bytes: Uint8Array): Signature {
  if (bytes.length === 0) return "empty";
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.subarray(0, 2).toString("latin1") === "PK") return "zip";
  if (view.subarray(0, 8).toString("hex") !== "d0cf11e0a1b11ae1") return "other";
  return view.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "encrypted" : "ole";
}

function otherKind(files: ReadonlyMap<string, Uint8Array>): string {
  const mime = files.get("mimetype");
  return mime === undefined ? "" : new TextDecoder().decode(mime.subarray(0, 100)).trim();
}

const documentKind = (type: string): string =>
  /wordprocessingml|ms-word/.test(type) ? "Word" : /spreadsheetml|ms-excel/.test(type) ? "Excel" : type;

/** Looks up the content type of a part: its own, or that of the end of its name. */
function typesIn(root: Element): (part: string) => string | undefined {
  const own = new Map<string, string>();
  const byEnd = new Map<string, string>();
  for (const { name, attributes } of elements(root)) {
    const { PartName = "", Extension = "", ContentType = "" } = attributes;
    if (name.endsWith("Override")) own.set(PartName.toLowerCase(), ContentType);
    else byEnd.set(Extension.toLowerCase(), ContentType);
  }
  return (part) =>
    own.get(part.toLowerCase()) ?? byEnd.get(part.slice(part.lastIndexOf(".") + 1).toLowerCase());
}
