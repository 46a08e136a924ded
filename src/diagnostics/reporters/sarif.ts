import { pathText } from "../../base/json-path.ts";
import { type Diagnostic, type Place, placeText } from "../diagnostic.ts";
import type { Report, Reporter, RuleFacts } from "./reporter.ts";
import { findingsOf, inFull } from "./reporter.ts";

/**
 * SARIF 2.1.0 (OASIS, sarif-v2.1.0-errata01). Every rule is described, also one that found nothing; what a bundle
 * silences is a suppressed result with its reason (3.27.23, 3.35.4).
 */
export const sarif: Reporter = (report) => {
  const silenced = report.bundles.flatMap((bundle) =>
    bundle.silenced.flatMap((rule) =>
      rule.findings.map((finding) => ({
        ...result(finding),
        suppressions: [{ kind: "inSource", justification: rule.because }],
      })),
    ),
  );
  const rules = descriptors(report);
  const indexOf = new Map(rules.map((rule, index) => [rule.id, index]));
  const results = [...findingsOf(report).map(result), ...silenced].map((each) => ({
    ...each,
    ruleIndex: indexOf.get(each.ruleId) ?? -1,
  }));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "foredeck", semanticVersion: report.version, rules } },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

/** The rules, then the other codes that were found, of which nothing more is to be said. */
function descriptors(report: Report) {
  const known = new Set(report.rules.map((rule) => rule.code));
  const others = [...new Set(findingsOf(report).map((d) => d.code))].filter((code) => !known.has(code));
  return [...report.rules.map(descriptor), ...others.sort().map((id) => ({ id }))];
}

const descriptor = (rule: RuleFacts) => ({
  id: rule.code,
  shortDescription: { text: rule.asks },
  fullDescription: { text: rule.why },
  help: { text: rule.hint },
  defaultConfiguration: { level: rule.severity },
  properties: { source: rule.source },
});

function result(diagnostic: Diagnostic) {
  const { code, severity, place, path, slide } = diagnostic;
  const physical =
    place === undefined
      ? {}
      : {
          physicalLocation: {
            artifactLocation: { uri: uriOf(place.file) },
            ...(place.cell === undefined ? { region: region(place) } : {}),
          },
        };
  const logical = [
    // A workbook has no lines.
    ...(place?.cell === undefined ? [] : [{ fullyQualifiedName: placeText(place), kind: "object" }]),
    ...(path === undefined || path.length === 0
      ? []
      : [{ fullyQualifiedName: pathText(path), kind: "member" }]),
    ...(slide === undefined
      ? []
      : [{ name: slide.title, fullyQualifiedName: `slide ${slide.number}`, kind: "resource" }]),
  ];
  const location = { ...physical, ...(logical.length === 0 ? {} : { logicalLocations: logical }) };
  return {
    ruleId: code,
    level: severity,
    message: { text: inFull(diagnostic) },
    ...(Object.keys(location).length === 0 ? {} : { locations: [location] }),
  };
}

const region = ({ line, column, length, text }: Place) => ({
  startLine: line,
  startColumn: column,
  endColumn: column + Math.max(1, length ?? 1),
  ...(text === undefined ? {} : { snippet: { text } }),
});

/** A relative path as a relative reference, an absolute one as a file URI (3.4.3; RFC 3986, 8089). */
function uriOf(file: string): string {
  const path = file.replaceAll("\\", "/").replaceAll(/\p{Surrogate}/gu, "\ufffd");
  const parts = path.split("/").map(encodeURIComponent).join("/");
  if (path.startsWith("/")) return `file://${parts}`;
  // A drive's colon stands where a scheme's would.
  if (/^[a-z]:\//i.test(path)) return `file:///${parts.replace("%3A", ":")}`;
  return parts;
}
