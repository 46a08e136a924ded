import type { PlacedRun, PlaceholderName, TextItem } from "../../../model/page.ts";
import { plain } from "../../../model/text.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { stretches } from "../../../text/index.ts";
import { solidFill } from "../../../theme/colour.ts";
import { ANCHOR } from "../elements/anchor.ts";
import { runLanguage } from "../elements/language.ts";
import { placeholderMark, templateMark } from "../elements/placeholders.ts";
import { transform } from "../elements/transform.ts";
import type { PackageFacts } from "./fix.ts";

/** Text of the date and the footer at the foot of a slide. */
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
export function footers(texts: FooterTexts, facts: PackageFacts): readonly Element[] {
  return ORDER.flatMap((name) => {
    const own = facts.page.items.find((item) => item.type === "text" && item.placeholder === name);
    if (facts.frames.placeholders[name] === undefined) return [];
    const text = own?.type === "text" ? wordsOf(own) : undefined;
    const words = name === "number" ? String(facts.page.number) : (text ?? texts[name]);
    // An empty placeholder would ask whoever edits the slide to fill it in.
    if (words === "") return [];
    const backwards = own?.type === "text" && own.paragraphs[0]?.rightToLeft === true;
    return [placeholder(name, words, backwards, facts)];
  });
}

const wordsOf = (item: TextItem): string =>
  item.paragraphs.map((paragraph) => plain(paragraph.runs as readonly PlacedRun[])).join(" ");

function placeholder(name: Foot, text: string, backwards: boolean, facts: PackageFacts): Element {
  const { frames, language, look, marks, page } = facts;
  const mark =
    marks === undefined
      ? placeholderMark(name satisfies PlaceholderName, page.layout)
      : templateMark(name, marks);
  // Where a template has no placeholder for it, it stands in a box of its own.
  const boxed = mark === undefined ? frames.placeholders[name] : undefined;
  // A template's size would be anybody's.
  const size = marks === undefined ? undefined : Math.round(look.role("footer").size * 100);
  const saying = (words: string) => [
    el(
      "a:rPr",
      { ...runLanguage(words, language), sz: size, dirty: false },
      boxed && solidFill(look.ink(look.role(boxed.role).ink)),
    ),
    el("a:t", {}, words),
  ];
  return el(
    "p:sp",
    {},
    el(
      "p:nvSpPr",
      {},
      el("p:cNvPr", { id: 0, name: NAMES[name] }),
      boxed === undefined
        ? el("p:cNvSpPr", {}, el("a:spLocks", { noGrp: true }))
        : el("p:cNvSpPr", { txBox: true }),
      el("p:nvPr", {}, mark),
    ),
    boxed === undefined
      ? el("p:spPr")
      : el(
          "p:spPr",
          {},
          transform("a:xfrm", boxed.frame),
          el("a:prstGeom", { prst: "rect" }, el("a:avLst")),
          el("a:noFill"),
        ),
    el(
      "p:txBody",
      {},
      boxed === undefined
        ? el("a:bodyPr")
        : el("a:bodyPr", {
            wrap: "square",
            lIns: 0,
            tIns: 0,
            rIns: 0,
            bIns: 0,
            anchor: ANCHOR[boxed.anchor],
          }),
      el("a:lstStyle"),
      el(
        "a:p",
        {},
        // Where it stands is the layout's choice, whichever way it is read.
        boxed !== undefined &&
          el("a:pPr", { algn: boxed.align === "right" ? "r" : "l", rtl: backwards ? true : undefined }),
        boxed === undefined && backwards && el("a:pPr", { rtl: true }),
        name === "number"
          ? el("a:fld", { id: "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type: "slidenum" }, saying(text))
          : // LibreOffice prints the words of a footer's run over one another where it holds both directions.
            stretches(text).map((part) => el("a:r", {}, saying(part))),
      ),
    ),
  );
}
