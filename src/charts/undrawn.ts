import { ZodError } from "zod";
import { Decimal } from "../base/decimal.ts";
import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { chartUndrawn } from "../diagnostics/messages/index.ts";
import { SCALES, VALUE_KINDS } from "../model/bundle/common.ts";
import type { Chart } from "../model/bundle/index.ts";
import type { Exhibit } from "../model/chart.ts";
import type { JsonPath } from "../model/figures.ts";
import type { ChartKind } from "./kind.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Fields that slides and figures use beside the drawing, and annotations, which a kind draws or refuses. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...["id", "kind", "message", "meaning", "supports", "source", "asOf", "owner", "assumption", "holds"],
  ...["metrics", "data", "show", "marks", "compare", "callouts"],
]);
/** Fields that the list of methods states for a chart of its own data, so they need no warning there. */
const SAID: ReadonlySet<string> = new Set(["measure", "valueKind"]);

/** Values that say what is so when nothing is said. */
const USUAL: ReadonlySet<unknown> = new Set([undefined, null, false, "actual", "native", "given"]);

/**
 * Fields of a chart that change nothing in its drawing, each a warning. A field is drawn where the exhibit without it, or
 * with another value, is another exhibit or none: so this holds for whatever a kind does with its fields.
 * @param lower as the chart was lowered, with all that its context adds
 */
export function undrawn(
  chart: Chart,
  { name, annotations }: Pick<ChartKind, "name" | "annotations">,
  lower: (chart: Chart) => Exhibit,
  from: JsonPath,
): readonly Diagnostic[] {
  const drawingOf = (given: Chart): string | undefined => {
    try {
      return JSON.stringify(lower(given));
    } catch (cause) {
      if (cause instanceof DiagnosticsError) return "refused";
      // A chart that the schema refuses cannot be drawn.
      if (cause instanceof ZodError) return undefined;
      throw cause;
    }
  };
  const before = drawingOf(chart);
  /** True where one of the charts is drawn differently, or none can be drawn. */
  const change = (charts: readonly object[]): boolean => {
    const after = charts.map((each) => drawingOf(each as Chart)).filter((each) => each !== undefined);
    return after.length === 0 || after.some((each) => each !== before);
  };
  const ofMetrics = (chart.metrics ?? []).length > 0;
  const about = { name, annotations, ofMetrics };
  const found: Diagnostic[] = [];

  for (const [field, value] of Object.entries(chart)) {
    if (ELSEWHERE.has(field) || USUAL.has(value) || (SAID.has(field) && !ofMetrics)) continue;
    // The good direction colours a comparison, which the chart may just not make.
    if (field === "better" && annotations.includes("compare")) continue;
    const parts = typeof value === "object" && value !== null && !Array.isArray(value);
    for (const [inner, part] of parts ? Object.entries(value) : [[undefined, value] as const]) {
      const tries = others(inner ?? field, part);
      const charts = tries.map((other) => ({
        ...chart,
        [field]: inner === undefined ? other : { ...(value as Fields), [inner]: other },
      }));
      const at = [field, ...(inner === undefined ? [] : [inner])];
      if (!change(charts))
        found.push(chartUndrawn({ path: [...from, ...at] }, chart.id, at.join("."), about));
    }
  }

  for (const { field, places, changes } of dataFields(chart)) {
    const still = places.filter((group) => !change(changes(group).map((data) => ({ ...chart, data }))));
    const [first] = still[0] ?? [];
    if (first === undefined) continue;
    const path = [...from, "data", first, ...field];
    const count = { without: still.flat().length, of: chart.data?.length ?? 0 };
    found.push(chartUndrawn({ path }, chart.id, String(field[0]), about, count));
  }
  return found;
}

/** A field of the data: where it says something, in groups that a kind may draw differently, and the data with other values there. */
interface DataField {
  readonly field: JsonPath;
  readonly places: readonly (readonly number[])[];
  readonly changes: (places: readonly number[]) => readonly (readonly Fields[])[];
}

function dataFields(chart: Chart): readonly DataField[] {
  const data = (chart.data ?? []) as readonly Fields[];
  const names = new Set(data.flatMap((datum) => Object.keys(datum)));
  names.delete("label");
  return [...names].flatMap((name): readonly DataField[] => {
    const width = Math.max(0, ...data.map((datum) => listOf(datum[name]).length));
    if (width > 0)
      return Array.from({ length: width }, (_, n) =>
        dataField(data, [name, n], (datum) => listOf(datum[name])[n]),
      );
    return [dataField(data, [name], (datum) => datum[name])];
  });
}

function dataField(data: readonly Fields[], field: JsonPath, readIn: (datum: Fields) => unknown): DataField {
  const groups = new Map<string, number[]>();
  data.forEach((datum, n) => {
    if (USUAL.has(readIn(datum))) return;
    const group = JSON.stringify([datum["kind"], datum["total"]]);
    groups.set(group, [...(groups.get(group) ?? []), n]);
  });
  const [name = "", index] = field;
  const tries = (n: number): readonly unknown[] => others(String(name), readIn(data[n] ?? {}));
  const changed = (datum: Fields, value: unknown): Fields =>
    typeof index === "number"
      ? { ...datum, [name]: listOf(datum[name]).with(index, value ?? null) }
      : { ...datum, [name]: value };
  return {
    field,
    places: [...groups.values()],
    changes: (places) => [
      ...Array.from({ length: Math.max(...places.map((n) => tries(n).length)) }, (_, k) =>
        data.map((datum, n) => (places.includes(n) ? changed(datum, tries(n).at(k)) : datum)),
      ),
      // A mark that only one of the data may have is moved to the others.
      ...(places.some((n) => readIn(data[n] ?? {}) === true)
        ? [data.map((datum) => changed(datum, readIn(datum) !== true))]
        : []),
    ],
  };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  kind: VALUE_KINDS,
  valueKind: VALUE_KINDS,
  scale: SCALES,
  better: ["higher", "lower"],
  order: ["size", "given"],
  render: ["native", "picture"],
};
const MOST_DECIMALS = 6;

/** No value, and others of its type. */
function others(field: string, value: unknown): readonly unknown[] {
  const choices = CHOICES[field];
  if (choices !== undefined) return [undefined, ...choices.filter((choice) => choice !== value)];
  switch (typeof value) {
    case "boolean":
      return [undefined, !value];
    case "number":
      // With as many decimals as before, which the whole chart may share.
      return [
        undefined,
        field === "decimals" ? (value + 1) % (MOST_DECIMALS + 1) : new Decimal(value).plus(10).toNumber(),
      ];
    case "string":
      return [undefined, `${value}x`];
    default:
      return Array.isArray(value) && value.every((item) => typeof item === "string")
        ? [undefined, value.map((item) => `${item}x`)]
        : [undefined];
  }
}
