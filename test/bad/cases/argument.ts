import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import * as messages from "../../../src/diagnostics/messages/index.ts";
import { RULES, type Rule } from "../../../src/rules/index.ts";
import { SOUND } from "../../rules/sound.ts";
import type { BadCase } from "./case.ts";

/** What a rule says, with its own why and hint. */
const weak = (code: string, what: string): Diagnostic => {
  const { severity, why, hint } = RULES.find((rule): rule is Rule => rule.code === code) ?? {
    severity: "error",
    why: "",
    hint: "",
  };
  return { code, severity, what, why, hint };
};
const { approver: _approver, by: _by, ...ask } = SOUND.ask ?? { decision: "" };

/** Final decks that nobody should get; the same drafts are built. */
export const ARGUMENT: readonly BadCase[] = [
  {
    name: "a final deck whose ask nobody decides",
    bundle: { ...SOUND, ask: { ...ask, by: "2026-12-04" } },
    says: [weak("ask/complete", "The ask does not say who decides: approver is missing.")],
    exit: 1,
  },
  {
    name: "a final deck with two errors in its argument",
    bundle: {
      ...SOUND,
      ask: { ...ask, approver: "head" },
      metrics: [
        ...(SOUND.metrics ?? []),
        {
          id: "tea",
          name: "Tea",
          unit: "cups",
          source: "s",
          asOf: "2026-10-31",
          owner: "head",
          values: [{ period: "2026", value: 1 }],
        },
      ],
    },
    says: [
      weak("ask/complete", "The ask does not say by when the decision is needed: by is missing."),
      weak("goals/linked", 'The metric "tea" supports no goal, no reason and not the ask.'),
    ],
    exit: 1,
  },
  {
    name: "silencing what nobody may silence",
    bundle: { ...SOUND, rules: { "quotes/consent": { severity: "off", because: "We are among friends" } } },
    says: [messages.ruleIsFirm({}, "quotes/consent")],
    exit: 1,
  },
  {
    name: "silencing without a reason",
    bundle: { ...SOUND, rules: { "chart/form": { severity: "off" } } },
    says: [messages.missingField({}, "because", 'rules["chart/form"]', "A sentence.", '"…"')],
    exit: 1,
  },
];
