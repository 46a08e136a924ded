import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { compileBundle } from "../../src/compile.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { enGB } from "../../src/locales/en.ts";
import { fiFI } from "../../src/locales/fi.ts";
import { parseTemplate } from "../../src/locales/template.ts";
import { render } from "../../src/render.ts";
import type { Compiled } from "../../src/stages.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "samples");
const FILE = "vuodot-kiinni-samana-paivana.json";
const host = createNodeHost();

const ENGLISH: Readonly<Record<string, string>> = enGB.phrases;
const FINNISH: Readonly<Record<string, string>> = fiFI.phrases;

/** The words that a phrase says whatever it is filled with, as far as they are more than one. */
function runsOfWords(source: string): readonly string[] {
  const runs: string[] = [];
  JSON.stringify(parseTemplate(source), (_key, node: unknown) => {
    if (node !== null && typeof node === "object" && "type" in node && "value" in node) {
      if (node.type === "ContentStatement" || node.type === "StringLiteral") runs.push(String(node.value));
    }
    return node;
  });
  return runs
    .map((run) => run.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""))
    .filter((run) => /\p{L} \p{L}/u.test(run));
}

/** Texts between tags, and what attributes say to people. */
const texts = (xml: string): readonly string[] =>
  [...xml.matchAll(/>([^<>]+)<|(?:descr|alt|title|aria-label)="([^"]+)"/g)].map(
    ([, text, attribute]) => text ?? attribute ?? "",
  );

describe("a deck in Finnish", () => {
  let compiled: Compiled;
  const said = new Map<string, readonly string[]>();

  beforeAll(async () => {
    const bytes = new Uint8Array(readFileSync(join(FOLDER, FILE)));
    compiled = await compileBundle({ bytes, file: FILE, root: FOLDER }, host);
    said.set("md", strFromU8(await render(compiled, "md", host)).split("\n"));
    // Styles and scripts are no words, and the figures in fonts are none either.
    const html = strFromU8(await render(compiled, "html", host));
    said.set("html", texts(html.replace(/<(style|script)\b.*?<\/\1>/gs, "")));
    for (const [name, part] of Object.entries(unzipSync(await render(compiled, "pptx", host)))) {
      if (/^(?:ppt\/(?:slides|notesSlides|charts)\/[^/]+|docProps\/(?:core|app))\.xml$/.test(name))
        said.set(name, texts(strFromU8(part)));
    }
  });

  test("is looked at in all its parts", () => {
    expect([...said.keys()].filter((name) => name.startsWith("ppt/slides/"))).toHaveLength(
      compiled.pages.pages.length,
    );
    for (const [name, lines] of said) expect([name, lines.length > 0]).toEqual([name, true]);
    expect(said.get("html")?.join(" ")).toContain("Kaavion luvut");
  });

  test("says nothing that only English says", () => {
    const foreign = Object.values(ENGLISH).flatMap(runsOfWords);
    expect(foreign).toEqual(expect.arrayContaining(["Decision needed by", "people listed here"]));
    for (const [name, lines] of said) {
      const found = foreign.filter((words) => lines.some((line) => line.includes(words)));
      expect([name, found]).toEqual([name, []]);
    }
  });

  test("has no English word where a word stands alone", () => {
    const alone = new Set(
      Object.entries(ENGLISH)
        .filter(([name, source]) => !source.includes("{{") && source !== FINNISH[name])
        .map(([, source]) => source),
    );
    // What is a Finnish word too.
    for (const word of Object.values(FINNISH)) alone.delete(word);
    expect(alone.size).toBeGreaterThan(150);
    for (const [name, lines] of said) {
      const parts = lines.flatMap((line) => [line, ...line.split(/[|*>]/)]).map((part) => part.trim());
      expect([name, parts.filter((part) => alone.has(part))]).toEqual([name, []]);
    }
  });

  test("is marked as Finnish, in each of its files", async () => {
    expect(strFromU8(await render(compiled, "html", host))).toContain('<html lang="fi-FI">');
    const parts = unzipSync(await render(compiled, "pptx", host));
    const languages = Object.values(parts).flatMap((part) =>
      [...strFromU8(part).matchAll(/ lang="([^"]+)"/g)].map(([, language]) => language),
    );
    expect([...new Set(languages)]).toEqual(["fi-FI"]);
    expect(strFromU8(parts["docProps/core.xml"] ?? new Uint8Array())).toContain(
      "<dc:language>fi-FI</dc:language>",
    );
  });
});
