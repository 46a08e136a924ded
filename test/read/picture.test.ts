import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { pngOf } from "../raster/files.ts";
import { encode, LEAST, read, refused, said } from "./bundles.ts";
import { memoryHost } from "./memory.ts";

const drawn = createCanvas(37, 21);
const png = new Uint8Array(drawn.toBuffer("image/png"));

describe("a picture of the bundle", () => {
  const picture = (file: string) => ({
    ...LEAST,
    pictures: [{ id: "p", file, alt: "A drawing", message: "It is blank" }],
  });

  test("comes with its bytes and size, by its path", async () => {
    const { pictures, files } = await read(picture("p.jpg"), memoryHost({ "p.jpg": png }));
    expect(pictures).toEqual({
      "p.jpg": { mime: "image/png", width: 37, height: 21, orientation: 1, bytes: expect.any(Uint8Array) },
    });
    expect(files).toEqual(["p.jpg"]);
  });

  test("that is missing, remote, of another kind, damaged or huge is refused", async () => {
    const huge = pngOf({ width: 30_000, height: 21, rows: new Uint8Array(1) });
    const host = memoryHost({ "a.png": encode("GIF89a"), "b.png": png.subarray(0, 40), "c.png": huge });
    expect(said(await refused(picture("x.png"), host))).toEqual([
      messages.attachmentMissing({}, "picture", "x.png"),
    ]);
    expect(said(await refused(picture("http://x/y.png"), host))).toEqual([
      messages.attachmentRemote({}, "picture", "http://x/y.png"),
    ]);
    expect(said(await refused(picture("a.png"), host))).toEqual([messages.notAPicture({}, "a.png", "a GIF")]);
    expect(said(await refused(picture("b.png"), host))).toEqual([messages.pictureBroken({}, "b.png", "cut")]);
    expect(said(await refused(picture("c.png"), host))).toEqual([
      messages.pictureTooManyPixels({}, "c.png", 30_000, 21, 12_000),
    ]);
  });
});

test("a picture that stays heavy, with no more pixels than are seen, is a finding", async () => {
  const { compile } = await import("../../src/library.ts");
  const { noise } = await import("../raster/files.ts");
  const bundle = JSON.parse(JSON.stringify(LEAST)) as object;
  const pictures = [
    { id: "noise", file: "p.png", alt: "A drawing", message: "It is grey" },
    { id: "blank", file: "q.png", alt: "A drawing", message: "It is blank" },
  ];
  const host = createMemoryHost({ "p.png": noise(1_200), "q.png": png });
  const { diagnostics } = await compile({ ...bundle, pictures } as never, { host, root: "." });
  const heavy = diagnostics.filter(({ code }) => code === "picture/heavy");
  expect(heavy).toHaveLength(1);
  expect(heavy[0]).toMatchObject({ severity: "warning", path: ["pictures", 0, "file"] });
});

describe("a picture that is an SVG", () => {
  const svg = (body: string, root = 'viewBox="0 0 40 20"') =>
    `<svg xmlns="http://www.w3.org/2000/svg" ${root}>${body}</svg>`;
  const compiled = async (text: string, more: object = {}) => {
    const { compile } = await import("../../src/library.ts");
    const pictures = [{ id: "p", file: "way.svg", alt: "A drawing", message: "It is shorter" }];
    const host = { ...createMemoryHost({ "way.svg": text }), ...more };
    return compile({ ...JSON.parse(JSON.stringify(LEAST)), pictures }, { host, root: "." });
  };
  const refusal = async (text: string, more?: object) => {
    const { diagnostics } = await compiled(text, more).then(
      () => expect.unreachable(),
      (cause: { readonly diagnostics: readonly object[] }) => cause,
    );
    return diagnostics;
  };
  const at = { path: ["pictures", 0, "file"] };
  const fault = (kind: Parameters<typeof messages.pictureSvg>[2]["kind"], line = 0, name = "") => [
    expect.objectContaining({ ...messages.pictureSvg(at, "way.svg", { kind, line, name }) }),
  ];

  test("gets 330 pixels to each inch that it is drawn at, whatever size it gives itself", async () => {
    for (const root of ['viewBox="0 0 40 20"', 'viewBox="0 0 40 20" width="9000" height="4500"']) {
      const { pictures, pages } = await compiled(svg('<rect width="20" height="9"/>', root));
      const frames = pages.pages.flatMap(({ items }) => items.filter(({ type }) => type === "picture"));
      const inches = Math.max(...frames.map(({ frame }) => frame.w / 914_400));
      const { mime, width = 0, height = 0 } = pictures["way.svg"] ?? {};
      expect(mime).toBe("image/png");
      expect(Math.abs(width - inches * 330)).toBeLessThan(2);
      expect(Math.abs(width - 2 * height)).toBeLessThan(2);
    }
  });

  test("is refused with the line where it holds more than a drawing, and where it cannot be drawn", async () => {
    expect(await refusal(svg("\n<script/>"))).toEqual(fault("script", 2, "<script>"));
    expect(await refusal(svg('<text y="9">東京</text>'))).toEqual(fault("glyphs", 0, "京 東"));
    expect(await refusal(svg('<rect width="0" height="9"/>'))).toEqual(fault("blank"));
    expect(await refusal(svg("<rect/>", 'viewBox="0 0 4000 1"'))).toEqual(fault("narrow", 0, "4000"));
    const layer = '<g opacity="0.5"><rect width="40" height="20"/><path d="M0 0H9V9z"/></g>';
    expect(await refusal(svg(layer.repeat(2_000)))).toEqual(fault("slow"));
    expect(await refusal(svg("<rect/>"), { openSvg: undefined })).toEqual(fault("undrawn"));
  });

  test("that asks for a font which is not there is drawn, and a finding says so", async () => {
    const { diagnostics } = await compiled(svg('<text y="9" font-family="Inter">Hi</text>'));
    expect(diagnostics).toEqual([
      expect.objectContaining({ ...messages.pictureFont(at, "way.svg", ["Inter"]) }),
    ]);
  });
});
