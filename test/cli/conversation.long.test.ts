import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { parse } from "jsonc-parser";
import { afterAll, expect, test } from "vitest";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { Reader } from "./pull/powerpoint.ts";
import { cli, type Ran } from "./run.ts";
import { PRIVATE, SENDABLE, workshop } from "./sent/bundle.ts";

/**
 * The whole conversation about one deck, by the command line alone, each test a step of it: sent, answered by three readers
 * while its author writes on, pulled, sent again, decided against, and opened anew.
 */
const CHART = {
  ...{ id: "causes", kind: "column", message: "Late ferries cost us the most", unit: "%" },
  ...{ supports: ["ask"], period: "2026", asOf: "2026-10-01", source: "s" },
  data: [
    { label: "Late ferries", value: 41 },
    { label: "Fog", value: 23 },
    { label: "Ice", value: 12 },
  ],
};
const WRITTEN = `{
  // The paper of the board in December.
${JSON.stringify({ ...SENDABLE, charts: [CHART] }, undefined, 2)
  .slice(2)
  // As people lay it out: a comment behind a line, and a trailing comma.
  .replace('"purpose": "decide",', '"purpose": "decide", // and not to inform')
  .replace(/\n\}$/, ",\n}\n")}`;

const shop = workshop(WRITTEN);
const { cwd } = shop;
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const run = (...argv: readonly string[]): Promise<Ran> => cli(cwd, argv);
const json = async (...argv: readonly string[]) => {
  const { exit, out, err } = await run(...argv, "--json");
  expect(exit, err).toBe(0);
  return JSON.parse(out);
};
const deckAt = (...path: readonly string[]): Uint8Array => new Uint8Array(readFileSync(join(cwd, ...path)));
const bundle = () => parse(shop.text("b.json"), [], { allowTrailingComma: true });
/** Changes of the author's in the file. */
const write = (...changes: readonly (readonly [from: string, to: string])[]): void => {
  let text = shop.text("b.json");
  for (const [from, to] of changes) {
    expect(text.split(from), from).toHaveLength(2);
    text = text.replace(from, () => to);
  }
  shop.write(text);
};
/** Digests of all files of a folder. */
const print = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    shop
      .files(folder)
      .map((name) => [name, createHash("sha256").update(deckAt(folder, name)).digest("hex")] as const),
  );
const wordsOn = (deck: Uint8Array): readonly string[] =>
  new Reader(deck).slides.map((name) =>
    new Reader(deck)
      .text(name)
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " "),
  );

const SITUATION = "We answer most customers within a week.";
const FIRST = { kept: {} as Readonly<Record<string, string>>, written: "" };

test("a bundle is checked, built, and sent as its first version", async () => {
  const checked = await run("check", "b.json");
  expect(checked.exit, checked.out).toBe(0);
  expect((await run("build", "b.json")).exit).toBe(0);
  const sent = await json("send", "b.json");
  expect(sent).toMatchObject({ state: "frozen", version: "1.0", folder: "b.sent/1.0" });
  expect(sent.mails.map(({ reader }: { reader: string }) => reader)).toEqual(["head", "cfo"]);
  // What mails carry is what is kept.
  expect(print("out/b-1.0")["b-1.0.pptx"]).toBe(print("b.sent")["1.0/b-1.0.pptx"]);
  expect(bundle().history).toEqual([{ version: "1.0", date: "2026-11-18", sentTo: ["head", "cfo"] }]);
  FIRST.written = shop.text("b.json");
  expect(FIRST.written).toContain("// and not to inform");
  FIRST.kept = print("b.sent");
  expect(await json("send", "b.json")).toMatchObject({ state: "unchanged" });
  expect((await run("replies", "b.json")).out).toContain(messages.repliesMissing(["Ann", "Cia"]));
  expect(print("b.sent")).toEqual(FIRST.kept);
});

/** What the second reader did to the deck in PowerPoint. */
function returned(): Uint8Array {
  const reader = new Reader(deckAt("b.sent/1.0/b-1.0.pptx"));
  const [why, late] = [reader.slideWith(SITUATION), reader.slideWith("Reason 1 of 3")];
  const next = reader.slideWith("Name the team");
  const gone = reader.slides.at(-1) ?? "";
  return reader
    .retype(why, "most customers", "nearly all customers")
    .retype(next, "Name the team", "Name the team and its lead")
    .retype(reader.slideWith("The roadmap is frozen"), "frozen on", "closed on")
    .retype(late, "They take four days", "They take four whole days")
    .change(reader.notesOf(late), "They take four days.", "They take four whole days.")
    .change(reader.slideWith(">4 days<"), ">4 days<", ">5 days<")
    .number(reader.chartWith("Fog"), 23, 25)
    .move(why, "Card 4", 400_000, 0)
    .addSlide("What of those who never ask?")
    .deleteSlide(gone)
    .threads(why, [
      {
        ...{ by: "Cia", at: "2026-11-20T09:15:00.000", shape: "Lead 1", text: "Is October typical?" },
        replies: [{ by: "Ann", at: "2026-11-20T10:00:00.000", text: "I will check." }],
      },
      { by: "Cia", at: "2026-11-20T09:20:00.000", shape: "Lead 3", words: [4, 7], text: "Which roadmap?" },
    ])
    .threads(next, [
      { by: "Dan", at: "2026-11-20T11:00:00.000", text: "Agreed in the team.", status: "resolved" },
    ])
    .savedBy("Cia", "2026-11-20T11:30:00Z")
    .save();
}

const texts = (decks: readonly { texts: readonly { standing: string; path: string; theirs: unknown }[] }[]) =>
  Object.fromEntries(
    (decks[0]?.texts ?? []).map(({ standing, path, theirs }) => [path, [standing, theirs]] as const),
  );

test("decks and mails that came back are told of by place, and nothing is applied unasked", async () => {
  // Meanwhile the author wrote on: one of the sentences that the reader changed, a list in another order, a new text.
  write(
    ["The roadmap is frozen on 15 January 2027.", "The roadmap is frozen on 22 January 2027."],
    ['"It is late",\n      "likelihood": 3', '"It is later still",\n      "likelihood": 3'],
    ["They say so.", "They say so daily."],
  );
  const written = shop.text("b.json");
  writeFileSync(join(cwd, "back.pptx"), returned());
  const form = shop.text("out/b-1.0/to-head.txt").split("\n").slice(-12).join("\n");
  writeFileSync(
    join(cwd, "back.eml"),
    `From: Ann <ann@example.org>\r\nDate: Sat, 21 Nov 2026 08:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${form.replace(/(Yes, no[^\n]*)\n/, "$1\nYes, if the trial ends in March\n")}`,
  );
  const pulled = await json("pull", "b.json", "back.pptx", "back.eml", "--dry-run");
  expect(pulled.decks[0]).toMatchObject({
    version: "1.0",
    by: { person: "Cia", program: expect.stringContaining("PowerPoint") },
  });
  expect(texts(pulled.decks)).toEqual({
    "why.situation": ["proposed", ["We answer nearly all customers within a week."]],
    "why.now": ["conflict", ["The roadmap is closed on 15 January 2027."]],
    "why.reasons[0].because": ["proposed", ["They take four whole days."]],
    "plan.next[0].what": ["proposed", ["Name the team and its lead"]],
  });
  const others = pulled.decks[0].others as readonly Readonly<Record<string, unknown>>[];
  expect(others.filter(({ kind }) => kind !== "comment")).toEqual([
    expect.objectContaining({
      kind: "figure",
      before: "4 days",
      after: "5 days",
      path: "metrics[0].values[0].value",
    }),
    expect.objectContaining({ kind: "shape-moved", shape: "Card 4" }),
    expect.objectContaining({
      kind: "chart",
      category: "Fog",
      before: 23,
      after: 25,
      path: "charts[0].data[1].value",
    }),
    expect.objectContaining({ kind: "slide-added", text: "What of those who never ask?" }),
    expect.objectContaining({ kind: "slide-removed" }),
  ]);
  expect(pulled.applied).toEqual([]);
  const from = (kind: string) => pulled.replies.filter((one: { from: string }) => one.from === kind);
  expect([from("comment"), from("mail"), from("edit")].map(({ length }) => length)).toEqual([4, 1, 7]);
  // Not a byte of the bundle, of what was sent or beside them.
  expect(shop.text("b.json")).toBe(written);
  expect(print("b.sent")).toEqual(FIRST.kept);
  expect(shop.files().filter((name) => name.includes("replies"))).toEqual([]);
});

test("texts that only the reader changed are written when asked for, each in its own place", async () => {
  const before = shop.text("b.json");
  const { exit, err } = await run("pull", "b.json", "back.pptx", "back.eml", "--apply");
  expect(exit, err).toBe(0);
  const after = shop.text("b.json");
  expect(after).toBe(
    before
      .replace("answer most customers", "answer nearly all customers")
      .replace("They take four days.", "They take four whole days.")
      .replace('"Name the team"', '"Name the team and its lead"'),
  );
  expect(after).not.toBe(before);
  expect(print("b.sent")).toEqual(FIRST.kept);
  const { replies } = JSON.parse(shop.text("b.replies.json"));
  expect(replies.slice(0, 5)).toMatchObject([
    {
      who: "Cia",
      words: "Is October typical?",
      path: ["why", "situation"],
      status: "open",
      at: "2026-11-20T09:15:00",
    },
    { who: "Ann", words: "I will check.", answers: replies[0].id, status: "open" },
    { who: "Cia", words: "Which roadmap?", path: ["why", "now"], quoted: "roadmap", status: "open" },
    { who: "Dan", words: "Agreed in the team.", status: "answered" },
    { from: "mail", who: "Ann", decision: "if", words: "Yes, if the trial ends in March", version: "1.0" },
  ]);
  const edit = { from: "edit", who: "Cia", at: "2026-11-20T11:30:00Z", version: "1.0" };
  expect(replies.slice(5)).toMatchObject(
    [
      { was: SITUATION, words: "We answer nearly all customers within a week.", status: "applied" },
      { path: ["why", "now"], words: "The roadmap is closed on 15 January 2027.", status: "open" },
      { path: ["why", "reasons", 0, "because"], status: "applied" },
      { path: ["plan", "next", 0, "what"], words: "Name the team and its lead", status: "applied" },
      { was: "4 days", words: "5 days", status: "open" },
      { path: ["charts", 0, "data", 1, "value"], was: "23", words: "25", status: "open" },
      { words: "What of those who never ask?", status: "open" },
    ].map((one) => ({ ...edit, ...one })),
  );
  // The same files once more bring nothing new.
  expect((await json("pull", "b.json", "back.pptx", "back.eml", "--apply")).replies).toEqual([]);
  expect(shop.text("b.json")).toBe(after);
});

test("a reply becomes an objection, and others are closed", async () => {
  const { replies } = JSON.parse(shop.text("b.replies.json"));
  const [typical, check, roadmap, , mail, , frozen] = replies.map(({ id }: { id: string }) => id);
  const listed = await run("replies", "b.json");
  expect(listed.out).not.toContain(messages.repliesMissing(["Ann", "Cia"]));
  expect(listed.exit).toBe(0);
  expect(listed.out).not.toContain("Agreed in the team.");
  const made = await run("replies", "b.json", "--objection", typical, "--answered", `${check},${mail}`);
  expect(made.exit, made.err).toBe(0);
  expect(bundle().objections).toHaveLength(4);
  expect(bundle().objections[3]).toMatchObject({
    ...{ id: "raised-1", objection: "Is October typical?", from: "cfo", raised: "2026-11-20" },
    answer: expect.stringContaining("TODO"),
  });
  expect((await json("replies", "b.json")).replies.map(({ status }: { status: string }) => status)).toEqual([
    ...["objection", "answered", "open", "answered", "answered"],
    ...["applied", "open", "applied", "applied", "open", "open", "open"],
  ]);
  // What both changed is not written by itself, and what is declined keeps its reason.
  expect((await run("replies", "b.json", "--apply", frozen)).exit).toBe(1);
  const because = "The 22nd is what the board decided";
  expect((await run("replies", "b.json", "--decline", frozen)).exit).toBe(2);
  expect((await run("replies", "b.json", "--decline", frozen, "--because", because)).exit).toBe(0);
  expect(JSON.parse(shop.text("b.replies.json")).replies[6]).toMatchObject({ status: "declined", because });
  expect((await run("replies", "b.json")).out).toContain(roadmap);
  // A deck with an answer that is still to be written does not go out as final.
  expect((await run("check", "b.json")).exit).toBe(1);
  expect((await run("send", "b.json")).exit).toBe(1);
  expect(print("b.sent")).toEqual(FIRST.kept);
});

test("the author answers, and the next version says what has changed since", async () => {
  const { id, answer } = bundle().objections[3];
  expect(id).toBe("raised-1");
  const entry = '"sentTo": ["head", "cfo"] }';
  write(
    ['"version": "1.0",\n  "contact"', '"version": "1.1",\n  "contact"'],
    ['"date": "2026-11-18",\n', '"date": "2026-11-24",\n'],
    [
      JSON.stringify(answer),
      '"October was as September was.",\n      "evidence": ["wait"],\n      "attacks": ["ask"],\n      "owner": "lead"',
    ],
    ['"label": "Fog",\n          "value": 23', '"label": "Fog",\n          "value": 25'],
    [entry, `${entry},\n    { "version": "1.1", "date": "2026-11-24", "note": "Fog was counted again" }`],
  );
  const { before, now, changes, pages } = await json("changed", "b.json");
  expect([before, now]).toEqual(["1.0", "1.1"]);
  expect(
    Object.fromEntries(changes.map(({ path, way }: { path: string; way: string }) => [path, way])),
  ).toEqual({
    "why.situation": "reworded",
    "why.now": "changed",
    "why.reasons[0].because": "reworded",
    "why.reasons[2].because": "reworded",
    "plan.next[0].what": "reworded",
    "risks[0].risk": "reworded",
    "charts[0].data[1].value": "changed",
    "objections[3]": "added",
  });
  expect(pages.changed.map(({ id: page }: { id: string }) => page)).toEqual(
    expect.arrayContaining(["why", "evidence-causes", "next"]),
  );
  expect((await json("changed", "b.json", "--for", "cfo")).before).toBe("1.0");
  const checked = await run("check", "b.json");
  expect(checked.exit, checked.out).toBe(0);
  // A number that was changed by hand as the reader wants it is not open any more.
  expect(checked.out).not.toContain("charts[0].data[1]");
  expect((await run("build", "b.json")).exit).toBe(0);
  const slides = wordsOn(deckAt("out/b.pptx"));
  const page = slides.find((text) => text.includes("nearly all") && text.includes("Fog was counted again"));
  expect(page, slides.join("\n")).toBeDefined();
});

test("the second version is sent beside the first one, which stays as it was", async () => {
  const sent = await json("send", "b.json");
  expect(sent).toMatchObject({ state: "frozen", version: "1.1" });
  expect(print("b.sent")).toMatchObject(FIRST.kept);
  expect(shop.text("out/b-1.1/to-cfo.txt")).toMatch(/^Read again: .*Why/m);
  expect(bundle().history).toEqual([
    { version: "1.0", date: "2026-11-18", sentTo: ["head", "cfo"] },
    { version: "1.1", date: "2026-11-24", sentTo: ["head", "cfo"], note: "Fog was counted again" },
  ]);
  // An answer to the first version that comes late still finds the version that it is about.
  const late = await json("pull", "b.json", "back.pptx");
  expect(late.decks[0].version).toBe("1.0");
  expect(texts(late.decks)).toMatchObject({ "why.situation": ["same", expect.anything()] });
  expect(late.decks[0].others).toContainEqual(
    expect.objectContaining({ kind: "chart", path: "charts[0].data[1].value" }),
  );
  writeFileSync(join(cwd, "back.pptx"), deckAt("b.sent/1.1/b-1.1.pptx"));
  expect((await json("pull", "b.json", "back.pptx")).decks[0]).toMatchObject({
    ...{ version: "1.1", texts: [], others: [] },
  });
});

test("a no is recorded, those who helped are thanked, and the next version opens with its reasons", async () => {
  expect((await run("record", "b.json")).exit).toBe(1);
  write([
    '"version": "1.1",\n  "contact"',
    '"version": "1.1",\n  "decided": { "result": "no", "date": "2026-12-04", "reasons": [{ "reason": "The trial is too small", "from": "cfo" }] },\n  "contact"',
  ]);
  const record = await json("record", "b.json");
  // What was decided changes nothing that was sent.
  expect(await json("send", "b.json")).toMatchObject({ state: "unchanged" });
  expect(record).toMatchObject({ status: "rejected", result: "no", version: "1.1", date: "2026-12-04" });
  expect((await run("record", "b.json", "-o", "record.md")).exit).toBe(0);
  expect(shop.text("record.md")).toContain("The trial is too small");
  const { notes } = await json("thanks", "b.json");
  expect(notes.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(["head", "cfo"]));
  const before = shop.text("b.json");
  expect((await run("next", "b.json", "--dry-run")).out).toContain("The trial is too small");
  expect(shop.text("b.json")).toBe(before);
  expect((await run("next", "b.json")).exit).toBe(0);
  const opened = bundle();
  expect(opened).toMatchObject({ version: "1.2", status: "draft" });
  expect(opened.decided).toBeUndefined();
  expect(opened.objections.at(-1)).toMatchObject({
    ...{ objection: "The trial is too small", from: "cfo", raised: "2026-12-04" },
  });
  expect(shop.text("b.json")).toContain("// and not to inform");
  // Thanks that are written after the next version was opened tell of the same decision.
  const later = await json("thanks", "b.json");
  expect(later.notes.map(({ came }: { came: unknown }) => came)).toEqual(
    notes.map(({ came }: { came: unknown }) => came),
  );
  expect((await json("changed", "b.json")).before).toBe("1.1");
  expect(print("b.sent")).toMatchObject(FIRST.kept);
});

test("nothing that leaves the house holds what only the author may read", () => {
  const leaves = shop.files("out").map((name) => `out/${name}`);
  expect(leaves.length).toBeGreaterThan(12);
  for (const name of leaves) {
    const bytes = deckAt(name);
    const parts = name.endsWith(".pptx") ? Object.values(unzipSync(bytes)) : [bytes];
    for (const part of parts)
      for (const [what, words] of Object.entries(PRIVATE))
        expect([name, what, strFromU8(part, true).includes(words)]).toEqual([name, what, false]);
  }
});
