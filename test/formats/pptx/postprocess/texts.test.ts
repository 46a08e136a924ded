import { beforeAll, describe, expect, it } from "vitest";
import { emu, pt } from "../../../../src/base/units.ts";
import { child, textOf } from "../../../../src/ooxml/xml.ts";
import { at, paragraph, placeholder, run, text } from "../items.ts";
import { pages } from "../pages.ts";
import {
  alone,
  type Files,
  list,
  paragraphsOf,
  part,
  shapeNamed,
  source,
  under,
  writtenFiles,
} from "../parts.ts";

const SLIDE = "ppt/slides/slide2.xml";

describe("texts", () => {
  let files: Files;
  beforeAll(async () => {
    files = await writtenFiles(pages);
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

  it("keeps the size of a paragraph without words, for those who write there", async () => {
    const own = await alone([text("empty", at(1, 1, 3, 1), [paragraph([run("", "small")])])]);
    expect(list(own, "a:endParaRPr")[0]?.attributes["sz"]).toBe("1200");
  });

  it("goes on with the number of a list that began on another slide", async () => {
    const item = { bullet: "number", indent: emu(200_000), hanging: emu(200_000) } as const;
    const own = await alone([
      text("list", at(1, 1, 3, 1), [
        paragraph([run("third")], { ...item, start: 3 }),
        paragraph([run("fourth")], item),
        paragraph([run("Others:")]),
        paragraph([run("first")], item),
      ]),
    ]);
    expect(list(own, "a:buAutoNum").map(({ attributes }) => attributes["startAt"])).toEqual([
      "3",
      "3",
      undefined,
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
