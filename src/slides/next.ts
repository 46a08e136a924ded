import type { Block, TableBlock } from "../model/deck.ts";
import { type Rich, rich } from "../model/text.ts";
import { bold, columns, heading, stack } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";

/** Next steps with owner and date, and the rhythm in which results are shown. */
export const next = slideKind<null>({
  name: "next",
  shows: "The next steps with owner and day. Stands below the plan where there is room.",
  part: "plan",
  outline: (s) => {
    const { next: steps = [], cadence = [] } = s.bundle.plan ?? {};
    if (steps.length + cadence.length === 0) return [];
    const first = steps.flatMap((step) => step.by ?? []).sort()[0];
    const ready = steps.filter((step) => step.owner !== undefined && step.by !== undefined).length;
    const rhythms = [...new Set(cadence.map((item) => s.words(`every.${item.every}`)))];
    const heading = { n: steps.length, ready, all: ready === steps.length };
    return [
      {
        id: "next",
        section: "proposal",
        title:
          steps.length === 0
            ? s.say("next.title.cadence", { rhythms })
            : s.say("next.title", {
                ...heading,
                first: first === undefined ? undefined : s.locale.date(first, "long"),
              }),
        ...(steps.length > 0 && {
          shorter: [s.say("next.title", heading), s.say("next.title", { n: steps.length })],
        }),
        short: s.words("next.short"),
        content: null,
        about: [],
        say: [s.say("next.say", { all: steps.length > 0 && ready === steps.length })],
        from: [
          ["plan", "next"],
          ["plan", "cadence"],
        ],
        body: true,
      },
    ];
  },
  build: (_point, c) => {
    const { next: steps = [], cadence = [] } = c.bundle.plan ?? {};
    const left = steps.length > 0 ? stack("tight", heading(c.say("next.steps")), stepTable(c)) : undefined;
    const right =
      cadence.length > 0 ? stack("tight", heading(c.say("next.cadence")), cadenceTable(c)) : undefined;
    const body = stack("wide", left, right);
    return { kicker: c.say("plan.kicker"), body };
  },
});

/** The same as a strip below the plan: steps under their title, and beside them where results are shown. */
export function nextStrip(title: Rich, c: BuildContext): Block {
  const { next: steps = [], cadence = [] } = c.bundle.plan ?? {};
  const left = steps.length > 0 && stack("hair", heading(title), { ...stepTable(c), role: "table" });
  const right =
    cadence.length > 0 &&
    stack("hair", heading(steps.length > 0 ? c.say("next.cadence") : title), {
      ...cadenceTable(c),
      role: "table",
    });
  return left && right ? columns([6, 6], [left, right]) : stack("none", left, right);
}

function stepTable(c: BuildContext): TableBlock {
  const steps = c.bundle.plan?.next ?? [];
  return {
    type: "table",
    name: c.words("next.steps"),
    alt: c.words("next.alt", { n: steps.length }),
    head: (["what", "owner", "by"] as const).map((key) => ({ text: c.say(`next.head.${key}`) })),
    rows: steps.map((step) => [
      { text: bold(c.rich(step.what)) },
      { text: rich(c.find.person(step.owner)?.name ?? "–") },
      { text: rich(step.by === undefined ? "–" : c.locale.date(step.by, "short")) },
    ]),
    widths: [7, 3, 2],
    rowHeads: true,
    role: "body",
  };
}

function cadenceTable(c: BuildContext): TableBlock {
  const rhythm = c.bundle.plan?.cadence ?? [];
  return {
    type: "table",
    name: c.words("next.cadence"),
    alt: c.words("next.cadence.alt", { n: rhythm.length }),
    head: (["what", "every", "who"] as const).map((key) => ({ text: c.say(`cadence.head.${key}`) })),
    rows: rhythm.map((item) => {
      const people = [item.owner, ...(item.who ?? [])].flatMap((id) => c.find.person(id)?.name ?? []);
      return [
        { text: bold(c.rich(item.what)) },
        { text: c.say(`every.${item.every}`) },
        { text: rich(c.locale.list([...new Set(people)], "and")) },
      ];
    }),
    widths: [5, 2, 5],
    rowHeads: true,
    role: "body",
  };
}
