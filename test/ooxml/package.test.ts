import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { budget } from "../../src/ooxml/budget.ts";
import { PackageError } from "../../src/ooxml/error.ts";
import { CONTENT, RELATION } from "../../src/ooxml/namespaces.ts";
import { relations, relationshipsName, resolveTarget, writePackage } from "../../src/ooxml/package.ts";
import { readRelationships } from "../../src/ooxml/parse.ts";
import { readZip } from "../../src/ooxml/unzip.ts";
import { el } from "../../src/ooxml/xml.ts";
import { writeZip } from "../../src/ooxml/zip.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const fault = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof PackageError ? error.fault : error),
  );

describe("zip", () => {
  it("gives back what it was given, the same bytes in any order, content types first", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\.(xml|png)$/), fc.uint8Array()),
        async (files) => {
          const entries = Object.entries(files);
          const zip = writeZip(new Map(entries));
          expect(Buffer.compare(zip, writeZip(new Map(entries.reverse())))).toBe(0);
          const read = await readZip(zip);
          expect(read.size).toBe(entries.length);
          for (const [name, content] of entries) expect(read.get(name)).toEqual(content);
        },
      ),
      { numRuns: 30 },
    );
    const names = [
      ...(
        await readZip(
          writeZip(
            new Map([
              ["_rels/.rels", bytes("a")],
              ["[Content_Types].xml", bytes("b")],
            ]),
          ),
        )
      ).keys(),
    ];
    expect(names).toEqual(["[Content_Types].xml", "_rels/.rels"]);
  });

  it("is the same in every time zone", () => {
    const files = new Map([["a.xml", bytes("a")]]);
    const before = process.env["TZ"];
    const zips = ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"].map((zone) => {
      process.env["TZ"] = zone;
      return Buffer.from(writeZip(files)).toString("hex");
    });
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
    expect(new Set(zips).size).toBe(1);
  });

  it("refuses names that lead out, or that occur twice", async () => {
    expect(await fault(readZip(zipSync({ "../a": bytes("a") })))).toBe("name");
    expect(await fault(readZip(zipSync({ "/a": bytes("a") })))).toBe("name");
    expect(await fault(readZip(zipSync({ "a\\b": bytes("a") })))).toBe("name");
    expect(await fault(readZip(zipSync({ "a.xml": bytes("a"), "A.xml": bytes("b") })))).toBe("duplicate");
  });

  it("stops at a bomb and at rubbish", async () => {
    const bomb = zipSync({ "a.xml": new Uint8Array(4_000_000) });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await fault(readZip(bomb, { budget: budget({ bytes: 1_000_000 }) }))).toBe("size");
    expect(
      await fault(
        readZip(
          writeZip(
            new Map([
              ["a", bytes("a")],
              ["b", bytes("b")],
            ]),
          ),
          { budget: budget({ files: 1 }) },
        ),
      ),
    ).toBe("size");
    expect(await fault(readZip(bytes("no archive at all")))).toBe("zip");
    // A size that lies: the field of the central directory says one byte less than there is.
    const lying = writeZip(new Map([["a.xml", bytes("aaaa".repeat(100))]]));
    const view = new DataView(lying.buffer, lying.byteOffset);
    for (let i = 0; i + 28 < lying.length; i += 1)
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 399, true);
    expect(await fault(readZip(lying))).toBe("zip");
  });
});

describe("package", () => {
  const slide = { name: "/ppt/slides/slide1.xml", content: el("p:sld"), type: CONTENT.slide };

  it("writes parts, relationships relative to their part, and content types for what is there", async () => {
    const image = { name: "/ppt/media/image1.png", content: bytes("x") };
    const files = await readZip(
      writePackage(
        [{ ...slide, relationships: [{ id: "rId1", type: RELATION.image, target: image.name }] }, image],
        [{ id: "rId1", type: RELATION.office, target: slide.name }],
      ),
    );
    const text = (name: string): string => new TextDecoder().decode(files.get(name));
    expect(text("ppt/slides/_rels/slide1.xml.rels")).toContain('Target="../media/image1.png"');
    expect(text("_rels/.rels")).toContain('Target="ppt/slides/slide1.xml"');
    expect(text("[Content_Types].xml")).toContain('<Default Extension="png" ContentType="image/png"/>');
    expect(text("[Content_Types].xml")).not.toContain("gif");
    expect(readRelationships(slide.name, text("ppt/slides/_rels/slide1.xml.rels"))).toEqual([
      { id: "rId1", type: RELATION.image, target: image.name },
    ]);
  });

  it("refuses two parts of one name, relationships to nothing, and kinds of file it does not know", () => {
    expect(() => writePackage([slide, slide], [])).toThrow(PackageError);
    expect(() =>
      writePackage([slide], [{ id: "rId1", type: RELATION.office, target: "/nothing.xml" }]),
    ).toThrow(/nothing at/);
    expect(() => writePackage([{ name: "/a.svg", content: bytes("x") }], [])).toThrow(/content type/);
  });

  it("gives one id to the same relationship", () => {
    const own = relations();
    expect([own.add("t", "/a"), own.add("t", "/b"), own.add("t", "/a"), own.add("t", "/a", true)]).toEqual([
      "rId1",
      "rId2",
      "rId1",
      "rId3",
    ]);
    expect(own.list()).toHaveLength(3);
  });

  it("resolves targets as packages do", () => {
    expect(resolveTarget("/ppt/slides/slide1.xml", "../media/a.png")).toBe("/ppt/media/a.png");
    expect(resolveTarget("/ppt/slides/slide1.xml", "/ppt/x.xml")).toBe("/ppt/x.xml");
    expect(resolveTarget("/", "ppt/presentation.xml")).toBe("/ppt/presentation.xml");
    expect(relationshipsName("/ppt/presentation.xml")).toBe("/ppt/_rels/presentation.xml.rels");
  });
});
