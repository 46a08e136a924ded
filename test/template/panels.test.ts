import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { contrast } from "../../src/base/contrast.ts";
import { baseOf } from "../../src/template/base.ts";
import { groundsOf } from "../../src/template/grounds.ts";
import { learn } from "../../src/template/learn.ts";
import { openTemplate } from "../../src/template/open.ts";
import { pixelsOf } from "../../src/template/pixels.ts";
import { hexOf, type SchemeColours } from "../../src/theme/tints.ts";
import { pngOf, quarters } from "../raster/files.ts";
import {
  emu,
  holder,
  layouts,
  MASTER,
  type MasterOptions,
  picture,
  shape,
  solid,
  template,
} from "./build.ts";

type Rgb = readonly [red: number, green: number, blue: number];

/** A picture of 64 × 36 pixels whose colours follow from their place, shares from 0 to 1. */
function photo(colour: (x: number, y: number) => Rgb): Uint8Array {
  const [width, height] = [64, 36];
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (_, x) => colour((x + 0.5) / width, (y + 0.5) / height)).flat(),
  ]).flat();
  return pngOf({ width, height, colour: 2, rows: Uint8Array.from(rows) });
}

const FILL = '<a:blipFill><a:blip r:embed="rBg"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>';
const light = (style: string): string => `sz="4000">${solid("bg1")}<a:latin typeface="${style}"/>`;

/** What is learned of a template whose master has a picture as its background. */
async function learned(content: Uint8Array, master: Partial<MasterOptions> = {}, file = "photo.png") {
  const bytes = template({
    masters: [{ ...MASTER, background: FILL, media: { rBg: file }, ...master }],
    extra: { [`/ppt/media/${file}`]: content },
    types: { "/ppt/media/photo.jpeg": "image/jpeg" },
  });
  const opened = await openTemplate(bytes, "lobby.potx");
  const grids = await pixelsOf(opened, bytes);
  return { bytes, opened, grids, ...learn(opened, { path: "lobby.potx", grids }) };
}
/** Places in a contract are rounded to a thousandth of an inch. */
const ROUNDED = 0.0021;
const noise = (x: number, y: number): Rgb =>
  (Math.floor(x * 16) + Math.floor(y * 9)) % 2 === 0 ? [250, 250, 250] : [10, 10, 10];

describe("text on a picture", () => {
  test("has its ink by the colours of the picture where they are alike, dark or light", async () => {
    const night = await learned(
      photo((x, y) => [10 + 20 * x, 20 + 20 * y, 60]),
      { titleStyle: light("+mj-lt") },
    );
    const { title, paper, panels } = night.contract.pages.content;
    expect(panels).toBeUndefined();
    expect(title?.colour).toEqual({ scheme: "bg1" });
    expect(paper).not.toBe("picture");
    for (const at of ["content", "cover", "divider"] as const) {
      const { paper: ground } = night.contract.pages[at];
      expect(ground === "picture" ? 0 : contrast("FFFFFF", ground.hex)).toBeGreaterThan(7);
    }
    const day = await learned(
      photo((x) => [230 + 20 * x, 240, 250]),
      { titleStyle: light("+mj-lt") },
    );
    expect(day.contract.pages.content.title?.colour).toEqual({ scheme: "tx1" });
    expect(day.findings.map(({ code }) => code)).not.toContain("template/picture-under-text");
  });

  test("stands on a panel where the picture is uneven, and where it cannot be read", async () => {
    for (const content of [photo(noise), new TextEncoder().encode("no picture at all")]) {
      const { contract, findings } = await learned(content);
      const { body, panels = [], paper, source, title } = contract.pages.content;
      expect(findings.map(({ code }) => code)).toContain("template/picture-under-text");
      expect(paper).toEqual({ hex: "FFFFFF" });
      for (const { x, y, w, h } of [body, source]) {
        const within = panels.some(
          (panel) =>
            panel.x <= x + ROUNDED &&
            panel.y <= y + ROUNDED &&
            panel.x + panel.w >= x + w - ROUNDED &&
            panel.y + panel.h >= y + h - ROUNDED,
        );
        expect(within).toBe(true);
      }
      const top = Math.min(...panels.map((panel) => panel.y));
      expect(top).toBeLessThanOrEqual((title?.place.y ?? 0) + 0.1);
    }
  });

  test("is judged by the worst of its ground: an ink that is lost in a part of it is not kept", async () => {
    // Dark at the left, of middle brightness at the right: black is lost at one end, white is read on both.
    const { contract, opened } = await learned(photo((x) => (x < 0.5 ? [20, 30, 50] : [60, 110, 170])));
    const scheme = opened.masters[0]?.scheme as SchemeColours;
    const ink = hexOf(scheme, contract.pages.content.title?.colour ?? { scheme: "tx1" });
    for (const ground of ["141E32", "3C6EAA"]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test("keeps off what is painted in a picture that is calm elsewhere", async () => {
    const { contract } = await learned(
      photo((x, y) => (x > 0.8 && y > 0.4 ? [20, 90, 40] : [250, 250, 250])),
    );
    const { body, panels } = contract.pages.content;
    expect(panels).toBeUndefined();
    expect(body.x + body.w).toBeLessThanOrEqual(13.333 * 0.8 + 0.1);
  });

  test("is learned from a JPEG, too, and from a picture over the whole slide", async () => {
    const { grids, contract } = await learned(quarters(1, "jpeg"), {}, "photo.jpeg");
    expect(grids.size).toBe(1);
    expect(contract.pages.content.paper).not.toBe("picture");
    const over = await learned(
      photo(() => [12, 24, 48]),
      {
        background: solid("FFFFFF"),
        content: picture([0, 0, 13.333, 7.5], "rBg"),
      },
    );
    expect(over.contract.pages.content.title?.colour).toEqual({ scheme: "bg1" });
  });
});

describe("a panel", () => {
  test("is drawn by every format, and stands on a copy of the layout, under its placeholders", async () => {
    const { bytes, contract, opened } = await learned(photo(noise));
    const { shapes } = groundsOf(opened, contract).content;
    const panels = contract.pages.content.panels ?? [];
    expect(shapes.slice(-panels.length).map(({ frame }) => frame.w)).toEqual(panels.map(({ w }) => emu(w)));
    const { layouts: used, parts } = await baseOf(opened, bytes, contract);
    const xml = (name: string): string => JSON.stringify(parts.find((part) => part.name === name)?.content);
    expect(xml(used.content)).toContain('"name":"1_Title Only"');
    expect(xml(used.content).indexOf("Panel")).toBeGreaterThan(0);
    expect(xml(used.content).indexOf("Panel")).toBeLessThan(xml(used.content).indexOf('"p:ph"'));
    const untouched = parts
      .filter(({ name }) => name.includes("/slideLayouts/"))
      .map(({ name }) => xml(name));
    expect(untouched.filter((content) => content.includes('"name":"Title Only"')).join()).not.toContain(
      "Panel",
    );
    expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
  });

  test("keeps clear of a logo", async () => {
    const { contract } = await learned(photo(noise), {
      content: picture([12.2, 0.1, 1, 0.5], "rBg", "Logo"),
    });
    for (const { x, y, w } of contract.pages.content.panels ?? [])
      expect(x + w <= 12.201 || y >= 0.599).toBe(true);
  });

  test("is not needed where a title that moves up gives content its room", async () => {
    const { contract } = await learned(photo(noise), {
      layouts: layouts({ content: { content: holder({ type: "title", box: [0.6, 2, 12.1, 1] }) } }),
      content: shape([0, 5, 13.333, 2], solid("accent1"), { name: "Band" }),
      background: solid("FFFFFF"),
    });
    const { body, panels, title } = contract.pages.content;
    expect(title?.place.y).toBeLessThan(1);
    expect((body.w * body.h) / (13.333 * 7.5)).toBeGreaterThan(0.34);
    expect(panels).toBeUndefined();
  });

  test("lies under a body that would be crossed by the edges of what a template draws", async () => {
    const band = (y: number) => shape([0, y, 13.333, 0.4], solid("accent1"), { name: "Band" });
    const { contract } = await learned(photo(noise), {
      content: band(2.4) + band(3.4) + band(4.4) + band(5.4),
      background: solid("FFFFFF"),
    });
    const { body, panels = [] } = contract.pages.content;
    expect((body.w * body.h) / (13.333 * 7.5)).toBeGreaterThan(0.34);
    expect(panels.length).toBe(1);
  });
});

describe("lines that a template draws across the body", () => {
  const drawing = (...curves: readonly string[]): string =>
    `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>${curves.map((curve) => `<a:path w="100" h="100" fill="none">${curve}</a:path>`).join("")}</a:pathLst></a:custGeom>`;
  const point = (name: string, ...points: readonly string[]): string =>
    `<a:${name}>${points.map((at) => `<a:pt x="${at.split(",")[0]}" y="${at.split(",")[1]}"/>`).join("")}</a:${name}>`;
  const stroke = (hex: string): string => `<a:noFill/><a:ln w="28575">${solid(hex)}</a:ln>`;
  // Three curves of a swarm: each leaves too little bare ground beside it, and none covers much.
  const swarm = (hex: string): string =>
    [1.5, 5, 9]
      .map((x) =>
        shape([x, 1.8, 2.5, 4.4], stroke(hex), {
          name: "Curve",
          geometry: drawing(point("moveTo", "0,0") + point("cubicBezTo", "120,10", "-20,80", "100,100")),
        }),
      )
      .join("");

  test("are covered by a panel, or left to a master on which nothing crosses it", async () => {
    const { contract } = await learned(photo(noise), {
      content: swarm("404040"),
      background: solid("FFFFFF"),
    });
    expect(contract.pages.content.panels?.length).toBe(1);
    const calm = await learned(photo(noise), { content: swarm("F8F8F8"), background: solid("FFFFFF") });
    expect(calm.contract.pages.content.panels).toBeUndefined();
  });
});

test("pictures of more pixels than anybody waits for are not unpacked", async () => {
  const vast = pngOf({ width: 9_000, height: 9_000, rows: new Uint8Array(4) });
  const { grids } = await learned(vast);
  expect(grids.size).toBe(0);
  expect(Object.keys(unzipSync((await learned(vast)).bytes))).toContain("ppt/media/photo.png");
});
