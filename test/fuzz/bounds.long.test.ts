import { expect, test } from "vitest";
import { compileBundle } from "../../src/compile.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { createNodeHost } from "../../src/host/node.ts";
import type { Compiled } from "../../src/stages.ts";
import { blanks, repeated, wraps } from "../layout/bounds.ts";
import { type Made, makeBundle } from "./bundle.ts";
import { marked } from "./marked.ts";

/** Bundles that are laid out; `npm run test:fuzz` takes 200. */
const COUNT = Number(process.env["FOREDECK_FUZZ"] ?? 50) > 50 ? 200 : 20;
const SEEDS = Array.from({ length: COUNT }, (_, n) => n + 1);

const disk = createNodeHost();

/** The deck of a bundle; undefined where it is refused. */
async function laid({ bundle, files }: Made): Promise<Compiled | undefined> {
  // The bounds are those of our own frames.
  const bytes = new TextEncoder().encode(JSON.stringify({ ...bundle, template: undefined }));
  try {
    return await compileBundle({ bytes, file: "bundle.json", root: "." }, createMemoryHost(files, disk), {
      lenient: true,
    });
  } catch (cause) {
    if (cause instanceof DiagnosticsError) return undefined;
    throw cause;
  }
}

const TIMEOUT = 60_000 + COUNT * 5_000;

test("pages are filled, and no line ends inside a number, a date or a name", {
  timeout: TIMEOUT,
}, async () => {
  const shares: (readonly [number, string])[] = [];
  const parted: string[] = [];
  for (const seed of SEEDS) {
    const compiled = await laid(makeBundle(seed));
    if (compiled === undefined) continue;
    const { bundle, pages } = compiled;
    const names = (bundle.stakeholders ?? []).map(({ name }) => name);
    shares.push(...blanks(pages.pages).map(([share, id]) => [share, `seed ${seed}: ${id}`] as const));
    parted.push(...wraps(pages.pages, names).map((fault) => `seed ${seed}: ${fault}`));
  }
  const sorted = shares.toSorted(([a], [b]) => a - b);
  expect(sorted.length).toBeGreaterThan(COUNT * 10);
  expect(sorted[Math.floor(sorted.length / 2)]?.[0]).toBeLessThanOrEqual(0.05);
  // A heat map of one row, and what goes on to another page.
  const blank = sorted.filter(([share]) => share >= 0.2);
  expect(blank.length / sorted.length, JSON.stringify(blank)).toBeLessThan(0.005);
  expect(parted).toEqual([]);
});

test("little is said twice", { timeout: TIMEOUT }, async () => {
  const shares: number[] = [];
  // Each text of these bundles is its own: what stands twice is repeated by the deck.
  for (const seed of SEEDS) {
    const compiled = await laid(marked(makeBundle(seed)));
    if (compiled !== undefined) shares.push(repeated(compiled.pages.pages));
  }
  const sorted = shares.toSorted((a, b) => a - b);
  expect(sorted.length).toBeGreaterThan(COUNT / 2);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(0.08);
  // What is asked for stands in the answer and in the decision: of a bundle that says little else it is much.
  expect(sorted[Math.floor(sorted.length * 0.95)]).toBeLessThan(0.16);
  if (COUNT >= 200) console.log(sorted.filter((_, n) => n % 20 === 0 || n > sorted.length - 4));
});
