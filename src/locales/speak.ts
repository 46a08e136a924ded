import { lazily } from "../base/lazily.ts";
import { literal } from "../base/pattern.ts";
import { SCALES } from "../model/bundle/common.ts";
import { writeDate, writePeriod, writeTime } from "./calendar.ts";
import { createCurler } from "./curl.ts";
import type { Locale, LocaleWords } from "./locale.ts";
import {
  pluralRules,
  unitForms,
  type Voice,
  writeNumber,
  writeRange,
  writeUnit,
  writeValue,
} from "./numbers.ts";
import { signSettler } from "./settle.ts";

/** Makes a locale of its words. */
export function speak(words: LocaleWords): Locale {
  const voice: Voice = { words, plural: pluralRules(words.tag) };
  // Made when they are first used: each takes milliseconds, and much that asks for a locale joins no list.
  const lists = {
    and: lazily(() => new Intl.ListFormat(words.tag, { type: "conjunction" })),
    or: lazily(() => new Intl.ListFormat(words.tag, { type: "disjunction" })),
  };
  return {
    tag: words.tag,
    direction: words.direction,
    emphasis: words.emphasis,
    missing: words.missing,
    number: (exact, style) => writeNumber(words, exact, style),
    value: (exact, style) => writeValue(voice, exact, style),
    range: (low, high, style) => writeRange(voice, low, high, style),
    unit: (unit, scale) => writeUnit(words, unit, scale),
    unitForms: (unit) => unitForms(voice, unit),
    date: (iso, style) => writeDate(words, iso, style),
    time: (clock) => writeTime(words, clock),
    period: (period, style) => writePeriod(words, period, style),
    list: (items, word) => lists[word]().format(items),
    quote: (text) => quote(words, text),
    plural: (value, decimals = 0) => voice.plural(value, decimals),
    scales: words.scales.filter(({ prose }) => prose),
    tableScales: words.scales.flatMap(({ name, power, tables }) => {
      const asked = SCALES.find((each) => each === name);
      return tables && asked !== undefined ? [{ name: asked, power }] : [];
    }),
    marks: words.marks,
    settle: signSettler(words),
    curl: createCurler(words),
    numberLanguage: words.numbers.identifier,
    withNumbers: {
      months: `(?:${[...words.months.long, ...words.months.short].join("|")})(?:${words.withNumbers.monthEndings ?? ""})`,
      spaced: /^\s$/.test(words.numbers.group),
      before: words.withNumbers.before,
      scales: alternatives(words.scales.flatMap(({ long, short }) => [...Object.values(long), short])),
      after: [
        alternatives(
          [words.points, ...Object.values(words.currencies)].flatMap(({ text, short }) => [
            ...Object.values(text),
            short,
          ]),
        ),
        words.withNumbers.after,
      ].join("|"),
    },
    phrases: words.phrases,
  };
}

/** Words as a regular expression; the longer ones first, since some begin with others. */
const alternatives = (list: readonly string[]): string =>
  [...new Set(list)]
    .toSorted((a, b) => b.length - a.length)
    .map(literal)
    .join("|");

function quote(words: LocaleWords, text: string): string {
  const [open, close] = words.quotes.inner;
  const [outerOpen, outerClose] = words.quotes.outer;
  let opened: string | undefined;
  const inside = text.replace(/["“”„«»]/g, (mark) => {
    // “ closes what „ has opened, as in German, and opens in English.
    const opens = mark === '"' ? opened === undefined : mark === "“" ? opened !== "„" : /[„«]/u.test(mark);
    opened = opens ? mark : undefined;
    return opens ? open : close;
  });
  return outerOpen + inside + outerClose;
}
