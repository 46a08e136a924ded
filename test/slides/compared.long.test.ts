import { describe, expect, test } from "vitest";
import { compile } from "../../src/library.ts";
import type { Item } from "../../src/model/page.ts";
import { apart } from "../../src/slides/compared.ts";
import { contractBundle } from "../charts/fixture.ts";

/** What the answer page draws beside a single reason, in words. */
async function drawn(because: string, evidence: string[], more: object[] = [], charts: object[] = []) {
  const bundle = contractBundle();
  const compiled = await compile(
    JSON.stringify({
      ...bundle,
      why: { ...bundle.why, reasons: [{ claim: "It pays to wait no longer", because, evidence }] },
      metrics: [...(bundle.metrics ?? []), ...more],
      charts: [...(bundle.charts ?? []), ...charts],
    }),
  );
  const items: readonly Item[] = compiled.pages.pages.find(({ kind }) => kind === "answer")?.items ?? [];
  return items.flatMap(({ name, alt }) => (/^(Comparison|Range)/.test(name) && alt ? [alt] : []));
}

const metric = (id: string, name: string, value: number, more: object = {}) => ({
  ...{ id, name, unit: "minutes", better: "lower", owner: "cfo", source: "crm", asOf: "2026-10-31" },
  ...{ values: [{ period: "2026", value }] },
  ...more,
});

describe("what the figure of a reason is compared with", () => {
  test("a base of the same measure that its sentence names", async () => {
    const pair = [
      metric("here", "Waiting time, our desk", 42),
      metric("there", "Waiting time, other desks", 17),
    ];
    const said = "They wait {{here.latest}} with us and {{there.latest}} elsewhere.";
    expect(await drawn(said, ["here"], pair)).toEqual([
      "Waiting time, our desk: Our desk 42 minutes and Other desks 17 minutes.",
    ]);
    // One that no sentence names is none.
    expect(await drawn("They wait {{here.latest}} with us.", ["here"], pair)).toEqual([]);
  });

  test("never a measure of another unit, direction, time or subject", async () => {
    const said = "It is {{here.latest}} against {{there.latest}}.";
    const here = metric("here", "Waiting time, our desk", 42);
    for (const other of [
      metric("there", "Waiting time, other desks", 17, { unit: "hours" }),
      metric("there", "Waiting time, other desks", 17, { better: "higher" }),
      metric("there", "Waiting time, other desks", 17, { values: [{ period: "2019", value: 17 }] }),
      metric("there", "Length of a call", 17),
    ])
      expect(await drawn(said, ["here"], [here, other]), other.name).toEqual([]);
  });

  test("else the target, or the earlier value that the sentence says", async () => {
    const values = [
      { period: "2024", value: 30 },
      { period: "2025", value: 36 },
      { period: "2026", value: 42 },
    ];
    const wait = metric("wait", "Waiting time", 42, { values, target: { value: 20, by: "2027" } });
    expect(await drawn("They wait {{wait.latest}}.", ["wait"], [wait])).toEqual([
      "Waiting time: 2026 42 minutes and Target 2027 20 minutes.",
    ]);
    expect(await drawn("The wait rose from {{wait.first}} to {{wait.latest}}.", ["wait"], [wait])).toEqual([
      "Waiting time: 2026 42 minutes and 2024 30 minutes.",
    ]);
  });

  test("else its range; a chart's highlighted parts stand beside the others, where they make a whole", async () => {
    const effect = metric("effect", "Effect on the wait", -4, {
      values: [{ period: "2026", value: -4, low: -6, high: -1 }],
    });
    expect(await drawn("It took {{effect.latest}} off.", ["effect"], [effect])).toEqual([
      expect.stringMatching(/^Effect on the wait: −4 minutes, with a range of −6 to −1/),
    ]);
    const chart = (values: readonly number[]) => ({
      ...{ id: "parts", kind: "bar", unit: "%", message: "Two causes make up most of it" },
      data: values.map((value, n) => ({
        label: `Cause ${n + 1}`,
        value,
        ...(n < 2 ? { highlight: true } : {}),
      })),
    });
    expect(await drawn("Two causes stand out.", ["parts"], [], [chart([50, 30, 15, 5])])).toEqual([
      "Cause 1 and Cause 2: These 2 80% and The other 2 20%.",
    ]);
    // Answers of which several may be given have no rest.
    expect(await drawn("Two causes stand out.", ["parts"], [], [chart([50, 30, 40, 35])])).toEqual([]);
  });
});

test("names are told apart by what sets them apart", () => {
  expect(apart("Left within a quarter after a fault", "Left within a quarter, all customers")).toEqual([
    "After a fault",
    "All customers",
  ]);
  expect(apart("Pilot wards, waiting time", "Other wards, waiting time")).toEqual(["Pilot", "Other"]);
  expect(apart("Waiting time", "Waiting time, last year")).toEqual(["Waiting time", "Last year"]);
  expect(apart("Cost of delay", "Revenue of service")).toBeUndefined();
});

test("where we stand shows measures with a target or a history, and no single number", async () => {
  const bundle = contractBundle();
  const { deck } = await compile(JSON.stringify(bundle));
  const body = JSON.stringify(deck.slides.find(({ kind }) => kind === "standing")?.body);
  expect(body).toContain('"Annual churn"');
  expect(body).toContain('"ends":["17.8%","14.9%"]');
  expect(body).not.toContain("Median warning before cancelling");
});
