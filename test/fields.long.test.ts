import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { DiagnosticsError } from "../src/diagnostics/diagnostic.ts";
import { createNodeHost } from "../src/host/node.ts";
import type { Bundle } from "../src/model/bundle/index.ts";
import { readBundle } from "../src/read/index.ts";
import { deckOf } from "./deck.ts";

/** Every field of a full bundle is used: changing it changes the deck, or is refused. */
const FILE = join(import.meta.dirname, "bundles", "customer-listening.json");

type Path = readonly (string | number)[];

function* leaves(
  value: unknown,
  path: Path = [],
): Generator<{ path: Path; value: string | number | boolean }> {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    yield { path, value };
  else if (Array.isArray(value)) for (const [n, item] of value.entries()) yield* leaves(item, [...path, n]);
  else if (value !== null && typeof value === "object") {
    for (const [key, item] of Object.entries(value)) yield* leaves(item, [...path, key]);
  }
}

/** Another value of the same kind. */
function other(value: string | number | boolean, path: Path): unknown {
  if (typeof value === "boolean") return !value;
  if (path.at(-1) === "decimals") return Number(value) + 1;
  if (typeof value === "number")
    return path.includes("priority")
      ? value + 5
      : path.includes("likelihood") || path.includes("impact") || path.includes("influence")
        ? (value % 5) + 1
        : value * 1.5 + 1;
  const swap = SWAPS[value];
  if (swap !== undefined && path.at(-1) !== "text") return swap;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value))
    return value.endsWith("-15") ? value.replace(/-15$/, "-16") : value.replace(/\d{2}$/, "15");
  if (/^\d{4}-Q[1-4]$/.test(value))
    return value.endsWith("Q1") ? value.replace("Q1", "Q2") : value.replace(/Q\d/, "Q1");
  if (/^\d{4}(-\d{2}|-H[12])?$/.test(value))
    return value.replace(/^\d{4}/, (year) => String(Number(year) + 1));
  if (/^\d\d:\d\d$/.test(value)) return "10:30";
  // Ids and references stay of their form.
  return /^[a-z][a-z0-9-]*$/.test(value) ? `${value}x` : `${value} altered`;
}

const SWAPS: Readonly<Record<string, string>> = {
  decide: "discuss",
  final: "draft",
  EUR: "USD",
  higher: "lower",
  lower: "higher",
  actual: "forecast",
  forecast: "plan",
  plan: "estimate",
  estimate: "actual",
  million: "thousand",
  thousand: "million",
  primary: "enabling",
  supporting: "primary",
  enabling: "supporting",
  company: "team",
  approver: "driver",
  driver: "informed",
  contributor: "informed",
  gatekeeper: "informed",
  informed: "driver",
  champion: "neutral",
  supporter: "neutral",
  neutral: "supporter",
  sceptic: "neutral",
  named: "role",
  role: "named",
  low: "high",
  medium: "low",
  high: "low",
  week: "month",
  month: "week",
  "half-year": "year",
  target: "average",
  range: "average",
  cagr: "average",
  line: "column",
  column: "line",
  bar: "column",
  waterfall: "bar",
};

function changed(bundle: Bundle, path: Path, value: unknown): Bundle {
  const copy = structuredClone(bundle) as unknown as Record<string | number, unknown>;
  let node = copy;
  for (const part of path.slice(0, -1)) node = node[part] as Record<string | number, unknown>;
  node[path.at(-1) ?? ""] = value;
  return copy as unknown as Bundle;
}

/** Ids that nothing refers to only have to be unique, and a metric's kind is for values that name none. */
function idle(bundle: Bundle, path: Path, value: unknown): boolean {
  if (path.at(-1) === "id") return JSON.stringify(bundle).split(`"${value}"`).length === 2;
  if (path[0] !== "metrics" || path.at(-1) !== "kind" || path.length !== 3) return false;
  const metric = bundle.metrics?.[Number(path[1])];
  return Array.isArray(metric?.values) && metric.values.every((each) => each.kind !== undefined);
}

/** The investment with drivers, scenarios, and ends that are computed. */
function depending({ investment }: Bundle): Pick<Bundle, "investment"> {
  if (investment === undefined) throw new Error("no investment");
  const changes = [
    { costs: ["Training and change"], benefits: ["Margin kept"], later: 1, times: 1.2, plus: 900 },
    { driver: "effect", value: 1.1 },
  ];
  const computed = (value: number) => ({ value, npv: 0 });
  const changed = (times: number) => ({
    label: `${times}`,
    changes: [{ costs: ["Training and change"], times }],
  });
  return {
    investment: {
      ...investment,
      drivers: [
        { id: "effect", name: "Effect", value: 1.4, zero: 0.1, unit: "points", benefits: ["Margin kept"] },
        { id: "staff", name: "Staff", value: 3, costs: ["Early-answer desk, 3 people"] },
      ],
      sensitivity: [
        ...(investment.sensitivity ?? []),
        { driver: "effect", low: computed(0.7), high: computed(2.1) },
        { driver: "staff", low: { value: 4 }, high: { value: 2 } },
        { driver: "Training", low: changed(1.5), high: changed(0.5) },
      ],
      scenarios: [{ id: "slow", name: "Slow", changes }],
    },
  };
}

/** Fields that are proven elsewhere: theme and locale by their own tests, a metric's goals by the rule goals/linked. */
const ELSEWHERE = new Set(["theme", "locale", "metrics.*.supports.*"]);

describe("every field of the bundle is used", async () => {
  const read = await readBundle(readFileSync(FILE), FILE, createNodeHost(), dirname(FILE));
  // What is private is used where it is asked for.
  const bundle: Bundle = {
    ...read.bundle,
    show: "stances",
    ...depending(read.bundle),
    ...(read.bundle.ask && {
      ask: { ...read.bundle.ask, pays: { costs: ["Training and change"], until: "2027-H2" } },
    }),
  };
  const before = JSON.stringify(deckOf(bundle));

  // A field is used when changing it in one of its places changes the deck: metrics.*.values.*.low.
  const fields = new Map<string, { path: Path; value: string | number | boolean }[]>();
  for (const leaf of leaves(bundle)) {
    const field = leaf.path.map((part) => (typeof part === "number" ? "*" : part)).join(".");
    if (ELSEWHERE.has(field) || idle(bundle, leaf.path, leaf.value)) continue;
    fields.set(field, [...(fields.get(field) ?? []), leaf]);
  }

  test("the bundle has the fields that matter", () => {
    expect(fields.size).toBeGreaterThan(150);
  });

  test.each([...fields])("%s", (_field, places) => {
    const used = places.some(({ path, value }) => {
      try {
        return JSON.stringify(deckOf(changed(bundle, path, other(value, path)))) !== before;
      } catch (cause) {
        // Refused with a reason: it was understood well enough to be missed.
        if (cause instanceof DiagnosticsError || cause instanceof ZodError) return true;
        throw cause;
      }
    });
    expect(used).toBe(true);
  });
});
