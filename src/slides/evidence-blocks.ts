import { literal } from "../base/pattern.ts";
import type { Chart, Metric, Picture, Quote } from "../model/bundle/index.ts";
import type { Block, IntervalBlock, PanelBlock } from "../model/deck.ts";
import type { Figure, JsonPath, MetricFigures } from "../model/figures.ts";
import type { SourceLine } from "../model/story.ts";
import { type ColorToken, plain, type Rich, type Role, rich } from "../model/text.ts";
import { bold, columns, filled, joined, panel, spoken, takeaway, text } from "./blocks.ts";
import type { BuildContext, SlideContext } from "./kind.ts";
import { attribution, chartSources, drawable, metricSources, tone, unique } from "./sources.ts";

/** Evidence for a reason or an answer, by the way it is drawn. */
export interface EvidenceIds {
  readonly charts: readonly string[];
  readonly metrics: readonly string[];
  readonly quotes: readonly string[];
  readonly wins: readonly string[];
}

export function sortEvidence(context: SlideContext, ids: readonly string[]): EvidenceIds {
  const { find, bundle } = context;
  const quotes = ids.filter((id) => {
    const quote = find.quote(id);
    return quote !== undefined && drawable(quote);
  });
  return {
    charts: ids.filter((id) => find.chart(id)),
    metrics: ids.filter((id) => find.metric(id)),
    quotes,
    wins: ids.filter((id) => bundle.wins?.some((win) => win.id === id)),
  };
}

export function evidenceSources(context: SlideContext, evidence: EvidenceIds): SourceLine[] {
  const { find } = context;
  return unique([
    ...evidence.charts.flatMap((id) => withFound(find.chart(id), (chart) => chartSources(context, chart))),
    ...evidence.metrics.flatMap((id) =>
      withFound(find.metric(id), (metric) => metricSources(context, metric)),
    ),
  ]);
}

const withFound = <T, R>(found: T | undefined, then: (found: T) => readonly R[]): readonly R[] =>
  found === undefined ? [] : then(found);

/** A chart under its message, which heads it where it is not the title of the page. */
export const headedExhibit = (c: BuildContext, chart: Chart, minHeight: number): Block =>
  filled(
    "tight",
    1,
    text("body", [
      { text: bold(c.rich(chart.message)), from: [...pathOf(c, chart), "message"], reading: "heading" },
    ]),
    c.exhibit(chart, minHeight),
  );

/** The bar with the author's meaning of a chart; undefined where nobody has said it. */
export const chartTakeaway = (c: BuildContext, chart: Chart): PanelBlock | undefined =>
  chart.meaning === undefined ? undefined : takeaway(c.rich(chart.meaning), [...pathOf(c, chart), "meaning"]);

const pathOf = ({ find }: SlideContext, { id }: Chart | Metric): JsonPath => find.path(id) ?? [];

/** Place at which a text says a figure, whatever its sign: "1.4 points less" of −1.4 points; -1 where it does not. */
export const placeOfFigure = (figure: string, said: string): number =>
  said.search(
    new RegExp(
      `(?<![\\d.,]|\\d[ \u00a0\u202f])${literal(figure.replace(/^[−+±]/u, ""))}(?![\\p{L}\\d])`,
      "u",
    ),
  );

/**
 * A large number with its name and period under it, and its range drawn where it has one; on a ground of its own where it is
 * to fill a row.
 */
export function figureCard(c: BuildContext, metric: Metric, fill?: ColorToken): Block {
  const figures = c.figures.metrics[metric.id];
  const latest = figures?.figures["latest"];
  if (figures === undefined || latest === undefined) return text("body", rich(metric.name));
  const range = rangeOf(c, figures);
  const words = text(
    "body",
    [
      { text: rich(latest.text), role: "figure", ink: "accent", reading: "measure" },
      { text: rich(metric.name), space: "hair" },
      {
        text: context(c, figures, range === undefined),
        role: "small",
        ink: "muted",
        space: "hair",
        reading: "aside",
      },
    ],
    fill === undefined ? {} : { anchor: "middle" },
  );
  return panel(range === undefined ? words : columns([8, 4], [words, range], { align: "stretch" }), {
    edge: "left",
    edgeInk: "accent",
    inset: "normal",
    ...(fill === undefined ? {} : { fill }),
  });
}

/** The range of a measure drawn; zero is on the line for a difference, of which it would be the none. */
export function rangeOf(c: BuildContext, m: MetricFigures): IntervalBlock | undefined {
  const { latest, low, high } = m.figures;
  if (latest === undefined || low === undefined || high === undefined || latest.range === undefined)
    return undefined;
  if (low.value > latest.value || high.value < latest.value || low.value === high.value) return undefined;
  const difference = m.unit === "pp" || low.value < 0;
  return {
    type: "interval",
    low: low.value,
    value: latest.value,
    high: high.value,
    lowText: low.plain,
    highText: high.plain,
    ...(difference ? { zeroText: "0" } : {}),
    alt: c.words("compared.range", { name: m.name, value: latest.text, range: latest.range }),
  };
}

/** A further figure of a unit that was just said: a word of a unit is not said twice, a sign of one is. */
export const again = (figure: Figure | undefined): string | undefined =>
  figure && (/^(%|pp|[A-Z]{3})$/.test(figure.unit) ? figure.text : figure.plain);

/** Period, kind where it is not actual, and range: what a number needs beside it to be honest. */
export function context(s: SlideContext, figures: MetricFigures, ranged = true): Rich {
  const latest = figures.figures["latest"];
  if (latest === undefined) return [];
  return joined([
    latest.periodText === undefined ? undefined : rich(latest.periodText),
    latest.kind === "actual" ? undefined : s.say(`kind.${latest.kind}`),
    latest.range === undefined || !ranged ? undefined : s.say("range", { range: latest.range }),
  ]);
}

/** A picture as large as it goes. */
export const pictureBlock = (c: BuildContext, picture: Picture): Block => ({
  type: "picture",
  file: picture.file,
  alt: plain(c.rich(picture.alt)),
  ...c.pictureSize(picture.file),
});

/** Their words, and who said them. */
export function quoteBlock(c: BuildContext, quote: Quote, role: Role = "body"): Block {
  const doubts = tone(c, quote) === "doubts";
  return panel(
    text(
      role,
      [
        { text: spoken(rich(c.locale.quote(quote.text)), c.locale) },
        { text: attribution(c, quote), role: "small", ink: "muted", space: "tight", reading: "aside" },
      ],
      { anchor: "middle" },
    ),
    {
      fill: "wash",
      edge: "left",
      edgeInk: doubts ? "bad" : "hairline",
      ...(doubts ? { edgeAlt: c.words("voices.doubt") } : {}),
      inset: "tight",
    },
  );
}
