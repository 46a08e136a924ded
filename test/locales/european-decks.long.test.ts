import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { parse } from "jsonc-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { compileBundle } from "../../src/compile.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { deDE } from "../../src/locales/de.ts";
import { enGB } from "../../src/locales/en.ts";
import { frFR } from "../../src/locales/fr.ts";
import { svSE } from "../../src/locales/sv.ts";
import { parseTemplate } from "../../src/locales/template.ts";
import { render } from "../../src/render.ts";
import type { Compiled } from "../../src/stages.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "samples");
const host = createNodeHost();

const ENGLISH: Readonly<Record<string, string>> = enGB.phrases;

interface Spoken {
  readonly tag: string;
  readonly phrases: Readonly<Record<string, string>>;
  readonly sample: string;
  /** A phrase of the page in HTML, by which one sees that the page was read. */
  readonly heard: string;
  /** Words that are of English, too, so that a phrase of them alone may say the same. */
  readonly shared: string;
  /** Marks that a text may not have, as English sets them; French has spaces before some, which Markdown makes plain. */
  readonly foreign: RegExp;
}
const LANGUAGES: readonly Spoken[] = [
  {
    ...{ tag: "de-DE", phrases: deDE.phrases, sample: "kaelter-zurueck-weniger-gas.json" },
    heard: "Zahlen zum Diagramm",
    shared: "version status plan minus neutral",
    foreign: /(?<!\.)\.\.(?!\.)|\p{L} [,.;:]|“\p{L}/u,
  },
  {
    ...{ tag: "sv-SE", phrases: svSE.phrases, sample: "laga-for-dem-som-kommer.json" },
    heard: "Diagrammets siffror",
    shared: "version risk definition period start plan minus scenario driver neutral",
    foreign: /(?<!\.)\.\.(?!\.)|\p{L} [,.;:]|“/u,
  },
  {
    ...{ tag: "fr-FR", phrases: frFR.phrases, sample: "reparer-la-porte-avant-la-panne.json" },
    heard: "Chiffres du graphique",
    shared:
      "page version versions six condition conditions dates objection objections options place contact contribution date message situation source sources total plan phase point notes influence",
    foreign: /(?<!\.)\.\.(?!\.)|\p{L} [,.]|[:;]\s?[:;]/u,
  },
];

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

/** What a deck says in each of its parts: slides, notes, charts and properties of the file, the page and the text. */
async function saidBy(compiled: Compiled): Promise<ReadonlyMap<string, readonly string[]>> {
  const said = new Map<string, readonly string[]>();
  said.set("md", strFromU8(await render(compiled, "md", host)).split("\n"));
  const html = strFromU8(await render(compiled, "html", host));
  said.set("html", texts(html.replace(/<(style|script)\b.*?<\/\1>/gs, "")));
  for (const [name, part] of Object.entries(unzipSync(await render(compiled, "pptx", host))))
    if (/^(?:ppt\/(?:slides|notesSlides|charts)\/[^/]+|docProps\/(?:core|app))\.xml$/.test(name))
      said.set(name, texts(strFromU8(part)));
  return said;
}

describe.each(LANGUAGES)("$tag", ({ tag, phrases, sample, heard, shared, foreign }) => {
  test("no phrase is that of English, but those whose words are of both", () => {
    const known = new Set(shared.split(" "));
    const wordsIn = (phrase: string): readonly string[] =>
      phrase
        .replaceAll(/\{\{[^}]*\}\}/g, " ")
        .toLowerCase()
        .match(/\p{L}{2,}/gu) ?? [];
    const same = Object.entries(phrases)
      .filter(
        ([name, phrase]) => phrase === ENGLISH[name] && wordsIn(phrase).some((word) => !known.has(word)),
      )
      .map(([name]) => name);
    expect(same).toEqual([]);
  });

  describe.each([sample, "gallery.json"])("the deck of %s", (file) => {
    let compiled: Compiled;
    let said: ReadonlyMap<string, readonly string[]>;
    beforeAll(async () => {
      const written = parse(readFileSync(join(FOLDER, file), "utf8"), [], { allowTrailingComma: true });
      const bytes = new TextEncoder().encode(JSON.stringify({ ...written, locale: tag }));
      compiled = await compileBundle({ bytes, file, root: FOLDER }, host, { lenient: true });
      said = await saidBy(compiled);
    });

    test("is looked at in all its parts", () => {
      const slides = [...said.keys()].filter((name) => name.startsWith("ppt/slides/"));
      expect(slides).toHaveLength(compiled.pages.pages.length);
      for (const [name, lines] of said) expect([name, lines.length > 0]).toEqual([name, true]);
      expect(said.get("html")?.join(" ")).toContain(heard);
    });

    test("says nothing that only English says", () => {
      // The bundle's own words may be English, as those of the gallery are.
      const own = JSON.stringify(compiled.bundle);
      const foreign = Object.values(ENGLISH)
        .flatMap(runsOfWords)
        .filter((words) => !own.includes(words));
      expect(foreign).toEqual(expect.arrayContaining(["Decision needed by", "people listed here"]));
      for (const [name, lines] of said) {
        const found = foreign.filter((words) => lines.some((line) => line.includes(words)));
        expect([name, found]).toEqual([name, []]);
      }
    });

    test("is marked as of the language in every run that has a language", async () => {
      const parts = unzipSync(await render(compiled, "pptx", host));
      const languages = Object.values(parts).flatMap((part) =>
        [...strFromU8(part).matchAll(/ lang="([^"]+)"/g)].map(([, language]) => language),
      );
      expect([...new Set(languages)]).toEqual([tag]);
      expect(strFromU8(parts["docProps/core.xml"] ?? new Uint8Array())).toContain(
        `<dc:language>${tag}</dc:language>`,
      );
    });

    test("has one full stop at the end of a sentence, and no mark that English sets", () => {
      for (const [name, lines] of said) {
        const own = JSON.stringify(compiled.bundle);
        const wrong = lines.filter((line) => foreign.test(line) && !own.includes(line));
        expect([name, wrong]).toEqual([name, []]);
      }
    });
  });

  test("no word of English stands alone in the sample", async () => {
    const bytes = new Uint8Array(readFileSync(join(FOLDER, sample)));
    const said = await saidBy(await compileBundle({ bytes, file: sample, root: FOLDER }, host));
    const alone = new Set(
      Object.entries(ENGLISH)
        .filter(([name, source]) => !source.includes("{{") && source !== phrases[name])
        .map(([, source]) => source),
    );
    // What is a word of the language, too.
    for (const word of Object.values(phrases)) alone.delete(word);
    expect(alone.size).toBeGreaterThan(150);
    for (const [name, lines] of said) {
      const parts = lines.flatMap((line) => [line, ...line.split(/[|*>]/)]).map((part) => part.trim());
      expect([name, parts.filter((part) => alone.has(part))]).toEqual([name, []]);
    }
  });
});
