import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { asHtml } from "../../../src/formats/html/index.ts";
import { paragraphText, readingOf, slideName } from "../../../src/formats/reading/reading.ts";
import { plain } from "../../../src/model/text.ts";
import { parse } from "../../../src/ooxml/parse.ts";
import { all, type Element, textOf } from "../../../src/ooxml/xml.ts";
import { contextOf, contract, contractWithStances, hostile, pageLines, shown } from "../decks.ts";

/** HTML's void elements closed, and its script left out, so that a reader of XML can look at the rest. */
const read = (html: string): Element =>
  parse(
    html
      .replace(/^<!doctype html>\n/, "")
      .replace(/(<meta[^>]*)>/g, "$1/>")
      .replace(/<script>[\s\S]*?<\/script>/, ""),
  );

const texts = (root: Element, name: string): string[] =>
  [...all(root, name)].map((node) => shown(textOf(node)));

describe.each(["contract", "hostile"])("the %s deck", (which) => {
  const made = async () => {
    if (which === "hostile") return { pages: hostile, root: read(await asHtml(hostile, contextOf())) };
    const compiled = await contract();
    return { pages: compiled.pages, root: read(await asHtml(compiled.pages, contextOf(compiled))) };
  };

  test("has the title, the sections and every slide as headings, and the language", async () => {
    const { pages, root } = await made();
    expect(root.attributes["lang"]).toBe(pages.language);
    expect(texts(root, "h1")).toEqual([shown(pages.properties.title)]);
    expect(texts(root, "h2")).toEqual(pages.sections.map(({ name }) => shown(name)));
    expect(texts(root, "h3")).toEqual(pages.pages.map((page) => shown(slideName(page.number, page.title))));
  });

  test("has every line of every slide, and every note", async () => {
    const { pages, root } = await made();
    const articles = [...all(root, "article")];
    pages.pages.forEach((page, index) => {
      const article = articles[index];
      if (article === undefined) throw new Error(page.id);
      const lines = new Set(texts(article, "text"));
      expect(pageLines(page).filter((line) => !lines.has(line))).toEqual([]);
      const notes = [...all(article, "details")].find((node) => node.attributes["class"] === "notes");
      expect(notes === undefined ? [] : texts(notes, "p")).toEqual(
        page.notes.map((line) => shown(plain(line))),
      );
    });
  });

  test("says on phones what each slide says, its charts drawn anew, without links and hidden from screen readers", async () => {
    const { pages, root } = await made();
    const articles = [...all(root, "article")];
    pages.pages.forEach((page, index) => {
      const view = [...all(articles[index] as Element, "div")].find(
        (node) => node.attributes["class"] === "read",
      );
      if (view === undefined) throw new Error(page.id);
      expect(view.attributes["aria-hidden"]).toBe("true");
      expect([...all(view, "a")]).toEqual([]);
      const seen = shown(textOf(view)).replaceAll(/\s+/g, "");
      const unread = readingOf(page, pages)
        .flatMap((passage) => {
          if (passage.type === "text") return passage.to === undefined ? passage.paragraphs : [];
          if (passage.type !== "table") return [];
          // The head over the names of rows goes, as each row begins with its name.
          return passage.rows.flat().flatMap(({ paragraphs }, n) => (n === 0 ? [] : paragraphs));
        })
        .map((paragraph) => shown(paragraphText(paragraph)).replaceAll(/\s+/g, ""))
        .filter((text) => !seen.includes(text));
      expect(unread).toEqual([]);
      const charts = page.items.filter((item) => item.type === "chart" && item.chart.render !== "picture");
      expect([...all(view, "svg")]).toHaveLength(charts.length);
    });
  });

  test("ids are unique, and every link inside leads to one of them", async () => {
    const { root } = await made();
    const every = [root, ...descendants(root)];
    const ids = every.flatMap((node) => node.attributes["id"] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    const targets = every.flatMap((node) => [
      ...(node.attributes["href"]?.startsWith("#") ? [node.attributes["href"].slice(1)] : []),
      ...(node.attributes["aria-labelledby"]?.split(" ") ?? []),
      ...(/^url\(#(.*)\)$/.exec(node.attributes["fill"] ?? "")?.slice(1) ?? []),
    ]);
    expect(targets.filter((target) => !known.has(target))).toEqual([]);
    expect(targets.length).toBeGreaterThan(ids.length / 2);
  });

  test("loads nothing: no script but that of the keys, no address but those that a click leads to", async () => {
    const { root } = await made();
    const every = descendants(root);
    expect(
      every.filter(({ name }) => /^(script|link|iframe|object|embed|audio|video|foreignObject)$/.test(name)),
    ).toEqual([]);
    for (const node of every) {
      for (const [key, value] of Object.entries(node.attributes)) {
        expect(key).not.toMatch(/^on/);
        if (key === "src" || (key === "href" && node.name !== "a")) expect(value).toMatch(/^data:image\//);
        if (key === "href" && node.name === "a") expect(value).toMatch(/^(#|https:|mailto:)/);
      }
    }
    expect(textOf([...all(root, "style")][0] as Element)).not.toMatch(/url\((?!data:)|@import/);
    const policy = [...all(root, "meta")].find((node) => node.attributes["http-equiv"] !== undefined);
    expect(policy?.attributes["content"]).toContain("default-src 'none'");
  });
});

test("runs the script of the keys and no other, by its digest", async () => {
  const compiled = await contract();
  const markup = await asHtml(compiled.pages, contextOf(compiled));
  const scripts = [...markup.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)];
  expect(scripts).toHaveLength(1);
  const digest = createHash("sha256")
    .update(scripts[0]?.[1] ?? "")
    .digest("base64");
  expect(markup).toContain(`script-src 'sha256-${digest}';`);
});

function descendants(root: Element): Element[] {
  return root.children.flatMap((node) => (typeof node === "string" ? [] : [node, ...descendants(node)]));
}

test("a chart's numbers stand beside it as a table", async () => {
  const { pages, ...compiled } = await contract();
  const root = read(await asHtml(pages, contextOf({ pages, ...compiled })));
  const charts = pages.pages.flatMap((page) => page.items.filter((item) => item.type === "chart"));
  const tables = [...all(root, "details")].filter((node) => node.attributes["class"] === "numbers");
  expect(tables).toHaveLength(charts.length);
  const captions = charts.map((item) => (item.type === "chart" ? shown(item.chart.message) : ""));
  expect(tables.flatMap((table) => texts(table, "caption"))).toEqual(captions);
});

test("the words of a drawing are seen, and its figure alone is heard", async () => {
  const compiled = await contractWithStances();
  const root = read(await asHtml(compiled.pages, contextOf(compiled)));
  for (const id of ["people", "risks", "plan"]) {
    const slide = [...all(root, "article")].find((node) => node.attributes["id"] === `slide-${id}`);
    if (slide === undefined) throw new Error(id);
    const groups = [...all(slide, "g")];
    const marks = groups.filter((node) => node.attributes["data-kind"] === "mark");
    expect(marks.length).toBeGreaterThan(5);
    expect(marks.filter((node) => node.attributes["aria-hidden"] !== "true")).toEqual([]);
    const said = groups.find((node) => node.attributes["role"] === "img")?.attributes["aria-label"] ?? "";
    for (const words of {
      people: ["Henrik Sand (influence 5 of 5, stance: Neutral)"],
      risks: ["1 (likelihood 3 of 5, impact 4 of 5)"],
      plan: ["Hand over to operations (Jonas Berg)", "Today, 18 November 2026."],
    }[id] ?? [])
      expect(said).toContain(words);
  }
});

test("brings every face that it is written in along, with every character that the font has", async () => {
  const compiled = await contract();
  const markup = await asHtml(compiled.pages, contextOf(compiled));
  const faces = [...markup.matchAll(/@font-face\{([^}]*)\}/g)].map(([, rules = ""]) => rules);
  const named = faces.map((rules) => rules.replace(/src:url\(data:font\/ttf;base64,[A-Za-z0-9+/=]+\)$/, ""));
  expect(named).toEqual([
    // For signs that the other one lacks.
    "font-family:Arimo;",
    "font-family:Carlito;",
    "font-family:Carlito;font-style:italic;",
    "font-family:Carlito;font-weight:bold;",
  ]);
  // Nothing else is loaded from anywhere.
  expect(markup.match(/url\((?!data:|#)/g)).toBeNull();
  expect(markup).toContain("font-src data:");
  const without = await asHtml(compiled.pages, { ...contextOf(compiled), subset: undefined as never });
  expect(without).not.toContain("@font-face");
});
