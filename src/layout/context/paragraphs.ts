import { type Emu, emu, type Pt, pt, ptToEmu } from "../../base/units.ts";
import type { Paragraph, Space } from "../../model/deck.ts";
import type { Insets, PlacedParagraph, PlacedRun } from "../../model/page.ts";
import { type ColorToken, plain, type Rich, type Role, type Run } from "../../model/text.ts";
import { isRightToLeft } from "../../text/index.ts";
import { withGlue } from "./glue.ts";
import { insetAtLineEnds } from "./insets.ts";
import { defaultInk, type LayoutContext, LINE_PITCH } from "./layout-context.ts";
import { roomIn, stableWidth } from "./stable-width.ts";
import type { MeasuredText } from "./text-measurer.ts";

/** Paragraphs with their lines broken, and the height of all of them in EMU, insets not counted. */
export interface SetText {
  readonly paragraphs: readonly PlacedParagraph[];
  readonly height: Emu;
  /** Kept free where lines end, so that every renderer breaks them here; to be added to the insets of the box. */
  readonly insets: Insets;
}

export interface TextStyle {
  readonly role: Role;
  readonly ink?: ColorToken;
  readonly align?: "left" | "center" | "right";
  readonly bold?: boolean;
}

/** A paragraph whose lines are counted, before anything is placed. */
interface SetParagraph {
  readonly paragraph: Paragraph;
  /** Words of the paragraph, with numbers joined to their units. */
  readonly text: Rich;
  readonly role: Role;
  readonly measured: MeasuredText;
  readonly indent: Emu;
  readonly hanging: Emu;
  /** Distance to the paragraph before, in pt. */
  readonly before: Pt;
  /** Height in pt, that distance counted. */
  readonly height: number;
}

/** Breaks paragraphs into lines of at most `width` (EMU). */
const broken = (
  paragraphs: readonly Paragraph[],
  manner: TextStyle,
  width: Emu,
  context: LayoutContext,
): readonly SetParagraph[] =>
  paragraphs.map((paragraph, index) => {
    const role = paragraph.role ?? manner.role;
    const size = context.sizes[role];
    const { indent, hanging } = indents(paragraph, size);
    const before = index === 0 ? pt(0) : spaceBefore(paragraph.space, context);
    const room = roomIn(width, indent);
    const { text, measured } = measureBound(paragraph.text, { role, bold: manner.bold }, room, context);
    const height = before + Math.max(1, measured.lines(room).length) * size * LINE_PITCH;
    return { paragraph, text, role, measured, indent, hanging, before, height };
  });

const totalHeight = (all: readonly SetParagraph[]): Emu =>
  ptToEmu(all.reduce((sum, one) => sum + one.height, 0));

/** The height in EMU that `setText` would give, for those who ask before anything is placed. */
export const textHeight = (
  paragraphs: readonly Paragraph[],
  manner: TextStyle,
  width: Emu,
  context: LayoutContext,
): Emu => totalHeight(broken(paragraphs, manner, width, context));

/** Height in pt of each paragraph, the space before it counted. */
export const paragraphHeights = (
  paragraphs: readonly Paragraph[],
  manner: TextStyle,
  width: Emu,
  context: LayoutContext,
): readonly number[] => broken(paragraphs, manner, width, context).map((one) => one.height);

/** Breaks paragraphs into lines of at most `width` (EMU). Numbers of numbered paragraphs are the renderer's. */
export function setText(
  paragraphs: readonly Paragraph[],
  manner: TextStyle,
  width: Emu,
  context: LayoutContext,
): SetText {
  const all = broken(paragraphs, manner, width, context);
  const backwards = paragraphs.map(({ text }) => isRightToLeft(plain(text), context.language));
  const aligns = backwards.map((each) => side(manner.align ?? "left", each));
  // Where lines of one box begin at either side, nothing can be taken off without moving some of them.
  const steady = new Set(aligns).size > 1 ? width : stableWidth(all, width);
  const placed = all.map(({ paragraph, text, role, measured, indent, hanging, before }, index) => {
    const runs = placeRuns(text, { ...manner, role, ...inkOf(paragraph, manner) }, context);
    return {
      runs,
      lines: measured.lines(roomIn(steady, indent)).map((span) => measured.line(span, runs)),
      align: aligns[index] ?? "left",
      ...(paragraph.bullet === undefined ? {} : { bullet: paragraph.bullet }),
      ...(paragraph.start === undefined ? {} : { start: paragraph.start }),
      ...(paragraph.reading === undefined ? {} : { reading: paragraph.reading }),
      ...(paragraph.from === undefined ? {} : { from: paragraph.from }),
      indent,
      hanging,
      spaceBefore: before,
      spacing: 1,
      ...(backwards[index] ? { rightToLeft: true } : {}),
    } satisfies PlacedParagraph;
  });
  return {
    paragraphs: placed,
    height: totalHeight(all),
    insets: insetAtLineEnds(aligns[0], emu(width - steady)),
  };
}

/**
 * A sentence as it is set on lines `width` pt wide, and its measures: where it takes more than one, no-break spaces
 * stand between numbers and their units.
 */
export function measureBound(
  text: Rich,
  manner: Parameters<typeof measure>[1],
  width: Pt,
  context: LayoutContext,
): { readonly text: Rich; readonly measured: MeasuredText } {
  const loose = measure(text, manner, context);
  const glue = loose.lines(width).length > 1 ? loose.gluedSpaces(width) : [];
  if (glue.length === 0) return { text, measured: loose };
  const tied = withGlue(text, glue);
  return { text: tied, measured: measure(tied, manner, context) };
}

/** The width in pt of the longest piece that should not be parted, on lines up to `width` pt. */
export function longestBound(
  text: Rich,
  manner: Parameters<typeof measure>[1],
  width: Pt,
  context: LayoutContext,
): Pt {
  const loose = measure(text, manner, context);
  const glue = loose.gluedSpaces(width);
  return (glue.length === 0 ? loose : measure(withGlue(text, glue), manner, context)).longestWord();
}

/** A sentence as it would be set in a manner, free to break wherever the language lets it; `wide` as in `Style`. */
export function measure(
  text: Rich,
  {
    role,
    bold,
    wide,
  }: Pick<TextStyle, "role"> & { readonly bold?: boolean | undefined; readonly wide?: boolean },
  context: LayoutContext,
): MeasuredText {
  const look = context.look.role(role);
  return context.measurer.measure(text, {
    size: context.sizes[role],
    bold: look.bold || (bold ?? false),
    font: wide ? "wide" : look.font,
    caps: look.caps ?? false,
  });
}

const inkOf = (paragraph: Paragraph, manner: TextStyle): { ink?: ColorToken } => {
  const ink = paragraph.ink ?? manner.ink;
  return ink === undefined ? {} : { ink };
};

/** Distance to the paragraph before, in pt; a text without any stands tight. */
const spaceBefore = (space: Space | undefined, context: LayoutContext): Pt =>
  pt(Math.round(context.look.space[space ?? "tight"] * context.spacing * 10) / 10);

/** Text edge and hanging of the bullet; both follow the size, so that shrunk lists keep their shape. */
function indents(paragraph: Paragraph, size: Pt): { indent: Emu; hanging: Emu } {
  const step = size * 1.2;
  const level = paragraph.level ?? 0;
  if (paragraph.bullet === undefined) return { indent: ptToEmu(level * step), hanging: emu(0) };
  const hanging = paragraph.bullet === "number" ? size * 1.5 : size * 0.95;
  return { indent: ptToEmu(level * step + hanging), hanging: ptToEmu(hanging) };
}

/** Gives every run of a sentence its size, colour, weight and face. */
export function placeRuns(text: Rich, manner: TextStyle, context: LayoutContext): readonly PlacedRun[] {
  const role = context.look.role(manner.role);
  const ink = manner.ink ?? defaultInk(manner.role, context);
  return text
    .filter((run: Run) => run.text !== "")
    .map((run) => ({
      ...run,
      size: context.sizes[manner.role],
      ink: run.ink ?? ink,
      bold: role.bold || (manner.bold ?? false) || (run.bold ?? false),
      italic: run.italic ?? false,
      font: role.font,
    }));
}

/** "left" means where lines begin. */
const side = (align: "left" | "center" | "right", backwards: boolean): "left" | "center" | "right" =>
  !backwards || align === "center" ? align : align === "left" ? "right" : "left";
