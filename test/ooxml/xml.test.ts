import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PackageError } from "../../src/ooxml/error.ts";
import { cleanText, escapeText, isLegal } from "../../src/ooxml/escape.ts";
import { parse } from "../../src/ooxml/parse.ts";
import { inOrder } from "../../src/ooxml/sequence.ts";
import { serialise, toText } from "../../src/ooxml/serialise.ts";
import {
  all,
  child,
  descendant,
  el,
  elements,
  textOf,
  withAttributes,
  withChild,
} from "../../src/ooxml/xml.ts";

const faultOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    return error instanceof PackageError ? error.fault : String(error);
  }
  return undefined;
};

describe("serialise and parse", () => {
  const anything = fc.string({ unit: "binary", maxLength: 40 });

  it("bring any text through, less what XML cannot say", () => {
    fc.assert(
      fc.property(anything, anything, (text, attribute) => {
        const read = parse(serialise(el("a", { b: attribute }, text)));
        expect(read.attributes["b"]).toBe(cleanText(attribute));
        expect(textOf(read)).toBe(cleanText(text));
      }),
    );
  });

  it("keep space that is content and drop space that is layout", () => {
    const read = parse('<a:p>\n  <a:t xml:space="preserve"> x </a:t>\n  <a:t> </a:t>\n</a:p>');
    expect(read.children).toHaveLength(2);
    expect(elements(read).map(textOf)).toEqual([" x ", " "]);
  });

  it("read CDATA and references as text", () => {
    expect(textOf(parse("<a><![CDATA[<b>]]>&amp;&#x41;</a>"))).toBe("<b>&A");
  });

  it.each([
    ["xml", "<a><b></a>"],
    ["xml", ""],
    ["xml", "<a>\u0001</a>"],
    ["xml", "<a>&undefined;</a>"],
    ["doctype", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ["depth", "<a>".repeat(300) + "</a>".repeat(300)],
  ])("refuse what is dangerous or broken: %s", (fault, source) => {
    expect(faultOf(() => parse(source))).toBe(fault);
  });
});

describe("cleanText", () => {
  it("leaves nothing that XML cannot say, and nothing else out", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(isLegal(cleanText(text))).toBe(true);
        expect(cleanText(text) === text).toBe(isLegal(text));
      }),
    );
    expect(cleanText("a\u0000b\u000bc\ud800d\ufffe")).toBe("ab c\ufffdd");
    expect(cleanText("👩‍🚀\t\n\r")).toBe("👩‍🚀\t\n\r");
  });

  it("escapes what would end a CDATA section too", () => {
    expect(escapeText("]]>")).toBe("]]&gt;");
  });
});

describe("inOrder", () => {
  it("puts children where the schema has them, equals as they were", () => {
    const properties = el("a:rPr", {}, el("a:latin"), el("a:hlinkClick"), el("a:solidFill"));
    expect(inOrder(properties).map((node) => (typeof node === "string" ? node : node.name))).toEqual([
      "a:solidFill",
      "a:latin",
      "a:hlinkClick",
    ]);
    const body = el("p:txBody", {}, el("a:p", { n: 1 }), el("a:p", { n: 2 }), el("a:bodyPr"));
    expect(toText(body)).toContain('<a:bodyPr/><a:p n="1"/><a:p n="2"/>');
  });

  it("has no place for what the schema does not know", () => {
    expect(faultOf(() => serialise(el("a:rPr", {}, el("a:buNone"))))).toBe("order");
    expect(faultOf(() => serialise(el("p:sp", {}, "text")))).toBe("order");
  });
});

describe("elements", () => {
  const tree = el("a", { x: 1, y: undefined, z: true }, el("b", {}, el("c", {}, "1")), null, [
    el("c", {}, "2"),
  ]);

  it("are found by name and path", () => {
    expect(tree.attributes).toEqual({ x: "1", z: "1" });
    expect([...all(tree, "c")].map(textOf)).toEqual(["1", "2"]);
    expect(textOf(descendant(tree, "b", "c") ?? tree)).toBe("1");
    expect(descendant(tree, "c", "b")).toBeUndefined();
    expect(child(tree, "z")).toBeUndefined();
  });

  it("are changed without being touched", () => {
    const before = JSON.stringify(tree);
    expect(withAttributes(tree, { x: undefined, w: 2 }).attributes).toEqual({ z: "1", w: "2" });
    expect(withChild(tree, "b", undefined).children).toHaveLength(1);
    expect(elements(withChild(tree, "d", el("d"))).map(({ name }) => name)).toEqual(["b", "c", "d"]);
    expect(JSON.stringify(tree)).toBe(before);
  });
});
