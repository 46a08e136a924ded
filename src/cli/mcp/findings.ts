import { z } from "zod";
import { pathText } from "../../base/json-path.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { foldPoints } from "../../diagnostics/findings/index.ts";
import { findingText, moreFindings } from "../../diagnostics/messages/mcp.ts";

/** Findings that an answer names at most: a model mends them in turns. */
const MOST = 40;

export const FoundOutput = {
  errors: z.int(),
  warnings: z.int(),
  findings: z.array(
    z.object({
      severity: z.enum(["error", "warning"]),
      rule: z.string(),
      what: z.string(),
      hint: z.string().optional(),
      why: z.string().optional(),
      path: z.string().optional(),
      file: z.string().optional(),
      line: z.int().optional(),
      column: z.int().optional(),
      cell: z.string().optional(),
      slide: z.int().optional(),
    }),
  ),
  more: z.int().describe("Findings that are not listed"),
};

/** Findings as programs take them, errors first, with how many there are. */
export function structuredFindings(found: readonly Diagnostic[]): Readonly<Record<string, unknown>> {
  const errors = found.filter(({ severity }) => severity === "error").length;
  const shown = inOrder(foldPoints(found)).slice(0, MOST);
  return {
    ...{ errors, warnings: found.length - errors, more: found.length - shown.length },
    findings: shown.map(({ severity, code, what, hint, why, path, place, slide }) => ({
      ...{ severity, rule: code, what },
      ...(hint === undefined ? {} : { hint }),
      ...(why === undefined ? {} : { why }),
      ...(path === undefined || path.length === 0 ? {} : { path: pathText(path) }),
      ...(place === undefined ? {} : { file: place.file, line: place.line, column: place.column }),
      ...(place?.cell === undefined ? {} : { cell: place.cell }),
      ...(slide === undefined ? {} : { slide: slide.number }),
    })),
  };
}

/** The same for a model to read. */
export function findingsText(found: readonly Diagnostic[]): string {
  const shown = inOrder(foldPoints(found)).slice(0, MOST);
  const rest = found.length - shown.length;
  return [
    ...shown.map((one) => findingText(one, pathText(one.path ?? []))),
    ...(rest === 0 ? [] : [moreFindings(rest)]),
  ].join("\n");
}

const inOrder = (found: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...found.filter(({ severity }) => severity === "error"),
  ...found.filter(({ severity }) => severity === "warning"),
];
