import type { Chart } from "../model/bundle/index.ts";
import type { BarsBlock, Block } from "../model/deck.ts";
import type { Figure, MetricFigures } from "../model/figures.ts";
import { again, placeOfFigure, rangeOf } from "./evidence-blocks.ts";
import type { BuildContext } from "./kind.ts";
import { highlighted } from "./meaning.ts";

/**
 * A small drawing of what a measure is compared with: a base that the sentences beside it name, else its target, else an
 * earlier value; without any of them, its range. Undefined where there is nothing of its unit to compare it with.
 */
export function metricCompared(c: BuildContext, id: string, said: string): Block | undefined {
  const m = c.figures.metrics[id];
  const latest = m?.figures["latest"];
  if (m === undefined || latest === undefined) return undefined;
  const other = comparison(c, m, latest, said);
  return other === undefined ? rangeOf(c, m) : bars(c, m, latest, other);
}

/** The sum of a chart's highlighted parts beside that of the others. */
export function partsCompared(c: BuildContext, chart: Chart): BarsBlock | undefined {
  const figures = c.figures.charts[chart.id]?.figures;
  const share = highlighted(c, chart);
  const [sum, total] = [figures?.["highlighted"], figures?.["total"]];
  // Shares in percent have a rest only where they are shares of one whole: answers of which several may be given have none.
  const known = (chart.data ?? []).every(({ value }) => typeof value === "number" && value >= 0);
  if (share === undefined || sum === undefined || total === undefined || !known) return undefined;
  if (chart.kind !== "doughnut" && Math.abs(total.value - 100) > 1) return undefined;
  const whole = total.value;
  const rest = whole - sum.value;
  const restText = c.locale.value(String(rest), {
    unit: sum.unit,
    decimals: sum.decimals,
    ...(sum.scale === undefined ? {} : { scale: sum.scale }),
  });
  const labels = {
    these: c.words("compared.these", { n: share.names.length }),
    rest: c.words("compared.rest", { n: (chart.data ?? []).length - share.names.length }),
  };
  return {
    type: "bars",
    bars: [
      { label: labels.these, value: sum.value, text: share.text, look: "own" },
      { label: labels.rest, value: rest, text: restText, look: "other" },
    ],
    alt: c.words("compared.alt", {
      name: c.locale.list(share.names, "and"),
      parts: [`${labels.these} ${share.text}`, `${labels.rest} ${restText}`],
    }),
  };
}

interface Other {
  readonly figure: Figure;
  /** Label of the measure's own value beside it. */
  readonly own: string;
  readonly label: string;
  readonly look: "other" | "aim";
}

function comparison(c: BuildContext, m: MetricFigures, latest: Figure, said: string): Other | undefined {
  const { target, previous, first } = m.figures;
  const own = latest.periodText ?? m.name;
  const earlier = (figure: Figure | undefined): Other | undefined =>
    figure?.periodText === undefined || figure.period === latest.period
      ? undefined
      : { figure, own, label: figure.periodText, look: "other" };
  const aim: Other | undefined =
    target === undefined
      ? undefined
      : { figure: target, own, label: c.words("compared.target", { by: m.target?.byText }), look: "aim" };
  const base = baseOf(c, m, latest, said);
  if (base !== undefined) return base;
  const others = [aim, earlier(previous), earlier(first)].filter((other) => other !== undefined);
  return others.find(({ figure }) => isSaid(figure, said)) ?? others[0];
}

const isSaid = (figure: Figure, said: string): boolean =>
  placeOfFigure(figure.text, said) >= 0 || placeOfFigure(again(figure) ?? figure.text, said) >= 0;

/**
 * The measure that the sentence sets this one against: of the same unit and direction and of an overlapping time, its
 * value said there, and its name the same but for what sets the two apart.
 */
function baseOf(c: BuildContext, m: MetricFigures, latest: Figure, said: string): Other | undefined {
  if (!isSaid(latest, said)) return undefined;
  for (const other of Object.values(c.figures.metrics)) {
    const figure = other.figures["latest"];
    if (figure === undefined || other.id === m.id || figure.text === latest.text) continue;
    if (other.unit !== m.unit || other.unit === "pp" || other.better !== m.better) continue;
    if (placeOfFigure(figure.text, said) < 0 || !sameTime(m, latest, other, figure)) continue;
    const names = apart(m.name, other.name);
    if (names !== undefined) return { figure, own: names[0], label: names[1], look: "other" };
  }
  return undefined;
}

function sameTime(a: MetricFigures, one: Figure, b: MetricFigures, other: Figure): boolean {
  const pointOf = (m: MetricFigures, figure: Figure) =>
    m.points.find((point) => point.period === figure.period);
  const [first, second] = [pointOf(a, one), pointOf(b, other)];
  return first !== undefined && second !== undefined && first.start < second.end && second.start < first.end;
}

/** Letters from which on a word counts as one that says something. */
const LONG = 4;

/**
 * The parts of two names in which they differ, without the words that both begin or end with; undefined where less than
 * half of the shorter name's longer words stand in the other as well.
 */
export function apart(one: string, other: string): readonly [string, string] | undefined {
  const wordsOf = (name: string) => name.split(/\s+/u).filter((word) => word !== "");
  const bare = (word: string | undefined) => word?.toLowerCase().replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, "");
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const long = (words: readonly string[]) =>
    new Set(words.map((word) => bare(word) ?? "").filter((word) => word.length >= LONG));
  const [longA, longB] = [long(a), long(b)];
  const shared = [...longA].filter((word) => longB.has(word)).length;
  if (shared === 0 || shared * 2 < Math.min(longA.size, longB.size)) return undefined;
  let start = 0;
  while (start < Math.min(a.length, b.length) && bare(a[start]) === bare(b[start])) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && bare(a.at(-1 - end)) === bare(b.at(-1 - end))) end++;
  const part = (words: readonly string[], whole: string) => {
    const rest = words
      .slice(start, words.length - end)
      .join(" ")
      .replace(/^[\p{P}\s]+|[,;:\s]+$/gu, "");
    return rest === "" ? whole : `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
  };
  return [part(a, one), part(b, other)];
}

function bars(c: BuildContext, m: MetricFigures, latest: Figure, other: Other): BarsBlock | undefined {
  const { figure, own, label, look } = other;
  // The large number in the row has the unit: its word is not said again, and never is one scale set beside another.
  const alike = latest.scale === figure.scale;
  const text = (one: Figure) => (one.unit === "%" ? one.text : alike ? one.plain : one.short);
  return {
    type: "bars",
    bars: [
      {
        label: own,
        value: latest.value,
        text: text(latest),
        look: "own",
        ahead: latest.kind === "forecast" || latest.kind === "estimate",
        from: latest.from,
      },
      { label, value: figure.value, text: text(figure), look, from: figure.from },
    ],
    alt: c.words("compared.alt", {
      name: m.name,
      parts: [`${own} ${latest.text}`, `${label} ${figure.text}`],
    }),
  };
}
