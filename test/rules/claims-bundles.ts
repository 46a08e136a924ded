import { expect } from "vitest";
import { runTest } from "../../src/claims/index.ts";
import { computeFigures } from "../../src/compute/index.ts";
import { localeOf } from "../../src/locales/index.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { readClaims } from "../../src/rules/claims/read.ts";

const locale = localeOf("en-GB");

/** Verdict on a claim and what it stands on: true or false by the data, or silent where none was read. */
export function judged(base: object, claim: string, evidence: readonly string[], because = "B"): string {
  const bundle = {
    title: "T",
    goals: [{ id: "g", name: "G" }],
    quotes: [{ id: "q", from: "p", text: "…" }],
    why: { statement: "S", reasons: [{ claim, because, evidence }] },
    ...base,
  } as unknown as Bundle;
  const { figures } = computeFigures(bundle, locale);
  const read = readClaims({ bundle, written: bundle, figures } as never);
  const outcomes = read.map(({ tests }) => {
    const kinds = tests.map((each) => runTest(each, figures, locale).kind);
    expect(kinds, tests.join(" | ")).not.toContain("problem");
    return kinds.includes("true") ? "true" : "false";
  });
  return outcomes.length === 0 ? "silent" : outcomes.includes("false") ? "false" : "true";
}

/** The words of a bundle that its data contradict. */
export function contradicted(base: object): readonly string[] {
  const bundle = { title: "T", goals: [], quotes: [], why: { statement: "S" }, ...base } as unknown as Bundle;
  const { figures } = computeFigures(bundle, locale);
  return readClaims({ bundle, written: bundle, figures } as never)
    .filter(({ tests }) => tests.every((each) => runTest(each, figures, locale).kind === "false"))
    .map(({ words }) => words);
}

const months = (from: number, values: readonly number[]) =>
  values.map((value, n) => ({
    period: `${2025 + Math.floor((from + n - 1) / 12)}-${String(((from + n - 1) % 12) + 1).padStart(2, "0")}`,
    value,
  }));

/** Data that claims are read against, named in English. */
export const ENGLISH = {
  locale: "en-GB",
  metrics: [
    {
      id: "leaks",
      name: "Roof leaks",
      unit: "leaks",
      better: "lower",
      target: { value: 20 },
      values: months(1, [24, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 48]),
    },
    {
      id: "repairs",
      name: "Repair time",
      unit: "days",
      better: "lower",
      target: { value: 10 },
      values: months(1, [20, 19, 18, 16, 15, 14, 14, 13, 12, 12, 11, 10, 10, 9]),
    },
    {
      id: "rents",
      name: "Late payments",
      unit: "%",
      values: [
        { period: "2024", value: 4 },
        { period: "2025", value: 7 },
      ],
    },
    {
      id: "lifts",
      name: "Lifts out of order",
      unit: "%",
      values: [
        { period: "2024", value: 40 },
        { period: "2025", value: 41 },
      ],
    },
    {
      id: "tenants",
      name: "Tenants who renew",
      unit: "%",
      better: "higher",
      values: [
        { period: "2023", value: 70 },
        { period: "2024", value: 66 },
        { period: "2025", value: 60 },
      ],
    },
  ],
  charts: [
    {
      id: "causes",
      kind: "bar",
      message: "M",
      unit: "leaks",
      data: [
        { label: "Flat roofs", value: 55 },
        { label: "Gutters", value: 25 },
        { label: "Skylights", value: 20 },
      ],
    },
    {
      id: "sites",
      kind: "bullet",
      message: "M",
      unit: "days",
      data: [
        { label: "North", value: 14, target: 10 },
        { label: "South", value: 8, target: 10 },
        { label: "Harbour", value: 9, target: 10 },
      ],
    },
    {
      id: "trial",
      kind: "column",
      message: "M",
      measure: "Repair time",
      unit: "days",
      series: ["On paper", "With the app"],
      data: [
        { label: "North", values: [14, 7] },
        { label: "South", values: [9, 6] },
        { label: "Harbour", values: [8, 8] },
      ],
    },
    {
      id: "years",
      kind: "slope",
      message: "M",
      unit: "leaks",
      series: ["2024", "2025"],
      data: [
        { label: "Old town", values: [12, 19] },
        { label: "Hill", values: [10, 14] },
        { label: "Park", values: [9, 7] },
      ],
    },
    {
      id: "hiring",
      kind: "funnel",
      message: "M",
      unit: "people",
      data: [
        { label: "Applied", value: 400 },
        { label: "Invited", value: 100 },
        { label: "Hired", value: 50 },
      ],
    },
    {
      id: "bill",
      kind: "waterfall",
      message: "M",
      unit: "EUR",
      data: [
        { label: "2024", value: 100, total: true },
        { label: "Wages", value: 40 },
        { label: "Material", value: 15 },
        { label: "Rebates", value: -20 },
        { label: "2025", value: 135, total: true },
      ],
    },
    {
      id: "payers",
      kind: "stacked100",
      message: "M",
      unit: "%",
      series: ["Cash", "Card"],
      data: [
        { label: "2023", values: [60, 40] },
        { label: "2025", values: [25, 75] },
      ],
    },
  ],
};

/** The same in Finnish. */
export const FINNISH = {
  locale: "fi-FI",
  metrics: [
    {
      id: "myohassa",
      name: "Myöhässä olevat junat",
      unit: "%",
      better: "lower",
      target: { value: 5 },
      values: [
        { period: "2023", value: 6 },
        { period: "2024", value: 7 },
        { period: "2025", value: 9 },
      ],
    },
    {
      id: "matkat",
      name: "Matkustajamäärä",
      unit: "matkaa",
      better: "higher",
      values: [
        { period: "2023", value: 800 },
        { period: "2024", value: 600 },
        { period: "2025", value: 400 },
      ],
    },
  ],
  charts: [
    {
      id: "syyt",
      kind: "bar",
      message: "M",
      unit: "tapausta",
      data: [
        { label: "Vaihteet", value: 60 },
        { label: "Sää", value: 25 },
        { label: "Kuljettajat", value: 15 },
      ],
    },
    {
      id: "kokeilu",
      kind: "column",
      message: "M",
      measure: "Viive",
      unit: "minuuttia",
      series: ["Vanha aikataulu", "Uusi aikataulu"],
      data: [
        { label: "Rantarata", values: [12, 5] },
        { label: "Päärata", values: [9, 6] },
      ],
    },
  ],
};
