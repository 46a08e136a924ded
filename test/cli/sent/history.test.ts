import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { withHistory } from "../../../src/cli/sent/history.ts";

const SENT = { version: "1.1", date: "2026-11-18", readers: ["ceo", "cfo"] };
const ENTRY = { version: "1.1", date: "2026-11-18", sentTo: ["ceo", "cfo"] };
const edit = (text: string): string => withHistory(text, "b.json", SENT) ?? "refused";
const read = (text: string): unknown => parse(text, [], { allowTrailingComma: true });

/** Bundles as people lay them out, with the history that each has. */
const LAYOUTS: readonly (readonly [string, string, readonly unknown[]])[] = [
  ["one line", '{"title":"T"}', []],
  ["tabs, CRLF and a comment behind", '{\r\n\t"title": "T" // mine\r\n}\r\n', []],
  ["a trailing comma", '{\n  "title": "T",\n}\n', []],
  ["a byte order mark", '\ufeff{\n  "title": "T"\n}', []],
  ["an empty list", '{ "history": [], "title": "T" }', []],
  ["an empty list over two lines", '{\n  "history": [\n  ],\n  "title": "T"\n}', []],
  [
    "an older entry with a comment",
    '{\n  "history": [\n    { "version": "1.0", "date": "2026-11-01" } // first\n  ]\n}',
    [{ version: "1.0", date: "2026-11-01" }],
  ],
  [
    "entries over several lines, with a trailing comma",
    '{\n  "history": [\n    {\n      "version": "1.0",\n      "date": "2026-11-01",\n    },\n  ],\n}',
    [{ version: "1.0", date: "2026-11-01" }],
  ],
];

describe("the entry in history", () => {
  test.each(LAYOUTS)("goes into a bundle with %s", (_name, text, before) => {
    const after = edit(text);
    const { history: _, ...rest } = read(text) as Record<string, unknown>;
    expect(read(after)).toEqual({ ...rest, history: [...before, ENTRY] });
    for (const comment of text.match(/\/\/.*/g) ?? []) expect(after).toContain(comment.trimEnd());
    expect(after.includes("\r\n")).toBe(text.includes("\r\n"));
    expect(after.startsWith("\ufeff")).toBe(text.startsWith("\ufeff"));
    // Once more changes nothing.
    expect(edit(after)).toBe(after);
  });

  test.each([
    ['{ "version": "1.1", "note": "N" }', { version: "1.1", note: "N", sentTo: ["ceo", "cfo"] }],
    [
      '{ "version": "1.1", "date": "2026-11-18", "note": "N" }',
      { version: "1.1", date: "2026-11-18", sentTo: ["ceo", "cfo"], note: "N" },
    ],
    ['{ "version": "1.1", "sentTo": [] }', { version: "1.1", sentTo: ["ceo", "cfo"] }],
    ['{ "version": "1.1", "sentTo": ["cfo", "hr"] }', { version: "1.1", sentTo: ["cfo", "hr", "ceo"] }],
    ['{ "version": "1.1", "sentTo": [\n "cfo" // asked\n ] }', { version: "1.1", sentTo: ["cfo", "ceo"] }],
  ])("completes %s", (entry, complete) => {
    const after = edit(`{ "history": [${entry}] }`);
    expect(read(after)).toEqual({ history: [complete] });
    expect(edit(after)).toBe(after);
  });

  test.each(["", "[]", "{", '{ "history": {} }', '{ "history": [{ "version": "1.1", "sentTo": "all" }] }'])(
    "refuses %j",
    (text) => expect(edit(text)).toBe("refused"),
  );
});
