import type { Node } from "jsonc-parser";
import { type Diagnostic, Refusal } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages.ts";
import { inOrder } from "../diagnostics/order.ts";
import type { Host } from "../host/host.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { type Attachments, readAttachments } from "./attachments.ts";
import { decodeUtf8, MAX_BUNDLE_BYTES } from "./decode.ts";
import { explain } from "./issues.ts";
import { parseJson } from "./json.ts";
import { checkMeaning } from "./meaning.ts";
import { checkNames } from "./names.ts";
import { createLines, createPlaces, type Lines, type Places, type Transplant } from "./places.ts";
import { checkReferences } from "./references.ts";
import { bundleSchema } from "./schema.ts";
import { toValue } from "./value.ts";

export type { PictureFile } from "./attachments.ts";
export { MAX_BUNDLE_BYTES } from "./decode.ts";
export type { Places } from "./places.ts";

export interface ReadResult extends Attachments {
  /** As it was written, with the values of CSV files in place and without $schema. */
  readonly bundle: Bundle;
  readonly places: Places;
}

/**
 * Text of a bundle into a Bundle that no later stage has to check again.
 * `file` is the name that places show; `root` is the folder that CSV files and pictures are read from.
 * @throws Refusal with everything that is wrong, in order of place, nothing twice.
 */
export async function readBundle(
  bytes: Uint8Array,
  file: string,
  host: Host,
  root: string,
): Promise<ReadResult> {
  const text = readText(bytes, file);
  const lines = createLines(text, file);
  const { root: tree, problems, brokenLines } = parseJson(text, lines);
  if (tree === undefined || tree.type !== "object") {
    throw refusal(problems.length > 0 || tree === undefined ? [...problems] : [notAnObject(tree, lines)]);
  }
  const { value, problems: values } = toValue(tree, text, lines);
  const transplants: Transplant[] = [];
  const places = createPlaces(tree, lines, transplants);
  const found = [...problems, ...values];
  const schema = explain(bundleSchema.safeParse(value).error?.issues ?? [], bundleSchema, value, places);
  if (problems.length > 0) {
    // What is missing may be there, beyond the error; what is wrong stays wrong, unless it stands in the broken line.
    throw refusal([
      ...found,
      ...schema.filter((d) => !messages.ABSENCES.includes(d.code) && !brokenLines.has(d.place?.line ?? 0)),
    ]);
  }
  const attachments = await readAttachments(value, file, host, root, places, transplants);
  // Lists that are too long are cut first: what is checked from here on has the size that the schema allows.
  const meaning = schema.some((d) => d.code === messages.TOO_MUCH)
    ? []
    : [
        ...checkReferences(attachments.value, places),
        ...checkMeaning(attachments.value, places),
        ...checkNames(attachments.value, places, await host.themes()),
      ];
  // What stood in CSV files is held against the schema too: how many rows, how many series, how long a name.
  const filled =
    schema.length > 0 || attachments.problems.length > 0 || attachments.files.length === 0
      ? []
      : explain(
          bundleSchema.safeParse(attachments.value).error?.issues ?? [],
          bundleSchema,
          attachments.value,
          places,
        );
  const all = [...found, ...schema, ...attachments.problems, ...filled, ...meaning];
  if (all.length > 0) throw refusal(all);
  const { $schema: _, ...bundle } = bundleSchema.parse(attachments.value);
  return { bundle, places, pictures: attachments.pictures, files: attachments.files };
}

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
