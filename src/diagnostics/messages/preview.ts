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
  somebody: "Somebody without a name",
  replyOn: "On “{words}”",
  replySlide: "Slide {number}: {title}",
  repliesMore: "{count} more are open; foredeck replies lists all.",
  repliesSettled: "{count} settled.",
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
  showThumbnails: "Thumbnails",
  showNotes: "Notes",
  previous: "Previous slide",
  next: "Next slide",
  print: "Print",
  keys: "Keys: ← → Home End slides · T thumbnails · N notes · Esc close",
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

export const findingCounts = (errors: number, warnings: number): string =>
  errors + warnings === 0
    ? "no findings"
    : [
        ...(errors > 0 ? [count(errors, "error")] : []),
        ...(warnings > 0 ? [count(warnings, "warning")] : []),
      ].join(", ");

export const previewAt = (file: string, url: string): string =>
  `${printable(file)} at ${url}\nThe page is updated each time you save. Press Ctrl-C to stop.`;

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
