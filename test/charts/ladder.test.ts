import { describe, expect, test } from "vitest";
import type { FitInput } from "../../src/charts/fit/fit-once.ts";
import { fitByLadder } from "../../src/charts/fit/ladder.ts";
import { FIT_STEPS, type FitStep } from "../../src/charts/fit/steps.ts";
import { fitChart } from "../../src/charts/fit.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import type { ChartModel } from "../../src/model/chart.ts";
import { LABEL } from "./clear.ts";
import { bundleOf, contextFor, lowerChart, measure, planeOf } from "./fixture.ts";

const context = contextFor(bundleOf([]));
const columns = (count: number, more: object = {}): ChartModel =>
  lowerChart(
    {
      ...{ id: "x", kind: "column", message: "M", unit: "visits", better: "higher" },
      data: Array.from({ length: count }, (_, n) => ({ label: `C${n}`, value: 10_000 + 137 * n })),
      ...more,
    } as Chart,
    context,
  );
const size = { width: 400, height: 240 };
const taskOf = (model: ChartModel): FitInput => ({
  ...{ model, coordinates: planeOf(model), size, measure, labelSize: LABEL },
});

describe("the ladder of fitting", () => {
  test("is not climbed by a chart that fits", () => {
    expect(fitChart(columns(3), size, measure, LABEL).fitting).toEqual({ steps: [], dropped: [] });
  });

  test("names the step that was taken, and the labels that it cost", () => {
    const { fitting, layers } = fitChart(columns(24), size, measure, LABEL);
    expect(fitting?.steps).toEqual(["axis-shown"]);
    const kept = layers.flatMap((layer) =>
      layer.type === "bars" ? layer.series.flatMap(({ labels }) => labels.filter((label) => label)) : [],
    );
    expect(fitting?.dropped.length).toBe(24 - kept.length);
    expect(fitting?.dropped).toContain("10,137");
  });

  test("takes a step only where the cost falls", () => {
    const tried: string[] = [];
    const step = (name: string, rewrite: FitStep["rewrite"]): FitStep => ({
      name,
      when: () => true,
      rewrite: (task, attempt) => {
        tried.push(name);
        return rewrite(task, attempt);
      },
    });
    const task = taskOf(columns(24));
    const mute = step("mute", (given) => ({
      ...given,
      model: {
        ...given.model,
        layers: given.model.layers.map((layer) =>
          layer.type === "bars"
            ? {
                ...layer,
                series: layer.series.map((each) => ({ ...each, labels: each.values.map(() => null) })),
              }
            : layer,
        ),
      },
    }));
    const same = step("same", (given) => given);
    const own = FIT_STEPS.filter(({ name }) => name === "axis-shown");
    const { steps } = fitByLadder(task, [mute, same, ...own, same]);
    expect(tried).toEqual(["mute", "same", "same"]);
    expect(steps).toEqual(["axis-shown"]);
  });

  test("has a name for every step, each once", () => {
    const names = FIT_STEPS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
