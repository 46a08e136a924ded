import { describe, expect, test } from "vitest";
import { BUNDLES } from "../formats/decks.ts";
import { compileFile } from "../rules/compiled.ts";
import { repeated, wraps } from "./bounds.ts";

/** Largest share of the words of a deck that may be said again, word for word, on another slide. */
const MOST = 0.08;

describe("little is said twice", () => {
  // The gallery shows every chart for the same goals, and says so beside each.
  const decks = BUNDLES.filter((file) => !file.endsWith("gallery.json"));

  test.each(decks)("in %s", async (file) => {
    expect(repeated((await compileFile(file)).pages.pages)).toBeLessThan(MOST);
  });

  test("but what is repeated is found", async () => {
    const { pages } = (await compileFile("samples/minimal.json")).pages;
    expect(repeated([...pages, ...pages])).toBeGreaterThan(0.25);
  });
});

test.each(BUNDLES)("no line ends inside a number, a date or a name in %s", async (file) => {
  const { bundle, pages } = await compileFile(file);
  const names = (bundle.stakeholders ?? []).map(({ name }) => name);
  expect(wraps(pages.pages, names)).toEqual([]);
});

test("a line that ends inside one is found", async () => {
  const { pages } = (await compileFile("samples/minimal.json")).pages;
  const [page] = pages;
  const item = page?.items.find(({ type }) => type === "text");
  if (page === undefined || item?.type !== "text") throw new Error("a cover without text");
  const [paragraph] = item.paragraphs;
  const [run] = paragraph?.runs ?? [];
  if (paragraph === undefined || run === undefined) throw new Error("a text without words");
  const lined = (...texts: readonly string[]) => ({
    ...page,
    items: [
      {
        ...item,
        paragraphs: [
          { ...paragraph, lines: texts.map((text) => ({ width: 100, runs: [{ ...run, text }] })) },
        ],
      },
    ],
  });
  const words = "and a line that is long enough for all of it";
  const of = (...texts: readonly string[]) =>
    wraps([lined(...texts, words)] as unknown as typeof pages, ["Ingrid Dahl"]).length;
  expect(of("it costs EUR 5 ", "million in all ")).toBe(1);
  expect(of("it is due on 5 ", "December at noon ")).toBe(1);
  expect(of("so says Ingrid ", "Dahl of the council ")).toBe(1);
  expect(of("so says Ingrid ", "to the council ")).toBe(0);
});
