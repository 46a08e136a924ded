import { joinRuns, sliceRun } from "../base/origin.ts";
import { type Emu, emu, emuToPt, type Pt, pt, ptToEmu } from "../base/units.ts";
import type { PlacedParagraph, TextItem } from "../model/page.ts";
import { plain, type Rich } from "../model/text.ts";
import type { LayoutFrame, PlaceholderFrame } from "../theme/frames.ts";
import { withGlue } from "./context/glue.ts";
import { addInsets, insetAtLineEnds } from "./context/insets.ts";
import { type LayoutContext, lineHeightOf } from "./context/layout-context.ts";
import { measure, measureBound, setText, type TextStyle } from "./context/paragraphs.ts";
import { type MeasuredText, roomFor } from "./context/text-measurer.ts";
import { shrinkToFit } from "./roles.ts";

/** A last line shorter than this share of the title's width is evened out with the line before. */
const SHORT = 0.35;

export interface FittedTitle {
  readonly item: TextItem;
  /** Characters to cut where even the smallest size needs too many lines. */
  readonly excess?: number;
  /** True where it fits in the theme's font alone: a wider font, where that one is missing, needs too many lines. */
  readonly tight?: boolean;
}

/**
 * A title in its layout's placeholder: the largest size, from the role's down to its minimum, at which it takes no more
 * lines than the layout allows, broken so that no single word is left on the last line. The right inset does that: the
 * placeholder keeps the master's frame. A title that is too long all the same goes on to shrink when lenient.
 */
export function fitTitle(
  title: Rich,
  layout: LayoutFrame,
  context: LayoutContext,
  lenient: boolean,
): FittedTitle | undefined {
  const placeholder = layout.placeholders.title;
  if (placeholder === undefined) return undefined;
  const full = at(context, placeholder, pt(context.look.role(placeholder.role).size));
  const { sized, ...rest } = fitLines(title, placeholder, layout.titleLines, full, lenient);
  return { item: place(title, placeholder, layout.titleLines, sized), ...rest };
}

/** Words below the title in their placeholder, as large as fits the lines that stand in it. */
export function fitSubtitle(
  subtitle: Rich,
  layout: LayoutFrame,
  context: LayoutContext,
  lenient: boolean,
): (FittedTitle & { readonly allowed: number }) | undefined {
  const placeholder = layout.placeholders.subtitle;
  if (placeholder === undefined || subtitle.length === 0) return undefined;
  const { role, anchor, align, frame } = placeholder;
  const allowed = Math.max(1, Math.floor((frame.h + SPARE) / lineHeightOf(role, context)));
  const { sized, excess } = fitLines(subtitle, placeholder, allowed, context, lenient);
  const { paragraphs, insets } = setText([{ text: subtitle }], { role, align }, frame.w, sized);
  const item: TextItem = {
    type: "text",
    name: "Subtitle",
    role,
    placeholder: "subtitle",
    frame,
    paragraphs,
    anchor,
    insets,
  };
  return excess === undefined ? { item, allowed } : { item, allowed, excess };
}

/** Kept free in a frame by a text that is squeezed into it, in lines. */
const AIR = 0.2;

/** Factor by which fonts may set scripts that the theme's font lacks wider than our estimate. */
const UNSURE = 1.25;

/** Rounding of frames, in EMU. */
const SPARE = ptToEmu(0.5);

/** The size at which a text takes no more than `most` lines and no more than its frame, from that of the context down. */
function fitLines(
  text: Rich,
  placeholder: PlaceholderFrame,
  most: number,
  context: LayoutContext,
  lenient: boolean,
): { readonly sized: LayoutContext; readonly excess?: number; readonly tight?: boolean } {
  const { role, frame } = placeholder;
  const holds = (lines: number, sized: LayoutContext): boolean =>
    lines * lineHeightOf(role, sized) <= frame.h + SPARE;
  const fits = (words: Rich, sized: LayoutContext): boolean => {
    const lines = linesOf(words, placeholder, sized);
    return lines <= most && holds(lines, sized);
  };
  const leastAt = (measured: MeasuredText, sized: LayoutContext): Emu | undefined =>
    leastWidth(measured, wideOf(text, placeholder, sized), frame.w, most);
  /** True where the title also fits in a wider font, at a width that keeps its lines. */
  const safe = (sized: LayoutContext): boolean => {
    if (!fits(text, sized)) return false;
    const measured = measureTitle(text, placeholder, sized);
    const least = leastAt(measured, sized);
    return least !== undefined && (!measured.sure || steadyFrom(measured, least, frame.w) !== undefined);
  };
  const full = context.sizes[role];
  const min = Math.min(full, context.look.role(role).min);
  for (let size: number = full; size > min; size -= 1) {
    const sized = at(context, placeholder, pt(size));
    if (safe(sized)) return { sized };
  }
  const smallest = at(context, placeholder, pt(min));
  if (fits(text, smallest)) {
    const tight = leastAt(measureTitle(text, placeholder, smallest), smallest) === undefined;
    return { sized: smallest, ...(tight && { tight }) };
  }
  const excess = tooMany(text, (words) => fits(words, smallest));
  if (!lenient) return { sized: smallest, excess };
  // Fonts of other scripts stand a little out of their lines.
  const held = (sized: LayoutContext) => holds(linesOf(text, placeholder, sized) + AIR, sized);
  return { sized: shrinkToFit(smallest, new Set([role]), held), excess };
}

const at = (context: LayoutContext, placeholder: PlaceholderFrame, size: Pt): LayoutContext => ({
  ...context,
  sizes: { ...context.sizes, [placeholder.role]: size },
});

const linesOf = (title: Rich, placeholder: PlaceholderFrame, context: LayoutContext): number =>
  measureTitle(title, placeholder, context).lines(emuToPt(placeholder.frame.w)).length;

const measureTitle = (title: Rich, { role, frame }: PlaceholderFrame, context: LayoutContext): MeasuredText =>
  measureBound(title, { role }, emuToPt(frame.w), context).measured;

function place(title: Rich, placeholder: PlaceholderFrame, most: number, context: LayoutContext): TextItem {
  const { role, frame, anchor, align } = placeholder;
  const measured = measureTitle(title, placeholder, context);
  const least = leastWidth(measured, wideOf(title, placeholder, context), frame.w, most) ?? frame.w;
  const width = emu(Math.max(balanced(title, placeholder, context), least));
  const set = setText([{ text: title }], { role, align }, width, context);
  const item = { type: "text", name: "Title", role, placeholder: "title", frame, anchor } as const;
  const [paragraph] = set.paragraphs;
  if (paragraph !== undefined && width - set.insets.left - set.insets.right < least) {
    const wide = steadyFrom(measured, least, frame.w) ?? frame.w;
    const lines = measured.lines(emuToPt(wide)).map((span) => measured.line(span, paragraph.runs));
    const insets = insetAtLineEnds(paragraph.align, emu(frame.w - wide));
    return { ...item, paragraphs: [{ ...paragraph, lines }], insets };
  }
  return {
    ...item,
    paragraphs: set.paragraphs,
    insets: addInsets(insetAtLineEnds(paragraph?.align, emu(frame.w - width)), set.insets),
  };
}

/**
 * The narrowest width from `least` on at which every renderer breaks the same lines, if there is one without a word left
 * alone on the last and without a line that ends within a phrase.
 */
function steadyFrom(measured: MeasuredText, least: Emu, width: Emu): Emu | undefined {
  let best: { readonly at: Emu; readonly faults: number } | undefined;
  for (let at: number = emuToPt(least); at <= emuToPt(width); at += STEP) {
    const lines = measured.lines(pt(at));
    const tolerance = measured.tolerance(lines);
    if (lines.length > 1 && (at < tolerance.least || tolerance.most < at)) continue;
    const faults = (tolerance.alone ? 1 : 0) + tolerance.torn;
    if (faults < (best?.faults ?? Number.POSITIVE_INFINITY)) best = { at: ptToEmu(at), faults };
    if (faults === 0) break;
  }
  return best?.at;
}

/**
 * The width in EMU that a title needs at least so that a wider font gives it no more lines than there may be, for what
 * stands below it does not move; undefined where there is none.
 */
function leastWidth(measured: MeasuredText, wide: MeasuredText, width: Emu, most: number): Emu | undefined {
  const factor = measured.sure ? 1 : UNSURE;
  const room = pt(emuToPt(width) / factor);
  const count = wide.lines(room).length;
  if (count > most) return undefined;
  return count < most ? emu(0) : emu(Math.min(width, ptToEmu(wide.balanced(room) * factor)));
}

/**
 * The title in what stands in for the theme's font where it is missing. It is set with every no-break space that it has
 * at any width up to its frame's: fewer of them only shorten its lines.
 */
function wideOf(title: Rich, { role, frame }: PlaceholderFrame, context: LayoutContext): MeasuredText {
  const glue = measure(title, { role }, context).gluedSpaces(emuToPt(frame.w));
  const { bold, caps = false } = context.look.role(role);
  return context.measurer.measure(withGlue(title, glue), {
    ...{ size: context.sizes[role], bold, font: "wide", caps },
  });
}

/** A title that renderers break in their own ways is widened by this until they do not, in pt. */
const STEP = 2;

/** The width at which the title's lines are of like length, where its last line would be short; else the whole. */
function balanced(title: Rich, placeholder: PlaceholderFrame, context: LayoutContext): Emu {
  const { frame, role } = placeholder;
  const { paragraphs } = setText([{ text: title }], { role }, frame.w, context);
  const lines = paragraphs[0]?.lines ?? [];
  const last = lines.at(-1);
  if (lines.length < 2 || last === undefined || !isShort(last, frame.w)) return frame.w;
  const measured = measureTitle(title, placeholder, context);
  const narrowest = measured.balanced(emuToPt(frame.w));
  let steady: Pt | undefined;
  for (let width = narrowest; width < emuToPt(frame.w); width = pt(width + STEP)) {
    const { least, most, torn } = measured.tolerance(measured.lines(width));
    if (least > most) continue;
    steady ??= width;
    if (torn === 0) return emu(Math.min(frame.w, ptToEmu(width)));
  }
  return emu(Math.min(frame.w, ptToEmu(steady ?? narrowest)));
}

const isShort = (line: PlacedParagraph["lines"][number], width: Emu): boolean => {
  const words = line.runs
    .map((run) => run.text)
    .join("")
    .trim()
    .split(/\s+/);
  return words.length < 2 || line.width < emuToPt(width) * SHORT;
};

/** The least number of characters to drop from the end of a text so that the rest fits. */
export function tooMany(text: Rich, fits: (text: Rich) => boolean): number {
  const characters = plain(text).length;
  let enough = 0;
  let most = characters;
  while (most - enough > 1) {
    const middle = Math.floor((enough + most) / 2);
    if (fits(head(text, middle))) enough = middle;
    else most = middle;
  }
  return characters - enough;
}

/** The first `length` characters of a text. */
function head(text: Rich, length: number): Rich {
  let left = length;
  return text.flatMap((run) => {
    const kept = sliceRun(run, 0, Math.max(0, left));
    left -= run.text.length;
    return kept.text === "" ? [] : [kept];
  });
}

/** A text that fits one line of `width` EMU, its last words replaced by an ellipsis where it does not. */
export function clip(text: Rich, manner: TextStyle, width: Emu, context: LayoutContext): Rich {
  const fits = (one: Rich) => roomFor(measure(one, manner, context).width()) <= emuToPt(width);
  if (fits(text)) return text;
  const words = plain(text).split(" ");
  for (let count = words.length - 1; count > 0; count -= 1) {
    const { text: kept, origins } = joinRuns(head(text, words.slice(0, count).join(" ").length));
    const short = [{ text: `${kept}…`, ...(origins === undefined ? {} : { origins }) }];
    if (fits(short)) return short;
  }
  return [{ text: "…" }];
}
