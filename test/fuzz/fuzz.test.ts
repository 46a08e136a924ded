import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundleSchema } from "../../src/read/schema.ts";
import { judge } from "../formats/pptx/judge.ts";
import { trials } from "../trials.ts";
import { buildBundle, type Outcome, unfair } from "./build.ts";
import { type Made, makeBundle } from "./bundle.ts";
import { seams } from "./seams.ts";

/**
 * FOREDECK_FUZZ says how many bundles are built and FOREDECK_FUZZ_SEED the seed of the first; `npm run test:fuzz` builds
 * a thousand. FOREDECK_FUZZ_KEEP names a folder that the decks and the refused bundles are kept in, to look at them.
 */
const COUNT = Number(process.env["FOREDECK_FUZZ"] ?? trials(50));
const SEED = Number(process.env["FOREDECK_FUZZ_SEED"] ?? 1);
const KEEP = process.env["FOREDECK_FUZZ_KEEP"];
/** One in so many decks is read by Microsoft's Open XML SDK, which takes longer than building it. */
const JUDGED = 10;
/** Of realistic bundles, so many at least become a deck. */
const LEAST = 0.95;

describe(`realistic bundles from seed ${SEED} on`, () => {
  test("are the same for the same seed, and valid by the schema", () => {
    expect(makeBundle(SEED)).toEqual(makeBundle(SEED));
    for (let seed = SEED; seed < SEED + COUNT; seed += 1) {
      const { error } = bundleSchema.safeParse(makeBundle(seed).bundle);
      expect(error, `seed ${seed}`).toBeUndefined();
    }
  });

  test("become sound decks, or are refused with advice", { timeout: 60_000 + COUNT * 5_000 }, async () => {
    const outcomes = new Map<Outcome["type"], number>();
    const codes: Record<string, number> = {};
    const faults: string[] = [];
    for (let seed = SEED; seed < SEED + COUNT; seed += 1) {
      const made = makeBundle(seed);
      const outcome = await buildBundle(made);
      outcomes.set(outcome.type, (outcomes.get(outcome.type) ?? 0) + 1);
      if (KEEP !== undefined) keep(KEEP, seed, made, outcome);
      if (outcome.type === "crashed") faults.push(`seed ${seed}: ${String(outcome.cause)}`);
      if (outcome.type === "refused") {
        faults.push(...unfair(outcome.diagnostics, made.bundle).map((fault) => `seed ${seed}: ${fault}`));
        for (const { code, severity } of outcome.diagnostics)
          if (severity === "error") codes[code] = (codes[code] ?? 0) + 1;
      }
      if (outcome.type === "built")
        faults.push(...seams(outcome.compiled, made.bundle).map((seam) => `seed ${seed}: ${seam}`));
      if (outcome.type === "built" && seed % JUDGED === 0)
        faults.push(...(await judge(outcome.deck)).map((fault) => `seed ${seed}: ${fault}`));
    }
    if (COUNT > 50) console.log(Object.fromEntries(outcomes), codes);
    expect(faults).toEqual([]);
    expect((outcomes.get("built") ?? 0) / COUNT, JSON.stringify(codes)).toBeGreaterThanOrEqual(LEAST);
  });

  test.each(["de-DE"])("become sound decks in %s", { timeout: 60_000 + COUNT * 1_000 }, async (locale) => {
    const faults: string[] = [];
    let built = 0;
    const count = Math.max(5, Math.floor(COUNT / 10));
    for (let seed = SEED; seed < SEED + count; seed += 1) {
      const made = makeBundle(seed);
      const outcome = await buildBundle({ ...made, bundle: { ...made.bundle, locale } });
      if (outcome.type === "crashed") faults.push(`seed ${seed}: ${String(outcome.cause)}`);
      if (outcome.type !== "built") continue;
      built += 1;
      faults.push(...seams(outcome.compiled, made.bundle).map((seam) => `seed ${seed}: ${seam}`));
    }
    expect(faults).toEqual([]);
    expect(built).toBeGreaterThan(count / 2);
  });
});

function keep(folder: string, seed: number, { bundle, files }: Made, outcome: Outcome): void {
  mkdirSync(folder, { recursive: true });
  if (outcome.type === "built") writeFileSync(join(folder, `${seed}.pptx`), outcome.deck);
  else {
    const own = join(folder, `${seed}-${outcome.type}`);
    for (const [name, content] of Object.entries({
      ...files,
      "bundle.json": JSON.stringify(bundle, null, 2),
    })) {
      mkdirSync(dirname(join(own, name)), { recursive: true });
      writeFileSync(join(own, name), content);
    }
  }
}
