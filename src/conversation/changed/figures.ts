import type { JsonPath } from "../../base/json-path.ts";
import { parsePeriod } from "../../base/period.ts";
import type { FillPhrase, PlainPhraseName } from "../../locales/en/phrases.ts";
import { lookupFigure } from "../../locales/figure.ts";
import type { Locale } from "../../locales/locale.ts";
import { capital } from "../../locales/phrasebook.ts";
import type { Bundle, Chart } from "../../model/bundle/index.ts";
import type { Change, ComparedVersion } from "../../model/changes.ts";
import type { ChartValue, Figure, FigurePoint, Figures, MetricFigures } from "../../model/figures.ts";
import { pair } from "./pair.ts";
import { shownText } from "./words.ts";

/** Changes as they are found, before it is known what readers see of them. */
export type FoundChange = Omit<Change, "unseen">;

export interface ChangeWords {
  readonly words: FillPhrase<string>;
  readonly locale: Locale;
}

/** Values that were known when they were written, against those that were expected. */
const KNOWN: ReadonlySet<string> = new Set(["actual", "estimate"]);

/** Most values of one metric or chart that a change names. */
const MOST = 3;

/** Changes of the values of metrics and of the data of charts, and of the figures that follow from them. */
export function figureChanges(
  before: ComparedVersion,
  now: ComparedVersion,
  say: ChangeWords,
): readonly FoundChange[] {
  const metrics = pairs(before.bundle.metrics, now.bundle.metrics).flatMap(([a, b]) => {
    const [one, other] = [before.figures.metrics[a.id], now.figures.metrics[b.id]];
    return one === undefined || other === undefined ? [] : metricChanges(one, other, say);
  });
  const charts = pairs(before.bundle.charts, now.bundle.charts).flatMap(([a, b]) =>
    chartChanges(before, now, a, b, say),
  );
  const values = [...metrics, ...charts].map((change) => ({
    ...change,
    figures: movedIds(before, now, change.about[0] ?? ""),
  }));
  return [...values, ...movedFigures(before, now, values, say)];
}

/** Figures of a metric or chart that read otherwise now. */
const movedIds = (before: ComparedVersion, now: ComparedVersion, owner: string): readonly string[] =>
  Object.values(now.figures.all)
    .filter(({ id, text }) => id.startsWith(`${owner}.`) && before.figures.all[id]?.text !== text)
    .map(({ id }) => id);

function pairs<Item extends { readonly id: string }>(
  before: readonly Item[] = [],
  now: readonly Item[] = [],
): readonly (readonly [Item, Item])[] {
  const known = (items: readonly Item[]) => items.map((item) => ({ key: item.id, words: wordsOf(item) }));
  return pair(known(before), known(now)).both.flatMap(({ before: a, now: b }) => {
    const [one, other] = [before[a], now[b]];
    return one === undefined || other === undefined ? [] : [[one, other] as const];
  });
}

const wordsOf = (item: object): string => {
  const { name, message } = item as { readonly name?: string; readonly message?: string };
  return name ?? message ?? "";
};

function metricChanges(before: MetricFigures, now: MetricFigures, say: ChangeWords): readonly FoundChange[] {
  const old = new Map(before.points.map((point) => [point.period, point]));
  const about = [now.id];
  const of = (point: FigurePoint): string => valueText(point.text, point.label, point.kind, say);
  const given = now.points.filter(({ value }) => value !== null);
  const fresh = given.filter(({ period }) => old.get(period)?.value == null);
  const differing = given.flatMap((point): (readonly [FigurePoint, FigurePoint])[] => {
    const was = old.get(point.period);
    return was === undefined || was.value === null || (was.value === point.value && was.kind === point.kind)
      ? []
      : [[was, point]];
  });
  const gone = before.points.filter(
    ({ period, value }) => value !== null && given.every((point) => point.period !== period),
  );
  const one = (
    kind: "restated" | "figures",
    pairs: readonly (readonly [FigurePoint, FigurePoint])[],
  ): FoundChange[] =>
    pairs.map(([was, is]) => ({
      ...{ kind, way: "changed", what: now.name, before: of(was), now: of(is), about },
      ...{ path: is.from, pathBefore: was.from },
    }));
  const restated = differing.filter(([was, is]) => KNOWN.has(was.kind) && was.value !== is.value);
  const latest = before.figures["latest"];
  const last = fresh.at(-1);
  return [
    ...one("restated", restated),
    ...gone
      .filter(({ kind }) => KNOWN.has(kind))
      .map(
        (point): FoundChange => ({
          ...{ kind: "restated", way: "removed", what: now.name, before: of(point), about },
          ...{ path: ["metrics", Number(now.points[0]?.from[1] ?? 0), "values"], pathBefore: point.from },
        }),
      ),
    ...one(
      "figures",
      differing.filter((each) => !restated.includes(each)),
    ),
    ...(last === undefined
      ? []
      : [
          {
            ...{ kind: "periods", way: "added", what: now.name, path: last.from, about },
            now: say.locale.list(fresh.slice(-MOST).map(of), "and"),
            ...(latest === undefined ? {} : { before: figureText(latest, say) }),
          } satisfies FoundChange,
        ]),
  ];
}

const valueText = (value: string, period: string, kind: string, { words }: ChangeWords): string =>
  words("change.value", {
    value,
    period,
    kind: kind === "actual" ? undefined : words(`kind.${kind as "plan" | "forecast" | "estimate"}`),
  });

const figureText = ({ text, periodText, kind }: Figure, say: ChangeWords): string =>
  periodText === undefined ? text : valueText(text, periodText, kind, say);

/** Values of a chart by category and series; those of a period are history, as those of a metric are. */
function chartChanges(
  before: ComparedVersion,
  now: ComparedVersion,
  a: Chart,
  b: Chart,
  say: ChangeWords,
): readonly FoundChange[] {
  const [one, other] = [before.figures.charts[a.id], now.figures.charts[b.id]];
  if (one === undefined || other === undefined || b.metrics !== undefined) return [];
  const key = ({ label, series }: ChartValue): string => JSON.stringify([label, series]);
  const old = new Map(one.values.map((value) => [key(value), value]));
  const { unit, decimals, scale } = other;
  const of = (value: ChartValue): string => {
    const style = { unit, decimals, scale };
    const { low, high } = value;
    return value.value === null
      ? low !== undefined && high !== undefined
        ? say.locale.range(low, high, style)
        : say.locale.missing
      : say.locale.value(value.value, style);
  };
  const name = chartName(now, b.id);
  const label = ({ label, series }: ChartValue): string =>
    say.words("change.field", {
      item: name,
      field: [say.locale.period(label, "long"), series].filter((part) => part !== undefined).join(", "),
    });
  const same = (x: ChartValue, y: ChartValue): boolean =>
    (["value", "low", "high", "kind"] as const).every((field) => x[field] === y[field]);
  const about = [b.id];
  return other.values
    .flatMap((value): FoundChange[] => {
      const was = old.get(key(value));
      const period = parsePeriod(value.label) !== undefined;
      if (was === undefined)
        return [
          {
            ...{
              kind: period ? "periods" : "figures",
              way: "added",
              what: label(value),
              now: of(value),
              about,
            },
            path: value.from,
          },
        ];
      if (same(was, value)) return [];
      return [
        {
          ...{
            kind: period && KNOWN.has(was.kind) ? "restated" : "figures",
            way: "changed",
            what: label(value),
          },
          ...{ before: of(was), now: of(value), path: value.from, pathBefore: was.from, about },
        },
      ];
    })
    .concat(
      one.values
        .filter((value) => other.values.every((each) => key(each) !== key(value)))
        .map(
          (value): FoundChange => ({
            ...{
              kind: parsePeriod(value.label) === undefined ? "figures" : "restated",
              way: "removed",
              about,
            },
            ...{ what: label(value), before: of(value), path: chartPath(now, b), pathBefore: value.from },
          }),
        ),
    );
}

const chartPath = ({ bundle }: ComparedVersion, { id }: Chart): JsonPath => [
  "charts",
  (bundle.charts ?? []).findIndex((chart) => chart.id === id),
  "data",
];

/** Figures that are told of by themselves, and what they are called; the others follow from these. */
const TOLD: Readonly<Record<string, PlainPhraseName | "">> = {
  latest: "",
  target: "change.word.target",
  ...{ gap: "figure.gap", gapPct: "figure.gap", change: "figure.change", changePct: "figure.change" },
  ...{ cagr: "figure.cagr", npv: "figure.npv", irr: "figure.irr", roi: "figure.roi" },
  ...{ payback: "figure.payback", breakEven: "figure.breakEven", breakEvenShare: "figure.breakEvenShare" },
  ...{ cost: "change.word.costs", benefit: "change.word.benefits", net: "change.word.net" },
  ...{ total: "change.word.total", end: "figure.end", latestStart: "change.word.latestStart" },
};
/** Figures that everybody looks at; of the others those that a sentence names. */
const HEADLINES = /^investment\.(?:npv|irr|payback|breakEvenShare|cost|benefit)$|\.target$|\.latest$/u;

/** Computed figures whose value is another one now, where no change of a value has said it. */
function movedFigures(
  before: ComparedVersion,
  now: ComparedVersion,
  told: readonly FoundChange[],
  { words }: ChangeWords,
): readonly FoundChange[] {
  const named = namedFigures(now);
  const seen = new Set(told.filter(({ kind }) => kind !== "figures").flatMap(({ about }) => about));
  const changed = new Set(told.flatMap(({ path }) => [JSON.stringify(path)]));
  return Object.values(now.figures.all).flatMap((figure): FoundChange[] => {
    const { id, from } = figure;
    const was = before.figures.all[id];
    const [owner = "", ...rest] = id.split(".");
    const key = rest.at(-1) ?? "";
    const phrase = Object.hasOwn(TOLD, key) ? TOLD[key] : undefined;
    if (was === undefined || (was.exact === figure.exact && was.unit === figure.unit)) return [];
    if (phrase === undefined || !(named.has(id) || HEADLINES.test(id)) || owner === "options") return [];
    // The value of a period that is new or was restated has been told already.
    if (key === "latest" && (seen.has(owner) || changed.has(JSON.stringify(from)))) return [];
    const item =
      owner === "investment"
        ? (caseName(now, rest) ?? "")
        : (now.figures.metrics[owner]?.name ?? chartName(now, owner));
    const field = phrase === "" ? "" : words(phrase);
    return [
      {
        ...{ kind: "figures", way: "changed", before: was.text, now: figure.text },
        what: item === "" ? capital(field) : field === "" ? item : words("change.field", { item, field }),
        ...{ path: from, pathBefore: was.from, figures: [id] },
        about: [owner],
      },
    ];
  });
}

const chartName = ({ resolved }: ComparedVersion, id: string): string => {
  const chart = resolved.charts?.find((each) => each.id === id);
  return shownText(chart?.measure ?? chart?.message ?? id);
};

/** Name of the scenario, driver or end of the sensitivity that a figure of the investment is of. */
function caseName(
  { figures: { investment } }: ComparedVersion,
  [part, key, end]: readonly string[],
): string | undefined {
  if (part === "scenarios") return investment?.scenarios.find(({ id }) => id === key)?.name;
  const one = part === "sensitivity" ? investment?.sensitivity[Number(key) - 1] : undefined;
  return one && (end === "low" ? one.low : one.high).label;
}

/** Ids of the figures that sentences of a bundle name. */
const namedFigures = ({ bundle, figures }: ComparedVersion): ReadonlySet<string> =>
  new Set(figuresNamed(bundle, figures).map(({ id }) => id));

/** Every figure that a sentence names, with the path of the sentence; those of one period or category by their owner. */
export function figuresNamed(
  bundle: Bundle,
  figures: Figures,
): readonly { readonly path: JsonPath; readonly id: string }[] {
  return expressionsIn(bundle).flatMap(({ path, expression }) =>
    [...expression.matchAll(/([A-Za-z_][\w-]*)(?:\.[\w-]+)*(\.\[)?/gu)].flatMap(
      ([name, owner = "", place]) => {
        const id = place === undefined ? lookupFigure(figures, name)?.id : owner;
        return id === undefined ? [] : [{ path, id }];
      },
    ),
  );
}

/** Every expression in the sentences of a bundle with the path of its sentence. */
function expressionsIn(
  value: unknown,
  path: JsonPath = [],
): readonly { readonly path: JsonPath; readonly expression: string }[] {
  if (typeof value === "string")
    return [...value.matchAll(/\{\{(.*?)\}\}/gsu)].map(([, expression = ""]) => ({ path, expression }));
  if (typeof value !== "object" || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((item, n) => expressionsIn(item, [...path, n]))
    : Object.entries(value).flatMap(([key, item]) => expressionsIn(item, [...path, key]));
}
