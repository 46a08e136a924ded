import type { ExhibitBlock } from "../model/deck.ts";
import type { Point } from "../model/story.ts";
import { filled } from "./blocks.ts";
import { type BuildContext, type SlideSpec, slideKind } from "./kind.ts";
import { nextStrip } from "./next.ts";

/** The roadmap on a real time axis: phases, milestones, gates, today and the decision. */
export const plan = slideKind<null>({
  name: "plan",
  shows: "Phases, milestones and gates on a time axis.",
  outline: (s) => {
    const { phases = [], milestones = [] } = s.bundle.plan ?? {};
    if (phases.length + milestones.length === 0) return [];
    const starts = [...phases.map((phase) => phase.start), ...milestones.map((m) => m.date)].sort();
    const ends = [...phases.map((phase) => phase.end), ...milestones.map((m) => m.date)].sort();
    const gates = milestones.filter((milestone) => milestone.gate === true);
    const gate = [...gates].sort((a, b) => a.date.localeCompare(b.date))[0];
    const date = (iso: string | undefined) => (iso === undefined ? undefined : s.locale.date(iso, "long"));
    const when = { start: date(starts[0]), end: date(ends.at(-1)), day: starts[0] === ends.at(-1) };
    return [
      {
        id: "plan",
        section: "proposal",
        title: s.say("plan.title", {
          ...when,
          gates: gates.length > 1,
          gate: gate?.name,
          gateDate: date(gate?.date),
        }),
        shorter: [s.say("plan.title", when)],
        short: s.words("plan.short"),
        content: null,
        about: ["plan"],
        say: [s.say("plan.say", { n: phases.length, milestones: milestones.length })],
        from: [
          ["plan", "phases"],
          ["plan", "milestones"],
        ],
        body: true,
      },
    ];
  },
  build: (_point, c) => {
    return {
      kicker: c.say("plan.kicker"),
      legend: c.say("plan.legend"),
      body: filled("none", 0, timelineOf(c)),
    };
  },
});

function timelineOf(c: BuildContext): ExhibitBlock {
  const timeline = c.timeline();
  if (timeline === undefined) throw new Error("a plan without a time axis");
  return timeline;
}

/** The plan over its next steps. */
export function planOverSteps([, next]: readonly Point[], c: BuildContext): SlideSpec {
  const { exhibit, ...block } = timelineOf(c);
  if (exhibit.type !== "timeline") throw new Error("a plan without a time axis");
  return {
    kicker: c.say("plan.kicker"),
    legend: c.say("plan.legend"),
    body: filled(
      "normal",
      0,
      { ...block, exhibit: { ...exhibit, brief: true } },
      nextStrip(next?.title ?? [], c),
    ),
  };
}
