import type { Finding, Rule } from "./rule.ts";

export const titlesStory: Rule = {
  code: "titles/story",
  severity: "warning",
  on: "story",
  reads: ["ask"],
  asks: "Read alone and in order, the titles and the why give situation, complication, answer and ask.",
  why: "Many readers read nothing but titles; where a part is missing they fill it in themselves.",
  hint: "Add the part that is missing.",
  source: "Minto, The Pyramid Principle: situation, complication, question, answer; Duarte, Slidedocs",
  examples: {
    valid: {
      why: {
        statement: "Customers leave before anyone has answered them.",
        situation: "We answer most customers within a week.",
        complication: "Since spring they no longer wait a week.",
        reasons: [{ claim: "Those who wait leave", because: "They say so.", evidence: ["wait"] }],
      },
    },
    invalid: {
      why: {
        statement: "Customers leave before anyone has answered them.",
        situation: "We answer most customers within a week.",
      },
    },
  },
  check: ({ bundle, story }) => {
    const { why, purpose = "decide" } = bundle;
    const body = story.points.filter((point) => point.body);
    const parts: readonly (readonly [missing: boolean, Finding])[] = [
      [
        why.situation === undefined,
        {
          what: "The story has no situation: nothing says what everyone agrees on today.",
          hint: "Add why.situation.",
          path: ["why"],
        },
      ],
      [
        why.complication === undefined,
        {
          what: "The story has no complication: nothing says what changed.",
          hint: "Add why.complication: why today is not good enough.",
          path: ["why"],
        },
      ],
      [
        !body.some((point) => point.section === "evidence"),
        {
          what: "The story has no answer: no title gives a reason or says what a chart shows.",
          hint: "Add why.reasons with their claims, or charts with their messages.",
          path: ["why"],
        },
      ],
      [
        purpose !== "inform" && !body.some((point) => point.kind === "answer" || point.kind === "decision"),
        { what: "The story has no ask: no title says what is wanted.", hint: "Add ask.decision.", path: [] },
      ],
    ];
    return parts.flatMap(([missing, finding]) => (missing ? [finding] : []));
  },
};
