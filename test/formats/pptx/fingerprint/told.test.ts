import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type DeckChange, originOf } from "../../../../src/formats/pptx/fingerprint/origin.ts";
import { writePptx } from "../../../../src/formats/pptx/write.ts";
import { escapeText } from "../../../../src/ooxml/escape.ts";
import { readZip } from "../../../../src/ooxml/unzip.ts";
import { writeZip } from "../../../../src/ooxml/zip.ts";
import { context, pages } from "../pages.ts";
import { edited, type Parts } from "./saved.ts";

/** What people do to a deck is told as they would say it. */
let deck: Uint8Array;
let parts: Parts;
beforeAll(async () => {
  deck = await writePptx(pages, context);
  parts = new Map(await readZip(deck));
});
const changesIn = async (
  bytes: Uint8Array,
  similar?: Uint8Array,
): Promise<readonly DeckChange[] | string> => {
  const origin = await originOf(bytes, similar === undefined ? {} : { similar: async () => similar });
  return origin.state === "edited" ? origin.changes : origin.state;
};
const withParts = (base: Uint8Array, more: Readonly<Record<string, string>>): Promise<Uint8Array> =>
  readZip(base).then((held) => {
    for (const [name, content] of Object.entries(more)) held.set(name, new TextEncoder().encode(content));
    return writeZip(held);
  });
const relation = (file: string, type: string, target: string) =>
  [
    file,
    "</Relationships>",
    `<Relationship Id="rId77" Type="${type}" Target="${target}"/></Relationships>`,
  ] as const;
const SLIDE = "ppt/slides/slide2.xml";

describe("a slide", () => {
  test.each([
    ["hidden", '<p:sld show="0" ', "", [{ kind: "hidden" }]],
    ["hidden as LibreOffice says it", '<p:sld show="false" ', "", [{ kind: "hidden" }]],
    [
      "hidden and given a transition",
      '<p:sld show="0" ',
      "<p:transition><p:push/></p:transition>",
      [{ kind: "changed", aspects: ["transition"] }, { kind: "hidden" }],
    ],
    [
      "animated",
      "<p:sld ",
      '<p:timing><p:tnLst><p:par><p:cTn presetID="1"/></p:par></p:tnLst></p:timing>',
      [{ kind: "changed", aspects: ["animation"] }],
    ],
  ])("that was %s", async (_, start, end, expected) => {
    const changed = await edited(deck, [
      [SLIDE, "<p:sld ", `${start} `],
      ...(end === "" ? [] : [[SLIDE, "</p:sld>", `${end}</p:sld>`] as const]),
    ]);
    expect(await changesIn(changed)).toMatchObject(expected.map((each) => ({ number: 2, ...each })));
  });
});

describe("comments are quoted, each with its author", () => {
  test("in the older form", async () => {
    const base = await edited(deck, [
      relation(
        "ppt/slides/_rels/slide2.xml.rels",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
        "../comments/comment1.xml",
      ),
      relation(
        "ppt/_rels/presentation.xml.rels",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/commentAuthors",
        "commentAuthors.xml",
      ),
    ]);
    const changed = await withParts(base, {
      "ppt/commentAuthors.xml":
        '<p:cmAuthorLst><p:cmAuthor id="0" name="Anna Kivi"/><p:cmAuthor id="7" name="Ben Roe"/></p:cmAuthorLst>',
      "ppt/comments/comment1.xml":
        '<p:cmLst><p:cm authorId="0" idx="1"><p:pos x="1" y="1"/><p:text>Why 4 &amp; not 5?</p:text></p:cm><p:cm authorId="7" idx="1"><p:text>Since May.</p:text><p:extLst><p:ext><p15:threadingInfo><p15:parentCm authorId="0" idx="1"/></p15:threadingInfo></p:ext></p:extLst></p:cm></p:cmLst>',
    });
    expect(await changesIn(changed)).toEqual([
      { kind: "comment", number: 2, author: "Anna Kivi", text: "Why 4 & not 5?", reply: false },
      { kind: "comment", number: 2, author: "Ben Roe", text: "Since May.", reply: true },
    ]);
  });

  test.each([
    ["with the list of authors related", true],
    ["with the list only under its usual name", false],
  ])("in threads, %s", async (_, related) => {
    const base = await edited(deck, [
      relation(
        "ppt/slides/_rels/slide2.xml.rels",
        "http://schemas.microsoft.com/office/2018/10/relationships/comments",
        "../comments/modernComment_1.xml",
      ),
      ...(related
        ? [
            relation(
              "ppt/_rels/presentation.xml.rels",
              "http://schemas.microsoft.com/office/2018/10/relationships/authors",
              "authors.xml",
            ),
          ]
        : []),
    ]);
    const body = (...lines: readonly string[]): string =>
      `<q:txBody>${lines.map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`).join("")}</q:txBody>`;
    const changed = await withParts(base, {
      "ppt/authors.xml": '<q:authorLst><q:author id="{A1}" name="Anna Kivi"/></q:authorLst>',
      "ppt/comments/modernComment_1.xml": `<q:cmLst><q:cm authorId="{a1}"><q:replyLst><q:reply authorId="{B2}">${body("Gone now")}</q:reply></q:replyLst>${body("Two", "lines")}</q:cm></q:cmLst>`,
    });
    expect(await changesIn(changed)).toEqual([
      { kind: "comment", number: 2, author: "Anna Kivi", text: "Two lines", reply: false },
      { kind: "comment", number: 2, author: "", text: "Gone now", reply: true },
    ]);
  });
});

test("words that anybody writes into any run are told with what stood there, on the slide where they stand", async () => {
  const runs = [...parts.keys()]
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .flatMap((name) => {
      const text = new TextDecoder().decode(parts.get(name));
      // PowerPoint writes the words of a field anew: the number of the slide is nobody's edit.
      return [...text.matchAll(/(?<!<a:fld [^>]*><a:rPr [^>]*>)<a:t>([^<]*\w[^<]*)<\/a:t>/g)].map(
        (match) => ({
          name,
          at: match.index,
          was: match[1] ?? "",
        }),
      );
    });
  expect(runs.length).toBeGreaterThan(20);
  const letters = fc
    .string({ minLength: 1, maxLength: 40, unit: "grapheme-ascii" })
    .filter((text) => /\w/.test(text));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...runs), letters, async ({ name, at, was }, now) => {
      const text = new TextDecoder().decode(parts.get(name));
      const changed = `${text.slice(0, at)}<a:t>${escapeText(now)}</a:t>${text.slice(at + was.length + 11)}`;
      const held: Parts = new Map(parts).set(name, new TextEncoder().encode(changed));
      const number = Number(/(\d+)\.xml$/.exec(name)?.[1]);
      const changes = await changesIn(writeZip(held), deck);
      if (escapeText(now) === was) return;
      expect(changes).toMatchObject([{ kind: "changed", number, aspects: ["text"], texts: [{}] }]);
      const [change] = changes as Extract<DeckChange, { kind: "changed" }>[];
      expect(escapeText(change?.texts[0]?.before ?? "")).toContain(was);
      expect(change?.texts[0]?.now).toContain(now);
    }),
    { numRuns: 25 },
  );
});

test("a deck of version 0.1 is known as ours, and its edits are told without the words", async () => {
  const custom = new TextDecoder().decode(parts.get("docProps/custom.xml"));
  const older = custom
    .replaceAll(/(<vt:lpwstr>| )=[^ <]*/g, "$1")
    .replaceAll(/(\b\d+:[0-9a-z-]{30})[0-9a-z-]{2}(?=[ <])/g, "$1");
  expect(older.length).toBeLessThan(custom.length);
  const deck01 = await withParts(deck, { "docProps/custom.xml": older });
  expect(await originOf(deck01)).toEqual({ state: "ours" });
  const changed = await edited(deck01, [[SLIDE, /<a:t>[^<]+/, "<a:t>Something else"]]);
  expect(await changesIn(changed, deck)).toMatchObject([
    { kind: "changed", number: 2, aspects: ["text"], texts: [] },
  ]);
});

test("footers in another order are no change of the text, and other texts that change places are", async () => {
  const text = new TextDecoder().decode(parts.get(SLIDE));
  const footers = [
    ...text.matchAll(/<p:sp>(?:(?!<\/p:sp>).)*<p:ph [^>]*type="(?:ftr|dt|sldNum)".*?<\/p:sp>/gs),
  ].map(([shape]) => shape);
  expect(footers.length).toBeGreaterThan(1);
  const rest = footers.reduce((left, shape) => left.replace(shape, ""), text);
  const turned = rest.replace("</p:spTree>", `${[...footers].reverse().join("")}</p:spTree>`);
  expect(turned).not.toBe(text);
  expect(await changesIn(await withParts(deck, { [SLIDE]: turned }))).toBe("saved");
  const [a, b] = [...text.matchAll(/<a:t>([^<]{4,})<\/a:t>/g)].map(([, words]) => words ?? "");
  const swapped = text
    .replace(`>${a}<`, ">\u0001<")
    .replace(`>${b}<`, `>${a}<`)
    .replace("\u0001", b ?? "");
  expect(await changesIn(await withParts(deck, { [SLIDE]: swapped }))).toMatchObject([
    { number: 2, aspects: ["text"] },
  ]);
});
