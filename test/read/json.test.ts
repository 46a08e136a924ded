import { describe, expect, test } from "vitest";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { encode, LEAST, read, refused, said, spots } from "./bundles.ts";

/** A right bundle with something put in as the first field, on line 2. */
const withFirst = (field: string): string => `{\n  ${field},\n${JSON.stringify(LEAST).slice(1)}`;

describe("what JSON allows but a bundle does not", () => {
  test("a field that is there twice names the line of the first", async () => {
    const found = await refused(withFirst('"title": "Other"'));
    expect(said(found)).toEqual([messages.duplicateKey({}, "title", 2)]);
    expect(spots(found)).toEqual(["3:1"]);
  });

  test.each(["__proto__", "constructor", "prototype"])(
    "a field called %s, wherever it stands",
    async (name) => {
      const found = await refused(
        withFirst(
          `"options": [{ "id": "a", "name": "A", "criteria": { "${name}": "x" } }, { "id": "b", "name": "B" }]`,
        ),
      );
      expect(said(found)).toEqual([messages.forbiddenKey({}, name)]);
      expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
    },
  );

  test("an escaped spelling of __proto__ is the same name", async () => {
    expect(said(await refused(withFirst('"\\u005f_proto__": 1')))).toEqual([
      messages.forbiddenKey({}, "__proto__"),
    ]);
  });

  test.each(["1e308", "1e999", "-1e16", "123456789012345678901"])("the number %s", async (number) => {
    const found = await refused(withFirst(`"ask": { "decision": "Approve it", "amount": ${number} }`));
    expect(said(found)).toEqual([messages.numberOutOfRange({}, number)]);
    expect(spots(found)).toEqual(["2:48"]);
  });

  test("minus zero reads as zero", async () => {
    const { bundle } = await read(withFirst('"ask": { "decision": "Approve it", "amount": -0 }'));
    expect(Object.is(bundle.ask?.amount, 0)).toBe(true);
  });

  test.each([
    ["a raw bell", "a\u0007b", 7, 19],
    ["an escaped null", "a\\u0000b", 0, 19],
    ["an escaped line break", "ab\\ncd", 10, 20],
    ["a raw tab", "ab\tcd", 9, 20],
    ["a control of the second set", "ab\u0085", 0x85, 20],
    ["an escape sequence after an emoji", "\u{1f600}\\u001b[31m", 0x1b, 20],
  ])("text with %s, at its column", async (_name, text, code, column) => {
    const found = await refused(withFirst(`"subtitle":   "${text}"`));
    expect(said(found)).toEqual([messages.controlCharacter({}, code)]);
    expect(spots(found)).toEqual([`2:${column}`]);
  });

  test.each([
    ["\u202eabc", 0x202e, "direction"],
    ["a\u202b\u2066b\u202c", 0x202b, "direction"],
    ["a\u2069", 0x2069, "direction"],
    ["\\u202Eabc", 0x202e, "direction"],
    ["a\u{e0041}\u{e0042}", 0xe0041, "tag"],
    ["\u{1f3f4}\u{e0067}\u{e0062}", 0xe0067, "tag"],
    ["a\ufdd0", 0xfdd0, "noncharacter"],
    ["x\\uFFFF", 0xffff, "noncharacter"],
    ["a\u{1ffff}", 0x1ffff, "noncharacter"],
    ["a\u0085", 0x85, "control"],
  ] as const)("holds no %j", async (text, code, fault) => {
    const found = await refused(JSON.stringify(LEAST).replace("Open on Sundays", text));
    expect(said(found)).toEqual([messages.badCharacter({}, code, fault)]);
    expect(found[0]?.place?.column).toBeGreaterThan(10);
  });

  test.each([
    ["a flag", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
    ["pairs of directions", "a \u2067b \u202bc\u202c\u2069 d"],
    ["marks of direction", "\u200f\u05d0\u200e b\u200dc\u00ad"],
  ])("may hold %s", async (_name, text) => {
    const { bundle } = await read({ ...LEAST, title: text });
    expect(bundle.title).toBe(text);
  });

  test("half a character, escaped or in the wrong order; a whole one is fine", async () => {
    expect(said(await refused(withFirst('"subtitle": "\\ud83d"')))).toEqual([
      messages.loneSurrogate({}, 0xd83d),
    ]);
    expect(said(await refused(withFirst('"subtitle": "\\ude00\\ud83d"')))).toEqual([
      messages.loneSurrogate({}, 0xde00),
    ]);
    expect((await read(withFirst('"subtitle": "\\ud83d\\ude00"'))).bundle.subtitle).toBe("\u{1f600}");
  });

  test("an empty file, and a bundle that is no object", async () => {
    expect(said(await refused(""))).toEqual([messages.bundleEmpty({})]);
    expect(said(await refused("\uFEFF \n"))).toEqual([messages.bundleEmpty({})]);
    expect(said(await refused("// nothing\n")).map((d) => d.code)).toEqual(["json/syntax"]);
    expect(said(await refused("[]"))).toEqual([messages.notAnObject({}, "a list [ … ]")]);
    expect(said(await refused("null"))).toEqual([messages.notAnObject({}, "null")]);
  });

  test("more than 20 MB", async () => {
    const [problem] = await refused(encode(" ".repeat(20 * 1_048_576 + 1)));
    expect(said([problem ?? expect.fail()])).toEqual([
      messages.bundleTooLarge({}, 20 * 1_048_576 + 1, 20 * 1_048_576),
    ]);
  });
});
