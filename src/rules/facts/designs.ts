import type { Bundle, Metric } from "../../model/bundle/index.ts";
import type { PilotWords } from "../languages/reading/pilots.ts";

type Source = NonNullable<Bundle["sources"]>[number];

/** A source that tells of groups which were compared, with what the deck shows of it. */
export interface Design {
  readonly source: Source;
  /** Position of the source in the bundle. */
  readonly at: number;
  readonly charts: NonNullable<Bundle["charts"]>;
}

/** Sources behind the evidence of a reason that are called a pilot, or whose metric is a difference between groups with its range. */
export function designs(
  { why, metrics = [], charts = [], sources = [] }: Bundle,
  words: PilotWords,
): readonly Design[] {
  const evidence = new Set((why.reasons ?? []).flatMap((reason) => reason.evidence));
  return sources.flatMap((source, at): readonly Design[] => {
    const shown = [...metrics, ...charts].filter(
      (each) => each.source === source.id && evidence.has(each.id),
    );
    const effects = metrics.filter((each) => each.source === source.id && isEffect(each, words));
    const tells = words.pilot.test(`${source.name}. ${source.note ?? ""}`) || effects.length > 0;
    return shown.length > 0 && tells
      ? [{ source, at, charts: charts.filter((each) => each.source === source.id) }]
      : [];
  });
}

/** A measured difference between groups: one value with its range, of a measure that is named so. */
function isEffect({ name, unit, values, kind = "actual" }: Metric, { effect }: PilotWords): boolean {
  const [only, ...more] = Array.isArray(values) ? values : [];
  const ranged = only?.low !== undefined && only.high !== undefined;
  return kind === "actual" && more.length === 0 && ranged && (unit === "pp" || effect.test(name));
}
