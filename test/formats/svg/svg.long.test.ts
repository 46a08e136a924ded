import { beforeAll, describe, expect, test } from "vitest";
import { lineText, nodesOf } from "../../../src/formats/display/list.ts";
import { displayListOf } from "../../../src/formats/display/page/page.ts";
import { pagesAsSvg, svg } from "../../../src/formats/svg/index.ts";
import type { Pages } from "../../../src/model/page.ts";
import { parse } from "../../../src/ooxml/parse.ts";
import { all, child, type Element, elements, textOf } from "../../../src/ooxml/xml.ts";
import type { Compiled } from "../../../src/stages.ts";
import { compileFile } from "../../rules/compiled.ts";
import { BUNDLES, contextOf, contract, hostile, look, pageLines, shown } from "../decks.ts";

/** Lines of the texts and tables of a drawing: not those of charts, bullets or what the master draws. */
function drawnLines(root: Element, words: (line: Element) => boolean): readonly string[] {
  const lines: string[] = [];
  const walk = (node: Element): void => {
    if (node.name === "text" && node.attributes["aria-hidden"] === undefined && words(node))
      lines.push(shown(textOf(node)));
    if (node.attributes["data-kind"] === "chart") return;
    for (const each of elements(node)) walk(each);
  };
  walk(root);
  return lines;
}

const draft = (pages: Pages) => (line: Element) => textOf(line) !== pages.properties.draftWord;

describe.each(BUNDLES)("%s", (file) => {
  let compiled: Compiled;
  let roots: readonly Element[] = [];
  beforeAll(async () => {
    compiled = await compileFile(file);
    roots = (await pagesAsSvg(compiled.pages, contextOf(compiled), "deck")).map((drawn) => parse(drawn));
  });

  test("every line of every page is drawn as layout broke it, in its order, well-formed", () => {
    expect(roots).toHaveLength(compiled.pages.pages.length);
    compiled.pages.pages.forEach((page, index) => {
      const root = roots[index] as Element;
      expect(root.name).toBe("svg");
      expect(shown(textOf(child(root, "title") as Element))).toBe(shown(page.title));
      expect(drawnLines(root, draft(compiled.pages)), page.id).toEqual(pageLines(page));
    });
  });

  test("every figure has a name, and every mark of an item its path", () => {
    for (const [index, page] of compiled.pages.pages.entries()) {
      const root = roots[index] as Element;
      const groups = elements(root).filter((node) => node.name === "g" || node.name === "a");
      const items = groups.filter((node) => node.attributes["data-path"] !== undefined);
      expect(items, page.id).toHaveLength(page.from.length === 0 ? 0 : page.items.length);
      for (const [n, item] of page.items.entries()) {
        const path = items[n]?.attributes["data-path"];
        if (path !== undefined) expect(JSON.parse(path)).toEqual(item.from ?? page.from[0]);
      }
      for (const each of all(root, "g")) {
        if (each.attributes["role"] !== "img" && each.attributes["role"] !== "table") continue;
        expect(each.attributes["aria-label"], page.id).toMatch(/\S/);
      }
    }
  });
});

describe("hostile pages", () => {
  test("are well-formed, with every word that XML can say", async () => {
    const drawn = await pagesAsSvg(hostile, contextOf(), "deck");
    for (const [index, page] of hostile.pages.entries())
      expect(drawnLines(parse(drawn[index] ?? ""), draft(hostile))).toEqual(pageLines(page));
  });

  test("links lead to the files of pages and to https and mailto, and pictures are inside", async () => {
    const files = await svg.writePages(hostile, contextOf(), "a deck");
    expect(files.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5].map((n) => `a deck-0${n}.svg`));
    const root = parse(files[1]?.bytes ?? new Uint8Array());
    const links = [...all(root, "a")].map((link) => link.attributes["href"] ?? "");
    expect(links).toContain("a%20deck-05.svg");
    expect(links.filter((href) => !/^(a%20deck-0\d\.svg|https:|mailto:)/.test(href))).toEqual([]);
    for (const image of all(root, "image"))
      expect(image.attributes["href"]).toMatch(/^data:image\/png;base64,/);
    expect([...all(root, "image")]).toHaveLength(2);
  });

  test("a link to no page is an error", async () => {
    const first = hostile.pages[0];
    if (first === undefined) throw new Error("no page");
    const item = { ...(first.items[0] as object), to: "nowhere" } as (typeof first.items)[number];
    const pages = { ...hostile, pages: [{ ...first, items: [item] }] };
    await expect(pagesAsSvg(pages, contextOf(), "deck")).rejects.toThrow("nowhere");
  });

  test("a picture of an unknown kind is an error", async () => {
    const readPicture = async () => new TextEncoder().encode("<svg/>");
    await expect(pagesAsSvg(hostile, { look, charts: "native", readPicture }, "deck")).rejects.toThrow(
      "neither PNG",
    );
  });

  test("what is stamped on drafts is drawn, and on others not", () => {
    const stamped = (pages: Pages): boolean =>
      pages.pages.every((page) =>
        [...nodesOf(displayListOf(page, pages, look).nodes)].some(
          (node) => node.type === "textLine" && lineText(node) === "Draft",
        ),
      );
    expect(stamped(hostile)).toBe(true);
    expect(stamped({ ...hostile, properties: { ...hostile.properties, draft: false } })).toBe(false);
  });
});

test("the same pages give the same bytes", async () => {
  const compiled = await contract();
  expect(await pagesAsSvg(compiled.pages, contextOf(compiled), "deck")).toEqual(
    await pagesAsSvg(compiled.pages, contextOf(compiled), "deck"),
  );
});

test("charts that are to be pictures are drawn by Chart.js, as lines and text, their ids their own", async () => {
  const compiled = await contract();
  const pictured = await pagesAsSvg(compiled.pages, { ...contextOf(compiled), charts: "picture" }, "deck");
  let charts = 0;
  for (const [index, page] of compiled.pages.pages.entries()) {
    const root = parse(pictured[index] ?? "");
    const groups = [...all(root, "g")].filter(({ attributes }) => attributes["data-kind"] === "chart");
    expect(groups).toHaveLength(page.items.filter(({ type }) => type === "chart").length);
    charts += groups.length;
    for (const group of groups) {
      const [drawing] = elements(group).filter(({ name }) => name === "svg");
      if (drawing === undefined) throw new Error(`${page.id} holds no drawing`);
      expect([...all(drawing, "path")].length).toBeGreaterThan(2);
      expect([...all(drawing, "text")].length).toBeGreaterThan(2);
      expect([...all(drawing, "image")]).toEqual([]);
    }
    const ids = [...(pictured[index] ?? "").matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of (pictured[index] ?? "").matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
  }
  expect(charts).toBeGreaterThan(5);
});

test("texts stay inside of their page", async () => {
  const compiled = await contract();
  for (const page of compiled.pages.pages) {
    const list = displayListOf(page, compiled.pages, compiled.look);
    for (const node of nodesOf(list.nodes)) {
      if (node.type !== "textLine") continue;
      expect(node.y, `${page.id}: ${lineText(node)}`).toBeGreaterThan(0);
      expect(node.y).toBeLessThan(list.height);
      expect(node.x).toBeGreaterThan(-1);
      expect(node.x).toBeLessThan(list.width + 1);
    }
  }
});
