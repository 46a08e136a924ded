import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as messages from "../../../src/diagnostics/messages/index.ts";
import { readZip } from "../../../src/ooxml/unzip.ts";
import { writeZip } from "../../../src/ooxml/zip.ts";
import { edited, savedAgain } from "../../formats/pptx/fingerprint/saved.ts";
import { LEAST } from "../../read/bundles.ts";
import { cli } from "../run.ts";

/** What becomes of files that somebody has touched since they were built. */
let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-edits-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const at = (name: string): string => join(cwd, name);
const bundle = (title: string, more: object = {}): void =>
  writeFileSync(at("b.json"), JSON.stringify({ ...LEAST, title, ...more }));
const build = (...argv: readonly string[]) =>
  cli(cwd, ["build", "b.json", ...argv], false, { env: { FOREDECK_CACHE_DIR: at(".cache") } });
/** The same without any memory of earlier runs, as on another machine. */
const elsewhere = (...argv: readonly string[]) => cli(cwd, ["build", "b.json", ...argv]);
const words = (text: string): string => text.replaceAll(/\s+/g, " ");

/** Builds, lets Aino change a word on slide 1 and save, and changes the bundle. */
async function editByHand(): Promise<Buffer> {
  bundle("Open on Sundays");
  await build("-o", "d.pptx");
  const touched = await savedAgain(readFileSync(at("d.pptx")));
  writeFileSync(
    at("d.pptx"),
    await edited(touched, [["ppt/slides/slide1.xml", "on Sundays<", "on Saturdays<"]]),
  );
  bundle("Open on Mondays");
  return readFileSync(at("d.pptx"));
}

describe("a deck that was edited by hand", () => {
  test.each([
    ["on this machine", build],
    ["on another one", elsewhere],
  ])(
    "is left as it is; the new one is written beside it, and who changed what is said: %s",
    async (_, run) => {
      const theirs = await editByHand();
      const { exit, out, err } = await run("-o", "d.pptx");
      expect(exit).toBe(3);
      expect(out).toContain("d.new.pptx  ");
      expect(readFileSync(at("d.pptx")).equals(theirs)).toBe(true);
      expect(readFileSync(at("d.new.pptx")).subarray(0, 2).toString()).toBe("PK");
      const said = words(err);
      expect(said).toContain('"d.pptx" was edited since it was built');
      expect(said).toContain("Aino Laakso, with Microsoft Office PowerPoint");
      expect(said).toContain('slide 1 ("Open on Saturdays"): text');
      // Again: it still stands there, and nothing piles up.
      expect((await run("-o", "d.pptx")).exit).toBe(3);
      expect(
        readdirSync(cwd)
          .filter((name) => name.endsWith(".pptx"))
          .sort(),
      ).toEqual(["d.new.pptx", "d.pptx"]);
    },
  );

  test("is replaced with --force, and kept as a backup that the next one does not replace", async () => {
    const first = await editByHand();
    const { exit, err } = await build("-o", "d.pptx", "--force");
    expect(exit).toBe(0);
    expect(err).toContain(messages.backedUp("d.pptx", "d.backup-1.pptx"));
    expect(readFileSync(at("d.backup-1.pptx")).equals(first)).toBe(true);
    const second = await editByHand().then(() => readFileSync(at("d.pptx")));
    await build("-o", "d.pptx", "--force");
    expect(readFileSync(at("d.backup-1.pptx")).equals(first)).toBe(true);
    expect(readFileSync(at("d.backup-2.pptx")).equals(second)).toBe(true);
  });

  test("is named also with --quiet, and in --json and --report", async () => {
    await editByHand();
    const quiet = await build("-o", "d.pptx", "--quiet");
    expect(quiet.exit).toBe(3);
    expect(words(quiet.err)).toContain("was edited since it was built");
    const { out } = await build("-o", "d.pptx", "--json", "--report", "r.json");
    expect(JSON.parse(out)).toMatchObject({
      decks: [{ deck: "d.new.pptx", beside: true }],
      diagnostics: expect.arrayContaining([expect.objectContaining({ code: "host/edited" })]),
    });
    expect(JSON.parse(readFileSync(at("r.json"), "utf8"))).toMatchObject({
      exit: 3,
      bundles: [{ state: "beside" }],
    });
  });

  test("that was only saved is replaced, and that is said", async () => {
    bundle("Open on Sundays");
    await build("-o", "d.pptx");
    writeFileSync(at("d.pptx"), await savedAgain(readFileSync(at("d.pptx"))));
    bundle("Open on Mondays");
    const { exit, err } = await build("-o", "d.pptx");
    expect(exit).toBe(0);
    expect(err).toMatch(/d\.pptx had been saved by Aino Laakso, .*nothing on its slides was changed/);
    expect(readdirSync(cwd).filter((name) => name.endsWith(".pptx"))).toEqual(["d.pptx"]);
  });
});

test.each([
  ["no deck at all", '"d.pptx" was not written by Foredeck'],
  ["PK\u0003\u0004 damaged", 'cannot tell whether "d.pptx" was edited'],
])("what is not ours, or cannot be read, is never replaced without --force: %j", async (content, said) => {
  bundle("Open on Sundays");
  writeFileSync(at("d.pptx"), content);
  const { exit, err } = await build("-o", "d.pptx");
  expect(exit).toBe(3);
  expect(words(err)).toContain(said);
  expect(readFileSync(at("d.pptx"), "utf8")).toBe(content);
  expect((await build("-o", "d.pptx", "--force")).exit).toBe(0);
  expect(readFileSync(at("d.backup-1.pptx"), "utf8")).toBe(content);
});

test("a deck that unpacks to more than may be read is left, and the run says why", async () => {
  bundle("Open on Sundays");
  await build("-o", "d.pptx");
  const parts = new Map(await readZip(readFileSync(at("d.pptx"))));
  parts.set("ppt/slides/slide2.xml", new TextEncoder().encode(`<a>${"<b/>".repeat(2_500_000)}</a>`));
  const bomb = writeZip(parts);
  expect(bomb.length).toBeLessThan(200_000);
  writeFileSync(at("d.pptx"), bomb);
  bundle("Open on Mondays");
  const { exit, err } = await build("-o", "d.pptx");
  expect(exit).toBe(3);
  expect(words(err)).toContain("too large to be examined");
  expect(readFileSync(at("d.pptx")).equals(bomb)).toBe(true);
});

test("a deck of more entries than are looked into is left, and the run gives both numbers", async () => {
  bundle("Open on Sundays");
  writeFileSync(
    at("d.pptx"),
    writeZip(new Map(Array.from({ length: 10_001 }, (_, n) => [`ppt/${n}.xml`, new Uint8Array()]))),
  );
  const { exit, err } = await build("-o", "d.pptx");
  expect(exit).toBe(3);
  expect(words(err)).toContain("has 10,001 entries; files with more than 10,000 are not examined");
});

test("an empty file is no loss", async () => {
  bundle("Open on Sundays");
  writeFileSync(at("d.pptx"), "");
  expect((await build("-o", "d.pptx")).exit).toBe(0);
  expect(readdirSync(cwd).filter((name) => name.endsWith(".pptx"))).toEqual(["d.pptx"]);
});

describe("a file of a format that carries no mark", () => {
  test("is replaced when it is as it was written, and left when it is not", async () => {
    bundle("Open on Sundays");
    await build("-o", "d.md");
    bundle("Open on Mondays");
    expect((await build("-o", "d.md")).exit).toBe(0);
    const text = readFileSync(at("d.md"), "utf8");
    expect(text).toContain("# Open on Mondays");
    writeFileSync(at("d.md"), `${text}\nA thought of mine.\n`);
    bundle("Open on Tuesdays");
    const { exit, err } = await build("-o", "d.md");
    expect(exit).toBe(3);
    expect(words(err)).toContain('"d.md" was changed since it was built');
    expect(readFileSync(at("d.md"), "utf8")).toContain("A thought of mine.");
    expect(readFileSync(at("d.new.md"), "utf8")).toContain("# Open on Tuesdays");
  });

  test("is replaced where nobody remembers it, and a backup is kept", async () => {
    bundle("Open on Sundays");
    writeFileSync(at("d.md"), "# Mine\n");
    const { exit, err } = await elsewhere("-o", "d.md");
    expect(exit).toBe(0);
    expect(err).toContain(messages.backedUp("d.md", "d.backup-1.md"));
    expect(readFileSync(at("d.backup-1.md"), "utf8")).toBe("# Mine\n");
  });
});

describe("a page that somebody has changed", () => {
  const out = (name: string): string => join(at("out"), name);
  const write = async (...argv: readonly string[]) => build("--format", "svg", ...argv);
  const mine = "<svg>mine</svg>";
  async function change(): Promise<void> {
    bundle("Open on Sundays");
    await write();
    writeFileSync(out("b-03.svg"), mine);
    bundle("Open on Mondays");
  }

  test("is named and left; it alone has a new one beside it, and the other pages are replaced", async () => {
    await change();
    for (const _ of [1, 2]) {
      const { exit, err } = await write();
      expect(exit).toBe(3);
      expect(words(err)).toContain(`"${join("out", "b-03.svg")}" was changed since it was built`);
      expect(words(err)).toContain(`The new one is "${join("out", "b-03.new.svg")}"`);
    }
    expect(readFileSync(out("b-03.svg"), "utf8")).toBe(mine);
    expect(readFileSync(out("b-01.svg"), "utf8")).toContain("Mondays");
    expect(readdirSync(at("out")).filter((name) => !/^b-\d+\.svg$/.test(name))).toEqual(["b-03.new.svg"]);
  });

  test("is replaced with --force, a copy of it kept, and what stands beside it is named and stays", async () => {
    await change();
    await write();
    const { exit, err } = await write("--force");
    expect(exit).toBe(0);
    expect(err).toContain(messages.backedUp(join("out", "b-03.svg"), join("out", "b-03.backup-1.svg")));
    expect(err).toContain(messages.besideStays([join("out", "b-03.new.svg")]));
    expect(readFileSync(out("b-03.backup-1.svg"), "utf8")).toBe(mine);
    expect(readFileSync(out("b-03.svg"), "utf8")).toBe(readFileSync(out("b-03.new.svg"), "utf8"));
    // In its place again, it is replaced like any other.
    bundle("Open on Tuesdays");
    expect((await write()).exit).toBe(0);
  });

  test("is named with the others that were", async () => {
    await change();
    writeFileSync(out("b-02.svg"), mine);
    const { err } = await write();
    expect(words(err)).toContain(`${join("out", "b-03.svg")} was changed too.`);
  });
});

test("pages of a longer deck before go away, unless somebody has changed them", async () => {
  const pages = () => readdirSync(at("out")).filter((name) => /^b-\d+\.svg$/.test(name)).length;
  const long = { risks: [{ risk: "Nobody comes", likelihood: 2, impact: 4 }] };
  bundle("Open on Sundays", long);
  expect((await build("--format", "svg")).exit).toBe(0);
  const before = pages();
  bundle("Open on Sundays");
  await build("--format", "svg");
  const after = pages();
  expect(after).toBeLessThan(before);
  bundle("Open on Sundays", long);
  await build("--format", "svg");
  const last = `b-${String(before).padStart(2, "0")}.svg`;
  writeFileSync(join(at("out"), last), "<svg>mine</svg>");
  bundle("Open on Sundays");
  const { err } = await build("--format", "svg");
  expect(err).toContain(messages.pageKept(join("out", last)));
  expect(readFileSync(join(at("out"), last), "utf8")).toBe("<svg>mine</svg>");
  expect(pages()).toBe(after + 1);
});
