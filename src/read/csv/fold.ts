import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";

/** The first of several findings of one kind, which says how many more there are. */
export const folded = (found: readonly Diagnostic[], of: "cell" | "row"): readonly Diagnostic[] => {
  const [first] = found;
  if (first === undefined || found.length === 1) return found;
  return [messages.andMore(first, found.length - 1, of)];
};
