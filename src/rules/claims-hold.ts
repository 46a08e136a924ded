import { guards, runTest } from "../claims/index.ts";
import { holdsFalse } from "../diagnostics/messages/holds.ts";
import { localeOf } from "../locales/index.ts";
import { guardedSentence, sentenceShown } from "./claims/list.ts";
import { readableClaims } from "./claims/read.ts";
import type { Rule } from "./rule.ts";

export const claimsHold: Rule = {
  code: "claims/hold",
  severity: "error",
  on: "figures",
  reads: ["metrics", "charts", "investment", "options", "ask"],
  asks: "A claim that has tests (`holds`) passes them.",
  why: "Numbers move after a sentence is written. Whoever reads both sees it at once, and trusts neither.",
  hint: "Change the sentence to what the figures now say, or correct the figures; then change the test with it.",
  source: "Beck, Test-Driven Development: By Example",
  examples: {
    valid: {
      title: "Seven in ten customers stay, three leave",
      holds: ["about(stay.latest, 70%, 5%)"],
    },
    invalid: {
      title: "Nine in ten customers stay",
      holds: ["about(stay.latest, 90%, 5%)"],
    },
  },
  check: (checked) => {
    const { bundle, figures } = checked;
    const locale = localeOf(bundle.locale);
    return guards(bundle).flatMap((guard) => {
      const outcome = runTest(guard.test, figures, locale);
      if (outcome.kind !== "false") return [];
      // Few tests are false, and only those ask for their sentence.
      const sentence = sentenceShown(guardedSentence(guard, readableClaims(checked), checked), checked);
      return [{ what: holdsFalse(sentence, guard.test, outcome.readings), path: guard.path }];
    });
  },
};
