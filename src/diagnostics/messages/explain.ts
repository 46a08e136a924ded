import type { Diagnostic } from "../diagnostic.ts";
import { error, quoted } from "../make.ts";

/** Words of foredeck explain. */
export const EXPLAIN = {
  rules:
    "Rules, by which foredeck check judges a bundle. One that says error stops a final deck; any other warns.",
  error: (asks: string): string => `error: ${asks}`,
  more: "foredeck explain RULE says why it asks, and how to mend it. foredeck explain FIELD, such as ask.amount, says what stands in a field; foredeck explain bundle lists them all. foredeck explain MESSAGE, such as json/syntax, says more of what was printed beside a finding.",
  labels: {
    why: "why",
    hint: "mend",
    sees: "reads",
    wrong: "finds",
    right: "accepts",
    source: "source",
    off: "off",
  },
  message: "a message",
  firm: "It cannot be turned off.",
  off: (code: string): string =>
    `"rules": { "${code}": { "severity": "off", "because": "your reason" } }, which every reader of the check sees`,
  wholeBundle: "the fields of a bundle",
  list: "a list; each of its items has these fields",
  or: (form: string): string => `or ${form.charAt(0).toLowerCase()}${form.slice(1).replace(/\.$/, "")}:`,
  kinds: "a list; each of its items is of one of these kinds",
  needed: "A field with * has to be there.",
} as const;

/** A name that is neither a rule nor a field nor a message. */
export const nothingToExplain = (asked: string, near: string | undefined): Diagnostic =>
  error("cli/explain", {}, `There is no rule, no field and no message ${quoted(asked)}.`, {
    hint:
      near === undefined
        ? "foredeck explain lists the rules, foredeck explain bundle the fields."
        : `Did you mean ${quoted(near)}?`,
  });
