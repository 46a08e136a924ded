import type { Reporter } from "./reporter.ts";
import { findingsOf } from "./reporter.ts";

/** For programs: one object with the counts, every finding as it is, what each bundle silences and what was skipped. */
export const json: Reporter = (report) => {
  const diagnostics = findingsOf(report);
  const errors = diagnostics.filter((d) => d.severity === "error").length;
  const bundles = report.bundles.map(({ file, ran, findings, silenced, skipped }) => ({
    file,
    rules: ran,
    errors: findings.filter((d) => d.severity === "error").length,
    warnings: findings.filter((d) => d.severity === "warning").length,
    silenced,
    skipped,
  }));
  const result = { version: 1, errors, warnings: diagnostics.length - errors, bundles, diagnostics };
  return `${JSON.stringify(result, undefined, 2)}\n`;
};
