import { beforeAll, describe, expect, it } from "vitest";
import { FORMATS } from "../../../src/formats/index.ts";
import { originOf } from "../../../src/formats/pptx/fingerprint/origin.ts";
import { writePptx } from "../../../src/formats/pptx/write.ts";
import { cleanText } from "../../../src/ooxml/escape.ts";
import { readZip } from "../../../src/ooxml/unzip.ts";
import { all, child, descendant, elements, textOf } from "../../../src/ooxml/xml.ts";
import { writeZip } from "../../../src/ooxml/zip.ts";
import { paragraph, run, text } from "./items.ts";
import { judge } from "./judge.ts";
import { context, pages } from "./pages.ts";
import {
  type Files,
  list,
  paragraphsOf,
  part,
  propertiesOf,
  relationships,
  shapeNamed,
  source,
  under,
  writtenFiles,
} from "./parts.ts";

const SLIDE = "ppt/slides/slide2.xml";

describe("writePptx", () => {
  let deck: Uint8Array;
  let files: Files;
  beforeAll(async () => {
    deck = await writePptx(pages, context);
    files = await readZip(deck);
  });

  it("is the format pptx", async () => {
    for (const [name, format] of Object.entries(FORMATS)) expect(format.name).toBe(name);
    expect(Buffer.compare(await FORMATS.pptx.write(pages, context), deck)).toBe(0);
  });

  it("writes what Microsoft's own validator has nothing against", async () => {
    expect(await judge(deck)).toEqual([]);
  });

  it("gives slides and shapes the ids that comments of PowerPoint hold on to, the same in the next build", async () => {
    const again = await readZip(await writePptx({ ...pages, pages: pages.pages.toReversed() }, context));
    const idsIn = (
      from: Files,
      path: string,
    ): readonly [slide: string | undefined, shapes: readonly unknown[]] => {
      const slide = part(from, path);
      const tree = descendant(slide, "p:cSld", "p:spTree");
      const shapes = (tree === undefined ? [] : elements(tree)).flatMap((shape) => {
        const [properties] = elements(shape);
        const about = properties && child(properties, "p:cNvPr");
        if (about === undefined || shape.name === "p:nvGrpSpPr") return [];
        const extensions = elements(child(about, "a:extLst") ?? about).map((ext) => elements(ext)[0]);
        expect(extensions[0]?.name, `${path} ${about.attributes["name"]}`).toBe("a16:creationId");
        return [{ name: about.attributes["name"], id: extensions[0]?.attributes["id"] }];
      });
      expect(new Set(shapes.map(({ id }) => id)).size).toBe(shapes.length);
      const own = descendant(slide, "p:cSld", "p:extLst", "p:ext", "p14:creationId");
      return [own?.attributes["val"], shapes];
    };
    const slides = pages.pages.map((_, index) => idsIn(files, `ppt/slides/slide${index + 1}.xml`));
    for (const [slide, shapes] of slides) {
      expect(Number(slide)).toBeLessThan(2 ** 32);
      expect(shapes.length).toBeGreaterThan(0);
    }
    expect(new Set(slides.map(([slide]) => slide)).size).toBe(slides.length);
    // Slides that changed places keep theirs.
    const last = pages.pages.length;
    expect(idsIn(again, `ppt/slides/slide${last}.xml`)).toEqual(slides[0]);
    for (const path of [...under(files, "ppt/slideLayouts/"), ...under(files, "ppt/notesSlides/")])
      if (/^[^_]*$/.test(path) && path.endsWith(".xml")) idsIn(files, path);
  });

  it("keeps every word, whatever it holds", () => {
    pages.pages.forEach((page, index) => {
      const slide = part(files, `ppt/slides/slide${index + 1}.xml`);
      const words = textOf(slide);
      const said = page.items.flatMap((item) =>
        item.type === "text"
          ? item.paragraphs
          : item.type === "table"
            ? item.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
            : [],
      );
      for (const { text } of said.flatMap(({ runs }) => runs)) {
        for (const line of cleanText(text).split("\n")) expect(words).toContain(line);
      }
    });
  });

  it("has no hex colour outside the theme", () => {
    for (const path of [
      ...under(files, "ppt/slides/"),
      ...under(files, "ppt/slideLayouts/"),
      ...under(files, "ppt/slideMasters/"),
    ]) {
      expect(source(files, path), path).not.toMatch(/srgbClr|sysClr/);
    }
  });

  it("reads in the order of the items, and the foot of the slide last", () => {
    const tree = descendant(part(files, SLIDE), "p:cSld", "p:spTree");
    const order = tree
      ? elements(tree).map((shape) => list(shape, "p:cNvPr")[0]?.attributes["name"] ?? "")
      : [];
    expect(order.slice(2)).toEqual([
      ...[
        "title",
        "Kicker",
        "Heading",
        "Reasons",
        "Card",
        "Chevron",
        "Gate",
        "Rule",
        "Arrow",
        "Sparkline",
        "Logo",
        "Logo 2",
      ],
      ...["Footer", "Date", "Slide number"],
    ]);
  });

  it("draws lines as connectors, hatches as patterns, polylines without filling", () => {
    const slide = part(files, SLIDE);
    const arrow = shapeNamed(slide, "Arrow");
    expect(arrow.name).toBe("p:cxnSp");
    expect(list(arrow, "a:xfrm")[0]?.attributes).toEqual({ flipV: "1" });
    expect(list(arrow, "a:tailEnd")).toHaveLength(1);
    expect(list(shapeNamed(slide, "Chevron"), "a:pattFill")).toHaveLength(1);
    const path = list(shapeNamed(slide, "Sparkline"), "a:path")[0];
    expect(path?.attributes["fill"]).toBe("none");
    expect(path && elements(path).map(({ name }) => name)).toEqual([
      "a:moveTo",
      "a:lnTo",
      "a:moveTo",
      "a:lnTo",
    ]);
  });

  it("puts everything where layout put it, to the EMU", () => {
    const odd = { x: 37 as never, y: 99 as never, w: 1_234_567 as never, h: 101 as never };
    const [page] = pages.pages;
    if (page === undefined) throw new Error("no page");
    const items = [text("odd", odd, [paragraph([run("x")])])];
    return writtenFiles({ ...pages, sections: [], pages: [{ ...page, items }] }).then((own) => {
      const xfrm = child(propertiesOf(shapeNamed(part(own, "ppt/slides/slide1.xml"), "odd")), "a:xfrm");
      expect(xfrm && elements(xfrm).map(({ attributes }) => attributes)).toEqual([
        { x: "37", y: "99" },
        { cx: "1234567", cy: "101" },
      ]);
    });
  });

  it("writes tables with exact rows and columns, merged cells, and lines that neighbours agree on", () => {
    const table = shapeNamed(part(files, "ppt/slides/slide3.xml"), "Options side by side");
    expect(list(table, "a:tr").map(({ attributes }) => attributes["h"])).toEqual([
      "365760",
      "365760",
      "365760",
    ]);
    expect(list(table, "a:gridCol").map(({ attributes }) => attributes["w"])).toEqual([
      "3657600",
      "1828800",
      "1828800",
    ]);
    const cells = list(table, "a:tc");
    expect(cells).toHaveLength(9);
    expect(cells[1]?.attributes["gridSpan"]).toBe("2");
    expect(cells[2]?.attributes["hMerge"]).toBe("1");
    const width = (cell: number, side: string): string | undefined =>
      list(cells[cell] ?? table, side)[0]?.attributes["w"];
    expect(width(3, "a:lnB")).toBe("12700");
    expect(width(6, "a:lnT")).toBe("12700");
    for (const cell of cells) expect(list(cell, "a:lnL").every((line) => child(line, "a:noFill"))).toBe(true);
  });

  it("stands charts in their place, native or drawn, with the same alternative text", () => {
    const slide = part(files, "ppt/slides/slide3.xml");
    expect(shapeNamed(slide, "Churn").name).toBe("p:graphicFrame");
    expect(shapeNamed(slide, "Churn drawn").name).toBe("p:pic");
    for (const name of ["Churn", "Churn drawn"]) {
      expect(list(shapeNamed(slide, name), "p:cNvPr")[0]?.attributes["descr"]).toBe(
        "Columns from 12.1 to 14.9 per cent",
      );
    }
  });

  it("draws all charts as pictures when told to", async () => {
    const drawn = await readZip(await writePptx(pages, { ...context, charts: "picture" }));
    expect(under(drawn, "ppt/charts/")).toEqual([]);
    expect(shapeNamed(part(drawn, "ppt/slides/slide3.xml"), "Churn").name).toBe("p:pic");
  });

  it("keeps one copy of a picture", () => {
    expect([...files.keys()].filter((path) => path.startsWith("ppt/media/"))).toEqual([
      "ppt/media/image1.png",
    ]);
  });

  it("has footers, dates and page numbers as placeholders that follow the layout", () => {
    const slide = part(files, SLIDE);
    expect(paragraphsOf(shapeNamed(slide, "Footer"))).toEqual(["Short & reasons · Internal & confidential"]);
    expect(paragraphsOf(shapeNamed(slide, "Date"))).toEqual(["18 November 2026"]);
    expect(list(shapeNamed(slide, "Slide number"), "a:fld")[0]?.attributes["type"]).toBe("slidenum");
    for (const name of ["Footer", "Date", "Slide number"]) {
      expect(propertiesOf(shapeNamed(slide, name)).children).toEqual([]);
    }
    expect(
      list(part(files, "ppt/slides/slide1.xml"), "p:ph").map(({ attributes }) => attributes["type"]),
    ).toEqual(["ctrTitle", "subTitle"]);
  });

  it("has a layout for every kind of slide, and every placeholder of a slide on its layout", () => {
    pages.pages.forEach((_page, index) => {
      const layout =
        relationships(files, index + 1).find(({ type }) => type.endsWith("/slideLayout"))?.target ?? "";
      const marks = (path: string): readonly string[] =>
        list(part(files, path), "p:ph").map(({ attributes }) => `${attributes["type"]} ${attributes["idx"]}`);
      const known = marks(layout.slice(1));
      for (const mark of marks(`ppt/slides/slide${index + 1}.xml`)) expect(known).toContain(mark);
    });
    expect(under(files, "ppt/slideLayouts/")).toHaveLength(5);
  });

  it("stamps a draft once, on the master", async () => {
    expect(source(files, "ppt/slideMasters/slideMaster1.xml")).toContain("<a:t>Draft</a:t>");
    const final = await writtenFiles({ ...pages, properties: { ...pages.properties, draft: false } });
    expect(source(final, "ppt/slideMasters/slideMaster1.xml")).not.toContain("Draft mark");
  });

  it("lists sections with every slide in exactly one", () => {
    const presentation = part(files, "ppt/presentation.xml");
    const sections = list(presentation, "p14:section");
    expect(
      sections.map((section) => list(section, "p14:sldId").map(({ attributes }) => attributes["id"])),
    ).toEqual([["256"], ["257", "258", "259"], ["260"]]);
    expect(new Set(sections.map(({ attributes }) => attributes["id"])).size).toBe(3);
    for (const { attributes } of sections)
      expect(attributes["id"]).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/);
  });

  it("writes notes one paragraph a line, with emphasis, for the slides that have some", () => {
    const notes = shapeNamed(part(files, "ppt/notesSlides/notesSlide2.xml"), "Notes Placeholder 2");
    expect(paragraphsOf(notes)[1]).toBe("Sources: billing");
    expect(list(notes, "a:rPr").map(({ attributes }) => attributes["b"])).toEqual([
      undefined,
      undefined,
      "1",
    ]);
  });

  it("describes itself from the bundle alone", () => {
    const core = part(files, "docProps/core.xml");
    const say = (name: string): string => [...all(core, name)].map(textOf).join();
    expect(say("dc:creator")).toBe('Aino "A" Laakso & co');
    expect(say("cp:keywords")).toBe("a&b, c");
    expect(say("dc:language")).toBe("en-GB");
    expect(list(part(files, "docProps/app.xml"), "vt:lpstr").map(textOf)).toContain("Title of voice");
  });

  it("leaves out what the bundle does not say: its date, who wrote it, its version", async () => {
    const unsaid = { date: "", dateText: "", author: "", subject: "", keywords: [], version: "" };
    const bare = { ...pages, properties: { ...pages.properties, ...unsaid } };
    const written = await writePptx(bare, context);
    expect(await judge(written)).toEqual([]);
    const bareFiles = await readZip(written);
    const core = part(bareFiles, "docProps/core.xml");
    expect(elements(core).map(({ name }) => name)).toEqual([
      "dc:title",
      "cp:revision",
      "dc:language",
      "cp:category",
    ]);
    for (const path of under(bareFiles, "ppt/slides/"))
      expect(source(bareFiles, path), path).not.toContain('type="dt"');
  });

  it("knows its own slides again, and notices when someone changed one", async () => {
    expect(await originOf(deck)).toEqual({ state: "ours" });
    const changed = new Map(files);
    changed.set(SLIDE, new TextEncoder().encode(source(files, SLIDE).replace("Why now", "Why later")));
    expect(await originOf(writeZip(changed))).toMatchObject({
      state: "edited",
      changes: [{ kind: "changed", number: 2, aspects: ["text"] }],
    });
    changed.delete("docProps/custom.xml");
    expect(await originOf(writeZip(changed))).toEqual({ state: "foreign" });
  });
});
