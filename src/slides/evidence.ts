import { rich } from "../model/text.ts";
import { columns, filled, headed, joined, stack, takeaway, text } from "./blocks.ts";
import { slideKind } from "./kind.ts";
import { meaning, ownMeaning, readings } from "./meaning.ts";
import { chartSources } from "./sources.ts";
import { chartsOfArgument } from "./why.ts";

/** One slide for each chart that neither the why nor a reason already shows: message as title, what it means beside it. */
export const evidence = slideKind<{ readonly chart: string }>({
  name: "evidence",
  outline: (s) =>
    (s.bundle.charts ?? []).flatMap((chart, n) =>
      chartsOfArgument(s).has(chart.id)
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
    ),
  build: (point, c) => {
    const chart = c.find.chart(point.content.chart);
    if (chart === undefined) throw new Error(`no chart "${point.content.chart}"`);
    const own = ownMeaning(c, chart);
    const read = readings(c, chart);
    const owner = c.find.person(chart.owner ?? c.find.metric(chart.metrics?.[0])?.owner);
    const serves = (chart.supports ?? []).flatMap((id) => {
      const goal = c.find.goal(id);
      return goal ? [rich(goal.name)] : id === "ask" ? [c.say("answer.short")] : [];
    });
    const path = ["charts", (c.bundle.charts ?? []).indexOf(chart)];
    const exhibit = filled("none", 0, c.exhibit(chart, 220));
    const beside = stack(
      "normal",
      read.length > 0 && headed(c.say("evidence.means"), read),
      serves.length > 0 && headed(c.say("evidence.serves"), joined(serves, "; "), "small"),
      owner &&
        headed(c.say("evidence.owner"), c.say("person", { name: owner.name, role: owner.role }), "small"),
    );
    const facts = joined([
      serves.length > 0 ? [...c.say("evidence.serves"), ...rich(": "), ...joined(serves, "; ")] : undefined,
      owner && [
        ...c.say("evidence.owner"),
        ...rich(": "),
        ...c.say("person", { name: owner.name, role: owner.role }),
      ],
    ]);
    return {
      kicker: c.say("evidence.kicker"),
      body:
        read.length > 0
          ? filled(
              "normal",
              0,
              columns([9, 3], [exhibit, beside], { align: "stretch" }),
              own && takeaway(own, [...path, "meaning"]),
            )
          : filled(
              "normal",
              0,
              exhibit,
              facts.length > 0 && text("label", [{ text: facts, reading: "aside" }]),
              own && takeaway(own, [...path, "meaning"]),
            ),
    };
  },
});
