import type { Frame } from "../base/geometry.ts";
import { sliceRun } from "../base/origin.ts";
import type { Block } from "../model/deck.ts";
import type { JsonPath } from "../model/figures.ts";
import { plain, type Rich, type Role } from "../model/text.ts";
import { type LayoutContext, lineHeightOf, UNBOUNDED } from "./context/layout-context.ts";
import { leastIn, mapTexts, rolesOf, SHRINK_ORDER, shrinkToFit, shrunk, visit } from "./roles.ts";
import { balance, fits, splitBody } from "./split.ts";

/** Factors on distances, tried before any text gets smaller. */
const SPACINGS = [1, 0.85, 0.7] as const;

/**
 * A body that leaves much of its slide empty stands a little wider: the factor, and the share of the height that it may
 * take with it. Not where something grows into the room anyway.
 */
const AIRY = [
  { spacing: 1.8, share: 0.6 },
  { spacing: 1.4, share: 0.8 },
] as const;

/** True where a body may fit into a frame on one slide with its text at most `smaller` pt below its usual size. */
export function mayFit(body: Block, frame: Frame, base: LayoutContext, smaller: number): boolean {
  const sizes = shrunk(base.sizes, rolesOf(body), smaller, leastIn(base.look));
  return fits(body, frame.w, frame.h, { ...base, spacing: Math.min(...SPACINGS), sizes });
}

/** A body that fits: on one slide, or in parts on several, all of one size and spacing. */
export interface FittedBody {
  readonly parts: readonly Block[];
  readonly context: LayoutContext;
  /** Set when the last part is too high for the slide even so. */
  readonly overflow?: Overflow;
}

export interface Overflow {
  /** Lines of its running text that are too many. */
  readonly lines: number;
  /** Characters to cut so that it fits; undefined where shorter texts alone do not help. */
  readonly characters: number | undefined;
  readonly longest: string;
  /** JSON path of its longest text, where that is known. */
  readonly path: JsonPath | undefined;
}

/**
 * Fits a body into a frame, in this order: spacing 1, 0.85, 0.7; sizes down by 1 pt at a time, one per role over the
 * slide, to the roles' minimum; parts on continuation slides, cut neatly or else between any two items; else an overflow. Of all settings that need the fewest
 * slides the roomiest is taken. What overflows is set below the minimum when lenient, so that it covers nothing else.
 */
export function fitBody(body: Block, frame: Frame, base: LayoutContext, lenient: boolean): FittedBody {
  const airy = roomier(body, frame, base);
  if (airy !== undefined) return { parts: [body], context: airy };
  const settings = ladder(body, base);
  for (const context of settings) {
    if (fits(body, frame.w, frame.h, context)) {
      return { parts: [body], context: restore(body, frame, context, base) };
    }
  }
  const tightest = settings.at(-1) ?? base;
  for (const manner of ["neat", "free"] as const) {
    const least = splitBody(body, frame.w, frame.h, tightest, manner);
    if (least.stuck) continue;
    const context =
      settings.find((one) => {
        const split = splitBody(body, frame.w, frame.h, one, manner);
        return !split.stuck && split.parts.length === least.parts.length;
      }) ?? tightest;
    return { parts: balance(body, frame.w, frame.h, context, manner), context };
  }
  const { parts } = splitBody(body, frame.w, frame.h, tightest, "free");
  const overflow = overflowOf(parts.at(-1) ?? body, frame, tightest);
  const below = lenient ? belowMinimum(body, frame, tightest) : undefined;
  return { ...(below ?? { parts, context: tightest }), overflow };
}

/** A body that does not fit at the roles' minimum, set smaller; undefined where text is not what is too much. */
function belowMinimum(
  body: Block,
  frame: Frame,
  tightest: LayoutContext,
): Pick<FittedBody, "parts" | "context"> | undefined {
  const split = (sized: LayoutContext) => splitBody(body, frame.w, frame.h, sized, "free");
  const context = shrinkToFit(tightest, rolesOf(body), (sized) => !split(sized).stuck);
  const { parts, stuck } = split(context);
  return stuck ? undefined : { parts, context };
}

function roomier(body: Block, frame: Frame, base: LayoutContext): LayoutContext | undefined {
  if (base.blocks.measure(body, frame.w, base).maximum === UNBOUNDED) return undefined;
  return AIRY.map(({ spacing, share }) => ({ context: { ...base, spacing }, share })).find(
    ({ context, share }) => context.blocks.measure(body, frame.w, context).natural <= frame.h * share,
  )?.context;
}

/** All settings from the roomiest to the tightest. */
function ladder(body: Block, base: LayoutContext): readonly LayoutContext[] {
  const settings: LayoutContext[] = SPACINGS.map((spacing) => ({ ...base, spacing }));
  const roles = rolesOf(body);
  const tight = Math.min(...SPACINGS);
  for (let steps = 1; ; steps += 1) {
    const sizes = shrunk(base.sizes, roles, steps, leastIn(base.look));
    const before = settings.at(-1)?.sizes ?? base.sizes;
    if ([...roles].every((role) => sizes[role] === before[role])) return settings;
    settings.push({ ...base, spacing: tight, sizes });
  }
}

/**
 * All roles were made smaller together; those that need not be, because they stand elsewhere on the slide, grow again,
 * the last of the order first. Then the spaces do.
 */
function restore(body: Block, frame: Frame, found: LayoutContext, base: LayoutContext): LayoutContext {
  let context = found;
  for (const role of SHRINK_ORDER.toReversed()) {
    for (let size = base.sizes[role]; size > context.sizes[role]; ) {
      const larger: LayoutContext = { ...context, sizes: { ...context.sizes, [role]: size } };
      if (fits(body, frame.w, frame.h, larger)) context = larger;
      else size = shrunk(larger.sizes, new Set<Role>([role]), 1, leastIn(base.look))[role];
    }
  }
  const wider = SPACINGS.map((spacing): LayoutContext => ({ ...context, spacing })).find((one) =>
    fits(body, frame.w, frame.h, one),
  );
  return wider ?? context;
}

/** Returns by how much a part overflows its frame, in lines and in characters. */
function overflowOf(part: Block, frame: Frame, context: LayoutContext): Overflow {
  const { minimum } = context.blocks.measure(part, frame.w, context);
  const texts = textsOf(part);
  const longest = texts.toSorted((a, b) => length(b.text) - length(a.text))[0];
  const line = lineHeightOf(longest?.role ?? "body", context);
  return {
    lines: Math.max(1, Math.ceil((minimum - frame.h) / line)),
    characters: charactersToCut(
      part,
      frame,
      context,
      texts.reduce((sum, one) => sum + length(one.text), 0),
    ),
    longest: plain(longest?.text ?? []),
    path: longest?.from,
  };
}

const length = (text: Rich): number => plain(text).length;

/** The least number of characters, cut from all texts alike, after which the part fits. */
function charactersToCut(part: Block, frame: Frame, context: LayoutContext, all: number): number | undefined {
  const fitsAt = (share: number) =>
    fits(
      mapTexts(part, (paragraph) => ({ ...paragraph, text: shorten(paragraph.text, share) })),
      frame.w,
      frame.h,
      context,
    );
  if (!fitsAt(0)) return undefined;
  let enough = 0;
  let tooMuch = 1;
  for (let round = 0; round < 8; round += 1) {
    const middle = (enough + tooMuch) / 2;
    if (fitsAt(middle)) enough = middle;
    else tooMuch = middle;
  }
  return Math.max(1, Math.ceil(all * (1 - enough)));
}

/** The first share of a text's characters. */
export function shorten(text: Rich, share: number): Rich {
  let left = Math.floor(length(text) * share);
  return text.flatMap((run) => {
    const kept = sliceRun(run, 0, Math.max(0, left));
    left -= run.text.length;
    return kept.text === "" ? [] : [kept];
  });
}

interface Text {
  readonly text: Rich;
  readonly role: Role;
  readonly from: JsonPath | undefined;
}

function textsOf(part: Block): readonly Text[] {
  const texts: Text[] = [];
  visit(part, (block) => {
    if (block.type === "text") {
      for (const one of block.paragraphs)
        texts.push({ text: one.text, role: one.role ?? block.role, from: one.from });
    } else if (block.type === "table") {
      for (const row of block.rows) {
        for (const cell of row) texts.push({ text: cell.text, role: block.role ?? "table", from: cell.from });
      }
    }
  });
  return texts;
}
