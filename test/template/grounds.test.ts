import { describe, expect, test } from "vitest";
import { groundsOf } from "../../src/template/grounds.ts";
import { learn } from "../../src/template/learn.ts";
import { openTemplate } from "../../src/template/open.ts";
import type { GroundShape } from "../../src/theme/ground.ts";
import { emu, layouts, MASTER, type MasterOptions, picture, shape, solid, template } from "./build.ts";

/** The drawing of content pages of the sound template with something changed. */
async function ground(master: Partial<MasterOptions>) {
  const opened = await openTemplate(template({ masters: [{ ...MASTER, ...master }] }), "lobby.potx");
  return groundsOf(opened, learn(opened, { path: "lobby.potx" }).contract).content;
}
const paper = async (background: string, more: Partial<MasterOptions> = {}) =>
  (await ground({ background, ...more })).paper;
const drawn = async (content: string, more: Partial<MasterOptions> = {}): Promise<readonly GroundShape[]> =>
  (await ground({ content, ...more })).shapes;
const first = async (content: string, more: Partial<MasterOptions> = {}): Promise<GroundShape> => {
  const [found] = await drawn(content, more);
  if (found === undefined) throw new Error("nothing is drawn");
  return found;
};
const gradient = (lin: string): string =>
  `<a:gradFill><a:gsLst><a:gs pos="0">${colour("FF0000")}</a:gs><a:gs pos="100000">${colour("0000FF")}</a:gs></a:gsLst>${lin}</a:gradFill>`;
const colour = (hex: string, changes = ""): string => `<a:srgbClr val="${hex}">${changes}</a:srgbClr>`;
const scheme = (name: string, changes = ""): string =>
  `<a:solidFill><a:schemeClr val="${name}">${changes}</a:schemeClr></a:solidFill>`;

describe("the paper of a layout", () => {
  test("is the master's background style in its colour, or the layout's own fill", async () => {
    expect((await ground({})).paper).toEqual({ type: "solid", hex: "FFFFFF" });
    expect(await paper(solid("accent1"))).toEqual({ type: "solid", hex: "1F5C99" });
    const own = { layouts: layouts({ content: { background: solid("24364B") } }) };
    expect(await paper(solid("accent1"), own)).toEqual({ type: "solid", hex: "24364B" });
  });

  test("follows the colour map, and a layout's own", async () => {
    const map = { bg1: "dk1", tx1: "lt1" };
    expect((await ground({ map })).paper).toEqual({ type: "solid", hex: "1A1A1A" });
    const override = `<a:overrideClrMapping bg1="dk2" tx1="lt1" bg2="lt2" tx2="dk1" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`;
    const overridden = await ground({ layouts: layouts({ content: { override } }) });
    expect(overridden.paper).toEqual({ type: "solid", hex: "24364B" });
  });

  test("may be a gradient, a picture with its crop, and lets nothing but white through", async () => {
    expect(await paper(gradient('<a:lin ang="5400000"/>'))).toEqual({
      type: "gradient",
      angle: 90,
      stops: [
        { at: 0, hex: "FF0000" },
        { at: 1, hex: "0000FF" },
      ],
    });
    const blip =
      '<a:blipFill><a:blip r:embed="rP"/><a:stretch><a:fillRect t="-50000" b="-50000"/></a:stretch></a:blipFill>';
    expect(await paper(blip, { media: { rP: "photo.png" } })).toEqual({
      type: "picture",
      file: "template:/ppt/media/photo.png",
      crop: { left: 0, top: 0.25, right: 0, bottom: 0.25 },
    });
    expect(await paper(`<a:solidFill>${colour("FF0000", '<a:alpha val="50000"/>')}</a:solidFill>`)).toEqual({
      type: "solid",
      hex: "FF8080",
    });
  });

  test("is a gradient through its middle where it goes around a point", async () => {
    const around = '<a:path path="circle"><a:fillToRect l="50000" t="50000" r="50000" b="50000"/></a:path>';
    expect(await paper(gradient(around))).toMatchObject({
      stops: [
        { at: 0, hex: "0000FF" },
        { at: 0.5, hex: "FF0000" },
        { at: 0.5, hex: "FF0000" },
        { at: 1, hex: "0000FF" },
      ],
    });
  });
});

describe("colours", () => {
  // Office's own: "Blue, Accent 1, Lighter 80%" of 5B9BD5, and what PowerPoint shows of shade and tint.
  test.each([
    ["accent5", '<a:lumMod val="20000"/><a:lumOff val="80000"/>', "DEE8F1"],
    ["accent1", '<a:lumMod val="75000"/>', "174573"],
    ["tx1", '<a:tint val="50000"/>', "BFBFBF"],
    ["bg1", '<a:shade val="50000"/>', "BCBCBC"],
    ["accent1", '<a:satMod val="0"/>', "5C5C5C"],
    ["accent1", "<a:inv/>", "FDF2D7"],
  ])("of the scheme with changes: %s %s", async (name, changes, hex) => {
    const tx1 = name === "tx1" ? { scheme: { dk1: "000000" } } : {};
    const found = await first(shape([1, 1, 2, 2], scheme(name, changes)), tx1);
    const seen = found.type === "path" && found.fill?.type === "solid" ? found.fill.hex : "";
    const channels = (text: string): number[] =>
      [0, 2, 4].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
    for (const [n, value] of channels(seen).entries())
      expect(Math.abs(value - (channels(hex)[n] ?? 0))).toBeLessThan(9);
  });

  test.each([
    ['<a:prstClr val="dkBlue"/>', "00008B"],
    ['<a:prstClr val="medSeaGreen"/>', "3CB371"],
    ['<a:sysClr val="windowText" lastClr="010203"/>', "010203"],
    ['<a:scrgbClr r="100000" g="0" b="0"/>', "FF0000"],
    ['<a:hslClr hue="7200000" sat="100000" lum="50000"/>', "00FF00"],
  ])("of other kinds: %s", async (element, hex) => {
    const found = await first(shape([1, 1, 2, 2], `<a:solidFill>${element}</a:solidFill>`));
    expect(found).toMatchObject({ fill: { hex } });
  });
});

describe("shapes of a layout", () => {
  test("come after the master's, without placeholders and hidden ones", async () => {
    const content = shape([0, 0, 13.333, 0.2], solid("accent1"), { name: "Bar" });
    const own = {
      content: `${layouts({})[1]?.content}${shape([1, 7, 1, 0.2], solid("accent2"), { name: "Own" })}`,
    };
    const names = (await drawn(content, { layouts: layouts({ content: own }) })).map(({ name }) => name);
    expect(names).toEqual(["Bar", "Own"]);
    const bare = await drawn(content, {
      layouts: layouts({ content: { ...own, attributes: 'showMasterSp="0"' } }),
    });
    expect(bare.map(({ name }) => name)).toEqual(["Own"]);
  });

  test("have their path, turn and flips", async () => {
    const found = await first(
      shape([1, 2, 3, 4], solid("accent1"), { preset: "rtTriangle", turn: ' rot="5400000" flipH="1"' }),
    );
    expect(found).toMatchObject({
      type: "path",
      d: "M0 1L0 0L1 1Z",
      rotation: 90,
      flipHorizontal: true,
      frame: { x: emu(1), y: emu(2), w: emu(3), h: emu(4) },
    });
  });

  test("in groups stand where the group puts them: scaled, mirrored and turned", async () => {
    const group = (attributes: string): string =>
      `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="77" name="G"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm ${attributes}><a:off x="${emu(2)}" y="${emu(2)}"/><a:ext cx="${emu(4)}" cy="${emu(2)}"/><a:chOff x="0" y="0"/><a:chExt cx="${emu(2)}" cy="${emu(2)}"/></a:xfrm>${solid("accent2")}</p:grpSpPr>${shape([0, 0, 1, 1], "<a:grpFill/>")}</p:grpSp>`;
    expect(await first(group(""))).toMatchObject({
      frame: { x: emu(2), y: emu(2), w: emu(2), h: emu(1) },
      fill: { hex: "1E7A5A" },
    });
    expect(await first(group('flipH="1"'))).toMatchObject({
      frame: { x: emu(4), y: emu(2) },
      flipHorizontal: true,
    });
    expect(await first(group('rot="10800000"'))).toMatchObject({
      frame: { x: emu(4), y: emu(3) },
      rotation: 180,
    });
  });

  test("are pictures with crop, and words in the theme's font", async () => {
    const crop = '<a:srcRect l="10000" b="25000"/>';
    expect(
      await first(picture([1, 1, 2, 1], "rL", "Logo", crop), { media: { rL: "logo.png" } }),
    ).toMatchObject({
      type: "picture",
      file: "template:/ppt/media/logo.png",
      crop: { left: 0.1, top: 0, right: 0, bottom: 0.25 },
    });
    const words = await drawn(shape([1, 7, 4, 0.3], "<a:noFill/>", { text: "Internal" }));
    expect(words).toMatchObject([
      {
        type: "text",
        paragraphs: [{ runs: [{ text: "Internal", size: 9, hex: "1A1A1A", family: "Calibri" }] }],
      },
    ]);
  });

  test("may be drawn freely, with arcs and guides", async () => {
    const geometry = `<a:custGeom><a:avLst/><a:gdLst><a:gd name="half" fmla="*/ w 1 2"/></a:gdLst><a:pathLst><a:path w="100" h="100"><a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="100" y="0"/></a:lnTo><a:arcTo wR="50" hR="50" stAng="0" swAng="5400000"/><a:close/></a:path></a:pathLst></a:custGeom>`;
    const found = await first(shape([1, 1, 2, 2], solid("accent1"), { geometry }));
    expect(found).toMatchObject({
      type: "path",
      d: expect.stringMatching(/^M0 0L1 0C1 0\.27614 0\.77614 0\.5 0\.5 0\.5Z$/),
    });
  });

  test("of unknown presets stand as their frame", async () => {
    expect(await first(shape([1, 1, 2, 2], solid("accent1"), { preset: "gear9" }))).toMatchObject({
      d: "M0 0L1 0L1 1L0 1Z",
    });
  });
});
