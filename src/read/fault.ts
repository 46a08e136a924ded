import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** Something wrong in a bundle, and what was most likely meant, where that can be told. */
export interface Fault {
  readonly found: Diagnostic;
  /** The value that was meant: "420000" as 420000, a misspelt id as the one that is there. */
  readonly instead?: unknown;
  /** The name of the field that was meant. */
  readonly rename?: string;
  /** True for a list so long that nothing goes through it. */
  readonly endless?: boolean;
}

export const fault = (found: Diagnostic): Fault => ({ found });
