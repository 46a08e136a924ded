import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { originOf } from "../../../src/formats/pptx/fingerprint/origin.ts";
import { readZip } from "../../../src/ooxml/unzip.ts";
import { writeZip } from "../../../src/ooxml/zip.ts";
import { edited, savedAgain } from "../../formats/pptx/fingerprint/saved.ts";
import { judge } from "../../formats/pptx/judge.ts";
import { LEAST } from "../../read/bundles.ts";
import { cli } from "../run.ts";

/** What an organisation puts on a deck as a whole stays on the one that replaces it. */
let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-carried-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const at = (name: string): string => join(cwd, name);
const bundle = (title: string): void => writeFileSync(at("b.json"), JSON.stringify({ ...LEAST, title }));
const build = (...argv: readonly string[]) =>
  cli(cwd, ["build", "b.json", "-o", "d.pptx", ...argv], false, {
    env: { FOREDECK_CACHE_DIR: at(".cache") },
  });
const elsewhere = (...argv: readonly string[]) => cli(cwd, ["build", "b.json", "-o", "d.pptx", ...argv]);
const textIn = async (deck: string, part: string): Promise<string> =>
  new TextDecoder().decode((await readZip(readFileSync(at(deck)))).get(part));

const ID = "{5ac5d8e8-1a1f-4ac1-9b1e-000000000007}";
const LABEL = "docMetadata/LabelInfo.xml";
const CUSTOM = "docProps/custom.xml";
const property = (name: string, value: string, pid: number): string =>
  `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${pid}" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`;

/** As Office does it when somebody sets a label. */
async function withLabel(deck: Uint8Array): Promise<Uint8Array> {
  const labelled = await edited(deck, [
    [
      "[Content_Types].xml",
      "</Types>",
      `<Override PartName="/${LABEL}" ContentType="application/vnd.ms-office.classificationlabels+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      "</Relationships>",
      `<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels" Target="${LABEL}"/></Relationships>`,
    ],
  ]);
  const parts = new Map(await readZip(labelled));
  const label = `<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"><clbl:label id="${ID}" enabled="1" method="Privileged" siteId="{5ac5d8e8-1a1f-4ac1-9b1e-000000000008}" contentBits="0" removed="0"/></clbl:labelList>`;
  return writeZip(parts.set(LABEL, new TextEncoder().encode(label)));
}
const withProperties = (deck: Uint8Array): Promise<Uint8Array> =>
  edited(deck, [
    [
      CUSTOM,
      "</Properties>",
      `${property("MSIP_Label_5ac5d8e8_Enabled", "true", 90)}${property("MSIP_Label_5ac5d8e8_Name", "Board only", 91)}${property("Archive", "Room 4", 92)}</Properties>`,
    ],
  ]);

describe("a sensitivity label on the deck that is there", () => {
  test.each([
    ["on this machine", build],
    ["where nothing is remembered", elsewhere],
  ])("is carried on and said, and the deck still counts as ours: %s", async (_, run) => {
    bundle("Open on Sundays");
    await run();
    writeFileSync(at("d.pptx"), await withProperties(await withLabel(readFileSync(at("d.pptx")))));
    for (const title of ["Open on Mondays", "Open on Tuesdays"]) {
      bundle(title);
      const { exit, err } = await run();
      expect(exit).toBe(0);
      expect(err).toContain(
        'd.pptx: kept the sensitivity label "Board only" and the custom property Archive of the existing deck',
      );
      expect(await textIn("d.pptx", LABEL)).toContain(ID);
      expect(await textIn("d.pptx", CUSTOM)).toMatch(/MSIP_Label_5ac5d8e8_Enabled.*Board only.*Room 4/);
      expect(await textIn("d.pptx", "ppt/slides/slide1.xml")).toContain(title);
      expect(await originOf(readFileSync(at("d.pptx")))).toEqual({ state: "ours" });
      expect(await judge(readFileSync(at("d.pptx")))).toEqual([]);
      const again = await run();
      expect(again.out).toMatch(/unchanged\n$/);
    }
  });

  test("stays when the deck comes from the cache, and two runs give the same bytes", async () => {
    bundle("Open on Sundays");
    await build();
    const labelled = await withLabel(readFileSync(at("d.pptx")));
    const made = [];
    for (const _ of [1, 2]) {
      writeFileSync(at("d.pptx"), labelled);
      expect((await build()).exit).toBe(0);
      expect(await textIn("d.pptx", LABEL)).toContain(ID);
      made.push(readFileSync(at("d.pptx")));
    }
    expect(made[0]?.equals(made[1] ?? Buffer.of())).toBe(true);
    const { out, err } = await build();
    expect(out).toMatch(/unchanged\n$/);
    expect(err).not.toContain("kept the sensitivity label");
  });

  test("is on the deck that is written beside an edited one, with its id where it has no name", async () => {
    bundle("Open on Sundays");
    await build();
    const labelled = await withLabel(await savedAgain(readFileSync(at("d.pptx"))));
    writeFileSync(
      at("d.pptx"),
      await edited(labelled, [["ppt/slides/slide1.xml", "on Sundays<", "on Saturdays<"]]),
    );
    bundle("Open on Mondays");
    const { exit, err } = await build();
    expect(exit).toBe(3);
    expect(err).toContain(`d.new.pptx: kept the sensitivity label "${ID}" of the existing deck`);
    expect(await textIn("d.new.pptx", LABEL)).toContain(ID);
  });

  test("is put on the deck beside an edited one that was written before the label was", async () => {
    bundle("Open on Sundays");
    await build();
    const deck = await edited(await savedAgain(readFileSync(at("d.pptx"))), [
      ["ppt/slides/slide1.xml", "on Sundays<", "on Saturdays<"],
    ]);
    bundle("Open on Mondays");
    for (const [there, kept] of [
      [deck, false],
      [await withLabel(deck), true],
    ] as const) {
      writeFileSync(at("d.pptx"), there);
      expect((await build()).exit).toBe(3);
      expect((await readZip(readFileSync(at("d.new.pptx")))).has(LABEL)).toBe(kept);
    }
  });

  test("that was taken off stays off, and nobody says that it was kept", async () => {
    bundle("Open on Sundays");
    await build();
    const labelled = await withLabel(readFileSync(at("d.pptx")));
    writeFileSync(at("d.pptx"), await edited(labelled, [[LABEL, 'removed="0"', 'removed="1"']]));
    bundle("Open on Mondays");
    const { exit, err } = await build();
    expect(exit).toBe(0);
    expect(err).not.toContain("kept");
    expect(await textIn("d.pptx", LABEL)).toContain('removed="1"');
  });

  test("of a deck that is not ours is carried on only by one that replaces it", async () => {
    bundle("Open on Sundays");
    await build();
    const parts = new Map(await readZip(await withLabel(readFileSync(at("d.pptx")))));
    const custom = new TextDecoder().decode(parts.get(CUSTOM)).replaceAll('name="Foredeck', 'name="Other');
    writeFileSync(at("d.pptx"), writeZip(parts.set(CUSTOM, new TextEncoder().encode(custom))));
    expect((await build()).exit).toBe(3);
    expect((await readZip(readFileSync(at("d.new.pptx")))).has(LABEL)).toBe(false);
    expect((await build("--force")).exit).toBe(0);
    expect(await textIn("d.pptx", LABEL)).toContain(ID);
  });
});

test("an encrypted deck is recognised and left, also by a name that is none of a deck", async () => {
  bundle("Open on Sundays");
  const magic = Buffer.from("d0cf11e0a1b11ae1", "hex");
  const encrypted = Buffer.concat([
    magic,
    Buffer.alloc(1_024),
    Buffer.from("EncryptedPackage", "utf16le"),
    Buffer.alloc(2_000, 7),
  ]);
  for (const name of ["d.pptx", "d.potx"]) {
    writeFileSync(at(name), encrypted);
    const { exit, err } = await build("-o", name);
    expect(exit).toBe(3);
    expect(err.replaceAll(/\s+/g, " ")).toContain("The file is encrypted");
    expect(readFileSync(at(name)).equals(encrypted)).toBe(true);
  }
  writeFileSync(at("d.pptx"), Buffer.concat([magic, Buffer.alloc(2_000)]));
  expect((await build()).err.replaceAll(/\s+/g, " ")).toContain(
    "The file is encrypted or in the format of PowerPoint 97–2003",
  );
});
