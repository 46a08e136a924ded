import type { Diagnostic } from "../diagnostic.ts";
import { error, quoted } from "../make.ts";

/** Messages about limits of the machine and faults of the installation, not of the bundle or Foredeck. */

export const tooManyOpenFiles = (code: string): Diagnostic =>
  error("host/open-files", {}, `The system allows no more open files (${code}).`, {
    why: "Nothing more could be read or written. Existing decks are unchanged.",
    hint: "Close other programs, allow more (ulimit -n 1024), or use fewer threads (--jobs 1); then run the command again.",
  });

export const diskIsFull = (file: string | undefined): Diagnostic =>
  error(
    "host/disk-full",
    {},
    file === undefined ? "The disk is full." : `The disk is full; ${quoted(file, 200)} could not be written.`,
    {
      why: "Existing decks are unchanged.",
      hint: "Free some space, then run the command again.",
    },
  );

export const noMemory = (): Diagnostic =>
  error("host/memory", {}, "The system is out of memory.", {
    why: "Existing decks are unchanged.",
    hint: "Use fewer threads (--jobs 1), or a machine or container with more memory.",
  });

export const packageUnloadable = (name: string): Diagnostic =>
  error("host/package", {}, `The package ${quoted(name, 100)}, which Foredeck needs, cannot be loaded.`, {
    why: "The installation is incomplete, or the system allows no more open files.",
    hint: "Install again (npm ci, or npm install). If the package is there, allow more open files (ulimit -n 1024).",
  });

const DRAWN =
  "Foredeck needs it to draw PNG files and charts as pictures, and for emoji, GIFs and transparent pictures in a PDF.";

export const canvasMissing = (reason: "missing" | "system"): Diagnostic =>
  reason === "missing"
    ? error("host/canvas", {}, "The optional package @napi-rs/canvas is not installed.", {
        why: DRAWN,
        hint: "Install it beside Foredeck: npm install @napi-rs/canvas. Everything else works without it.",
      })
    : error("host/canvas", {}, "The package @napi-rs/canvas has no binary that runs on this system.", {
        why: DRAWN,
        hint: "Install it again on this system, with its optional dependencies: npm install @napi-rs/canvas.",
      });

export const protocolMissing = (): Diagnostic =>
  error("host/mcp", {}, "The optional package @modelcontextprotocol/server is not installed.", {
    why: "foredeck mcp speaks the Model Context Protocol with it.",
    hint: "Install it beside Foredeck: npm install @modelcontextprotocol/server. Everything else works without it.",
  });

/** Standard output or standard error failed although its reader is still there. */
export const streamFailed = (stream: "output" | "error", code: string): Diagnostic =>
  error(
    "host/stream",
    {},
    code === "ENOSPC" || code === "EDQUOT"
      ? `Standard ${stream} could not be written: the disk that it is redirected to is full.`
      : `Standard ${stream} could not be written (${code}).`,
    {
      why: "The printed text is incomplete. Files that the command wrote are complete.",
      hint: "Redirect it to a disk with free space, then run the command again.",
    },
  );
