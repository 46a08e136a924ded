import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { compileBundle } from "../../../../src/compile.ts";
import { originOf } from "../../../../src/formats/pptx/fingerprint/origin.ts";
import { writePptx } from "../../../../src/formats/pptx/write.ts";
import { createNodeHost } from "../../../../src/host/node.ts";
import { PackageError } from "../../../../src/ooxml/error.ts";
import { readZip } from "../../../../src/ooxml/unzip.ts";
import { writeZip } from "../../../../src/ooxml/zip.ts";
import { render } from "../../../../src/render.ts";
import { context, pages } from "../pages.ts";
import { edited, type Parts, savedAgain, signed } from "./saved.ts";

const SAMPLES = join(import.meta.dirname, "..", "..", "..", "..", "samples");
const host = createNodeHost();
const build = async (name: string): Promise<Uint8Array> => {
  const source = { bytes: readFileSync(join(SAMPLES, name)), file: name, root: SAMPLES };
  return render(await compileBundle(source, host), "pptx", host);
};

describe("a deck that was opened, saved and not touched", () => {
  test.each(["gallery.json", "sepsis-at-the-ward-door.json"])(
    "is told from an edited one: %s",
    async (name) => {
      const deck = await build(name);
      expect(await originOf(deck)).toEqual({ state: "ours" });
      expect(await originOf(await savedAgain(deck))).toEqual({
        state: "saved",
        by: {
          person: "Aino Laakso",
          program: "Microsoft Office PowerPoint",
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        },
      });
    },
  );
});

describe("an edit by hand", () => {
  let deck: Uint8Array;
  let saved: Uint8Array;
  beforeAll(async () => {
    deck = await build("minimal.json");
    saved = await savedAgain(deck);
  });
  const changesIn = async (bytes: Uint8Array) => {
    const origin = await originOf(bytes);
    return origin.state === "edited" ? origin.changes : origin.state;
  };

  test.each([
    ["a word", "text", "ppt/slides/slide3.xml", "In October", "In November"],
    ["a bold word", "formatting", "ppt/slides/slide3.xml", / b='1'/, ""],
    ["a colour", "formatting", "ppt/slides/slide3.xml", "'accent1'", "'accent2'"],
    ["a shape's place", "shapes", "ppt/slides/slide3.xml", / x='548640'/, " x='648640'"],
    ["the name of a shape", "shapes", "ppt/slides/slide3.xml", "name='Kicker'", "name='Label'"],
    ["a number of a chart", "charts", "ppt/charts/chart1.xml", "<c:v>9640</c:v>", "<c:v>9700</c:v>"],
    ["the notes", "notes", "ppt/notesSlides/notesSlide3.xml", "</a:t>", " Say it slowly.</a:t>"],
    [
      "a transition",
      "transition",
      "ppt/slides/slide3.xml",
      "<p:timing>",
      "<p:transition><p:fade/></p:transition><p:timing>",
    ],
    [
      "a list of comments that is not there",
      "comments",
      "ppt/slides/_rels/slide3.xml.rels",
      "</Relationships>",
      "<Relationship Id='rId77' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments' Target='../comments/comment1.xml'/></Relationships>",
    ],
  ])("is noticed and named: %s", async (_, aspect, part, from, to) => {
    const changes = await changesIn(await edited(saved, [[part, from, to]]));
    const number = part.includes("chart") ? 5 : 3;
    expect(changes).toMatchObject([
      { kind: "changed", number, title: expect.stringMatching(/^\S/), aspects: [aspect] },
    ]);
    expect(changes).toHaveLength(1);
  });

  test("in the theme is noticed, and belongs to no slide", async () => {
    expect(
      await changesIn(
        await edited(deck, [
          ["ppt/theme/theme1.xml", /lastClr="\w+"|srgbClr val="\w+"/, 'srgbClr val="FF0000"'],
        ]),
      ),
    ).toEqual([{ kind: "design" }]);
  });

  test("of a cell behind a chart is noticed, though the chart shows what it showed", async () => {
    const book = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx";
    const parts: Parts = new Map(await readZip(saved));
    const cells = parts.get(book) ?? new Uint8Array();
    for (const [from, to] of [
      ["<v>9640.0000000000000</v>", "<v>9700</v>"],
      ["<v>9640.0000000000000</v>", "<f>SUM(B2:B9)</f><v>9640.0000000000000</v>"],
    ] as const) {
      parts.set(book, await edited(cells, [["xl/worksheets/sheet1.xml", from, to]]));
      expect(await changesIn(writeZip(parts))).toEqual([
        {
          kind: "changed",
          number: 5,
          title: expect.stringMatching(/^\S/),
          aspects: ["chart data"],
          texts: [],
        },
      ]);
    }
    parts.set(book, await edited(cells, [["xl/sharedStrings.xml", "Visits a month", "Visitors a month"]]));
    expect(await changesIn(writeZip(parts))).toMatchObject([{ number: 5, aspects: ["chart data"] }]);
    parts.set(book, new TextEncoder().encode("no workbook"));
    expect(await changesIn(writeZip(parts))).toMatchObject([{ number: 5, aspects: ["chart data"] }]);
  });

  test.each([
    ["a name", /(<p14:section [^>]*name=["'])[^"']*/, "$1Mine"],
    ["where one ends", /(<p14:sldId [^>]*>)(<\/p14:sldIdLst>.*?<p14:sldIdLst>)/s, "$2$1"],
    ["none any more", /<p14:sectionLst.*<\/p14:sectionLst>/s, ""],
  ])("of the sections is noticed, and belongs to no slide: %s", async (_, from, to) => {
    expect(await changesIn(await edited(saved, [["ppt/presentation.xml", from, to]]))).toEqual([
      { kind: "sections" },
    ]);
  });

  test.each([
    ["title", /<dc:title>[^<]*/, "<dc:title>Another"],
    ["subject", /<dc:subject>[^<]*/, "<dc:subject>Another"],
    ["keywords", /<cp:keywords>[^<]*/, "<cp:keywords>one, two"],
    ["comments", "<dc:description>", "<dc:description>Read page 3 first"],
    ["category", /<cp:revision>/, "<cp:category>Public</cp:category><cp:revision>"],
    ["status", /<cp:revision>/, "<cp:contentStatus>Final</cp:contentStatus><cp:revision>"],
  ])("of the file's properties is noticed: %s", async (name, from, to) => {
    expect(await changesIn(await edited(saved, [["docProps/core.xml", from, to]]))).toEqual([
      { kind: "properties", names: [name] },
    ]);
  });

  test("by a program that leaves no name is noticed all the same", async () => {
    const origin = await originOf(
      await edited(deck, [["ppt/slides/slide3.xml", "In October", "In November"]]),
    );
    expect(origin).toMatchObject({ state: "edited", changes: [{ number: 3, aspects: ["text"] }] });
    expect(origin).not.toHaveProperty("by.person");
    expect(origin).not.toHaveProperty("by.program");
  });

  test("that deletes, adds and moves slides is told by the numbers that people see", async () => {
    const parts: Parts = new Map(await readZip(saved));
    const text = new TextDecoder().decode(parts.get("ppt/presentation.xml"));
    const list = [...text.matchAll(/<p:sldId [^>]*>/g)].map(([id]) => id);
    expect(list.length).toBeGreaterThan(8);
    const [first, second, third, ...rest] = list;
    // The third one goes, the second goes last, and a copy of the first comes under a new id.
    const copy = first?.replace(/ id="\d+"/, ' id="900"');
    parts.set(
      "ppt/presentation.xml",
      new TextEncoder().encode(
        text.replace(
          /<p:sldIdLst>.*<\/p:sldIdLst>/s,
          `<p:sldIdLst>${[first, ...rest, second, copy].join("")}</p:sldIdLst>`,
        ),
      ),
    );
    expect(third).toBeDefined();
    const now = list.length;
    expect(await changesIn(signed(parts, "B"))).toEqual([
      expect.objectContaining({ kind: "moved", number: now - 1 }),
      expect.objectContaining({ kind: "added", number: now }),
      { kind: "deleted", number: 3, title: "" },
    ]);
  });

  test("leaves a deck without its mark foreign, and what is no deck an error", async () => {
    const parts: Parts = new Map(await readZip(deck));
    parts.delete("docProps/custom.xml");
    expect(await originOf(writeZip(parts))).toEqual({ state: "foreign" });
    await expect(originOf(new TextEncoder().encode("not a deck"))).rejects.toThrow(PackageError);
  });
});

describe("links between slides", () => {
  const SECOND = "ppt/slides/slide2.xml";
  const without = (id: number) =>
    [
      "ppt/presentation.xml",
      new RegExp(`<p:sldId [^>]*?id="${id}"[^>]*>|<p14:sldId id="${id}"/>`, "g"),
      "",
    ] as const;
  let deck: Uint8Array;
  beforeAll(async () => {
    deck = await writePptx(pages, context);
  });

  // Slide 2 links to slides 1 and 5, whose ids are 256 and 260.
  test.each([
    ["still names it", []],
    [
      "leads nowhere",
      [[SECOND, /r:id="[^"]*"( [^>]*action=")ppaction:..hlinksldjump/g, 'r:id=""$1ppaction://noaction']],
    ],
    [
      "is gone",
      [
        [
          SECOND,
          /<a:hlinkClick [^>]*hlinksldjump.*?<\/a:hlinkClick>|<a:hlinkClick [^>]*hlinksldjump[^>]*\/>/gs,
          "",
        ],
      ],
    ],
  ] as const)(
    "end with the slide that they lead to, which is all that changed: the link %s",
    async (_, more) => {
      const changed = await edited(deck, [without(256), without(260), ...more]);
      const origin = await originOf(changed);
      expect(origin.state === "edited" && origin.changes).toEqual([
        { kind: "deleted", number: 1, title: "" },
        { kind: "deleted", number: 5, title: "" },
      ]);
    },
  );

  test.each([
    ["that lead elsewhere", "ppt/slides/_rels/slide2.xml.rels", "slide5.xml", "slide3.xml"],
    [
      "that were taken away",
      SECOND,
      / r:id="[^"]*"( [^>]*action=")ppaction:..hlinksldjump/,
      ' r:id=""$1ppaction://noaction',
    ],
  ])("are an edit of the slide that they stand on: %s", async (_, part, from, to) => {
    const origin = await originOf(await edited(deck, [[part, from, to]]));
    expect(origin.state === "edited" && origin.changes).toEqual([
      { kind: "changed", number: 2, title: expect.any(String), aspects: ["links"], texts: [] },
    ]);
  });
});

test("the mark keeps to what Office allows: no property is longer than 255 letters, however many slides", async () => {
  const deck = await build("gallery.json");
  const custom = new TextDecoder().decode((await readZip(deck)).get("docProps/custom.xml"));
  const texts = [...custom.matchAll(/<vt:lpwstr>([^<]*)</g)].map((match) => match[1] ?? "");
  expect(texts.length).toBeGreaterThan(3);
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(255);
});
