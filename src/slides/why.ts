import { columns, evenly, headed, panel, stack } from "./blocks.ts";
import { slideKind } from "./kind.ts";

const PARTS = ["situation", "complication", "now", "opportunity"] as const;

/** Start with why: the statement large, and under it how one comes to it. */
export const why = slideKind<null>({
  name: "why",
  outline: (s) => [
    {
      id: "why",
      section: "why",
      title: s.rich(s.bundle.why.statement),
      titleFrom: ["why", "statement"],
      short: s.words("why.short"),
      content: null,
      about: ["why"],
      say: PARTS.flatMap((part) => {
        const sentence = s.bundle.why[part];
        return sentence === undefined ? [] : [s.rich(sentence)];
      }),
      from: [
        ["why", "statement"],
        ...PARTS.filter((part) => s.bundle.why[part] !== undefined).map((part) => ["why", part]),
      ],
      body: true,
    },
  ],
  build: (_point, c) => {
    const given = PARTS.flatMap((part) => {
      const sentence = c.bundle.why[part];
      return sentence === undefined ? [] : [{ part, sentence: c.rich(sentence) }];
    });
    const blocks = given.map(({ part, sentence }) =>
      panel(headed(c.say(`why.${part}`), sentence, "lead"), {
        edge: "top",
        edgeInk: part === "opportunity" ? "accent" : "hairline",
        inset: "tight",
      }),
    );
    return {
      layout: "statement",
      kicker: c.say("why.kicker"),
      body:
        blocks.length === 0 ? stack("none") : columns(evenly(blocks.length), blocks, { align: "stretch" }),
    };
  },
});
