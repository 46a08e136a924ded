import { describe, expect, test } from "vitest";
import { contradicted } from "./claims-bundles.ts";

const months = (values: readonly number[]) =>
  values.map((value, n) => ({
    period: `${2025 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`,
    value,
  }));
const lost = {
  id: "lost",
  name: "Parcels lost",
  unit: "parcels",
  better: "lower",
  values: months([41, 43, 46, 52, 61, 74, 88, 83, 66, 55, 50, 48, 54, 57, 62, 71]),
};
const wait = {
  id: "wait",
  name: "Time to delivery",
  unit: "days",
  better: "lower",
  values: months([17, 17.5, 18, 18.6, 19.4, 20, 20.8, 21, 20.6, 20.9, 21.3, 21.9]),
};
const quarters = {
  id: "bill",
  kind: "column",
  unit: "EUR",
  measure: "Fuel bill",
  data: [
    { label: "2024-Q1", value: 90 },
    { label: "2024-Q2", value: 50 },
    { label: "2024-Q3", value: 30 },
    { label: "2024-Q4", value: 80 },
    { label: "2025-Q1", value: 95 },
  ],
};
const doors = {
  id: "doors",
  kind: "bar",
  unit: "minutes",
  measure: "Time at the door",
  data: [
    { label: "Kotka", value: 7 },
    { label: "Hamina", value: 6 },
    { label: "Porvoo", value: 4 },
  ],
};
const ways = {
  id: "ways",
  kind: "column",
  unit: "minutes",
  measure: "Time at the door",
  series: ["Locker", "Doorstep"],
  data: [
    { label: "Kotka", values: [2, 7] },
    { label: "Hamina", values: [3, 6] },
  ],
};

/** The words that data contradict, of a message of a chart. */
const ofChart = (chart: object, message: string, locale = "en-GB") =>
  contradicted({ locale, metrics: [lost, wait], charts: [{ ...chart, message }] });
const ofMetric = (id: string, message: string, locale = "en-GB") =>
  ofChart({ id: "course", kind: "line", metrics: [id] }, message, locale);

type Pair = readonly [about: string, sound: string, wrong: string, locale?: string];

describe("times that are compared", () => {
  const PAIRS: readonly Pair[] = [
    ["lost", "July was the worst month of 2025", "August was the worst month of 2025"],
    ["lost", "This April was worse than last November", "This April was worse than last July"],
    ["lost", "Heinäkuu oli vuoden 2025 huonoin kuukausi", "Elokuu oli vuoden 2025 huonoin kuukausi", "fi-FI"],
    ["lost", "Heinäkuu oli huonompi kuin elokuu", "Elokuu oli huonompi kuin heinäkuu", "fi-FI"],
    [
      "wait",
      "Deliveries got faster only once, in September 2025",
      "Deliveries got faster only once, in May 2025",
    ],
    ["wait", "The time to delivery fell only once", "The time to delivery fell only twice"],
    [
      "lost",
      "Each of the first four months of this year was at least 10% above the same month of last year",
      "Each of the first four months of this year was at least 35% above the same month of last year",
    ],
    [
      "lost",
      "In no month of this year were fewer parcels lost than in the same month of last year",
      "In no month of this year were more parcels lost than in the same month of last year",
    ],
  ];
  for (const [id, sound, wrong, locale = "en-GB"] of PAIRS)
    test(`of ${id}: ${sound}`, () => {
      expect(ofMetric(id, sound, locale)).toEqual([]);
      expect(ofMetric(id, wrong, locale)).not.toEqual([]);
    });

  test("quarters and the last of a year are found by their ordinals", () => {
    expect(ofChart(quarters, "The first quarter of 2025 was dearer than the last of 2024")).toEqual([]);
    expect(ofChart(quarters, "The second quarter of 2024 was dearer than the last of 2024")).toEqual([
      "dearer than",
    ]);
    expect(ofChart(quarters, "The third quarter of 2024 was the cheapest")).toEqual([]);
    expect(ofChart(quarters, "The second quarter of 2024 was the cheapest")).toEqual(["cheapest"]);
  });

  test("each month is held against the one before it", () => {
    const rising = { ...wait, values: months([17, 18, 19, 20]) };
    const said = (metric: object) =>
      contradicted({
        locale: "en-GB",
        metrics: [metric],
        charts: [
          {
            id: "course",
            kind: "line",
            metrics: ["wait"],
            message: "In no month since January 2025 have we delivered sooner than in the month before",
          },
        ],
      });
    expect(said(rising)).toEqual([]);
    expect(said(wait)).toEqual(["sooner than"]);
  });

  test("each year is held against the year before, and a month against its own", () => {
    const yearly = (values: readonly number[]) => ({
      ...{ id: "queue", name: "Queue", unit: "weeks", better: "lower" },
      values: values.map((value, n) => ({ period: `${2020 + n}`, value })),
    });
    const said = (values: readonly number[]) =>
      contradicted({
        locale: "en-GB",
        metrics: [yearly(values)],
        charts: [
          {
            ...{ id: "course", kind: "line", metrics: ["queue"] },
            message: "In no year since 2020 have we answered faster than in the year before",
          },
        ],
      });
    expect(said([4, 5, 7, 9])).toEqual([]);
    expect(said([4, 5, 3, 9])).toEqual(["faster than"]);
    expect(ofMetric("lost", "In April more parcels were lost than in the April before")).toEqual([]);
    expect(ofMetric("lost", "In April fewer parcels were lost than in the April before")).toHaveLength(1);
  });

  test("a number beside a year ago is of that time", () => {
    const said = (n: number) =>
      contradicted({
        locale: "en-GB",
        metrics: [lost],
        why: {
          statement: "S",
          complication: `The month's parcels lost come to 71 parcels, against ${n} a year earlier.`,
        },
      });
    expect(said(52)).toEqual([]);
    expect(said(48)).toEqual(["48"]);
  });
});

describe("limits and series", () => {
  test("limits in words are limits", () => {
    expect(ofChart(doors, "In two towns it takes over five minutes")).toEqual([]);
    expect(ofChart(doors, "In three towns it takes over five minutes")).toEqual(["five minutes"]);
  });

  test("what beats another everywhere leads the same way in each category", () => {
    const said = "The locker beats the doorstep in every town";
    expect(ofChart(ways, said)).toEqual([]);
    const mixed = { ...ways, data: [...ways.data, { label: "Porvoo", values: [5, 4] }] };
    expect(ofChart(mixed, said)).toEqual(["beats"]);
  });
});
