import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Diagnostic, DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { createNodeHost } from "../../src/host/node.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { render } from "../../src/render.ts";
import type { Compiled } from "../../src/stages.ts";
import { compile, contract } from "../rules/compiled.ts";
import { trials } from "../trials.ts";

/**
 * What people do to a bundle while they edit it: a member is gone, a number has a zero too many, a sentence is pasted
 * twice or in another script. Whatever it is, there is a deck or there are messages with their places.
 */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Holder = Json[] | { [key: string]: Json };

const NUMBERS: readonly ((n: number) => number)[] = [
  () => 0,
  (n) => -n,
  (n) => n * 1e6,
  (n) => n / 1e6,
  (n) => n + 0.005,
  () => 1e15,
];
const TEXTS: readonly ((s: string) => string)[] = [
  (s) => `${s} ${s}`,
  (s) => s.toUpperCase(),
  (s) => s.slice(0, 5),
  (s) => `**${s}**`,
  (s) => `${s} {{churn.latest}}`,
  () => "日本語の長い文章をここに置く",
  () => "مرحبا بالعالم",
  () => `👩‍👩‍👧 & <b> "q" '`,
];
const LISTS: readonly ((list: Json[]) => Json[])[] = [
  () => [],
  (list) => list.slice(0, 1),
  (list) => list.toReversed(),
  (list) => [...list, ...list],
];

const pick = <T>(list: readonly T[], share: number): T => {
  const found = list[Math.min(list.length - 1, Math.floor(share * list.length))];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
};

function places(value: Json): readonly (readonly [Holder, string])[] {
  if (value === null || typeof value !== "object") return [];
  const holder = value;
  return Object.entries(holder).flatMap(([key, child]) => [[holder, key] as const, ...places(child)]);
}

function mutate(bundle: Json, [where, drop, how]: readonly [number, number, number]): void {
  const [holder, key] = pick(places(bundle), where);
  const index = Array.isArray(holder) ? Number(key) : key;
  const value = (holder as { [key: string]: Json })[index];
  const put = (next: Json): void => {
    (holder as { [key: string]: Json })[index] = next;
  };
  // A word alone is an id, a choice or a date: most changes of it are refused at once, and test little.
  if (typeof value === "string" && !value.includes(" ")) return;
  if (drop < 0.35) Array.isArray(holder) ? holder.splice(Number(index), 1) : delete holder[key];
  else if (typeof value === "number") put(pick(NUMBERS, how)(value));
  else if (typeof value === "string") put(pick(TEXTS, how)(value));
  else if (Array.isArray(value)) put(pick(LISTS, how)(value));
}

async function outcome(bundle: Bundle): Promise<Compiled | readonly Diagnostic[]> {
  try {
    return await compile(bundle);
  } catch (cause) {
    if (cause instanceof DiagnosticsError) return cause.diagnostics;
    throw cause;
  }
}

const RUNS = trials(30, 10);

describe("a bundle that somebody is editing", () => {
  test("gives a deck, or messages that say where", async () => {
    const share = fc.noBias(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }));
    const changes = fc.array(fc.tuple(share, share, share), { minLength: 1, maxLength: 2 });
    let decks = 0;
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const bundle = contract();
        for (const change of all) mutate(bundle as unknown as Json, change);
        const result = await outcome(bundle);
        if ("pages" in result) {
          decks += 1;
          const bytes = await render(result, "pptx", createNodeHost());
          expect(bytes.length).toBeGreaterThan(10_000);
          return;
        }
        const errors = result.filter(({ severity }) => severity === "error");
        expect(errors.length).toBeGreaterThan(0);
        for (const { what, place } of errors) {
          expect(what).toMatch(/\S/);
          expect(place?.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: RUNS },
    );
    expect(decks).toBeGreaterThan(RUNS / 6);
  }, 300_000);
});
