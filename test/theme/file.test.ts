import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileBundle } from "../../src/compile.ts";
import { type Diagnostic, DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import type { CompileOptions, Laid } from "../../src/stages.ts";

const arena = readFileSync(new URL("../../themes/arena.json", import.meta.url), "utf8");
const minimal = readFileSync(new URL("../../samples/minimal.json", import.meta.url), "utf8");

async function compiled(
  theme: string,
  files: Readonly<Record<string, string>>,
  options: CompileOptions = {},
): Promise<Laid> {
  const text = minimal.replace('"title"', `"theme": ${JSON.stringify(theme)},\n  "title"`);
  const host = createMemoryHost(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [`decks/${name}`, content])),
  );
  const source = { bytes: new TextEncoder().encode(text), file: "decks/deck.json", root: "decks" };
  return compileBundle(source, host, options);
}

async function refusal(...all: Parameters<typeof compiled>): Promise<readonly Diagnostic[]> {
  try {
    await compiled(...all);
    return [];
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    return cause.diagnostics;
  }
}

const withFont = (font: string): string => arena.replace('"body": "Arial"', `"body": "${font}"`);

describe("a theme in a file", () => {
  test("is read from the bundle's folder, with comments and trailing commas, and named by the deck", async () => {
    const commented = `// Ours\n${arena.trimEnd().slice(0, -1).trimEnd()},\n}`;
    for (const name of ["./our-theme.json", "our-theme.json", "look/our-theme.json"]) {
      const { look, pages } = await compiled(name, { [name]: commented });
      expect(look.theme.name).toBe("Arena");
      expect(pages.theme).toBe(name);
    }
  });

  test("that is not there, lies outside, or is on the network is refused where the bundle names it", async () => {
    for (const [name, code] of [
      ["./missing.json", "files/missing"],
      ["../theme.json", "files/outside"],
      ["https://example.com/theme.json", "files/remote"],
    ] as const) {
      const found = await refusal(name, {}, { findAll: true });
      expect(found.filter((one) => one.path?.[0] === "theme").map((one) => one.code)).toEqual([code]);
      expect(found.find((one) => one.code === code)?.place?.file).toBe("decks/deck.json");
    }
  });

  test("with mistakes is told all of them, each with its line in the theme's file", async () => {
    const wrong = arena
      .replace('"dk1": "15122B"', '"dk1": "#15122B"')
      .replace('"slot": "accent2"', '"slot": "green"')
      .replace('"columns": 12', '"colums": 12');
    const found = await refusal("./our-theme.json", { "our-theme.json": wrong });
    const lineOf = (text: string): number => wrong.slice(0, wrong.indexOf(text)).split("\n").length;
    expect(found.map(({ code, place }) => [code, place?.file, place?.line])).toEqual(
      expect.arrayContaining([
        ["theme/invalid-value", "decks/our-theme.json", lineOf("#15122B")],
        ["theme/invalid-value", "decks/our-theme.json", lineOf('"slot": "green"')],
        ["theme/missing-field", "decks/our-theme.json", lineOf('"slide": {')],
        ["theme/unknown-field", "decks/our-theme.json", lineOf('"slide": {')],
      ]),
    );
    expect(found.every(({ place }) => (place?.text ?? "") !== "")).toBe(true);
  });

  test("that is no JSON is refused at the place of the mistake", async () => {
    const [found] = await refusal("./t.json", { "t.json": arena.replace('"scheme": {', '"scheme" {') });
    expect(found?.place).toMatchObject({ file: "decks/t.json", line: 5 });
    expect(await refusal("./t.json", { "t.json": "" })).not.toEqual([]);
    expect(await refusal("./t.json", { "t.json": "[1]" })).not.toEqual([]);
  });
});

describe("a font that is not measured", () => {
  test("is a warning at the theme, once, and an error where warnings are errors", async () => {
    const files = { "t.json": withFont("Acme Grotesk") };
    const { diagnostics } = await compiled("./t.json", files);
    expect(diagnostics.map(({ code, severity, path }) => [code, severity, path])).toEqual([
      ["theme/font-guessed", "warning", ["theme"]],
    ]);
    const both = withFont("Acme Grotesk").replace('"heading": "Arial"', '"heading": "Acme Grotesk"');
    expect((await compiled("./t.json", { "t.json": both })).diagnostics).toHaveLength(1);
    const strict = await refusal("./t.json", files, { strict: true });
    expect(strict.map(({ code, severity }) => [code, severity])).toEqual([["theme/font-guessed", "error"]]);
    expect(await refusal("./t.json", { "t.json": withFont("Georgia") }, { strict: true })).toEqual([]);
  });
});
