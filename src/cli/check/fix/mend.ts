import { findNodeAtLocation, getNodeValue, type Node } from "jsonc-parser";
import { formatDay, parseDay } from "../../../base/date.ts";
import { literal } from "../../../base/pattern.ts";
import type { Diagnostic, Place } from "../../../diagnostics/diagnostic.ts";
import * as messages from "../../../diagnostics/messages/index.ts";
import { unitsInWords } from "../../../read/units.ts";
import { type BundleEdit, before } from "../../written/edit.ts";
import { type ParsedText, property, value } from "../../written/parse.ts";

/** Fields that hold one day, and those that hold a period (at the top of a target or an investment). */
const DAYS = new Set(["date", "by", "start", "end", "asOf", "met"]);
const PERIODS = new Set(["period", "target.by", "investment.start"]);
/** Short plain names (`Name` of the bundle's schema): spaces around them are never meant. */
const NAMES = new Set([
  ...["title", "organisation", "name", "role", "team", "teams", "term", "label", "driver", "series"],
  ...["measure", "thanks", "confidentiality", "place", "at", "from", "to"],
]);
/** Fields that name a period or a category as the data write it. */
const ECHOES = new Set(["at", "from", "to"]);

/** Fixes that need only the text: $schema, dates with the year first, spaces around names, units in words. */
export function fixText(written: ParsedText, schema: string): readonly BundleEdit[] {
  const strings = [...stringsOf(written.root, [])];
  const dated = strings.flatMap((each) => dateEdit(each, written));
  const periods = new Map(dated.map(({ from, to }) => [from, to]));
  const echoed = strings.flatMap((each) => {
    const to = ECHOES.has(each.field) ? periods.get(raw(each.node, written.text)) : undefined;
    return to === undefined ? [] : [replace(each, to, written, messages.fixedValue)];
  });
  const taken = new Set([...dated.map(({ edit }) => edit.offset), ...echoed.map((edit) => edit.offset)]);
  const trimmed = strings.flatMap((each) => {
    const text = raw(each.node, written.text);
    const to = text.trim();
    if (!NAMES.has(each.field) || to === text || to === "" || taken.has(each.node.offset + 1)) return [];
    return [replace(each, to, written, messages.fixedName)];
  });
  return [
    ...schemaEdit(written, schema),
    ...dated.map(({ edit }) => edit),
    ...echoed,
    ...trimmed,
    ...unitEdits(written),
  ];
}

/** Units in words become the sign or code that is known; one that names a scale too needs its values changed, and stays. */
const unitEdits = (written: ParsedText): readonly BundleEdit[] =>
  unitsInWords(getNodeValue(written.root)).flatMap(({ path, instead, scaled }) => {
    const node = scaled ? undefined : findNodeAtLocation(written.root, [...path]);
    return node === undefined ? [] : [replace({ node }, instead, written, messages.fixedValue)];
  });

/** Charts whose categories the rule finds unsorted are sorted as they are drawn; what was written stays in its order. */
export function fixOrder(written: ParsedText, findings: readonly Diagnostic[]): readonly BundleEdit[] {
  return findings.flatMap(({ code, path = [] }): readonly BundleEdit[] => {
    const [collection, n, field] = path;
    if (code !== "chart/form" || collection !== "charts" || typeof n !== "number" || field !== "data")
      return [];
    const chart = value(written.root, "charts")?.children?.[n];
    const data = chart === undefined ? undefined : property(chart, "data");
    if (chart === undefined || data === undefined || property(chart, "order") !== undefined) return [];
    const content = before(written.text, data, '"order": "size"');
    const said = messages.fixedOrder(written.at(data.offset), String(value(chart, "id")?.value));
    return [{ offset: data.offset, length: 0, content, said: [said] }];
  });
}

/**
 * Words and whole values that a finding knows the right text for become that text: a typed number the expression of its
 * figure, a misspelt choice the one that was meant.
 */
export function fixWords(written: ParsedText, findings: readonly Diagnostic[]): readonly BundleEdit[] {
  const known = findings.flatMap(({ path, excerpt, instead }) =>
    path === undefined || excerpt === undefined || instead === undefined ? [] : [{ path, excerpt, instead }],
  );
  const whole = findings.flatMap(({ path, place, excerpt, instead }): readonly BundleEdit[] => {
    if (path === undefined || excerpt !== undefined || instead === undefined) return [];
    const node = findNodeAtLocation(written.root, [...path]);
    if (node?.type !== "string" || place === undefined) return [];
    // The value may stand in a file that the bundle extends.
    const { file, line, column } = written.at(node.offset);
    if (file !== place.file || line !== place.line || column !== place.column) return [];
    return [replace({ node }, instead, written, messages.fixedValue)];
  });
  const wanted = new Map(known.map((each) => [JSON.stringify([each.path, each.excerpt]), each]));
  const parts = [...wanted].flatMap(([key, { path, excerpt, instead }]): readonly BundleEdit[] => {
    const node = findNodeAtLocation(written.root, [...path]);
    if (node?.type !== "string") return [];
    const offsets = placesOf(excerpt, raw(node, written.text)).map((at) => node.offset + 1 + at);
    const found = known.filter((each) => JSON.stringify([each.path, each.excerpt]) === key).length;
    // Where the same words stand there once more, for something else, nobody knows which of them are meant.
    if (offsets.length !== found) return [];
    return offsets.map((offset) => ({
      ...{ offset, length: excerpt.length, content: instead },
      said: [messages.fixedValue(written.at(offset), excerpt, instead)],
    }));
  });
  return [...whole, ...parts];
}

/** Places of some words in a text, where they are no part of a longer number and do not stand within an expression. */
function placesOf(words: string, text: string): readonly number[] {
  const bare = words.includes("{{")
    ? text
    : text.replaceAll(/\{\{[^}]*\}\}/g, (expression) => " ".repeat(expression.length));
  const pattern = new RegExp(`(?<![\\d.,])${literal(words)}(?!\\d)`, "gu");
  return [...bare.matchAll(pattern)].map(({ index }) => index);
}

function schemaEdit({ text, root, at }: ParsedText, schema: string): readonly BundleEdit[] {
  const [first] = root.children ?? [];
  if (first === undefined || property(root, "$schema") !== undefined) return [];
  const content = before(text, first, `"$schema": ${JSON.stringify(schema)}`);
  return [
    { offset: first.offset, length: 0, content, said: [messages.fixedSchema(at(first.offset), schema)] },
  ];
}

interface Found {
  readonly node: Node;
  readonly field: string;
  readonly parent: string;
}

/** Every text with the field that holds it; a text in a list belongs to the list's field. */
function* stringsOf(node: Node, keys: readonly string[]): Generator<Found> {
  if (node.type === "string") yield { node, field: keys.at(-1) ?? "", parent: keys.at(-2) ?? "" };
  for (const child of node.children ?? []) {
    const [key, held] = child.type === "property" ? (child.children ?? []) : [];
    if (key === undefined) yield* child.type === "property" ? [] : stringsOf(child, keys);
    else if (held !== undefined) yield* stringsOf(held, [...keys, String(key.value)]);
  }
}

function dateEdit(found: Found, written: ParsedText) {
  const { field, parent, node } = found;
  const from = raw(node, written.text);
  const read =
    PERIODS.has(field) || PERIODS.has(`${parent}.${field}`)
      ? isoPeriod
      : DAYS.has(field)
        ? isoDate
        : undefined;
  const to = read?.(from.trim());
  return to === undefined ? [] : [{ from, to, edit: replace(found, to, written, messages.fixedValue) }];
}

/** Between the quotation marks, as it was written: what is not mended keeps its escapes. */
const raw = (node: Node, text: string): string => text.slice(node.offset + 1, node.offset + node.length - 1);

const replace = (
  { node }: Pick<Found, "node">,
  to: string,
  { text, at }: ParsedText,
  say: (place: Place, from: string, to: string) => string,
): BundleEdit => ({
  offset: node.offset + 1,
  length: node.length - 2,
  content: to,
  said: [say(at(node.offset), raw(node, text), to)],
});

const two = (digits: string): string => digits.padStart(2, "0");

/**
 * A date with the year first in the form that the bundle wants: 2026-1-5, 2026/01/05 and 2026.1.5 are 2026-01-05.
 * Undefined where it is in that form already, is not in the calendar, or could be read in two ways, as 5.1.2026.
 */
export function isoDate(text: string): string | undefined {
  const match = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (match === null) return undefined;
  const [, year = "", , month = "", day = ""] = match;
  const found = parseDay(`${year}-${two(month)}-${two(day)}`);
  return found === undefined ? undefined : changed(text, formatDay(found));
}

/** Periods in ISO form, from 2026-5, 2026Q3, "Q3 2026", 2026-h1, 2026-W7. 2011/12 may be a financial year and stays. */
export function isoPeriod(text: string): string | undefined {
  const month = /^(\d{4})[-/]([1-9])$/.exec(text);
  if (month !== null) return `${month[1]}-0${month[2]}`;
  const first = /^(\d{4})[-/ ]?([QHW])(\d{1,2})$/i.exec(text);
  const last = /^([QHW])(\d{1,2})[-/ ]?(\d{4})$/i.exec(text);
  const [year = "", letter = "", number = ""] =
    first?.slice(1) ?? (last === null ? [] : [last[3] ?? "", last[1] ?? "", last[2] ?? ""]);
  const kind = letter.toUpperCase();
  const most = { Q: 4, H: 2, W: 53 }[kind];
  if (most === undefined) return isoDate(text);
  if (Number(number) < 1 || Number(number) > most) return undefined;
  return changed(text, `${year}-${kind}${kind === "W" ? two(number) : Number(number)}`);
}

const changed = (before: string, after: string): string | undefined => (before === after ? undefined : after);
