import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDrawn } from "../../../../src/formats/pptx/draw/read.ts";
import { cleanText } from "../../../../src/ooxml/escape.ts";
import { parse } from "../../../../src/ooxml/parse.ts";
import { toText } from "../../../../src/ooxml/serialise.ts";
import { type Element, el } from "../../../../src/ooxml/xml.ts";
import { pages } from "../pages.ts";
import { drawnFiles } from "../parts.ts";

const name = fc.stringMatching(/^[a-z]:?[A-Za-z0-9_]{0,8}$/).filter((one) => !one.endsWith(":"));
const words = fc.string({ unit: "binary" }).map((text) => cleanText(text).replaceAll("\r", " "));
const { tree } = fc.letrec<{ tree: Element }>((tie) => ({
  tree: fc.record({
    name: name.map((one) => one.replace(":", "")),
    attributes: fc.dictionary(
      name.map((one) => one.replace(":", "_")),
      words,
      { maxKeys: 4 },
    ),
    children: fc.oneof(
      { depthSize: "small" },
      fc.array(
        words.filter((text) => text !== ""),
        { maxLength: 1 },
      ),
      fc.array(tie("tree"), { maxLength: 4 }),
    ),
  }),
}));

describe("what PptxGenJS wrote", () => {
  it("is read as the parser for parts from anywhere reads it", async () => {
    const files = [...(await drawnFiles(pages))].filter(([path]) => /\.(xml|rels)$/.test(path));
    expect(files.length).toBeGreaterThan(20);
    for (const [path, part] of files)
      expect(readDrawn(Buffer.from(part).toString()), path).toEqual(parse(part));
  });

  it("whatever elements, attributes and texts it consists of", () => {
    fc.assert(
      fc.property(tree, (element) => {
        const part = toText(element);
        expect(readDrawn(part)).toEqual(parse(part));
      }),
    );
  });

  it("is read with quotes of both kinds, references, and white space wherever it may stand", () => {
    const part = `<?xml version='1.0'?>\r\n<a  b='x "y"&#10;&#x41;&amp;' c="1&gt;0\n>"\t>\n <d/> <e f="g" />\n<h>\r\n&lt;&quot;&apos;</h ></a>\n`;
    expect(readDrawn(part)).toEqual(parse(part));
    expect(readDrawn(part)).toEqual(
      el("a", { b: 'x "y"\nA&', c: "1>0 >" }, el("d"), el("e", { f: "g" }), el("h", {}, "\n<\"'")),
    );
  });

  it.each([
    "",
    "words",
    "<a>",
    "<a><b></a>",
    "</a>",
    "<a",
    "<a b",
    "<a b=c/>",
    "<a b='c>",
    "<a>&nbsp;</a>",
    "<a>& b</a>",
    "<a><!-- comment --></a>",
    "<!DOCTYPE a><a/>",
    "<a><![CDATA[x]]></a>",
    "<a><?php ?></a>",
  ])("is refused where it is no such thing: %s", (xml) => {
    expect(() => readDrawn(xml)).toThrow(expect.objectContaining({ fault: "xml" }));
  });
});
