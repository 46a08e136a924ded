import type { Diagnostic } from "../diagnostic.ts";
import { count, error, quoted, thousands } from "../make.ts";
import { printable } from "../terminal.ts";

/** Files that somebody else has touched since they were built. */

export interface EditedBy {
  readonly person?: string;
  readonly program?: string;
  readonly at?: string;
}

export type Edit =
  | {
      readonly kind: "changed";
      readonly number: number;
      readonly title: string;
      readonly aspects: readonly string[];
      readonly texts: readonly { readonly before?: string; readonly now?: string }[];
    }
  | {
      readonly kind: "added" | "moved" | "hidden" | "deleted";
      readonly number: number;
      readonly title: string;
    }
  | {
      readonly kind: "comment";
      readonly number: number;
      readonly author: string;
      readonly text: string;
      readonly reply: boolean;
    }
  | { readonly kind: "design" | "sections" }
  | { readonly kind: "properties"; readonly names: readonly string[] };

/** More than this nobody reads in a terminal. */
const LISTED = 8;

const editText = (edit: Edit): string => {
  switch (edit.kind) {
    case "design":
      return "the design of the slides was changed";
    case "sections":
      return "the sections were changed";
    case "properties":
      return `${edit.names.join(", ")} in the file's properties ${edit.names.length === 1 ? "was" : "were"} changed`;
    case "comment":
      return `${edit.reply ? "reply" : "comment"} by ${edit.author === "" ? "somebody without a name" : printable(edit.author)} on slide ${edit.number}: ${quoted(edit.text, 200)}`;
    case "changed":
      return `slide ${edit.number} ${named(edit.title)}: ${edit.aspects.length === 0 ? "formatting" : edit.aspects.map((aspect) => (aspect === "text" ? `text${wordsText(edit.texts)}` : aspect)).join(", ")}`;
    case "deleted":
      return `slide ${edit.number} was deleted${edit.title === "" ? "" : ` ${named(edit.title)}`}`;
    default:
      return `slide ${edit.number} was ${edit.kind} ${named(edit.title)}`;
  }
};

/** Of one slide; more are counted. */
const TEXTS = 3;

/** " ("In October" is now "In November", and 2 more)"; "" where the words are not known. */
function wordsText(texts: readonly { readonly before?: string; readonly now?: string }[]): string {
  if (texts.length === 0) return "";
  const said = texts.slice(0, TEXTS).map(({ before, now }) => {
    if (now === undefined) return `${quoted(before ?? "", 160)} is gone`;
    if (before === undefined) return `now ${quoted(now, 160)}`;
    const [from, to] = apart(before, now);
    return `${quoted(from, 160)} is now ${quoted(to, 160)}`;
  });
  const more = texts.length - said.length;
  return ` (${said.join("; ")}${more > 0 ? `; and ${more} more` : ""})`;
}

/** Two long texts from shortly before the place where they part, so that neither is cut before it. */
function apart(before: string, now: string): readonly [string, string] {
  if (Math.max(before.length, now.length) <= 160) return [before, now];
  let same = 0;
  while (same < before.length && before[same] === now[same]) same += 1;
  const cut = before.lastIndexOf(" ", Math.max(0, same - 40)) + 1;
  return cut <= 1 ? [before, now] : [`…${before.slice(cut)}`, `…${now.slice(cut)}`];
}

const named = (title: string): string => (title === "" ? "(without a title)" : `(${quoted(title, 50)})`);

/**
 * "slide 4 ("Churn is rising"): text, charts; slide 9 was deleted". Of a program that writes every slide anew, only how
 * many there are.
 */
export function editsText(edits: readonly Edit[]): string {
  const changed = edits.flatMap((edit) => (edit.kind === "changed" ? [edit] : []));
  const [first] = changed;
  if (first !== undefined && changed.length > LISTED) {
    const aspects = [...new Set(changed.flatMap((edit) => edit.aspects))];
    const others = edits.filter(({ kind }) => kind !== "changed");
    return [
      `${count(changed.length, "slide")}, from slide ${first.number} to slide ${changed.at(-1)?.number}: ${aspects.join(", ")}`,
      ...others.slice(0, LISTED).map(editText),
      ...(others.length > LISTED ? [`and ${count(others.length - LISTED, "more change")}`] : []),
    ].join("; ");
  }
  const rest = edits.length - LISTED;
  return [
    ...edits.slice(0, LISTED).map(editText),
    ...(rest > 0 ? [`and ${count(rest, "more change")}`] : []),
  ].join("; ");
}

/** "Aino Laakso, with Microsoft Office PowerPoint, on 2026-11-12" */
export const savedText = ({ person, program, at }: EditedBy): string =>
  [
    printable(person ?? "somebody who left no name"),
    ...(program === undefined ? [] : [`with ${printable(programName(program))}`]),
    ...(person === undefined || at === undefined ? [] : [`on ${printable(at.slice(0, 10))}`]),
  ].join(", ");

/** LibreOffice says "LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2". */
const programName = (text: string): string => (text.split("$")[0] ?? text).replace("/", " ");

const KEEP = "Bring the change into the bundle. With --force it is replaced, and a backup is kept.";

/** A deck that was changed by hand; the new one stands beside it. */
export const editedByHand = (
  target: string,
  beside: string,
  by: EditedBy,
  edits: readonly Edit[],
): Diagnostic =>
  error(
    "host/edited",
    at(target),
    `${quoted(target, 200)} was edited since it was built, so it was left as it is. The new deck is ${quoted(beside, 200)}.`,
    { why: `Saved by ${savedText(by)}: ${editsText(edits)}.`, hint: KEEP },
  );

/** A file that carries no mark, but is not what was last written there; `others` of the same output are so too. */
export const changedSince = (target: string, beside: string, others: readonly string[] = []): Diagnostic =>
  error(
    "host/edited",
    at(target),
    `${quoted(target, 200)} was changed since it was built, so it was left as it is. The new one is ${quoted(beside, 200)}.`,
    {
      ...(others.length === 0 ? {} : { why: `So ${others.length === 1 ? "was" : "were"} ${files(others)}.` }),
      hint: KEEP,
    },
  );

export const notOurs = (target: string, beside: string): Diagnostic =>
  error(
    "host/not-ours",
    at(target),
    `${quoted(target, 200)} was not written by Foredeck, so it was left as it is. The new deck is ${quoted(beside, 200)}.`,
    { hint: "Choose another name with -o. With --force it is replaced, and a backup is kept." },
  );

const UNCLEAR = {
  zip: "The file is damaged or cut short.",
  name: "A name within the file leads out of it, which no program for slides writes.",
  duplicate: "Two parts of the file have the same name.",
  size: "Unpacked, the file is too large to be looked into.",
  xml: "A part of the file is not well-formed XML.",
  doctype: "A part of the file declares a document type, which a deck must not.",
  depth: "A part of the file nests its elements too deep.",
  order: "A part of the file holds its elements in the wrong order.",
  missing: "A part of the file is missing.",
  compound: "The file is encrypted, or in the format of PowerPoint 97–2003, and neither can be looked into.",
  encrypted:
    "The file is encrypted, with a password or by a sensitivity label, and the new deck is not: protect it in the same way before it is sent.",
} as const;
/** Why a file cannot be looked into: the fault of its package. */
export type Unclear = keyof typeof UNCLEAR;

/** A file that cannot be looked into, so that nobody knows whether it was edited. */
export const cannotTell = (
  target: string,
  beside: string,
  reason: Unclear,
  tooMany?: { readonly of: "entries" | "slides"; readonly found: number; readonly limit: number },
): Diagnostic =>
  error(
    "host/unclear",
    at(target),
    `It cannot be told whether ${quoted(target, 200)} was edited, so it was left as it is. The new deck is ${quoted(beside, 200)}.`,
    {
      why:
        tooMany === undefined
          ? UNCLEAR[reason]
          : `The file has ${thousands(tooMany.found)} ${tooMany.of}; one with more than ${thousands(tooMany.limit)} is not looked into.`,
      hint: "Move the file away if nobody needs it. With --force it is replaced, and a backup is kept.",
    },
  );

/** Who has a file open, as another file beside it says. */
export interface OpenBy {
  readonly program: string;
  readonly person?: string;
  /** The file that says so. */
  readonly file: string;
}

const openText = (target: string, { program, person }: OpenBy): string =>
  `${target} is open in ${program}${person === undefined ? "" : ` (${printable(person)})`}`;

/** A deck that somebody is looking at or working on; the new one stands beside it. */
export const openElsewhere = (target: string, beside: string, by: OpenBy): Diagnostic =>
  error(
    "host/open",
    at(target),
    `${openText(quoted(target, 200), by)}, so it was left as it is. The new deck is ${quoted(beside, 200)}.`,
    {
      why: "Whoever saves it there would replace the new deck without knowing.",
      hint: `Close it and build again. If nobody has it open, delete ${quoted(by.file, 200)} beside it, which a crash leaves behind. With --force the deck is replaced all the same.`,
    },
  );

/** Of a file that was replaced, or that was edited as well. */
export const stillOpen = (target: string, by: OpenBy): string =>
  `${openText(printable(target), by)}; whoever saves it there replaces what is on the disk`;

/** What an organisation put on the deck that was there, and the new one carries on. */
export const carriedOver = (
  target: string,
  { label, properties }: { readonly label?: string; readonly properties: readonly string[] },
): string => {
  const things = [
    ...(label === undefined ? [] : [`the sensitivity label${label === "" ? "" : ` ${quoted(label, 60)}`}`]),
    ...(properties.length === 0
      ? []
      : [`the custom ${properties.length === 1 ? "property" : "properties"} ${files(properties)}`]),
  ];
  return `${printable(target)}: kept ${things.join(" and ")} of the existing deck`;
};

export const backedUp = (target: string, backup: string): string =>
  `${printable(target)} as it was is kept as ${printable(backup)}`;

/** Replaced without a backup, because nothing that a person sees was otherwise. */
export const savedOnly = (target: string, by: EditedBy): string =>
  `${printable(target)} had been saved by ${savedText(by)}, but nothing on its slides was changed; it was replaced`;

/** A page of a longer deck before, which is not as it was written. */
export const pageKept = (file: string): string =>
  `${printable(file)} belongs to no slide any more, but is not as it was written; it was kept`;

/** What an earlier run wrote beside edited files, which have been replaced now. */
export const besideStays = (found: readonly string[]): string =>
  `still there from an earlier run, to be deleted when nobody needs it: ${files(found)}`;

const files = (names: readonly string[]): string =>
  [
    ...names.slice(0, LISTED).map(printable),
    ...(names.length > LISTED ? [`and ${names.length - LISTED} more`] : []),
  ].join(", ");

export const besideTaken = (target: string): Diagnostic =>
  error(
    "host/edited",
    at(target),
    `${quoted(target, 200)} was changed since it was built, and so was every name beside it; nothing was written.`,
    { hint: "Choose another name with -o." },
  );

const at = (file: string) => ({ place: { file, line: 1, column: 1 } });
