import type { Point } from "../model/story.ts";
import { rich } from "../model/text.ts";
import { filled, joined, panel, text } from "./blocks.ts";
import { chartTakeaway } from "./evidence-blocks.ts";
import { type SlideContext, slideKind } from "./kind.ts";
import { meaning, readings } from "./meaning.ts";
import { chartSources } from "./sources.ts";
import { chartsOfArgument } from "./why.ts";

/**
 * True of a chart of one measure of which its author says no more than its message, and whose plot no average crosses: its
 * words need the width of a page to stand clear of the values.
 */
export function bareEvidence({ draws: [id] }: Point, s: SlideContext): boolean {
  const chart = s.find.chart(id);
  const crossed = chart?.show?.includes("average") === true;
  return chart?.meaning === undefined && chart?.metrics?.length === 1 && !crossed;
}

/** One slide for each chart that neither the why nor a reason already shows: message as title, what it means beside it. */
export const evidence = slideKind<{ readonly chart: string }>({
  name: "evidence",
  shows: "A chart that no reason shows, with what it means for the decision beside it.",
  outline: (s) => {
    const elsewhere = chartsOfArgument(s);
    return (s.bundle.charts ?? []).flatMap((chart, n) =>
      elsewhere.has(chart.id)
        ? []
        : [
            {
              id: `evidence-${chart.id}`,
              section: "evidence" as const,
              title: s.rich(chart.message),
              titleFrom: ["charts", n, "message"],
              short: s.words("evidence.short", { n: n + 1 }),
              content: { chart: chart.id },
              about: [chart.id, ...(chart.metrics ?? [])],
              draws: [chart.id],
              say: meaning(s, chart),
              sources: chartSources(s, chart),
              from: [["charts", n]],
              body: true,
            },
          ],
    );
  },
  build: (point, c) => {
    const chart = c.find.chart(point.content.chart);
    if (chart === undefined) throw new Error(`no chart "${point.content.chart}"`);
    const owner = c.find.person(chart.owner ?? c.find.metric(chart.metrics?.[0])?.owner);
    const serves = (chart.supports ?? []).flatMap((id) => {
      const goal = c.find.goal(id);
      return goal ? [rich(goal.name)] : id === "ask" ? [c.say("answer.short")] : [];
    });
    const facts = [
      serves.length > 0 && [
        ...c.say("evidence.serves"),
        ...rich(c.locale.marks.colon),
        ...joined(serves, c.locale.marks.semicolon),
      ],
      owner && [
        ...c.say("evidence.owner"),
        ...rich(c.locale.marks.colon),
        ...c.say("person", { name: owner.name, role: owner.role }),
      ],
    ].filter((fact) => fact !== undefined && fact !== false);
    const read = readings(c, chart);
    const said = chartTakeaway(c, chart);
    // The chart takes the whole width. Below it stands what the author says of it, else what the data say.
    return {
      kicker: c.say("evidence.kicker"),
      body: filled(
        "normal",
        0,
        filled("none", 0, c.exhibit(chart, 220)),
        read.length > 0 &&
          (said === undefined
            ? panel(text("body", [{ text: joined(read, " ") }], { anchor: "middle" }), {
                fill: "wash",
                inset: "tight",
                heading: c.words("evidence.means"),
              })
            : text("small", [{ text: joined(read, " "), ink: "muted", reading: "aside" }])),
        said,
        facts.length > 0 &&
          text(
            "label",
            facts.map((fact) => ({ text: fact, reading: "aside" as const })),
          ),
      ),
    };
  },
});
