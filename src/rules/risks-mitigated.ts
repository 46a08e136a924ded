import { quoted } from "../diagnostics/make.ts";
import { letters, plainText } from "./facts/sentences.ts";
import { sharedWords } from "./facts/shared-words.ts";
import { languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const risksMitigated: Rule = {
  code: "risks/mitigated",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["wish", "hopes"],
  reads: ["risks.*"],
  asks: "What is done about a risk is an act of its own: no wish, not the risk again, and not the same for every risk.",
  why: "A risk that is monitored happens while it is watched.",
  hint: "Say what is done, by whom, and what it changes: a second supplier, a reserve, a test before the start.",
  source: "ISO 31000:2018, risk treatment; Hubbard, The Failure of Risk Management",
  sees: [
    'A wish is a mitigation that consists of watching, hoping, caring or talking and names nothing else: "We will monitor it closely", "Seurataan tilannetta", or begins with hoping, whatever for. One that adds an act, a limit or a number is left alone.',
  ],
  examples: {
    valid: {
      risks: [
        {
          risk: "It is late",
          likelihood: 3,
          impact: 4,
          mitigation: "Two suppliers",
          owner: "lead",
          trigger: "No parts by March",
        },
      ],
    },
    invalid: {
      risks: [
        {
          risk: "It is late",
          likelihood: 3,
          impact: 4,
          mitigation: "We will monitor it closely",
          owner: "lead",
          trigger: "No parts by March",
        },
      ],
    },
  },
  check: ({ bundle }) => {
    const { risks = [] } = bundle;
    const language = languageOf(bundle);
    const seen = new Map<string, string>();
    return risks.flatMap(({ risk, mitigation, trigger }, n): readonly Finding[] => {
      const out: Finding[] = [];
      const name = quoted(plainText(risk));
      if (mitigation !== undefined) {
        const text = plainText(mitigation);
        const first = seen.get(letters(text));
        const path = ["risks", n, "mitigation"];
        if (first !== undefined)
          out.push({
            what: `The risks ${quoted(first)} and ${name} have the same mitigation: ${quoted(text, 90)}`,
            path,
          });
        else seen.set(letters(text), plainText(risk));
        if (language !== undefined && first === undefined) {
          const words = language.contentWords(text);
          const repeated = sharedWords(language, text, plainText(risk)).length;
          const wish = language.wish?.test(text.trim()) === true || language.hopes?.test(text) === true;
          if (wish && language.numbersIn(text).length === 0)
            out.push({ what: `The mitigation of ${name} is a wish and no act: ${quoted(text, 90)}`, path });
          else if (words.length >= 3 && repeated === new Set(words).size)
            out.push({ what: `The mitigation of ${name} says the risk again: ${quoted(text, 90)}`, path });
        }
      }
      if (trigger !== undefined && letters(plainText(trigger)) === letters(plainText(risk)))
        out.push({
          what: `The trigger of ${name} is the risk itself; it shows too late.`,
          hint: "Name an earlier sign, with a number and a date.",
          path: ["risks", n, "trigger"],
        });
      return out;
    });
  },
};
