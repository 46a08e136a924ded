import { decimal, digits, sum } from "../base/decimal.ts";
import { quoted } from "../diagnostics/make.ts";
import type { Chart } from "../model/bundle/index.ts";
import type { Finding, Rule } from "./rule.ts";

const WHOLE = 100;
/** Shares this close to the whole were meant to be all of it. */
const NEAR = 5;
/** Kinds that draw the parts of one whole. */
const WHOLES: ReadonlySet<string> = new Set(["doughnut", "stacked100", "marimekko"]);

export const figuresSum: Rule = {
  code: "figures/sum",
  severity: "error",
  on: "bundle",
  reads: ["ask.amount"],
  asks: "Parts, steps and shares sum to what is shown, and the option that is asked for costs what the ask says.",
  why: "Readers add up what they see; one sum that is off costs the trust in every other number.",
  hint: "Mend the part that is off, or name the rest that is missing.",
  source: "IBCS, CHECK; Zelazny, Say It With Charts",
  examples: {
    valid: {
      charts: [
        {
          id: "causes",
          kind: "bar",
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
          kind: "bar",
          message: "Half of those who left waited too long",
          supports: ["g"],
          unit: "%",
          source: "s",
          asOf: "2026-10-31",
          data: [
            { label: "Waiting", value: 51 },
            { label: "Price", value: 33 },
            { label: "Other", value: 12 },
          ],
        },
      ],
    },
  },
  check: ({ bundle }) => {
    const { ask, options = [], charts = [], currency = "EUR" } = bundle;
    const out: Finding[] = charts.flatMap((chart, n) => shares(chart, n));
    const at = options.findIndex((option) => option.recommended === true);
    const cost = options[at]?.cost;
    const sameCurrency = (ask?.currency ?? currency) === currency;
    const amount = ask?.amount === "none" ? 0 : ask?.amount;
    if (sameCurrency && cost !== undefined && amount !== undefined && cost !== amount) {
      out.push({
        what: `The ask is for ${amount}, but the recommended option ${quoted(options[at]?.name ?? "")} costs ${cost}.`,
        hint: "Write the same amount in both places.",
        path: ["options", at, "cost"],
      });
    }
    return out;
  },
};

/**
 * The shares of a chart are of one whole where its kind says so, or where their sum comes so close that they must be;
 * answers of which people may give several sum to anything. Rounding moves each share by half of its last digit.
 */
function shares(chart: Chart, n: number): readonly Finding[] {
  if (chart.unit !== "%" || chart.metrics !== undefined || chart.kind === "waterfall") return [];
  const data = chart.data ?? [];
  const rows =
    WHOLES.has(chart.kind) && chart.series !== undefined
      ? data.map((datum) => ({ name: datum.label, values: datum.values ?? [] }))
      : chart.series === undefined
        ? [{ name: undefined, values: data.map((datum) => datum.value ?? null) }]
        : [];
  return rows.flatMap(({ name, values }): Finding[] => {
    const known = values.filter((value): value is number => typeof value === "number");
    if (known.length < 2 || known.length < values.length || known.some((value) => value < 0)) return [];
    const total = sum(known);
    const off = total.minus(WHOLE).abs();
    const slack = decimal(known.length)
      .times(0.5)
      .div(decimal(10).pow(chart.decimals ?? digits(known, 2)));
    const meant = WHOLES.has(chart.kind) || off.lte(NEAR);
    if (!meant || off.lte(slack)) return [];
    return [
      {
        what: `The shares of ${quoted(chart.id)}${name === undefined ? "" : ` at ${quoted(name)}`} sum to ${total.toString()}%, not to 100%.`,
        ...(WHOLES.has(chart.kind) ? {} : { severity: "warning" as const }),
        path: ["charts", n, "data"],
      },
    ];
  });
}
