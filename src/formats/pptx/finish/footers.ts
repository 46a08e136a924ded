import type { PlacedRun, PlaceholderName, TextItem } from "../../../model/page.ts";
import { plain } from "../../../model/text.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { runLanguage } from "../language.ts";
import { placeholderMark } from "../placeholders.ts";
import type { Facts } from "./cure.ts";

/** What stands at the foot of a slide. */
export interface FooterTexts {
  readonly date: string;
  /** Short title and confidentiality. */
  readonly footer: string;
}

const NAMES = { date: "Date", footer: "Footer", number: "Slide number" } as const;
type Foot = keyof typeof NAMES;
const ORDER: readonly Foot[] = ["footer", "date", "number"];

/**
 * Date, footer and page number as placeholders of the slide, where the layout has them. Their place and look are the
 * layout's alone. PptxGenJS knows none of them but the number, and that with an idx that belongs to no layout.
 */
export function footers(texts: FooterTexts, facts: Facts): readonly Element[] {
  return ORDER.flatMap((name) => {
    const own = facts.page.items.find((item) => item.type === "text" && item.placeholder === name);
    if (facts.frames.placeholders[name] === undefined) return [];
    const text = own?.type === "text" ? wordsOf(own) : undefined;
    return [placeholder(name, name === "number" ? String(facts.page.number) : (text ?? texts[name]), facts)];
  });
}

const wordsOf = (item: TextItem): string =>
  item.paragraphs.map((paragraph) => plain(paragraph.runs as readonly PlacedRun[])).join(" ");

function placeholder(name: Foot, text: string, { language, page }: Facts): Element {
  const properties = el("a:rPr", { ...runLanguage(text, language), dirty: false });
  const words = el("a:t", {}, text);
  return el(
    "p:sp",
    {},
    el(
      "p:nvSpPr",
      {},
      el("p:cNvPr", { id: 0, name: NAMES[name] }),
      el("p:cNvSpPr", {}, el("a:spLocks", { noGrp: true })),
      el("p:nvPr", {}, placeholderMark(name satisfies PlaceholderName, page.layout)),
    ),
    el("p:spPr"),
    el(
      "p:txBody",
      {},
      el("a:bodyPr"),
      el("a:lstStyle"),
      el(
        "a:p",
        {},
        name === "number"
          ? el("a:fld", { id: "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type: "slidenum" }, properties, words)
          : text !== "" && el("a:r", {}, properties, words),
      ),
    ),
  );
}
