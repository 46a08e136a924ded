import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Bundle } from "../../../src/model/bundle/index.ts";
import type { Reply } from "../../../src/model/replies.ts";
import { cli } from "../run.ts";
import { SENDABLE, workshop } from "../sent/bundle.ts";
import { Reader } from "./powerpoint.ts";

const shop = workshop();
const { cwd } = shop;
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const REASONS = SENDABLE.why.reasons ?? [];
let original = "";
let replies = "";
beforeAll(async () => {
  const { exit, err } = await shop.send();
  expect(exit, err).toBe(0);
  original = shop.text("b.json");
  const reader = new Reader(readFileSync(join(cwd, "b.sent", "1.0", "b-1.0.pptx")));
  const slide = reader.slideWith("Reason 2 of 3");
  writeFileSync(
    join(cwd, "back.pptx"),
    reader.comment(slide, "Title", "Whose claim is it?", "I ask.").save(),
  );
  expect((await cli(cwd, ["pull", "b.json", "back.pptx"])).exit).toBe(0);
  replies = shop.text("b.replies.json");
});
beforeEach(() => {
  writeFileSync(join(cwd, "b.json"), original);
  put(replies);
});

const put = (text: string): void => writeFileSync(join(cwd, "b.replies.json"), text);
const written = (): { replies: Reply[] } => JSON.parse(replies);
/** What `check` says of replies. */
async function open(): Promise<readonly { what: string; path: string; code: string; severity: string }[]> {
  const { out } = await cli(cwd, ["check", "b.json", "--format", "json"]);
  return JSON.parse(out).diagnostics.filter(({ code }: { code: string }) => code.startsWith("replies/"));
}

describe("replies/open", () => {
  test("is one warning with a count, who wrote it and where, until each is settled", async () => {
    const found = await open();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: "replies/open", severity: "warning" });
    expect(found[0]?.what).toBe(
      '2 replies are open: Cia on why.reasons[1].claim, "Whose claim is it?"; Ann on why.reasons[1].claim, "I ask.".',
    );
    const [first, second] = written().replies;
    await cli(cwd, ["replies", "b.json", "--answered", first?.id ?? ""]);
    expect((await open())[0]?.what).toMatch(/^1 reply is open: Ann/);
    await cli(cwd, ["replies", "b.json", "--objection", second?.id ?? ""]);
    expect(await open()).toEqual([]);
  });

  test("names the place where the words stand now, and none where they are gone", async () => {
    const moved: Bundle = JSON.parse(original);
    const [a, b, c] = REASONS;
    shop.write({ ...moved, why: { ...moved.why, reasons: [b, c, a] } });
    expect((await open())[0]?.what).toContain("Cia on why.reasons[0]");
    shop.write({ ...moved, why: { ...moved.why, reasons: [a, c] } });
    const [gone] = await open();
    expect(gone?.what).not.toContain("why.reasons");
    expect(gone?.what).toMatch(/Cia on page \d/);
  });

  test("names a few of many, in one line each, whatever they say", async () => {
    const [one] = written().replies;
    if (one === undefined) throw new Error("no reply");
    const many = Array.from({ length: 500 }, (_, n) => ({
      ...one,
      id: `r-${String(n).padStart(10, "0")}`,
      who: n === 0 ? "" : `\u001b[31mC\u202eia\n${"x".repeat(5_000)}`,
      words: "y\n".repeat(5_000),
    }));
    put(JSON.stringify({ format: 1, replies: many }));
    const [found] = await open();
    expect(found?.what).toMatch(/^500 replies are open: somebody without a name on .*and 497 more\.$/);
    expect(found?.what.length).toBeLessThan(600);
    const { out } = await cli(cwd, ["check", "b.json"]);
    for (const hidden of ["\u001b", "\u202e"]) expect(out).not.toContain(hidden);
  });

  test("is one of the warnings that build counts, and changes no byte of the deck", async () => {
    const env = { FOREDECK_CACHE_DIR: join(cwd, "cache") };
    const build = (name: string) => cli(cwd, ["build", "b.json", "-o", name], false, { env });
    const warned = await build("with.pptx");
    expect(warned.exit, warned.err).toBe(0);
    rmSync(join(cwd, "b.replies.json"));
    const silent = await build("without.pptx");
    const warnings = ({ err }: typeof warned) => Number(/(\d+) warnings? in/.exec(err)?.[1] ?? 0);
    expect(warnings(warned)).toBe(warnings(silent) + 1);
    expect(readFileSync(join(cwd, "with.pptx")).equals(readFileSync(join(cwd, "without.pptx")))).toBe(true);
  });

  test("is said by send, which sends all the same", async () => {
    const later = { ...JSON.parse(original), version: "1.1" };
    later.history.push({ version: "1.1", date: "2026-11-18", note: "The second reason is put otherwise" });
    shop.write(later);
    const { exit, err } = await shop.send("--dry-run");
    expect(exit, err).toBe(0);
    expect(err).toContain("replies/open");
  });

  test("can be turned off with a reason, as other rules", async () => {
    const because = "They are answered in the meeting";
    shop.write({ ...JSON.parse(original), rules: { "replies/open": { severity: "off", because } } });
    expect(await open()).toEqual([]);
  });

  test("gives way to a warning where the file of replies cannot be read", async () => {
    put("{");
    expect(await open()).toMatchObject([{ code: "replies/unreadable", severity: "warning" }]);
    expect((await cli(cwd, ["build", "b.json", "-o", "d.pptx", "--force"])).exit).toBe(0);
  });
});
