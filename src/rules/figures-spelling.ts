import { round } from "../base/decimal.ts";
import { either, quoted } from "../diagnostics/make.ts";
import { isCurrency, unscaled } from "../locales/numbers.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { Figure, Figures } from "../model/figures.ts";
import type { Page } from "../model/page.ts";
import { exampleAsk } from "./facts/examples.ts";
import { NAMED, wordsSaid } from "./facts/known.ts";
import { pageText, paragraphsOf, textsOf } from "./facts/pages.ts";
import { claims, plans } from "./facts/prose.ts";
import { idsSaid, type Sentence } from "./facts/sentences.ts";
import { type Language, languageOf, type Quantity } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const figuresSpelling: Rule = {
  code: "figures/spelling",
  severity: "warning",
  on: "pages",
  heuristic: true,
  reads: ["metrics", "currency", "investment", "options"],
  asks: "One figure is written one way on a slide: with as many decimals, in one scale, and with the code or word of its currency.",
  why: "12% beside 12.0%, or €1,200,000 beside EUR 1.2 million, makes the reader ask whether they are two numbers.",
  hint: "Write the figure as an expression, {{churn.latest}}, so that it is the same everywhere.",
  source: "IBCS, UNIFY: what means the same looks the same",
  sees: [
    "`foredeck check --fix` writes the expression in place of the number where the number can be one figure alone, its words are those of the figure, and its sentence names the metric, prints another of its figures, or belongs to the part that gives the figure.",
    "It compares numbers that are typed in the deck's own voice with the figures that stand on the same slide: where both are the same number of one unit, they are written the same way. A number that is rounded further (about 12% for 12.3%) is another spelling on purpose and left alone, and so are numbers in words.",
  ],
  examples: {
    valid: { ask: exampleAsk({ waiting: "Each month of waiting costs EUR 20,000 too" }) },
    invalid: { ask: exampleAsk({ waiting: "Each month of waiting costs €20,000 too" }) },
  },
  check: ({ bundle, written, figures, pages }) => {
    const language = languageOf(bundle);
    if (language === undefined) return [];
    const told = new Map(ownVoice(bundle).map(({ path, text }) => [JSON.stringify(path), text]));
    const all = Object.values(figures.all).filter(({ unit }) => measured(unit));
    return ownVoice(written).flatMap((sentence): readonly Finding[] => {
      const text = told.get(JSON.stringify(sentence.path)) ?? sentence.text;
      return typed(language, sentence.text).flatMap((quantity) => {
        const same = all.filter((figure) => isSame(quantity, figure));
        const other = same.find(
          (figure) => flat(figure.text) !== flat(quantity.text) && beside(pages.pages, text, figure.text),
        );
        if (other === undefined) return [];
        const meant = meanings(same);
        const [only, ...more] = meant;
        const sure =
          only !== undefined &&
          more.length === 0 &&
          fitsIn(quantity, only) &&
          speaksOf(language, sentence, quantity, only, figures);
        return [finding(sentence, quantity, other, meant, sure)];
      });
    });
  },
};

const ownVoice = (bundle: Bundle): readonly Sentence[] => [...claims(bundle), ...plans(bundle)];

/** Units in which a number is the same as another whatever it counts. */
const measured = (unit: string): boolean => unit === "%" || unit === "pp" || isCurrency(unit);

/** Numbers in digits that the author typed, as they stand. */
const typed = (language: Language, text: string): readonly Quantity[] =>
  language
    .numbersIn(text.replaceAll(/\{\{[^}]*\}\}/gu, "…"))
    .filter(({ text: said, unit, share, change }) => measured(unit) && /\d/u.test(said) && !share && !change);

/** Texts differ in spaces that do not break, which nobody sees. */
const flat = (text: string): string => text.replaceAll(/[\u00a0\u202f]/gu, " ").trim();

/** True where the number is the figure as it is shown, to its last digit. */
function isSame({ value, unit, hedge }: Quantity, figure: Figure): boolean {
  if (hedge !== "none") return false;
  const { exact, decimals, scale } = figure;
  const factor = unscaled(1, scale);
  const shown = round(unscaled(exact, scale), decimals).div(factor).toNumber();
  return unit === figure.unit && Math.abs(Math.abs(shown) - value) <= 1e-9 * Math.abs(shown);
}

/** Figures that a number may be: one of each part and period, by the name latest where it has that among others. */
function meanings(same: readonly Figure[]): readonly Figure[] {
  const isLatest = ({ id }: Figure): boolean => id.endsWith(".latest");
  const ordered = [...same.filter(isLatest), ...same.filter((figure) => !isLatest(figure))];
  const keys = ordered.map(({ id, period }) => `${partOf(id)} ${period}`);
  return ordered.filter((_, n) => keys.indexOf(keys[n] ?? "") === n);
}

/** churn of churn.latest. */
const partOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf(".")));

/** True where the figure can stand for the typed number: without a sign of its own, and with all its words, as they are inflected. */
function fitsIn({ text }: Quantity, figure: Figure): boolean {
  const shown = wordsIn(figure.text);
  return !figure.signed && figure.value >= 0 && wordsIn(text).every((word) => shown.includes(word));
}

const wordsIn = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];

/** True where a sentence says what the number is of: it names the metric or prints its figures, or is of the same part of the bundle. */
function speaksOf(
  language: Language,
  { text, path }: Sentence,
  quantity: Quantity,
  { id, from }: Figure,
  { metrics }: Figures,
): boolean {
  const metric = metrics[partOf(id)];
  if (metric === undefined)
    return path[0] === from[0] && (typeof from[1] !== "number" || path[1] === from[1]);
  const said = language.sentences(text).find((each) => each.includes(quantity.text)) ?? text;
  if (idsSaid(said).has(metric.id)) return true;
  const { hits, part } = wordsSaid(language, said, metric.name);
  return hits > 0 && part >= NAMED;
}

/** True where a page that holds a sentence also shows a text. */
function beside(pages: readonly Page[], sentence: string, shown: string): boolean {
  const [told, sought] = [flat(sentence), flat(shown)];
  return pages.some(({ items }) => {
    const texts = items.flatMap(writtenOn).map(flat);
    return texts.some((text) => text.includes(told)) && texts.some((text) => standsIn(text, sought));
  });
}

/** The texts of an item, the title too. */
const writtenOn = (item: Page["items"][number]): readonly string[] =>
  item.type === "text" ? paragraphsOf(item).map(pageText) : textsOf(item);

/** True where a text has a number, which is no part of a longer one. */
function standsIn(text: string, sought: string): boolean {
  const at = text.indexOf(sought);
  if (at < 0) return false;
  const [before, behind] = [text.slice(0, at), text.slice(at + sought.length)];
  return !/[\d.,]$/u.test(before) && !/^\d/u.test(behind) ? true : standsIn(behind, sought);
}

function finding(
  { path }: Sentence,
  { text }: Quantity,
  { text: shown }: Figure,
  meant: readonly Figure[],
  sure: boolean,
): Finding {
  const expressions = meant.map(({ id }) => `{{${id}}}`);
  const which = expressions.length > 1 ? ", whichever is meant" : "";
  return {
    what: `${quoted(text)} is one figure in two spellings: the same slide has ${quoted(flat(shown))}.`,
    hint: `Write ${either(expressions)}${which}, so that both are the same.`,
    excerpt: text,
    ...(sure ? { instead: expressions.join() } : {}),
    path,
  };
}
