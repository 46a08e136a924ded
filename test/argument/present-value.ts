import { Data, sum } from "./data.ts";
import { type Edits, type Json, withValue } from "./edits.ts";
import { SCENARIOS, type Scenario } from "./scenarios.ts";

const PER_YEAR: Readonly<Record<string, number>> = { year: 1, "half-year": 2, quarter: 4, month: 12 };

type Stream = { readonly values: readonly number[] };

/** Net present value of a bundle's streams, some of them multiplied or late. */
export function presentValue(data: Data, scenario: Scenario): number {
  const rate =
    (1 + data.number("investment.discountRate")) **
    (1 / (PER_YEAR[data.get<string>("investment.period")] ?? 1));
  const flows = (part: "costs" | "benefits"): readonly number[] => {
    const streams = data.get<readonly Stream[]>(`investment.${part}`).map(({ values }, n) =>
      scenario
        .filter((step) => step.of === part && (step.line === undefined || step.line === n))
        .reduce<readonly number[]>((line, { times = 1, later = 0 }) => {
          const late = Array<number>(later).fill(0).concat(line).slice(0, line.length);
          return late.map((value) => value * times);
        }, values),
    );
    return (streams[0] ?? []).map((_value, at) => sum(streams.map((values) => values[at] ?? 0)));
  };
  const costs = flows("costs");
  return sum(flows("benefits").map((benefit, at) => (benefit - (costs[at] ?? 0)) / rate ** (at + 1)));
}

/** A bundle whose streams were edited, with the sensitivities that follow from them, so that nothing else is wrong. */
export function withSensitivities(bundle: Json, name: string, edits: Edits): Json {
  const places = Object.keys(edits);
  const streams = places.some((place) => /^investment\.(costs|benefits|discountRate)/.test(place));
  if (!streams || places.some((place) => place.startsWith("investment.sensitivity"))) return bundle;
  const data = new Data(bundle);
  return (SCENARIOS[name] ?? []).reduce<Json>(
    (next, ends, n) =>
      (["low", "high"] as const).reduce<Json>(
        (copy, end) =>
          withValue(
            copy,
            ["investment", "sensitivity", n, end, "npv"],
            Math.round(presentValue(data, ends[end])),
          ),
        next,
      ),
    bundle,
  );
}
