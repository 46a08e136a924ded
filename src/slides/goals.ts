import { Decimal, decimal, round } from "../base/decimal.ts";
import type { Goal } from "../model/bundle/index.ts";
import type { Cell } from "../model/deck.ts";
import type { MetricFigures } from "../model/figures.ts";
import { type Rich, rich } from "../model/text.ts";
import { bold, inked, joined } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";
import { metricSources, unique } from "./sources.ts";

interface Content {
  /** Goal ids, first one first. */
  readonly goals: readonly string[];
}

/** Alignment: which company goals this serves, how far they are, and what this adds. */
export const goals = slideKind<Content>({
  name: "goals",
  shows:
    "The goals of the company that the proposal serves: how far each is from its target, and what this adds.",
  outline: (s) => {
    const ordered = [...s.bundle.goals].sort((a, b) => (a.priority ?? 99) - (b.priority ?? 99));
    const first = ordered[0];
    if (first === undefined) return [];
    const metrics = ordered.flatMap((goal) => s.find.metric(goal.metric) ?? []);
    return [
      {
        id: "goals",
        section: "why",
        title: s.say("goals.title", {
          n: ordered.length,
          many: ordered.length > 1,
          company: ordered.every((goal) => (goal.level ?? "company") === "company"),
          tied: first.priority !== undefined && ordered[1]?.priority === first.priority,
          first: first.name,
        }),
        shorter: [
          s.say("goals.title.short", {
            n: ordered.length,
            many: ordered.length > 1,
            company: ordered.every((goal) => (goal.level ?? "company") === "company"),
          }),
        ],
        short: s.words("goals.short"),
        content: { goals: ordered.map((goal) => goal.id) },
        about: ordered.map((goal) => goal.id),
        say: [s.say("goals.say", { n: ordered.length, many: ordered.length > 1, first: first.name })],
        sources: unique(metrics.flatMap((metric) => metricSources(s, metric))),
        from: [["goals"]],
        body: true,
      },
    ];
  },
  build: (point, c) => ({
    kicker: c.say("goals.kicker"),
    body: {
      type: "table",
      name: c.words("goals.short"),
      alt: c.words("goals.alt", { n: point.content.goals.length }),
      head: (["goal", "contribution", "teams", "now", "target", "gap"] as const).map((key, n) => ({
        text: c.say(`goals.head.${key}`),
        align: n >= 3 ? "right" : "left",
      })),
      rows: point.content.goals.flatMap((id, n) => {
        const goal = c.find.goal(id);
        return goal === undefined ? [] : [row(c, goal, n + 1)];
      }),
      widths: [2.8, 3, 1.5, "fit", "fit", 2.1],
      rowHeads: true,
      role: "body",
    },
  }),
});

function row(c: BuildContext, goal: Goal, rank: number): Cell[] {
  const figures = c.figures.metrics[goal.metric ?? ""];
  const owner = c.find.person(goal.owner);
  const latest = figures?.figures["latest"];
  return [
    {
      text: [
        ...bold(rich(`${goal.priority ?? rank}. ${goal.name}`)),
        ...inked(
          joined(
            [
              rich("\n"),
              c.say("goals.level", {
                level: c.words(`level.${goal.level ?? "company"}`),
                period: goal.period === undefined ? undefined : c.locale.period(goal.period, "long"),
                owner: owner?.role,
              }),
            ],
            "",
          ),
          "muted",
        ),
      ],
    },
    {
      text: [
        ...(goal.strength ? bold(c.say(`strength.${goal.strength}`)) : []),
        ...(goal.strength && goal.contribution ? rich("\n") : []),
        ...(goal.contribution ? c.rich(goal.contribution) : []),
      ],
    },
    { text: rich(c.locale.list(goal.teams ?? [], "and")) },
    {
      text:
        latest === undefined
          ? c.say("none")
          : [...bold(rich(latest.text)), ...inked(rich(`\n${latest.periodText ?? ""}`), "muted")],
      align: "right",
    },
    { text: target(c, goal), align: "right" },
    gapCell(c, figures),
  ];
}

/** The distance from the target, and how much of the way from the first value to it is done, in words and as a bar. */
function gapCell(c: BuildContext, measure: MetricFigures | undefined): Cell {
  const gap = measure?.figures["gap"];
  if (measure === undefined || gap === undefined) return { text: c.say("none"), align: "right", bold: true };
  const ink = gap.good === undefined ? "ink" : gap.good ? "good" : "bad";
  const distance = [{ text: gap.text, bold: true, ink }] as const;
  const way = wayDone(measure);
  if (way === undefined) return { text: distance, align: "right" };
  const words = c.say("goals.way", {
    share: c.locale.value(wholePercent(way.share), { unit: "%", decimals: 0 }),
    first: way.first.text,
    reached: way.share.gte(1),
    back: way.share.lt(0),
  });
  return {
    text: [...distance, ...rich("\n"), ...inked(words, "muted")],
    align: "right",
    meter: way.share.toNumber(),
  };
}

/**
 * Share of the way from the first value to the target that is done: below 0 where the latest value is further away than the
 * first was, 1 or more where the target is met. None where there is but one value, or where the first had met the target.
 */
function wayDone({ figures, target, better }: MetricFigures) {
  const [first, latest] = [figures["first"], figures["latest"]];
  if (first === undefined || latest === undefined || target === undefined || better === undefined)
    return undefined;
  if (first.period === latest.period) return undefined;
  const whole = decimal(target.value).minus(first.exact);
  if (whole.isZero() || whole.isPositive() !== (better === "higher")) return undefined;
  return { first, share: decimal(latest.exact).minus(first.exact).div(whole) };
}

/** A share in whole percent, rounded as all figures are; but what is not reached is 99% of the way at most. */
const wholePercent = (share: Decimal): string => Decimal.min(round(share.times(100), 0), 99).toFixed();

function target(c: BuildContext, goal: Goal): Rich {
  const aim = c.figures.metrics[goal.metric ?? ""]?.target;
  if (aim === undefined) return c.say("none");
  return aim.byText === undefined
    ? rich(aim.text)
    : [{ text: aim.text }, { text: `\n${aim.byText}`, ink: "muted" }];
}
