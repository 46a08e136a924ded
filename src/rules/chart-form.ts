import { parsePeriod } from "../base/period.ts";
import { count, quoted } from "../diagnostics/make.ts";
import type { Bundle, Chart } from "../model/bundle/index.ts";
import type { Finding, Rule } from "./rule.ts";

const MOST_SERIES = 5;
const MOST_PARTS = 3;
/** Kinds that draw categories as lengths side by side, in the order given unless told otherwise. */
const LENGTHS: ReadonlySet<string> = new Set(["column", "stacked", "stacked100"]);
/** Kinds that draw each measure on its own axis or row, and grids whose columns are no series to be told apart. */
const OWN_AXES: ReadonlySet<string> = new Set(["combo", "scorecard", "bullet"]);
const GRIDS: ReadonlySet<string> = new Set(["heatmap", "scorecard", "bullet", "slope", "multiples"]);
const ROUND: ReadonlySet<string> = new Set(["doughnut", "pie"]);

export const chartForm: Rule = {
  code: "chart/form",
  severity: "warning",
  on: "bundle",
  asks: "Charts have at most five series, one measure to an axis, sorted categories unless their order is declared, and no pie of more than three parts.",
  why: "A form that is hard to read hides the point that it was drawn for.",
  hint: "Draw fewer things, or choose another kind.",
  source: "IBCS, EXPRESS and SIMPLIFY; Few, Show Me the Numbers; Cleveland and McGill 1984",
  examples: {
    valid: {
      charts: [
        {
          id: "causes",
          kind: "column",
          message: "Half of those who left waited too long",
          supports: ["g"],
          unit: "%",
          source: "s",
          asOf: "2026-10-31",
          data: [
            { label: "Waiting", value: 51 },
            { label: "Price", value: 33 },
            { label: "Other", value: 16 },
          ],
        },
      ],
    },
    invalid: {
      charts: [
        {
          id: "causes",
          kind: "column",
          message: "Half of those who left waited too long",
          supports: ["g"],
          unit: "%",
          source: "s",
          asOf: "2026-10-31",
          data: [
            { label: "Price", value: 33 },
            { label: "Other", value: 16 },
            { label: "Waiting", value: 51 },
          ],
        },
      ],
    },
  },
  check: ({ bundle }) =>
    (bundle.charts ?? []).flatMap((chart, n) => {
      const name = `The chart ${quoted(chart.id)}`;
      const out: Finding[] = [];
      const parts = chart.data?.length ?? 0;
      if (ROUND.has(chart.kind) && parts > MOST_PARTS) {
        out.push({
          what: `${name} cuts a circle into ${count(parts, "part")}; three can be compared.`,
          hint: 'Draw it as "kind": "bar".',
          path: ["charts", n, "kind"],
        });
      }
      const series = chart.series?.length ?? chart.metrics?.length ?? 0;
      if (series > MOST_SERIES && !GRIDS.has(chart.kind)) {
        out.push({
          what: `${name} has ${count(series, "series", "series")}; ${MOST_SERIES} can be told apart.`,
          hint: "Show the ones that the message is about, and the rest as one.",
          path: ["charts", n, chart.series === undefined ? "metrics" : "series"],
        });
      }
      const measures = measuresOf(bundle, chart);
      if (measures.length > 1 && !OWN_AXES.has(chart.kind)) {
        out.push({
          what: `${name} draws ${measures.join(" and ")} on one axis.`,
          hint: "Make a chart of each, one below the other.",
          path: ["charts", n, "metrics"],
        });
      }
      const unsorted = unsortedAt(chart);
      if (unsorted !== undefined) {
        out.push({
          what: `${name} is not sorted: ${quoted(unsorted)} stands out of order.`,
          hint: 'Write "order": "size", or "order": "given" when the categories have an order of their own.',
          path: ["charts", n, "data"],
        });
      }
      return out;
    }),
};

const measuresOf = (bundle: Bundle, chart: Chart): readonly string[] => [
  ...new Set(
    (chart.metrics ?? []).flatMap((id) => bundle.metrics?.find((metric) => metric.id === id)?.unit ?? []),
  ),
];

/** The first category that breaks the order, up or down; undefined where they are sorted or are periods. */
function unsortedAt(chart: Chart): string | undefined {
  const data = chart.data ?? [];
  if (!LENGTHS.has(chart.kind) || chart.order !== undefined || chart.metrics !== undefined) return undefined;
  if (data.every((datum) => parsePeriod(datum.label) !== undefined)) return undefined;
  const size = (n: number): number => {
    const datum = data[n];
    const values = datum?.values ?? [datum?.value ?? null];
    const first = values[0] ?? 0;
    const whole = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    // The order of the kinds: stacks by their total, shares by the share of the first part.
    if (chart.kind === "stacked") return whole;
    return chart.kind === "stacked100" ? (whole === 0 ? 0 : first / whole) : first;
  };
  const at = data.findIndex((_, n) => n > 0 && size(n) > size(n - 1));
  const rises = data.every((_, n) => n === 0 || size(n) >= size(n - 1));
  return at < 0 || rises ? undefined : data[at]?.label;
}
