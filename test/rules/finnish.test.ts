import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { compileBundle } from "../../src/compile.ts";
import { createNodeHost } from "../../src/host/node.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";

const ROOT = join(import.meta.dirname, "..", "..", "samples");
const TEXT = readFileSync(join(ROOT, "vuodot-kiinni-samana-paivana.json"), "utf8");
const sample = (): Bundle => parse(TEXT, [], { allowTrailingComma: true }) as Bundle;

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the Finnish sample has changed");
  return value;
}

/** What an analyst in Finland gets wrong, and the rule that says so. */
const FAULTS: readonly (readonly [string, string, (bundle: Bundle) => void])[] = [
  [
    "the solution first",
    "why/first",
    (b) => (b.why.statement = "Ehdotamme vuotohälyttimiä kaikkiin asuntoihin."),
  ],
  [
    "somebody's fault",
    "tone/blame",
    (b) => (b.why.situation = "Vuodot leviävät, koska huolto ei viitsi käydä asunnoissa."),
  ],
  [
    "foreign jargon",
    "tone/jargon",
    (b) => (b.why.opportunity = "Pilotista saamme synergiaetuja ja quick winejä."),
  ],
  [
    "a number typed by hand",
    "figures/literal",
    (b) => (there(b.why.reasons?.[0]).because = "Tyhjien asuntojen osuus on noussut jo 5,3 prosenttiin."),
  ],
  [
    "a title that names a topic",
    "titles/sentence",
    (b) => (there(b.charts?.[1]).message = "Vuotojen syyt taloittain"),
  ],
  [
    "an objection made small",
    "objections/strong",
    (b) =>
      (there(b.objections?.[1]).objection = "Jotkut vastustavat aina kaikkea uutta eivätkä lähde kotoaan."),
  ],
  [
    "applause only",
    "quotes/balance",
    (b) => {
      for (const quote of b.quotes) quote.tone = "supports";
    },
  ],
];

describe("a bundle in Finnish", () => {
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
