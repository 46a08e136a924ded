import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openBy } from "../../../src/cli/output/lock.ts";
import { edited, savedAgain } from "../../formats/pptx/fingerprint/saved.ts";
import { LEAST } from "../../read/bundles.ts";
import { cli } from "../run.ts";

/** A deck that somebody has open. */
let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-lock-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const at = (name: string): string => join(cwd, name);
const bundle = (title: string): void => writeFileSync(at("b.json"), JSON.stringify({ ...LEAST, title }));
const build = (...argv: readonly string[]) => cli(cwd, ["build", "b.json", "-o", "d.pptx", ...argv]);
const words = (text: string): string => text.replaceAll(/\s+/g, " ");

/** As PowerPoint writes it: 165 bytes, the name in the machine's code page and in UTF-16. */
function ownerFile(name: string, at = 55, size = 165): Buffer {
  const bytes = Buffer.alloc(size, 0x20);
  bytes[0] = name.length;
  bytes.write(`${name}\0`, 1, "latin1");
  bytes.writeUInt16LE(name.length, at);
  bytes.write(name, at + 2, "utf16le");
  return bytes;
}
const LOCK = ",pekka,laptop,12.11.2026 09:30,file:///home/pekka/.config/libreoffice/4;";

test.each<[string, string, Buffer | string, object]>([
  ["PowerPoint", "~$d.pptx", ownerFile("Päivi Öhman"), { program: "PowerPoint", person: "Päivi Öhman" }],
  ["a name beyond Latin", "~$d.pptx", ownerFile("Анна Ким"), { person: "Анна Ким" }],
  ["a program that counts as Word does", "~$d.pptx", ownerFile("A B", 54, 162), { person: "A B" }],
  ["the longest name", "~$d.pptx", ownerFile("N".repeat(52)), { person: "N".repeat(52) }],
  ["no more than the first copy of the name", "~$d.pptx", Buffer.from("\u0003Eva"), { person: "Eva" }],
  ["an empty file", "~$d.pptx", "", { program: "PowerPoint", file: "~$d.pptx" }],
  ["rubbish", "~$d.pptx", Buffer.alloc(165, 0xff), { program: "PowerPoint", file: "~$d.pptx" }],
  ["LibreOffice", ".~lock.d.pptx#", `Kim\\, Anna${LOCK}`, { program: "LibreOffice", person: "Kim, Anna" }],
  ["LibreOffice without a name", ".~lock.d.pptx#", LOCK, { program: "LibreOffice", person: "pekka" }],
  ["an empty lock", ".~lock.d.pptx#", "", { program: "LibreOffice", file: ".~lock.d.pptx#" }],
])("who has it open is read from the file beside it: %s", async (_, name, content, expected) => {
  writeFileSync(at("d.pptx"), "");
  writeFileSync(at(name), content);
  const found = await openBy(at("d.pptx"));
  expect(found).toMatchObject(expected);
  if (!("person" in expected)) expect(found).toEqual(expected);
});

describe("a deck that is open", () => {
  test.each([
    ["~$d.pptx", ownerFile("Anna Kim"), '"d.pptx" is open in PowerPoint (Anna Kim)'],
    [".~lock.d.pptx#", LOCK, '"d.pptx" is open in LibreOffice (pekka)'],
  ])("is left, and the new one is written beside it until it is closed: %s", async (lock, content, said) => {
    bundle("Open on Sundays");
    await build();
    const before = readFileSync(at("d.pptx"));
    writeFileSync(at(lock), content);
    expect((await build()).err).not.toContain("is open in");
    bundle("Open on Mondays");
    const { exit, err } = await build();
    expect(exit).toBe(3);
    expect(words(err)).toContain(`${said}, so it was left as it is. The new deck is "d.new.pptx"`);
    expect(readFileSync(at("d.pptx")).equals(before)).toBe(true);
    rmSync(at(lock));
    expect((await build()).exit).toBe(0);
    expect(readFileSync(at("d.pptx")).equals(readFileSync(at("d.new.pptx")))).toBe(true);
  });

  test("is found behind a link", async () => {
    bundle("Open on Sundays");
    await build("-o", "real.pptx");
    symlinkSync(at("real.pptx"), at("d.pptx"));
    writeFileSync(at("~$real.pptx"), ownerFile("Anna Kim"));
    bundle("Open on Mondays");
    expect((await build()).exit).toBe(3);
  });

  test("is replaced with --force, without a copy of what is as it was written, and that it is open is said", async () => {
    bundle("Open on Sundays");
    await build();
    writeFileSync(at("~$d.pptx"), ownerFile("Anna Kim"));
    bundle("Open on Mondays");
    const { exit, err } = await build("--force");
    expect(exit).toBe(0);
    expect(err).toContain("d.pptx is open in PowerPoint (Anna Kim)");
    expect(existsSync(at("d.backup-1.pptx"))).toBe(false);
  });

  test("and was edited is called edited, and open as well", async () => {
    bundle("Open on Sundays");
    await build();
    const touched = await savedAgain(readFileSync(at("d.pptx")));
    writeFileSync(at("d.pptx"), await edited(touched, [["ppt/slides/slide1.xml", "Sundays<", "Fridays<"]]));
    writeFileSync(at("~$d.pptx"), ownerFile("Anna Kim"));
    bundle("Open on Mondays");
    const { exit, err } = await build();
    expect(exit).toBe(3);
    expect(words(err)).toContain('"d.pptx" was edited since it was built');
    expect(words(err)).toContain("d.pptx is open in PowerPoint (Anna Kim)");
  });

  test("says nothing where no deck is", async () => {
    bundle("Open on Sundays");
    writeFileSync(at("~$d.pptx"), ownerFile("Anna Kim"));
    expect(await build()).toMatchObject({ exit: 0 });
    expect(existsSync(at("d.pptx"))).toBe(true);
  });
});
