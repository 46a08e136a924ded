import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as messages from "../../../src/diagnostics/messages/index.ts";
import type { Reply } from "../../../src/model/replies.ts";
import { cli } from "../run.ts";
import { SENDABLE, workshop } from "../sent/bundle.ts";
import { Reader } from "./powerpoint.ts";

const shop = workshop();
const { cwd } = shop;
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const { statement } = SENDABLE.why;
const [word = ""] = /\p{L}{5,}/u.exec(statement) ?? [];
const THEIRS = statement.replace(word, "Zebras");
let original = "";
let deck: Uint8Array = new Uint8Array();
beforeAll(async () => {
  const { exit, err } = await shop.send();
  expect(exit, err).toBe(0);
  original = shop.text("b.json");
  deck = readFileSync(join(cwd, "b.sent", "1.0", "b-1.0.pptx"));
});
beforeEach(() => {
  writeFileSync(join(cwd, "b.json"), original);
  rmSync(join(cwd, "b.replies.json"), { force: true });
});

const run = (...argv: readonly string[]) => cli(cwd, argv);
const kept = (): readonly Reply[] => JSON.parse(shop.text("b.replies.json")).replies;
/** The deck as Cia saved it, with one word of the statement changed. */
const edited = (at = "2026-11-20T11:30:00Z", by = "Cia"): void => {
  const reader = new Reader(deck);
  const changed = reader.retype(reader.slideWith(statement.slice(0, 20)), word, "Zebras");
  writeFileSync(join(cwd, "back.pptx"), changed.savedBy(by, at).save());
};
const pulled = async (...argv: readonly string[]): Promise<Reply> => {
  edited();
  const { exit, err } = await run("pull", "b.json", "back.pptx", ...argv);
  expect(exit, err).toBe(0);
  const [edit] = kept();
  if (edit === undefined) throw new Error("no edit was kept");
  return edit;
};
/** What `check` says of replies. */
async function open(): Promise<string> {
  const { out } = await run("check", "b.json", "--format", "json");
  const { diagnostics }: { diagnostics: { code: string; what: string; hint: string }[] } = JSON.parse(out);
  const { what = "", hint = "" } = diagnostics.find(({ code }) => code === "replies/open") ?? {};
  return `${what} ${hint}`.trim();
}

describe("edits that pull finds", () => {
  test("are kept with who, when, both texts and the place, once, however often the deck is saved", async () => {
    const edit = await pulled();
    expect(edit).toMatchObject({
      ...{ from: "edit", who: "Cia", at: "2026-11-20T11:30:00Z", version: "1.0", status: "open" },
      ...{ was: statement, words: THEIRS, path: ["why", "statement"], page: expect.any(Number) },
    });
    expect(kept()).toHaveLength(1);
    edited("2026-11-21T08:00:00Z");
    expect((await run("pull", "b.json", "back.pptx")).exit).toBe(0);
    expect(kept()).toEqual([edit]);
    // The same from somebody else is a voice of its own.
    edited("2026-11-21T08:00:00Z", "Ann");
    const { err } = await run("pull", "b.json", "back.pptx");
    expect(err).toContain(messages.repliesKept("b.replies.json", { replies: 0, edits: 1 }));
    expect(kept().map(({ who }) => who)).toEqual(["Cia", "Ann"]);
    rmSync(join(cwd, "b.replies.json"));
    await run("pull", "b.json", "back.pptx", "--dry-run");
    expect(shop.files().filter((name) => name.includes("replies"))).toEqual([]);
  });

  test("are listed, and check warns of them until they are taken over", async () => {
    const { id } = await pulled();
    const listed = await run("replies", "b.json");
    for (const line of [id, `- ${statement}`, `+ ${THEIRS}`, messages.repliesSummary(1, 1)])
      expect(listed.out).toContain(line);
    expect(listed.out).toContain(messages.repliesMissing(["Ann"]));
    expect(await open()).toContain("Cia on why.statement proposes");
    expect(await open()).toContain(`--apply ${id}`);
    const { exit, err } = await run("replies", "b.json", "--apply", id);
    expect(exit, err).toBe(0);
    expect(parse(shop.text("b.json")).why.statement).toBe(THEIRS);
    expect(kept()[0]?.status).toBe("applied");
    expect(await open()).toBe("");
    // Later words of the author's do not bring it back.
    writeFileSync(join(cwd, "b.json"), original);
    expect(await open()).toBe("");
  });

  test("are applied by pull --apply, and by an author who writes the same", async () => {
    expect((await pulled("--apply")).status).toBe("applied");
    writeFileSync(join(cwd, "b.json"), original);
    rmSync(join(cwd, "b.replies.json"));
    await pulled();
    writeFileSync(join(cwd, "b.json"), original.replace(JSON.stringify(statement), JSON.stringify(THEIRS)));
    expect(await open()).toBe("");
    expect((await run("replies", "b.json")).out).toContain(messages.repliesSummary(0, 1));
    expect(kept()[0]?.status).toBe("applied");
    rmSync(join(cwd, "b.replies.json"));
    // Where both say the same, there is nothing to keep.
    expect((await run("pull", "b.json", "back.pptx")).exit).toBe(0);
    expect(shop.files().filter((name) => name.includes("replies"))).toEqual([]);
  });

  test("that are declined keep the reason, and are neither written nor proposed again", async () => {
    const { id } = await pulled();
    const because = "Zebras are not ferries";
    for (const argv of [
      ["--decline", id],
      ["--because", because],
      ["--decline", id, "--because", " "],
    ])
      expect((await run("replies", "b.json", ...argv)).exit).toBe(2);
    expect(kept()[0]?.status).toBe("open");
    const { exit, err } = await run("replies", "b.json", "--decline", id, "--because", because);
    expect(exit, err).toBe(0);
    expect(kept()[0]).toMatchObject({ status: "declined", because });
    expect(await open()).toBe("");
    expect((await run("replies", "b.json", "--all")).out).toContain(because);
    const again = await run("pull", "b.json", "back.pptx", "--apply");
    expect(again.out).toContain(messages.pulledDeclined(because));
    expect(again.out).toContain(
      messages.pulledSummary({ proposed: 0, conflicts: 0, figures: 0, replies: 0, others: 0 }),
    );
    expect(shop.text("b.json")).toBe(original);
    expect(kept()).toHaveLength(1);
  });

  test("are not written over what the author has written since", async () => {
    const { id } = await pulled();
    const ours = "We wrote it anew.";
    writeFileSync(join(cwd, "b.json"), original.replace(JSON.stringify(statement), JSON.stringify(ours)));
    const before = shop.text("b.json");
    const { exit, err } = await run("replies", "b.json", "--apply", id);
    expect(exit).toBe(1);
    expect(err.replace(/\s+/g, " ")).toContain(ours);
    expect(shop.text("b.json")).toBe(before);
    expect(kept()[0]?.status).toBe("open");
  });

  test("of a number that stands in several places are one, whichever white space is in them", async () => {
    const reader = new Reader(deck);
    for (const slide of reader.slides)
      for (const space of [" ", "\u00a0", "\u202f"])
        if (reader.text(slide).includes(`4${space}days`))
          reader.put(slide, reader.text(slide).replaceAll(`4${space}days`, `5${space}days`));
    writeFileSync(join(cwd, "back.pptx"), reader.save());
    const { exit, out } = await run("pull", "b.json", "back.pptx", "--json");
    expect(exit).toBe(0);
    const figures = JSON.parse(out).decks[0].others.filter(({ kind }: { kind: string }) => kind === "figure");
    const paths = new Set(figures.map(({ path }: { path: string }) => path));
    expect(figures.length).toBeGreaterThan(paths.size);
    expect(kept().filter(({ was }) => was?.replace(/\s/, " ") === "4 days")).toHaveLength(paths.size);
  });

  test("of numbers are kept with both numbers, and are left to the author", async () => {
    const reader = new Reader(deck);
    const slide = reader.slideWith("4 days");
    const back = reader.change(slide, ">4 days<", ">5 days<").savedBy("Cia", "2026-11-20T11:30:00Z");
    writeFileSync(join(cwd, "back.pptx"), back.save());
    await run("pull", "b.json", "back.pptx", "--apply");
    const [edit] = kept();
    expect(edit).toMatchObject({ from: "edit", was: "4 days", words: "5 days", status: "open" });
    expect((await run("replies", "b.json", "--apply", edit?.id ?? "")).exit).toBe(1);
    expect(shop.text("b.json")).toBe(original);
    expect((await run("replies", "b.json", "--answered", edit?.id ?? "")).exit).toBe(0);
    expect(kept()[0]?.status).toBe("answered");
  });
});

test("a file of replies as it was before edits were kept is read as it was", async () => {
  const reply = {
    ...{ id: "r-4f9a12bc03", from: "mail", who: "Cia", words: "Later?", decision: "no" },
    ...{ holdsBack: "The quota", status: "open" },
  };
  const text = `${JSON.stringify({ format: 1, replies: [reply] }, undefined, 2)}\n`;
  writeFileSync(join(cwd, "b.replies.json"), text);
  const { exit, out } = await run("replies", "b.json");
  expect(exit).toBe(0);
  expect(out).toContain("Later?");
  expect(shop.text("b.replies.json")).toBe(text);
});
