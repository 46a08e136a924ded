import { type Rich, rich } from "../model/text.ts";
import { columns, filled, headed, joined, stack, text } from "./blocks.ts";
import { chartTakeaway } from "./evidence-blocks.ts";
import { slideKind } from "./kind.ts";
import { meaning, readings } from "./meaning.ts";
import { chartSources } from "./sources.ts";
import { chartsOfArgument } from "./why.ts";

/** One slide for each chart that neither the why nor a reason already shows: message as title, what it means beside it. */
export const evidence = slideKind<{ readonly chart: string }>({
  name: "evidence",
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
    const read = readings(c, chart);
    const owner = c.find.person(chart.owner ?? c.find.metric(chart.metrics?.[0])?.owner);
    const serves = (chart.supports ?? []).flatMap((id) => {
      const goal = c.find.goal(id);
      return goal ? [rich(goal.name)] : id === "ask" ? [c.say("answer.short")] : [];
    });
    const facts: readonly (readonly [label: Rich, value: Rich])[] = [
      ...(serves.length > 0 ? [[c.say("evidence.serves"), joined(serves, "; ")] as const] : []),
      ...(owner
        ? [[c.say("evidence.owner"), c.say("person", { name: owner.name, role: owner.role })] as const]
        : []),
    ];
    const exhibit = filled("none", 0, c.exhibit(chart, 220));
    const body =
      read.length > 0
        ? [
            columns(
              [9, 3],
              [
                exhibit,
                stack(
                  "normal",
                  headed(c.say("evidence.means"), read),
                  ...facts.map(([label, value]) => headed(label, value, "small")),
                ),
              ],
              { align: "stretch" },
            ),
          ]
        : [
            exhibit,
            facts.length > 0 &&
              text("label", [
                {
                  text: joined(facts.map(([label, value]) => [...label, ...rich(": "), ...value])),
                  reading: "aside",
                },
              ]),
          ];
    return {
      kicker: c.say("evidence.kicker"),
      body: filled("normal", 0, ...body, chartTakeaway(c, chart)),
    };
  },
});
