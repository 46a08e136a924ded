import type { Diagnostic } from "../diagnostic.ts";
import { error, quoted } from "../make.ts";

/** What the machine or the installation lacks; the fault of neither the bundle nor Foredeck. */

export const tooManyOpenFiles = (code: string): Diagnostic =>
  error("host/open-files", {}, `The system allows no more open files (${code}).`, {
    why: "Nothing more could be read or written. Decks that were there before are as they were.",
    hint: "Close other programs, allow more (ulimit -n 1024), or use fewer threads (--jobs 1); then run the command again.",
  });

export const diskIsFull = (file: string | undefined): Diagnostic =>
  error(
    "host/disk-full",
    {},
    file === undefined ? "The disk is full." : `The disk is full; ${quoted(file, 200)} could not be written.`,
    {
      why: "Decks that were there before are as they were.",
      hint: "Make room, then run the command again.",
    },
  );

export const noMemory = (): Diagnostic =>
  error("host/memory", {}, "The system has no more memory to give.", {
    why: "Decks that were there before are as they were.",
    hint: "Use fewer threads (--jobs 1), or a machine or container with more memory.",
  });

export const packageUnloadable = (name: string): Diagnostic =>
  error("host/package", {}, `The package ${quoted(name, 100)}, which Foredeck needs, cannot be loaded.`, {
    why: "The installation is incomplete, or the system allows no more open files.",
    hint: "Install again (npm ci, or npm install). If the package is there, allow more open files (ulimit -n 1024).",
  });

const DRAWN =
  "PNG and charts as pictures are drawn with it, and in a PDF emoji, GIFs and pictures with transparency.";

export const canvasMissing = (reason: "missing" | "system"): Diagnostic =>
  reason === "missing"
    ? error("host/canvas", {}, "The optional package @napi-rs/canvas is not installed.", {
        why: DRAWN,
        hint: "Install it beside Foredeck: npm install @napi-rs/canvas. All else is written without it.",
      })
    : error("host/canvas", {}, "The package @napi-rs/canvas has no binary that runs on this system.", {
        why: DRAWN,
        hint: "Install it again on this system, with its optional dependencies: npm install @napi-rs/canvas.",
      });

/** Standard output or standard error takes nothing more; its reader is there. */
export const streamFailed = (stream: "output" | "error", code: string): Diagnostic =>
  error(
    "host/stream",
    {},
    code === "ENOSPC" || code === "EDQUOT"
      ? `Standard ${stream} could not be written: the disk that it is sent to is full.`
      : `Standard ${stream} could not be written (${code}).`,
    {
      why: "What was printed is incomplete. Files that the command wrote are whole.",
      hint: "Send it to a place with room, then run the command again.",
    },
  );
