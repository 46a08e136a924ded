import { isDated, monthNames } from "./facts/dates.ts";
import type { Rule } from "./rule.ts";

export const whyNow: Rule = {
  code: "why/now",
  severity: "warning",
  on: "bundle",
  asks: "The why says why now, with a date.",
  why: "A good idea without a date is decided next time.",
  hint: "Add why.now with the day after which it becomes harder or dearer.",
  source: "Kotter, Leading Change: a sense of urgency",
  examples: {
    valid: {
      why: { statement: "Customers leave unheard.", now: "The roadmap is frozen on 15 January 2027." },
    },
    invalid: { why: { statement: "Customers leave unheard.", now: "It is urgent." } },
  },
  check: ({ bundle }) => {
    const { now } = bundle.why;
    if (now === undefined)
      return bundle.purpose === "inform" ? [] : [{ what: "Nothing says why now.", path: ["why"] }];
    return isDated(now, monthNames(bundle))
      ? []
      : [
          {
            what: `Why now names no date: ${now}`,
            hint: "Name the day, the month or the year that the sentence is about.",
            path: ["why", "now"],
          },
        ];
  },
};
