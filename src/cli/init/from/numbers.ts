import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { PROPOSED, type StarterNumbers } from "../../../diagnostics/messages/index.ts";
import type { Host } from "../../../host/host.ts";
import { DEFAULT_CURRENCY } from "../../../model/bundle/index.ts";
import { readTables } from "../../../read/tables.ts";
import type { Proposal } from "./propose.ts";
import { isCurrency } from "./unit.ts";

/** Proposals whose table can be read as they name it, and findings that are in the way of the others. */
export async function readable(
  proposals: readonly Proposal[],
  bundle: string,
  host: Host,
  root: string,
): Promise<{ readonly sound: readonly Proposal[]; readonly problems: readonly Diagnostic[] }> {
  const place = { file: bundle, line: 1, column: 1 };
  const places = { value: () => place, field: () => place };
  const sound: Proposal[] = [];
  const problems: Diagnostic[] = [];
  for (const proposal of proposals) {
    const { unit, fields } = proposal;
    const part = { ...(unit === undefined ? {} : { unit }), ...fields };
    const value = proposal.kind === "metric" ? { metrics: [part] } : { charts: [part] };
    const found = (await readTables(value, bundle, host, root, places)).problems;
    problems.push(...found);
    if (found.length === 0) sound.push(proposal);
  }
  const key = ({ code, what, place }: Diagnostic): string => JSON.stringify([code, what, place]);
  return { sound, problems: [...new Map(problems.map((one) => [key(one), one])).values()] };
}

/**
 * Proposals as parts of a new bundle; `source` is JSON of where they come from, `asOf` the day the file was saved. The goal
 * is measured by the first metric; where the file gives charts alone, by that of a bundle without a file.
 */
export function numbersOf(
  metrics: readonly Proposal[],
  charts: readonly Proposal[],
  source: string,
  asOf: string,
  otherwise: StarterNumbers,
): StarterNumbers {
  const [measure] = metrics;
  const money = [...metrics, ...charts].find(({ unit }) => unit !== undefined && isCurrency(unit))?.unit;
  return {
    currency: money ?? DEFAULT_CURRENCY,
    sources: [source],
    metrics: measure === undefined ? otherwise.metrics : metrics.map((metric) => metricText(metric, asOf)),
    charts: charts.map((chart) => chartText(chart, asOf)),
    measure: measure?.id ?? otherwise.measure,
    because:
      measure === undefined || measure.periods < 2 ? PROPOSED.becauseOfChart : PROPOSED.because(measure.id),
    contribution: measure === undefined ? otherwise.contribution : PROPOSED.contribution,
    evidence: (charts.length > 0 ? charts : metrics).map(({ id }) => id),
  };
}

const json = (value: unknown): string =>
  JSON.stringify(value, undefined, 1)
    .replaceAll(/\n\s*/g, " ")
    .replaceAll(/^\[ | \]$/g, (found) => found.trim());

function metricText({ id, name, unit, fractions, fields }: Proposal, asOf: string): string {
  return [
    "{",
    `  "id": ${json(id)}, // sentences can use {{${id}.latest}}, {{${id}.first}}, {{${id}.change}} …`,
    `  "name": ${json(name)},`,
    unitText(unit),
    ...(unit === "%" && fractions ? [`  ${PROPOSED.fractions}`] : []),
    `  ${PROPOSED.asBetter}`,
    `  "owner": "owner",`,
    `  "source": "source",`,
    `  "asOf": ${json(asOf)},`,
    `  "supports": ["goal"],`,
    `  "values": ${json(fields["values"])}`,
    "}",
  ].join("\n");
}

const unitText = (unit: string | undefined): string =>
  unit === undefined ? `  "unit": ${json(PROPOSED.unit)}, ${PROPOSED.asUnit}` : `  "unit": ${json(unit)},`;

function chartText({ id, name, unit, fields }: Proposal, asOf: string): string {
  const own = "data" in fields;
  return [
    "{",
    `  "id": ${json(id)},`,
    ...Object.entries(fields)
      .filter(([field]) => field !== "data")
      .map(([field, value]) => `  ${json(field)}: ${json(value)},`),
    ...(own
      ? [unitText(unit), `  "owner": "owner",`, `  "source": "source",`, `  "asOf": ${json(asOf)},`]
      : []),
    `  "supports": ["goal"],`,
    ...(own ? [`  "data": ${json(fields["data"])},`] : []),
    `  "message": ${json(PROPOSED.message(name))} // becomes the title of its slide`,
    "}",
  ].join("\n");
}
