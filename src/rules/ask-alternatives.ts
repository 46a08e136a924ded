import { quoted } from "../diagnostics/make.ts";
import { criteria, isNothing } from "./facts/options.ts";
import type { Finding, Rule } from "./rule.ts";

export const askAlternatives: Rule = {
  code: "ask/alternatives",
  severity: "warning",
  on: "bundle",
  reads: ["options.*", "purpose"],
  asks: "The ask stands beside at least one other real option and doing nothing, all on the same criteria; each that loses says why.",
  why: "A single option is not a decision; the first question is what else was looked at.",
  hint: "Add options: the one that is asked for, another that was really looked at, and doing nothing at cost 0.",
  source:
    "Howard and Abbas, Foundations of Decision Analysis; HM Treasury, The Green Book: do nothing is an option",
  examples: {
    valid: {
      options: [
        { id: "trial", name: "Trial", recommended: true, cost: 20000, risk: "It is late" },
        {
          id: "all",
          name: "All at once",
          cost: 90000,
          risk: "It fails everywhere",
          why: "Nothing is known yet",
        },
        {
          id: "nothing",
          name: "Do nothing",
          cost: 0,
          risk: "40 customers a month",
          why: "The goal is missed",
        },
      ],
    },
    invalid: {
      options: [
        { id: "trial", name: "Trial", recommended: true, cost: 20000 },
        { id: "nothing", name: "Do nothing", cost: 0, why: "The goal is missed" },
      ],
    },
  },
  check: ({ bundle }) => {
    const { options = [], purpose = "decide" } = bundle;
    if (options.length === 0)
      return purpose === "decide"
        ? [{ what: "The ask has no alternative beside it: there are no options.", path: ["ask"] }]
        : [];
    const out: Finding[] = [];
    const real = options.filter((option) => !isNothing(option));
    if (real.length < 2) {
      out.push({
        what: `Beside doing nothing there is only one option: ${real[0]?.name ?? "none"}.`,
        hint: "Add one that was really looked at, with why it loses.",
        path: ["options"],
      });
    }
    if (real.length === options.length) {
      out.push({
        what: "Doing nothing is not among the options.",
        hint: 'Add it with "cost": 0, and say what happens then.',
        path: ["options"],
      });
    }
    const all = [...new Set(options.flatMap(criteria))];
    for (const [n, option] of options.entries()) {
      const missing = all.filter((name) => !criteria(option).includes(name));
      if (missing.length > 0) {
        out.push({
          what: `The option ${quoted(option.name)} does not say its ${missing.join(", ")}, which the others do.`,
          hint: "Compare all options on the same criteria.",
          path: ["options", n],
        });
      }
      if (option.recommended !== true && option.why === undefined) {
        out.push({
          what: `The option ${quoted(option.name)} does not say why it loses.`,
          hint: "Add why in a few words.",
          path: ["options", n],
        });
      }
    }
    return out;
  },
};
