import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { CHART_KINDS } from "../src/charts/index.ts";
import { FORMATS, PAGED_FORMATS } from "../src/formats/index.ts";
import { type AnyFormatName, extensionOf, formatOf } from "../src/formats/names.ts";
import { LOCALES } from "../src/locales/index.ts";
import { slideKinds } from "../src/slides/index.ts";

/** A kind file that nobody registered is dead, and a kind that no sample uses is untested. */
const ROOT = join(import.meta.dirname, "..");

const filesThat = (folder: string, pattern: RegExp): string[] =>
  readdirSync(join(ROOT, "src", folder))
    .filter(
      (name) => name.endsWith(".ts") && pattern.test(readFileSync(join(ROOT, "src", folder, name), "utf8")),
    )
    .map((name) => name.replace(/\.ts$/, ""));

const samples = readdirSync(join(ROOT, "samples"))
  .filter((name) => name.endsWith(".json"))
  .map(
    (name) =>
      parse(readFileSync(join(ROOT, "samples", name), "utf8")) as {
        charts?: { kind: string }[];
        investment?: unknown;
        plan?: unknown;
      },
  );

describe("registries", () => {
  test("every chart kind is registered, under its own name", () => {
    expect(Object.keys(CHART_KINDS).sort()).toEqual(filesThat("charts", /= chartKind\(\{/).sort());
    expect(Object.entries(CHART_KINDS).filter(([name, kind]) => kind.name !== name)).toEqual([]);
  });

  test("every slide kind is registered, under its own name and once", () => {
    const names = slideKinds.map((kind) => kind.name);
    expect([...names].sort()).toEqual(filesThat("slides", /= slideKind(<[^>]*>)?\(\{/).sort());
    expect(new Set(names).size).toBe(names.length);
  });

  test("every locale is registered by its tag", () => {
    expect(Object.entries(LOCALES).filter(([tag, words]) => words.tag !== tag)).toEqual([]);
    expect(filesThat("locales", /: LocaleWords = \{/).length).toBeGreaterThan(0);
  });

  test("every format folder is registered", () => {
    const written = readdirSync(join(ROOT, "src", "formats"), { withFileTypes: true }).flatMap((entry) => {
      const index = join(ROOT, "src", "formats", entry.name, "index.ts");
      if (!entry.isDirectory() || !existsSync(index)) return [];
      return [...readFileSync(index, "utf8").matchAll(/^export const (\w+): Format =/gm)].map(
        ([, name]) => name,
      );
    });
    expect(Object.keys(FORMATS).sort()).toEqual(written.sort());
  });

  test("every format writes files of its own name, and is known by them", () => {
    for (const [name, { extension }] of Object.entries({ ...FORMATS, ...PAGED_FORMATS })) {
      expect(extension).toBe(extensionOf(name as AnyFormatName));
      expect(formatOf(`out/deck${extension}`)).toBe(name);
    }
    expect(formatOf("out/deck.docx")).toBeUndefined();
  });

  test("a sample uses every chart kind", () => {
    const used = new Set(
      samples.flatMap((sample) => [
        ...(sample.charts ?? []).map((chart) => chart.kind),
        ...(sample.investment ? ["tornado"] : []),
        ...(sample.plan ? ["gantt"] : []),
      ]),
    );
    expect(Object.keys(CHART_KINDS).filter((name) => !used.has(name))).toEqual([]);
  });
});
