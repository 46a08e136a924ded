import { describe, expect, test } from "vitest";
import { createCurler } from "../../src/locales/curl.ts";
import { enGB } from "../../src/locales/en.ts";
import { fiFI } from "../../src/locales/fi.ts";

describe("straight marks", () => {
  const english = createCurler(enGB);
  test.each([
    ["It's the pupils' room", "It’s the pupils’ room"],
    ['He said "no" and "not yet".', "He said “no” and “not yet”."],
    ['"Ask me again," she said, "in March."', "“Ask me again,” she said, “in March.”"],
    ['**"Bold"** and *"italic"*', "**“Bold”** and *“italic”*"],
    ['("in brackets")', "(“in brackets”)"],
    ["She called it 'the room' twice", "She called it ‘the room’ twice"],
    ["the '90s and rock 'n' roll", "the ’90s and rock ‘n’ roll"],
    ['"version 2" came first', "“version 2” came first"],
    ["the 1990's, don't", "the 1990’s, don’t"],
    ["O'Brien's \"two-minute 'check'\"", "O’Brien’s “two-minute ‘check’”"],
    ["already “curled” and ‘single’", "already “curled” and ‘single’"],
  ])("of %s are curled", (before, after) => expect(english(before)).toBe(after));

  test.each([
    `6'2" tall, a 15" screen, 60°10'12" north`,
    'see https://example.com/a\'b?c="d" for more',
    "[it](https://example.com/o'brien)",
    '`it\'s` and name="x"',
    "call print('x')",
    'send {"id": "x"}',
  ])("of %s stay", (text) => expect(english(text)).toBe(text));

  test("are set as Finnish sets them", () => {
    const finnish = createCurler(fiFI);
    expect(finnish("\"Ei\", sanoi O'Brien, ja 'ehkä'")).toBe("”Ei”, sanoi O’Brien, ja ’ehkä’");
  });
});
