import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { compileBundle } from "../../src/compile.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { render } from "../../src/render.ts";
import type { Compiled } from "../../src/stages.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "samples");
const FILE = "yoyaku-bus-e-no-tenkan.json";
const host = createNodeHost();
let compiled: Compiled;
let parts: Readonly<Record<string, string>>;

beforeAll(async () => {
  const bytes = new Uint8Array(readFileSync(join(FOLDER, FILE)));
  compiled = await compileBundle({ bytes, file: FILE, root: FOLDER }, host);
  const zip = unzipSync(await render(compiled, "pptx", host));
  parts = Object.fromEntries(Object.entries(zip).map(([name, part]) => [name, strFromU8(part)]));
});

test("slides, notes and charts of a Japanese deck say no word in Latin letters", () => {
  const said = Object.entries(parts)
    .filter(([name]) => /^ppt\/(?:slides|notesSlides|charts)\/[^/]+\.xml$/.test(name))
    .flatMap(([, xml]) => [...xml.matchAll(/<(?:a:t|c:v)>([^<]+)<|descr="([^"]+)"/g)])
    .map(([, text, alt]) => text ?? alt ?? "");
  expect(said.length).toBeGreaterThan(300);
  const address = /m\.nishikawa@example\.com|Tokyo|&(?:amp|quot|lt|gt);/g;
  expect(said.filter((text) => /[A-Za-z]{2,}/.test(text.replaceAll(address, "")))).toEqual([]);
});

test("its language is Japanese in every run", () => {
  const languages = Object.values(parts).flatMap((xml) =>
    [...xml.matchAll(/ lang="([^"]+)"/g)].map(([, language]) => language),
  );
  expect([...new Set(languages)]).toEqual(["ja-JP"]);
});

test("no line begins with a mark that closes, nor ends with one that opens (JIS X 4051)", () => {
  const lines = JSON.stringify(compiled.pages.pages);
  const texts: string[][] = [];
  JSON.parse(lines, (_key, value: unknown) => {
    if (value !== null && typeof value === "object" && "lines" in value && Array.isArray(value.lines))
      texts.push(
        value.lines.map((line: { runs?: { text: string }[] }) =>
          (line.runs ?? []).map(({ text }) => text).join(""),
        ),
      );
    return value;
  });
  const broken = texts.filter((all) => all.length > 1);
  expect(broken.length).toBeGreaterThan(20);
  for (const all of broken) {
    for (const line of all.slice(1))
      expect(line).not.toMatch(
        /^[、。，．・：；？！）〕］｝〉》」』】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u,
      );
    for (const line of all.slice(0, -1)) expect(line).not.toMatch(/[（〔［｛〈《「『【]$/u);
  }
});

test("nothing is in italics, which its letters do not have: quotations stand in their marks, emphasis is bold", async () => {
  // A master of PowerPoint has styles of its own; the slides and their notes say what is seen.
  const slides = Object.entries(parts).filter(([name]) => /^ppt\/(?:slides|notesSlides)\//.test(name));
  expect(slides.filter(([, xml]) => / i="1"/.test(xml)).map(([name]) => name)).toEqual([]);
  expect(compiled.bundle.objections?.length).toBeGreaterThan(0);
  const written = readFileSync(join(FOLDER, FILE), "utf8");
  const marked = written.replace(/("answer": ")([^"*]{4})/, "$1*$2*");
  expect(marked).not.toBe(written);
  const bytes = new TextEncoder().encode(marked);
  const { pages } = await compileBundle({ bytes, file: FILE, root: FOLDER }, host);
  const words = /"answer": "\*([^*]{4})\*/.exec(marked)?.[1] ?? "";
  const run = new RegExp(`\\{[^{}]*"text":"${words}"[^{}]*\\}`).exec(JSON.stringify(pages))?.[0] ?? "{}";
  expect(JSON.parse(run)).toMatchObject({ text: words, bold: true, italic: false });
});
