import { bottom, type Frame, frame, overlaps, right } from "../base/geometry.ts";
import { inchesToEmu } from "../base/units.ts";
import type { Fact } from "./facts.ts";
import { isContent, titleOf } from "./match.ts";
import { around, isHardForBody, isHardForTitle, panelColour, panelsUnder } from "./panels.ts";
import type { Holder } from "./placeholders.ts";
import {
  about,
  clamp,
  coveredFacts,
  drawnOf,
  footersOf,
  guessed,
  half,
  keepOuts,
  kickerAbove,
  type Learned,
  MARGIN,
  onSlide,
  PLAIN,
  SOURCE,
  type TemplateSheet,
  textHex,
  titleFacts,
  titleHolder,
} from "./sheet.ts";
import { blockedOr, freeIn, isFree } from "./surface.ts";
import { type Fitted, fitBox, legibleColour, placeOf, textArea, textBox } from "./text-box.ts";
import { marks, obstacles, readingOn, type Under, under } from "./under.ts";

/** Distances in inches on a slide of 7.5 inches: of the body from what is above it, and of text from the slide's foot. */
const GAP = 0.1;
const EDGE = 0.25;
/** Height of the line of the footer, and the least width. */
const FOOTER = 0.2;
const FOOTER_WIDTH = 3;

/** Frames of the pages of content: nearly all. */
export function contentPage(sheet: TemplateSheet, scale: number): Learned {
  const { surface, width, height, unit, match } = sheet;
  const usual = frame(unit(MARGIN), unit(0.5), width - 2 * unit(MARGIN), unit(0.95));
  const title = titleHolder(sheet, usual);
  const name = match.layout?.name ?? "";
  const { frames: footers, covered, ...furniture } = footersOf(sheet);
  const scheme = drawnOf(sheet).scheme;
  const own = title?.holder.text ?? PLAIN;
  const share = ({ w, h }: Frame): number => (w * h) / (width * height);
  const { fitted, text, base, body, source, blocked, ground, over } = roomiest(
    arrangements(sheet, title?.frame ?? usual, own, footers, scale),
    share,
  );
  const facts: Fact[] = [];
  if (Math.min(share(base), share(body)) < SMALL)
    facts.push({ type: "smallBody", own: share(base), used: share(body), layout: name });
  facts.push(...coveredFacts(sheet, covered));
  if (furniture.number === undefined && !covered.includes("number"))
    facts.push({ type: "noNumber", layout: name });
  const above = kickerAbove(sheet, fitted.box, text, blocked);
  const line = furniture.footer === undefined ? footerLine(sheet, source, footers, blocked) : undefined;
  const reads = readingOn(surface, around([body, source]));
  // A body that lies across shapes is crossed by their edges, readable or not.
  const hard = over || !isFree(surface, body, blocked) || isHardForBody(surface, around([body, source]));
  const hardTitle = title !== undefined && isHardForTitle(surface, text);
  const paper = hard || reads === undefined ? panelColour(scheme, textHex(sheet)) : reads.hex;
  const roomAbove = above.free && !footers.some((f) => overlaps(f, above.kicker));
  const kicker = roomAbove && (hardTitle || !hard) ? above.kicker : undefined;
  const panels = panelsUnder(
    sheet,
    [
      ...(hardTitle ? [kicker === undefined ? text : around([text, kicker])] : []),
      ...(hard ? [around([body, source, ...(line ? [line] : [])])] : []),
    ],
    footers,
  );
  const colour = legibleColour(own, text, surface, scheme, hardTitle ? paper : undefined);
  facts.unshift(...titleFacts(sheet, title?.frame, fitted, colour));
  if (panels.length > 0) facts.push({ type: "panel", page: "content", layout: name, paper });
  if (furniture.footer === undefined && !covered.includes("footer"))
    facts.push({ type: "noFooter", layout: name, written: line !== undefined });
  facts.push(...guessed("content", match));
  return {
    page: {
      ...about(sheet),
      ...(title === undefined ? {} : { title: textBox(title.holder, fitted, colour.colour) }),
      ...furniture,
      ...(line === undefined ? {} : { footerLine: placeOf(line) }),
      body: placeOf(body),
      source: placeOf(source),
      ...(kicker === undefined ? {} : { kicker: placeOf(kicker) }),
      keepOut: keepOuts(
        sheet,
        [fitted.box, body, source, above.kicker, ...(line ? [line] : []), ...panels],
        ground.number,
      ),
      paper: { hex: paper },
      ...(panels.length === 0 ? {} : { panels: panels.map(placeOf) }),
    },
    facts,
    paper,
    panelled: hard,
  };
}

/** Share of the slide that content takes at least, if the template can give it: less is refused by many decks. */
const LITTLE = 0.34;

/** The places of a title and of what stands below it. */
interface Arrangement {
  readonly fitted: Fitted;
  /** Area of the title's words. */
  readonly text: Frame;
  readonly base: Frame;
  readonly body: Frame;
  readonly source: Frame;
  readonly ground: Under;
  readonly blocked: (cell: number) => boolean;
  /** True where the body lies over what the template draws, on a panel. */
  readonly over: boolean;
}

/** The first arrangement that leaves enough, else the one that leaves the most. */
function roomiest(all: readonly (() => Arrangement)[], share: (body: Frame) => number): Arrangement {
  let best: Arrangement | undefined;
  for (const make of all) {
    const made = make();
    if (share(made.body) >= LITTLE) return made;
    if (best === undefined || share(made.body) > share(best.body) * 1.1) best = made;
  }
  if (best === undefined) throw new Error("a page without an arrangement");
  return best;
}

/** The template's own arrangement, then those that change it: the title higher, the body over drawings, or both. */
function arrangements(
  sheet: TemplateSheet,
  title: Frame,
  own: Holder["text"],
  footers: readonly Frame[],
  scale: number,
): readonly (() => Arrangement)[] {
  const { height, unit } = sheet;
  const raised = frame(title.x, Math.max(0, unit(TOP)), title.w, title.h);
  const lower = title.y > height * HIGH;
  const places = lower ? [title, raised] : [title];
  return [false, true].flatMap((over) =>
    places.map((place) => () => arranged(sheet, place, own, footers, scale, over)),
  );
}

/** Top of a title that is moved up, in inches on a slide of 7.5 inches. */
const TOP = 0.4;
/** Share of the slide's height down to which a title stands at the top. */
const HIGH = 0.15;

function arranged(
  sheet: TemplateSheet,
  title: Frame,
  own: Holder["text"],
  footers: readonly Frame[],
  scale: number,
  over: boolean,
): Arrangement {
  const { surface, width, height, unit } = sheet;
  const sizes = [half(clamp(own.size, 22, 26) * scale), half(22 * scale)] as const;
  const boxed = (within: readonly [number, number], lines = 2) =>
    fitBox(title, own, { sizes: within, lines }, surface, height * 0.4);
  const usually = boxed(sizes);
  // A low box that cannot grow has two smaller lines rather than one: titles are sentences.
  const smaller = usually.lines < 2 ? boxed([half(21.5 * scale), half(17 * scale)]) : usually;
  const two = smaller.lines === 2 ? smaller : usually;
  // A narrow box has three smaller lines where it is high enough for them; on an upright slide it grows.
  const upright = height > width;
  const narrow = two.box.w < (upright ? unit(USUAL_WIDTH) : width) * NARROW;
  const three = narrow ? boxed([half(18 * scale), half(17 * scale)], 3) : two;
  const fitted = three.lines === 3 && (!three.low || upright) ? three : two;
  const text = textArea(fitted.box, own);
  const base = bodyBase(sheet, title, fitted.box, footers);
  const ground = under(surface, base);
  const blocked = over ? marks(surface) : obstacles(surface, ground);
  const { body, source } = bodyAndSource(sheet, base, fitted.box, text, footers, blocked);
  return { fitted, text, base, body, source, ground, blocked, over };
}

/** Share of the slide's width, and of a usual slide's in inches on one that is upright, below which a title box is narrow. */
const NARROW = 0.6;
const USUAL_WIDTH = 12;

/** Bare ground below the sources for one line, at the foot of the slide as footers are; undefined where there is none. */
function footerLine(
  sheet: TemplateSheet,
  source: Frame,
  footers: readonly Frame[],
  blocked: (cell: number) => boolean,
): Frame | undefined {
  const { surface, height, unit } = sheet;
  const top = bottom(source) + unit(0.04);
  const below = frame(source.x, top, source.w, height - unit(0.12) - top);
  if (below.h < unit(FOOTER)) return undefined;
  const taken = footers.map((f) => [f.x, f.y, right(f), bottom(f)] as const);
  const free = freeIn(surface, below, blockedOr(surface, taken, blocked), ({ w, h }) =>
    h >= unit(FOOTER) && w >= unit(FOOTER_WIDTH) ? w : 0,
  );
  if (free === undefined) return undefined;
  const foot = Math.max(free.y + unit(FOOTER), Math.min(bottom(free), height - unit(EDGE)));
  return frame(free.x, foot - unit(FOOTER), free.w, unit(FOOTER));
}

/** Share of the slide below which a body is small; Office's own is 0.5. */
const SMALL = 0.4;

/** The area that the template gives to content: of this layout, of one with the same title, of the master; else what is left. */
function bodyBase(sheet: TemplateSheet, ownTitle: Frame, title: Frame, footers: readonly Frame[]): Frame {
  const { match, width, height, unit } = sheet;
  const large = ({ frame: f, text }: Holder): boolean =>
    f !== undefined && f.w >= width * 0.35 && f.h >= height * 0.25 && !text.vertical && onSlide(f, sheet);
  const largest = (holders: readonly Holder[]): Holder | undefined =>
    holders
      .filter((holder) => isContent(holder) && large(holder))
      .sort((a, b) => (b.frame?.w ?? 0) * (b.frame?.h ?? 0) - (a.frame?.w ?? 0) * (a.frame?.h ?? 0))[0];
  const near = (a: number, b: number): boolean => Math.abs(a - b) < inchesToEmu(0.3);
  const sibling = match.master.layouts.find((layout) => {
    const other = titleOf(layout)?.frame;
    const alike =
      other !== undefined &&
      near(other.x, ownTitle.x) &&
      near(other.y, ownTitle.y) &&
      near(other.w, ownTitle.w);
    return alike && layout.holders.filter(isContent).length === 1 && largest(layout.holders) !== undefined;
  });
  const found =
    (match.layout && largest(match.layout.holders)) ??
    (sibling && largest(sibling.holders)) ??
    largest(match.master.holders);
  if (found?.frame !== undefined) {
    const { x, y, w, h } = textArea(found.frame, found.text);
    const [left, top] = [Math.max(0, x), Math.max(0, y)];
    return frame(left, top, Math.min(width, x + w) - left, Math.min(height, y + h) - top);
  }
  const left = clamp(title.x, unit(0.3), width * 0.3);
  const top = bottom(title) + unit(0.15);
  const foot = Math.min(height - unit(0.5), ...footers.filter(({ y }) => y > height * 0.7).map(({ y }) => y));
  return frame(left, top, width - left - Math.min(left, unit(MARGIN) * 1.5), foot - top - unit(GAP));
}

/** Body and the line of sources below it, clear of the title, the footers and what the template draws. */
function bodyAndSource(
  sheet: TemplateSheet,
  base: Frame,
  title: Frame,
  text: Frame,
  footers: readonly Frame[],
  blocked: (cell: number) => boolean,
): { readonly body: Frame; readonly source: Frame } {
  const { surface, width, height, unit } = sheet;
  const beside = (f: Frame): boolean => right(f) <= base.x + 1 || f.x >= right(base) - 1;
  const floor = Math.min(
    height - unit(EDGE),
    ...footers.filter((f) => f.y > height * 0.6 && !beside(f)).map(({ y }) => y - unit(0.03)),
  );
  const under = beside(title) || title.y > base.y + base.h / 2 ? 0 : bottom(title) + unit(GAP);
  const small = (base.w * base.h) / (width * height) < 0.5;
  // A small body may take the bare paper between the title and the footers.
  const top = small && under > 0 ? Math.min(base.y, under + unit(0.05)) : base.y;
  const foot = small ? floor - unit(SOURCE + 0.06) : bottom(base);
  const [y1, y2] = [Math.max(top, under), Math.min(foot, floor - unit(0.02))];
  // Nor need it be narrower than the title above it.
  const wide = small && under > 0 && text.w > base.w;
  const [x1, x2] = wide
    ? [Math.min(base.x, text.x), Math.max(right(base), right(text))]
    : [base.x, right(base)];
  const wished = frame(x1, y1, x2 - x1, Math.max(unit(1), y2 - y1));
  const worth = ({ w, h }: Frame): number => w ** 1.3 * h;
  const clear = freeIn(surface, wished, blocked, worth) ?? wished;
  // What leaves next to nothing is no obstacle but the template's own ground.
  const body = clear.w * clear.h >= wished.w * wished.h * 0.35 ? clear : wished;
  const line = frame(body.x, bottom(body) + unit(0.03), body.w, unit(SOURCE));
  if (bottom(line) <= floor && isFree(surface, line, blocked)) return { body, source: line };
  const space = frame(
    body.x,
    bottom(body) + unit(0.03),
    body.w,
    Math.max(0, floor - bottom(body) - unit(0.03)),
  );
  const free = freeIn(surface, space, blocked, ({ w, h }) => (h >= unit(SOURCE) ? w : 0));
  if (free !== undefined && free.w >= body.w * 0.6)
    return { body, source: frame(free.x, free.y, free.w, unit(SOURCE)) };
  const least = Math.max(0, Math.min(unit(SOURCE + 0.05), bottom(body) + unit(SOURCE + 0.05) - floor));
  const gap = isFree(surface, frame(line.x, line.y, line.w, Math.max(1, floor - line.y)), blocked)
    ? least
    : unit(SOURCE + 0.05);
  const shorter = frame(body.x, body.y, body.w, body.h - gap);
  return { body: shorter, source: frame(body.x, bottom(shorter) + unit(0.03), body.w, unit(SOURCE)) };
}
