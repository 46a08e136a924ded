import type { Page, Pages } from "../../model/page.ts";
import type { Rich } from "../../model/text.ts";
import { breakRuns, isRightToLeft, type StyledRun } from "../../text/index.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";
import { hex } from "../display/color.ts";
import type { DisplayList, DisplayNode, TextLine } from "../display/list.ts";
import { baseline } from "../display/text.ts";
import { notesBeside } from "../reading/notes.ts";
import { readingOf } from "../reading/reading.ts";
import type { PlacedSlide, PrintSheet } from "./sheet.ts";

/** A4 upright (ISO 216), in pt, with its margins and the gap between what stands on it. */
const PAPER = { width: 595.28, height: 841.89, side: 45, top: 42, bottom: 48, gap: 22 } as const;
/** Size of the notes in pt, their line pitch, and the distances above them and between them. */
const NOTES = { size: 9.5, pitch: 1.25, above: 10, between: 4 } as const;
/** Size of the words at the foot of a sheet in pt, and their distance from its edge. */
const FOOT = { size: 8, edge: 24 } as const;
/** Share of the width below which a slide is too small to be read on paper. */
const LEAST = 0.8;

const WIDTH = PAPER.width - 2 * PAPER.side;
const HEIGHT = PAPER.height - PAPER.top - PAPER.bottom;

/**
 * Slides on paper, two a sheet, each with the notes that say more than it does. A slide gives way to its notes down to the
 * least size at which it can be read; one whose notes are longer has a sheet of its own, and what is longer than that goes
 * on on the next.
 */
export function handoutSheets(
  pages: Pages,
  lists: readonly DisplayList[],
  look: ResolvedTheme,
): readonly PrintSheet[] {
  const half = (HEIGHT - PAPER.gap) / 2;
  const parts = pages.pages.flatMap((page, n) => {
    const list = lists[n];
    return list === undefined ? [] : partsOf(list, linesOf(page, pages, look), half);
  });
  const rows: (readonly Part[])[] = [];
  for (const part of parts) {
    const before = rows.at(-1);
    const fits = part.height <= half && before?.length === 1 && (before[0]?.height ?? HEIGHT) <= half;
    if (fits) rows.splice(-1, 1, [...before, part]);
    else rows.push([part]);
  }
  return rows.map((row, n) => ({
    width: PAPER.width,
    height: PAPER.height,
    slides: row.map((part, index) => placed(part, PAPER.top + index * (half + PAPER.gap), look)),
    lines: row.flatMap((part, index) => {
      const top = PAPER.top + index * (half + PAPER.gap);
      const end = part.height <= half ? top + half : PAPER.height - PAPER.bottom;
      return ruled(top + part.height, end, look);
    }),
    foot: footOf(pages, look, n + 1, rows.length),
  }));
}

/** A slide with its notes, or notes that go on. */
interface Part {
  readonly list: DisplayList;
  /** Width of the slide in pt; none where its notes go on. */
  readonly width?: number;
  readonly lines: readonly NoteLine[];
  readonly height: number;
}

interface NoteLine {
  readonly words: Omit<TextLine, "y">;
  /** Distance from the top of the notes to that of the line. */
  readonly top: number;
}

const LINE = NOTES.size * NOTES.pitch;
const heightOf = (lines: readonly NoteLine[]): number => {
  const [first, last] = [lines[0], lines.at(-1)];
  return first === undefined || last === undefined ? 0 : NOTES.above + last.top - first.top + LINE;
};

function partsOf(list: DisplayList, lines: readonly NoteLine[], half: number): readonly Part[] {
  const ratio = list.height / list.width;
  const notes = heightOf(lines);
  const beside = Math.min(WIDTH, (half - notes) / ratio);
  const width = beside >= LEAST * WIDTH ? beside : WIDTH;
  if (width * ratio + notes <= HEIGHT) return [{ list, width, lines, height: width * ratio + notes }];
  const kept = lines.filter((line) => WIDTH * ratio + NOTES.above + line.top + LINE <= HEIGHT).length;
  const parts: Part[] = [{ list, width: WIDTH, lines: lines.slice(0, kept), height: HEIGHT }];
  const perSheet = Math.floor((HEIGHT - NOTES.above) / (LINE + NOTES.between));
  for (let from = kept; from < lines.length; from += perSheet)
    parts.push({ list, lines: lines.slice(from, from + perSheet), height: HEIGHT });
  return parts;
}

function placed({ list, width, lines }: Part, top: number, look: ResolvedTheme): PlacedSlide {
  const scale = width === undefined ? 0 : width / list.width;
  const start = top + scale * list.height + NOTES.above - (lines[0]?.top ?? 0);
  const family = look.fonts.body.family;
  const notes: readonly DisplayNode[] =
    lines.length === 0
      ? []
      : [
          {
            type: "group",
            kind: "text",
            children: lines.map(
              ({ words, top: at }): TextLine => ({
                ...words,
                y: baseline(start + at + LINE / 2, NOTES.size, family),
              }),
            ),
          },
        ];
  return { list, x: (PAPER.width - scale * list.width) / 2, y: top, scale, edged: true, notes };
}

/** Distance between lines to write on by hand, in pt, and their width. */
const RULED = { pitch: 19, width: 0.4 } as const;

/** Lines to write on between two heights of a sheet. */
function ruled(from: number, to: number, look: ResolvedTheme): readonly DisplayNode[] {
  const count = Math.max(0, Math.floor((to - from - NOTES.above) / RULED.pitch));
  return Array.from({ length: count }, (_, n): DisplayNode => {
    const y = from + NOTES.above + (n + 1) * RULED.pitch;
    const box = { x: PAPER.side, y, w: WIDTH, h: 0 };
    return {
      type: "path",
      d: `M${box.x} ${y}L${box.x + WIDTH} ${y}`,
      box,
      pen: { colour: hex(look, "hairline"), width: RULED.width, dash: [], cap: "butt" },
    };
  });
}

/** The notes as lines, broken as on slides. */
function linesOf(page: Page, pages: Pages, look: ResolvedTheme): readonly NoteLine[] {
  const said = new Set(page.notes.slice(0, page.spoken ?? page.notes.length));
  const notes = notesBeside(page, readingOf(page, pages)).filter((note) => said.has(note));
  const lines: NoteLine[] = [];
  let top = 0;
  for (const [paragraph, note] of notes.entries()) {
    const rightToLeft = isRightToLeft(note.map(({ text }) => text).join(""), pages.language);
    const broken = breakRuns(styled(note, look), WIDTH, { language: pages.language });
    for (const [n, line] of broken.entries()) {
      const pieces = line.runs.map(({ text, font, size }, index) => ({
        text: index === line.runs.length - 1 ? text.trimEnd() : text,
        face: font,
        size,
        colour: hex(look, "ink"),
      }));
      lines.push({
        words: {
          type: "textLine",
          x: rightToLeft ? PAPER.width - PAPER.side : PAPER.side,
          align: rightToLeft ? "right" : "left",
          pieces,
          rightToLeft,
          paragraph,
          ...(n < broken.length - 1 ? { goesOn: true } : {}),
        },
        top,
      });
      top += LINE;
    }
    top += NOTES.between;
  }
  return lines;
}

const styled = (note: Rich, look: ResolvedTheme): readonly StyledRun[] =>
  note.map(({ text, bold = false, italic = false }) => ({
    text,
    font: { family: look.fonts.body.family, bold, italic },
    size: NOTES.size,
  }));

/** The deck's title and how it may be passed on at the left, the number of the sheet at the right. */
function footOf(
  { properties }: Pages,
  look: ResolvedTheme,
  number: number,
  of: number,
): readonly DisplayNode[] {
  const line = (text: string, x: number, align: "left" | "right"): DisplayNode => ({
    type: "textLine",
    ...{ x, align, rightToLeft: false },
    y: PAPER.height - FOOT.edge,
    pieces: [
      {
        text,
        face: { family: look.fonts.body.family, bold: false, italic: false },
        size: FOOT.size,
        colour: hex(look, "muted"),
      },
    ],
  });
  const name = [properties.title, properties.confidentiality].filter((part) => part !== "").join(" · ");
  return [line(name, PAPER.side, "left"), line(`${number} / ${of}`, PAPER.width - PAPER.side, "right")];
}
