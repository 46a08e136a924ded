import { inchesToEmu } from "../base/units.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Deck, Slide } from "../model/deck.ts";
import type { Page, Pages } from "../model/page.ts";
import { layoutFrames } from "../theme/frames.ts";
import type { Look } from "../theme/theme.ts";
import { rememberingBlocks } from "./dispatch.ts";
import { gaugeOf } from "./gauge.ts";
import { hasPageNumbers, withPageNumbers } from "./pageNumbers.ts";
import { slidePages } from "./pages.ts";
import { fullSizes } from "./roles.ts";
import type { ChartFitter, Setting } from "./setting.ts";

export interface LaidOut {
  readonly pages: Pages;
  readonly diagnostics: readonly Diagnostic[];
}

export interface LayoutOptions {
  /** What does not fit is a warning and is placed all the same, instead of an error. */
  readonly lenient: boolean;
}

/** Rounds until page numbers in the text agree with the pages; they can only change how lines break. */
const ROUNDS = 4;

/** Lays a deck out with a given way to fit charts. */
export function layoutDeck(deck: Deck, look: Look, options: LayoutOptions, fitChart: ChartFitter): LaidOut {
  const setting: Setting = {
    look,
    language: deck.language,
    gauge: gaugeOf(look.theme, deck.language),
    blocks: rememberingBlocks(),
    fitChart,
    sizes: fullSizes(look),
    spacing: 1,
  };
  let numbers = new Map(deck.slides.map((slide, index) => [slide.id, index + 1]));
  let laid = allPages(deck, numbers, options, setting);
  for (let round = 1; round < ROUNDS && deck.slides.some(hasPageNumbers); round += 1) {
    const next = numbersOf(deck, laid.pages);
    if ([...next].every(([id, number]) => numbers.get(id) === number)) break;
    numbers = next;
    laid = allPages(deck, numbers, options, setting);
  }
  const { slide } = look.theme;
  const pagesOf = new Map<string, readonly string[]>(laid.bySlide);
  return {
    pages: {
      properties: deck.properties,
      language: deck.language,
      theme: deck.theme,
      width: inchesToEmu(slide.width),
      height: inchesToEmu(slide.height),
      sections: deck.sections.map(({ id, name, slides }) => ({
        id,
        name,
        pages: slides.flatMap((one) => pagesOf.get(one) ?? []),
      })),
      pages: laid.pages,
    },
    diagnostics: laid.diagnostics,
  };
}

interface All {
  readonly pages: readonly Page[];
  readonly bySlide: readonly (readonly [string, readonly string[]])[];
  readonly diagnostics: readonly Diagnostic[];
}

function allPages(
  deck: Deck,
  numbers: ReadonlyMap<string, number>,
  options: LayoutOptions,
  setting: Setting,
): All {
  const frames = layoutFrames(setting.look.theme);
  const taken = new Set(deck.slides.map((slide) => slide.id));
  const pages: Page[] = [];
  const diagnostics: Diagnostic[] = [];
  const bySlide = deck.slides.map((slide): readonly [string, readonly string[]] => {
    const numbered: Slide = hasPageNumbers(slide) ? withPageNumbers(slide, numbers) : slide;
    const around = {
      properties: deck.properties,
      layout: frames[slide.layout],
      first: pages.length + 1,
      taken,
      lenient: options.lenient,
    };
    const laid = slidePages(numbered, around, setting);
    pages.push(...laid.pages);
    diagnostics.push(...laid.diagnostics);
    return [slide.id, laid.pages.map((page) => page.id)];
  });
  return { pages, bySlide, diagnostics };
}

const numbersOf = (deck: Deck, pages: readonly Page[]): Map<string, number> => {
  const byId = new Map(pages.map((page) => [page.id, page.number]));
  return new Map(deck.slides.map((slide) => [slide.id, byId.get(slide.id) ?? 0]));
};
