import type { Diagnostic } from "../diagnostic.ts";
import { type At, error } from "../make.ts";

/** Messages about foredeck.config.json, and what `foredeck config` prints. */

export const projectNoObject = (at: At, file: string): Diagnostic =>
  error("project/no-object", at, `${file} is not an object { … }.`, {
    hint: "Write {} for a project without settings.",
  });

/** `fields` may be set from outside. */
export const setRefused = (key: string, fields: readonly string[]): Diagnostic =>
  error("set/field", {}, `--set cannot change ${key}.`, {
    why: "A pipeline fills in when and which version it is; what carries the argument or a figure is written in the bundle.",
    hint: `These can be set: ${fields.join(", ")}.`,
  });

export const setNoValue = (text: string): Diagnostic =>
  error("set/form", {}, `--set ${text} does not have the form key=value.`, {
    hint: "For example: --set version=1.2 --set date=2026-11-18",
  });

export const noProject = (): string =>
  "No foredeck.config.json is in this folder or above it; these are the defaults.";

export const CONFIG_HEADINGS = ["Setting", "Value", "From"] as const;
