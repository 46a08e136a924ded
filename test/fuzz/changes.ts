import { parsePeriod, periodAt } from "../../src/base/period.ts";
import type { Json } from "./numbers.ts";
import type { Random } from "./random.ts";
import { names, type Words } from "./words.ts";

/** Names of the costs and benefits of an investment. */
export interface Streams {
  readonly costs: readonly string[];
  readonly benefits: readonly string[];
  /** Number of periods, and a usual amount of one. */
  readonly periods: number;
  readonly size: number;
}

type Way = "worse" | "better";

/** Drivers of an investment, and the sensitivities and scenarios that change them, or its costs and benefits. */
export function makeChanges(random: Random, words: Words, streams: Streams, worth: number): Json {
  const some = (all: readonly string[]): unknown =>
    random.chance(0.4) ? "all" : random.sample(all, random.int(1, Math.min(3, all.length)));
  const drivers = names(random.int(1, 3), words.thing).map((name, n) => {
    const side = random.pick(["costs", "benefits"] as const);
    return {
      ...{ id: `driver-${n + 1}`, name, value: 40, [side]: some(streams[side]) },
      ...(random.chance(0.5) ? { unit: words.unit() } : {}),
      ...(random.chance(0.3) ? { zero: 10 } : {}),
    };
  });
  const level = (driver: (typeof drivers)[number], way: Way): number =>
    "costs" in driver === (way === "worse") ? random.int(41, 60) : random.int(15, 39);
  const change = (way: Way): Json => {
    const side = random.pick(["costs", "benefits"] as const);
    const more = (side === "costs") === (way === "worse");
    const which = { [side]: some(streams[side]) };
    const how = random.int(1, 4);
    if (how === 1) {
      const driver = random.pick(drivers);
      return { driver: driver.id, value: level(driver, way) };
    }
    if (how === 2) return { ...which, plus: (more ? 1 : -1) * Math.round(streams.size / 50) };
    if (how === 3 && (side === "benefits") === (way === "worse"))
      return { ...which, later: random.int(1, streams.periods - 1) };
    return { ...which, times: more ? random.int(11, 16) / 10 : random.int(5, 9) / 10 };
  };
  const end = (way: Way): Json => {
    const label = words.phrase().slice(0, 40);
    if (random.chance(0.5)) return { label, changes: [change(way)] };
    const off = random.int(1, 40) * (streams.size / 2);
    return { label, npv: worth + (way === "worse" ? -off : off) };
  };
  const driven = drivers.map((driver) => ({
    driver: driver.id,
    low: {
      value: level(driver, "worse"),
      ...(random.chance(0.3) ? { label: words.phrase().slice(0, 40) } : {}),
    },
    high: { value: level(driver, "better") },
  }));
  return {
    drivers,
    sensitivity: [
      ...driven,
      ...names(random.int(1, 5), words.thing).map((driver) => ({
        driver,
        low: end("worse"),
        high: end("better"),
      })),
    ],
    scenarios: names(random.int(1, 4), words.thing).map((name, n) => ({
      id: `case-${n + 1}`,
      name,
      changes: [change("worse"), ...(random.chance(0.3) ? [change("better")] : [])].filter(
        (each, at, all) =>
          all.findIndex((other) => other["driver"] === each["driver"]) === at || !("driver" in each),
      ),
    })),
  };
}

/** Lets the ask pay for costs of the investment, now and then; its amount is their sum. */
export function addPayment(bundle: Json, random: Random): void {
  const ask = bundle["ask"] as Record<string, unknown> | undefined;
  const money = bundle["investment"] as
    | {
        period: "year";
        start: string;
        unit?: string;
        currency?: string;
        costs: { name: string; values: number[] }[];
      }
    | undefined;
  if (ask === undefined || money === undefined || money.unit !== undefined || !random.chance(0.5)) return;
  const paid = random.chance(0.4)
    ? money.costs
    : random.sample(money.costs, random.int(1, Math.min(3, money.costs.length)));
  const count = paid[0]?.values.length ?? 0;
  const last = random.int(0, count - 1);
  const first = parsePeriod(money.start);
  if (first === undefined) return;
  ask["amount"] = paid.reduce(
    (sum, { values }) => sum + values.slice(0, last + 1).reduce((a, b) => a + b, 0),
    0,
  );
  if (money.currency === undefined) delete ask["currency"];
  else ask["currency"] = money.currency;
  const all = paid === money.costs;
  ask["pays"] = {
    ...(all && random.chance(0.5)
      ? {}
      : { costs: all && random.chance(0.5) ? "all" : paid.map(({ name }) => name) }),
    ...(last === count - 1 && random.chance(0.5)
      ? {}
      : { until: periodAt(first.kind, first.ordinal + last).text }),
  };
}
