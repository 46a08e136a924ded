import { describe, expect, test } from "vitest";
import { learn } from "../../src/template/learn.ts";
import { openTemplate } from "../../src/template/open.ts";
import { TemplateContract } from "../../src/theme/contract.ts";
import {
  CONTENT,
  COVER,
  holder,
  type LayoutOptions,
  layouts,
  MASTER,
  type MasterOptions,
  pack,
  picture,
  shape,
  solid,
  type TemplateOptions,
  template,
  templateParts,
} from "./build.ts";

const lesson = async (options: TemplateOptions = {}) =>
  learn(await openTemplate(template(options), "lobby.potx"), { path: "lobby.potx" });

/** The sound layouts with other names and without types. */
const withoutTypes = (names: readonly string[]) =>
  layouts({}).map(({ type: _, ...layout }, n) => ({ ...layout, name: names[n] ?? "" })) as [
    LayoutOptions,
    LayoutOptions,
    LayoutOptions,
  ];

describe("learning a template", () => {
  test("finds nothing wrong with a sound one, and gives a valid contract", async () => {
    const { contract, findings } = await lesson();
    expect(findings).toEqual([]);
    expect(TemplateContract.parse(contract)).toEqual(contract);
    expect(contract.pages).toMatchObject({
      cover: { layout: "Title Slide", matched: "type" },
      content: { layout: "Title Only", matched: "type" },
      divider: { layout: "Section Header", matched: "type" },
    });
  });

  const learned = async (master: Partial<MasterOptions>) =>
    (await lesson({ masters: [{ ...MASTER, ...master }] })).contract;
  const media = { rL: "logo.png" };

  test("keeps title, body and sources clear of logos, legal lines and bars", async () => {
    const content =
      picture([11.9, 0.4, 1.2, 0.6], "rL", "Logo") +
      shape([0.6, 6.5, 8, 0.25], "<a:noFill/>", { name: "Legal", text: "Confidential" }) +
      shape([12.4, 0, 0.933, 7.5], solid("accent1"), { name: "Bar" });
    const { content: page } = (await learned({ content, media })).pages;
    const right = ({ x, w }: { x: number; w: number }): number => x + w;
    expect(page.keepOut.map(({ name }) => name)).toEqual(["Logo", "Legal", "Bar"]);
    expect(right(page.title?.place ?? page.body)).toBeLessThanOrEqual(11.9);
    expect(right(page.body)).toBeLessThanOrEqual(12.41);
    expect(page.body.y + page.body.h).toBeLessThanOrEqual(6.51);
    for (const frame of [page.title?.place, page.body, page.source])
      for (const { place } of page.keepOut)
        expect(
          frame !== undefined &&
            frame.x < right(place) - 0.001 &&
            place.x < right(frame) - 0.001 &&
            frame.y < place.y + place.h - 0.001 &&
            place.y < frame.y + frame.h - 0.001,
        ).toBe(false);
  });

  test("leaves a gap between a title and what stands beside it", async () => {
    const mark = shape([0, 0.3, 1.5, 1.1], solid("accent1"), { name: "Mark" });
    const { content: page } = (await learned({ content: mark })).pages;
    expect(page.title?.place.x).toBeGreaterThanOrEqual(1.57);
    expect(page.title?.place.x).toBeLessThan(1.7);
  });

  test("begins a cover's content where the first of its texts begins, with a gap to what is at its side", async () => {
    const words = (x: number) =>
      holder({ type: "ctrTitle", box: [4, 1, 6, 1.4], body: 'anchor="b"' }) +
      holder({ type: "subTitle", idx: 1, box: [x, 2.6, 9, 0.8] });
    const cover = async (content: string) =>
      (await learned({ layouts: layouts({ cover: { content } }) })).pages.cover;
    expect((await cover(words(1.2))).body.x).toBe(1.3);
    expect((await cover(words(4.5))).body.x).toBe(4.1);
    const bar = shape([12.3, 0, 1.033, 7.5], solid("accent1"), { name: "Bar" });
    const { body } = await cover(words(1.2) + bar);
    expect(body.x + body.w).toBeLessThanOrEqual(12.21);
  });

  test("puts a cover's content on bare ground rather than on a picture", async () => {
    const content = `${COVER.content}${picture([0, 5.6, 13.333, 1.9], "rL", "Photo")}`;
    const { cover } = (await learned({ layouts: layouts({ cover: { content, media } }) })).pages;
    expect(cover.body.y + cover.body.h).toBeLessThanOrEqual(5.62);
    expect(cover.paper).toEqual({ hex: "FFFFFF" });
  });

  test("sets titles between 26 and 22 pt on two lines, and grows a low box into the body", async () => {
    const low = holder({ type: "title", box: [0.6, 0.45, 12.1, 0.35] });
    const { content: page } = (await learned({ layouts: layouts({ content: { content: low } }) })).pages;
    expect(page.title).toMatchObject({ lines: 2, smallest: 22 });
    expect(page.title?.size).toBeGreaterThanOrEqual(22);
    expect(page.title?.size).toBeLessThanOrEqual(26);
    expect(page.title?.place.h).toBeGreaterThan(0.8);
    expect(page.body.y).toBeGreaterThanOrEqual((page.title?.place.y ?? 0) + (page.title?.place.h ?? 0));
  });

  test("gives a dark cover inks of its own, and takes no strong bg2 for the wash", async () => {
    const dark = layouts({ cover: { background: solid("tx2") } });
    const contract = await learned({ layouts: dark, scheme: { lt2: "7030A0" } });
    expect(contract.pages.cover.paper).toEqual({ hex: "24364B" });
    expect(contract.pages.cover.inks?.ink).toEqual({ scheme: "bg1" });
    expect(contract.pages.divider.inks).toBeUndefined();
    expect(contract.inks.wash).toEqual({ scheme: "bg1", lumMod: 95_000 });
  });

  test.each([
    ["Otsikkodia", "Vain otsikko", "Osan ylätunniste"],
    ["Rubrikbild", "Endast rubrik", "Avsnittsrubrik"],
    ["Diapositive de titre", "Titre seul", "Titre de section"],
    ["表紙", "タイトルのみ", "セクション見出し"],
    ["Титульный слайд", "Только заголовок", "Заголовок раздела"],
    ["01_COVER dark", "Title-only (grey)", "Chapter divider"],
  ])("finds layouts without types that are called %s, %s and %s, in any order", async (...names) => {
    const [cover, content, divider] = withoutTypes(names);
    const { pages } = await learned({ layouts: [divider, content, cover] });
    expect([pages.cover.layout, pages.content.layout, pages.divider.layout]).toEqual(names);
  });

  test("adds layouts to a master that has but one for something else", async () => {
    const only = {
      ...CONTENT,
      name: "Thank you",
      type: "blank",
      content: holder({ type: "body", idx: 1, box: [1, 1, 5, 5] }),
    };
    const { pages } = await learned({ layouts: [only] });
    expect([pages.cover.matched, pages.content.matched, pages.divider.matched]).toEqual([
      "added",
      "added",
      "added",
    ]);
    expect(pages.content.title?.place).toMatchObject({ x: 0.6, y: 0.45 });
    expect(pages.content.part).toBeUndefined();
  });

  test("puts content on the master that leaves it room where that of the covers does not", async () => {
    const bar = shape([6.2, 1.5, 0.8, 5.2], solid("accent1"), { name: "Bar" });
    const front = { ...MASTER, name: "Front", content: bar };
    const masters = [front, { ...MASTER, name: "Inside" }];
    const { contract, findings } = await lesson({ masters });
    const { cover, content, divider } = contract.pages;
    expect([cover.master, divider.master, content.master].map((part) => part.slice(-5))).toEqual([
      "1.xml",
      "1.xml",
      "2.xml",
    ]);
    expect(findings.find(({ code }) => code.endsWith("several-masters"))?.what).toMatch(/"Front".*"Inside"/);
    const swapped = await lesson({ masters: masters.toReversed() });
    expect(swapped.contract.pages.content.master).toBe(swapped.contract.pages.cover.master);
  });

  test("sets titles in a narrow box of some height on three lines", async () => {
    const narrow = holder({ type: "title", box: [3.5, 0.45, 5, 1.1] });
    const { content: page } = (await learned({ layouts: layouts({ content: { content: narrow } }) })).pages;
    expect(page.title).toMatchObject({ lines: 3 });
    expect(page.title?.size).toBeLessThan(22);
  });

  test("takes the typeface of texts from the master's placeholder, where its styles name another", async () => {
    const parts = templateParts();
    const name = "/ppt/slideMasters/slideMaster1.xml";
    const master = String(parts[name]).replace(
      /(<p:ph type="body" idx="1"\/>.*?)<a:lstStyle\/>/s,
      '$1<a:lstStyle><a:lvl1pPr><a:defRPr><a:latin typeface="Georgia"/></a:defRPr></a:lvl1pPr></a:lstStyle>',
    );
    const opened = await openTemplate(pack({ ...parts, [name]: master }), "lobby.potx");
    const { fonts } = learn(opened, { path: "lobby.potx" }).contract;
    expect([fonts.heading.family, fonts.body.family, fonts.body.slot]).toEqual([
      "Calibri",
      "Georgia",
      undefined,
    ]);
  });

  test("gives the same contract each time", async () => {
    expect(JSON.stringify(await lesson())).toBe(JSON.stringify(await lesson()));
  });
});
