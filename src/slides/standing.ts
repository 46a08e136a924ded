import type { Metric } from "../model/bundle/index.ts";
import type { Block, Paragraph } from "../model/deck.ts";
import type { Figure, MetricFigures } from "../model/figures.ts";
import { rich } from "../model/text.ts";
import { cards, inked, joined, panel, stack, text } from "./blocks.ts";
import { again, context } from "./evidence-blocks.ts";
import { type BuildContext, type SlideContext, slideKind } from "./kind.ts";
import { metricSources, unique } from "./sources.ts";

interface Content {
  readonly metrics: readonly string[];
}

/** Scorecards of the metrics: where we stand today. */
export const standing = slideKind<Content>({
  name: "standing",
  shows: "All measures with value, target and trend, where there are several.",
  outline: (s) => {
    const metrics = shown(s, s.bundle.metrics ?? []);
    if (metrics.length < 2) return [];
    return [
      {
        id: "standing",
        section: "evidence",
        title: standingTitle(s, metrics),
        shorter: [s.say("standing.title.short", { n: metrics.length })],
        short: s.words("standing.short"),
        content: { metrics: metrics.map((metric) => metric.id) },
        about: metrics.map((metric) => metric.id),
        say: [s.say("standing.say", { n: metrics.length })],
        sources: unique(metrics.flatMap((metric) => metricSources(s, metric))),
        from: [["metrics"]],
        body: true,
      },
    ];
  },
  build: (point, c) => {
    const made = point.content.metrics.flatMap((id) => {
      const metric = c.find.metric(id);
      const figures = c.figures.metrics[id];
      return metric && figures ? [card(c, metric, figures)] : [];
    });
    return {
      kicker: c.say("standing.kicker"),
      body: cards(made, made.length === 3 || made.length > 4 ? 3 : 2, "normal"),
    };
  },
});

/** One slide of cards. */
const MOST = 9;

/** The metrics of the slide: those with a target or a history. Single numbers stand with the reasons. */
const shown = (s: SlideContext, all: readonly Metric[]): readonly Metric[] =>
  all
    .filter(({ id, target }) => target !== undefined || (s.figures.metrics[id]?.points.length ?? 0) > 1)
    .slice(0, MOST);

/** Says how many metrics with a target miss it, and by how far the first one does. */
function standingTitle(s: SlideContext, metrics: readonly Metric[]) {
  const aimed = metrics.flatMap((metric) => {
    const figures = s.figures.metrics[metric.id];
    // A target is met or missed only where the metric says which direction is good.
    return figures?.target && figures.figures["gap"]?.good !== undefined ? [{ metric, figures }] : [];
  });
  const missed = aimed.filter(({ figures }) => figures.figures["gap"]?.good === false);
  const first = missed[0] ?? aimed[0];
  if (first === undefined) {
    const metric = metrics[0];
    const latest = s.figures.metrics[metric?.id ?? ""]?.figures["latest"];
    return s.say("standing.title.plain", { name: metric?.name, latest: latest?.text ?? s.words("none") });
  }
  return s.say(missed.length === 0 ? "standing.title.met" : "standing.title.missed", {
    name: first.metric.name,
    latest: first.figures.figures["latest"]?.text,
    gap: again(first.figures.figures["gap"]),
    target: again(first.figures.figures["target"]),
    missed: missed.length,
    n: aimed.length,
    all: missed.length === aimed.length,
    single: aimed.length === 1,
    pair: aimed.length === 2,
  });
}

function card(c: BuildContext, metric: Metric, m: MetricFigures): Block {
  const { latest, change, gap } = m.figures;
  const lines: Paragraph[] = [
    { text: rich(metric.name), role: "small", ink: "ink", reading: "label" },
    {
      text: latest === undefined ? c.say("none") : [{ text: latest.text, bold: true }],
      role: "figureSmall",
      ink: "accent",
      space: "hair",
    },
  ];
  const told = joined([
    change &&
      m.figures["previous"] &&
      inked(
        c.say("standing.change", {
          change: change.text,
          since: m.figures["previous"].periodText,
          arrow: arrow(change.value),
        }),
        verdict(change.good),
      ),
    m.target && gap && inked(c.say("standing.gap", { target: m.target.text, by: m.target.byText }), "muted"),
  ]);
  if (told.length > 0) lines.push({ text: told, role: "label", space: "hair", reading: "aside" });
  const note = joined([
    context(c, m),
    m.asOfText === undefined ? undefined : c.say("standing.asOf", { date: m.asOfText }),
  ]);
  lines.push({ text: note, role: "label", ink: "muted", space: "hair", reading: "aside" });
  const known = m.points.filter((point) => point.value !== null);
  return panel(
    stack(
      "tight",
      text("small", lines),
      known.length >= 3 && {
        type: "sparkline",
        points: m.points.map((point) => ({
          x: point.start,
          y: point.value,
          forecast: point.kind !== "actual",
        })),
        ...(m.target === undefined ? {} : { target: m.target.value }),
        alt: c.words("standing.spark", {
          name: metric.name,
          first: known[0]?.text,
          last: known.at(-1)?.text,
        }),
        ...endsOf(m),
        height: 26,
      },
    ),
    { fill: "wash", inset: "tight" },
  );
}

/** The first and the latest value, in words that fit under a small line. */
function endsOf({ figures: { first, latest } }: MetricFigures): {
  readonly ends?: readonly [string, string];
} {
  if (first === undefined || latest === undefined) return {};
  const word = ({ unit, text, plain }: Figure): string => (unit === "%" ? text : plain);
  return { ends: [word(first), word(latest)] };
}

const arrow = (value: number): string => (value > 0 ? "▲" : value < 0 ? "▼" : "●");
const verdict = (good: boolean | undefined) => (good === undefined ? "muted" : good ? "good" : "bad");
