import { ptToEmu } from "../../../base/units.ts";
import type { LineStyle, Paint } from "../../../model/chart.ts";
import { frameOf } from "../../../model/paint.ts";
import { type ColorToken, INKS } from "../../../model/text.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { colourElement } from "../../../theme/colour.ts";
import type { Colour, ResolvedTheme } from "../../../theme/theme.ts";

/** a:schemeClr, so that a new theme recolours the chart. */
export const colour = (look: ResolvedTheme, ink: ColorToken): Element => colourElement(look.ink(ink));

/**
 * A pale ground as glass: the full colour, so thin that on the paper it looks like the ink. PowerPoint draws shapes in
 * a chart over its bars and lines; glass of the dark colour tints the paper and leaves dark marks and words as they are,
 * which a pale opaque box would cover. An ink without a tint, and one that is a tint of the paper, is taken from the text
 * colour.
 */
export function glass(look: ResolvedTheme, ink: ColorToken): Element {
  const pale = look.ink(ink);
  const paper = grey(look.ink("paper").hex);
  const wanted = paper - grey(pale.hex);
  const thickness = ({ hex }: Colour): number => wanted / (paper - grey(hex));
  // A tint of the paper's own colour has none to be thin of: its glass would be as opaque as paint.
  const own = fullOf(pale, look);
  const clear = (one: Colour): boolean => thickness(one) >= 0 && thickness(one) <= MOST_THICKNESS;
  // On a paper of middle brightness the ground may lie on the other side of it than the text.
  const dark = [own, look.ink("ink"), { hex: "000000" }, { hex: "FFFFFF" }].find(clear) ?? look.ink("ink");
  // On white, what a tint keeps of its colour is how thick the glass is.
  const kept =
    dark === own && paper === grey("FFFFFF") && pale.lumOff !== undefined ? pale.lumMod : undefined;
  const alpha = kept ?? Math.min(MOST_THICKNESS, Math.max(0, thickness(dark))) * 100_000;
  const full = colourElement(dark);
  return el(
    "a:solidFill",
    {},
    el(full.name, full.attributes, full.children as Element[], el("a:alpha", { val: Math.round(alpha) })),
  );
}

/** Share of the light that glass keeps back at most: through more, what it covers cannot be read. */
const MOST_THICKNESS = 0.5;

/** The colour that a tint is of; the text colour for an ink that is none. */
function fullOf({ scheme, lumMod }: Colour, look: ResolvedTheme): Colour {
  const inks = INKS.map((ink) => look.ink(ink));
  const full = inks.find((one) => one.scheme === scheme && one.lumMod === undefined);
  return scheme === undefined || lumMod === undefined || full === undefined ? look.ink("ink") : full;
}

/** Mean of the three channels, 0 to 255. */
const grey = (hex: string): number =>
  [0, 2, 4].reduce((sum, at) => sum + Number.parseInt(hex.slice(at, at + 2), 16), 0) / 3;

export const solid = (look: ResolvedTheme, ink: ColorToken): Element =>
  el("a:solidFill", {}, colour(look, ink));
export const noFill = (): Element => el("a:noFill");
export const noLine = (): Element => el("a:ln", {}, noFill());

/**
 * a:ln. Children in the order of CT_LineProperties:
 * noFill | solidFill, prstDash, round | bevel | miter, headEnd, tailEnd
 */
export function stroke(look: ResolvedTheme, line: LineStyle): Element {
  const dash = { solid: "solid", dash: "dash", dot: "sysDot" }[line.dash];
  return el(
    "a:ln",
    { w: ptToEmu(line.width), cap: "flat" },
    solid(look, line.ink),
    el("a:prstDash", { val: dash }),
    el("a:round"),
  );
}

/** Fill of a bar, area, slice, marker or shape. Outlined marks are filled with paper, so gridlines do not cross them. */
export function fill(look: ResolvedTheme, paint: Paint): Element {
  switch (paint.pattern) {
    case "solid":
      return solid(look, paint.ink);
    case "outline":
      return solid(look, "paper");
    case "hatch":
      return el(
        "a:pattFill",
        { prst: "wdUpDiag" },
        el("a:fgClr", {}, colour(look, paint.ink)),
        el("a:bgClr", {}, colour(look, "paper")),
      );
    case "none":
      return noFill();
  }
}

/** c:spPr of a filled mark. */
export function filled(look: ResolvedTheme, paint: Paint, line: LineStyle | undefined): Element {
  const frame = frameOf(paint, line);
  return el("c:spPr", {}, fill(look, paint), frame ? stroke(look, frame) : noLine());
}

/** c:spPr of a mark that is only a line; no line is said outright, or the theme's style would draw one. */
export function lined(look: ResolvedTheme, line: LineStyle | undefined): Element {
  return el("c:spPr", {}, line ? stroke(look, line) : noLine());
}

export interface ChartText {
  /** In pt. */
  readonly size: number;
  readonly ink: ColorToken;
  readonly bold: boolean;
}

/** Children of CT_TextCharacterProperties: ln, fill, effects, highlight, latin, ea, cs. The typeface is that of texts. */
export function runProperties(
  name: string,
  look: ResolvedTheme,
  style: ChartText,
  language: string,
): Element {
  return el(
    name,
    {
      lang: language,
      sz: Math.round(style.size * 100),
      b: style.bold,
      i: false,
      u: "none",
      strike: "noStrike",
      kern: 1200,
    },
    solid(look, style.ink),
    el("a:latin", { typeface: look.latin.body }),
    el("a:ea", { typeface: "+mn-ea" }),
    el("a:cs", { typeface: "+mn-cs" }),
  );
}

/** Level text never turned and never wrapped: lines were broken by the layout. */
export const level = (extra: Readonly<Record<string, string | number>> = {}): Element =>
  el("a:bodyPr", { rot: 0, vert: "horz", wrap: "none", ...extra });

/** c:txPr: how text that PowerPoint makes itself (ticks, values) is set. */
export function textProperties(
  look: ResolvedTheme,
  style: ChartText,
  language: string,
  body: Element = level(),
): Element {
  return el(
    "c:txPr",
    {},
    body,
    el("a:lstStyle"),
    el(
      "a:p",
      {},
      el("a:pPr", {}, runProperties("a:defRPr", look, style, language)),
      el("a:endParaRPr", { lang: language }),
    ),
  );
}

/** Paragraph of fixed text; lines are separated by a:br. */
export function paragraph(
  look: ResolvedTheme,
  lines: readonly string[],
  style: ChartText,
  language: string,
  align?: "l" | "ctr" | "r",
): Element {
  return el(
    "a:p",
    {},
    el("a:pPr", { algn: align }, runProperties("a:defRPr", look, style, language)),
    lines.flatMap((line, i) => [
      ...(i > 0 ? [el("a:br", {}, runProperties("a:rPr", look, style, language))] : []),
      ...(line === ""
        ? []
        : [el("a:r", {}, runProperties("a:rPr", look, style, language), el("a:t", {}, line))]),
    ]),
  );
}
