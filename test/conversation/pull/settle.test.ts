import { expect, test } from "vitest";
import type { JsonPath } from "../../../src/base/json-path.ts";
import { pathText } from "../../../src/base/json-path.ts";
import { settle } from "../../../src/conversation/pull/settle.ts";

const metric = {
  id: "rain",
  values: [{ period: "2026", value: 14, low: 12, high: 17 }],
  target: { value: 9, by: "2027" },
};
const SENT = {
  metrics: [metric, { id: "snow", values: { csv: "snow.csv", period: "month", value: "days" } }],
  ask: { amount: 300 },
};
/** In another order, so that a path of then is none of now. */
const NOW = { ...SENT, metrics: [...SENT.metrics].reverse() };

test.each<readonly [figure: string, path: JsonPath, number: string, now: string]>([
  ["rain.latest", ["metrics", 0, "values", 0], "metrics[0].values[0].value", "metrics[1].values[0].value"],
  ["rain.low", ["metrics", 0, "values", 0], "metrics[0].values[0].low", "metrics[1].values[0].low"],
  ["rain.target", ["metrics", 0, "target"], "metrics[0].target.value", "metrics[1].target.value"],
  ["rain.gap", ["metrics", 0], "metrics[0]", "metrics[1]"],
  // What a file holds is changed in the file, which the bundle names.
  ["snow.latest", ["metrics", 1, "values", 3], "metrics[1].values", "metrics[0].values"],
  ["ask.amount", ["ask", "amount"], "ask.amount", "ask.amount"],
])("a changed figure %s names its number", (figure, path, number, now) => {
  const item = { kind: "figure", figure, path, before: "1", after: "2", page: 1, title: "Rain" } as const;
  const [found] = settle([item], SENT, NOW).others;
  expect(found?.standing).toBe("figure");
  expect([found?.path, found?.now].map((one) => pathText(one ?? []))).toEqual([number, now]);
});
