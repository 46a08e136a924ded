import type { Json } from "./numbers.ts";
import type { Random } from "./random.ts";

/** Parts that may carry tests of their claim, by the field of the bundle that holds them. */
const LISTS = ["goals", "options", "objections", "charts", "risks", "wins", "pages"] as const;

/** Adds tests of claims to some parts of a bundle; each is true whatever the values are. */
export function addTests(bundle: Json, metrics: readonly string[], chance: Random): void {
  if (metrics.length === 0) return;
  const lists = [
    ...LISTS.map((key) => bundle[key]),
    at(bundle, "why", "reasons"),
    at(bundle, "plan", "next"),
  ];
  const parts = [
    bundle,
    ...[bundle["why"], bundle["ask"]].filter((part) => part !== undefined),
    ...lists.flatMap((list) => (Array.isArray(list) ? (list as Json[]) : [])),
  ];
  for (const part of parts) {
    if (!chance.chance(0.15)) continue;
    const id = chance.pick(metrics);
    const tests = [
      `${id}.latest == ${id}.latest`,
      `max(${id}) >= ${id}.latest`,
      `every(${id}, value <= max(${id}))`,
    ];
    (part as Record<string, unknown>)["holds"] = chance.sample(tests, chance.int(1, 3));
  }
}

const at = (bundle: Json, part: string, key: string): unknown => (bundle[part] as Json | undefined)?.[key];
