import { type Frame, frame } from "../base/geometry.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import {
  deckOverflow,
  sourceTooLong,
  subtitleTooLong,
  titleTooLong,
} from "../diagnostics/messages/layout.ts";
import type { Block, LayoutName, Slide } from "../model/deck.ts";
import type { Item, Page } from "../model/page.ts";
import type { DeckProperties } from "../model/story.ts";
import { plain, type Rich } from "../model/text.ts";
import type { LayoutFrame } from "../theme/frames.ts";
import type { LayoutContext } from "./context/layout-context.ts";
import { fitBody } from "./fit.ts";
import { footers, kickerRow, sourceItems } from "./furniture.ts";
import { leastIn, rolesOf } from "./roles.ts";
import { type FittedTitle, fitSubtitle, fitTitle } from "./title.ts";

/** A slide laid out, but for the foot of its pages: one page, or as many as its body needs. */
export interface SlideDraft {
  readonly slide: Slide;
  /** Ids of its pages. */
  readonly ids: readonly string[];
  /** Returns the pages of the slide, numbered from `first`; the same arguments give the same objects. */
  readonly pages: (first: number, properties: DeckProperties) => readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
  /** Points by which the text of its body is smaller than usual, of the role that shrank most. */
  readonly smaller: number;
}

/** Data of the deck that the drafts of its slides need. */
export interface PageContext {
  readonly layout: LayoutFrame;
  /** The same for a title of one line, where the slide's layout has such a twin. */
  readonly short?: NamedLayout;
  /** The layout of a slide whose title is too long for its own. */
  readonly taller?: NamedLayout;
  /** Ids of all slides, so that no continuation takes one. */
  readonly taken: ReadonlySet<string>;
  readonly lenient: boolean;
}

export interface NamedLayout {
  readonly name: LayoutName;
  readonly frame: LayoutFrame;
}

export function draftSlide(slide: Slide, around: PageContext, context: LayoutContext): SlideDraft {
  const { layout, short, taller, lenient } = around;
  const titleOf = (count: number) => chooseTitle(slide, count, layout, context, lenient);
  const title = titleOf(1);
  if (short !== undefined && isLine(title)) {
    const draft = draftOn({ ...slide, layout: short.name }, { ...around, layout: short.frame }, context);
    const count = draft.ids.length;
    // The numbers of its pages may take the title to a second line.
    if (count === 1 || isLine(titleOf(count))) return draft;
  }
  if (taller !== undefined && title.excess > 0)
    return draftOn({ ...slide, layout: taller.name }, { ...around, layout: taller.frame }, context);
  return draftOn(slide, around, context);
}

const isLine = ({ titles }: ChosenTitle): boolean =>
  titles.every((title) => title?.item.paragraphs.reduce((sum, { lines }) => sum + lines.length, 0) === 1);

function draftOn(slide: Slide, around: PageContext, context: LayoutContext): SlideDraft {
  const { layout } = around;
  const area = layout.body;
  const fitted = fitSlide(slide, area, context, around.lenient);
  const count = fitted.parts.length;
  // One size per role over the whole page, also above and below its body.
  const sized: LayoutContext = { ...context, sizes: fitted.context.sizes };
  const subtitle = fitSubtitle(slide.subtitle ?? [], layout, sized, around.lenient);
  const source = sourceItems(slide, layout, sized, around.lenient);
  const [path] = slide.from;
  const where = { page: slide.id, ...(path === undefined ? {} : { path }) };
  const diagnostics: Diagnostic[] = [];

  const { title: words, titles, excess } = chooseTitle(slide, count, layout, context, around.lenient);
  const named = plain(words);
  if (excess > 0) {
    const at = slide.titleFrom === undefined ? where : { ...where, path: slide.titleFrom };
    diagnostics.push(titleTooLong(at, named, layout.titleLines, excess, around.lenient));
  }
  if (subtitle?.excess !== undefined) {
    const at = slide.subtitleFrom === undefined ? where : { ...where, path: slide.subtitleFrom };
    diagnostics.push(
      subtitleTooLong(at, plain(slide.subtitle ?? []), subtitle.allowed, subtitle.excess, around.lenient),
    );
  }
  if (source.excess !== undefined)
    diagnostics.push(sourceTooLong(where, named, source.excess, around.lenient));
  if (fitted.overflow !== undefined) {
    const { lines, characters, longest, path: place } = fitted.overflow;
    const last = pageId(slide, count - 1, around.taken);
    const at = place === undefined ? { ...where, page: last } : { page: last, path: place };
    diagnostics.push(deckOverflow(at, named, lines, characters, longest, around.lenient));
  }

  const bodies = fitted.parts.map((part, index): readonly Item[] => [
    ...(titles[index] === undefined ? [] : [titles[index].item]),
    ...kickerRow(slide, layout, sized),
    ...(subtitle === undefined ? [] : [subtitle.item]),
    ...placeBody(part, layout, fitted.context),
    ...source.items,
  ]);
  const page = (number: number, index: number, properties: DeckProperties): Page => {
    const items = [...(bodies[index] ?? []), ...footers(layout, properties, number, sized)];
    return {
      id: pageId(slide, index, around.taken),
      number,
      kind: slide.kind,
      layout: slide.layout,
      section: slide.section,
      title: plain(numbered(words, index, count)),
      short: slide.short,
      items: uniqueNames(items),
      ...pressedOn(fitted.parts[index], fitted.context),
      notes: slide.notes,
      ...(slide.sourcesNote === undefined ? {} : { sourcesNote: slide.sourcesNote }),
      ...(slide.spoken === undefined ? {} : { spoken: slide.spoken }),
      from: slide.from,
    };
  };
  let last: Asked | undefined;
  const pages = (first: number, properties: DeckProperties): readonly Page[] => {
    if (last?.first !== first || last.properties !== properties) {
      const made = bodies.map((_, index) => page(first + index, index, properties));
      last = { first, properties, pages: made };
    }
    return last.pages;
  };
  return {
    slide,
    ids: bodies.map((_, index) => pageId(slide, index, around.taken)),
    pages,
    diagnostics,
    smaller: Math.max(
      0,
      ...[...rolesOf(slide.body)].map((role) => context.sizes[role] - fitted.context.sizes[role]),
    ),
  };
}

/** The body, or the first of its plainer forms that takes fewer pages. */
function fitSlide({ body, plainer = [] }: Slide, area: Frame, context: LayoutContext, lenient: boolean) {
  let best = fitBody(body, area, context, lenient);
  for (const form of plainer) {
    if (best.parts.length === 1 && best.overflow === undefined) break;
    const other = fitBody(form, area, context, lenient);
    if (
      other.overflow === undefined &&
      (best.overflow !== undefined || other.parts.length < best.parts.length)
    )
      best = other;
  }
  return best;
}

interface ChosenTitle {
  readonly title: Rich;
  /** One for each page. */
  readonly titles: readonly (FittedTitle | undefined)[];
  /** Characters to cut where no form of it fits. */
  readonly excess: number;
}

/**
 * The first form of a slide's title that fits on all its pages, also in a font that stands in for the theme's; where none
 * does, the first that fits in the theme's; else the last one.
 */
function chooseTitle(
  slide: Slide,
  count: number,
  layout: LayoutFrame,
  context: LayoutContext,
  lenient: boolean,
): ChosenTitle {
  let fitting: ChosenTitle | undefined;
  let last: ChosenTitle | undefined;
  for (const title of [slide.title, ...(slide.shorter ?? [])]) {
    const titles = Array.from({ length: count }, (_, index) =>
      fitTitle(numbered(title, index, count), layout, context, lenient),
    );
    last = { title, titles, excess: Math.max(0, ...titles.map((one) => one?.excess ?? 0)) };
    if (last.excess > 0) continue;
    fitting ??= last;
    if (titles.every((one) => one?.tight !== true)) return last;
  }
  return (fitting ?? last) as ChosenTitle;
}

interface Asked {
  readonly first: number;
  readonly properties: DeckProperties;
  readonly pages: readonly Page[];
}

/** True where a draft would be the same among slides with these ids. */
export const keepsIds = ({ slide, ids }: SlideDraft, taken: ReadonlySet<string>): boolean =>
  ids.every((id, index) => id === pageId(slide, index, taken));

/** Share of its frame from which on a body fills it, and the factors by which what grows may grow further until it does. */
const FULL = 0.85;
const GROWTHS = [1, 2, 4];

/** The body from the top of its frame, as high as it makes good use of. */
function placeBody(part: Block, layout: LayoutFrame, context: LayoutContext): readonly Item[] {
  const area = layout.body;
  const tried = GROWTHS.map((growth): LayoutContext => (growth === 1 ? context : { ...context, growth }));
  const heightIn = (one: LayoutContext): number => context.blocks.measure(part, area.w, one).maximum;
  const chosen = tried.find((one) => heightIn(one) >= area.h * FULL) ?? tried.at(-1) ?? context;
  const whole = part.type === "text" && part.placeholder === true;
  const height = whole ? area.h : Math.min(heightIn(chosen), area.h);
  return context.blocks.place(part, frame(area.x, area.y, area.w, height), chosen);
}

/** Roles of a body that stand below their smallest size, as they do where what is too full is written all the same. */
function pressedOn(part: Block | undefined, { look, sizes }: LayoutContext): Pick<Page, "pressed"> {
  const roles = part === undefined ? [] : [...rolesOf(part)];
  const pressed = roles
    .map((role) => ({ role, size: sizes[role], least: leastIn(look)(role) }))
    .filter(({ size, least }) => size < least);
  return pressed.length === 0 ? {} : { pressed };
}

/** "Title (2/3)" where the slide goes on; the numbers stay with the last word. */
const numbered = (title: Rich, index: number, count: number): Rich =>
  count === 1 ? title : [...title, { text: `\u00a0(${index + 1}/${count})` }];

/** The slide's id; a continuation adds its number, in another way where a slide of that name exists. */
function pageId(slide: Slide, index: number, taken: ReadonlySet<string>): string {
  if (index === 0) return slide.id;
  const id = `${slide.id}-${index + 1}`;
  return taken.has(id) ? `${slide.id}-part-${index + 1}` : id;
}

/** Names that PowerPoint's selection pane shows: no longer than this, and each once on a page. */
const LONGEST = 80;

/** Numbers the names that occur more than once, in reading order: "Card 1", "Card 2". */
function uniqueNames(items: readonly Item[]): readonly Item[] {
  const short = items.map((item) => cut(item.name));
  const uses = new Map<string, number>();
  for (const name of short) uses.set(name, (uses.get(name) ?? 0) + 1);
  const taken = new Set(short.filter((name) => uses.get(name) === 1));
  const counts = new Map<string, number>();
  return items.map((item, index) => {
    const name = short[index] ?? item.name;
    if (uses.get(name) === 1) return name === item.name ? item : { ...item, name };
    let number = counts.get(name) ?? 0;
    let candidate: string;
    do {
      number += 1;
      candidate = `${name} ${number}`;
    } while (taken.has(candidate));
    counts.set(name, number);
    taken.add(candidate);
    return { ...item, name: candidate };
  });
}

const cut = (name: string): string => {
  const characters = [...name];
  return characters.length > LONGEST
    ? `${characters
        .slice(0, LONGEST - 1)
        .join("")
        .trimEnd()}…`
    : name;
};
