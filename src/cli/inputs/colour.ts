import { InvalidArgumentError } from "commander";
import { HELP } from "../../diagnostics/messages/help.ts";

/** A colour as people write it, #0a5fb4, in the way of themes: 0A5FB4. */
export function colour(text: string): string {
  const [, digits = ""] = /^#?([0-9a-f]{6})$/i.exec(text.trim()) ?? [];
  if (digits === "") throw new InvalidArgumentError(HELP.notAColour);
  return digits.toUpperCase();
}
