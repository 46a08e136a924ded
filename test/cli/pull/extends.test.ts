import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import * as messages from "../../../src/diagnostics/messages/index.ts";
import { cli } from "../run.ts";
import { SENDABLE, workshop } from "../sent/bundle.ts";
import { Reader } from "./powerpoint.ts";

/** Bundle whose why stands in a file that it extends. */
const { why, title, ...OWN } = SENDABLE;
const shop = workshop({ extends: "common.json", title, ...OWN });
const { cwd } = shop;
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

let deck: Uint8Array = new Uint8Array();
beforeAll(async () => {
  writeFileSync(join(cwd, "common.json"), JSON.stringify({ why, organisation: "Harbour" }, undefined, 2));
  const { exit, err } = await shop.send();
  expect(exit, err).toBe(0);
  deck = readFileSync(join(cwd, "b.sent", "1.0", "b-1.0.pptx"));
});

test("words of a bundle that extends another come back to the file they stand in; only the bundle is written", async () => {
  const answer = (SENDABLE.objections ?? [])[0]?.answer ?? "";
  const [word = ""] = /\p{L}{5,}/u.exec(why.statement) ?? [];
  const [own = ""] = /\p{L}{5,}/u.exec(answer) ?? [];
  const reader = new Reader(deck);
  const changed = reader.retype(reader.slideWith(why.statement.slice(0, 20)), word, "Zebras");
  changed.retype(changed.slideWith(answer.slice(0, 20)), own, "{{Ostriches}}");
  writeFileSync(join(cwd, "back.pptx"), changed.save());
  const common = shop.text("common.json");
  const { exit, out, err } = await cli(cwd, ["pull", "b.json", "back.pptx", "--apply"]);
  expect(exit, err).toBe(0);
  expect(out).toContain(
    messages.pulledSummary({ proposed: 2, conflicts: 0, figures: 0, replies: 0, others: 0 }),
  );
  expect(err).toContain(messages.pullApplied(1, "b.json"));
  expect(err).toContain(messages.pullElsewhere(["common.json:3"]));
  expect(shop.text("common.json")).toBe(common);
  // What a reader types is no expression.
  expect(parse(shop.text("b.json")).objections[0].answer).toBe(answer.replace(own, "{ { Ostriches}}"));
});

test("a reply to words of a file that the bundle extends keeps its place there, also where they were moved", async () => {
  rmSync(join(cwd, "b.replies.json"), { force: true });
  const [, second] = why.reasons ?? [];
  const reader = new Reader(deck);
  const slide = reader.slideWith("Reason 2 of 3");
  writeFileSync(join(cwd, "back.pptx"), reader.comment(slide, "Title", "Whose claim?", "Mine.").save());
  const { exit, err } = await cli(cwd, ["pull", "b.json", "back.pptx"]);
  expect(exit, err).toBe(0);
  const open = async () => {
    const { out } = await cli(cwd, ["check", "b.json", "--format", "json"]);
    const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(out);
    return diagnostics.find(({ code }) => code === "replies/open");
  };
  expect((await open())?.what).toContain("Cia on why.reasons[1].claim");
  const common = shop.text("common.json");
  const others = (why.reasons ?? []).filter((reason) => reason !== second);
  const moved = { organisation: "Harbour", why: { ...why, reasons: [second, ...others] } };
  writeFileSync(join(cwd, "common.json"), JSON.stringify(moved, undefined, 2));
  const found = await open();
  expect(found?.what).toContain("Cia on why.reasons[0].claim");
  expect(shop.text("common.json").split("\n")[(found?.place?.line ?? 0) - 1]).toContain(second?.claim);
  expect(found?.place?.file).toBe("common.json");
  // Where the version cannot be read, the place that it had is shown, and why it may be another one.
  const kept = shop.text("b.sent", "1.0", "bundle.json");
  writeFileSync(join(cwd, "common.json"), common);
  writeFileSync(join(cwd, "b.sent", "1.0", "bundle.json"), `${kept} `);
  const { out } = await cli(cwd, ["check", "b.json"]);
  expect(out).toContain("Cia on why.reasons[1].claim");
  expect(out).toContain("b.sent/1.0/bundle.json");
  writeFileSync(join(cwd, "b.sent", "1.0", "bundle.json"), kept);
});
