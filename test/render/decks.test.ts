import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { compileBundle } from "../../src/compile.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { render } from "../../src/render.ts";
import { FOLDER, STRESSES } from "../stress/bundles.ts";
import { writeDeck } from "./decks/broken.ts";
import { findingsIn } from "./decks/check.ts";
import { convertAll } from "./lines/drawn.ts";

interface Case {
  readonly name: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly lenient: boolean;
}

const SAMPLES = join(import.meta.dirname, "..", "..", "samples");
const FILES = [
  join(FOLDER, "customer-listening.json"),
  ...readdirSync(SAMPLES)
    .filter((file) => file.endsWith(".json"))
    .map((file) => join(SAMPLES, file)),
];
const CASES: readonly Case[] = [
  ...FILES.map((file) => ({ name: basename(file), file, bytes: readFileSync(file), lenient: false })),
  ...STRESSES.map(({ name, bundle, lenient }) => ({
    name,
    file: join(FOLDER, `${name}.json`),
    bytes: new TextEncoder().encode(JSON.stringify(bundle)),
    lenient,
  })),
];

/** LibreOffice draws every word on its slide, inside its box and clear of all others. */
describe("in LibreOffice", () => {
  const decks: Uint8Array[] = [];
  let pdfs: readonly Uint8Array[] = [];
  beforeAll(async () => {
    const host = createNodeHost();
    for (const { bytes, file, lenient } of CASES) {
      const source = { bytes, file: basename(file), root: dirname(file) };
      decks.push(await render(await compileBundle(source, host, { lenient }), "pptx", host));
    }
    // The checker is shown a deck that is wrong on purpose too.
    decks.push(await writeDeck());
    pdfs = await convertAll(decks);
  }, 1_800_000);
  const found = (index: number): Promise<readonly string[]> =>
    findingsIn(decks[index] ?? new Uint8Array(), pdfs[index] ?? new Uint8Array());

  test.each(CASES.map(({ name }, index) => [name, index] as const))(
    "%s is drawn as it was laid out",
    async (_, index) => {
      expect(await found(index)).toEqual([]);
    },
  );

  test("a word outside its box, off its slide or over another one is found", async () => {
    const all = await found(CASES.length);
    expect(all.some((one) => one.includes("spills from its box"))).toBe(true);
    expect(all.some((one) => one.includes("is off the slide"))).toBe(true);
    expect(all.some((one) => one.includes("are printed over one another"))).toBe(true);
  });
});
