import type { Diagnostic } from "../diagnostic.ts";
import { type At, count, either, error, quoted } from "../make.ts";

/** What the schema finds: fields, types, choices, sizes. `means` is the description of the field in the schema. */

/** `where` names the object as a person would: "the bundle", "metrics[2]". */
/** `kinds` are those that have the field, where the object is of a kind that has not. */
export const unknownField = (
  at: At,
  field: string,
  where: string,
  near: string | undefined,
  known: readonly string[],
  kinds: readonly string[] = [],
): Diagnostic =>
  error("bundle/unknown-field", at, `${where} has no field ${quoted(field)}.`, {
    hint:
      near !== undefined
        ? `Did you mean ${quoted(near)}?`
        : kinds.length > 0
          ? `Its kind does not draw ${quoted(field)}: leave it out, or choose another kind (${either(kinds, 16)}).`
          : `It may have ${either(known, 16)}.`,
  });

/** Codes of what is not there, or not all; for those who must tell it from what is wrong. */
const MISSING_FIELD = "bundle/missing-field";
const TOO_LITTLE = "bundle/too-little";
export const ABSENCES: readonly string[] = [MISSING_FIELD, TOO_LITTLE];

export const moreUnknownFields = (at: At, where: string, more: number): Diagnostic =>
  error("bundle/unknown-field", at, `${where} has ${count(more, "more unknown field")}.`);

export const missingField = (at: At, field: string, where: string, means: string | undefined): Diagnostic =>
  error(MISSING_FIELD, at, `${where} needs the field ${quoted(field)}.`, { hint: means });

/** `expected` and `found` carry their article: "a number", "text". */
export const wrongType = (
  at: At,
  expected: string,
  found: string,
  means: string | undefined,
  advice: string | undefined,
): Diagnostic =>
  error("bundle/wrong-type", at, `Expected ${expected}, found ${found}.`, {
    hint: [advice, means].filter((part) => part !== undefined).join(" ") || undefined,
  });

/** Advice for the common slips. */
export const WRONG_TYPE_ADVICE = {
  numberInQuotes: "Take the quotation marks away: numbers stand bare.",
  separatorsInQuotes:
    'Take the quotation marks and the separators between thousands away: 38400, not "38,400".',
  percentInQuotes: "Write the bare number; the unit goes into the field unit.",
  oneItem: "Put it into [ ], also when there is only one.",
  trueInQuotes: "Write true or false without quotation marks.",
} as const;

export const unknownChoice = (
  at: At,
  found: string,
  choices: readonly string[],
  near: string | undefined,
  means: string | undefined,
): Diagnostic =>
  error(
    "bundle/unknown-choice",
    at,
    `${quoted(found)} is not one of ${either(
      choices.map((choice) => quoted(choice)),
      20,
    )}.`,
    {
      hint: near === undefined ? means : `Did you mean ${quoted(near)}?`,
    },
  );

export const badId = (at: At, found: string): Diagnostic =>
  error("bundle/bad-id", at, `${quoted(found)} cannot be an id.`, {
    hint: "An id is a letter, then letters, digits, - or _; at most 64 in all, without spaces.",
  });

/** For text of a fixed form: dates, periods, currencies, addresses. */
export const wrongForm = (
  at: At,
  found: string,
  means: string | undefined,
  suggestion: string | undefined,
): Diagnostic =>
  error("bundle/wrong-form", at, `${quoted(found)} does not have the form that is expected here.`, {
    hint: suggestion === undefined ? means : `Did you mean ${quoted(suggestion)}? ${means ?? ""}`.trim(),
  });

export const badEmail = (at: At, found: string): Diagnostic =>
  error("bundle/wrong-form", at, `${quoted(found)} is not an e-mail address.`);

export const badUrl = (at: At, found: string): Diagnostic =>
  error("bundle/wrong-form", at, `${quoted(found)} is not a link that may stand here.`, {
    hint: "Links start with https:// and name a host.",
  });

export type Sized = "text" | "list" | "number" | "fields";

const amount = (kind: Sized, n: number): string =>
  kind === "number"
    ? n.toLocaleString("en-US")
    : count(n, { text: "character", list: "item", fields: "field" }[kind]);

const EMPTY = {
  text: "The text is empty.",
  list: "The list is empty.",
  fields: "The object is empty.",
} as const;

export const tooLittle = (
  at: At,
  kind: Sized,
  found: number,
  least: number,
  means: string | undefined,
): Diagnostic =>
  error(
    TOO_LITTLE,
    at,
    kind !== "number" && found === 0
      ? EMPTY[kind]
      : `Expected at least ${amount(kind, least)}, found ${found.toLocaleString("en-US")}.`,
    { hint: means },
  );

/** Its code: more than any check by meaning should have to go through. */
const TOO_MUCH = "bundle/too-much";

export const tooMuch = (
  at: At,
  kind: Sized,
  found: number,
  most: number,
  means: string | undefined,
): Diagnostic =>
  error(TOO_MUCH, at, `Expected at most ${amount(kind, most)}, found ${found.toLocaleString("en-US")}.`, {
    hint: means,
  });

export const badFieldName = (at: At, name: string, most: number): Diagnostic =>
  error(
    "bundle/bad-name",
    at,
    name === ""
      ? "The name of a field is empty."
      : `The field name ${quoted(name, 30)} is longer than ${most} characters.`,
  );

/** The last resort, for what no other message names. */
export const invalid = (at: At, found: string, means: string | undefined): Diagnostic =>
  error("bundle/invalid", at, `${found} cannot stand here.`, { hint: means });
