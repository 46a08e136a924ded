import { expect, test } from "vitest";
import { chooseFonts } from "../../src/host/system-fonts.ts";

/** Files of a machine that there is not, each with the characters that it has. */
const choose = async (characters: string, language: string, machine: Readonly<Record<string, string>>) => {
  const asked: string[] = [];
  const found = await chooseFonts(characters, language, Object.keys(machine), async (file) => {
    asked.push(file);
    const has = machine[file] ?? "";
    return has === "unreadable" ? undefined : (code) => has.includes(String.fromCodePoint(code));
  });
  return { found, files: found.map(({ file }) => file), asked };
};

test("Noto goes before what a system brings along, that before DejaVu, and that before all others", async () => {
  const machine = {
    "/a/Zebra.ttf": "क",
    "/a/DejaVuSans.ttf": "क",
    "/a/Nirmala.ttf": "क",
    "/z/NotoSansDevanagari-Regular.ttf": "क",
  };
  const files = Object.keys(machine);
  for (let n = files.length; n > 0; n -= 1) {
    const left = Object.fromEntries(Object.entries(machine).slice(0, n));
    expect((await choose("क", "hi", left)).files).toEqual([files[n - 1]]);
  }
});

test("within a rank, the font with most of the characters; then the one whose name comes first, whatever the order", async () => {
  const machine = {
    "/NotoSansB.ttf": "กข",
    "/NotoSansA.ttf": "กข",
    "/NotoSansC.ttf": "ก",
    "/NotoSansD.ttf": "ค",
  };
  expect((await choose("กขค", "th", machine)).files).toEqual(["/NotoSansA.ttf", "/NotoSansD.ttf"]);
  const backwards = Object.fromEntries(Object.entries(machine).reverse());
  expect((await choose("กขค", "th", backwards)).files).toEqual(["/NotoSansA.ttf", "/NotoSansD.ttf"]);
});

test("a plainer font is not left for one that has more, and fonts of a later rank are not opened in vain", async () => {
  const { found, asked } = await choose("กข", "th", {
    "/Arial.ttf": "กข",
    "/NotoSansThai-Regular.ttf": "ก",
    "/Zebra.ttf": "กข",
  });
  expect(found.map(({ file, characters }) => [file, characters])).toEqual([
    ["/NotoSansThai-Regular.ttf", "ก"],
    ["/Arial.ttf", "ข"],
  ]);
  expect(asked).not.toContain("/Zebra.ttf");
});

test("slanted, narrow, light and colour faces are not taken, nor the one that has boxes for everything", async () => {
  const unfit = ["NotoSans-Italic", "NotoSans-Condensed", "NotoSans-Thin", "LastResort", "NotoColorEmoji"];
  const machine = Object.fromEntries(unfit.map((name) => [`/${name}.ttf`, "ก"]));
  expect((await choose("ก", "th", machine)).files).toEqual([]);
});

test("a bold face comes along with its regular one, and never instead of it", async () => {
  const bold = { "/NotoSansThai-Bold.ttf": "ก" };
  expect((await choose("ก", "th", bold)).files).toEqual([]);
  const { found } = await choose("ก", "th", { ...bold, "/NotoSansThai-Regular.ttf": "ก" });
  expect(found).toMatchObject([{ file: "/NotoSansThai-Regular.ttf", boldFile: "/NotoSansThai-Bold.ttf" }]);
});

test("the b at the end of a name is bold only beside the same name without it", async () => {
  expect((await choose("ก", "th", { "/Serib.ttf": "ก" })).files).toEqual(["/Serib.ttf"]);
  expect((await choose("ก", "th", { "/leelawuib.ttf": "ก", "/leelawui.ttf": "ก" })).files).toEqual([
    "/leelawui.ttf",
  ]);
});

test("of a collection for East Asia, the face of the deck's language", async () => {
  const machine = { "/NotoSansCJK-Regular.ttc": "骨" };
  const languages = ["ja", "ko-KR", "zh-Hans", "zh-TW", "fi"];
  const faces = languages.map(async (one) => (await choose("骨", one, machine)).found[0]?.index);
  expect(await Promise.all(faces)).toEqual([0, 1, 2, 3, 0]);
});

test("a font that cannot be read, and characters that no font has, are passed over", async () => {
  const machine = { "/NotoSansA.ttf": "unreadable", "/NotoSansB.ttf": "ก" };
  const { found } = await choose("กข", "th", machine);
  expect(found).toEqual([{ file: "/NotoSansB.ttf", index: 0, characters: "ก" }]);
  expect((await choose("ข", "th", machine)).found).toEqual([]);
});
