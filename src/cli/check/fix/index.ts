import { dirname, resolve } from "node:path";
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";
import * as messages from "../../../diagnostics/messages/index.ts";
import { reference, schemaFile } from "../../inputs/schema.ts";
import { applyEdits, type BundleEdit } from "../../written/edit.ts";
import { decodeWritten, parseWritten } from "../../written/parse.ts";
import type { Checkup } from "../checkup.ts";
import { writeGuards } from "./guards.ts";
import { fixOrder, fixText, fixWords } from "./mend.ts";

export interface FixResult {
  readonly bytes: Uint8Array;
  readonly changed: boolean;
  /** One line for each thing that was fixed. */
  readonly done: readonly string[];
  /** Unified diff; "" where nothing changed. */
  readonly diff: string;
  /** Check result of the fixed bundle. */
  readonly checkup: Checkup;
}

/**
 * A bundle with everything fixed that needs no judgement and, where asked for, with the tests that were read from its
 * sentences; comments, layout and escapes stay as they were written. What is not UTF-8 or not whole JSON is left alone.
 * Writes nothing.
 */
export async function fixBundle(
  bytes: Uint8Array,
  file: string,
  cwd: string,
  { guards }: { readonly guards: boolean },
  look: (bytes: Uint8Array) => Promise<Checkup>,
): Promise<FixResult> {
  const text = decodeWritten(bytes);
  const untouched = async (): Promise<FixResult> => ({
    ...{ bytes, changed: false, done: [messages.fixedNothing(file)], diff: "" },
    checkup: await look(bytes),
  });
  const written = text === undefined ? undefined : parseWritten(text, file);
  if (text === undefined || written === undefined) return untouched();
  const folder = dirname(resolve(cwd, file));
  const edits = fixText(written, reference(folder, await schemaFile(folder)));
  const fixedText = applyEdits(text, edits);
  // Charts and claims can be looked at only once dates and names can be read.
  const first = await look(encode(fixedText));
  const again = parseWritten(fixedText, file);
  const more =
    again === undefined
      ? []
      : [
          ...fixOrder(again, first.findings),
          ...fixWords(again, first.findings),
          ...(guards && first.compiled !== undefined ? writeGuards(again, first.compiled) : []),
        ];
  const result = applyEdits(fixedText, more);
  if (result === text) return untouched();
  return {
    bytes: encode(result),
    changed: true,
    done: [...edits, ...more].flatMap((edit: BundleEdit) => edit.said),
    diff: unifiedDiff(text, result, file),
    checkup: more.length === 0 ? first : await look(encode(result)),
  };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Two versions of a file as a unified diff that `patch` reads, with three lines around each change; "" where they are the same. */
export function unifiedDiff(before: string, after: string, file: string): string {
  if (before === after) return "";
  return formatPatch(
    structuredPatch(file, file, before, after, undefined, undefined, { context: 3 }),
    FILE_HEADERS_ONLY,
  );
}
