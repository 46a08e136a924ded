import { kept } from "../base/kept.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { resolveLocale } from "../locales/index.ts";
import type { Deck, SharedSlide, Slide } from "../model/deck.ts";
import type { Page, Pages } from "../model/page.ts";
import type { DeckProperties } from "../model/story.ts";
import type { ResolvedTheme } from "../theme/theme.ts";
import type { ChartFitter, LayoutContext } from "./context/layout-context.ts";
import { createMemo } from "./context/memo.ts";
import { createTextMeasurer } from "./context/text-measurer.ts";
import { rememberingBlocks } from "./dispatch.ts";
import { mayFit } from "./fit.ts";
import { type LayoutCache, type LayoutMemory, OLDEST, startLayoutMemory } from "./layout-cache.ts";
import { draftSlide, keepsIds, type SlideDraft } from "./pages.ts";
import { fullSizes } from "./roles.ts";
import { SMALLER, shareSlides } from "./sharing.ts";

export interface LaidOut {
  readonly pages: Pages;
  readonly diagnostics: readonly Diagnostic[];
}

export interface LayoutOptions {
  /** True where text that does not fit is placed with a warning, instead of an error. */
  readonly lenient: boolean;
}

/** Rounds until page numbers in the text agree with the pages; they can only change how lines break. */
const ROUNDS = 4;

/** Lays a deck out with a given way to fit charts; with the memory of the layout before, only what is new in it. */
export function layoutDeck(
  given: Deck,
  look: ResolvedTheme,
  options: LayoutOptions,
  fitChart: ChartFitter,
  memory: LayoutMemory = startLayoutMemory(),
): LaidOut {
  const left = leftFor(given, look, options, fitChart, memory);
  const properties = kept(left.properties, given.properties);
  const draft = drafter(given, options, left);
  const known = new Map<string, Slide>();
  const sameAs = (name: string, slide: Slide): Slide => {
    const same = kept(left.slides.get(name), slide);
    known.set(name, same);
    return same;
  };
  const asBefore = (slide: Slide, round: number): Slide => sameAs(`${round} ${slide.id}`, slide);
  const deck = shareSlides(
    given,
    (slide) => hopeful(slide, left.context),
    (slide) => draft(sameAs(`shared ${slide.holds.join(" ")}`, slide)),
  );
  const numbered = deck.slides.map(hasPageNumbers);
  let numbers = new Map(deck.slides.map((slide, index) => [slide.id, index + 1]));
  let slides = deck.slides.map((slide, index) => (numbered[index] ? slide : asBefore(slide, 0)));
  const write = (round: number): All => {
    slides = slides.map((slide, index) =>
      numbered[index] ? asBefore(withPageNumbers(slide, numbers), round) : slide,
    );
    return allPages(slides.map(draft), properties);
  };
  let laid = write(0);
  for (let round = 1; round < ROUNDS && numbered.includes(true); round += 1) {
    const next = numbersOf(deck, laid.pages);
    if ([...next].every(([id, number]) => numbers.get(id) === number)) break;
    numbers = next;
    laid = write(round);
  }
  memory.left = { ...left, properties, slides: known, generation: left.generation + 1 };
  const numberLanguage = resolveLocale(deck.language)?.numberLanguage;
  const pagesOf = new Map<string, readonly string[]>(laid.bySlide);
  return {
    pages: {
      properties: deck.properties,
      language: deck.language,
      ...(numberLanguage === undefined ? {} : { numberLanguage }),
      theme: deck.theme,
      width: look.size.width,
      height: look.size.height,
      sections: deck.sections.map(({ id, name, slides }) => ({
        id,
        name,
        pages: slides.flatMap((one) => pagesOf.get(one) ?? []),
      })),
      pages: laid.pages,
      figures: deck.figures,
    },
    diagnostics: laid.diagnostics,
  };
}

/** True where a form of a shared slide's body may fit on one page; its frame is the highest that the slide can have. */
function hopeful({ layout, body, plainer = [] }: SharedSlide, context: LayoutContext): boolean {
  const { frames } = context.look;
  const area = (layout === "content" ? frames.contentShort : frames[layout]).body;
  return [body, ...plainer].some((form) => mayFit(form, area, context, SMALLER));
}

interface All {
  readonly pages: readonly Page[];
  readonly bySlide: readonly (readonly [string, readonly string[]])[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Results of the previous layout that are still valid. */
function leftFor(
  deck: Deck,
  look: ResolvedTheme,
  options: LayoutOptions,
  fitChart: ChartFitter,
  { left }: LayoutMemory,
): LayoutCache {
  const question = JSON.stringify([deck.language, deck.units, deck.names, look.key, options.lenient]);
  if (left?.key === question && left.generation < OLDEST) return left;
  const context: LayoutContext = {
    look,
    language: deck.language,
    measurer: createTextMeasurer(look.fonts, deck.language, deck.units, deck.names),
    blocks: rememberingBlocks(),
    tables: createMemo(),
    fitChart,
    sizes: fullSizes(look),
    spacing: 1,
  };
  const { properties } = deck;
  return { key: question, context, properties, drafts: new WeakMap(), slides: new Map(), generation: 0 };
}

/** Lays slides out; one that comes again unchanged has been laid out already. */
function drafter(
  deck: Deck,
  options: LayoutOptions,
  { context, drafts }: LayoutCache,
): (slide: Slide) => SlideDraft {
  const frames = context.look.frames;
  const taken = new Set(deck.slides.map((slide) => slide.id));
  return (slide) => {
    const before = drafts.get(slide);
    if (before !== undefined && keepsIds(before, taken)) return before;
    const around = {
      layout: frames[slide.layout],
      ...(slide.layout === "content"
        ? { short: { name: "contentShort" as const, frame: frames.contentShort } }
        : {}),
      ...(slide.taller === undefined ? {} : { taller: { name: slide.taller, frame: frames[slide.taller] } }),
      taken,
      lenient: options.lenient,
    };
    const made = draftSlide(slide, around, context);
    drafts.set(slide, made);
    return made;
  };
}

/** All slides one after the other, their pages numbered from 1. */
function allPages(drafts: readonly SlideDraft[], properties: DeckProperties): All {
  const pages: Page[] = [];
  const bySlide = drafts.map((draft): readonly [string, readonly string[]] => {
    const own = draft.pages(pages.length + 1, properties);
    pages.push(...own);
    return [draft.slide.id, own.map((page) => page.id)];
  });
  return { pages, bySlide, diagnostics: drafts.flatMap((draft) => draft.diagnostics) };
}

const numbersOf = (deck: Deck, pages: readonly Page[]): Map<string, number> => {
  const byId = new Map(pages.map((page) => [page.id, page.number]));
  return new Map(deck.slides.map((slide) => [slide.id, byId.get(slide.id) ?? 0]));
};

/**
 * A run with `pageOf` stands for the number of that slide's first page. Numbers are known only after slides were split, so
 * layout writes them into the texts and breaks the lines anew.
 */
const hasPageNumbers = (slide: Slide): boolean =>
  found(slide.body) || found(slide.source) || found(slide.title);

function found(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(found);
  if ("pageOf" in value && typeof value.pageOf === "string") return true;
  for (const key in value) if (found((value as Record<string, unknown>)[key])) return true;
  return false;
}

/**
 * The slide with every such run saying its number. A run that names a slide that is not there keeps its text. What does
 * not change stays the same object, the whole slide too, so that it need not be laid out again.
 */
function withPageNumbers(slide: Slide, numbers: ReadonlyMap<string, number>): Slide {
  return replaced(slide, numbers);
}

/** Copies plain JSON as far as it changes; only runs change, and only their text, so the type stays what it was. */
function replaced<T>(value: T, numbers: ReadonlyMap<string, number>): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = value.map((one) => replaced<unknown>(one, numbers));
    return items.every((one, index) => one === value[index]) ? value : (items as T);
  }
  let copy: Record<string, unknown> | undefined;
  for (const [key, one] of Object.entries(value)) {
    const next = replaced<unknown>(one, numbers);
    if (next !== one) copy = { ...(copy ?? value), [key]: next };
  }
  const { pageOf, text } = value as { readonly pageOf?: unknown; readonly text?: unknown };
  const number = typeof pageOf === "string" ? numbers.get(pageOf) : undefined;
  if (number !== undefined && text !== String(number)) copy = { ...(copy ?? value), text: String(number) };
  return copy === undefined ? value : (copy as T);
}
