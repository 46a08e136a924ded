import type { Node } from "jsonc-parser";
import type { FillPhrase } from "../../../locales/en/phrases.ts";
import type { Locale } from "../../../locales/locale.ts";
import type { Bundle, Decided } from "../../../model/bundle/index.ts";
import { applyEdits, type BundleEdit, insertAfter, lineOf } from "../../written/edit.ts";
import { type ParsedText, parseWritten, property } from "../../written/parse.ts";

/** A bundle as the next version of itself. */
export interface NextVersion {
  readonly text: string;
  /** Ids of the objections that the reasons have become. */
  readonly objections: readonly string[];
}

/** The version after one: its last number is one more; undefined where it ends with none. */
export function raised(version: string): string | undefined {
  const found = /^(.*?)(\d+)$/su.exec(version);
  if (found === null) return undefined;
  const [, lead = "", number = ""] = found;
  // 2 is followed by 3, and 2.9 by 2.10.
  return `${lead}${Number(number) + 1}`;
}

/**
 * Opens the version after one that was not approved: the version is raised, a final deck is a draft again, what was
 * decided goes to the version that it was `about`, and each reason becomes an objection that was raised. Comments and
 * layout stay as they were written.
 */
export function openNext(
  text: string,
  bundle: Bundle,
  decided: Decided,
  { version, about }: { readonly version: string; readonly about: string | undefined },
  { locale, words }: { readonly locale: Locale; readonly words: FillPhrase<string> },
): NextVersion {
  const taken = new Set(idsIn(bundle));
  const by = decided.approver ?? bundle.ask?.approver;
  const date = locale.date(decided.date, "long");
  const objections = (decided.reasons ?? []).map(({ reason, from = by }) => ({
    ...{ id: freeId(taken), objection: reason },
    ...(from === undefined ? {} : { from }),
    raised: decided.date,
    answer: words(decided.result === "later" ? "next.answer.later" : "next.answer", { date }),
    residual: "high",
  }));
  let now = text;
  let kept = "";
  // One after the other, since an edit moves the places of those behind it.
  const steps: readonly ((written: ParsedText) => readonly BundleEdit[])[] = [
    (written) => {
      const found = property(written.root, "decided");
      const record = found?.children?.[1];
      kept = record === undefined ? "" : written.text.slice(record.offset, record.offset + record.length);
      return found === undefined ? [] : [removal(written.text, found)];
    },
    (written) => setField(written, "version", version),
    (written) => (bundle.status === "final" ? setField(written, "status", "draft") : []),
    (written) => addTo(written, "objections", objections),
    (written) => keepDecided(written, bundle, about, kept),
  ];
  for (const step of steps) {
    const written = parseWritten(now, "");
    if (written === undefined) throw new Error("an edit broke a bundle that could be read");
    now = applyEdits(now, step(written));
  }
  return { text: now, objections: objections.map(({ id }) => id) };
}

const edit = (offset: number, length: number, content: string): BundleEdit => ({
  offset,
  length,
  content,
  said: [],
});

/** Ids of a bundle, wherever they stand. */
export function idsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = (value as { readonly id?: unknown }).id;
  return [...(typeof own === "string" ? [own] : []), ...Object.values(value).flatMap(idsIn)];
}

export function freeId(taken: Set<string>): string {
  let n = 1;
  while (taken.has(`raised-${n}`)) n += 1;
  taken.add(`raised-${n}`);
  return `raised-${n}`;
}

function setField(written: ParsedText, name: string, value: string): readonly BundleEdit[] {
  const node = property(written.root, name)?.children?.[1];
  if (node !== undefined) return [edit(node.offset, node.length, JSON.stringify(value))];
  const after = property(written.root, "title") ?? written.root.children?.[0];
  if (after === undefined) return [];
  return [{ ...insertAfter(written.text, after, [`"${name}": ${JSON.stringify(value)}`]), said: [] }];
}

/** Adds items behind the last one of a list, or a list behind the last part. */
export function addTo(written: ParsedText, name: string, items: readonly object[]): readonly BundleEdit[] {
  if (items.length === 0) return [];
  const { text, root } = written;
  const held = property(root, name);
  const list = held?.children?.[1];
  const last = list?.children?.at(-1);
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = indentOf(written);
  if (last !== undefined) {
    const lead = lineOf(text, last)?.lead;
    const added = items.map((item) => writtenAs(item, lead, indent).replaceAll("\n", end));
    return [{ ...insertAfter(text, last, added), said: [] }];
  }
  const anchor = held ?? root.children?.at(-1);
  if (anchor === undefined) throw new Error("a bundle without parts was read");
  const lead = lineOf(text, anchor)?.lead ?? "";
  const body = items.map((item) => `\n${lead}${indent}${writtenAs(item, lead + indent, indent)}`).join(",");
  const content = `[${body}\n${lead}]`.replaceAll("\n", end);
  if (list !== undefined) return [edit(list.offset, list.length, content)];
  return [{ ...insertAfter(text, anchor, [`"${name}": ${content}`]), said: [] }];
}

/** Keeps what was decided with the version that it was about, as it was written. */
function keepDecided(
  written: ParsedText,
  { history = [], date }: Bundle,
  about: string | undefined,
  kept: string,
): readonly BundleEdit[] {
  if (kept === "" || about === undefined) return [];
  const n = history.findIndex(({ version }) => version === about);
  const entry = n === -1 ? undefined : property(written.root, "history")?.children?.[1]?.children?.[n];
  const last = entry?.children?.at(-1);
  if (last !== undefined) return [{ ...insertAfter(written.text, last, [`"decided": ${kept}`]), said: [] }];
  if (date === undefined) return [];
  return addTo(written, "history", [{ version: about, date, decided: { raw: kept } satisfies Raw }]);
}

/** Text that is written as it stands. */
interface Raw {
  readonly raw: string;
}
const isRaw = (value: unknown): value is Raw => typeof value === "object" && value !== null && "raw" in value;

/** White space by which a part is set in. */
const indentOf = ({ text, root }: ParsedText): string => {
  const first = root.children?.[0];
  const lead = first === undefined ? undefined : lineOf(text, first)?.lead;
  return lead === undefined || lead === "" ? "  " : lead;
};

/** An object with a line for each field, below a line that begins with `lead`; on one line where there is none. */
function writtenAs(item: object, lead: string | undefined, indent: string): string {
  const fields = Object.entries(item).map(
    ([key, value]) => `${JSON.stringify(key)}: ${isRaw(value) ? value.raw : JSON.stringify(value)}`,
  );
  return lead === undefined
    ? `{ ${fields.join(", ")} }`
    : `{\n${fields.map((field) => `${lead}${indent}${field}`).join(",\n")}\n${lead}}`;
}

/** Takes a property out, with its comma, and with its line where nothing else stands there. */
function removal(text: string, node: Node): BundleEdit {
  const line = lineOf(text, node);
  let end = node.offset + node.length;
  const comma = /^[ \t]*,/u.exec(text.slice(end));
  if (comma !== null) end += comma[0].length;
  const rest = /^[ \t]*(\r?\n|\r)/u.exec(text.slice(end));
  if (line === undefined)
    return edit(node.offset, end - node.offset + (/^ /u.test(text.slice(end)) ? 1 : 0), "");
  const start = node.offset - line.lead.length;
  return edit(start, end - start + (rest === null ? 0 : rest[0].length), rest === null ? line.lead : "");
}
