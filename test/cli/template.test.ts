import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
