import { beforeAll, describe, expect, it } from "vitest";
import { emu, pt } from "../../../src/base/units.ts";
import { FORMATS } from "../../../src/formats/index.ts";
import { originOf } from "../../../src/formats/pptx/fingerprint/origin.ts";
import { writePptx } from "../../../src/formats/pptx/write.ts";
import type { Item, Page, TextItem } from "../../../src/model/page.ts";
import { cleanText } from "../../../src/ooxml/escape.ts";
import { readRelationships } from "../../../src/ooxml/parse.ts";
import { readZip } from "../../../src/ooxml/unzip.ts";
import { all, child, descendant, type Element, elements, textOf } from "../../../src/ooxml/xml.ts";
import { writeZip } from "../../../src/ooxml/zip.ts";
import { judge } from "./judge.ts";
import { at, context, pages, paragraph, placeholder, run, text } from "./pages.ts";
import {
  type Files,
  list,
  paragraphsOf,
  part,
  propertiesOf,
  shapeNamed,
  source,
  under,
  writtenFiles,
} from "./parts.ts";

const SLIDE = "ppt/slides/slide2.xml";
/** The slide that these items alone make. */
async function alone(items: readonly Item[], layout: Page["layout"] = "cover"): Promise<Element> {
  const [page] = pages.pages;
  const last = pages.pages.at(-1);
  if (page === undefined || last === undefined) throw new Error("no page");
  return part(
    await writtenFiles({ ...pages, sections: [], pages: [{ ...page, layout, items }, last] }),
    "ppt/slides/slide1.xml",
  );
}

const relationships = (files: Files, number: number) =>
  readRelationships(
    `/ppt/slides/slide${number}.xml`,
    files.get(`ppt/slides/_rels/slide${number}.xml.rels`) ?? "",
  );

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

  it("has no hex colour outside the theme, and no code in its place", () => {
    for (const path of [
      ...under(files, "ppt/slides/"),
      ...under(files, "ppt/slideLayouts/"),
      ...under(files, "ppt/slideMasters/"),
    ]) {
      expect(source(files, path), path).not.toMatch(/srgbClr|sysClr|F0DE/);
    }
  });

  it("lets nothing fit itself: sizes and insets are said, autofit is not", () => {
    for (const path of under(files, "ppt/slides/"))
      expect(source(files, path)).not.toMatch(/Autofit|spAutoFit|fontScale/);
    for (const body of list(part(files, SLIDE), "p:txBody")) {
      const given = Object.keys(child(body, "a:bodyPr")?.attributes ?? {});
      const inherits = given.length <= 1;
      if (!inherits)
        expect(given).toEqual(expect.arrayContaining(["lIns", "tIns", "rIns", "bIns", "anchor"]));
    }
    const card = shapeNamed(part(files, SLIDE), "Reasons");
    expect(list(card, "a:bodyPr")[0]?.attributes).toMatchObject({
      lIns: "1",
      tIns: "2",
      rIns: "3",
      bIns: "4",
      anchor: "ctr",
    });
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

  it("sets paragraphs as they were placed", () => {
    const reasons = shapeNamed(part(files, SLIDE), "Reasons");
    expect(paragraphsOf(reasons)).toHaveLength(8);
    const properties = list(reasons, "a:p").map((p) => child(p, "a:pPr")?.attributes ?? {});
    expect(properties[0]).toEqual({});
    expect(properties[1]).toEqual({ marL: "200000", indent: "-150000", hangingPunct: "0" });
    expect(properties[3]).toEqual({ marL: "300000", indent: "-100000", algn: "r" });
    expect(properties[6]).toEqual({ algn: "r", rtl: "1", hangingPunct: "0" });
    expect(list(reasons, "a:spcPts").map(({ attributes }) => attributes["val"])).toContain("600");
    expect(list(reasons, "a:buChar").map(({ attributes }) => attributes["char"])).toEqual(["•", "–"]);
    expect(list(reasons, "a:buAutoNum")).toHaveLength(1);
    expect(list(reasons, "a:br")).toHaveLength(2);
    // Japanese fonts have a pitch of their own: 14 pt × 1.2 × 1.1.
    expect(list(list(reasons, "a:p")[7] ?? reasons, "a:spcPts")[0]?.attributes["val"]).toBe("1848");
  });

  it("leads where links say: to slides, to https, to mail", () => {
    const targets = new Map(relationships(files, 2).map((one) => [one.id, one.target]));
    const clicks = list(part(files, SLIDE), "a:hlinkClick").map(({ attributes }) => ({
      to: targets.get(attributes["r:id"] ?? ""),
      action: attributes["action"],
    }));
    const jump = "ppaction://hlinksldjump";
    expect(clicks).toEqual([
      { to: "https://example.com/?a=1&b=%3C2%3E", action: undefined },
      { to: "mailto:a@example.com?subject=Ja%20%26%20nein", action: undefined },
      { to: "/ppt/slides/slide5.xml", action: jump },
      { to: "/ppt/slides/slide5.xml", action: jump },
      { to: "/ppt/slides/slide1.xml", action: jump },
    ]);
    const card = shapeNamed(part(files, SLIDE), "Card");
    expect(list(card, "a:hlinkClick")[0]?.attributes["tooltip"]).toMatch(/^Jumps Tom &/);
  });

  it("ends a link where its line ends, without the space", async () => {
    const link = run("a long link that breaks", "body", { to: "last" });
    const broken = paragraph([run("See "), link], {
      lines: [
        { runs: [run("See "), run("a long link")], width: pt(90) },
        { runs: [run("that breaks")], width: pt(60) },
      ],
    });
    const own = await alone([text("link", at(1, 1, 1, 1), [broken])]);
    const runs = list(shapeNamed(own, "link"), "a:r").map((one) => [
      textOf(one),
      list(one, "a:hlinkClick").length,
    ]);
    expect(runs).toEqual([
      ["See ", 0],
      ["a long link", 1],
      [" ", 0],
      ["that breaks", 1],
    ]);
  });

  it("ends a line outright before joined emoji, within which LibreOffice would end it", async () => {
    const family = "\u{1f469}\u200d\u{1f467}";
    const words = [`two ${family} three`, `${family} four \u{1f680} five`];
    const broken = paragraph([run(words.join(" "))], {
      lines: words.map((line) => ({ runs: [run(line)], width: pt(90) })),
    });
    const own = await alone([text("emoji", at(1, 1, 1, 1), [broken])]);
    expect(list(shapeNamed(own, "emoji"), "a:r").map(textOf)).toEqual([`${words[0]} `, words[1]]);
    expect(list(shapeNamed(own, "emoji"), "a:br")).toHaveLength(1);
  });

  it("takes the curve of a rounded corner off the insets, and lets no centred single line wrap in a shape", async () => {
    const words = paragraph([run("1")], { align: "center", lines: [{ runs: [run("1")], width: pt(8) }] });
    const insets = { left: emu(90_000), top: emu(0), right: emu(90_000), bottom: emu(0) };
    const own = await alone([
      text("tag", at(1, 1, 1, 0.25), [words], { geometry: "roundRect", fill: "wash", insets }),
    ]);
    // Radius 4.32 pt = 54,864 EMU, of which 0.29289 is text's.
    expect(list(shapeNamed(own, "tag"), "a:bodyPr")[0]?.attributes).toMatchObject({
      wrap: "none",
      lIns: "73931",
      tIns: "0",
    });
  });

  it.each(["javascript:alert(1)", "file:///etc/passwd", "http://example.com"])(
    "refuses a link to %s",
    async (href) => {
      const items: readonly TextItem[] = [
        text("x", at(1, 1, 1, 1), [paragraph([run("x", "body", { href })])]),
      ];
      const [page] = pages.pages;
      if (page === undefined) throw new Error("no page");
      await expect(
        writePptx({ ...pages, sections: [], pages: [{ ...page, items }] }, context),
      ).rejects.toThrow(/https/);
    },
  );

  it("refuses a link to no page", async () => {
    const [page] = pages.pages;
    if (page === undefined) throw new Error("no page");
    const items = [text("x", at(1, 1, 1, 1), [paragraph([run("x", "body", { to: "nowhere" })])])];
    await expect(writePptx({ ...pages, sections: [], pages: [{ ...page, items }] }, context)).rejects.toThrow(
      /nowhere/,
    );
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

  it("writes each direction of a footer as a run of its own, which LibreOffice prints over one another else", async () => {
    const words = "\u062e\u0637\u0629 2027 \u0627\u0644\u0645\u0643\u062a\u0628\u0629";
    const foot = paragraph([run(`Plan ${words} · Internal`, "footer")]);
    const own = await alone([text("foot", at(0.6, 7, 5, 0.2), [foot], { placeholder: "footer" })], "content");
    const runs = list(shapeNamed(own, "Footer"), "a:r");
    expect(runs.map(textOf)).toEqual(["Plan ", words, " · Internal"]);
    expect(runs.map((one) => list(one, "a:rPr")[0]?.attributes["lang"])).toEqual(["en-GB", "ar-SA", "en-GB"]);
    expect(list(shapeNamed(own, "Footer"), "a:pPr")).toEqual([]);
    const backwards = { ...foot, runs: [run(words, "footer")], rightToLeft: true };
    const other = await alone(
      [text("foot", at(0.6, 7, 5, 0.2), [backwards], { placeholder: "footer" })],
      "content",
    );
    expect(list(shapeNamed(other, "Footer"), "a:pPr")[0]?.attributes).toEqual({ rtl: "1" });
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
    expect(under(files, "ppt/slideLayouts/")).toHaveLength(4);
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

  it("takes a placeholder of another slide's layout as a text that must say all itself", async () => {
    const [, page] = pages.pages;
    if (page === undefined) throw new Error("no page");
    const items = [
      placeholder("title", "content", [run("A", "title")]),
      placeholder("subtitle", "cover", [run("B", "lead")]),
    ];
    const own = await writtenFiles({ ...pages, sections: [], pages: [{ ...page, notes: [], items }] });
    const xfrm = list(shapeNamed(part(own, "ppt/slides/slide1.xml"), "subtitle"), "a:xfrm");
    expect(xfrm).toHaveLength(1);
  });
});
