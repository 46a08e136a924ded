import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sameFigures } from "../../../src/cli/check/same-figures.ts";
import { compile } from "../../../src/library.ts";
import type { Bundle } from "../../../src/model/bundle/index.ts";
import { Reader } from "../pull/powerpoint.ts";
import { cli } from "../run.ts";
import { SENDABLE, workshop } from "./bundle.ts";

const EDITIONS: Bundle["editions"] = [
  { id: "money", for: ["cfo"], lead: ["options"], leave: ["people"] },
  { id: "sheet", for: ["hr", "cfo"], detail: "brief" },
  { id: "suomeksi", locale: "fi-FI" },
];
const shop = workshop({ ...SENDABLE, editions: EDITIONS });
afterAll(() => rmSync(shop.cwd, { recursive: true, force: true }));

let dry = "";
let sent: { mails: readonly Record<string, unknown>[]; decks: readonly Record<string, unknown>[] };
beforeAll(async () => {
  dry = (await shop.send("--dry-run")).out;
  const { exit, out, err } = await shop.send("--json");
  expect(exit, err).toBe(0);
  sent = JSON.parse(out);
});

/** Names of what the mail to a reader carries. */
async function carried(reader: string): Promise<readonly string[]> {
  const mail = await PostalMime.parse(readFileSync(join(shop.cwd, "out", "b-1.0", `to-${reader}.eml`)));
  return mail.attachments.map(({ filename }) => filename ?? "");
}
const deckOf = (name: string) => new Reader(readFileSync(join(shop.cwd, "b.sent", "1.0", name)));

describe("foredeck send of a bundle with editions", () => {
  test("gives each reader the first edition that is for them, and the deck to the others", async () => {
    expect(await carried("cfo")).toEqual(["b-1.0-money.pptx", "dates.ics"]);
    expect(await carried("head")).toEqual(["b-1.0.pptx", "b-1.0-brief.pdf", "dates.ics"]);
    expect(sent.mails).toMatchObject([
      { reader: "head", edition: null, attachments: ["b-1.0.pptx", "b-1.0-brief.pdf", "dates.ics"] },
      { reader: "cfo", edition: "money", attachments: ["b-1.0-money.pptx", "dates.ics"] },
    ]);
    const text = shop.text("out", "b-1.0", "to-cfo.txt");
    expect(text).toContain("b-1.0-money.pptx");
    expect(text).not.toContain("b-1.0.pptx");
  });

  test("keeps the deck of each edition that is for somebody, once, with the map of its words", () => {
    expect(sent.decks.map(({ file, edition }) => [file, edition])).toEqual([
      ["b-1.0.pptx", undefined],
      ["b-1.0-brief.pdf", "brief"],
      ["b-1.0-money.pptx", "money"],
      ["b-1.0-sheet.pdf", "sheet"],
    ]);
    const names = shop.files("b.sent/1.0");
    for (const name of ["b-1.0-money.pptx", "b-1.0-sheet.pdf", "map.json", "map-money.json"])
      expect(names.filter((each) => each === name)).toHaveLength(1);
  });

  test("leaves out of their deck what the edition leaves out", () => {
    const all = (deck: Reader) => deck.slides.map((slide) => deck.text(slide)).join("");
    expect(all(deckOf("b-1.0.pptx"))).toContain("Who we talked to");
    expect(all(deckOf("b-1.0-money.pptx"))).not.toContain("Who we talked to");
  });

  test("says before it sends who gets what", () => {
    expect(dry).toContain("Ann gets the deck: b-1.0.pptx, b-1.0-brief.pdf, dates.ics");
    expect(dry).toContain('Cia gets the edition "money": b-1.0-money.pptx, dates.ics');
  });

  test("has the edition of a reader who is added later, in the same version", async () => {
    const { exit, err } = await shop.send("--to", "hr");
    expect(exit, err).toBe(0);
    expect(await carried("hr")).toEqual(["b-1.0-sheet.pdf", "dates.ics"]);
  });

  test.each([
    ["by its mark", []],
    ["by the version that is named, where its mark is lost", ["--sent", "1.0"]],
  ])("finds an edit of such a deck at its place in the bundle, %s", async (_name, argv) => {
    const deck = deckOf("b-1.0-money.pptx");
    if (argv.length > 0) deck.change("docProps/custom.xml", /[0-9a-f]{64}/, "0".repeat(64));
    const slide = deck.slideWith("Options");
    const { text } = /<a:t>(?<text>[^<]*Trial[^<]*)<\/a:t>/.exec(deck.text(slide))?.groups ?? {};
    expect(text).toBeDefined();
    writeFileSync(join(shop.cwd, "back.pptx"), deck.retype(slide, "Trial", "Zebra").save());
    const { exit, out, err } = await cli(shop.cwd, ["pull", "b.json", "back.pptx", ...argv, "--json"]);
    expect(exit, err).toBe(0);
    const [read] = JSON.parse(out).decks;
    const places = [...read.texts, ...read.others].map(({ path, kind }) => [kind, path]);
    expect(JSON.stringify(places)).toMatch(/options\[\d\]|wording/);
    expect(read.others.filter(({ kind }: { kind: string }) => /slide/.test(kind))).toEqual([]);
  });
});

describe("editions/same-figures", () => {
  test("is silent about every edition that is built, whatever its language and selection", async () => {
    const bundle = { ...SENDABLE, editions: EDITIONS };
    const whole = await compile(bundle);
    expect(Object.keys(whole.figures.all).length).toBeGreaterThan(3);
    for (const edition of ["money", "sheet", "suomeksi", "brief"]) {
      const told = await compile(bundle, { edition });
      expect(sameFigures(whole.figures, told.figures, edition)).toEqual([]);
    }
  });

  test("is an error that names each figure with another value or unit, or that one of them lacks", async () => {
    const { figures } = await compile(SENDABLE);
    const [first, second, third] = Object.values(figures.all);
    if (first === undefined || second === undefined || third === undefined) throw new Error("no figures");
    const { [third.id]: _, ...rest } = figures.all;
    const all = { ...rest, [first.id]: { ...first, exact: "9" }, [second.id]: { ...second, unit: "ells" } };
    const [found, ...others] = sameFigures(figures, { ...figures, all }, "money");
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "editions/same-figures", severity: "error" });
    for (const part of ["3 figures are", "money", first.id, second.id, third.id, "ells", "none"])
      expect(found?.what).toContain(part);
  });
});
