import { FALLBACKS } from "../canvas/fonts.ts";
import type { Face } from "../display/list.ts";
import { baseline } from "../display/text.ts";
import { fontList } from "../markup/fonts.ts";
import { words as markup, tag } from "../markup/markup.ts";
import type { Canvas2D } from "./pen.ts";

/** A line of words that a canvas was asked to write, lengths in px. */
export interface Word {
  readonly text: string;
  /** Where it begins, is centred or ends, and its baseline. */
  readonly x: number;
  readonly y: number;
  readonly align: "left" | "center" | "right";
  /** Degrees that it is turned by, clockwise, around x and y. */
  readonly turn: number;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
}

/**
 * Keeps what a canvas is asked to write instead of writing it. An SVG canvas would name the fonts of the machine and
 * read the letters back from their shapes, which makes of one character another that looks alike, or it would turn
 * letters to outlines, which loses emoji.
 */
export function keepWords(ctx: Canvas2D, family: Face["family"]): readonly Word[] {
  const kept: Word[] = [];
  ctx.fillText = (text, x, y) => {
    if (text === "") return;
    const size = Number(/([\d.]+)px/.exec(ctx.font)?.[1]);
    // Everything that writes here asks for the middle of the line; any other place would stand wrong.
    if (ctx.textBaseline !== "middle") throw new Error(`words stand on "${ctx.textBaseline}"`);
    const { a, b, c, d, e, f } = ctx.getTransform();
    const foot = baseline(y, size, family);
    kept.push({
      text,
      x: a * x + c * foot + e,
      y: b * x + d * foot + f,
      align: ctx.textAlign === "center" || ctx.textAlign === "right" ? ctx.textAlign : "left",
      turn: (Math.atan2(b, a) * 180) / Math.PI,
      size,
      bold: /\bbold\b.*px/.test(ctx.font),
      colour: String(ctx.fillStyle),
    });
  };
  return kept;
}

const ANCHORS = { left: undefined, center: "middle", right: "end" } as const;
const short = (value: number): number => Number(value.toFixed(2));

/** Words as elements of an SVG: real text in a list of fonts that says the same on every machine. */
export function writeWords(words: readonly Word[], family: Face["family"]): string {
  if (words.length === 0) return "";
  const lines = words.map(({ text, x, y, align, turn, size, bold, colour }) =>
    tag(
      "text",
      {
        x: short(x),
        y: short(y),
        "font-size": short(size),
        "font-weight": bold ? "bold" : undefined,
        "text-anchor": ANCHORS[align],
        transform: turn === 0 ? undefined : `rotate(${short(turn)} ${short(x)} ${short(y)})`,
        fill: colour,
      },
      markup(text),
    ),
  );
  return tag("g", { "font-family": fontList(family, FALLBACKS) }, ...lines);
}
