import { describe, expect, test } from "vitest";
import { readBundle } from "../../src/read/index.ts";
import { encode, LEAST, refused } from "./bundles.ts";
import { memoryHost } from "./memory.ts";

const recovered = (bundle: object) =>
  readBundle(encode(JSON.stringify(bundle, undefined, 2)), "b.json", memoryHost(), ".", { recover: true });
const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);

const [visits] = LEAST.metrics;
const FULL = {
  ...LEAST,
  metrics: [visits, { ...visits, id: "loans", name: "Loans", owner: "head" }],
  charts: [
    {
      ...{ id: "trend", kind: "line", message: "Visits grow", supports: ["use"] },
      metrics: ["visits", "loans"],
    },
  ],
  why: { ...LEAST.why, reasons: [{ claim: "It grows", because: "It does", evidence: ["trend", "q"] }] },
};

describe("a bundle with errors is read without what is wrong", () => {
  test("a sound one is read as ever, and lacks nothing", async () => {
    const { bundle, problems, recovery: lost } = await recovered(FULL);
    expect({ bundle, problems }).toEqual({ bundle: FULL, problems: [] });
    expect(lost.origin(["metrics", 1, "name"])).toEqual(["metrics", 1, "name"]);
  });

  test("what was clearly meant is put right: names, choices, ids, numbers in quotation marks", async () => {
    const { bundle, problems } = await recovered({
      purpose: "decid",
      ...FULL,
      goals: [{ id: "use", name: "More visits", metrc: "visits", priority: "2" }],
      charts: [{ ...FULL.charts[0], supports: "use", metrics: ["visit", "loans"] }],
    });
    expect(codes(problems)).toEqual([
      "bundle/unknown-choice",
      "bundle/unknown-field",
      "bundle/wrong-type",
      "bundle/wrong-type",
      "bundle/missing-reference",
    ]);
    expect(bundle).toEqual({
      ...FULL,
      purpose: "decide",
      goals: [{ id: "use", name: "More visits", metric: "visits", priority: 2 }],
    });
  });

  test("what cannot be without a part that is gone goes with it, and items behind it keep their place", async () => {
    const {
      bundle,
      problems,
      sourceMap,
      recovery: lost,
    } = await recovered({
      ...FULL,
      metrics: [{ ...visits, values: [{ period: "2026-Q1", value: "many" }] }, FULL.metrics[1]],
    });
    expect(codes(problems)).toEqual(["bundle/wrong-type"]);
    expect(bundle.metrics?.map(({ id }) => id)).toEqual(["loans"]);
    // A line of one metric where there were two would be another chart.
    expect(bundle.charts).toEqual([]);
    expect(bundle.why.reasons?.[0]?.evidence).toEqual(["q"]);
    expect(lost.origin(["metrics", 0, "name"])).toEqual(["metrics", 1, "name"]);
    expect(sourceMap.value(["metrics", 0, "name"]).text).toContain("Loans");
  });

  test("what a bundle cannot be without is left blank, and nothing is said of that", async () => {
    const { bundle, problems, recovery: lost } = await recovered({ ...FULL, title: 7, goals: "more" });
    expect(codes(problems)).toEqual(["bundle/wrong-type", "bundle/wrong-type"]);
    expect(bundle.goals).toEqual([]);
    const finding = { code: "x", severity: "error", what: "y" } as const;
    expect(lost.echoes(finding, [["title"]], [])).toBe(true);
    expect(lost.echoes(finding, [["charts", 0, "supports"]], [])).toBe(true);
    expect(lost.echoes(finding, [["metrics", 1]], [])).toBe(false);
    expect(lost.echoes(finding, [["metrics", 1]], ["goals.*.metric"])).toBe(true);
    expect(lost.echoes({ ...finding, excerpt: "visits.latst" }, [["subtitle"]], [])).toBe(false);
  });

  test("a file that cannot be read takes its metric with it", async () => {
    const csv = { csv: "none.csv", period: "month", value: "n" };
    const {
      bundle,
      problems,
      recovery: lost,
    } = await recovered({
      ...FULL,
      metrics: [{ ...visits, values: csv }, FULL.metrics[1]],
    });
    expect(codes(problems)).toEqual(["files/missing"]);
    expect(bundle.metrics?.map(({ id }) => id)).toEqual(["loans"]);
    const unknown = {
      code: "text/unknown-figure",
      severity: "error",
      what: "",
      excerpt: "visits.latest",
    } as const;
    expect(lost.echoes(unknown, [["subtitle"]], [])).toBe(true);
  });
});

describe("an error is said once", () => {
  test("a reference to an item whose id cannot be read is not missing as well", async () => {
    const found = await refused({ ...FULL, metrics: [7, FULL.metrics[1]] });
    expect(codes(found)).toEqual(["bundle/wrong-type"]);
  });

  test("what cannot be an id is not missing as well, and no date that is none is looked up", async () => {
    const found = await refused({
      ...FULL,
      goals: [{ id: "use", name: "More visits", metric: "the visits", period: "2026-13-01" }],
    });
    expect(codes(found)).toEqual(["bundle/bad-id", "bundle/wrong-form"]);
  });

  test("a number out of range hides nothing that is found by meaning", async () => {
    const found = await refused({
      ...FULL,
      goals: [{ id: "use", name: "More", priority: 1000, metric: "vists" }],
    });
    expect(codes(found)).toEqual(["bundle/too-much", "bundle/missing-reference"]);
  });

  test("too much of something says by how much, in one way of writing numbers", async () => {
    const values = Array.from({ length: 2001 }, (_, n) => ({ period: `${n + 1000}`, value: n }));
    const [many] = await refused({ ...FULL, metrics: [{ ...FULL.metrics[0], values }] });
    expect(many?.what).toBe("Expected at most 2,000 items, found 2,001.");
    expect(many?.hint).toMatch(/^Remove or merge at least 1 item\./);
  });

  test("a missing comma hides nothing", async () => {
    const text = JSON.stringify({ ...FULL, locale: "xx-YY" }, undefined, 2).replace(
      '"Open on Sundays",',
      '"Open on Sundays"',
    );
    expect(codes(await refused(text))).toEqual(["json/syntax", "bundle/unknown-locale"]);
  });
});
