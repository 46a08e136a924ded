import { beforeAll, describe, expect, test } from "vitest";
import { originOf } from "../../../../src/formats/pptx/fingerprint/origin.ts";
import { writePptx } from "../../../../src/formats/pptx/write.ts";
import type { ReadLimits } from "../../../../src/ooxml/budget.ts";
import { PackageError } from "../../../../src/ooxml/error.ts";
import { readZip } from "../../../../src/ooxml/unzip.ts";
import { writeZip } from "../../../../src/ooxml/zip.ts";
import { context, pages } from "../pages.ts";
import type { Parts } from "./saved.ts";

/** Decks that are made to cost much: all that is read of one is paid from one budget. */
let parts: Parts;
beforeAll(async () => {
  parts = new Map(await readZip(await writePptx(pages, context)));
});
const SLIDE = "ppt/slides/slide2.xml";
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const deckWith = (...more: readonly (readonly [string, Uint8Array])[]): Uint8Array =>
  writeZip(new Map([...parts, ...more]));
const faultOf = (deck: Uint8Array, limits?: Partial<ReadLimits>): Promise<string> =>
  originOf(deck, limits === undefined ? {} : { limits }).then(
    ({ state }) => state,
    (cause: unknown) => {
      if (!(cause instanceof PackageError)) throw cause;
      return cause.fault;
    },
  );

test("a deck of ours is far below every limit", async () => {
  expect(await faultOf(deckWith())).toBe("ours");
});

describe("one budget", () => {
  test("covers the packages within the deck", async () => {
    const book = writeZip(new Map([["xl/a.xml", new Uint8Array(1_000_000)]]));
    const books = [1, 2, 3].map((n) => [`ppt/embeddings/book${n}.xlsx`, book] as const);
    expect(await faultOf(deckWith(...books.slice(0, 1)), { bytes: 2_500_000 })).toBe("saved");
    expect(await faultOf(deckWith(...books), { bytes: 2_500_000 })).toBe("size");
    expect(await faultOf(deckWith(...books), { held: 2_500_000 })).toBe("size");
    expect(await faultOf(deckWith(...books), { files: parts.size + 4 })).toBe("size");
  });

  test.each<[string, string, Partial<ReadLimits>]>([
    ["a part of many bytes", `<a>${"x".repeat(400_000)}</a>`, { part: 300_000 }],
    ["a part of many elements", `<a>${"<b/>".repeat(50_000)}</a>`, { nodes: 50_000 }],
    ["an element of many attributes", `<a ${attributes(2_000)}/>`, {}],
    ["elements that nest deep", "<a>".repeat(300) + "</a>".repeat(300), {}],
  ])("stops at %s", async (_, content, limits) => {
    expect(await faultOf(deckWith([SLIDE, text(content)]), limits)).toMatch(/size|depth/);
  });

  test("is paid anew each time that a part is parsed, and slides are counted", async () => {
    const presentation = new TextDecoder().decode(parts.get("ppt/presentation.xml"));
    const first = /<p:sldId [^>]*>/.exec(presentation)?.[0] ?? "";
    const listing = (times: number): Uint8Array => {
      const list = Array.from({ length: times }, (_, n) => first.replace(/ id="\d+"/, ` id="${n + 500}"`));
      return text(
        presentation.replace(/<p:sldIdLst>.*<\/p:sldIdLst>/s, `<p:sldIdLst>${list.join("")}</p:sldIdLst>`),
      );
    };
    expect(first).not.toBe("");
    const often = deckWith(["ppt/presentation.xml", listing(300)]);
    expect(await faultOf(often)).toBe("edited");
    expect(await faultOf(often, { xml: 200_000 })).toBe("size");
    expect(await faultOf(deckWith(["ppt/presentation.xml", listing(3_001)]))).toBe("size");
  });

  test("does not count what is only digested as kept: a film may be large", async () => {
    const film = deckWith(["ppt/media/film.mp4", new Uint8Array(3_000_000)]);
    expect(await faultOf(film, { held: 2_000_000 })).toBe("saved");
    expect(await faultOf(film, { bytes: 2_000_000 })).toBe("size");
  });
});

test("a mark that claims more than Office allows is none", async () => {
  const custom = new TextDecoder().decode(parts.get("docProps/custom.xml"));
  const long = custom.replace(/(name="Foredeck 1"><vt:lpwstr>)/, `$1${"1:a ".repeat(200_000)}`);
  expect(long).not.toBe(custom);
  expect(await faultOf(deckWith(["docProps/custom.xml", text(long)]))).toBe("foreign");
});

function attributes(count: number): string {
  return Array.from({ length: count }, (_, n) => `c${n}=""`).join(" ");
}
