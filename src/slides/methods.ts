import type { Chart, Metric } from "../model/bundle/index.ts";
import type { Cell, TableBlock } from "../model/deck.ts";
import type { Figure } from "../model/figures.ts";
import { plain, type Rich, rich } from "../model/text.ts";
import { bold, heading, inked, joined, stack } from "./blocks.ts";
import { EVERY_PERIOD, everyPeriod } from "./cashflow.ts";
import { type BuildContext, type PointInit, type SlideContext, slideKind } from "./kind.ts";

/** Definition, source and method of every figure; the investment in every period, where its slide shows years. */
export const methods = slideKind<"figures" | "periods">({
  name: "methods",
  shows:
    "How the numbers are measured and computed: metrics, assumptions, rounding, the calculation of the investment.",
  part: "sources",
  outline: (s) => {
    const { metrics = [], sources = [], charts = [] } = s.bundle;
    const money = s.figures.investment;
    const periods: readonly PointInit<"periods">[] =
      money?.summary === undefined
        ? []
        : [
            {
              id: EVERY_PERIOD,
              section: "appendix",
              title: s.say("investment.periods.title", {
                n: money.periods.length,
                net: money.figures["net"]?.text,
              }),
              short: s.words("investment.periods.short"),
              content: "periods",
              say: [s.say("investment.say", { npv: money.figures["npv"]?.text })],
              from: [["investment"]],
              body: false,
            },
          ];
    const measures = [...metrics, ...unsourced(charts)];
    const computed = computedFigures(s).length > 0;
    if (measures.length === 0 && !computed) return periods;
    const named = measures.flatMap(({ source }) => sources.find((each) => each.id === source)?.id ?? []);
    const heading = {
      n: measures.length,
      sourced: named.length,
      all: named.length === measures.length,
      sources: new Set(named).size,
    };
    return [
      ...periods,
      {
        id: "methods",
        section: "appendix",
        ...(measures.length === 0
          ? { title: s.say("methods.title.computed") }
          : {
              title: s.say("methods.title", { ...heading, computed }),
              shorter: [s.say("methods.title", heading)],
            }),
        short: s.words("methods.short"),
        content: "figures",
        say: [s.say("methods.say")],
        from: [["metrics"]],
        body: false,
      },
    ];
  },
  build: (point, c) => {
    const money = c.figures.investment;
    if (point.content === "periods" && money !== undefined)
      return { kicker: c.say("appendix.kicker"), body: everyPeriod(c, money) };
    const tables = [figureTable(c), computedTable(c)].filter((t): t is TableBlock => t !== undefined);
    return {
      kicker: c.say("appendix.kicker"),
      body: {
        ...stack("normal", ...tables.flatMap((table) => [heading(rich(table.name)), table])),
        splits: true,
      },
    };
  },
});

/** Charts with data of their own that no table of sources speaks of, but of which somebody answers or a day is known. */
const unsourced = (charts: readonly Chart[]): readonly Chart[] =>
  charts.filter(
    ({ metrics, source, owner, asOf }) =>
      metrics === undefined && source === undefined && (owner ?? asOf) !== undefined,
  );

function figureTable(c: BuildContext): TableBlock | undefined {
  const { bundle, locale } = c;
  const source = (id: string | undefined) => bundle.sources?.find((s) => s.id === id)?.name ?? "–";
  const date = (iso: string | undefined) => (iso === undefined ? "–" : locale.date(iso, "short"));
  const metrics = (bundle.metrics ?? []).map((metric): Cell[] => {
    const latest = c.figures.metrics[metric.id]?.figures["latest"];
    return [
      {
        text: joined(
          [bold(rich(metric.name)), metric.definition && inked(c.rich(metric.definition), "muted")].map(
            (part) => part || undefined,
          ),
          "\n",
        ),
      },
      { text: rich(latest?.text ?? "–"), align: "right" },
      {
        text: joined(
          [
            c.say(`kind.${latest?.kind ?? metric.kind ?? "actual"}`),
            latest?.periodText ? rich(latest.periodText) : undefined,
          ],
          c.locale.marks.comma,
        ),
      },
      { text: rich(source(metric.source)) },
      { text: rich(c.find.person(metric.owner)?.role ?? "–") },
      { text: rich(date(metric.asOf)) },
      { text: notes(c, metric) },
    ];
  });
  const charts = unsourced(bundle.charts ?? []).map((chart): Cell[] => [
    { text: bold(chart.measure === undefined ? c.rich(chart.message) : rich(chart.measure)) },
    // A chart with data of its own shows many values, and their sum may mean nothing.
    { text: rich("–"), align: "right" },
    { text: c.say(`kind.${chart.valueKind ?? "actual"}`) },
    { text: rich(source(chart.source)) },
    { text: rich(c.find.person(chart.owner)?.role ?? "–") },
    { text: rich(date(chart.asOf)) },
    { text: chart.assumption === undefined ? rich("–") : c.rich(chart.assumption) },
  ]);
  const rows = [...metrics, ...charts];
  if (rows.length === 0) return undefined;
  return {
    type: "table",
    name: c.words("methods.figures"),
    alt: c.words("methods.alt", { n: rows.length }),
    head: (["name", "latest", "kind", "source", "owner", "asOf", "assumption"] as const).map((key) => ({
      text: c.say(`methods.head.${key}`),
      align: key === "latest" ? "right" : "left",
    })),
    rows,
    widths: [2.6, "fit", 1.3, 1.8, 1.5, "fit", 3],
    rowHeads: true,
  };
}

/** Notes on a metric: which way is better, what a forecast assumes, and who set the target. */
function notes(c: BuildContext, metric: Metric): Rich {
  const source = c.bundle.sources?.find((s) => s.id === metric.target?.source);
  const target = c.figures.metrics[metric.id]?.target;
  const parts = [
    metric.better && c.say(`better.${metric.better}`),
    metric.assumption && c.say("methods.assumption", { assumption: c.rich(metric.assumption) }),
    target &&
      source &&
      c.say("methods.target", { target: target.text, by: target.byText, source: source.name }),
  ].map((part) => part || undefined);
  const joint = joined(parts, c.locale.marks.stop.slice(1));
  return joint.length === 0 ? c.say("none") : joint;
}

/** Figures that were computed: with their formula, once each. */
function computedTable(c: BuildContext): TableBlock | undefined {
  const shown = computedFigures(c);
  if (shown.length === 0) return undefined;
  const name = ({ owner, key }: ComputedFigure): Rich => {
    const metric = c.find.metric(owner);
    const chart = c.find.chart(owner);
    return c.say("methods.computed.name", {
      what: c.words(`figure.${key}`),
      of: metric?.name ?? chart?.measure ?? (chart && plain(c.rich(chart.message))),
    });
  };
  const rows = new Map(
    shown.map((computed) => {
      const { figure, formula } = computed;
      return [
        JSON.stringify([plain(name(computed)), figure.text, formula]),
        [
          { text: bold(name(computed)), from: figure.from },
          { text: rich(figure.text), align: "right" as const, from: figure.from },
          { text: rich(formula), from: figure.from },
        ],
      ];
    }),
  );
  return {
    type: "table",
    name: c.words("methods.computed"),
    alt: c.words("methods.computed.alt", { n: rows.size }),
    head: (["name", "value", "formula"] as const).map((key) => ({
      text: c.say(`methods.computed.head.${key}`),
      align: key === "value" ? "right" : "left",
    })),
    rows: [...rows.values()],
    widths: [4, 1.8, 6.2],
    rowHeads: true,
  };
}

/** A figure with its formula, the metric, chart or part of the bundle that owns it, and its key there. */
interface ComputedFigure {
  readonly figure: Figure;
  readonly formula: string;
  readonly owner: string;
  readonly key: (typeof KEYS)[number];
}

/** Figures that a deck shows with their formula. Growth a year is for yearly values; within a year it would compare seasons. */
const computedFigures = ({ figures }: SlideContext): readonly ComputedFigure[] =>
  Object.values(figures.all).flatMap((figure) => {
    const [owner = "", name = ""] = figure.id.split(".");
    const key = KEYS.find((known) => known === name);
    if (figure.formula === undefined || key === undefined) return [];
    if (key === "cagr" && figures.metrics[owner]?.periodKind !== "year") return [];
    return [{ figure, formula: figure.formula, owner, key }];
  });

/** The computed figures that a deck explains; the others are a sum or a difference of two that stand beside them. */
const KEYS = ["cagr", "npv", "irr", "roi", "payback", "breakEven", "end"] as const;
