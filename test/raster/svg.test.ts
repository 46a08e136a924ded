import { describe, expect, test } from "vitest";
import { checkSvg } from "../../src/raster/svg/check.ts";
import { costOf, largestScale } from "../../src/raster/svg/cost.ts";
import { readTree } from "../../src/raster/svg/tree.ts";
import { pngOf } from "./files.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const svg = (body: string, root = 'viewBox="0 0 40 20"', before = "") =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}>\n${body}\n</svg>`;
const faultOf = async (text: string) => {
  const checked = await checkSvg(encode(text));
  return "fault" in checked ? checked.fault : undefined;
};
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const PNG = base64(pngOf({ rows: new Uint8Array(6) }));
const RECT = '<rect width="9" height="9"/>';

describe("an SVG that holds more than a drawing is refused, with the line and the part", () => {
  test.each([
    ["script", 2, "<script>", svg("<script>x()</script>")],
    ["script", 1, "onload of <svg>", svg(RECT, 'viewBox="0 0 4 2" onload="x()"')],
    ["guest", 3, "<foreignObject>", svg("<switch>\n<foreignObject/></switch>")],
    ["motion", 2, "<animate>", svg('<rect width="9" height="9"><animate attributeName="x"/></rect>')],
    ["outside", 2, "xlink:href of <image>", svg('<image xlink:href="a.png"/>')],
    ["outside", 2, "href of <use>", svg('<use href="other.svg#a"/>')],
    ["outside", 2, "href of <a>", svg('<a href="javascript:x()"/>')],
    ["outside", 2, "href of <image>", svg('<image href="data:image/svg+xml,&lt;svg/>"/>')],
    ["outside", 2, "<style>", svg("<style>@import 'a.css';</style>")],
    ["outside", 2, "<style>", svg("<style>@font-face{src:url(data:font/woff2;base64,AA)}</style>")],
    ["outside", 2, "fill of <rect>", svg("<rect fill=\"url( 'http://x/#a')\"/>")],
    ["outside", 1, "<?xml-stylesheet?>", svg(RECT, undefined, '<?xml-stylesheet href="a.css"?>')],
    ["entities", 1, "", svg(RECT, undefined, '<!DOCTYPE svg [<!ENTITY a "b">]>')],
    ["xml", 3, "", svg("<g>")],
    ["encoding", 1, "", svg(RECT, undefined, '<?xml version="1.0" encoding="klingon"?>')],
    ["size", 1, "", svg(RECT, 'width="100%" height="50%"')],
    ["picture", 2, "<image>", svg(`<image href="data:image/png;base64,${PNG.slice(0, 60)}"/>`)],
    ["deep", 2, "100", svg("<g>".repeat(101) + "</g>".repeat(101))],
    ["circle", 2, "<g>", svg('<g id="a"><use href="#a"/></g>')],
    ["many", 2, "50000", svg(`<text>${"a".repeat(50_000)}</text>`)],
  ])("%s in line %i: %s", async (kind, line, name, text) => {
    expect(await faultOf(text)).toEqual({ kind, line, name });
  });

  test("copies of copies are counted, not made", async () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `<g id="a${n + 1}"><use href="#a${n}"/><use xlink:href="#a${n}"/></g>`,
    );
    expect(await faultOf(svg(`<path id="a0" d="M0 0H9"/>${levels.join("")}`))).toMatchObject({
      kind: "many",
    });
    expect(await faultOf(svg(`<path id="a0" d="M0 0H9"/>${levels.slice(0, 8).join("")}`))).toBeUndefined();
  });

  test("parts that name parts are followed for some levels only, also through style sheets", async () => {
    const clips = (n: number, at: (id: number) => string) =>
      svg(
        Array.from({ length: n }, (_, i) => `<clipPath id="c${i}" ${at(i + 1)}>${RECT}</clipPath>`).join(""),
      );
    const direct = (id: number) => `clip-path="url(#c${id})"`;
    expect(await faultOf(clips(8, direct))).toBeUndefined();
    expect(await faultOf(clips(12, direct))).toMatchObject({ kind: "slow" });
    const sheet = Array.from({ length: 12 }, (_, i) => `.k${i}{clip-path:url(#c${i})}`).join("");
    const styled = clips(12, (id) => `class="k${id}"`).replace("\n", `\n<style>${sheet}</style>`);
    expect(await faultOf(styled)).toMatchObject({ kind: "slow" });
    const usual = `<style>.a{fill:none}.b{clip-path:url(#c)}</style><clipPath id="c"><rect class="a"/></clipPath><g class="b">${RECT}</g>`;
    expect(await faultOf(svg(usual))).toBeUndefined();
  });

  test("large pictures in it are counted before they are unpacked", async () => {
    const wide = pngOf({ width: 8_000, height: 4_000, depth: 1, rows: new Uint8Array(1_001 * 4_000) });
    const text = svg(`<image href="data:image/png;base64,${base64(wide)}"/>`);
    expect(await faultOf(text)).toMatchObject({ kind: "pixels" });
  });
});

describe("a drawing", () => {
  test.each([
    ["with a size alone", svg(RECT, 'width="20mm" height="10mm"')],
    [
      "with its public document type",
      svg(RECT, undefined, '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">'),
    ],
    ["with a picture in it", svg(`<image href="data:image/png;base64,${PNG}"/>`)],
    ["with references within", svg(`<g id="a">${RECT}</g><use href="#a" fill="url(#b)"/>`)],
  ])("%s is safe", async (_, text) => {
    expect(await faultOf(text)).toBeUndefined();
  });

  test("says which families it asks for in vain, and which characters it writes", async () => {
    const style = '<style>.a{font:bold 12px "Inter", serif}.b{font-family:Lato,Arial}</style>';
    const words = '<title>ß</title><text class="a">Hé</text><text font-family="Calibri">lé 1</text>';
    expect(await checkSvg(encode(svg(style + words)))).toMatchObject({ families: ["Inter"], words: "1Hlé" });
    expect(await checkSvg(encode(svg(style + RECT)))).toMatchObject({ families: [], words: "" });
  });

  test("gets Foredeck's own names for the fonts that these stand for", async () => {
    const words = `<text id="Arial" font-family="Calibri, 'Arial'">Arial</text><text style="font: 3px Helvetica">a</text>`;
    expect(await checkSvg(encode(svg(words)))).toMatchObject({
      text: svg(
        `<text id="Arial" font-family="Carlito, 'Arimo'">Arial</text><text style="font: 3px Arimo">a</text>`,
      ),
    });
  });
});

describe("the work in a drawing", () => {
  const cost = (body: string) => costOf(readTree(svg(body), 1_000_000), 40, 20);
  const path = '<path fill="#000" stroke="none" d="M 0 0 L 40 0 L 40 20 L 0 20 Z"/>';

  test("grows with its groups that are drawn apart, its effects, and the masks within masks", () => {
    const plain = cost(path.repeat(10)).area;
    const layers = cost(`<g opacity="0.5">${path}</g>`.repeat(10)).area;
    expect(layers).toBeGreaterThan(3 * plain);
    const filter = (octaves: number) =>
      cost(`<filter id="f"><feTurbulence numOctaves="${octaves}"/></filter><g filter="url(#f)">${path}</g>`)
        .area;
    expect(filter(1_000)).toBeGreaterThan(100 * filter(1));
    const masks = (depth: number) =>
      `${Array.from(
        { length: depth },
        (_, n) => `<mask id="m${n}">${`<g mask="url(#m${n + 1})">${path}</g>`.repeat(2)}</mask>`,
      ).join("")}<g mask="url(#m0)">${path}</g>`;
    expect(cost(masks(6)).area).toBeGreaterThan(8 * cost(masks(2)).area);
    expect(() => cost(masks(40))).toThrow(/slow/);
  });

  test("decides how many pixels it gets, and no more than are asked for", () => {
    expect(largestScale({ area: 100, rows: 0, fixed: 0 }, 3, 1e6)).toBe(3);
    expect(largestScale({ area: 100, rows: 0, fixed: 0 }, 300, 1e6)).toBe(100);
    expect(largestScale({ area: 100, rows: 0, fixed: 2e6 }, 3, 1e6)).toBe(0);
  });
});
