import type { Diagnostic } from "../diagnostic.ts";
import { type At, error, quoted, warning } from "../make.ts";

/** The way to a smaller template. */
export const SLIM =
  "Delete its sample slides and unused layouts, and compress its pictures in PowerPoint (Picture Format > Compress Pictures > all pictures).";

const LEARN = (template: string): string => `Run foredeck template learn ${template}.`;

/** A template, or its contract, that is not there or may not be read. */
export function templateNotRead(at: At, file: string, code: string, limit: number): Diagnostic {
  const name = `The template ${quoted(file)}`;
  if (code === "EOUTSIDE")
    return error("template/outside", at, `${name} lies outside the folder of the bundle.`, {
      why: "A bundle reads nothing but its own folder, so that it can be moved and checked anywhere.",
      hint: "Copy the template and its contract into the folder of the bundle, or below it.",
    });
  if (code === "ENOENT")
    return error("template/missing", at, `${name} does not exist.`, {
      hint: `${"path" in at ? "Paths are relative to the bundle's file." : "A path on the command line is relative to the folder that you are in."} A contract is written by foredeck template learn, beside the template.`,
    });
  if (code === "EFBIG")
    return error(
      "template/too-large",
      at,
      `${name} is larger than ${Math.round(limit / 1_048_576)} MB, the most that are read.`,
      { hint: SLIM },
    );
  return error("template/not-read", at, `${name} cannot be read (${code}).`, {
    hint: "Check that it is a file and that you may read it.",
  });
}

/** A contract that is no JSON. */
export const contractNotJson = (at: At, file: string, reason: string, offset: number): Diagnostic =>
  error(
    "template/contract-not-json",
    at,
    `The contract ${quoted(file)} is not JSON: ${reason} at character ${offset + 1}.`,
    {
      hint: "Mend it there, or delete it and learn the template again.",
    },
  );

/** A field of a contract that is not what it must be. */
export const contractInvalid = (at: At, file: string, field: string, reason: string): Diagnostic =>
  error(
    "template/contract-invalid",
    at,
    `The contract ${quoted(file)} is not valid${field === "" ? "" : ` at ${quoted(field)}`}: ${reason}.`,
    { hint: "Mend the field, or delete the contract and learn the template again." },
  );

/** A contract that names layouts which its template does not have. */
export const contractStale = (at: At, file: string, template: string, parts: readonly string[]): Diagnostic =>
  error(
    "template/contract-stale",
    at,
    `The template ${quoted(template)} has no ${parts.join(", ")}, which its contract ${quoted(file)} names.`,
    { why: "The template was changed after it was learned.", hint: LEARN(template) },
  );

/** A template that is another file than the one that was learned. */
export const templateChanged = (at: At, file: string, template: string): Diagnostic =>
  warning(
    "template/changed",
    at,
    `The template ${quoted(template)} has changed since ${quoted(file)} was written.`,
    {
      why: "Places and colours in the contract may no longer be those of the template.",
      hint: LEARN(template),
    },
  );

/** A template that is named without its contract. */
export const templateNotLearned = (at: At, template: string): Diagnostic =>
  warning(
    "template/not-learned",
    at,
    `The template ${quoted(template)} is used as it is read, without a contract.`,
    {
      why: "A contract says what was found in it, can be edited, and keeps the measures of fonts that this computer may not have.",
      hint: `${LEARN(template)} Then name the contract in its place.`,
    },
  );
