import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { frame } from "../../../src/base/geometry.ts";
import { pt, ptToEmu } from "../../../src/base/units.ts";
import { createCanvasPainter } from "../../../src/formats/canvas/painter.ts";
import type { DisplayList } from "../../../src/formats/display/list.ts";
import { groundNodes, paperOf } from "../../../src/formats/display/page/ground.ts";
import { scaledPath } from "../../../src/formats/display/page/scaled-path.ts";
import { html } from "../../../src/formats/html/index.ts";
import { drawSvg } from "../../../src/formats/markup/draw.ts";
import { loadPictures } from "../../../src/formats/page/pictures.ts";
import { pdf } from "../../../src/formats/pdf/index.ts";
import { createNodeHost } from "../../../src/host/node.ts";
import type { Ground, GroundFill, GroundShape } from "../../../src/theme/ground.ts";
import type { ResolvedTheme } from "../../../src/theme/theme.ts";
import { look } from "../../layout/look.ts";
import { quarters } from "../../raster/files.ts";
import { contextOf } from "../decks.ts";
import { pages } from "../pptx/pages.ts";

const at = (x: number, y: number, w: number, h: number) =>
  frame(ptToEmu(x), ptToEmu(y), ptToEmu(w), ptToEmu(h));
const SQUARE = "M0 0L1 0L1 1L0 1Z";
const red: GroundFill = { type: "solid", hex: "FF0000" };

/** The left half of its frame. */
const half = (more: Partial<GroundShape>): GroundShape =>
  ({
    type: "path",
    name: "Half",
    frame: at(20, 20, 40, 40),
    d: "M0 0L0.5 0L0.5 1L0 1Z",
    fill: red,
    ...more,
  }) as GroundShape;
const picture = (more: Partial<GroundShape>): GroundShape =>
  ({ type: "picture", name: "Logo", frame: at(20, 20, 40, 40), file: "p", ...more }) as GroundShape;
const on = (...shapes: readonly GroundShape[]): Ground => ({
  paper: { type: "solid", hex: "FFFFFF" },
  shapes,
});

type Spots = Readonly<Record<string, readonly [x: number, y: number, colour: string]>>;

/** Grounds 100 by 80 pt, and the colours at spots of theirs. */
const CASES: Readonly<Record<string, readonly [Ground, Spots]>> = {
  "a path": [on(half({})), { left: [30, 40, "#ff0000"], right: [50, 40, "#ffffff"] }],
  "a path that is mirrored": [
    on(half({ flipHorizontal: true })),
    { left: [30, 40, "#ffffff"], right: [50, 40, "#ff0000"] },
  ],
  "a path that is turned": [
    on(half({ rotation: 90 })),
    { top: [40, 30, "#ff0000"], bottom: [40, 50, "#ffffff"] },
  ],
  "a path that is upended, then turned": [
    on(half({ d: "M0 0L1 0L1 0.5L0 0.5Z", flipVertical: true, rotation: 90 })),
    { left: [30, 40, "#ff0000"], right: [50, 40, "#ffffff"] },
  ],
  "a path one can see through": [
    on(half({ fill: { type: "solid", hex: "000000", alpha: 0.5 } })),
    { left: [30, 40, "#808080"] },
  ],
  "a gradient from left to right": [
    on(
      half({
        d: SQUARE,
        fill: {
          type: "gradient",
          angle: 0,
          stops: [
            { at: 0, hex: "000000" },
            { at: 1, hex: "FFFFFF" },
          ],
        },
      }),
    ),
    { start: [22, 40, "#0d0d0d"], middle: [40, 40, "#808080"], end: [58, 40, "#f2f2f2"] },
  ],
  "a gradient downward": [
    on(
      half({
        d: SQUARE,
        fill: {
          type: "gradient",
          angle: 90,
          stops: [
            { at: 1, hex: "0000FF" },
            { at: 0, hex: "FF0000" },
          ],
        },
      }),
    ),
    { top: [40, 21, "#f90006"], bottom: [40, 59, "#0600f9"] },
  ],
  "a paper that is a gradient": [
    {
      paper: {
        type: "gradient",
        angle: 0,
        stops: [
          { at: 0, hex: "000000" },
          { at: 1, hex: "FFFFFF" },
        ],
      },
      shapes: [],
    },
    { left: [2, 40, "#050505"], right: [98, 40, "#fafafa"] },
  ],
  "a picture": [
    on(picture({})),
    {
      one: [25, 25, "#ff0000"],
      two: [55, 25, "#00ff00"],
      three: [25, 55, "#0000ff"],
      outside: [15, 25, "#ffffff"],
    },
  ],
  "a picture that is turned": [
    on(picture({ rotation: 90 })),
    { one: [25, 25, "#0000ff"], two: [55, 25, "#ff0000"] },
  ],
  "a picture of which the left half is cut off": [
    on(picture({ crop: { left: 0.5, top: 0, right: 0, bottom: 0 } })),
    { one: [25, 25, "#00ff00"], two: [55, 25, "#00ff00"], outside: [15, 25, "#ffffff"] },
  ],
  "a picture with a margin": [
    on(picture({ crop: { left: -0.5, top: -0.5, right: -0.5, bottom: -0.5 } })),
    { margin: [25, 25, "#ffffff"], one: [35, 35, "#ff0000"], two: [45, 35, "#00ff00"] },
  ],
  "a picture one can see through": [on(picture({ alpha: 0.5 })), { one: [25, 25, "#ff8080"] }],
  "a path filled with a picture": [
    on(half({ fill: { type: "picture", file: "p" } })),
    { one: [25, 25, "#ff0000"], cut: [55, 25, "#ffffff"] },
  ],
  "a paper that is a picture": [
    { paper: { type: "picture", file: "p" }, shapes: [] },
    { one: [5, 5, "#ff0000"], two: [95, 5, "#00ff00"], three: [5, 75, "#0000ff"] },
  ],
};

const host = createNodeHost();
const files = new Map([["p", quarters(1, "png")]]);

function listOf(ground: Ground): DisplayList {
  const nodes = groundNodes(ground, { w: 100, h: 80 }, look, "en-GB");
  const paper = paperOf(ground, "#FFFFFF");
  return { id: "a", number: 1, title: "A", width: 100, height: 80, paper, language: "en", from: [], nodes };
}

/** Colours at spots, each channel give or take four. */
async function expectColours(png: Uint8Array, spots: Spots): Promise<void> {
  const drawn = await loadImage(Buffer.from(png));
  const canvas = createCanvas(drawn.width, drawn.height);
  const context = canvas.getContext("2d");
  context.drawImage(drawn, 0, 0);
  const scale = drawn.width / 100;
  for (const [name, [x, y, colour]] of Object.entries(spots)) {
    const [...rgb] = context
      .getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1)
      .data.slice(0, 3);
    const wanted = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
    const off = Math.max(...rgb.map((value, n) => Math.abs(value - (wanted[n] ?? 0))));
    expect({ name, rgb, off: off > 4 ? off : 0 }).toEqual({ name, rgb, off: 0 });
  }
}

describe.each(Object.entries(CASES))("%s", (_, [ground, spots]) => {
  test("in PNG", async () => {
    const painter = await createCanvasPainter(files, contextOf());
    const { nodes, width, height, paper } = listOf(ground);
    await expectColours(await painter.paint(nodes, { x: 0, y: 0, width, height, scale: 2, paper }), spots);
  });

  test("in SVG and HTML", async () => {
    const address = `data:image/png;base64,${Buffer.from(files.get("p") ?? []).toString("base64")}`;
    const text = drawSvg(listOf(ground), { page: String, picture: () => address, as: "document" });
    const drawn = (await host.openSvg?.(text))?.draw(2);
    await expectColours(drawn ?? new Uint8Array(), spots);
  });
});

describe("words of a template", () => {
  const claim = (more: Partial<Extract<GroundShape, { type: "text" }>>): GroundShape => ({
    type: "text",
    name: "Claim",
    frame: at(10, 10, 60, 60),
    anchor: "top",
    insets: { left: ptToEmu(2), top: ptToEmu(3), right: 0, bottom: ptToEmu(4) },
    paragraphs: [
      {
        align: "left",
        runs: [
          { text: "Made in ", size: pt(10), hex: "112233", bold: false, italic: false, family: "Any" },
          { text: "Lahti since 1954", size: pt(10), hex: "445566", bold: true, italic: false, family: "Any" },
        ],
      },
    ],
    ...more,
  });
  const linesOf = (shape: GroundShape) =>
    (groundNodes(on(shape), { w: 100, h: 80 }, look, "en-GB")[0]?.children ?? []).flatMap((node) =>
      node.type === "textLine" ? [node] : [],
    );

  test("break at the edge of their box, in their colours", () => {
    const lines = linesOf(claim({}));
    expect(lines.map(({ pieces }) => pieces.map(({ text }) => text).join(""))).toEqual([
      "Made in Lahti",
      "since 1954",
    ]);
    expect(lines[0]?.pieces.map(({ colour }) => colour)).toEqual(["#112233", "#445566"]);
    expect(lines[0]).toMatchObject({ x: 12, y: 13 + 9.5 });
  });

  test("stand where their box holds them", () => {
    const last = (shape: GroundShape): number => linesOf(shape).at(-1)?.y ?? 0;
    expect(last(claim({ anchor: "bottom" }))).toBeCloseTo(70 - 4 - 12 + 9.5);
    expect(last(claim({ anchor: "middle" }))).toBeCloseTo((13 + 66) / 2 + 9.5);
    expect(groundNodes(on(claim({ rotation: 270 })), { w: 100, h: 80 }, look, "en-GB")[0]?.turn).toEqual({
      ...{ x: 40, y: 40, degrees: 270 },
      ...{ mirrored: false, upended: false },
    });
  });
});

test("path data are brought to their place, whatever their commands", () => {
  const box = { x: 10, y: 20, w: 100, h: 50 };
  expect(scaledPath("M0 0 1 0L1,1 Z", box)).toBe("M10 20L110 20L110 70Z");
  expect(scaledPath("m.5.5C0 0 .5 0 1 1", box)).toBe("M60 45C10 20 60 20 110 70");
  expect(scaledPath("M0 0Q0.5 1 1 0", box)).toBe("M10 20C43.33 53.33 76.67 53.33 110 20");
  expect(scaledPath("M0 0.5A0.5 0.5 0 0 1 1 0.5", box)).toBe("M10 45A50 25 0 0 1 110 45");
});

describe("pages of a look with grounds", () => {
  const ground: Ground = {
    paper: {
      type: "gradient",
      angle: 45,
      stops: [
        { at: 0, hex: "003B4D" },
        { at: 1, hex: "007C89", alpha: 0.5 },
      ],
    },
    shapes: [picture({}), half({ rotation: 30, fill: { type: "picture", file: "q" } })],
  };
  const own: ResolvedTheme = { ...look, grounds: { content: ground, cover: ground } };
  const context = { ...contextOf(), look: own, readPicture: async () => quarters(1, "png") };

  test("read their pictures, and are the same bytes twice in PDF and HTML", async () => {
    expect([...(await loadPictures(pages, context, 1)).keys()]).toEqual(expect.arrayContaining(["p", "q"]));
    for (const format of [pdf, html]) {
      const [one, two] = [await format.write(pages, context), await format.write(pages, context)];
      expect(one.length).toBeGreaterThan(10_000);
      expect(Buffer.compare(one, two)).toBe(0);
    }
  });
});
