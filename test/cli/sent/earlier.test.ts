import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cli } from "../run.ts";
import { SENDABLE, type Workshop, workshop } from "./bundle.ts";

let shop: Workshop;
beforeEach(() => {
  shop = workshop();
});
afterEach(() => rmSync(shop.cwd, { recursive: true, force: true }));

const changed = (...argv: readonly string[]) => cli(shop.cwd, ["changed", "b.json", ...argv]);
const why = (days: string) => ({ ...SENDABLE.why, situation: `We answer most customers within ${days}.` });
const before = async (...argv: readonly string[]): Promise<string> =>
  JSON.parse((await changed(...argv, "--json")).out).changes[0].before;
const sentTo = (version: string, date: string, ...readers: string[]) => ({ version, date, sentTo: readers });

test("what changed is said since the version that was sent last, since one that is named, and since a reader's", async () => {
  const none = await changed();
  expect(none.exit).toBe(2);
  expect(none.err).toContain("No other version was sent");
  await shop.send();
  const history = [sentTo("1.0", "2026-11-18", "head", "cfo")];
  shop.write({ ...SENDABLE, version: "1.1", date: "2026-11-19", why: why("eight days"), history });
  expect((await shop.send("--to", "head")).exit).toBe(0);
  const now = [...history, sentTo("1.1", "2026-11-19", "head")];
  shop.write({ ...SENDABLE, version: "1.2", date: "2026-11-20", why: why("nine days"), history: now });
  expect(await before()).toContain("eight days");
  expect(await before("--for", "cfo")).toContain("a week");
  expect((await changed("--for", "head", "--json")).out).toContain('"before": "1.1"');
  expect(await before("--since", "1.0")).toContain("a week");
  expect((await changed("--since", "0.9")).err).toContain('No version "0.9" was sent');
  expect((await changed("--for", "hr")).err).toContain('was sent to "hr"');
  writeFileSync(join(shop.cwd, "b.sent/1.1/bundle.json"), "{}");
  const damaged = await changed();
  expect(damaged.exit).toBe(2);
  expect(damaged.err).toContain("b.sent/1.1/bundle.json is not as it was sent");
});

test("the deck of a later version lists what changed since the one before", async () => {
  await shop.send();
  const history = [sentTo("1.0", "2026-11-18", "head")];
  shop.write({ ...SENDABLE, version: "1.1", date: "2026-11-19", why: why("eight days"), history });
  expect((await shop.send()).exit).toBe(0);
  const told = shop.text("out/b-1.1/to-head.txt");
  expect(told).toMatch(/^Read again: .*Why/m);
  const parts = unzipSync(readFileSync(join(shop.cwd, "out/b-1.1/b-1.1.pptx")));
  const slides = Object.entries(parts).filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const words = slides.map(([, xml]) =>
    strFromU8(xml)
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " "),
  );
  expect(words.some((text) => /a week[\s\S]*eight days/.test(text))).toBe(true);
});

test("patterns do not match what was sent", async () => {
  await shop.send();
  const { out } = await cli(shop.cwd, ["check", "**/*.json", "--format", "json"]);
  expect(JSON.parse(out).bundles?.length ?? JSON.parse(out).summary).toBeDefined();
  expect(out).not.toContain("b.sent");
});
