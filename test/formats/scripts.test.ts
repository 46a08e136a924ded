import { expect, test } from "vitest";
import { scriptWithoutFont } from "../../src/diagnostics/messages/index.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { compile } from "../../src/library.ts";
import { findLackingFonts } from "../../src/render.ts";
import { LEAST } from "../read/bundles.ts";

const node = createNodeHost();
/** A machine with fonts for these characters alone. */
const machine = (installed: string) => ({
  ...node,
  otherFonts: async (wanted: string) => {
    const characters = [...wanted].filter((sign) => installed.includes(sign)).join("");
    return characters === "" ? [] : [{ characters, ...(await node.fonts("Arial")) }];
  },
});
const found = async (title: string, installed: string, formats: readonly string[]) => {
  const compiled = await compile({ ...JSON.parse(JSON.stringify(LEAST)), title }, { lenient: true });
  return findLackingFonts(compiled, formats, machine(installed));
};

test("a script that no font has is a warning with its name, an example, and a font to install", async () => {
  const [one, ...more] = await found("Open ಕನ್ನಡ on Sundays", "", ["pptx", "png", "pdf"]);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ code: "deck/script", severity: "warning", page: expect.any(String) });
  const { what, hint } = scriptWithoutFont(
    {},
    "Kannada",
    "Open ಕನ್ನಡ on Sundays",
    "ಕನಡ",
    ["pdf", "png"],
    "Noto Sans Kannada",
    "fonts-noto-core or fonts-noto-extra",
  );
  expect(one).toMatchObject({ what, hint });
});

test("each script is named once, those with a font and signs of no script apart", async () => {
  const title = "ถนน 東京 कख ⛶";
  const said = async (installed: string) =>
    (await found(title, installed, ["pdf"])).map(({ what }) => /has the (.*) in "/.exec(what)?.[1]);
  expect(await said("")).toEqual([
    "Thai characters ถน",
    "Han characters 東京",
    "Devanagari characters कख",
    "signs ⛶",
  ]);
  expect(await said("ถน京कख⛶")).toEqual(["Han characters 東"]);
  expect(await said("ถน東京कख⛶")).toEqual([]);
});

test("outputs that leave fonts to the reader, and characters that Foredeck's own fonts have, need none", async () => {
  expect(await found("ถนน", "", ["pptx", "html", "svg", "md"])).toEqual([]);
  expect(await found("Größe Ωμέγα Привет – “a” \u{1f600}", "", ["pdf", "png"])).toEqual([]);
});
