import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
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
