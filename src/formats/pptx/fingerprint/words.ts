import { all, child, descendant, type Element, elements, textOf } from "../../../ooxml/xml.ts";
import { canonicalForm, fillOf, flag } from "./canonical-form.ts";

/** Resolves the target of a click in terms that survive a save; relationship ids and part names do not. */
export type LinkOf = (click: Element | undefined) => {
  /** The id of a slide; undefined for any other target, and for a slide that is gone. */
  readonly slide?: number;
  /** Target and action of a click that leads to no slide; else "". */
  readonly address: string;
};

/** A link to a slide, and the words or the shape that it stands on. */
export interface SlideLink {
  readonly slide: number;
  readonly on: string;
}

interface TextDigest {
  /** The letters, a line a paragraph. */
  readonly text: string;
  /** Formatting of the letters, regardless of their number, so that a longer word keeps its formatting. */
  readonly setting: string;
  /** The two together. */
  readonly set: string;
  /** Apart from the rest, since they end where their slide is deleted, and nobody has touched these words. */
  readonly links: readonly SlideLink[];
}

/** The words of a text body as a person sees them; runs of one setting are one run, however they are split. */
export function wordsOf(body: Element | undefined, link: LinkOf): TextDigest {
  if (body === undefined) return { text: "", setting: "", set: "", links: [] };
  const paragraphs = elements(body)
    .filter(({ name }) => name === "a:p")
    .map((paragraph) => paragraphOf(paragraph, link));
  const anchor = child(body, "a:bodyPr")?.attributes["anchor"] ?? "t";
  return {
    text: paragraphs.map(({ text }) => text).join("\n"),
    setting: [anchor, ...paragraphs.map(({ setting }) => setting)].join("\n"),
    set: [anchor, ...paragraphs.map(({ set }) => set)].join("\n"),
    links: paragraphs.flatMap(({ links }) => links),
  };
}

function paragraphOf(paragraph: Element, link: LinkOf): TextDigest {
  const runs: { text: string; setting: string }[] = [];
  const links: { slide: number; on: string }[] = [];
  let linked: number | undefined;
  for (const node of elements(paragraph)) {
    const text = letters(node);
    if (text === "") continue;
    const properties = child(node, "a:rPr");
    const { slide, address } = link(properties && child(properties, "a:hlinkClick"));
    const before = links.at(-1);
    if (slide !== undefined && slide === linked && before !== undefined) before.on += text;
    else if (slide !== undefined) links.push({ slide, on: text });
    linked = slide;
    const setting = settingOf(properties, address);
    const last = runs.at(-1);
    if (last?.setting === setting) last.text += text;
    else runs.push({ text, setting });
  }
  const own = paragraphSetting(child(paragraph, "a:pPr"));
  return {
    text: runs.map(({ text }) => text).join(""),
    setting: [own, ...runs.map(({ setting }) => setting)].join("|"),
    set: [own, ...runs.map(({ text, setting }) => `${setting}:${text}`)].join("|"),
    links,
  };
}

/** Returns the letters of a run or break; of a field only its type, as PowerPoint rewrites its text. */
function letters(node: Element): string {
  switch (node.name) {
    case "a:r":
      return textOf(child(node, "a:t") ?? node);
    case "a:br":
      return "\v";
    case "a:fld":
      return `{${node.attributes["type"]}}`;
    default:
      return "";
  }
}

/** Returns a run's size, weight, colour, typeface and link; language and proofing marks are ignored. */
function settingOf(properties: Element | undefined, address: string): string {
  if (properties === undefined) return "";
  const { sz, b, i, u, strike, baseline, cap } = properties.attributes;
  return [
    sz ?? "",
    b === undefined ? "" : flag(b),
    i === undefined ? "" : flag(i),
    u === "none" ? "" : (u ?? ""),
    strike === "noStrike" ? "" : (strike ?? ""),
    baseline === "0" ? "" : (baseline ?? ""),
    cap === "none" ? "" : (cap ?? ""),
    fillOf(properties),
    child(properties, "a:latin")?.attributes["typeface"] ?? "",
    address,
  ].join(",");
}

function paragraphSetting(properties: Element | undefined): string {
  if (properties === undefined) return "";
  const { algn = "l", lvl = "0" } = properties.attributes;
  const bullet = elements(properties).find(({ name }) => /^a:bu(None|Char|AutoNum|Blip)$/.test(name));
  const space = ["a:lnSpc", "a:spcBef", "a:spcAft"].map((name) => canonicalForm(child(properties, name)));
  return [algn === "l" ? "" : algn, lvl === "0" ? "" : lvl, canonicalForm(bullet), ...space].join(",");
}

/** A table's cells: text and setting of each, its colour, and how wide the columns are. */
export function tableOf(table: Element, link: LinkOf): TextDigest {
  const widths = all(table, "a:gridCol")
    .map(({ attributes }) => attributes["w"] ?? "")
    .join(",");
  const cells = all(table, "a:tr").map((row) =>
    elements(row)
      .filter(({ name }) => name === "a:tc")
      .map((cell) => {
        const words = wordsOf(child(cell, "a:txBody"), link);
        const fill = fillOf(child(cell, "a:tcPr"));
        return { ...words, setting: words.setting + fill, set: words.set + fill };
      }),
  );
  const join = (key: "text" | "setting" | "set"): string =>
    cells.map((row) => row.map((cell) => cell[key]).join("\t")).join("\n");
  return {
    text: join("text"),
    setting: `${widths}\n${join("setting")}`,
    set: `${widths}\n${join("set")}`,
    links: cells.flatMap((row) => row.flatMap(({ links }) => links)),
  };
}

/** All letters of a part, a line a text body. */
export const lettersIn = (root: Element): readonly string[] =>
  all(root, "a:p").map((paragraph) =>
    elements(paragraph)
      .map((node) => letters(node))
      .join(""),
  );

/** The words of the title of a slide; "" where there is none. */
export function titleIn(slide: Element): string {
  const tree = descendant(slide, "p:cSld", "p:spTree");
  const title = (tree === undefined ? [] : elements(tree)).find((shape) => {
    const type = descendant(shape, "p:nvSpPr", "p:nvPr", "p:ph")?.attributes["type"];
    return type === "title" || type === "ctrTitle";
  });
  return title === undefined ? "" : lettersIn(title).join(" ").replaceAll("\v", " ");
}
