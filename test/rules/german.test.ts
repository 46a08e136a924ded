import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { compileBundle } from "../../src/compile.ts";
import { createNodeHost } from "../../src/host/node.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { de } from "../../src/rules/languages/de/index.ts";

const ROOT = join(import.meta.dirname, "..", "..", "samples");
const TEXT = readFileSync(join(ROOT, "kaelter-zurueck-weniger-gas.json"), "utf8");
const sample = (): Bundle => parse(TEXT, [], { allowTrailingComma: true }) as Bundle;

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the German sample has changed");
  return value;
}

/** What an analyst in Germany gets wrong, and the rule that says so. */
const FAULTS: readonly (readonly [string, string, (bundle: Bundle) => void])[] = [
  [
    "the solution first",
    "why/first",
    (b) => (b.why.statement = "Wir schlagen vor, alle Hausstationen abzugleichen."),
  ],
  [
    "somebody's fault",
    "tone/blame",
    (b) => (b.why.situation = "Die Bauleitung hat das Problem jahrelang ignoriert."),
  ],
  [
    "foreign jargon",
    "tone/jargon",
    (b) => (b.why.opportunity = "Der Pilot hebt Synergien und liefert Quick Wins."),
  ],
  [
    "a number typed by hand",
    "figures/literal",
    (b) =>
      (there(b.why.reasons?.[0]).because =
        "Binnen 24 Stunden behoben werden nur noch 71 Prozent der Störungen."),
  ],
  [
    "a title that names a topic",
    "titles/sentence",
    (b) => (there(b.charts?.[2]).message = "Befunde an den Hausstationen nach Ursachen"),
  ],
  [
    "an objection made small",
    "objections/strong",
    (b) => (there(b.objections?.[1]).objection = "Skeptiker sind ohnehin gegen jede Veränderung."),
  ],
  [
    "hope in place of an act",
    "risks/mitigated",
    (b) => (there(b.risks?.[0]).mitigation = "Wir hoffen auf einen milden Winter"),
  ],
];

describe("a bundle in German", () => {
  test.each(FAULTS)("with %s is told so: %s", async (_fault, code, spoil) => {
    const bundle = sample();
    spoil(bundle);
    const bytes = new TextEncoder().encode(JSON.stringify(bundle, undefined, 2));
    const { findings } = await compileBundle({ bytes, file: "bundle.json", root: ROOT }, createNodeHost(), {
      lenient: true,
    });
    expect([...new Set(findings.map((finding) => finding.code))]).toContain(code);
  });
});

test("a sentence does not end behind an ordinal, a date or an abbreviation", () => {
  const text = "Ab dem 3. Quartal sind es 1,2 Mio. Euro. Am 18. November, z. B. Mittwoch, endet die Frist.";
  expect(de.sentences(text)).toEqual([
    "Ab dem 3. Quartal sind es 1,2 Mio. Euro.",
    "Am 18. November, z. B. Mittwoch, endet die Frist.",
  ]);
});

test.each([
  ["Bis zum 18. Dezember 2026 gilt das Angebot.", "by"],
  ["Vor dem 18. Dezember 2026 kommt nichts.", "before"],
  ["Ab 18. Dezember 2026 steigt der Preis.", "after"],
  ["Am 18.12.2026 endet die Frist.", "on"],
])("a date is read with what is said of it: %s", (text, tie) => {
  const { date, month, tie: tieOf } = there(de.dates);
  const [match] = [...text.matchAll(date)];
  const { index, 0: said, groups = {} } = there(match);
  expect(tieOf(text.slice(0, index), text.slice(index + said.length))).toBe(tie);
  const number =
    groups["month5"] === undefined ? month(there(groups["month1"])) : Number(groups["month5"]) - 1;
  expect(number).toBe(11);
});

test.each([
  ["rucklauftemperatur", "rücklauf", true],
  ["kessel", "spitzenlastkessel", true],
  ["häuser", "haus", true],
  ["vergleich", "vergeben", false],
  ["verstehen", "versuchen", false],
  ["wasser", "wasserrechnung", true],
  ["antwort", "antworten", true],
])("%s and %s are forms of one word: %s", (one, other, expected) => {
  expect(de.sameWord(one, other)).toBe(expected);
});
