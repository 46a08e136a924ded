import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  contractExists,
  templateFontFile,
  templateFontOption,
} from "../../src/diagnostics/messages/index.ts";
import { TemplateContract } from "../../src/theme/contract.ts";
import { MASTER, template } from "../template/build.ts";
import { cli } from "./run.ts";

let cwd = "";
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-template-"));
  writeFileSync(join(cwd, "sound.potx"), template());
  writeFileSync(
    join(cwd, "odd.potx"),
    template({ masters: [{ ...MASTER, fonts: ["Acme Sans", "Calibri"] }] }),
  );
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const contract = (name: string): unknown => JSON.parse(readFileSync(join(cwd, name), "utf8"));

describe("foredeck template check", () => {
  test("finds nothing wrong with a sound template, and writes no file", async () => {
    const { exit, out } = await cli(cwd, ["template", "check", "sound.potx"]);
    expect([exit, out]).toEqual([0, "no problems in sound.potx\n"]);
    expect(() => contract("sound.template.json")).toThrow(/ENOENT/);
  });

  test("gives findings as JSON, and 1 for too many warnings", async () => {
    const { exit, out } = await cli(cwd, [
      "template",
      "check",
      "odd.potx",
      "--format",
      "json",
      "--max-warnings",
      "0",
    ]);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      bundles: [{ file: "odd.potx", warnings: 1 }],
      diagnostics: [{ code: "template/font-not-measured" }, {}],
    });
  });

  test("refuses what is no template, with exit code 2", async () => {
    writeFileSync(join(cwd, "notes.potx"), "notes");
    const { exit, err } = await cli(cwd, ["template", "check", "notes.potx"]);
    expect(exit).toBe(2);
    expect(err).toContain("template/not-a-presentation");
    expect((await cli(cwd, ["template", "check", "absent.potx"])).exit).toBe(2);
  });
});

describe("foredeck template learn", () => {
  test("writes the contract beside the template, the same each time", async () => {
    const first = await cli(cwd, ["template", "learn", "sound.potx"]);
    expect([first.exit, first.out]).toEqual([0, expect.stringMatching(/^Wrote sound\.template\.json: /)]);
    expect(TemplateContract.parse(contract("sound.template.json")).template).toBe("sound.potx");
    const again = await cli(cwd, ["template", "learn", "sound.potx"]);
    expect([again.exit, again.out]).toEqual([0, "sound.template.json is as it was.\n"]);
  });

  test("never writes over a contract that differs, unless it is told to; layouts that were chosen stay chosen", async () => {
    const edited = contract("sound.template.json") as { pages: { cover: object; content: object } };
    const chosen = {
      ...edited,
      pages: { ...edited.pages, cover: { ...edited.pages.content, matched: "contract" } },
    };
    writeFileSync(join(cwd, "chosen.template.json"), JSON.stringify(chosen));
    const argv = ["template", "learn", "sound.potx", "-o", "chosen.template.json"];
    const { exit, err } = await cli(cwd, argv);
    expect([exit, err]).toEqual([2, expect.stringContaining(contractExists("chosen.template.json").code)]);
    expect(contract("chosen.template.json")).toEqual(chosen);
    expect((await cli(cwd, [...argv, "--force"])).exit).toBe(0);
    expect(contract("chosen.template.json")).toMatchObject({
      pages: { cover: { layout: "Title Only", matched: "contract" } },
    });
    expect(contract("chosen.template.json.backup-1")).toEqual(chosen);
  });

  test("layouts stay chosen in a contract with comments, as decks read it", async () => {
    const edited = contract("sound.template.json") as { pages: { cover: object; content: object } };
    const chosen = { ...edited.pages.content, matched: "contract" };
    const text = JSON.stringify({ ...edited, pages: { ...edited.pages, cover: chosen } });
    writeFileSync(join(cwd, "noted.template.json"), `// the quiet cover\n${text}`);
    const { exit } = await cli(cwd, [
      "template",
      "learn",
      "sound.potx",
      "-o",
      "noted.template.json",
      "--force",
    ]);
    expect(exit).toBe(0);
    expect(contract("noted.template.json")).toMatchObject({
      pages: { cover: { layout: "Title Only", matched: "contract" } },
    });
  });

  test("measures fonts in their files, face by face", async () => {
    const arimo = createRequire(import.meta.url).resolve(
      "@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf",
    );
    const bold = arimo.replaceAll("400Regular", "700Bold");
    const argv = [
      "template",
      "learn",
      "odd.potx",
      "--font",
      `Acme Sans=${arimo}`,
      "--font",
      `acme sans=${bold}`,
    ];
    const { exit, err } = await cli(cwd, argv);
    expect([exit, err]).toEqual([0, ""]);
    const { heading } = TemplateContract.parse(contract("odd.template.json")).fonts;
    const widthOf = (face: "regular" | "bold"): number | undefined =>
      heading[face]?.advances[[...(heading[face]?.characters ?? "")].indexOf("a")];
    // Arial's a is 1,139 of 2,048 units wide, in both faces.
    expect([heading.measured, widthOf("regular"), widthOf("bold")]).toEqual(["file", 556.2, 556.2]);
  });

  test("says which font cannot be measured", async () => {
    writeFileSync(join(cwd, "web.woff2"), "wOF2 and more bytes");
    const { exit, err } = await cli(cwd, [
      "template",
      "learn",
      "odd.potx",
      "--font",
      "Acme=web.woff2",
      "--font",
      "x.ttf",
    ]);
    expect(exit).toBe(2);
    for (const { code } of [templateFontFile("Acme", "web.woff2"), templateFontOption("x.ttf")])
      expect(err).toContain(code);
  });
});

describe("--template", () => {
  const minimal = readFileSync("samples/minimal.json", "utf8");
  let decks = "";
  beforeAll(() => {
    decks = join(cwd, "teams", "north");
    mkdirSync(decks, { recursive: true });
    mkdirSync(join(cwd, "brand"));
    writeFileSync(join(decks, "deck.json"), minimal);
    writeFileSync(join(decks, "own.json"), minimal.replace("{", '{ "template": "gone.potx",'));
    writeFileSync(join(cwd, "brand", "company.potx"), template());
    writeFileSync(
      join(cwd, "brand", "serif.potx"),
      template({ masters: [{ ...MASTER, fonts: ["Georgia", "Georgia"] }] }),
    );
  });
  const typefacesIn = (deck: string): string =>
    new TextDecoder().decode(unzipSync(readFileSync(deck))["ppt/theme/theme1.xml"]);

  test("builds and checks decks on a template that lies in another folder, by its path from here", async () => {
    const built = await cli(decks, [
      "build",
      "deck.json",
      "--template",
      "../../brand/company.potx",
      "--out-dir",
      "out",
    ]);
    expect([built.exit, built.err]).toEqual([0, expect.stringContaining("template/not-learned")]);
    expect(typefacesIn(join(decks, "out", "deck.pptx"))).toContain('name="Lobby"');
    const checked = await cli(decks, ["check", "deck.json", "--template", "../../brand/company.potx"]);
    expect([checked.exit, checked.out]).toEqual([0, expect.stringContaining("template/not-learned")]);
  }, 180_000);

  test("takes a contract with the template beside it, wherever the contract was written", async () => {
    const learned = await cli(cwd, [
      "template",
      "learn",
      "brand/company.potx",
      "-o",
      "contracts.template.json",
    ]);
    expect(learned.exit).toBe(0);
    const built = await cli(decks, [
      "build",
      "deck.json",
      "--template",
      "../../contracts.template.json",
      "--out-dir",
      "learned",
    ]);
    expect([built.exit, built.err]).toEqual([0, ""]);
    expect(typefacesIn(join(decks, "learned", "deck.pptx"))).toContain('name="Lobby"');
  });

  test("goes before the template of the bundle", async () => {
    expect((await cli(decks, ["check", "own.json"])).out).toContain("template/missing");
    const { exit, out } = await cli(decks, ["check", "own.json", "--template", "../../brand/company.potx"]);
    expect([exit, out]).toEqual([0, expect.not.stringContaining("template/missing")]);
  });

  test("builds again when the template is another one, or the one that a contract names has changed", async () => {
    const env = { FOREDECK_CACHE_DIR: join(cwd, "cache") };
    const argv = ["build", "deck.json", "--template", "../../changing.template.json", "--out-dir", "again"];
    copyFileSync(join(cwd, "brand", "company.potx"), join(cwd, "changing.potx"));
    await cli(cwd, ["template", "learn", "changing.potx"]);
    await cli(decks, argv, false, { env });
    const before = typefacesIn(join(decks, "again", "deck.pptx"));
    copyFileSync(join(cwd, "brand", "serif.potx"), join(cwd, "changing.potx"));
    const { err } = await cli(decks, argv, false, { env });
    expect(err).toContain("template/changed");
    expect(typefacesIn(join(decks, "again", "deck.pptx"))).not.toBe(before);
  });

  test.each(["build", "check", "preview"])(
    "of %s that there is not is refused before anything is done",
    async (command) => {
      const { exit, err } = await cli(decks, [command, "deck.json", "--template", "company.potx"]);
      expect([exit, err]).toEqual([2, expect.stringContaining("template/missing")]);
      expect(err).toContain("the folder that you are in");
    },
  );

  test("that is no template is refused with its reason", async () => {
    const { exit, err } = await cli(decks, ["build", "deck.json", "--template", "deck.json"]);
    expect([exit, err]).toEqual([1, expect.stringContaining("template/contract-")]);
    const other = await cli(decks, ["build", "deck.json", "--template", "../../notes.potx"]);
    expect([other.exit, other.err]).toEqual([2, expect.stringContaining("template/not-a-presentation")]);
  });
});
