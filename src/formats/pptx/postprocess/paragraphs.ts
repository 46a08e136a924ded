import type { PlacedParagraph } from "../../../model/page.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { solidFill } from "../../../theme/colour.ts";
import type { Theme } from "../../../theme/theme.ts";
import { ANCHOR } from "../elements/anchor.ts";
import { isForeign, runLanguage } from "../elements/language.ts";
import type { Facts } from "./fix.ts";
import { wordLink } from "./links.ts";
import { type Piece, pieces } from "./pieces.ts";

/** What text takes over when it says nothing itself: the layout's placeholder, or PowerPoint's default text style. */
export interface Inherited {
  readonly role?: Theme["roles"][keyof Theme["roles"]];
  readonly align: "left" | "right";
  /** True where the style it follows has bullets, indents or distances that must be spoken against. */
  readonly listed: boolean;
}

export const NOTHING: Inherited = { align: "left", listed: false };

/**
 * The words of a text, written here: PptxGenJS would write one a:pPr before every run, indents in whole points, one
 * language for all scripts, and say again what the placeholder says already.
 */
export function paragraphsOf(
  paragraphs: readonly PlacedParagraph[],
  inherited: Inherited,
  facts: Facts,
): readonly Element[] {
  if (paragraphs.length === 0) return [el("a:p", {}, ending(undefined, facts))];
  return paragraphs.map((paragraph) => {
    const parts = pieces(paragraph);
    return el(
      "a:p",
      {},
      paragraphProperties(paragraph, inherited),
      parts.flatMap((piece) => [
        piece.breakBefore && el("a:br", {}, runProperties(piece, inherited, facts)),
        piece.text !== "" &&
          textRun(piece, runProperties(piece, inherited, facts, wordLink(piece.run, facts))),
      ]),
      ending(parts.at(-1), facts, inherited),
    );
  });
}

/** Fixed by PowerPoint: the same id in every file. */
const SLIDE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}";

function textRun(piece: Piece, properties: Element): Element {
  const text = el("a:t", {}, piece.text);
  if (piece.run.field === undefined) return el("a:r", {}, properties, text);
  return el("a:fld", { id: SLIDE_NUMBER, type: piece.run.field }, properties, text);
}

/** a:rPr; what the placeholder's own style says is left out, so that a change of the layout reaches the slide. */
function runProperties(
  piece: Piece,
  inherited: Inherited,
  { look, language }: Facts,
  click?: Element,
): Element {
  const { run, text } = piece;
  const own = inherited.role;
  const font = (own?.font ?? "body") === run.font ? undefined : run.font === "heading" ? "mj" : "mn";
  return el(
    "a:rPr",
    {
      ...runLanguage(text, language),
      sz: own?.size === run.size ? undefined : Math.round(run.size * 100),
      b: (own?.bold ?? false) === run.bold ? undefined : run.bold,
      i: run.italic ? true : undefined,
      u: click ? "sng" : undefined,
      dirty: false,
    },
    own?.ink === run.ink && !click ? null : solidFill(look.ink(run.ink)),
    font &&
      ["latin", "ea", "cs"].map((script) => el(`a:${script}`, { typeface: `+${font}-${TYPEFACE[script]}` })),
    click,
  );
}

const TYPEFACE: Readonly<Record<string, string>> = { latin: "lt", ea: "ea", cs: "cs" };

/** Size of what someone types at the end of the paragraph. */
function ending(last: Piece | undefined, { language }: Facts, inherited = NOTHING): Element {
  const size =
    last === undefined || inherited.role?.size === last.run.size
      ? undefined
      : Math.round(last.run.size * 100);
  return el("a:endParaRPr", { lang: language, sz: size, dirty: false });
}

const ALIGN = { left: "l", center: "ctr", right: "r" } as const;

/** a:pPr, or nothing where there is nothing to say. */
function paragraphProperties(paragraph: PlacedParagraph, inherited: Inherited): Element | undefined {
  const { bullet, listed } = { bullet: paragraph.bullet, listed: inherited.listed };
  const indented = paragraph.indent !== 0 || paragraph.hanging !== 0;
  const properties = el(
    "a:pPr",
    {
      marL: listed || indented ? paragraph.indent : undefined,
      indent: listed || indented ? -paragraph.hanging : undefined,
      algn: paragraph.align === inherited.align ? undefined : ALIGN[paragraph.align],
      rtl: paragraph.rightToLeft ? true : undefined,
      // The master says so too, but LibreOffice reads it from the paragraph alone outside of placeholders.
      hangingPunct: paragraph.runs.some((run) => isForeign(run.text)) ? false : undefined,
    },
    lineSpacing(paragraph),
    (listed || paragraph.spaceBefore > 0) &&
      el("a:spcBef", {}, el("a:spcPts", { val: Math.round(paragraph.spaceBefore * 100) })),
    BULLETS[bullet ?? "none"](listed),
  );
  const silent = Object.keys(properties.attributes).length === 0 && properties.children.length === 0;
  return silent ? undefined : properties;
}

/**
 * PowerPoint's single pitch is 1.2 × size for the deck's fonts, so a multiple says what layout computed with. Fonts of
 * other scripts bring a pitch of their own, there it is given in points.
 */
function lineSpacing(paragraph: PlacedParagraph): Element | null {
  const size = Math.max(0, ...paragraph.runs.map((run) => run.size));
  if (size > 0 && paragraph.runs.some((run) => isForeign(run.text))) {
    return el("a:lnSpc", {}, el("a:spcPts", { val: Math.round(size * 120 * paragraph.spacing) }));
  }
  return paragraph.spacing === 1
    ? null
    : el("a:lnSpc", {}, el("a:spcPct", { val: Math.round(paragraph.spacing * 100_000) }));
}

const sign = (char: string): readonly Element[] => [
  el("a:buFont", { typeface: "Arial" }),
  el("a:buChar", { char }),
];
const BULLETS: Readonly<Record<"none" | "dot" | "dash" | "number", (listed: boolean) => readonly Element[]>> =
  {
    none: (listed) => (listed ? [el("a:buNone")] : []),
    dot: () => sign("•"),
    dash: () => sign("–"),
    number: () => [el("a:buFont", { typeface: "+mj-lt" }), el("a:buAutoNum", { type: "arabicPeriod" })],
  };

/** a:bodyPr of a text of its own: explicit insets and anchor, no autofit of any kind. */
export function bodyProperties(
  insets: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  anchor: "top" | "middle" | "bottom",
): Element {
  return el("a:bodyPr", {
    wrap: "square",
    lIns: insets.left,
    tIns: insets.top,
    rIns: insets.right,
    bIns: insets.bottom,
    rtlCol: false,
    anchor: ANCHOR[anchor],
  });
}
