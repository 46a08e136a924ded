import type { Node } from "jsonc-parser";
import { pathText } from "../base/json-path.ts";
import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { sortFindingsByPlace } from "../diagnostics/findings/index.ts";
import * as messages from "../diagnostics/messages/index.ts";
import type { Host } from "../host/host.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { JsonPath } from "../model/figures.ts";
import { isThemeFile } from "../theme/file.ts";
import { type Attachments, readAttachments } from "./attachments.ts";
import { checkChanges } from "./changes.ts";
import { dropInvalid, wrongOf } from "./drop-invalid.ts";
import { readExtended } from "./extended.ts";
import { explain, type Fault, fault } from "./issues.ts";
import { parseJson } from "./json.ts";
import { checkMeaning } from "./meaning.ts";
import { checkNames } from "./names.ts";
import { createRecovery, NO_RECOVERY, type Recovery } from "./recovery.ts";
import { checkReferences } from "./references.ts";
import { bundleSchema } from "./schema.ts";
import { select } from "./select.ts";
import { tableForm } from "./tables.ts";
import { decodeUtf8, MAX_BUNDLE_BYTES } from "./text/decode.ts";
import {
  createLines,
  createSourceMap,
  moved,
  type SourceLines,
  type SourceMap,
  type TableOrigin,
} from "./text/source-map.ts";
import { checkUnits } from "./units.ts";
import { toValue } from "./value.ts";

export { type PictureFile, type PictureSource, readLogo } from "./attachments.ts";
export type { Recovery } from "./recovery.ts";
export { MAX_BUNDLE_BYTES } from "./text/decode.ts";
export type { SourceMap } from "./text/source-map.ts";

export interface ReadResult extends Attachments {
  /** The bundle as it was written, with the values of tables filled in and without $schema. */
  readonly bundle: Bundle;
  readonly sourceMap: SourceMap;
  /** Errors of the bundle; empty unless it was to be read in spite of them. */
  readonly problems: readonly Diagnostic[];
  /** Parts that it was read without because of the errors. */
  readonly recovery: Recovery;
}

export interface ReadOptions {
  /** Reads what is sound of a bundle with errors, so that later stages can say what they find there. */
  readonly recover?: boolean;
  /** Parts that a later stage could not bear, as they were written; left out when recovering. */
  readonly without?: readonly JsonPath[];
}

/**
 * Text of a bundle into a Bundle that no later stage has to check again.
 * `file` is the name that places show; `root` is the folder that tables and pictures are read from.
 * @throws DiagnosticsError with everything that is wrong, in order of place, nothing twice; where it may recover, only when
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
  const { value: own, problems: values } = toValue(tree, () => ({ text, lines }));
  const extended = await readExtended({ text, lines, root: tree }, { host, folder: root, bundle: file });
  const value = extended.root === tree ? own : toValue(extended.root, extended.documentOf).value;
  const origins: TableOrigin[] = [];
  const sourceMap = createSourceMap(extended.root, (node) => extended.documentOf(node).lines, origins);
  const schema = explainAll(value, sourceMap);
  if (!whole) {
    // What is missing may be there, beyond the error; what is wrong stays wrong, unless it stands in the broken line.
    const certain = schema.filter(
      ({ found: d }) => !messages.ABSENCES.includes(d.code) && !brokenLines.has(d.place?.line ?? 0),
    );
    throw refusal([...problems, ...values, ...certain.map(({ found }) => found)]);
  }
  const attachments = await readAttachments(value, file, host, root, sourceMap, origins);
  const themes = await host.themes();
  const byMeaning = (value: unknown): Fault[] => [
    ...checkReferences(value, sourceMap, extended.removed),
    ...checkMeaning(value, sourceMap).map(fault),
    ...checkChanges(value, sourceMap),
    ...checkUnits(value, sourceMap),
    ...checkNames(value, sourceMap, themes).map(fault),
  ];
  // Nothing goes through a list without end.
  const meaning = schema.some(({ endless }) => endless === true)
    ? []
    : byMeaning(attachments.value).filter((each) => !alreadyWrong(each, schema));
  // Content of tables must match the schema too: number of rows and series, length of names.
  const filled =
    schema.length > 0 || attachments.problems.length > 0 || attachments.files.length === 0
      ? []
      : explainAll(attachments.value, sourceMap);
  const faults = [...values.map(fault), ...schema, ...filled, ...meaning];
  const all = sortFindingsByPlace([
    ...problems,
    ...extended.problems,
    ...attachments.problems,
    ...faults.map(({ found }) => found),
  ]);
  const { pictures, warnings } = attachments;
  const files = [...extended.files, ...attachments.files];
  const theme = {
    ...(attachments.theme === undefined ? {} : { theme: attachments.theme }),
    ...(attachments.logo === undefined ? {} : { logo: attachments.logo }),
  };
  if (all.length + without.length === 0) {
    const { $schema: _, extends: __, ...bundle } = bundleSchema.parse(attachments.value);
    return {
      ...{ bundle, sourceMap, pictures, files, warnings, ...theme },
      ...{ problems: [], recovery: NO_RECOVERY },
    };
  }
  const repaired = recover
    ? dropInvalid(
        attachments.value,
        [...faults.map(wrongOf), ...without.map((path) => ({ path }))],
        (value) => [
          ...[...explainAll(value, sourceMap), ...byMeaning(value)].map(wrongOf),
          ...unread(value, attachments).map((path) => ({ path })),
        ],
      )
    : undefined;
  if (repaired === undefined) throw new DiagnosticsError(all, 1);
  const { $schema: _, ...bundle } = repaired.value as Bundle & { $schema?: string };
  const recovery = createRecovery(repaired, value);
  return {
    ...{ bundle, sourceMap: moved(sourceMap, recovery.origin), pictures, files, warnings, ...theme },
    ...{ problems: all, recovery },
  };
}

const explainAll = (value: unknown, sourceMap: SourceMap): Fault[] =>
  explain(bundleSchema.safeParse(value).error?.issues ?? [], bundleSchema, value, sourceMap);

/** A date that has not the form of one is not looked up in the calendar as well. */
const alreadyWrong = ({ found }: Fault, schema: readonly Fault[]): boolean =>
  found.path !== undefined &&
  found.path.length > 0 &&
  schema.some((each) => pathText(each.found.path ?? []) === pathText(found.path ?? []));

/** Parts whose file could not be read. */
const unread = (value: unknown, { pictures, theme }: Attachments): readonly JsonPath[] => [
  ...[
    ...select(value, "metrics.*.values"),
    ...select(value, "charts.*.data"),
    ...select(value, "investment.costs.*.values"),
    ...select(value, "investment.benefits.*.values"),
  ]
    .filter((each) => tableForm(each.value) !== undefined)
    .map(({ path }) => path),
  ...select(value, "pictures.*.file")
    .filter((each) => !Object.hasOwn(pictures, String(each.value)))
    .map(({ path }) => path.slice(0, -1)),
  ...select(value, "theme")
    .filter((each) => isThemeFile(String(each.value)) && theme === undefined)
    .map(({ path }) => path),
  ...select(value, "logo")
    .filter((each) => !Object.hasOwn(pictures, String(each.value)))
    .map(({ path }) => path),
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
const notAnObject = (tree: Node, lines: SourceLines): Diagnostic =>
  messages.notAnObject({ path: [], place: lines.at(tree.offset) }, NAMES[tree.type] ?? tree.type);

const refusal = (diagnostics: readonly Diagnostic[], exit: 1 | 2 = 1): DiagnosticsError =>
  new DiagnosticsError(sortFindingsByPlace(diagnostics), exit);
