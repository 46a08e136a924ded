import { BULLET_FAMILY, type FontFamily } from "../../base/fonts.ts";
import type { Frame } from "../../base/geometry.ts";
import { emuToPt } from "../../base/units.ts";
import type { Insets, PlacedParagraph, PlacedRun } from "../../model/page.ts";
import { cleanText } from "../../ooxml/escape.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";
import { hex } from "./color.ts";
import type { FontFace, Rect, TextLine, TextSpan } from "./list.ts";

/** Line pitch as a multiple of the size, in every font: what layout counts on. */
export const PITCH = 1.2;

/**
 * Distance from the top of a line to its baseline, as a share of the size: ascents of the fonts (OS/2 winAscent or hhea:
 * Calibri 0.952, Arial 0.905, Cambria 0.9, Georgia 0.928, Times New Roman 0.891, Courier New 0.833), with the part of the
 * pitch that is above them.
 */
export const ASCENT: Readonly<Record<FontFamily, number>> = {
  Calibri: 0.95,
  Arial: 0.93,
  Helvetica: 0.93,
  Cambria: 0.93,
  "Times New Roman": 0.94,
  Georgia: 0.93,
  "Courier New": 0.87,
};

/** Size of a line without any words, in pt. */
const EMPTY = 12;

export const frameBox = (frame: Frame): Rect => ({
  x: emuToPt(frame.x),
  y: emuToPt(frame.y),
  w: emuToPt(frame.w),
  h: emuToPt(frame.h),
});

/** The baseline of a single line whose middle is at a height. */
export const baseline = (middle: number, size: number, family: FontFace["family"]): number =>
  middle + (ASCENT[family] - PITCH / 2) * size;

interface Room {
  readonly frame: Frame;
  readonly insets: Insets;
  readonly anchor: "top" | "middle" | "bottom";
}

/** Paragraphs as lines of words, each where it stands: exactly the lines that layout broke. */
export function setParagraphs(
  paragraphs: readonly PlacedParagraph[],
  { frame, insets, anchor }: Room,
  look: ResolvedTheme,
): readonly TextLine[] {
  const top = emuToPt(frame.y) + emuToPt(insets.top);
  const room = emuToPt(frame.h) - emuToPt(insets.top) - emuToPt(insets.bottom);
  const total = paragraphs.reduce((sum, one) => sum + one.spaceBefore + heightOf(one), 0);
  let y = anchor === "top" ? top : anchor === "middle" ? top + (room - total) / 2 : top + room - total;
  const left = emuToPt(frame.x) + emuToPt(insets.left);
  const right = emuToPt(frame.x) + emuToPt(frame.w) - emuToPt(insets.right);
  const numbers = numbersOf(paragraphs);
  return paragraphs.flatMap((paragraph, index) => {
    y += paragraph.spaceBefore;
    const at = { left, right, top: y };
    const set = setParagraph(paragraph, numbers[index] ?? 1, at, look).map((words) => ({
      ...words,
      paragraph: index,
    }));
    y += heightOf(paragraph);
    return set;
  });
}

const sizeOf = (runs: readonly PlacedRun[]): number => Math.max(0, ...runs.map((run) => run.size));

function heightOf(paragraph: PlacedParagraph): number {
  const own = sizeOf(paragraph.runs) || EMPTY;
  if (paragraph.lines.length === 0) return own * PITCH * paragraph.spacing;
  return paragraph.lines.reduce(
    (sum, line) => sum + (sizeOf(line.runs) || own) * PITCH * paragraph.spacing,
    0,
  );
}

/** The number of each numbered paragraph: one more than the one before, unless another paragraph came between. */
function numbersOf(paragraphs: readonly PlacedParagraph[]): readonly number[] {
  let last = 0;
  return paragraphs.map((paragraph) => {
    last = paragraph.bullet === "number" ? (paragraph.start ?? last + 1) : 0;
    return last;
  });
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

function setParagraph(
  paragraph: PlacedParagraph,
  number: number,
  edges: Edges,
  look: ResolvedTheme,
): readonly TextLine[] {
  const { align, lines } = paragraph;
  const rightToLeft = paragraph.rightToLeft ?? false;
  const own = sizeOf(paragraph.runs) || EMPTY;
  const indent = emuToPt(paragraph.indent);
  const left = edges.left + (rightToLeft ? 0 : indent);
  const right = edges.right - (rightToLeft ? indent : 0);
  const x = align === "left" ? left : align === "right" ? right : (left + right) / 2;
  const words: TextLine[] = [];
  let top = edges.top;
  for (const [index, line] of lines.entries()) {
    const size = sizeOf(line.runs) || own;
    const family = look.fonts[line.runs[0]?.font ?? "body"].family;
    const y = top + (ASCENT[family] + (PITCH * (paragraph.spacing - 1)) / 2) * size;
    if (index === 0 && paragraph.bullet !== undefined) {
      const hanging = emuToPt(paragraph.hanging);
      words.push(mark(paragraph, number, { x: rightToLeft ? right + hanging : left - hanging, y }, look));
    }
    const pieces = piecesOf(line.runs, look);
    const goesOn = index < lines.length - 1 && /[ \u3000]$/.test(line.runs.at(-1)?.text ?? "");
    if (pieces.length > 0)
      words.push({ type: "textLine", x, y, align, pieces, rightToLeft, ...(goesOn ? { goesOn } : {}) });
    top += size * PITCH * paragraph.spacing;
  }
  return words;
}

const SIGNS = { dot: "•", dash: "–" } as const;

function mark(
  paragraph: PlacedParagraph,
  number: number,
  at: { readonly x: number; readonly y: number },
  look: ResolvedTheme,
): TextLine {
  const rightToLeft = paragraph.rightToLeft ?? false;
  const first = paragraph.runs[0];
  const text =
    paragraph.bullet === "number" ? `${number}.` : SIGNS[paragraph.bullet === "dash" ? "dash" : "dot"];
  const family = paragraph.bullet === "number" ? look.fonts[first?.font ?? "body"].family : BULLET_FAMILY;
  const piece: TextSpan = {
    text,
    face: { family, bold: first?.bold ?? false, italic: false },
    size: first?.size ?? EMPTY,
    colour: hex(look, first?.ink ?? "ink"),
  };
  return {
    type: "textLine",
    ...at,
    align: rightToLeft ? "right" : "left",
    pieces: [piece],
    rightToLeft,
    mark: true,
  };
}

/** Runs of one line, without the space or break that ends it. */
function piecesOf(runs: readonly PlacedRun[], look: ResolvedTheme): readonly TextSpan[] {
  const last = runs.findLastIndex((run) => run.text.trim() !== "");
  return runs.slice(0, last + 1).flatMap((run, index): TextSpan[] => {
    const words = cleanText(run.text);
    const text = (index === last ? words.trimEnd() : words).replace(/\s*[\r\n]+\s*/g, " ");
    if (text === "") return [];
    return [
      {
        text,
        face: { family: look.fonts[run.font].family, bold: run.bold, italic: run.italic },
        size: run.size,
        colour: hex(look, run.ink),
        ...(run.href === undefined ? {} : { href: run.href }),
        ...(run.to === undefined ? {} : { to: run.to }),
      },
    ];
  });
}
