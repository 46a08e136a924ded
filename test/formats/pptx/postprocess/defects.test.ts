import { existsSync, readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { emu } from "../../../../src/base/units.ts";
import { pictureKind } from "../../../../src/formats/page/pictures.ts";
import { colourDrawnAs, drawnColour } from "../../../../src/formats/pptx/draw/colour.ts";
import { SLIDE_FIXES } from "../../../../src/formats/pptx/postprocess/index.ts";
import { KNOWN_ISSUES } from "../../../../src/formats/pptx/postprocess/known-issues.ts";
import { writePptx } from "../../../../src/formats/pptx/write.ts";
import { INKS } from "../../../../src/model/text.ts";
import { parse, readRelationships } from "../../../../src/ooxml/parse.ts";
import { child, type Element, elements, textOf } from "../../../../src/ooxml/xml.ts";
import { resolveTheme } from "../../../../src/theme/resolve.ts";
import { Theme } from "../../../../src/theme/theme.ts";
import { look } from "../../../layout/look.ts";
import { HOSTILE, PIXEL, placeholder, run } from "../items.ts";
import { context, pages, table } from "../pages.ts";
import {
  alone,
  drawnFiles,
  type Files,
  list,
  part,
  propertiesOf,
  shapeNamed,
  source,
  under,
  writtenFiles,
} from "../parts.ts";

const SLIDE = "ppt/slides/slide2.xml";
const FOLDER = new URL("../../../../themes/", import.meta.url);
const THEMES = readdirSync(FOLDER).map((file) =>
  resolveTheme(Theme.parse(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")))),
);
const EXHIBIT = "ppt/slides/slide3.xml";

describe("what PptxGenJS writes wrong, and what becomes of it", () => {
  let drawn: Files;
  let written: Files;
  beforeAll(async () => {
    drawn = await drawnFiles(pages);
    written = await writtenFiles(pages);
  });

  it("names the file of every cure", () => {
    expect(KNOWN_ISSUES).toHaveLength(28);
    for (const file of KNOWN_ISSUES.flatMap(({ fix: cure }) => cure)) {
      const path = file.startsWith("ooxml") ? `../../../../src/${file}` : `../../../../src/formats/${file}`;
      expect(existsSync(new URL(path, import.meta.url)), file).toBe(true);
    }
    expect(SLIDE_FIXES.every((cure) => cure.elements || cure.shape)).toBe(true);
  });

  it("1: puts the notes master before the slides, and leaves it out of a deck without notes", async () => {
    const order = (files: Files): string[] =>
      elements(part(files, "ppt/presentation.xml")).map(({ name }) => name);
    expect(order(drawn).indexOf("p:notesMasterIdLst")).toBeGreaterThan(order(drawn).indexOf("p:sldIdLst"));
    expect(order(written).indexOf("p:notesMasterIdLst")).toBeGreaterThan(-1);
    expect(order(written).indexOf("p:notesMasterIdLst")).toBeLessThan(order(written).indexOf("p:sldIdLst"));
    const silent = await writtenFiles({
      ...pages,
      pages: pages.pages.map((page) => ({ ...page, notes: [] })),
    });
    expect(order(silent)).not.toContain("p:notesMasterIdLst");
    expect([...silent.keys()].filter((path) => /notes|theme2/.test(path))).toEqual([]);
  });

  it("2: gives the notes master a theme of its own", () => {
    const themeOf = (files: Files, owner: string, name: string): string | undefined =>
      readRelationships(
        `/ppt/${owner}/${name}.xml`,
        files.get(`ppt/${owner}/_rels/${name}.xml.rels`) ?? "",
      ).find((one) => one.type.endsWith("/theme"))?.target;
    const both = (files: Files) => [
      themeOf(files, "slideMasters", "slideMaster1"),
      themeOf(files, "notesMasters", "notesMaster1"),
    ];
    expect(new Set(both(drawn)).size).toBe(1);
    expect(both(written)).toEqual(["/ppt/theme/theme1.xml", "/ppt/theme/theme2.xml"]);
  });

  it("3: declares the content types of the parts that are there, and of no others", () => {
    const missing = (files: Files): readonly string[] =>
      list(part(files, "[Content_Types].xml"), "Override")
        .map((one) => one.attributes["PartName"]?.slice(1) ?? "")
        .filter((path) => !files.has(path));
    expect(missing(drawn)).toContain("ppt/slideMasters/slideMaster2.xml");
    expect(source(drawn, "[Content_Types].xml")).toContain("image/jpg");
    expect(missing(written)).toEqual([]);
    expect(source(written, "[Content_Types].xml")).not.toMatch(/image\/jpg|video|vml/);
  });

  it("4: gives every shape of a slide an id and a name of its own", () => {
    const values = (files: Files, path: string, key: string): readonly (string | undefined)[] =>
      list(part(files, path), "p:cNvPr").map(({ attributes }) => attributes[key]);
    const repeated = (all: readonly (string | undefined)[]): boolean => new Set(all).size !== all.length;
    // A table's id is made of its number and the slide's, a text's of its place.
    expect(repeated(values(drawn, EXHIBIT, "id"))).toBe(true);
    for (const path of [...under(written, "ppt/slides/"), ...under(written, "ppt/slideLayouts/")]) {
      expect(repeated(values(written, path, "id"))).toBe(false);
      expect(repeated(values(written, path, "name"))).toBe(false);
    }
  });

  it("5: has one a:pPr a paragraph", () => {
    const most = (slide: Element): number =>
      Math.max(...list(slide, "a:p").map((p) => elements(p).filter(({ name }) => name === "a:pPr").length));
    expect(most(part(drawn, SLIDE))).toBeGreaterThan(1);
    expect(most(part(written, SLIDE))).toBe(1);
  });

  it("6 to 12: takes no chart and no workbook from PptxGenJS", () => {
    expect([...drawn.keys()].filter((path) => /charts|embeddings/.test(path))).toEqual([]);
    expect(under(written, "ppt/charts/")).toEqual(["ppt/charts/chart1.xml"]);
    expect(written.has("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx")).toBe(true);
    expect(written.has("ppt/drawings/drawing1.xml")).toBe(true);
    expect(source(written, "ppt/charts/chart1.xml")).not.toMatch(/<c:v\/>|<c:v><\/c:v>|multiLvlStrRef/);
  });

  it("13: lets no character through that XML cannot say", () => {
    expect(() => parse(`<a>${HOSTILE.replace(/[&<>]/g, "")}</a>`)).toThrow();
    for (const [path, bytes] of written)
      if (/\.(xml|rels)$/.test(path)) expect(() => parse(bytes), path).not.toThrow();
    expect(textOf(list(part(written, "docProps/app.xml"), "Company")[0] ?? parse("<none/>"))).toBe(
      "Ex & Ample <Oy>",
    );
    const links = readRelationships(`/${SLIDE}`, written.get("ppt/slides/_rels/slide2.xml.rels") ?? "");
    expect(links.filter(({ external }) => external).map(({ target }) => target)).toEqual([
      "https://example.com/?a=1&b=%3C2%3E",
      "mailto:a@example.com?subject=Ja%20%26%20nein",
    ]);
  });

  it("14: refuses what is no PNG, JPEG or GIF, SVG above all", async () => {
    const svg = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>");
    expect(pictureKind(svg)).toBeUndefined();
    expect(pictureKind(PIXEL)).toBe("png");
    expect(pictureKind(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe("jpeg");
    await expect(writePptx(pages, { ...context, readPicture: async () => svg })).rejects.toThrow(
      /neither PNG/,
    );
  });

  it("15: says of pictures what the page says, and never where they lay", () => {
    const pictures = list(part(written, SLIDE), "p:pic").map(
      (one) => list(one, "p:cNvPr")[0]?.attributes["descr"],
    );
    expect(pictures[0]).toMatch(/^A pixel Tom & "Jerry"/);
    expect(pictures[1]).toBe("The same pixel");
    for (const path of under(written, "ppt/")) expect(source(written, path)).not.toMatch(/a\.png|preencoded/);
  });

  it("16: leaves nothing empty behind", () => {
    expect(under(drawn, "ppt/notesSlides/")).toHaveLength(pages.pages.length);
    expect(under(written, "ppt/notesSlides/")).toHaveLength(2);
    expect([...written.keys()].filter((path) => path.endsWith("/"))).toEqual([]);
    expect(source(drawn, SLIDE)).toContain("<a:ln></a:ln>");
    expect(list(part(drawn, EXHIBIT), "p:ph").length).toBeGreaterThan(1);
    for (const path of under(written, "ppt/slides/")) {
      expect(source(written, path)).not.toMatch(/<a:ln\/>|p14:modId|hasCustomPrompt|4294967295/);
    }
    const holders = list(part(written, "ppt/slides/slide4.xml"), "p:ph").map(
      ({ attributes }) => attributes["type"],
    );
    expect(holders).toEqual(["title", "ftr", "dt", "sldNum"]);
    for (const ground of list(part(written, "ppt/slideMasters/slideMaster1.xml"), "p:bgPr")) {
      expect(child(ground, "a:effectLst")).toBeDefined();
    }
  });

  it("17: gives the same bytes every time, dated by the bundle", async () => {
    const [one, two] = [await writePptx(pages, context), await writePptx(pages, context)];
    expect(Buffer.compare(one, two)).toBe(0);
    expect(source(written, "docProps/core.xml").match(/2026-11-18T00:00:00Z/g)).toHaveLength(2);
    expect(source(written, "docProps/core.xml")).not.toMatch(/lastModifiedBy|PptxGenJS/);
    // DOS date of every entry in the central directory: 1980-01-01 is 0x0021, time 0.
    const view = new DataView(one.buffer, one.byteOffset);
    for (let i = 0; i + 16 < one.length; i += 1) {
      if (view.getUint32(i, true) === 0x02014b50) expect(view.getUint32(i + 12, true)).toBe(0x00210000);
    }
  });

  it("18: marks header rows, alternative texts, decoration and languages", () => {
    expect(source(drawn, EXHIBIT)).toContain("<a:tblPr/>");
    const table = shapeNamed(part(written, EXHIBIT), "Options side by side");
    expect(list(table, "a:tblPr")[0]?.attributes).toEqual({ firstRow: "1", firstCol: "1" });
    expect(list(table, "p:cNvPr")[0]?.attributes["descr"]).toMatch(/^Three options/);
    const slide = part(written, SLIDE);
    expect(list(shapeNamed(slide, "Rule"), "adec:decorative")).toHaveLength(1);
    expect(list(shapeNamed(slide, "Chevron"), "adec:decorative")).toHaveLength(0);
    const languages = list(shapeNamed(slide, "Reasons"), "a:rPr").map(({ attributes }) => attributes["lang"]);
    expect(languages.slice(0, 4)).toEqual(["en-GB", "en-GB", "en-GB", "en-GB"]);
    expect(languages.slice(-2)).toEqual(["ar-SA", "ja-JP"]);
    for (const path of under(written, "ppt/slides/")) {
      for (const run of list(part(written, path), "a:rPr")) expect(run.attributes["lang"]).toBeDefined();
    }
  });

  it("19: leaves to the layout what the layout says", () => {
    const drawnTitle = list(part(drawn, EXHIBIT), "p:sp")[0] ?? parse("<none/>");
    expect(list(drawnTitle, "a:xfrm")).toHaveLength(1);
    expect(list(drawnTitle, "a:bodyPr")[0]?.attributes).not.toEqual({});
    const title = shapeNamed(part(written, EXHIBIT), "title");
    expect(propertiesOf(title).children).toEqual([]);
    expect(list(title, "a:bodyPr")[0]?.attributes).toEqual({});
    expect(list(title, "a:pPr")).toEqual([]);
    expect(list(title, "a:rPr")[0]).toMatchObject({
      attributes: { lang: "en-GB", dirty: "0" },
      children: [],
    });
    // What differs is kept: the inset that balances a title, a body that stands elsewhere.
    expect(list(shapeNamed(part(written, SLIDE), "title"), "a:bodyPr")[0]?.attributes).toEqual({
      rIns: "1828800",
    });
    expect(list(propertiesOf(shapeNamed(part(written, EXHIBIT), "body")), "a:off")[0]?.attributes["x"]).toBe(
      "8229600",
    );
  });

  it("19: says on the slide what differs from the layout", async () => {
    const shrunk = placeholder("title", "content", [
      run("Smaller", "title", { size: 22 as never, bold: false, ink: "bad" }),
    ]);
    const [page] = pages.pages.slice(3);
    if (page === undefined) throw new Error("no page");
    const files = await writtenFiles({
      ...pages,
      sections: [],
      pages: [{ ...page, layout: "content", items: [shrunk] }],
    });
    const properties = list(shapeNamed(part(files, "ppt/slides/slide1.xml"), "title"), "a:rPr")[0];
    expect(properties?.attributes).toMatchObject({ sz: "2200", b: "0" });
    expect(list(properties ?? parse("<none/>"), "a:schemeClr")[0]?.attributes["val"]).toBe("accent3");
  });

  it("20: compresses", async () => {
    const size = (files: Files): number => [...files.values()].reduce((sum, { length }) => sum + length, 0);
    expect((await writePptx(pages, context)).length).toBeLessThan(size(written) / 2);
  });

  it("21: takes tints back to the colours of the scheme, of which each looks different", () => {
    const { hex } = look.ink("hairline");
    expect(source(drawn, SLIDE)).toContain(`<a:srgbClr val="${hex}"/>`);
    const line = list(shapeNamed(part(written, SLIDE), "Rule"), "a:schemeClr")[0];
    expect(line?.attributes["val"]).toBe("accent4");
    expect(line && elements(line).map(({ name }) => name)).toEqual(["a:lumMod", "a:lumOff"]);
    for (const theme of THEMES) {
      const drawnAs = INKS.map((ink) => [ink, drawnColour(ink, theme)] as const);
      for (const [ink, colour] of drawnAs.filter(([, colour]) => /^[0-9A-F]{6}$/.test(colour)))
        expect(colourDrawnAs(colour, theme), theme.theme.name).toEqual(theme.ink(ink));
    }
  });

  it("22: says the languages of a run, and the theme's typeface for each kind of script", () => {
    expect(source(drawn, SLIDE)).toContain('lang="en-GB" altLang="en-US"');
    for (const path of under(written, "ppt/slides/")) expect(source(written, path)).not.toContain("en-US");
    const runs = list(shapeNamed(part(written, SLIDE), "Reasons"), "a:rPr");
    expect(runs.at(-1)?.attributes).toMatchObject({ lang: "ja-JP", altLang: "en-GB" });
    expect(list(part(drawn, SLIDE), "a:ea")[0]?.attributes["typeface"]).toBe("+mj-lt");
    const scripts = ["a:latin", "a:ea", "a:cs"].map(
      (name) => list(shapeNamed(part(written, SLIDE), "Heading"), name)[0]?.attributes,
    );
    expect(scripts).toEqual(["+mj-lt", "+mj-ea", "+mj-cs"].map((typeface) => ({ typeface })));
  });

  it("23: says of lists what layout computed, and nothing of what is no list", () => {
    const [plain, dot] = [list(part(drawn, SLIDE), "a:buNone"), list(part(drawn, SLIDE), "a:buChar")];
    expect(plain.length).toBeGreaterThan(3);
    expect(dot.length).toBeGreaterThan(0);
    expect(list(part(drawn, SLIDE), "a:buFont").map(({ attributes }) => attributes["typeface"])).toEqual([
      "+mj-lt",
    ]);
    const slide = part(written, SLIDE);
    expect(list(slide, "a:buNone")).toEqual([]);
    expect(list(slide, "a:buSzPct")).toEqual([]);
    expect(list(slide, "a:buFont").map(({ attributes }) => attributes["typeface"])).toEqual([
      "Arial",
      "+mj-lt",
      "Arial",
    ]);
    const dotted = list(shapeNamed(slide, "Reasons"), "a:pPr").find((one) => child(one, "a:buChar"));
    expect(dotted?.attributes).toMatchObject({ marL: "200000", indent: "-150000" });
  });

  it("24: gives breaks and ends of paragraphs the size of the words beside them", () => {
    const own = shapeNamed(part(written, SLIDE), "Reasons");
    expect(list(part(drawn, SLIDE), "a:br").every(({ children }) => children.length === 0)).toBe(true);
    expect(list(own, "a:br").map((one) => child(one, "a:rPr")?.attributes["sz"])).toEqual(["1400", "1400"]);
    const ends = list(own, "a:endParaRPr").map(({ attributes }) => attributes["sz"]);
    expect(ends).toEqual(["1400", "1400", "1400", "1200", undefined, "1400", "1400", "1400"]);
  });

  it("25: leads where a click says, and says no more of it", () => {
    expect(source(drawn, SLIDE)).toContain('invalidUrl=""');
    const clicks = list(part(written, SLIDE), "a:hlinkClick");
    for (const { attributes } of clicks)
      expect(Object.values(attributes).every((value) => value !== "")).toBe(true);
    const of = (files: Files): number => list(shapeNamed(part(files, SLIDE), "Card"), "a:hlinkClick").length;
    expect([of(drawn), of(written)]).toEqual([0, 1]);
  });

  it("26: takes bold back where the layout has it", async () => {
    const words = placeholder("title", "content", [
      run("Bold and ", "title"),
      run("not", "title", { bold: false }),
    ]);
    const slide = await alone([words], "content");
    expect(list(shapeNamed(slide, "title"), "a:rPr").map(({ attributes }) => attributes["b"])).toEqual([
      undefined,
      "0",
    ]);
  });

  it("27: draws lines as lines, hatches as patterns, and leaves open paths open", () => {
    expect(shapeNamed(part(drawn, SLIDE), "Arrow").name).toBe("p:sp");
    expect(shapeNamed(part(written, SLIDE), "Arrow").name).toBe("p:cxnSp");
    const patterns = (files: Files) => list(shapeNamed(part(files, SLIDE), "Chevron"), "a:pattFill").length;
    expect([patterns(drawn), patterns(written)]).toEqual([0, 1]);
    const filled = (files: Files) =>
      list(shapeNamed(part(files, SLIDE), "Sparkline"), "a:path")[0]?.attributes["fill"];
    expect([filled(drawn), filled(written)]).toEqual([undefined, "none"]);
  });

  it("28: puts tables and their words where layout did, however short the distance", async () => {
    const frame = { ...table.frame, x: emu(37), y: emu(9) };
    const insets = { top: emu(99), right: emu(12_699), bottom: emu(1), left: emu(127_001) };
    const drawnTable = shapeNamed(await alone([{ ...table, frame, insets }]), table.name);
    expect(list(drawnTable, "a:off")[0]?.attributes).toEqual({ x: "37", y: "9" });
    expect(list(drawnTable, "a:tcPr")[0]?.attributes).toEqual({
      marL: "127001",
      marR: "12699",
      marT: "99",
      marB: "1",
      anchor: "b",
    });
  });
});
