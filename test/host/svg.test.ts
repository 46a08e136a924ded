import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { codeOf } from "../../src/host/failure.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { cleanPicture } from "../../src/raster/index.ts";

const open = async (text: string) => {
  const opened = await createNodeHost().openSvg?.(text);
  return opened ?? expect.unreachable();
};
const svg = (body: string, root = 'viewBox="0 0 40 20"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${root}>${body}</svg>`;

test("an SVG is drawn at the size that is asked for, whole, and alike every time", async () => {
  const text = svg('<rect width="20" height="20" fill="red"/><text y="15" font-family="Carlito">Åy</text>');
  const drawn = (await open(text)).draw(7.5) ?? expect.unreachable();
  expect(await cleanPicture(drawn)).toMatchObject({
    picture: { mime: "image/png", width: 300, height: 150 },
  });
  const digest = (bytes?: Uint8Array) =>
    createHash("sha256")
      .update(bytes ?? "")
      .digest("hex");
  expect(digest((await open(text)).draw(7.5))).toBe(digest(drawn));
});

test("words are drawn in the fonts that come along, Calibri's and Arial's twins apart, and in no other", async () => {
  const width = async (family: string) => {
    const { plain } = await open(svg(`<text y="15" font-family="${family}">WWW</text>`));
    return Math.max(...[...plain.matchAll(/[ML] ([\d.]+)/g)].map(([, x]) => Number(x)));
  };
  expect(await width("Carlito")).not.toBeCloseTo(await width("Arimo"), 1);
  expect(await width("DejaVu Sans")).toBe(await width("Arimo"));
});

test("one that draws nothing gives no picture, and one that cannot be read an error with a code", async () => {
  expect((await open(svg('<rect width="4" height="4" fill="none"/>'))).draw(1)).toBeUndefined();
  const failed = await open("<svg").catch(codeOf);
  expect(failed).toBe("ESVG");
});
