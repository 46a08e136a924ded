import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { valueAt } from "../../src/base/json-path.ts";
import type { Origin } from "../../src/base/origin.ts";
import { compileBundle } from "../../src/compile.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { isSentence } from "../../src/model/bundle/sentences.ts";
import type { Page, PlacedParagraph } from "../../src/model/page.ts";
import type { Compiled } from "../../src/stages.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const BUNDLES = [
  "samples/minimal.json",
  "samples/sepsis-at-the-ward-door.json",
  "samples/stop-mechanical-scales.json",
  "samples/vuodot-kiinni-samana-paivana.json",
  "samples/kaelter-zurueck-weniger-gas.json",
  "samples/laga-for-dem-som-kommer.json",
  "samples/reparer-la-porte-avant-la-panne.json",
  "test/bundles/customer-listening.json",
];

const compile = (name: string, origins: boolean): Promise<Compiled> => {
  const file = join(ROOT, name);
  const source = { bytes: new Uint8Array(readFileSync(file)), file, root: dirname(file) };
  return compileBundle(source, createNodeHost(), { origins });
};

const paragraphsOf = ({ items }: Page): readonly PlacedParagraph[] =>
  items.flatMap((item) =>
    item.type === "text"
      ? item.paragraphs
      : item.type === "table"
        ? item.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs))
        : [],
  );

/** Words as they are compared: quotation marks, dashes and spaces are set by language, capitals by place. */
const folded = (text: string): string =>
  text
    .replaceAll(/[‘’‚'ʼ]/g, "'")
    .replaceAll(/[“”„"«»]/g, '"')
    .replaceAll(/[−–—-]/g, "-")
    .replaceAll(/\s/g, " ")
    .toLowerCase();

const runsOf = (compiled: Compiled) =>
  compiled.pages.pages.flatMap((page) =>
    paragraphsOf(page).flatMap(({ runs, lines }) => [...runs, ...lines.flatMap((line) => line.runs)]),
  );

/** The text of a field as it is read: without markup, with its expressions left out. */
const plainWords = (text: string): string =>
  folded(text.replaceAll(/\{\{.*?\}\}/gs, "").replaceAll("**", ""));

describe.each(BUNDLES)("%s", (name) => {
  let traced: Compiled;
  beforeAll(async () => {
    traced = await compile(name, true);
  });

  test("looks the same whether or not its words know where they came from", async () => {
    const without = JSON.parse(
      JSON.stringify(traced.pages, (key, value) => (key === "origins" ? undefined : value)),
    );
    const { pages } = await compile(name, false);
    expect(without).toEqual(JSON.parse(JSON.stringify(pages)));
    expect(JSON.stringify(pages)).not.toContain('"origins"');
  });

  test("names for each letter the one of the bundle that it is", () => {
    let seen = 0;
    for (const { text, origins = [] } of runsOf(traced))
      for (const { at, length, path, start, end, figure } of origins) {
        if (path === undefined || start === undefined || figure !== undefined) continue;
        const written = valueAt(traced.bundle, path);
        expect(folded(String(written).slice(start, end)), path.join(".")).toBe(
          folded(text.slice(at, at + length)),
        );
        seen += 1;
      }
    expect(seen).toBeGreaterThan(50);
  });

  test("names the whole expression behind each figure in a sentence", () => {
    const spans = runsOf(traced).flatMap(({ origins = [] }) =>
      origins.filter(({ figure, start }) => figure !== undefined && start !== undefined),
    );
    for (const { path, start, end, figure } of spans) {
      const written = String(valueAt(traced.bundle, path ?? [])).slice(start, end);
      expect(written).toMatch(/^\{\{.*\}\}$/s);
      expect(written).toContain(figure);
    }
    expect(spans.length).toBeGreaterThan(5);
  });

  test("knows the origin of every sentence of the author's that stands on a page", () => {
    const unknown: string[] = [];
    let known = 0;
    const sentences = new Map<string, string>();
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      if (typeof value === "string") {
        // Fewer words may stand in our own sentences, too.
        if (isSentence(path) && plainWords(value).split(" ").length > 3)
          sentences.set(plainWords(value), path.join("."));
      } else if (value !== null && typeof value === "object")
        for (const [key, item] of Object.entries(value))
          walk(item, [...path, Array.isArray(value) ? Number(key) : key]);
    };
    walk(traced.bundle, []);
    for (const page of traced.pages.pages)
      for (const { runs } of paragraphsOf(page)) {
        const text = runs.map((run) => run.text).join("");
        if (!sentences.has(folded(text))) continue;
        const left = runs.map(({ text, origins = [] }) => uncovered(text, origins)).join("");
        if (/[\p{L}\p{N}]/u.test(left)) unknown.push(`${page.id}: ${text}`);
        else known += 1;
      }
    expect(unknown).toEqual([]);
    expect(known).toBeGreaterThan(10);
  });
});

/** What is left of a text without the parts that come from a field of the bundle. */
const uncovered = (text: string, origins: readonly Origin[]): string =>
  origins
    .filter(({ path }) => path !== undefined)
    .toSorted((a, b) => b.at - a.at)
    .reduce((left, { at, length }) => left.slice(0, at) + left.slice(at + length), text);
