import { describe, expect, test } from "vitest";
import { compileBundle } from "../../src/compile.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { createNodeHost } from "../../src/host/node.ts";
import type { Pages } from "../../src/model/page.ts";
import { patternOf } from "../schema-texts.ts";
import { makeBundle } from "./bundle.ts";
import { FIELDS, type Marked, marked } from "./marked.ts";

/** Bundles of which every text is marked; `npm run test:fuzz` takes 200. */
const COUNT = Number(process.env["FOREDECK_FUZZ"] ?? 50) > 50 ? 200 : 14;

/** Not read on a page: names and alternative texts of items, where they come from, and where links lead. */
const BESIDE = new Set(["alt", "name", "tip", "from", "to", "says", "drawn", "heading", "lines", "edgeAlt"]);
/** Of a chart all is read but what those hear who cannot see it; a label without room stands in its numbers. */
const OF_CHART = new Set(["alt", "message", "from", "id"]);

/** All that stands on the pages: texts, tables, and what charts write and hold. */
function seen(value: unknown, beside: ReadonlySet<string> = BESIDE): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((one) => seen(one, beside)).join("\n");
  if (typeof value !== "object" || value === null) return "";
  return Object.entries(value)
    .map(([key, one]) => (beside.has(key) ? "" : seen(one, key === "chart" ? OF_CHART : beside)))
    .join("\n");
}

const onPages = ({ pages }: Pages): string => seen(pages.map(({ items }) => items));

const disk = createNodeHost();

/** Paths of marked texts that no page shows; undefined where the bundle is refused. */
async function lost(made: Marked): Promise<readonly string[] | undefined> {
  const bytes = new TextEncoder().encode(JSON.stringify(made.bundle));
  try {
    const { pages } = await compileBundle(
      { bytes, file: "bundle.json", root: "." },
      createMemoryHost(made.files, disk),
      { lenient: true },
    );
    const words = new Set(onPages(pages).match(/Zq\d+x/g));
    return made.marks.flatMap(([path, mark]) => (words.has(mark) ? [] : [path.join(".")]));
  } catch (cause) {
    if (cause instanceof DiagnosticsError) return undefined;
    throw cause;
  }
}

describe("every text of a bundle reaches the reader", { timeout: 60_000 + COUNT * 5_000 }, () => {
  test(`in ${COUNT} bundles made by chance`, async () => {
    const faults: string[] = [];
    const reached = new Set<string>();
    let built = 0;
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const made = marked(makeBundle(seed));
      const missing = await lost(made);
      if (missing === undefined) continue;
      built += 1;
      for (const [path] of made.marks) reached.add(patternOf(path));
      faults.push(...missing.map((path) => `seed ${seed}: ${path}`));
    }
    expect(faults).toEqual([]);
    expect(built / COUNT).toBeGreaterThan(0.8);
    if (COUNT >= 200) expect(FIELDS.filter((field) => !reached.has(field))).toEqual([]);
  });
});
