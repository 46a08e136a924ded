import { isWithin, type JsonPath, valueAt } from "../base/json-path.ts";
import { type Origin, sliceOrigins } from "../base/origin.ts";
import type { Locale } from "../locales/locale.ts";
import { createPhrasebook, type Phrasebook } from "../locales/phrasebook.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { Deck, SharedSlide, Slide } from "../model/deck.ts";
import type { Figures } from "../model/figures.ts";
import type { Rich, Run } from "../model/text.ts";
import {
  type LetterPlace,
  markBundle,
  markFigures,
  markPhrases,
  markValues,
  type Print,
  type PrintedValue,
} from "./mark-inputs.ts";
import { Marks } from "./marks.ts";
import { follow, gathered, type Traced } from "./source-text.ts";

/** Inputs that a deck is made from. */
export interface TraceInputs {
  readonly bundle: Bundle;
  readonly locale: Locale;
  readonly phrasebook: Phrasebook;
}

/** The same with marks in it; `figures` puts more of them into the figures, before anything is said about them. */
export interface MarkedInputs extends TraceInputs {
  readonly figures: (figures: Figures) => Figures;
}

/**
 * A deck whose runs know where their parts came from. The deck is made twice more from the same inputs, once with
 * marks in every sentence, name and phrase and once with marks behind every number and date; where the same texts come
 * out, the marks in them say which letters they are. So the words that slide kinds join, cut and decline are followed
 * without their knowledge, and what the marks disturbed keeps its words and has no origin. `make` makes a deck, and is
 * undefined for what it cannot make.
 */
export function withOrigins(
  deck: Deck,
  inputs: TraceInputs,
  make: (inputs: MarkedInputs) => Deck | undefined,
  print: Print,
): Deck {
  const { bundle, locale } = inputs;
  const letters = new Marks<LetterPlace>();
  const spoken = markPhrases(locale, letters);
  const worded = make({
    bundle: markBundle(bundle, letters, print),
    locale: spoken,
    phrasebook: createPhrasebook(spoken),
    figures: (figures) => figures,
  });
  const values = new Marks<PrintedValue>();
  const dated = markValues(locale, values);
  const valued = make({
    bundle,
    locale: dated,
    phrasebook: createPhrasebook(dated),
    figures: (figures) => markFigures(figures, values),
  });
  const places = valuesIn(bundle);
  const tracedSlide = <S extends Slide>(slide: S, n: number, of: (deck: Deck) => readonly Slide[]): S => {
    const words = textsOf(worded === undefined ? undefined : partner(of(worded), slide, n, letters), letters);
    const numbers = textsOf(valued === undefined ? undefined : partner(of(valued), slide, n, values), values);
    return mapRich(slide, (rich) => {
      const text = rich.map((run) => run.text).join("");
      const traced: Traced = Array.from({ length: text.length });
      traceWords(text, words.take(text), traced);
      traceValues(text, numbers.take(text), traced, (value) => only(places.get(value) ?? [], slide.from));
      traceWhole(text, traced, (value) => {
        const texts = (places.get(value) ?? []).filter((path) => typeof valueAt(bundle, path) === "string");
        return only(texts, slide.from);
      });
      return distributed(rich, gathered(traced));
    }) as S;
  };
  return {
    ...deck,
    slides: deck.slides.map((slide, n) => tracedSlide(slide, n, (other) => other.slides)),
    ...(deck.shared === undefined
      ? {}
      : {
          shared: deck.shared.map(
            (slide, n): SharedSlide => tracedSlide(slide, n, (other) => other.shared ?? []),
          ),
        }),
  };
}

/** The slide that another making of a deck has in place of one. */
function partner<Place>(
  slides: readonly Slide[],
  slide: Slide,
  n: number,
  marks: Marks<Place>,
): Slide | undefined {
  const same = (one: Slide | undefined): boolean => one !== undefined && marks.read(one.id).text === slide.id;
  return same(slides[n]) ? slides[n] : slides.find(same);
}

/** Texts of a slide by what is left without their marks, in their order. */
function textsOf<Place>(slide: Slide | undefined, marks: Marks<Place>) {
  const all = new Map<string, (readonly { readonly at: number; readonly place: Place }[])[]>();
  if (slide !== undefined)
    mapRich(slide, (rich) => {
      const { text, found } = marks.read(rich.map((run) => run.text).join(""));
      const known = all.get(text);
      if (known === undefined) all.set(text, [found]);
      else known.push(found);
      return rich;
    });
  return {
    /** The marks of the next text of these words; of the last one where there is none left. */
    take: (text: string) => {
      const list = all.get(text) ?? [];
      return (list.length > 1 ? list.shift() : list[0]) ?? [];
    },
  };
}

function traceWords(
  text: string,
  found: readonly { readonly at: number; readonly place: LetterPlace }[],
  traced: Traced,
): void {
  const letters = found.map(({ at, place }) => ({ at: letterBefore(text, at), place }));
  letters.forEach(({ at, place }, n) => {
    const most = letters[n + 1]?.at ?? text.length;
    follow(place.source, place.start, text, at, most, traced);
  });
}

/** Index of the letter, without its accents, in front of a mark. */
function letterBefore(text: string, at: number): number {
  const [letter = ""] = /.\p{M}*$/su.exec(text.slice(0, at)) ?? [];
  return at - letter.length;
}

function traceValues(
  text: string,
  found: readonly { readonly at: number; readonly place: PrintedValue }[],
  traced: Traced,
  pathOf: (value: string) => JsonPath | undefined,
): void {
  // A figure says more of a number than that it was written.
  for (const { at, place } of found.toSorted((a, b) => rank(a.place) - rank(b.place))) {
    const start = at - place.text.length;
    if (text.slice(start, at) !== place.text) continue;
    const { values = [], figure } = place;
    const value = values.length === 1 ? values[0] : undefined;
    const path = place.path ?? (value === undefined ? undefined : pathOf(value));
    const origin = {
      ...(path === undefined ? {} : { path }),
      ...(figure === undefined ? {} : { figure }),
      ...(value === undefined ? {} : { value }),
    };
    for (let n = start; n < at; n++) traced[n] ??= origin;
  }
}

/** Traces what is left of a text where it is a whole text of the bundle that stands in one place alone. */
function traceWhole(text: string, traced: Traced, pathOf: (value: string) => JsonPath | undefined): void {
  for (const { start, end } of untraced(text, traced)) {
    const path = pathOf(text.slice(start, end));
    if (path === undefined) continue;
    for (let n = start; n < end; n++) traced[n] = { path, start: n - start, end: n - start + 1 };
  }
}

/** Parts of a text that nothing is known of, without what stands around their letters and digits. */
function untraced(text: string, traced: Traced): readonly { readonly start: number; readonly end: number }[] {
  const open = Array.from(traced, (one, n) => (one === undefined ? text.charAt(n) : "\n")).join("");
  return Array.from(open.matchAll(/[\p{L}\p{N}](?:[^\n]*[\p{L}\p{N}])?/gu), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

const rank = ({ figure, path }: PrintedValue): number =>
  figure !== undefined ? 0 : path !== undefined ? 1 : 2;

/** Each number, date and period of the bundle with the places where it stands. */
function valuesIn(bundle: Bundle): ReadonlyMap<string, readonly JsonPath[]> {
  const values = new Map<string, JsonPath[]>();
  const walk = (value: unknown, path: JsonPath): void => {
    if (Array.isArray(value)) for (const [n, item] of value.entries()) walk(item, [...path, n]);
    else if (value !== null && typeof value === "object")
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    else if (typeof value === "number" || typeof value === "string") {
      const known = values.get(String(value));
      if (known === undefined) values.set(String(value), [path]);
      else known.push(path);
    }
  };
  walk(bundle, []);
  return values;
}

/** The only one of several places where a value stands, or the only one within those that a slide is about. */
function only(paths: readonly JsonPath[], near: readonly JsonPath[]): JsonPath | undefined {
  const within = paths.filter((path) => near.some((place) => isWithin(path, place)));
  const [first, ...others] = within.length > 0 ? within : paths;
  return others.length === 0 ? first : undefined;
}

/** Origins of a text as those of its runs. */
function distributed(rich: Rich, origins: readonly Origin[]): Rich {
  let end = 0;
  return rich.map((run): Run => {
    const start = end;
    end += run.text.length;
    const own = sliceOrigins(origins, start, end);
    return own.length === 0 ? run : { ...run, origins: own };
  });
}

const RUN_FIELDS: ReadonlySet<string> = new Set<keyof Run>([
  ...(["text", "bold", "italic", "href", "to", "pageOf", "ink", "legend", "origins"] as const),
]);

/** Returns true for a text of runs wherever it stands in a tree of blocks. */
const isRich = (value: readonly unknown[]): boolean =>
  value.length > 0 &&
  value.every(
    (item) =>
      typeof item === "object" &&
      item !== null &&
      typeof (item as Run).text === "string" &&
      Object.keys(item).every((key) => RUN_FIELDS.has(key)),
  );

/** The same tree with its texts changed, in their order. */
function mapRich(value: unknown, change: (rich: Rich) => Rich): unknown {
  if (Array.isArray(value))
    return isRich(value) ? change(value as unknown as Rich) : value.map((item) => mapRich(item, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapRich(item, change)]));
}
