import type { ChartKindName } from "../../src/charts/index.ts";
import type { Drawing, Make } from "./charts.ts";
import { day, type Kind, measured, measureKind, periods, round, value } from "./numbers.ts";
import { names } from "./words.ts";

export const funnel: Make = ({ random, words }) => {
  const measure = random.pick<Kind>([
    { unit: words.unit(), size: 1, digits: 0 },
    { size: 1, digits: 0 },
    { unit: "EUR", scale: "thousand", size: 1_000, digits: 0 },
    { unit: "EUR", scale: "million", size: 1_000_000, digits: 0 },
    { unit: "EUR", scale: "billion", size: 1_000_000_000, digits: 0 },
  ]);
  let left = random.int(800, 90_000) * measure.size;
  return {
    kind: "funnel",
    ...measured(measure),
    data: names(random.int(2, 7), words.thing).map((label) => {
      const value = left;
      left = Math.floor((left * random.int(30, 95)) / 100);
      return { label, value };
    }),
  };
};

/** An axis of a scatter or of bubbles, and a value on it. */
function axis({ random, words }: Drawing, name: string) {
  const kind = measureKind(random, words.unit());
  return { axis: { name, ...measured(kind) }, at: () => value(random, kind, -0.1) };
}

export const points =
  (kind: "scatter" | "bubble"): Make =>
  (drawing) => {
    const { random, words } = drawing;
    const groups = random.chance(0.4) ? names(random.int(2, 3), words.team) : undefined;
    const [nameX = "", nameY = "", nameSize = ""] = names(3, words.thing);
    const [x, y] = [axis(drawing, nameX), axis(drawing, nameY)];
    const area = measureKind(random, words.unit());
    return {
      kind,
      x: x.axis,
      y: y.axis,
      ...(kind === "bubble" ? { size: { name: nameSize, ...measured(area) } } : {}),
      data: names(random.int(1, 24), words.thing).map((label) => ({
        label,
        x: x.at(),
        y: y.at(),
        ...(kind === "bubble" ? { size: value(random, area, 0.05) } : {}),
        ...(groups === undefined ? {} : { group: random.pick(groups) }),
      })),
    };
  };

/** A value to each category, none of them missing or below zero: what every kind can draw that asks for no more. */
export const amounts =
  (kind: ChartKindName): Make =>
  ({ random, words }) => {
    const measure = measureKind(random, words.unit());
    return {
      kind,
      ...measured(measure),
      data: names(random.int(2, 9), words.thing).map((label) => ({
        label,
        value: value(random, measure, 0.05),
      })),
    };
  };

export const marimekko: Make = ({ random, words }) => {
  const series = names(random.int(2, 5), words.thing);
  const measure = random.pick<Kind>([
    { unit: words.unit(), size: 100, digits: 0 },
    { unit: "EUR", scale: "thousand", size: 1_000, digits: 0 },
    { unit: "EUR", scale: "million", size: 1_000_000, digits: 0 },
    { unit: "EUR", scale: "billion", size: 1_000_000_000, digits: 0 },
  ]);
  return {
    kind: "marimekko",
    ...measured(measure),
    series,
    data: names(random.int(2, 6), words.team).map((label) => ({
      label,
      values: series.map(() => (random.chance(0.05) ? 0 : random.int(1, 40) * measure.size)),
    })),
  };
};

export const heatmap: Make = ({ random, words }) => {
  const series = random.chance(0.5)
    ? periods("quarter", random.int(2, 8))
    : names(random.int(2, 6), words.team);
  const measure = measureKind(random, words.unit());
  return {
    kind: "heatmap",
    ...measured(measure),
    series,
    data: names(random.int(1, 12), words.thing).map((label) => ({
      label,
      values: series.map((_, n) => (n > 0 && random.chance(0.05) ? null : value(random, measure, 0))),
    })),
    ...(random.chance(0.5)
      ? {
          bands: [
            { name: "late", to: round(measure.size * 0.7, measure.digits), tone: "bad" },
            { name: "near", to: round(measure.size * 0.9, measure.digits), tone: "neutral" },
            { name: "on time", tone: "good" },
          ],
        }
      : {}),
  };
};

export const scorecard: Make = ({ random, words, metrics }) => {
  if (random.chance(0.3))
    return { kind: "scorecard", metrics: random.sample(metrics, 8).map(({ id }) => id) };
  return {
    kind: "scorecard",
    data: names(random.int(1, 12), words.thing).map((label) => {
      const measure = measureKind(random, words.unit());
      return {
        label,
        value: random.chance(0.05) ? null : value(random, measure),
        ...(random.chance(0.9) ? { target: value(random, measure) } : {}),
        ...measured(measure),
        better: random.pick(["higher", "lower"]),
        ...(random.chance(0.5) ? { previous: value(random, measure) } : {}),
      };
    }),
  };
};

export const doughnut: Make = ({ random, words }) => {
  const measure = measureKind(random, words.unit());
  return {
    kind: "doughnut",
    ...measured(measure),
    data: names(random.int(1, 3), words.thing).map((label, n) => ({
      label,
      value: measure.unit === "%" || measure.unit === "pp" ? random.int(1, 33) : value(random, measure, 0.05),
      ...(n === 0 ? { highlight: true } : {}),
    })),
  };
};

export const gantt: Make = ({ random, words }) => ({
  kind: "gantt",
  data: names(random.int(1, 16), words.thing).map((label, n) => {
    const start = n * 14 + random.int(0, 60);
    return {
      label,
      start: day(start),
      ...(random.chance(0.75) ? { end: day(start + random.int(7, 120)) } : { gate: random.chance(0.5) }),
      ...(random.chance(0.5) ? { owner: words.person() } : {}),
    };
  }),
});
