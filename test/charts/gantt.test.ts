import { describe, expect, test } from "vitest";
import { lowerPlan } from "../../src/charts/index.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import { plain } from "../../src/model/text.ts";
import { contextFor, contractBundle, lowerAny } from "./fixture.ts";

describe("gantt", () => {
  test("puts the plan on quarters with years above, today and the decision marked", () => {
    const bundle = contractBundle();
    if (bundle.plan === undefined) throw new Error("no plan");
    const names = new Map((bundle.stakeholders ?? []).map((each) => [each.id, each.name]));
    const timeline = lowerPlan(bundle.plan, contextFor(bundle), (id) => names.get(id) ?? "");
    expect([timeline.start, timeline.end]).toEqual(["2026-12-01", "2028-01-01"]);
    expect(timeline.ticks.map((tick) => tick.label)).toEqual(["Q4", "Q1", "Q2", "Q3", "Q4"]);
    expect(timeline.groups).toEqual([
      { start: "2026-12-01", end: "2027-01-01", label: "2026" },
      { start: "2027-01-01", end: "2028-01-01", label: "2027" },
    ]);
    expect(timeline.days.map(({ date, label }) => [date, label])).toEqual([
      ["2026-11-18", "Today, 18 November"],
      ["2026-12-05", "Decision, 5 December"],
      ["2027-07-02", "Gate, 2 July"],
    ]);
    expect(timeline.rows).toHaveLength(7);
    expect(
      timeline.rows.filter((row) => row.milestone?.gate === true).map((row) => plain(row.label)),
    ).toEqual(["Tranche two decision"]);
    expect(plain(timeline.rows[0]?.detail ?? [])).toBe("Petri Oksanen");
    expect(timeline.says.head).toEqual(["What", "When", "Type", "Owner"]);
    expect(timeline.says.rows.slice(0, 4)).toEqual([
      ["Today", "18 November 2026", "", ""],
      ["Decision", "5 December 2026", "", ""],
      ["Set up the desk", "11 January 2027 to 12 March 2027", "phase", "Petri Oksanen"],
      ["Data protection sign-off", "29 January 2027", "milestone", "Eva Lindqvist"],
    ]);
    expect(timeline.alt).toMatch(/ Today, 18 November 2026\. Decision, 5 December 2026\.$/);
  });

  test("counts months where the plan is short", () => {
    const chart = {
      id: "x",
      kind: "gantt",
      message: "M",
      data: [
        { label: "A", start: "2027-01-11", end: "2027-03-12" },
        { label: "B", start: "2027-02-01" },
      ],
    } as unknown as Chart;
    const context = contextFor(contractBundle());
    const { date: _date, decision: _decision, ...undated } = context;
    const timeline = lowerAny(chart, undated);
    if (timeline.type !== "timeline") throw new Error("no timeline");
    expect(timeline.ticks.map((tick) => tick.label)).toEqual(["Jan", "Feb", "Mar"]);
    expect(timeline.rows[1]?.milestone?.date).toBe("2027-02-01");
    // Nobody answers for anything, so no column says who.
    expect(timeline.says).toEqual({
      head: ["What", "When", "Type"],
      rows: [
        ["A", "11 January 2027 to 12 March 2027", "phase"],
        ["B", "1 February 2027", "milestone"],
      ],
    });
  });
});
