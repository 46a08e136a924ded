import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as messages from "../../../src/diagnostics/messages/index.ts";
import type { Bundle } from "../../../src/model/bundle/index.ts";
import { cli } from "../run.ts";
import { SENDABLE, workshop } from "../sent/bundle.ts";
import { Reader } from "./powerpoint.ts";

const ANSWER = (SENDABLE.objections ?? [])[0]?.answer ?? "";
const CHARTED: Bundle = {
  ...SENDABLE,
  charts: [
    {
      ...{
        id: "late",
        kind: "column",
        message: "Late ferries cost us the most",
        unit: "%",
        supports: ["ask"],
      },
      ...{ period: "2026", asOf: "2026-10-01", source: SENDABLE.sources?.[0]?.id },
      data: [
        { label: "Late ferries", value: 41 },
        { label: "Fog", value: 23 },
        { label: "Ice", value: 12 },
      ],
    },
  ],
} as Bundle;
const shop = workshop(`// Ours.\n${JSON.stringify(CHARTED, undefined, 2)}\n`);
const { cwd } = shop;
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

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

const back = (file: Uint8Array | string, name = "back.pptx"): void => writeFileSync(join(cwd, name), file);
const pull = (...argv: string[]) => cli(cwd, ["pull", "b.json", ...argv]);
const pulled = async (...argv: string[]) => JSON.parse((await pull(...argv, "--json")).out);
const bundle = () => parse(shop.text("b.json"), [], { allowTrailingComma: true });
const statement = SENDABLE.why.statement;
/** A word of the statement that is long enough to stand nowhere else beside it. */
const [word = ""] = /\p{L}{5,}/u.exec(statement) ?? [];

describe("foredeck pull", () => {
  test("says of a deck that nobody changed that nothing changed", async () => {
    back(deck);
    const { exit, out, err } = await pull("back.pptx");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toContain(messages.pulledNothing);
    expect(out).toContain(
      messages.pulledSummary({ proposed: 0, conflicts: 0, figures: 0, replies: 0, others: 0 }),
    );
  });

  test("proposes words that only they changed, and writes them with --apply alone", async () => {
    const reader = new Reader(deck);
    back(reader.retype(reader.slideWith(statement.slice(0, 20)), word, "Zebras").save());
    const [found] = (await pulled("back.pptx")).decks;
    expect(found.texts).toEqual([
      expect.objectContaining({
        standing: "proposed",
        path: "why.statement",
        sent: statement,
        theirs: [statement.replace(word, "Zebras")],
      }),
    ]);
    expect(found.others).toEqual([]);
    expect(shop.text("b.json")).toBe(original);
    const { exit, err } = await pull("back.pptx", "--apply");
    expect(exit, err).toBe(0);
    expect(shop.text("b.json")).toBe(
      original.replace(JSON.stringify(statement), JSON.stringify(statement.replace(word, "Zebras"))),
    );
    expect(shop.text("b.json")).toContain("// Ours.");
    // What stands in the bundle now is nothing to decide any more.
    expect((await pulled("back.pptx")).decks[0].texts).toEqual([
      expect.objectContaining({ standing: "same" }),
    ]);
  });

  test("puts what both changed side by side, and never writes it", async () => {
    const ours = "We wrote it anew.";
    shop.write(original.replace(JSON.stringify(statement), JSON.stringify(ours)));
    const before = shop.text("b.json");
    const reader = new Reader(deck);
    back(reader.retype(reader.slideWith(statement.slice(0, 20)), word, "Zebras").save());
    const { out } = await pull("back.pptx", "--apply");
    expect(out).toContain(`- ${statement}`);
    expect(out).toContain(`+ ${statement.replace(word, "Zebras")}`);
    expect(out).toContain(`= ${ours}`);
    expect(shop.text("b.json")).toBe(before);
  });

  test("finds a text again where the bundle was put in another order, and says where it is gone", async () => {
    const objections = SENDABLE.objections ?? [];
    const reader = new Reader(deck);
    const [first = ""] = /\p{L}{5,}/u.exec(ANSWER) ?? [];
    back(reader.retype(reader.slideWith(ANSWER.slice(0, 15)), first, "Zebras").save());
    const written = bundle();
    shop.write({ ...written, objections: [...objections].reverse() });
    const [moved] = (await pulled("back.pptx")).decks[0].texts;
    expect(moved).toMatchObject({
      standing: "proposed",
      path: `objections[${objections.length - 1}].answer`,
      pathSent: "objections[0].answer",
    });
    shop.write({ ...written, objections: objections.slice(1) });
    expect((await pulled("back.pptx")).decks[0].texts).toEqual([
      expect.objectContaining({ standing: "gone", path: null }),
    ]);
  });

  test("keeps comments and their replies, each at its place, and never twice", async () => {
    const reader = new Reader(deck);
    const slide = reader.slideWith(statement.slice(0, 20));
    back(reader.comment(slide, "Title", "Is October typical?", "I will check.").save());
    const { exit, out, err } = await pull("back.pptx");
    expect(exit, err).toBe(0);
    expect(out).toContain("Is October typical?");
    const { replies } = JSON.parse(shop.text("b.replies.json"));
    expect(replies).toEqual([
      expect.objectContaining({ who: "Cia", words: "Is October typical?", status: "open", from: "comment" }),
      expect.objectContaining({ who: "Ann", words: "I will check.", answers: replies[0].id }),
    ]);
    expect(replies[0].path).toBeDefined();
    await pull("back.pptx");
    // Another program writes the same time to other digits.
    const part = reader.names.find((name) => name.includes("modernComment")) ?? "";
    back(reader.change(part, /\.000"/g, '.000000000"').save());
    await pull("back.pptx");
    back(reader.change(part, /\.000000000"/g, '"').save());
    await pull("back.pptx");
    expect(JSON.parse(shop.text("b.replies.json")).replies).toHaveLength(2);
  });

  test("tells of slides that came and went, and of shapes that moved", async () => {
    const reader = new Reader(deck);
    const gone = reader.slides.at(-1) ?? "";
    const slide = reader.slideWith(statement.slice(0, 20));
    reader.change(slide, /(name="Kicker"[\s\S]*?<a:off x=")(\d+)/, "$17654321");
    back(reader.deleteSlide(gone).addSlide("What about the ferry?").save());
    const kinds = (await pulled("back.pptx")).decks[0].others.map(
      ({ kind, text }: { kind: string; text: string }) => (kind === "slide-added" ? text : kind),
    );
    expect(kinds.sort()).toEqual(["What about the ferry?", "shape-moved", "slide-removed"]);
  });

  test("offers a changed number as a change of the value that it comes from", async () => {
    const reader = new Reader(deck);
    back(reader.change(reader.chartWith("Fog"), "<c:v>23</c:v>", "<c:v>25</c:v>").save());
    const { others } = (await pulled("back.pptx")).decks[0];
    expect(others).toEqual([
      expect.objectContaining({
        ...{ kind: "chart", standing: "figure", category: "Fog", before: 23, after: 25 },
        path: "charts[0].data[1].value",
      }),
    ]);
    await pull("back.pptx", "--apply");
    expect(shop.text("b.json")).toBe(original);
  });

  test("reads the form of a mail", async () => {
    const form = shop
      .text("out", "b-1.0", "to-cfo.txt")
      .split("\n")
      .slice(-12)
      .join("\n")
      .replace(/(Yes, no[^\n]*)\n/, "$1\nYes, if the trial ends in March\n");
    back(
      `From: Cia <cia@example.com>\r\nDate: Fri, 20 Nov 2026 08:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${form}`,
      "back.eml",
    );
    const { exit, err } = await pull("back.eml");
    expect(exit, err).toBe(0);
    expect(JSON.parse(shop.text("b.replies.json")).replies).toEqual([
      expect.objectContaining({ from: "mail", who: "Cia", decision: "if", version: "1.0", status: "open" }),
    ]);
  });

  test("keeps all that a mail says, and makes an objection of what holds its writer back", async () => {
    const form = shop
      .text("out", "b-1.0", "to-cfo.txt")
      .replace(/(Yes, no[^\n]*)\n/, "$1\nYes, if the trial ends in March\n")
      .replace(/(What holds you back[^\n]*)\n/, "$1\nNobody knows the price\n")
      .replace(/^/gm, "> ")
      .replace(/^> (Yes, if|Nobody knows)/gm, "$1");
    back(
      `From: Cia <cia@example.com>\r\nDate: Fri, 20 Nov 2026 08:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDear Bo, gladly.\n\n${form}`,
      "back.eml",
    );
    await pull("back.eml");
    const [reply] = JSON.parse(shop.text("b.replies.json")).replies;
    expect(reply).toMatchObject({
      ...{ words: "Dear Bo, gladly.\nYes, if the trial ends in March", decision: "if" },
      holdsBack: "Nobody knows the price",
    });
    expect((await cli(cwd, ["replies", "b.json", "--objection", reply.id])).exit).toBe(0);
    expect(bundle().objections.at(-1)).toMatchObject({ objection: "Nobody knows the price", from: "cfo" });
  });

  test("reads a mail that is HTML alone, in any letters, down to what it quotes", async () => {
    const html =
      "<h1>Kyll&auml;</h1><p>Jos kokeilu p&auml;&auml;ttyy<br>maaliskuussa &mdash; <a href='https://a.example'>n&auml;in</a>.</p><blockquote><p>What did you ask?</p></blockquote>";
    back(
      `From: Cia <cia@example.com>\r\nDate: Fri, 20 Nov 2026 08:00:00 +0200\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`,
      "back.eml",
    );
    expect((await pull("back.eml")).exit).toBe(0);
    const [{ words }] = JSON.parse(shop.text("b.replies.json")).replies;
    expect(words.replaceAll(/\s+/g, " ")).toBe("Kyllä Jos kokeilu päättyy maaliskuussa — näin.");
  });

  test("refuses what was not sent from this bundle, with a way on", async () => {
    const reader = new Reader(deck);
    back(
      reader
        .change(
          "docProps/custom.xml",
          /[\s\S]+/,
          '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
        )
        .save(),
    );
    const { exit, err } = await pull("back.pptx");
    expect(exit).toBe(2);
    expect(err).toContain("pull/unknown");
    expect(err).toContain("--sent 1.0");
    expect((await pull("back.pptx", "--sent", "1.0")).exit).toBe(0);
    expect((await pull("back.pptx", "--sent", "0.9")).err).toContain("pull/version");
    back("no deck at all", "back.pptx");
    expect((await pull("nowhere.pptx")).err).toContain("pull/unreadable");
  });

  test("refuses a deck that declares a document type, reads nothing beside it, and says so", async () => {
    const reader = new Reader(deck);
    const [slide = ""] = reader.slides;
    const declared = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>';
    back(reader.change(slide, /\?>/, `?>${declared}`).save());
    const { exit, out, err } = await pull("back.pptx");
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain("declares a document type");
  });

  test("refuses the mark of a deck that was not sent, however alike the decks are", async () => {
    const reader = new Reader(deck);
    const mark = /[0-9a-f]{64}/.exec(reader.text("docProps/custom.xml"))?.[0] ?? "";
    back(reader.change("docProps/custom.xml", mark, mark.replace(/./g, "0")).save());
    expect((await pull("back.pptx")).err).toContain("pull/unknown");
  });

  test("keeps thousands of comments, a long one among them, as they are", async () => {
    const reader = new Reader(deck);
    reader.comment(reader.slideWith(statement.slice(0, 20)), "Title", "x".repeat(200_000), "I will check.");
    const part = reader.names.find((name) => name.includes("modernComment")) ?? "";
    const [one = ""] = /<p188:cm [\s\S]*<\/p188:cm>/.exec(reader.text(part)) ?? [];
    const short = one.replace("x".repeat(200_000), "Why?");
    const many = Array.from({ length: 2_000 }, (_, n) => short.replace("Why?", `Why ${n}?`)).join("");
    back(reader.change(part, one, one + many).save());
    const { exit, err } = await pull("back.pptx");
    expect(exit, err).toBe(0);
    const { replies } = JSON.parse(shop.text("b.replies.json"));
    // The reply of each is the same words of the same person at the same time: one.
    expect(replies).toHaveLength(2_002);
    expect(replies[0].words).toHaveLength(200_000);
  });

  test("takes nothing of a mail's headers or markup for more than words", async () => {
    const html = "<html><body><p>Yes <b>please</b></p><script>alert(1)</script></body></html>";
    back(
      `From: "Cia\u001b[31m" <cia@example.com>\r\nDate: Fri, 20 Nov 2026 08:00:00 +0200\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`,
      "back.eml",
    );
    const { exit, out } = await pull("back.eml");
    expect(exit).toBe(0);
    expect(out).not.toContain("\u001b");
    expect(JSON.parse(shop.text("b.replies.json")).replies[0].words).toBe("Yes please");
  });

  test("writes nothing with --dry-run", async () => {
    const reader = new Reader(deck);
    const slide = reader.slideWith(statement.slice(0, 20));
    back(reader.retype(slide, word, "Zebras").comment(slide, "Title", "Why?", "So.").save());
    const files = shop.files();
    await pull("back.pptx", "--apply", "--dry-run");
    expect(shop.files()).toEqual(files);
    expect(shop.text("b.json")).toBe(original);
  });
});

describe("foredeck replies", () => {
  const replies = (...argv: string[]) => cli(cwd, ["replies", "b.json", ...argv]);

  test("says who has not answered", async () => {
    const { exit, out } = await replies();
    expect(exit).toBe(0);
    expect(out).toContain(messages.repliesNone);
    expect(out).toContain(messages.repliesMissing(["Ann", "Cia"]));
  });

  test("lists what is open, makes an objection of it in the words of who raised it, and closes the rest", async () => {
    const reader = new Reader(deck);
    back(
      reader
        .comment(reader.slideWith(statement.slice(0, 20)), "Title", "Is October typical?", "I will check.")
        .save(),
    );
    await pull("back.pptx");
    const [first, second] = JSON.parse(shop.text("b.replies.json")).replies;
    expect((await replies()).out).toContain("Is October typical?");
    const { exit, err } = await replies("--objection", first.id, "--answered", second.id);
    expect(exit, err).toBe(0);
    expect(bundle().objections.at(-1)).toMatchObject({
      objection: "Is October typical?",
      from: "cfo",
      raised: "2026-11-20",
    });
    expect(shop.text("b.json")).toContain("// Ours.");
    expect((await replies()).out).toContain(messages.repliesSummary(0, 2));
    expect((await replies("--all")).out).toContain("Is October typical?");
    expect((await replies("--answered", "r-0000000000")).exit).toBe(2);
  });

  test("refuses a file of replies that somebody broke", async () => {
    writeFileSync(join(cwd, "b.replies.json"), "{");
    const { exit, err } = await replies();
    expect(exit).toBe(2);
    expect(err).toContain("replies/unreadable");
  });
});
