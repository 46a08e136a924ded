import { expect, test } from "vitest";
import { ENGLISH, judged } from "./claims-bundles.ts";

const complaints = {
  id: "complaints",
  name: "Complaints",
  unit: "complaints",
  better: "lower",
  values: [412, 530, 688, 571, 598, 802, 1010].map((value, n) => ({
    period: `${2025 + Math.floor(n / 4)}-Q${(n % 4) + 1}`,
    value,
  })),
};
const docks = {
  id: "docks",
  kind: "bar",
  message: "M",
  unit: "docks",
  data: [
    { label: "Station", value: 210 },
    { label: "Old Town", value: 180 },
    { label: "University", value: 150 },
    { label: "Harbour", value: 120 },
  ],
};
const bundle = { ...ENGLISH, metrics: [complaints], charts: [docks] };

test.each([
  ["Complaints have more than doubled in a year and a half", "true"],
  ["Complaints have more than doubled in one and a half years", "true"],
  ["Complaints have more than doubled in half a year", "false"],
  ["Complaints have more than doubled in a year", "false"],
  ["Complaints have risen by more than half in half a year", "true"],
])("a time of so many years and a half is as long as it says: %s", (claim, outcome) => {
  expect(judged(bundle, claim, ["complaints"])).toBe(outcome);
});

test.each([
  // Whoever leaves out the article seldom means more than half.
  ["The station has most docks", "silent"],
  ["Most docks are at the station", "false"],
])("what has most of something need not have more than half of it: %s", (claim, outcome) => {
  expect(judged(bundle, claim, ["docks"])).toBe(outcome);
});
