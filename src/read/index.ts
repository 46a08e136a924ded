import type { Node } from "jsonc-parser";
import { type Diagnostic, Refusal } from "../diagnostics/diagnostic.ts";
import { foldPoints } from "../diagnostics/findings/fold.ts";
import { inOrder } from "../diagnostics/findings/order.ts";
import * as messages from "../diagnostics/messages/index.ts";
import { pathText } from "../diagnostics/path.ts";
import type { Host } from "../host/host.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { JsonPath } from "../model/figures.ts";
import { type Attachments, readAttachments } from "./attachments.ts";
import { type Fault, fault } from "./fault.ts";
import { explain } from "./issues.ts";
import { parseJson } from "./json.ts";
import { createLost, type Lost, NOTHING_LOST } from "./lost.ts";
import { checkMeaning } from "./meaning.ts";
import { checkNames } from "./names.ts";
import { checkReferences } from "./references.ts";
import { repair, wrongOf } from "./repair.ts";
import { bundleSchema } from "./schema.ts";
import { select } from "./select.ts";
import { decodeUtf8, MAX_BUNDLE_BYTES } from "./text/decode.ts";
import { createLines, createPlaces, type Lines, moved, type Places, type Transplant } from "./text/places.ts";
import { toValue } from "./value.ts";

export type { PictureFile, PictureSource } from "./attachments.ts";
export type { Lost } from "./lost.ts";
export { MAX_BUNDLE_BYTES } from "./text/decode.ts";
export type { Places } from "./text/places.ts";

export interface ReadResult extends Attachments {
  /** As it was written, with the values of CSV files in place and without $schema. */
  readonly bundle: Bundle;
  readonly places: Places;
  /** What is wrong with it; empty unless it was to be read all the same. */
  readonly problems: readonly Diagnostic[];
  /** What it was read without because of that. */
  readonly lost: Lost;
}

export interface ReadOptions {
  /** Reads what is sound of a bundle with errors, so that later stages can say what they find there. */
  readonly recover?: boolean;
  /** Parts that a later stage could not bear, as they were written; left out when recovering. */
  readonly without?: readonly JsonPath[];
}

/**
 * Text of a bundle into a Bundle that no later stage has to check again.
 * `file` is the name that places show; `root` is the folder that CSV files and pictures are read from.
 * @throws Refusal with everything that is wrong, in order of place, nothing twice; where it may recover, only when
 * nothing sound remains.
 */
export async function readBundle(
  bytes: Uint8Array,
  file: string,
  host: Host,
  root: string,
  { recover = false, without = [] }: ReadOptions = {},
): Promise<ReadResult> {
  const text = readText(bytes, file);
  const lines = createLines(text, file);
  const { root: tree, problems, brokenLines, whole } = parseJson(text, lines);
  if (tree === undefined || tree.type !== "object") {
    throw refusal(problems.length > 0 || tree === undefined ? [...problems] : [notAnObject(tree, lines)]);
  }
  const { value, problems: values } = toValue(tree, text, lines);
  const transplants: Transplant[] = [];
  const places = createPlaces(tree, lines, transplants);
  const schema = explainAll(value, places);
  if (!whole) {
    // What is missing may be there, beyond the error; what is wrong stays wrong, unless it stands in the broken line.
    const certain = schema.filter(
      ({ found: d }) => !messages.ABSENCES.includes(d.code) && !brokenLines.has(d.place?.line ?? 0),
    );
    throw refusal([...problems, ...values, ...certain.map(({ found }) => found)]);
  }
  const attachments = await readAttachments(value, file, host, root, places, transplants);
  const themes = await host.themes();
  const byMeaning = (value: unknown): Fault[] => [
    ...checkReferences(value, places),
    ...checkMeaning(value, places).map(fault),
    ...checkNames(value, places, themes).map(fault),
  ];
  // Nothing goes through a list without end.
  const meaning = schema.some(({ endless }) => endless === true)
    ? []
    : byMeaning(attachments.value).filter((each) => !alreadyWrong(each, schema));
  // What stood in CSV files is held against the schema too: how many rows, how many series, how long a name.
  const filled =
    schema.length > 0 || attachments.problems.length > 0 || attachments.files.length === 0
      ? []
      : explainAll(attachments.value, places);
  const faults = [...values.map(fault), ...schema, ...filled, ...meaning];
  const all = foldPoints(
    inOrder([...problems, ...attachments.problems, ...faults.map(({ found }) => found)]),
  );
  const { pictures, files } = attachments;
  if (all.length + without.length === 0) {
    const { $schema: _, ...bundle } = bundleSchema.parse(attachments.value);
    return { bundle, places, pictures, files, problems: [], lost: NOTHING_LOST };
  }
  const repaired = recover
    ? repair(attachments.value, [...faults.map(wrongOf), ...without.map((path) => ({ path }))], (value) => [
        ...[...explainAll(value, places), ...byMeaning(value)].map(wrongOf),
        ...unread(value, pictures).map((path) => ({ path })),
      ])
    : undefined;
  if (repaired === undefined) throw new Refusal(all, 1);
  const { $schema: _, ...bundle } = repaired.value as Bundle & { $schema?: string };
  const lost = createLost(repaired, value);
  return { bundle, places: moved(places, lost.origin), pictures, files, problems: all, lost };
}

const explainAll = (value: unknown, places: Places): Fault[] =>
  explain(bundleSchema.safeParse(value).error?.issues ?? [], bundleSchema, value, places);

/** A date that has not the form of one is not looked up in the calendar as well. */
const alreadyWrong = ({ found }: Fault, schema: readonly Fault[]): boolean =>
  found.path !== undefined &&
  found.path.length > 0 &&
  schema.some((each) => pathText(each.found.path ?? []) === pathText(found.path ?? []));

/** Parts whose file could not be read. */
const unread = (value: unknown, pictures: Attachments["pictures"]): readonly JsonPath[] => [
  ...[...select(value, "metrics.*.values"), ...select(value, "charts.*.data")]
    .filter((each) => Object.hasOwn(Object(each.value), "csv"))
    .map(({ path }) => path),
  ...select(value, "pictures.*.file")
    .filter((each) => !Object.hasOwn(pictures, String(each.value)))
    .map(({ path }) => path.slice(0, -1)),
];

function readText(bytes: Uint8Array, file: string): string {
  const at = { place: { file, line: 1, column: 1 } };
  if (bytes.length > MAX_BUNDLE_BYTES)
    throw refusal([messages.bundleTooLarge(at, bytes.length, MAX_BUNDLE_BYTES)], 2);
  const decoded = decodeUtf8(bytes, file);
  if ("problem" in decoded) throw refusal([decoded.problem], 2);
  if (decoded.text.trim() === "") throw refusal([messages.bundleEmpty(at)], 2);
  return decoded.text;
}

const NAMES: Readonly<Record<string, string>> = {
  array: "a list [ … ]",
  string: "text",
  number: "a number",
  boolean: "true or false",
  null: "null",
};
const notAnObject = (tree: Node, lines: Lines): Diagnostic =>
  messages.notAnObject({ path: [], place: lines.at(tree.offset) }, NAMES[tree.type] ?? tree.type);

const refusal = (diagnostics: readonly Diagnostic[], exit: 1 | 2 = 1): Refusal =>
  new Refusal(inOrder(diagnostics), exit);
