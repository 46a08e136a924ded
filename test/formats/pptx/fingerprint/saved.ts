import { relationshipsIn } from "../../../../src/ooxml/package.ts";
import { parse } from "../../../../src/ooxml/parse.ts";
import { readZip } from "../../../../src/ooxml/unzip.ts";
import { type Element, el, elements, isElement } from "../../../../src/ooxml/xml.ts";
import { writeZip } from "../../../../src/ooxml/zip.ts";

export type Parts = Map<string, Uint8Array>;

const bytesOf = (root: Element): Uint8Array => new TextEncoder().encode(write(root));

/** Unlike our own writer in every way that XML allows: attributes backwards, no self-closing tags, no fixed order. */
function write({ name, attributes, children }: Element): string {
  const escaped = (text: string): string =>
    text.replace(/[&<>"\n\t]/g, (letter) => `&#x${letter.charCodeAt(0).toString(16)};`);
  const said = Object.entries(attributes)
    .reverse()
    .map(([key, value]) => ` ${key}='${escaped(value).replaceAll("'", "&#39;")}'`);
  const inner = children.map((node) => (isElement(node) ? write(node) : escaped(node)));
  return `<${name}${said.join("")}>${inner.join("")}</${name}>`;
}

/** Every run of more than three letters in two, with proofing marks, as PowerPoint leaves them. */
function proofed(node: Element): Element {
  const children = node.children.flatMap((child): readonly (Element | string)[] => {
    if (!isElement(child)) return [child];
    if (child.name !== "a:r") return [proofed(child)];
    const text = elements(child).find(({ name }) => name === "a:t");
    const properties = elements(child).find(({ name }) => name === "a:rPr") ?? el("a:rPr");
    const letters = text?.children.join("") ?? "";
    const half = (part: string, more: Readonly<Record<string, string>>): Element =>
      el(
        "a:r",
        {},
        { ...properties, attributes: { ...properties.attributes, ...more } },
        el("a:t", {}, part),
      );
    return letters.length > 3
      ? [half(letters.slice(0, 2), { err: "1" }), half(letters.slice(2), { lang: "fi-FI", dirty: "0" })]
      : [child];
  });
  return { ...node, children };
}

/** Ids of shapes and relationships counted anew. */
function renumbered(node: Element, ids: ReadonlyMap<string, string>): Element {
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([key, value]) => {
      if (node.name === "p:cNvPr" && key === "id") return [key, String(Number(value) + 40)];
      return [key, key.startsWith("r:") ? (ids.get(value) ?? value) : value];
    }),
  );
  return {
    ...node,
    attributes,
    children: node.children.map((child) => (isElement(child) ? renumbered(child, ids) : child)),
  };
}

/** A workbook as Excel leaves it: strings in another order, numbers with seventeen digits, properties of its own. */
export async function bookSavedAgain(book: Uint8Array): Promise<Uint8Array> {
  const parts: Parts = new Map(await readZip(book));
  const strings = elements(parse(parts.get("xl/sharedStrings.xml") ?? "<sst/>"));
  const last = strings.length - 1;
  parts.set("xl/sharedStrings.xml", bytesOf(el("sst", {}, [...strings].reverse())));
  const other = (node: Element): Element => {
    const value = elements(node).find(({ name }) => name === "v");
    if (node.name !== "c" || value === undefined)
      return { ...node, children: node.children.map((one) => (isElement(one) ? other(one) : one)) };
    const held = value.children.join("");
    const { t } = node.attributes;
    const text =
      t === "s" ? String(last - Number(held)) : t === undefined ? Number(held).toPrecision(17) : held;
    // Formulas stay.
    return { ...node, children: [...elements(node).filter(({ name }) => name === "f"), el("v", {}, text)] };
  };
  const sheet = "xl/worksheets/sheet1.xml";
  parts.set(sheet, bytesOf(other(parse(parts.get(sheet) ?? ""))));
  parts.set("docProps/app.xml", bytesOf(el("Properties", {}, el("Application", {}, "Microsoft Excel"))));
  return writeZip(parts);
}

/**
 * The deck as PowerPoint leaves it when somebody opens and saves it and touches nothing: other XML, other ids, an empty
 * timeline, who saved it with what, and not a letter otherwise.
 */
export async function savedAgain(deck: Uint8Array, by = "Aino Laakso"): Promise<Uint8Array> {
  const parts: Parts = new Map(await readZip(deck));
  for (const [name, bytes] of parts) {
    if (name.endsWith(".xlsx")) parts.set(name, await bookSavedAgain(bytes));
    if (!/^ppt\/(slides|notesSlides|slideLayouts|slideMasters|charts)\/[^/]+\.xml$/.test(name)) continue;
    const rels = name.replace(/([^/]+)$/, "_rels/$1.rels");
    const list = relationshipsIn(`/${name}`, parse(parts.get(rels) ?? "<Relationships/>"));
    const ids = new Map(list.map(({ id }, n) => [id, `rId${900 - n}`]));
    let root = renumbered(proofed(parse(bytes)), ids);
    if (root.name === "p:sld") {
      const timeline = el(
        "p:timing",
        {},
        el(
          "p:tnLst",
          {},
          el("p:par", {}, el("p:cTn", { id: 1, dur: "indefinite", restart: "never", nodeType: "tmRoot" })),
        ),
      );
      root = { ...root, children: [...root.children, timeline] };
    }
    parts.set(name, bytesOf(root));
    const relations = parts.get(rels);
    if (relations === undefined) continue;
    const moved = parse(relations);
    parts.set(
      rels,
      bytesOf({
        ...moved,
        children: elements(moved).map((one) => ({
          ...one,
          attributes: { ...one.attributes, Id: ids.get(one.attributes["Id"] ?? "") ?? "" },
        })),
      }),
    );
  }
  return signed(parts, by);
}

/** With the name of whoever saved it, and PowerPoint's. */
export function signed(parts: Parts, by: string): Uint8Array {
  const text = (name: string): string => new TextDecoder().decode(parts.get(name));
  const put = (name: string, content: string): void => {
    parts.set(name, new TextEncoder().encode(content));
  };
  put(
    "docProps/core.xml",
    text("docProps/core.xml").replace(
      "<cp:revision>",
      `<dc:description></dc:description><cp:lastModifiedBy>${by}</cp:lastModifiedBy><cp:revision>`,
    ),
  );
  put(
    "docProps/app.xml",
    text("docProps/app.xml").replace("<Application>Foredeck<", "<Application>Microsoft Office PowerPoint<"),
  );
  return writeZip(parts);
}

/** The deck with one part's text replaced, as a script does that edits files. Throws where the words are not there. */
export async function edited(
  deck: Uint8Array,
  changes: readonly (readonly [part: string, from: string | RegExp, to: string])[],
): Promise<Uint8Array> {
  const parts: Parts = new Map(await readZip(deck));
  for (const [name, from, to] of changes) {
    const before = new TextDecoder().decode(parts.get(name));
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${name} does not hold ${from}`);
    parts.set(name, new TextEncoder().encode(after));
  }
  return writeZip(parts);
}
