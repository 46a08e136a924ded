import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { plainText } from "./facts/sentences.ts";
import { sharedWords } from "./facts/shared-words.ts";
import { inAnyLanguage, languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const peopleAnswered: Rule = {
  code: "people/answered",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  reads: ["stakeholders.*", "objections.*", "risks.*", "ask", "why", "plan", "options.*"],
  asks: "The concern of everyone who has a say or doubts is answered: by an objection of theirs, or in words of the deck.",
  why: "Whoever told you a concern looks for it first, and takes its absence as an answer.",
  hint: "Add an objection with from, and answer it; or name the concern in a risk or a condition.",
  source: "Fisher and Ury, Getting to Yes; Amazon narrative memos: pre-wire",
  sees: [
    "A concern is answered where its holder raised an objection (from), or where an objection, a risk, a condition, an option or a step of the plan shares a word with it that is not in the title, the decision or the name of the recommended option. It cannot tell whether the answer is a good one.",
  ],
  examples: {
    valid: {
      stakeholders: [
        {
          id: "head",
          name: "Ann",
          role: "Head",
          team: "Care",
          part: "approver",
          met: "2026-10-01",
          concern: "The trial is late",
        },
        { id: "lead", name: "Bo", role: "Lead", team: "Sales", part: "driver" },
      ],
    },
    invalid: {
      stakeholders: [
        {
          id: "head",
          name: "Ann",
          role: "Head",
          team: "Care",
          part: "approver",
          met: "2026-10-01",
          concern: "Rents double next spring",
        },
        { id: "lead", name: "Bo", role: "Lead", team: "Sales", part: "driver" },
      ],
    },
  },
  check: ({ bundle }) => {
    const language = languageOf(bundle);
    if (language === undefined) return [];
    const { stakeholders = [], objections = [], ask } = bundle;
    const answered = new Set(objections.flatMap(({ from }) => from ?? []));
    const words = answers(bundle);
    // What the deck is about stands everywhere, and answers nothing by itself.
    const subject = subjectOf(bundle);
    return stakeholders.flatMap(({ id, name, part, stance, concern }, n): readonly Finding[] => {
      const weighs =
        id === ask?.approver || (part !== undefined && part !== "informed") || stance === "opponent";
      if (concern === undefined || !weighs || answered.has(id)) return [];
      const said = plainText(concern);
      const matter = language.contentWords(said);
      // None known, in any language, is no concern.
      if (matter.length < 2 || inAnyLanguage(said, ({ unconcerned }) => unconcerned)) return [];
      const shared = sharedWords(language, said, words);
      const own = shared.filter((word) => sharedWords(language, word, subject).length === 0);
      const narrow = sharedWords(language, said, subject).length < new Set(matter).size;
      return (narrow ? own : shared).length > 0
        ? []
        : [
            {
              what: `The concern of ${name}, ${quoted(said)}, is answered nowhere.`,
              path: ["stakeholders", n, "concern"],
            },
          ];
    });
  },
};

/** The words that say what the deck is about: its title, the decision, and the option that is asked for. */
const subjectOf = ({ title, ask, options = [] }: Bundle): string =>
  [
    title,
    ask?.decision ?? "",
    ...options.flatMap(({ name, recommended }) => (recommended === true ? [name] : [])),
  ]
    .map(plainText)
    .join(". ");

/** Everything that may answer a concern, in one text. */
function answers({ objections = [], risks = [], ask, plan, options = [] }: Bundle): string {
  return [
    ...objections.flatMap(({ objection, headline, concede, answer }) => [
      objection,
      headline,
      concede,
      answer,
    ]),
    ...risks.flatMap(({ risk, mitigation, trigger, then: next }) => [risk, mitigation, trigger, next]),
    ...(ask?.terms ?? []),
    ...options.flatMap(({ why, risk }) => [why, risk]),
    ...(plan?.next ?? []).map(({ what }) => what),
    ...(plan?.milestones ?? []).map(({ name }) => name),
  ]
    .map((text) => plainText(text ?? ""))
    .join(". ");
}
