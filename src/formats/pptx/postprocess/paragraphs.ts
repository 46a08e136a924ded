import type { PlacedParagraph } from "../../../model/page.ts";
import { child, type Element, el, elements, withAttributes, withChildren } from "../../../ooxml/xml.ts";
import type { Theme } from "../../../theme/theme.ts";
import { isForeign } from "../elements/language.ts";
import type { PackageFacts } from "./fix.ts";

/** Formatting that text inherits: from the layout's placeholder, or from PowerPoint's default text style. */
export interface Inherited {
  readonly role?: Theme["roles"][keyof Theme["roles"]];
  /** Undefined where nobody knows. */
  readonly align: PlacedParagraph["align"] | undefined;
  /** True where the style it follows has bullets, indents or distances that must be spoken against. */
  readonly listed: boolean;
}

export const NOTHING: Inherited = { align: "left", listed: false };

/** Formatting of a template's placeholder: whatever a text needs, it says itself. */
export const ANYTHING: Inherited = { align: undefined, listed: true };

/**
 * A text body as PptxGenJS wrote it, its paragraphs mended: it writes a:pPr before every run, one distance for two, and
 * gives breaks no size and the end of every paragraph that of the first run.
 */
export function mendBody(
  body: Element,
  placed: readonly PlacedParagraph[],
  inherited: Inherited,
  facts: PackageFacts,
): Element {
  const drawn = elements(body).filter(({ name }) => name === "a:p");
  if (drawn.length !== Math.max(1, placed.length))
    throw new Error(`${drawn.length} paragraphs were drawn of ${placed.length}`);
  return withChildren(
    body,
    elements(body).filter(({ name }) => name !== "a:p"),
    drawn.map((paragraph, index) => mendParagraph(paragraph, placed[index], inherited, facts)),
  );
}

function mendParagraph(
  drawn: Element,
  placed: PlacedParagraph | undefined,
  inherited: Inherited,
  { language }: PackageFacts,
): Element {
  const properties = child(drawn, "a:pPr");
  const within = elements(drawn).filter(({ name }) => name !== "a:pPr" && name !== "a:endParaRPr");
  const last = within.findLast(isRun);
  const size = placed?.runs.at(-1)?.size;
  return withChildren(
    drawn,
    placed && properties && paragraphProperties(properties, placed, inherited),
    within.map((node, index) =>
      node.name === "a:br" ? sized(node, within.slice(index).find(isRun) ?? last) : node,
    ),
    el("a:endParaRPr", { lang: language, sz: size && Math.round(size * 100), dirty: false }),
  );
}

const isRun = ({ name }: Element): boolean => name === "a:r";

/** A line break as large as the words after it, which it is no link with. */
function sized(line: Element, run: Element | undefined): Element {
  const properties = run && child(run, "a:rPr");
  if (properties === undefined) return line;
  const { u: _, ...attributes } = properties.attributes;
  const children = properties.children.filter(
    (node) => typeof node === "string" || node.name !== "a:hlinkClick",
  );
  return withChildren(line, el("a:rPr", attributes, children));
}

/** a:pPr, or nothing where there is nothing to say. */
function paragraphProperties(
  drawn: Element,
  placed: PlacedParagraph,
  { align, listed }: Inherited,
): Element | undefined {
  const { bullet, hanging, indent, runs, spaceBefore } = placed;
  const distances = listed || indent !== 0 || hanging !== 0;
  const { algn, rtl } = drawn.attributes;
  const properties = el(
    "a:pPr",
    {
      marL: distances ? indent : undefined,
      indent: distances ? -hanging : undefined,
      algn: placed.align === align ? undefined : algn,
      rtl,
      // The master says so too, but LibreOffice reads it from the paragraph alone outside of placeholders.
      hangingPunct: runs.some((run) => isForeign(run.text)) ? false : undefined,
    },
    child(drawn, "a:lnSpc") ?? (align === undefined && el("a:lnSpc", {}, el("a:spcPct", { val: 100_000 }))),
    child(drawn, "a:spcBef") ?? (listed && el("a:spcBef", {}, el("a:spcPts", { val: spaceBefore }))),
    align === undefined && el("a:spcAft", {}, el("a:spcPts", { val: 0 })),
    bullet === undefined ? listed && (child(drawn, "a:buNone") ?? el("a:buNone")) : sign(drawn),
  );
  const silent = Object.keys(properties.attributes).length === 0 && properties.children.length === 0;
  return silent ? undefined : properties;
}

/** The sign of a list as large as its words, in a font that has it. */
function sign(drawn: Element): readonly (Element | undefined)[] {
  const char = child(drawn, "a:buChar");
  const number = child(drawn, "a:buAutoNum");
  const first = number?.attributes["startAt"];
  return [
    child(drawn, "a:buFont") ?? el("a:buFont", { typeface: "Arial" }),
    char ?? (number && withAttributes(number, { startAt: first === "1" ? undefined : first })),
  ];
}
