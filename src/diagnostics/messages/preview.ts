import type { Diagnostic } from "../diagnostic.ts";
import { count, either, error, quoted } from "../make.ts";
import { printable } from "../terminal.ts";

/** Texts of the preview page itself; the page fills in the names in braces. */
export const PREVIEW = {
  name: "Foredeck preview",
  slides: "Slides",
  slide: "Slide {number} of {count}",
  slideTitled: "Slide {number} of {count}: {title}",
  thumbnail: "{title}",
  thumbnailFindings: "{title} ({findings})",
  findingsOne: "1 finding",
  findingsMany: "{count} findings",
  notes: "Notes",
  noNotes: "This slide has no notes.",
  details: "About this slide",
  findings: "Findings about this slide",
  noFindings: "None about this slide.",
  general: "Findings about the whole deck",
  replies: "Replies",
  sent: "Sent and decided",
  sentClose: "Close",
  sentLoading: "Reading what was sent …",
  sentNothing: "Nothing was sent yet.",
  sentVersions: "Versions sent",
  sentVersion: "Version {version}, {date}",
  sentTo: "To {names}",
  sentDecks: "As it was sent: ",
  sentReaders: "Who has answered",
  sentSilent: "no reply yet",
  sentChanges: "What changed",
  sentSame: "The bundle says what version {version} said when it was sent.",
  sentUnseen: "{count} more that no reader sees; foredeck changed lists all.",
  sentSlide: "Slide {number}",
  sentSlideTitle: "Slide {number}: {title}",
  sentAdded: "new",
  sentRemoved: "taken out",
  sentDecision: "Decided",
  sentSteps: "Next steps",
  sentByHand:
    "This page sends nothing by itself: run these in a terminal, in the folder where the preview runs.",
  sentUnknown: "Not known",
  copy: "Copy",
  copied: "Copied",
  copyCommand: "Copy {command}",
  somebody: "Somebody without a name",
  replyOn: "On “{words}”",
  replySlide: "Slide {number}: {title}",
  repliesMore: "{count} more are open; foredeck replies lists all.",
  repliesSettled: "{count} settled.",
  decks: "Decks",
  deckNumber: "Decks {number} / {count}",
  deckSlidesOne: "1 slide",
  deckSlidesMany: "{count} slides",
  deckBuilt: "built at {time}",
  deckWaiting: "not built yet",
  deckBroken: "cannot be shown as it was saved",
  deckCurrent: "open now",
  deckUpdated: "{title} was updated at {time}",
  deckUpdatedBroken: "{title} cannot be shown as it was saved at {time}",
  deckGone: "This bundle is gone from its folder",
  deckGoneSince: "What is shown is what it said last. It comes back here with its file.",
  decksNone: "There is no bundle in the folder any more. One that is put there appears here.",
  deckFilter: "Words of a title or file name",
  error: "Error",
  warning: "Warning",
  why: "Why",
  hint: "Hint",
  writtenAt: "Written at",
  clickForPlace: "Click any text or figure to see where it is written.",
  parts: "Texts and figures on this slide",
  askForParts: "Show where each is written",
  open: "Open in editor",
  place: "{file}, line {line}, column {column}",
  cell: "{file}, {cell}",
  copyPlace: "Copy place",
  showThumbnails: "Thumbnails",
  showNotes: "Notes",
  previous: "Previous slide",
  next: "Next slide",
  print: "Print",
  keys: "Press ? for all keys.",
  help: "Keys",
  close: "Close",
  goTo: "Go to slide",
  search: "Search",
  finderLabel: "Number of a slide, or words on it",
  foundOne: "1 slide",
  foundMany: "{count} slides",
  allFindings: "All findings",
  showFindings: "Findings",
  noneAtAll: "No findings.",
  overview: "Overview",
  full: "Full screen",
  download: "Download .pptx",
  edit: "Edit",
  editHeading: "Edit as it is written in the bundle",
  editLabel: "Text",
  editKeys: "Enter saves, Esc leaves it as it was.",
  editKeysLines: "Enter saves, Shift+Enter begins a line, Esc leaves it as it was.",
  editSource: "As it is written in the bundle, with markup, and figures in braces.",
  editHereComposed: "Edited here, since the slide shows it in parts or with other words around it.",
  editHereDrawing: "Edited here, since this is part of a drawing.",
  editHereSmall: "Edited here, since its letters are too small at this size; + makes the slide larger.",
  draftKept: "Draft kept, not saved.",
  draftGoOn: "Go on editing",
  draftShown: "This is your draft, which is not saved yet.",
  draftChanged: "The bundle was changed meanwhile and now says: “{text}”.",
  draftGone: "The text of your draft is no longer on its slide. Your draft: “{text}”",
  save: "Save",
  cancel: "Cancel",
  undo: "Undo",
  undone: "Undone.",
  fixes: "Fixes that need no judgement",
  fix: "Apply {count}",
  fixedNow: "Applied; U undoes it.",
  zoomed: "Zoom {percent} %",
  broken: "The last saved version cannot be shown",
  brokenBefore: "The page still shows the version before.",
  nothingYet: "No deck to show yet.",
  redrawn: "Updated at {time}: {changed}",
  changedNone: "no slide changed",
  changedOne: "slide {number} changed",
  changedMany: "{count} slides changed",
  stillBroken: "The version saved at {time} cannot be shown",
  fixed: "Fixed at {time}: {changed}",
  waiting: "Waiting for the first deck …",
  lost: "Foredeck is no longer running: slides are not updated.",
  lostAgain: "Foredeck is running again.",
  noScript: "This page needs JavaScript. All of its code comes from Foredeck on this computer.",
} as const;

/** Reasons why the page did not write to the bundle. */
export const WRITES = {
  unreadable: "The bundle cannot be read as a whole at the moment; correct it in your editor first.",
  gone: "The bundle was saved since; click the text again.",
  elsewhere: (file: string): string =>
    `This is written in ${printable(file)}, which the preview does not change.`,
  composed: "This is put together from several places; edit it in your editor.",
  changed: "The bundle was changed since by somebody else; nothing was written. Click the text again.",
  changedSince: "The bundle was changed since, so the last change is not undone.",
  oneLine: "This field takes one line.",
  number: "A number stands here: write one such as 12900 or 12.9.",
  nothing: "There is nothing to undo.",
} as const;

/** Keys of the preview page, each with what it does. */
export const PREVIEW_KEYS: readonly (readonly [keys: string, does: string])[] = [
  ["→ ↓ Space", "Next slide"],
  ["← ↑ Shift+Space", "Previous slide"],
  ["Home, End", "First slide, last slide"],
  ["F", "Full screen"],
  ["O", "Overview of all slides"],
  ["G", "Go to a slide by its number"],
  ["/", "Search the words of all slides and notes"],
  ["+ − 0", "Larger, smaller, fit the window"],
  ["L", "List of all findings"],
  ["D", "List of all decks, where several are shown"],
  [", .", "Previous deck, next deck"],
  ["T, N", "Thumbnails, notes"],
  ["S", "Sent and decided"],
  ["Tab, ↑ ↓", "On a slide: its texts"],
  ["Enter, E", "Edit the text that has the focus, or was clicked"],
  ["U", "Undo the last edit or fixes"],
  ["?", "These keys"],
  ["Esc", "Close what is open"],
];

/** Next steps of the conversation, as the panel of the page says them. */
export const nextStep = {
  name: 'Write "version" and "date" into the bundle',
  final: 'Set "status" to "final" in the bundle',
  look: "See all that would be sent",
  send: (version: string | undefined): string =>
    version === undefined ? "Send it" : `Send version ${printable(version)}`,
  pull: "Read decks and mails that come back",
  settle: (open: number): string => `Settle ${count(open, "open reply", "open replies")}`,
  raise: (version: string): string =>
    `The bundle is not version ${printable(version)} as it was sent: raise "version" in it`,
  sendNext: "Send the new version",
  decide: 'After the meeting, write "decided" into the bundle, and keep the record',
  record: "Keep the record of the decision",
  thanks: "Thank those who gave something",
  next: (result: "no" | "later"): string =>
    `See the next version, which answers the reasons of the ${result}`,
  nextOpen: "Open it in the bundle",
} as const;

/** A reader with the edition that they got. */
export const sentTo = (name: string, edition: string | undefined): string =>
  edition === undefined ? printable(name) : `${printable(name)} (edition ${edition})`;

const RESULTS = { yes: "Yes", no: "No", later: "Later", changed: "Yes, with changes" } as const;

export const resultName = (result: keyof typeof RESULTS): string => RESULTS[result];

/** Decision on an earlier version: "No, 2026-12-05". */
export const decidedThen = (result: keyof typeof RESULTS, date: string): string =>
  `${RESULTS[result]}, ${date}`;

/** Names of the facts of a decision. */
export const decisionFacts = {
  result: "Result",
  by: "Decided by",
  date: "On",
  version: "Version",
  because: "Because",
  conditions: "On condition",
  lessons: "Learned",
} as const;

const ANSWERS = { yes: "yes", no: "no", if: "yes, if" } as const;

/** Answers of a reader in words: "yes, if; 1 mail, 2 comments; last on 2026-11-20". */
export const readerSaid = (said: {
  readonly at: string | undefined;
  readonly decision: keyof typeof ANSWERS | undefined;
  readonly mails: number;
  readonly comments: number;
  readonly edits: number;
}): string => {
  const parts = [
    ...(said.mails > 0 ? [count(said.mails, "mail")] : []),
    ...(said.comments > 0 ? [count(said.comments, "comment")] : []),
    ...(said.edits > 0 ? [count(said.edits, "edit")] : []),
  ].join(", ");
  return [
    ...(said.decision === undefined ? [] : [ANSWERS[said.decision]]),
    parts,
    ...(said.at === undefined ? [] : [`last on ${printable(said.at)}`]),
  ].join("; ");
};

export const findingCounts = (errors: number, warnings: number): string =>
  errors + warnings === 0
    ? "no findings"
    : [
        ...(errors > 0 ? [count(errors, "error")] : []),
        ...(warnings > 0 ? [count(warnings, "warning")] : []),
      ].join(", ");

export const previewAt = (files: readonly string[], url: string): string =>
  `${files.length === 1 ? printable(files[0] ?? "") : count(files.length, "bundle")} at ${url}\nThe page is updated each time you save. Press Ctrl-C to stop.`;

/** A line about one of several bundles. */
export const previewOf = (file: string, line: string): string => `${printable(file)}: ${line}`;

/** The line that the terminal shows after each save. */
export const previewDrawn = (changed: number, ms: number, counts: string): string =>
  `${changed === 0 ? "no slide changed" : `${count(changed, "slide")} updated`} in ${Math.round(ms)} ms; ${counts}`;

export const previewBroken = (counts: string): string => `${counts}; the page still shows the version before`;

export const previewPortTaken = (port: number): Diagnostic =>
  error("cli/preview", {}, `Port ${port} is in use by another program.`, {
    hint: "Choose another with --port, or leave --port out to get a free one.",
  });

export const previewPortRefused = (port: number): Diagnostic =>
  error("cli/preview", {}, `You do not have permission to use port ${port}.`, {
    hint: "Choose a port above 1023.",
  });

export const previewNotBuilt = (): Diagnostic =>
  error("cli/preview", {}, "The scripts of the preview page are missing.", {
    hint: "In a checkout, npm run build creates them; the published package contains them.",
  });

export const unknownEditor = (
  editor: string,
  near: string | undefined,
  known: readonly string[],
): Diagnostic =>
  error("cli/editor", {}, `Foredeck does not know how to open ${quoted(editor, 200)}.`, {
    hint: `${near === undefined ? "" : `Did you mean ${near}? `}Choose ${either(known)}, or give an address such as my-editor://open?file={file}&line={line}.`,
  });

/** Said after the first build of --watch. */
export const watching = (files: readonly string[]): string =>
  `Watching ${files.length === 1 ? printable(files[0] ?? "") : count(files.length, "bundle")}. Press Ctrl-C to stop.`;

export const watchToStdout = (): Diagnostic =>
  error("cli/watch", {}, "--watch writes a deck repeatedly, but standard output (-o -) takes only one.", {
    hint: "Name a file with -o.",
  });

export const watchOfInput = (): Diagnostic =>
  error("cli/watch", {}, "--watch waits for files to be saved, but standard input is read only once.", {
    hint: "Name the file in place of -.",
  });

export const browserNotOpened = (url: string): string =>
  `The browser could not be opened; the page is at ${url}`;
