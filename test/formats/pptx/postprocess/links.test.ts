import { beforeAll, describe, expect, it } from "vitest";
import { pt } from "../../../../src/base/units.ts";
import { writePptx } from "../../../../src/formats/pptx/write.ts";
import type { TextItem } from "../../../../src/model/page.ts";
import { textOf } from "../../../../src/ooxml/xml.ts";
import { at, paragraph, run, text } from "../items.ts";
import { context, pages } from "../pages.ts";
import { alone, type Files, list, part, relationships, shapeNamed, writtenFiles } from "../parts.ts";

const SLIDE = "ppt/slides/slide2.xml";

describe("links", () => {
  let files: Files;
  beforeAll(async () => {
    files = await writtenFiles(pages);
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

  it.each(["javascript:alert(1)", "file:///etc/passwd"])("refuses a link to %s", async (href) => {
    const items: readonly TextItem[] = [text("x", at(1, 1, 1, 1), [paragraph([run("x", "body", { href })])])];
    const [page] = pages.pages;
    if (page === undefined) throw new Error("no page");
    await expect(writePptx({ ...pages, sections: [], pages: [{ ...page, items }] }, context)).rejects.toThrow(
      /https/,
    );
  });

  it("refuses a link to no page", async () => {
    const [page] = pages.pages;
    if (page === undefined) throw new Error("no page");
    const items = [text("x", at(1, 1, 1, 1), [paragraph([run("x", "body", { to: "nowhere" })])])];
    await expect(writePptx({ ...pages, sections: [], pages: [{ ...page, items }] }, context)).rejects.toThrow(
      /nowhere/,
    );
  });
});
