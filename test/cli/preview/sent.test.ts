import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sentAndDecided, sentDeck } from "../../../src/cli/sent/panel.ts";
import { nextSteps } from "../../../src/cli/sent/steps.ts";
import { createNodeHost } from "../../../src/host/node.ts";
import type { Bundle } from "../../../src/model/bundle/index.ts";
import { Reader } from "../pull/powerpoint.ts";
import { cli } from "../run.ts";
import { PRIVATE, SENDABLE, workshop } from "../sent/bundle.ts";

const shop = workshop({
  ...SENDABLE,
  editions: [{ id: "short", for: ["cfo"], leave: ["voices"] }],
});
const { cwd } = shop;
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const host = createNodeHost();
const found = () => sentAndDecided("b.json", host, cwd);
const commands = async () => (await found()).steps.flatMap(({ command }) => command ?? []);

let sent: Bundle;
test("before anything was sent, there is nothing but the way to send it", async () => {
  const { versions, readers, changes, decision, unknown } = await found();
  expect({ versions, readers, changes, decision, unknown }).toEqual({
    ...{ versions: [], readers: [], changes: undefined, decision: [], unknown: [] },
  });
  expect(await commands()).toEqual(["foredeck send b.json --dry-run", "foredeck send b.json"]);
});

describe("once a version was sent", () => {
  beforeAll(async () => {
    const { exit, err } = await shop.send();
    expect(exit, err).toBe(0);
    sent = JSON.parse(shop.text("b.json"));
  });
  beforeEach(() => {
    shop.write(sent);
    rmSync(join(cwd, "b.replies.json"), { force: true });
  });

  test("it stands with its day, its readers, their editions and its decks, which can be had as they were sent", async () => {
    const { versions, readers, changes } = await found();
    expect(versions).toMatchObject([
      { version: "1.0", date: SENDABLE.date, readers: ["Ann", "Cia (edition short)"] },
    ]);
    expect(readers).toEqual([{ name: "Ann" }, { name: "Cia" }]);
    expect(changes).toMatchObject({ asSent: "1.0", groups: [] });
    const decks = versions[0]?.decks ?? [];
    expect(decks.map(({ file }) => file)).toEqual(["b-1.0.pptx", "b-1.0-brief.pdf", "b-1.0-short.pptx"]);
    for (const { file, href } of decks) {
      expect(href).toBe(`deck/1.0/${file}`);
      const deck = await sentDeck("b.json", ["1.0", file], cwd);
      expect(deck?.bytes).toEqual(new Uint8Array(readFileSync(join(cwd, "b.sent", "1.0", file))));
    }
    for (const [version, file] of [
      ["1.0", "bundle.json"],
      ["1.0", "manifest.json"],
      ["1.0", "../../b.json"],
      ["objects", "b-1.0.pptx"],
      ["..", "b.json"],
    ] as const)
      expect(await sentDeck("b.json", [version, file], cwd), file).toBeUndefined();
  });

  test("changes are those of foredeck changed, each with its slides, and none that readers do not see", async () => {
    const [first, ...others] = sent.stakeholders ?? [];
    shop.write({
      ...sent,
      why: { ...sent.why, statement: "Customers leave, and nobody has asked them why." },
      stakeholders: [{ ...first, concern: "Would rather buy ferries" }, ...others],
    });
    const { changes, steps } = await found();
    const printed = (await cli(cwd, ["changed", "b.json", "--since", "1.0"])).out;
    for (const { what } of changes?.groups.flatMap((group) => group.changes) ?? [])
      expect(printed).toContain(what);
    const [change] = changes?.groups[0]?.changes ?? [];
    expect(change?.pages).toContain("why");
    expect(change?.pieces.map(({ way }) => way)).toEqual(expect.arrayContaining(["added", "removed"]));
    expect(changes?.unseen).toBeGreaterThan(0);
    const all = JSON.stringify(await found());
    for (const words of [...Object.values(PRIVATE), "Would rather buy ferries"])
      expect(all).not.toContain(words);
    expect(steps.map(({ command }) => command)).toEqual([
      "foredeck pull b.json returned.pptx reply.eml",
      undefined,
      "foredeck send b.json",
      "foredeck record b.json -o decision.md",
    ]);
  });

  test("readers stand with what they have said, whichever way their name is written", async () => {
    const reader = new Reader(readFileSync(join(cwd, "b.sent", "1.0", "b-1.0.pptx")));
    const slide = reader.slideWith("Reason 2 of 3");
    const deck = reader.comment(slide, "Title", "Whose claim is it?", "I ask.");
    writeFileSync(join(cwd, "back.pptx"), deck.save());
    writeFileSync(
      join(cwd, "reply.eml"),
      "From: C. at the desk <cia@example.com>\r\nDate: Sat, 21 Nov 2026 08:00:00 +0200\r\n\r\n1. Yes, no, or yes, if …?\r\n\r\nNo\r\n",
    );
    const { exit, err } = await cli(cwd, ["pull", "b.json", "back.pptx", "reply.eml"]);
    expect(exit, err).toBe(0);
    const { readers, steps } = await found();
    expect(readers).toEqual([
      { name: "Ann", said: "1 comment; last on 2026-11-20" },
      { name: "Cia", said: "no; 1 mail, 1 comment; last on 2026-11-21" },
    ]);
    expect(steps.map(({ command }) => command)).toContain("foredeck replies b.json");
    expect((await cli(cwd, ["replies", "b.json"])).out).not.toContain("No reply from");
  });

  test("a decision stands with its facts, and what follows from it", async () => {
    const decided = {
      ...{ result: "no", date: "2026-12-05", reasons: [{ reason: "The trial is too small", from: "cfo" }] },
      lessons: ["Ask finance first"],
    };
    shop.write({ ...sent, decided });
    const { decision } = await found();
    expect(decision.map(({ name }) => name)).toEqual([
      ...["Result", "Decided by", "On", "Version", "Because", "Learned"],
    ]);
    expect(JSON.stringify(decision)).toContain("The trial is too small");
    expect(await commands()).toEqual([
      "foredeck record b.json -o decision.md",
      "foredeck thanks b.json",
      "foredeck next b.json --dry-run",
      "foredeck next b.json",
    ]);
    expect((await cli(cwd, ["next", "b.json"])).exit).toBe(0);
    const after = await found();
    expect(after.decision).toEqual([]);
    expect(after.versions[0]?.decided).toBe("No, 2026-12-05");
  });

  test("a version that is not as it was sent is said, and its decks are not given; so is a broken bundle", async () => {
    const path = join(cwd, "b.sent", "1.0", "b-1.0.pptx");
    const bytes = readFileSync(path);
    writeFileSync(path, "another deck");
    const { versions, unknown } = await found();
    expect(versions).toEqual([]);
    expect(unknown.join(" ")).toContain("b-1.0.pptx");
    expect(await sentDeck("b.json", ["1.0", "b-1.0.pptx"], cwd)).toBeUndefined();
    writeFileSync(path, bytes);
    shop.write("{");
    const broken = await found();
    expect(broken.versions).toHaveLength(1);
    expect(broken.unknown.length).toBeGreaterThan(0);
    expect(broken.steps).toEqual([]);
  });
});

test("commands hold the name of the file as one word, whatever is in it", () => {
  const first = (file: string) =>
    nextSteps({
      file,
      sent: [],
      changes: 0,
      open: 0,
      bundle: { version: "1", date: "d", status: "final" },
    })[0];
  expect(first("my plan.json")?.command).toBe('foredeck send "my plan.json" --dry-run');
  expect(first("-plan.json")?.command).toBe("foredeck send ./-plan.json --dry-run");
  expect(first("$(reboot)'.json")?.command).toBe("foredeck send '$(reboot)'\\''.json' --dry-run");
});
