import type { Diagnostic } from "../diagnostic.ts";
import { type At, count, either, error, quoted } from "../make.ts";

/** Messages about fields, types, choices and sizes. `means` is the description of the field in the schema. */

/** Lists that a field may belong to, of which advice names all; of more, it is anybody's guess. */
const FEW = 3;

/**
 * `where` names the object as a person would: "the bundle", "metrics[2]". `kinds` are the chart kinds that have the field,
 * where the object is a chart of another kind; `lists` are the lists in the object whose items have the field.
 */
export const unknownField = (
  at: At,
  field: string,
  where: string,
  near: string | undefined,
  known: readonly string[],
  kinds: readonly string[] = [],
  lists: readonly string[] = [],
): Diagnostic =>
  error("bundle/unknown-field", at, `${where} has no field ${quoted(field)}.`, {
    hint:
      near !== undefined
        ? `Did you mean ${quoted(near)}?`
        : kinds.length > 0
          ? `A chart of its kind does not draw ${quoted(field)}: remove the field, or choose another kind (${either(kinds, 16)}).`
          : lists.length > 0 && lists.length <= FEW
            ? `Move it into the items that it is about: ${either(lists.map((list) => `${list}[].${field}`))}.`
            : `It may have ${either(known, 16)}.`,
  });

/** Codes of findings about missing parts, for callers that must tell them from wrong parts. */
const MISSING_FIELD = "bundle/missing-field";
const TOO_LITTLE = "bundle/too-little";
export const ABSENCES: readonly string[] = [MISSING_FIELD, TOO_LITTLE];

export const moreUnknownFields = (at: At, where: string, more: number): Diagnostic =>
  error("bundle/unknown-field", at, `${where} has ${count(more, "more unknown field")}.`);

/** `example` is a value of the field as JSON. */
export const missingField = (
  at: At,
  field: string,
  where: string,
  means: string | undefined,
  example: string | undefined,
): Diagnostic =>
  error(MISSING_FIELD, at, `${where} needs the field ${quoted(field)}.`, {
    hint: withExample(
      means,
      // A meaning that gives the example needs it no second time.
      example === undefined || means?.includes(example.replaceAll('"', ""))
        ? undefined
        : `"${field}": ${example}`,
    ),
  });

const withExample = (means: string | undefined, example: string | undefined): string | undefined =>
  example === undefined ? means : [means, `For example ${example}`].filter(Boolean).join(" ");

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
  numberInQuotes: "Remove the quotation marks: numbers are written without them.",
  separatorsInQuotes: 'Remove the quotation marks and the thousands separators: 38400, not "38,400".',
  percentInQuotes: "Write the digits alone, as in 38400: a unit or a currency has a field of its own.",
  oneItem: "Put it into [ ], even if there is only one.",
  trueInQuotes: "Write true or false without quotation marks.",
} as const;

/** `near` is the choice that was most likely meant; `certain` where it can be no other. */
export const unknownChoice = (
  at: At,
  found: string,
  choices: readonly string[],
  near: string | undefined,
  means: string | undefined,
  certain: boolean,
): Diagnostic => ({
  ...error(
    "bundle/unknown-choice",
    at,
    `${quoted(found)} is not one of ${either(
      choices.map((choice) => quoted(choice)),
      20,
    )}.`,
    {
      hint: near === undefined ? means : meant(near, certain),
    },
  ),
  ...(certain && near !== undefined ? { instead: near } : {}),
});

/** `certain`: it can be nothing else, so that a fix may write it. */
const meant = (near: string, certain: boolean): string =>
  `Did you mean ${quoted(near)}?${certain ? " `foredeck check --fix` writes it." : ""}`;

export const badId = (at: At, found: string): Diagnostic =>
  error("bundle/bad-id", at, `${quoted(found)} cannot be an id.`, {
    hint: "Write an id as a letter, then letters, digits, - or _, with at most 64 characters and no spaces.",
  });

/** For texts of a fixed form: dates, periods, currencies, addresses. */
export const wrongForm = (
  at: At,
  found: string,
  means: string | undefined,
  suggestion: string | undefined,
  certain: boolean,
): Diagnostic => ({
  ...error("bundle/wrong-form", at, `${quoted(found)} does not have the form that this field needs.`, {
    hint: suggestion === undefined ? means : `${meant(suggestion, certain)} ${means ?? ""}`.trim(),
  }),
  ...(certain && suggestion !== undefined ? { instead: suggestion } : {}),
});

export const badEmail = (at: At, found: string): Diagnostic =>
  error("bundle/wrong-form", at, `${quoted(found)} is not an e-mail address.`);

export const badUrl = (at: At, found: string): Diagnostic =>
  error("bundle/wrong-form", at, `${quoted(found)} is not a valid link here.`, {
    hint: "Write a link that starts with https:// and names a host.",
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
  example: string | undefined,
): Diagnostic =>
  error(
    TOO_LITTLE,
    at,
    kind !== "number" && found === 0
      ? EMPTY[kind]
      : `Expected at least ${amount(kind, least)}, found ${found.toLocaleString("en-US")}.`,
    { hint: withExample(means, example) },
  );

export const tooMuch = (
  at: At,
  kind: Sized,
  found: number,
  most: number,
  means: string | undefined,
): Diagnostic =>
  error(
    "bundle/too-much",
    at,
    `Expected at most ${amount(kind, most)}, found ${found.toLocaleString("en-US")}.`,
    {
      hint: [tooMuchAdvice(kind, found, most), means].filter((part) => part !== undefined).join(" "),
    },
  );

function tooMuchAdvice(kind: Sized, found: number, most: number): string {
  if (kind === "number") return `Write a number up to ${amount(kind, most)}.`;
  return kind === "text"
    ? `Shorten it by ${amount(kind, found - most)}.`
    : `Remove or merge at least ${amount(kind, found - most)}.`;
}

export const badFieldName = (at: At, name: string, most: number): Diagnostic =>
  error(
    "bundle/bad-name",
    at,
    name === ""
      ? "The name of a field is empty."
      : `The field name ${quoted(name, 30)} is longer than ${most} characters.`,
  );

/** For findings that no other message covers. */
export const invalid = (at: At, found: string, means: string | undefined): Diagnostic =>
  error("bundle/invalid", at, `${found} is not allowed here.`, { hint: means });
