import { drawn, side } from "./facts/quotes.ts";
import type { Rule } from "./rule.ts";

const ONE_SIDE = {
  supports: "support the proposal; none doubts it",
  doubts: "doubt the proposal",
} as const;

export const quotesBalance: Rule = {
  code: "quotes/balance",
  severity: "warning",
  on: "bundle",
  reads: ["stakeholders.*.team", "stakeholders.*.stance"],
  asks: "The voices come from more than one team, and at least one of them doubts or supports what the others do not.",
  why: "Voices of one side read as a selection; leadership then asks the other side itself.",
  hint: "Add a voice of another team, and one that doubts; a doubt that is answered convinces more than praise.",
  source: "Janis, Groupthink; Nemeth, In Defense of Troublemakers",
  examples: {
    valid: {
      quotes: [
        { id: "q-head", from: "head", date: "2026-10-01", permission: "named", text: "Do it." },
        {
          id: "q-lead",
          from: "lead",
          date: "2026-10-02",
          permission: "named",
          text: "Not yet.",
          tone: "doubts",
        },
      ],
    },
    invalid: {
      quotes: [
        {
          id: "q-head",
          from: "head",
          date: "2026-10-01",
          permission: "named",
          text: "Do it.",
          tone: "supports",
        },
        {
          id: "q-lead",
          from: "lead",
          date: "2026-10-02",
          permission: "named",
          text: "At last.",
          tone: "supports",
        },
      ],
    },
  },
  check: ({ bundle }) => {
    const voices = bundle.quotes.filter(drawn);
    if (voices.length < 2) return [];
    const teams = voices.map(
      (quote) => bundle.stakeholders?.find((person) => person.id === quote.from)?.team,
    );
    const [team] = teams;
    const sides = voices.map((quote) => side(bundle, quote));
    // Beside a doubt, whoever takes no side is another voice; beside praise alone, a doubt is missing.
    const only = sides.every((each) => each === "doubts")
      ? "doubts"
      : sides.includes("supports") && !sides.includes("doubts")
        ? "supports"
        : undefined;
    const taken = sides.filter((each) => each === only);
    return [
      ...(team !== undefined && new Set(teams).size === 1
        ? [{ what: `All ${voices.length} voices come from one team: ${team}.`, path: ["quotes"] }]
        : []),
      ...(only !== undefined
        ? [
            {
              what: `${taken.length === voices.length ? "All" : `${taken.length} of`} ${voices.length} voices ${ONE_SIDE[only]}.`,
              path: ["quotes"],
            },
          ]
        : []),
    ];
  },
};
