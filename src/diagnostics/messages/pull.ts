import { shortened } from "../../base/graphemes.ts";
import { type JsonPath, pathText } from "../../base/json-path.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { count, error, quoted, thereAre } from "../make.ts";
import { printable } from "../terminal.ts";
import { FILE_KINDS, type FileKind } from "./attachments.ts";
import { programName } from "./edits.ts";

/** Messages of `foredeck pull` and `foredeck replies`. */

export const pullNothingSent = (file: string): Diagnostic =>
  error(
    "pull/nothing-sent",
    {},
    `Nothing was sent from ${printable(file)} yet, so nothing can have come back.`,
    {
      hint: "foredeck send keeps each version that goes out; pull compares with that.",
    },
  );

export const pullUnknown = (deck: string, versions: readonly string[]): Diagnostic =>
  error(
    "pull/unknown",
    {},
    `${printable(deck)} carries the mark of no version that was sent from this bundle.`,
    {
      hint: `Some programs drop the mark. Name the version that it was: --sent ${versions.at(-1) ?? "1.0"}. ${thereAre(versions)}`,
    },
  );

export const pullNoVersion = (version: string, versions: readonly string[]): Diagnostic =>
  error("pull/version", {}, `Version ${quoted(version)} was not sent.`, { hint: thereAre(versions) });

export const pullNoMap = (version: string): Diagnostic =>
  error("pull/map", {}, `Version ${quoted(version)} was sent without the map of its words.`, {
    hint: "Send the next version with this release of Foredeck; edits of that one can be pulled.",
  });

export const pullUnreadable = (file: string, why: string): Diagnostic =>
  error("pull/unreadable", {}, `${printable(file)} cannot be read: ${why}.`, {
    hint: "pull takes .pptx decks, and mails as .eml or .txt.",
  });

/** `kind` is that of a file in place of a deck or a mail. */
export const pullOtherFile = (file: string, kind: FileKind): Diagnostic =>
  error("pull/unreadable", {}, `${printable(file)} is ${FILE_KINDS[kind]}, and no mail.`, {
    hint:
      kind === "old-office"
        ? "Of a message that Outlook has saved (.msg): open it and save it as text (.txt), or as .eml."
        : "pull takes .pptx decks, and mails as .eml or .txt.",
  });

export const pullBundleUnreadable = (file: string): Diagnostic =>
  error("pull/bundle", {}, `${printable(file)} is no whole JSON object, so nothing can be written into it.`, {
    hint: "foredeck check says where it breaks.",
  });

export const repliesUnreadable = (file: string, why: string): Diagnostic =>
  error("replies/unreadable", {}, `${printable(file)} cannot be read: ${why}.`, {
    hint: "Mend it, or move it away; pull reads decks and mails again.",
  });

export const replyUnknown = (id: string, known: readonly string[]): Diagnostic =>
  error("replies/unknown", {}, `No reply has the id ${quoted(id)}.`, { hint: thereAre(known) });

const STANDINGS = {
  proposed: "proposed",
  same: "stands so already",
  conflict: "conflict: changed on both sides",
  gone: "no longer in the bundle",
} as const;

export const pulledStanding = (standing: keyof typeof STANDINGS): string => STANDINGS[standing];

/** Heading of what came back in a file: which version it is, and who saved it. */
export const pulledFile = (
  file: string,
  version: string,
  by: { readonly person?: string; readonly program?: string; readonly at?: string },
): string => {
  const { person, program, at } = by;
  const who = [
    person === undefined ? "" : ` by ${printable(person)}`,
    program === undefined ? "" : ` with ${printable(programName(program))}`,
  ];
  const saved =
    who.join("") === "" && at === undefined
      ? ""
      : `, saved${who.join("")}${at === undefined ? "" : ` on ${at.slice(0, 10)}`}`;
  return `${printable(file)}: version ${printable(version)}${saved}`;
};

export const pulledNothing = "nothing changed";

export const pulledPlace = (
  page: number,
  title: string,
  path: JsonPath | undefined,
  notes: boolean,
): string =>
  `page ${page} ${quoted(title, 60)}${notes ? ", notes" : ""}${path === undefined ? "" : `, ${pathText(path)}`}`;

export const pulledFigure = (before: string, after: string, path: JsonPath | undefined): string =>
  `number ${printable(before)} → ${printable(after)}${path === undefined ? "" : `: change ${pathText(path)}?`}`;

export const pulledChart = (
  series: string,
  category: string,
  before: number | undefined,
  after: number | undefined,
  path: JsonPath | undefined,
): string =>
  pulledFigure(`${category}, ${series}: ${before ?? "no value"}`, String(after ?? "no value"), path).replace(
    /^number/,
    "chart",
  );

export const pulledWording = (before: string, after: string): string =>
  `wording ${quoted(before, 80)} → ${quoted(after, 80)}: these words are Foredeck's, or of several texts`;

export const pulledComment = (author: string, reply: boolean, text: string, on: string): string =>
  `${reply ? "reply" : "comment"} by ${author === "" ? "somebody without a name" : printable(author)}${on === "" ? "" : ` on ${quoted(on, 40)}`}: ${quoted(text, 300)}`;

const PARTS = {
  "paragraph-added": "a paragraph was added",
  "shape-added": "a shape was added",
  "shape-removed": "a shape was removed",
  "shape-moved": "a shape was moved",
  "slide-added": "a slide was added",
  "slide-removed": "the slide was removed",
  "slide-moved": "the slide was moved",
  "slide-hidden": "the slide was hidden",
} as const;

export const pulledPart = (kind: keyof typeof PARTS, shape: string | undefined, text: string): string =>
  `${PARTS[kind]}${shape === undefined ? "" : ` (${printable(shape)})`}${text === "" ? "" : `: ${quoted(text, 160)}`}`;

export const pulledMail = (file: string, who: string, at: string | undefined): string =>
  `${printable(file)}: mail${who === "" ? "" : ` from ${printable(who)}`}${at === undefined ? "" : ` of ${at.slice(0, 10)}`}`;

export interface PulledCounts {
  readonly proposed: number;
  readonly conflicts: number;
  readonly figures: number;
  readonly replies: number;
  readonly others: number;
}

/** Last line: what there is to decide, and how. */
export function pulledSummary({ proposed, conflicts, figures, replies, others }: PulledCounts): string {
  const parts = [
    ...(proposed > 0 ? [`${count(proposed, "text")} to take over`] : []),
    ...(conflicts > 0 ? [count(conflicts, "conflict")] : []),
    ...(figures > 0 ? [count(figures, "number")] : []),
    ...(others > 0 ? [count(others, "other change")] : []),
    ...(replies > 0 ? [count(replies, "new reply", "new replies")] : []),
  ];
  return parts.length === 0 ? "Nothing is left to decide." : `${parts.join(", ")}.`;
}

export const pullHint = (file: string): string =>
  `Nothing was written into ${printable(file)}. Take the proposed texts over with --apply.`;

export const pullApplied = (texts: number, file: string): string =>
  `Wrote ${count(texts, "text")} into ${printable(file)}.`;

export const pullQuestion = (n: number, all: number): string =>
  `Write this text into the bundle (${n} of ${all})? y: yes, n: no, q: stop here [y/N/q] `;

/** Answers that mean to stop. */
export const saysQuit = (answer: string): boolean => /^\s*q(?:uit)?\s*$/i.test(answer);

export const pullNobodyToAsk = (): Diagnostic =>
  error("pull/interactive", {}, "--interactive asks at a terminal, and this is none.", {
    hint: "Take all proposed texts over with --apply, or read them with --json.",
  });

/** `places` are of texts that stand in files that the bundle extends: company.json:12. */
export const pullElsewhere = (places: readonly string[]): string =>
  `Left as they are, because other bundles may extend them too: ${places.map(printable).join(", ")}.`;

export const pulledDeclined = (because: string): string => `declined before: ${printable(because)}`;

/** `edits` are changes of a deck, `replies` all else that was said. */
export const repliesKept = (
  file: string,
  { replies, edits }: { readonly replies: number; readonly edits: number },
): string => {
  const parts = [
    ...(replies > 0 ? [count(replies, "new reply", "new replies")] : []),
    ...(edits > 0 ? [count(edits, "proposed edit")] : []),
  ];
  return `Kept ${parts.join(" and ")} in ${printable(file)}.`;
};

export const repliesNone = "Nobody has replied yet.";

export const repliesSummary = (open: number, all: number): string =>
  open === 0
    ? `${count(all, "reply", "replies")}, none open.`
    : `${count(all, "reply", "replies")}, ${open} open.`;

export const repliesMissing = (people: readonly string[]): string =>
  `No reply from ${people.map(printable).join(", ")}.`;

export const replyClosed = (id: string): string => `${id} is answered.`;

export const replyObjection = (id: string, objection: string, file: string): string =>
  `${id} is objection ${objection} in ${printable(file)} now; write its answer there.`;

export const replyApplied = (id: string, file: string): string => `${id} stands in ${printable(file)} now.`;

export const replyDeclined = (id: string): string => `${id} is declined.`;

export const replyNotApplied = (id: string, why: string): Diagnostic =>
  error("replies/apply", {}, `${id} cannot be written by itself: ${why}.`, {
    hint: `Change the bundle by hand, then say --answered ${id}; or --decline ${id} --because "…".`,
  });

/** Reasons for which an edit is left to its author; each ends the sentence of `replyNotApplied`. */
export const notApplied = {
  notEdit: "it is no edit",
  noText: "it is no text of the bundle",
  gone: "what it changes is no longer there",
  elsewhere: (file: string, line: number): string =>
    `it stands in ${printable(file)}:${line}, which other bundles may extend too`,
  conflict: (now: string): string => `the text is another one by now, ${quoted(now, 160)}`,
} as const;

export const declineNeedsReason = (): Diagnostic =>
  error("replies/because", {}, "--decline needs a reason, and --because is for replies that are declined.", {
    hint: 'Write both: --decline r-4f9a12bc03 --because "The number is of another year". The reason is kept for whoever asks.',
  });

const STATUS = {
  open: "open",
  answered: "answered",
  objection: "objection",
  applied: "applied",
  declined: "declined",
} as const;

export const replyStatus = (status: keyof typeof STATUS): string => STATUS[status];

const DECISIONS = { yes: "yes", no: "no", if: "yes, if" } as const;

export const decisionName = (decision: keyof typeof DECISIONS): string => DECISIONS[decision];

/** Questions that the preview puts over the answers to them. */
export const replyAsked = {
  was: "In place of",
  words: "Proposes",
  decision: "Decision",
  holdsBack: "Holds back",
  wouldChange: "Would change",
} as const;

const ORIGINS = { comment: "Comment", mail: "Mail", edit: "Edit" } as const;

/** Words for an edit that puts nothing in place of what it takes out. */
export const replyLeavesOut = "to leave it out";

/** Origin of a reply, its day, and the version that it is about: "Comment, 2026-11-20, page 6 of version 1.0". */
export const replyAbout = (reply: {
  readonly from: keyof typeof ORIGINS;
  readonly at?: string | undefined;
  readonly page?: number | undefined;
  readonly version?: string | undefined;
}): string =>
  [
    ORIGINS[reply.from],
    ...(reply.at === undefined ? [] : [printable(reply.at.slice(0, 10))]),
    [
      ...(reply.page === undefined ? [] : [`page ${reply.page}`]),
      ...(reply.version === undefined ? [] : [`version ${printable(shortened(reply.version, 20))}`]),
    ].join(" of "),
  ]
    .filter((part) => part !== "")
    .join(", ");

export const replyDecision = (decision: keyof typeof DECISIONS): string => `Decision: ${DECISIONS[decision]}`;
export const replyHoldsBack = (words: string): string => `Holds back: ${printable(words)}`;
export const replyWouldChange = (words: string): string => `Would change: ${printable(words)}`;
export const replyBecause = (reason: string): string => `Declined: ${printable(reason)}`;
