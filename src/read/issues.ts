import type { z } from "zod";
import { pathText, valueAt } from "../base/json-path.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { At } from "../diagnostics/make.ts";
import * as messages from "../diagnostics/messages/index.ts";
import { isSlipOf, nearest } from "../diagnostics/nearest.ts";
import { Currency, Id, IsoDate, Period } from "../model/bundle/common.ts";
import type { JsonPath } from "../model/figures.ts";
import { exampleLine } from "./example.ts";
import { describe as describeForm, knownAt, patternOf, type SchemaFacts } from "./schema.ts";
import { certainPeriod, likelyPeriod, plainPeriod } from "./table/period-forms.ts";
import type { SourceMap } from "./text/source-map.ts";

type Issue = z.core.$ZodIssue;
interface Found {
  readonly issue: Issue;
  readonly path: JsonPath;
}

/** Longest field name, in characters. Only criteria have names that a bundle invents. */
const MAX_FIELD_NAME = 60;

/** Unknown fields of one object that are reported one by one. */
const MAX_UNKNOWN = 100;

/** Items of a list that the checks by meaning go through; the longest list that the schema allows has 2,000. */
const ENDLESS = 5_000;

/** Findings of zod in our own messages, one for each value, at its place. */
export function explain(
  issues: readonly Issue[],
  schema: z.ZodType,
  value: unknown,
  places: SourceMap,
  whole = "The bundle",
): Fault[] {
  const out: Fault[] = [];
  const taken = new Set<string>();
  const found = issues.flatMap((issue) => flatten(issue, [], value));
  const misspelt = new Set<string>();
  for (const { issue, path } of found) {
    if (issue.code !== "unrecognized_keys") continue;
    const known = knownAt(schema, value, path);
    const fields = known?.fields ?? [];
    for (const key of issue.keys.slice(0, MAX_UNKNOWN)) {
      const free = fields.filter((field) => !(field in (valueAt(value, path) as object)));
      const near = nearest(key, free) ?? nearest(key, fields);
      if (near !== undefined) misspelt.add(pathText([...path, near]));
      const here = [...path, key];
      const where = { path: here, place: places.field(here) };
      const lists = fields.filter((field) =>
        knownAt(schema, value, [...path, field, 0])?.fields.includes(key),
      );
      const given = lists.filter((field) => Array.isArray(valueAt(value, [...path, field])));
      const found = messages.unknownField(
        where,
        key,
        named(path, value, whole),
        near,
        fields,
        known?.kinds?.(key),
        given.length > 0 ? given : lists,
      );
      out.push(near === undefined || !free.includes(near) ? fault(found) : { found, rename: near });
    }
    const more = issue.keys.length - MAX_UNKNOWN;
    if (more > 0)
      out.push(
        fault(
          messages.moreUnknownFields({ path, place: places.value(path) }, named(path, value, whole), more),
        ),
      );
  }
  for (const { issue, path } of found) {
    const name = pathText(path);
    // A missing field whose misspelling is reported would be the same finding twice.
    if (issue.code === "unrecognized_keys" || taken.has(name) || misspelt.has(name)) continue;
    taken.add(name);
    out.push(one(issue, path, schema, value, places));
  }
  return out;
}

/** The issues of the branch of a union that was meant: the one that got furthest into the value. */
function flatten(issue: Issue, above: JsonPath, value: unknown): Found[] {
  const path = [...above, ...(issue.path as (string | number)[])];
  if (issue.code !== "invalid_union") return [{ issue, path }];
  const inner = issue.errors.map((branch) => branch.flatMap((part) => flatten(part, path, value)));
  const [first, ...others] = inner.filter((branch) => branch.every((part) => !missesType(part, path)));
  if (first === undefined || first.length === 0) return [{ issue, path }];
  return others.reduce((best, one) => (faultsIn(one) < faultsIn(best) ? one : best), first);
}

/** Fields that are wrong: of two branches that are objects, the one with fewer was meant. */
const faultsIn = (branch: readonly Found[]): number =>
  branch.reduce((sum, { issue }) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);

const missesType = (part: Found, path: JsonPath): boolean =>
  part.path.length === path.length &&
  (part.issue.code === "invalid_type" ||
    part.issue.code === "invalid_value" ||
    part.issue.code === "invalid_union");

function one(issue: Issue, path: JsonPath, schema: z.ZodType, root: unknown, places: SourceMap): Fault {
  const value = valueAt(root, path);
  const known = knownAt(schema, root, path);
  const means = known?.means;
  if (value === undefined && path.length > 0 && issue.code !== "invalid_key") {
    const parent = path.slice(0, -1);
    const where: At = { path, place: places.value(parent) };
    const field = String(path.at(-1));
    const example = known === undefined ? undefined : exampleLine(known.schema);
    return fault(messages.missingField(where, field, named(parent, root, "The bundle"), means, example));
  }
  const where: At = { path, place: places.value(path) };
  switch (issue.code) {
    case "invalid_union":
      if (issue.discriminator !== undefined && typeof value === "string") {
        const options = (issue as { readonly options?: readonly unknown[] }).options ?? [];
        return choice(where, value, options, means);
      }
      return wrongType(where, value, known);
    case "invalid_type":
      return wrongType(where, value, known);
    case "invalid_value":
      return typeof value === "string"
        ? choice(where, value, issue.values, means)
        : wrongType(where, value, known);
    case "invalid_format":
      return form(where, issue, String(value), means);
    case "too_small":
    case "too_big": {
      const [kind, size] = measure(issue.origin, value);
      if (issue.code === "too_small") {
        const empty = size === 0 && kind !== "number" && kind !== "text";
        const example = empty && known !== undefined ? exampleLine(known.schema) : undefined;
        return fault(messages.tooLittle(where, kind, size, Number(issue.minimum), means, example));
      }
      const found = messages.tooMuch(where, kind, size, Number(issue.maximum), means);
      return kind === "list" && size > ENDLESS ? { found, endless: true } : fault(found);
    }
    case "invalid_key":
      return fault(
        messages.badFieldName({ path, place: places.field(path) }, String(path.at(-1)), MAX_FIELD_NAME),
      );
    default:
      return fault(messages.invalid(where, describe(value), means));
  }
}

function wrongType(where: At, value: unknown, known: SchemaFacts | undefined): Fault {
  const advised = advice(value, known);
  const { numberInQuotes, trueInQuotes, oneItem } = messages.WRONG_TYPE_ADVICE;
  const found = messages.wrongType(
    where,
    known?.expected ?? "something else",
    describe(value),
    known?.means,
    advised,
  );
  if (advised === numberInQuotes) return { found, instead: Number(value) };
  if (advised === trueInQuotes) return { found, instead: /^true$/i.test(String(value)) };
  if (advised === oneItem) return { found, instead: [value] };
  return fault(found);
}

function advice(value: unknown, known: SchemaFacts | undefined): string | undefined {
  const expected = known?.expected ?? "";
  const { numberInQuotes, separatorsInQuotes, percentInQuotes, oneItem, trueInQuotes } =
    messages.WRONG_TYPE_ADVICE;
  if (expected.includes("number") && typeof value === "string") {
    if (/^[-+]?\d+(\.\d+)?$/.test(value)) return numberInQuotes;
    if (/^[-+]?\d{1,3}([,'\s]\d{3})+(\.\d+)?$/.test(value)) return separatorsInQuotes;
    if (/^[-+−]?[\d.,\s']+\s?\D{1,12}$/.test(value)) return percentInQuotes;
  }
  if (expected === "true or false" && /^(true|false)$/i.test(String(value))) return trueInQuotes;
  if (known?.takesList === true && (typeof value === "string" || typeof value === "object")) return oneItem;
  return undefined;
}

function choice(where: At, value: string, choices: readonly unknown[], means: string | undefined): Fault {
  const words = choices.map(String);
  const near = nearest(value, words);
  const certain = near !== undefined && isSlipOf(near, value, words);
  const found = messages.unknownChoice(where, value, words, near, means, certain);
  return near === undefined ? fault(found) : { found, instead: near };
}

function form(
  where: At,
  issue: Issue & { code: "invalid_format" },
  value: string,
  means: string | undefined,
): Fault {
  if (issue.format === "email") return fault(messages.badEmail(where, value));
  if (issue.format === "url") return fault(messages.badUrl(where, value));
  if (issue.pattern === patternOf(Id)) return fault(messages.badId(where, value));
  const pattern = /^\/(.*)\/[a-z]*$/s.exec(issue.pattern ?? "")?.[1];
  const fits = (candidate: string): boolean => pattern !== undefined && new RegExp(pattern).test(candidate);
  const sure = certain(value).find(fits);
  const likely = sure ?? suggest(value).find(fits);
  const kind = FORMS.find((one) => patternOf(one) === issue.pattern);
  const asks = kind === undefined ? undefined : describeForm(kind);
  const says = asks === undefined || means?.includes(asks) ? means : [asks, means].filter(Boolean).join(" ");
  const found = messages.wrongForm(where, value, says, likely, sure !== undefined);
  return likely === undefined ? fault(found) : { found, instead: likely };
}

function measure(origin: string, value: unknown): [messages.Sized, number] {
  if (typeof value === "string") return ["text", value.length];
  if (Array.isArray(value)) return ["list", value.length];
  if (typeof value === "number") return ["number", value];
  return [origin === "array" ? "list" : "fields", Object.keys(Object(value)).length];
}

/** Kind of a value, with its article: "a number". */
function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list [ … ]";
  if (typeof value === "object") return "an object { … }";
  if (typeof value === "string")
    return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value)}`;
  return typeof value === "number" ? `the number ${value}` : String(value);
}

/** "The bundle", metrics[2] "churn". */
function named(path: JsonPath, root: unknown, whole: string): string {
  if (path.length === 0) return whole;
  const value = valueAt(root, path);
  const id =
    typeof value === "object" && value !== null ? (value as Record<string, unknown>)["id"] : undefined;
  return typeof id === "string" ? `${pathText(path)} ${JSON.stringify(id)}` : pathText(path);
}

/** Kinds of text of a fixed form. */
const FORMS = [IsoDate, Period, Currency];

const two = (text: string | undefined): string => (text ?? "").padStart(2, "0");

/** Meanings of a text of a fixed form, where it can be read in one way alone. */
function certain(text: string): readonly string[] {
  const t = text.trim();
  const out = [t, t.toUpperCase()];
  const time = /^(\d{1,2})[.:](\d{2})$/.exec(t);
  if (time !== null) out.push(`${two(time[1])}:${time[2]}`);
  const period = certainPeriod(t);
  if (period !== undefined) out.push(period);
  if (t === "€") out.push("EUR");
  return out;
}

/**
 * The likely meaning of one that can be read in several ways: the day first where points stand between the numbers. Never
 * guesses between day and month: 03/04/2026 is left alone.
 */
function suggest(text: string): readonly string[] {
  const t = text.trim();
  const day = /^(\d{4}-\d{2}-\d{2})T/.exec(t)?.[1];
  const sign = { $: "USD", US$: "USD", "£": "GBP" }[t];
  return [day, plainPeriod(t), likelyPeriod(t), sign].filter((one) => one !== undefined);
}

/** Something wrong in a bundle, and what was most likely meant, where that can be told. */
export interface Fault {
  readonly found: Diagnostic;
  /** The value that was meant: "420000" as 420000, a misspelt id as the one that is there. */
  readonly instead?: unknown;
  /** The name of the field that was meant. */
  readonly rename?: string;
  /** True for a list so long that nothing goes through it. */
  readonly endless?: boolean;
}

export const fault = (found: Diagnostic): Fault => ({ found });
