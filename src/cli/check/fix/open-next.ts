import type { Node } from "jsonc-parser";
import type { FillPhrase } from "../../../locales/en/phrases.ts";
import type { Locale } from "../../../locales/locale.ts";
import type { Bundle, Decided } from "../../../model/bundle/index.ts";
import { addTo, edit, freeId, idsIn, type Raw } from "../../written/add.ts";
import { applyEdits, type BundleEdit, insertAfter, lineLead } from "../../written/edit.ts";
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

function setField(written: ParsedText, name: string, value: string): readonly BundleEdit[] {
  const node = property(written.root, name)?.children?.[1];
  if (node !== undefined) return [edit(node.offset, node.length, JSON.stringify(value))];
  const after = property(written.root, "title") ?? written.root.children?.[0];
  if (after === undefined) return [];
  return [{ ...insertAfter(written.text, after, [`"${name}": ${JSON.stringify(value)}`]), said: [] }];
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

/** Takes a property out, with its comma, and with its line where nothing else stands there. */
function removal(text: string, node: Node): BundleEdit {
  const line = lineLead(text, node);
  let end = node.offset + node.length;
  const comma = /^[ \t]*,/u.exec(text.slice(end));
  if (comma !== null) end += comma[0].length;
  const rest = /^[ \t]*(\r?\n|\r)/u.exec(text.slice(end));
  if (line === undefined)
    return edit(node.offset, end - node.offset + (/^ /u.test(text.slice(end)) ? 1 : 0), "");
  const start = node.offset - line.lead.length;
  return edit(start, end - start + (rest === null ? 0 : rest[0].length), rest === null ? line.lead : "");
}
