import type { Diagnostic, Refusal } from "../diagnostics/diagnostic.ts";
import { pretty } from "../diagnostics/reporters/pretty.ts";
import type { Exit } from "./exit.ts";
import type { Io } from "./io.ts";

/** More than this nobody reads; --json has them all. */
const SHOWN = 50;

/** Prints findings on standard error. */
export async function report(diagnostics: readonly Diagnostic[], io: Io): Promise<void> {
  if (diagnostics.length === 0) return;
  await io.err.write(
    pretty(diagnostics, { colour: io.err.colour, width: Math.min(io.err.width, 120), limit: SHOWN }),
  );
}

/** Prints what a stage refused, and gives the exit code for it. */
export async function refuse(refusal: Refusal, io: Io): Promise<Exit> {
  await report(refusal.diagnostics, io);
  return refusal.exit;
}
