import type { Diagnostic } from "../diagnostic.ts";
import { count, error, quoted, thousands } from "../make.ts";
import { printable } from "../terminal.ts";

/** Messages about files that somebody edited after they were built. */

export interface EditedBy {
  readonly person?: string;
  readonly program?: string;
  readonly at?: string;
}

export type SlideEdit =
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

/** At most so many edits are listed in a terminal. */
const LISTED = 8;

const editText = (edit: SlideEdit): string => {
  switch (edit.kind) {
    case "design":
      return "the design of the slides was changed";
    case "sections":
      return "the sections were changed";
    case "properties":
      return `${edit.names.join(", ")} in the file's properties ${edit.names.length === 1 ? "was" : "were"} changed`;
    case "comment":
      return `${edit.reply ? "reply" : "comment"} by ${edit.author === "" ? "an unnamed author" : printable(edit.author)} on slide ${edit.number}: ${quoted(edit.text, 200)}`;
    case "changed":
      return `slide ${edit.number} ${named(edit.title)}: ${edit.aspects.length === 0 ? "formatting" : edit.aspects.map((aspect) => (aspect === "text" ? `text${wordsText(edit.texts)}` : aspect)).join(", ")}`;
    case "deleted":
      return `slide ${edit.number} was deleted${edit.title === "" ? "" : ` ${named(edit.title)}`}`;
    default:
      return `slide ${edit.number} was ${edit.kind} ${named(edit.title)}`;
  }
};

/** At most so many changed texts are listed for a slide; the others are counted. */
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

/** Two long texts from shortly before their first difference, so that shortening does not hide it. */
function apart(before: string, now: string): readonly [string, string] {
  if (Math.max(before.length, now.length) <= 160) return [before, now];
  let same = 0;
  while (same < before.length && before[same] === now[same]) same += 1;
  const cut = before.lastIndexOf(" ", Math.max(0, same - 40)) + 1;
  return cut <= 1 ? [before, now] : [`…${before.slice(cut)}`, `…${now.slice(cut)}`];
}

const named = (title: string): string => (title === "" ? "(without a title)" : `(${quoted(title, 50)})`);

/**
 * Edits in words: "slide 4 ("Churn is rising"): text, charts; slide 9 was deleted". Where a program has rewritten every
 * slide, only their number.
 */
export function editsText(edits: readonly SlideEdit[]): string {
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
    printable(person ?? "an unnamed person"),
    ...(program === undefined ? [] : [`with ${printable(programName(program))}`]),
    ...(person === undefined || at === undefined ? [] : [`on ${printable(at.slice(0, 10))}`]),
  ].join(", ");

/** LibreOffice writes "LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2". */
export const programName = (text: string): string => (text.split("$")[0] ?? text).replace("/", " ");

const KEEP = "Make the same change in the bundle. --force replaces the file and keeps a backup.";

/** A deck that was edited by hand; the new one was written beside it. */
export const editedByHand = (
  target: string,
  beside: string,
  by: EditedBy,
  edits: readonly SlideEdit[],
): Diagnostic =>
  error(
    "host/edited",
    at(target),
    `${quoted(target, 200)} was edited since it was built, so it was left as it is. The new deck is ${quoted(beside, 200)}.`,
    { why: `Saved by ${savedText(by)}: ${editsText(edits)}.`, hint: KEEP },
  );

/** A file without an embedded digest that differs from what was last written there, as do `others` of the same output. */
export const changedSince = (target: string, beside: string, others: readonly string[] = []): Diagnostic =>
  error(
    "host/edited",
    at(target),
    `${quoted(target, 200)} was changed since it was built, so it was left as it is. The new one is ${quoted(beside, 200)}.`,
    {
      ...(others.length === 0
        ? {}
        : { why: `${files(others)} ${others.length === 1 ? "was" : "were"} changed too.` }),
      hint: KEEP,
    },
  );

export const notOurs = (target: string, beside: string): Diagnostic =>
  error(
    "host/not-ours",
    at(target),
    `${quoted(target, 200)} was not written by Foredeck, so it was left as it is. The new deck is ${quoted(beside, 200)}.`,
    { hint: "Choose another name with -o. --force replaces the file and keeps a backup." },
  );

const UNCLEAR = {
  zip: "The file is damaged or cut short.",
  name: "The path of a part leads out of the file, which no presentation program writes.",
  duplicate: "Two parts of the file have the same name.",
  size: "Unpacked, the file is too large to be examined.",
  xml: "A part of the file is not well-formed XML.",
  doctype: "A part of the file declares a document type, which is not allowed in a deck.",
  depth: "A part of the file nests its elements too deeply.",
  order: "A part of the file has its elements in the wrong order.",
  missing: "A part of the file is missing.",
  compound: "The file is encrypted or in the format of PowerPoint 97–2003, and Foredeck can read neither.",
  encrypted:
    "The file is encrypted, with a password or by a sensitivity label. The new deck is not: protect it in the same way before you send it.",
} as const;
/** Fault of a package because of which a file cannot be examined. */
export type Unclear = keyof typeof UNCLEAR;

/** A file that cannot be examined, so that it may have been edited. */
export const cannotTell = (
  target: string,
  beside: string,
  reason: Unclear,
  tooMany?: { readonly of: "entries" | "slides"; readonly found: number; readonly limit: number },
): Diagnostic =>
  error(
    "host/unclear",
    at(target),
    `Foredeck cannot tell whether ${quoted(target, 200)} was edited, so it was left as it is. The new deck is ${quoted(beside, 200)}.`,
    {
      why:
        tooMany === undefined
          ? UNCLEAR[reason]
          : `The file has ${thousands(tooMany.found)} ${tooMany.of}; files with more than ${thousands(tooMany.limit)} are not examined.`,
      hint: "Move the file away if nobody needs it. --force replaces it and keeps a backup.",
    },
  );

/** The program and person that have a file open, as a lock file beside it says. */
export interface OpenBy {
  readonly program: string;
  readonly person?: string;
  /** The lock file. */
  readonly file: string;
}

const openText = (target: string, { program, person }: OpenBy): string =>
  `${target} is open in ${program}${person === undefined ? "" : ` (${printable(person)})`}`;

/** A deck that somebody has open; the new one was written beside it. */
export const openElsewhere = (target: string, beside: string, by: OpenBy): Diagnostic =>
  error(
    "host/open",
    at(target),
    `${openText(quoted(target, 200), by)}, so it was left as it is. The new deck is ${quoted(beside, 200)}.`,
    {
      why: "Saving it there would overwrite the new deck without warning.",
      hint: `Close it and build again. If nobody has it open, delete ${quoted(by.file, 200)} beside it, which a crash may have left behind. --force replaces the deck even so.`,
    },
  );

/** Added for a file that is open and was replaced, or was edited as well. */
export const stillOpen = (target: string, by: OpenBy): string =>
  `${openText(printable(target), by)}; saving it there overwrites the file on disk`;

/** Sensitivity label and custom properties that the new deck keeps from the existing one. */
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
  `the previous ${printable(target)} is kept as ${printable(backup)}`;

/** Said of a deck that was replaced without a backup, because no visible change had been made to it. */
export const savedOnly = (target: string, by: EditedBy): string =>
  `${printable(target)} had been saved by ${savedText(by)}, but nothing on its slides was changed; it was replaced`;

/** A page of an earlier, longer deck that was edited since. */
export const pageKept = (file: string): string =>
  `${printable(file)} no longer belongs to a slide, but was edited since it was built; it was kept`;

/** Files that an earlier run wrote beside edited files, which have now been replaced. */
export const besideStays = (found: readonly string[]): string =>
  `left over from an earlier run, delete when no longer needed: ${files(found)}`;

const files = (names: readonly string[]): string =>
  [
    ...names.slice(0, LISTED).map(printable),
    ...(names.length > LISTED ? [`and ${names.length - LISTED} more`] : []),
  ].join(", ");

export const besideTaken = (target: string): Diagnostic =>
  error(
    "host/edited",
    at(target),
    `${quoted(target, 200)} was changed since it was built, and so were all files that could be written beside it; nothing was written.`,
    { hint: "Choose another name with -o." },
  );

const at = (file: string) => ({ place: { file, line: 1, column: 1 } });
