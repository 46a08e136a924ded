import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { parse } from "jsonc-parser";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { deckContent } from "../../../src/formats/pptx/content/deck.ts";
import { markOf } from "../../../src/formats/pptx/fingerprint/origin.ts";
import { cli } from "../run.ts";
import { workshop } from "../sent/bundle.ts";

const shop = workshop();
const { cwd } = shop;
const original = shop.text("b.json");
afterEach(() => {
  writeFileSync(join(cwd, "b.json"), original);
  rmSync(join(cwd, "b.replies.json"), { force: true });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const run = (...argv: string[]) => cli(cwd, argv);
/** Errors of a bundle that is no longer one, or whose words are read as anything else; the deck still has to answer them. */
const errorsOf = async (): Promise<readonly string[]> => {
  const { out } = await run("check", "b.json", "--format", "json");
  const found: readonly { severity: string; code: string; what: string }[] = JSON.parse(out).diagnostics;
  return found
    .filter(({ severity, code }) => severity === "error" && !/^(objections|deck)\//.test(code))
    .map(({ code, what }) => `${code} ${what}`);
};
const form = (answer: string): string =>
  `What do you decide?\r\n\r\nno\r\n\r\nWhat holds you back?\r\n\r\n${answer}\r\n\r\n`;
const mail = (from: string, body: string): string =>
  `From: ${from}\r\nDate: Fri, 20 Nov 2026 08:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`;

const HOSTILE = [
  ["an escape of the terminal", "Cia <cia@example.com>", "\u001b]0;owned\u0007\u001b[31m red"],
  ["an override of the reading order", '"\u202eaiC" <cia@example.com>', "No \u202e!on"],
  ["separators of lines and paragraphs", "Cia <cia@example.com>", "One\u2028two\u2029three"],
  [
    "a script",
    "<script>alert(1)</script> <cia@example.com>",
    "<script>alert(1)</script><img src=x onerror=y>",
  ],
  [
    "a name in encoded words with line breaks",
    "=?utf-8?Q?Cia=0D=0ABcc:_eve@example.org?= <cia@example.com>",
    "No",
  ],
  ["a header that goes on in another line", "Cia\r\n Bcc: eve@example.org <cia@example.com>", "No"],
  ["expressions of a bundle", "Cia <cia@example.com>", "{{#each x}} {{ask.amount}} {ask.amount} {{{{"],
  ["markup of a bundle", "Cia <cia@example.com>", "**bold** [click](https://example.net/x) <b>\\*"],
  ["a name of fifty thousand characters", `${"x".repeat(50_000)} <cia@example.com>`, "No"],
  ["half a character", "Cia <cia@example.com>", `No \u{1f600}`.slice(0, 4)],
  ["words without an end", "Cia <cia@example.com>", "why ".repeat(50_000)],
] as const;

describe("mails that mean harm", () => {
  test.each(HOSTILE)("with %s are words, on every way that they go", async (_name, from, words) => {
    for (const body of [words, form(words)]) {
      writeFileSync(join(cwd, "back.eml"), mail(from, body));
      const pulled = await run("pull", "b.json", "back.eml");
      expect(pulled.exit, pulled.err).toBe(0);
      const listed = await run("replies", "b.json", "--all");
      const checked = await run("check", "b.json");
      for (const text of [pulled.out, pulled.err, listed.out, checked.out, checked.err])
        for (const steering of ["\u001b", "\u0007", "\u202e", "\u2028", "\u2029", "\r"])
          expect(text.includes(steering)).toBe(false);
      const [reply] = JSON.parse(shop.text("b.replies.json")).replies;
      const made = await run("replies", "b.json", "--objection", reply.id);
      expect(made.exit, made.err).toBe(0);
      // The bundle can still be read, and says their words as words.
      expect(await errorsOf()).toEqual([]);
      const { objections } = parse(shop.text("b.json"));
      expect(objections.at(-1).objection.length).toBeLessThanOrEqual(2_000);
      writeFileSync(join(cwd, "b.json"), original);
      rmSync(join(cwd, "b.replies.json"));
    }
  });
});

test("a deck that came back is unpacked no further than its words are read", async () => {
  expect((await run("build", "b.json", "-o", "d.pptx")).exit).toBe(0);
  const deck = readFileSync(join(cwd, "d.pptx"));
  const parts = Object.entries(unzipSync(deck));
  const size = (of: RegExp): number =>
    parts.filter(([name]) => of.test(name)).reduce((sum, [, { length }]) => sum + length, 0);
  // A limit is refused as soon as more than that is unpacked.
  expect(await markOf(deck, { bytes: size(/^docProps\/custom\.xml$/) })).toMatch(/^[0-9a-f]{64}$/);
  const { slides } = await deckContent(deck, { bytes: size(/\.(xml|rels)$/) });
  expect(slides.length).toBeGreaterThan(10);
});
