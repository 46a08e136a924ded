import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { createNodeHost } from "../../src/host/node.ts";
import { compile } from "../../src/library.ts";
import { isSentence } from "../../src/model/bundle/sentences.ts";
import type { JsonPath } from "../../src/model/figures.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** Every word of a text with its place, that of a chart's own parts included. */
function texts(value: unknown, path: JsonPath = []): readonly { text: string; path: JsonPath }[] {
  if (typeof value === "string") return [{ text: value, path }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    ["from", "href", "id", "to", "of"].includes(key) ? [] : texts(part, [...path, key]),
  );
}

const marked = (value: unknown, path: JsonPath = []): unknown => {
  if (typeof value === "string") {
    // The id of a driver names it, and is not drawn.
    if (path.at(-1) === "driver" && /^[a-z][a-z0-9-]*$/.test(value)) return value;
    // Names and quotes hold no markup; what looks like it is left without it.
    if (
      ["name", "title", "subtitle", "role", "organisation", "driver"].includes(String(path.at(-1))) ||
      (path[0] === "investment" && path.at(-1) === "label") ||
      // Costs and benefits that are named again, by the names that they now have.
      (["costs", "benefits"].includes(String(path.at(-2))) &&
        path.some((part) => ["changes", "drivers", "pays"].includes(String(part))))
    )
      return `**${value}** [x](https://x.org)`;
    if (path[0] === "quotes" && path.at(-1) === "text") return `${value} [x](https://x.org)`;
    if (!isSentence(path) || value.includes("**")) return value;
    // The last word, so that what the sentence begins with stays.
    return value.replace(
      / ([\p{L}-]+)([.?]?)$/u,
      " **bo** *it* [x](https://x.org/a_(b)) [$1](ftp://x.org)$2",
    );
  }
  if (Array.isArray(value)) return value.map((item, n) => marked(item, [...path, n]));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, marked(item, [...path, key])]));
};

describe("markup", () => {
  test.each([
    "samples/minimal.json",
    "samples/sepsis-at-the-ward-door.json",
    "samples/stop-mechanical-scales.json",
    "samples/vuodot-kiinni-samana-paivana.json",
    "samples/kaelter-zurueck-weniger-gas.json",
    "test/bundles/customer-listening.json",
  ])("of every sentence of %s is read, nowhere printed", async (file) => {
    const bundle = marked(parse(readFileSync(join(ROOT, file), "utf8"))) as never;
    const root = join(ROOT, file, "..");
    const { pages } = await compile(bundle, { host: createNodeHost(), root, lenient: true, findAll: true });
    expect(pages?.pages.length).toBeGreaterThan(5);
    const raw = texts(pages).filter(({ text }) => /\*|\]\(/.test(text));
    expect(raw.map(({ text, path }) => `${path.join(".")}: ${text.slice(0, 90)}`)).toEqual([]);
  });
});
