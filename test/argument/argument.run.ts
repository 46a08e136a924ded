import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { judgeBase } from "./compare.ts";
import { falsify, mutationReport, type Outcome, progress } from "./falsified.ts";
import { report } from "./report.ts";
import { bases, casesOf, samples } from "./set.ts";
import { TRUTHS } from "./truths/index.ts";

/** Where the reports are written, beside being printed. */
const OUT = join(import.meta.dirname, "..", "..", "out", "argument");

/** Share of their false sentences at which samples, whose claims carry tests, break the check. */
const LEAST = 0.9;

/** One bundle only, by name, for those who look into one: FOREDECK_ARGUMENT=libraries. */
const only = process.env["FOREDECK_ARGUMENT"];
const chosen = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] =>
  only === undefined ? all : all.filter(({ name }) => name === only);

function publish(name: string, text: string): void {
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, name), `${text}\n`);
  console.log(`${text}\n`);
}

test("weaknesses that are found, and alarms on what is sound", async () => {
  const results = [];
  for (const base of chosen(bases())) results.push(await judgeBase(base, casesOf(base.name)));
  publish("weaknesses.md", report(results));
});

test("sentences that changed data make false", async () => {
  const outcomes: Outcome[] = [];
  for (const base of chosen([...bases(), ...samples()])) {
    const those = await falsify(base, TRUTHS[base.name] ?? []);
    outcomes.push(...those);
    console.log(progress(base.name, those));
  }
  publish("mutations.md", mutationReport(outcomes));
  for (const { name } of chosen(samples())) {
    const broken = outcomes.filter(({ base, holds }) => base === name && !holds);
    const found = broken.filter((each) => each.found).length;
    expect(found / broken.length, name).toBeGreaterThanOrEqual(LEAST);
  }
});
