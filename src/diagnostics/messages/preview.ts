import type { Diagnostic } from "../diagnostic.ts";
import { count, either, error, quoted } from "../make.ts";
import { printable } from "../terminal.ts";

/** Every word of the preview page that is not part of the deck; the page fills in what stands in braces. */
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
  findings: "Findings on this slide",
  noFindings: "None on this slide.",
  general: "Findings on the whole deck",
  error: "Error",
  warning: "Warning",
  why: "Why",
  hint: "Hint",
  writtenAt: "Written at",
  clickForPlace: "Click any text or figure to see where it is written.",
  parts: "What stands on this slide",
  open: "Open in the editor",
  place: "{file}, line {line}, column {column}",
  showThumbnails: "Thumbnails",
  showNotes: "Notes",
  previous: "Previous slide",
  next: "Next slide",
  print: "Print",
  keys: "Keys: ← → Home End slides · T thumbnails · N notes · Esc close",
  broken: "What was saved last cannot be shown",
  brokenBefore: "You see the deck as it was before.",
  nothingYet: "There is no deck to show yet.",
  redrawn: "Redrawn at {time}: {changed}",
  changedNone: "no slide changed",
  changedOne: "slide {number} changed",
  changedMany: "{count} slides changed",
  stillBroken: "Saved at {time}: cannot be shown",
  mended: "Mended at {time}: {changed}",
  waiting: "Waiting for the first deck …",
  lost: "Foredeck no longer runs: slides are not redrawn.",
  lostAgain: "Foredeck runs again.",
  noScript: "This page needs JavaScript. All of it comes from Foredeck on your own machine.",
} as const;

export const findingCounts = (errors: number, warnings: number): string =>
  errors + warnings === 0
    ? "no findings"
    : [
        ...(errors > 0 ? [count(errors, "error")] : []),
        ...(warnings > 0 ? [count(warnings, "warning")] : []),
      ].join(", ");

export const previewAt = (file: string, url: string): string =>
  `${printable(file)} at ${url}\nIt is redrawn each time you save. Ctrl-C ends it.`;

/** One line a save, for those who watch the terminal. */
export const previewDrawn = (changed: number, ms: number, counts: string): string =>
  `${changed === 0 ? "no slide changed" : `${count(changed, "slide")} redrawn`} in ${Math.round(ms)} ms; ${counts}`;

export const previewBroken = (counts: string): string => `${counts}; the deck before stays on the page`;

export const previewPortTaken = (port: number): Diagnostic =>
  error("cli/preview", {}, `Port ${port} is taken by another program.`, {
    hint: "Choose another with --port, or leave it out: a free one is found.",
  });

export const previewPortRefused = (port: number): Diagnostic =>
  error("cli/preview", {}, `You may not use port ${port}.`, { hint: "Choose one above 1023." });

export const previewNotBuilt = (): Diagnostic =>
  error("cli/preview", {}, "The scripts of the preview page are not there.", {
    hint: "npm run build makes them; the published package has them.",
  });

export const unknownEditor = (
  editor: string,
  near: string | undefined,
  known: readonly string[],
): Diagnostic =>
  error("cli/editor", {}, `${quoted(editor, 200)} is no editor that can be opened by an address.`, {
    hint: `${near === undefined ? "" : `Did you mean ${near}? `}There are ${either(known).replace(/ or /, " and ")}; or give an address such as my-editor://open?file={file}&line={line}.`,
  });

/** After the first build of --watch. */
export const watching = (files: readonly string[]): string =>
  `Watching ${files.length === 1 ? printable(files[0] ?? "") : count(files.length, "bundle")}. Ctrl-C ends it.`;

export const watchToStdout = (): Diagnostic =>
  error("cli/watch", {}, "--watch writes a deck again and again; -o - has room for one.", {
    hint: "Name a file with -o.",
  });

export const watchOfInput = (): Diagnostic =>
  error("cli/watch", {}, "--watch waits for files to be saved; standard input is read once.", {
    hint: "Name the file in place of -.",
  });

export const browserNotOpened = (url: string): string => `No browser could be opened; the page is at ${url}`;
