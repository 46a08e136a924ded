import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/index.ts";
import { compile } from "../../src/library.ts";
import type { Block, Deck } from "../../src/model/deck.ts";
import { plain } from "../../src/model/text.ts";
import { contractBundle } from "../charts/fixture.ts";
import { deckOf } from "../deck.ts";

type FreePage = NonNullable<Bundle["pages"]>[number];
const titled = { id: "own", title: "It says one thing more" } as const;

const deckWith = (page: Omit<FreePage, "id" | "title">, more: Partial<Bundle> = {}): Deck =>
  deckOf({ ...contractBundle(), ...more, pages: [{ ...titled, ...page }] });

function bodyOf(blocks: FreePage["blocks"]): readonly Block[] {
  const deck = deckWith({ blocks });
  const body = deck.slides.find(({ id }) => id === "page-own")?.body;
  if (body?.type !== "stack") throw new Error("no stack");
  return body.children;
}

const shape = (block: Block): string => {
  if (block.type === "columns") return `[${block.children.map(shape).join(" | ")}]`;
  if (block.type === "stack") return `(${block.children.map(shape).join(", ")})`;
  return block.type === "panel" ? shape(block.child) : block.type;
};
const { charts = [], quotes, metrics = [] } = contractBundle();
const chart = charts[0]?.id ?? "";
const other = charts[1]?.id ?? "";
const [said = "", again = ""] = quotes.filter(({ permission }) => permission === "named").map(({ id }) => id);
const words = { text: "Some words." };
const list = { list: ["One.", "Two."] };
const table = { table: { columns: ["Site", "Hours"], rows: [["North", "1,200"]] } };
const figure = { figure: `{{${metrics[0]?.id}.latest}}`, label: "Now" };

describe("a page of the author's own", () => {
  test.each([
    ["words alone", [words, list], ["((text, text))"]],
    ["words before a chart", [words, list, { chart }], ["[(text, text) | (text, exhibit)]"]],
    ["words behind a chart", [{ chart }, words, list], ["[(text, exhibit) | (text, text)]"]],
    ["words beside a table", [words, table], ["[(text) | table]"]],
    ["two charts", [{ chart }, { chart: other }], ["[(text, exhibit) | (text, exhibit)]"]],
    ["five figures", [figure, figure, figure, figure, figure], ["[text | text | text | text]", "text"]],
    ["quotes below a figure", [figure, { quote: said }, { quote: again }], ["text", "[text | text]"]],
    ["two tables", [table, table], ["table", "table"]],
  ] as const)("lays %s in rows", (_name, blocks, rows) => {
    expect(bodyOf([...blocks] as FreePage["blocks"]).map(shape)).toEqual(rows);
  });

  test("sets columns of numbers flush right, and a total apart", () => {
    const rows = [
      ["North", "1,200", "EUR 4.5 million", "12 to 14", "none"],
      ["South", "−800", null, "9", "12%"],
      ["All", "400", "EUR 4.5 million", "21", "12%"],
    ];
    const columns = ["Site", "Hours", "Cost", "People", "Share"];
    const [block] = bodyOf([{ table: { columns, rows, total: true } }]);
    if (block?.type !== "table") throw new Error("no table");
    expect(block.head.map(({ align = "left" }) => align)).toEqual(["left", "right", "right", "left", "left"]);
    expect(block.totals).toEqual([2]);
    expect(plain(block.rows[1]?.[2]?.text ?? [])).toBe("");
  });

  test("is closed by its takeaway, and names the sources of its charts and its own", () => {
    const { sources = [] } = contractBundle();
    const cited = sources.at(-1)?.id ?? "";
    const deck = deckWith({ blocks: [{ chart }], takeaway: "It comes to this", sources: [cited] });
    const slide = deck.slides.find(({ id }) => id === "page-own");
    expect(plain(slide?.source ?? [])).toContain(sources.at(-1)?.name);
    expect(JSON.stringify(slide?.body)).toContain("It comes to this");
  });

  test("shows a chart in the place of the chart's own page", () => {
    const evidence = (slides: readonly { readonly id: string }[]) =>
      slides.filter(({ id }) => id.startsWith("evidence-")).map(({ id }) => id.slice("evidence-".length));
    const usual = evidence(deckOf(contractBundle()).slides);
    const [taken = ""] = usual;
    const deck = deckWith({ blocks: [{ chart: taken }] });
    expect(evidence(deck.slides)).toEqual(usual.filter((id) => id !== taken));
  });

  test("draws no quote that nobody permitted", () => {
    const hidden = quotes.map((quote, n) => (n === 0 ? { ...quote, permission: "none" as const } : quote));
    const deck = deckWith({ blocks: [words, { quote: hidden[0]?.id ?? "" }] }, { quotes: hidden });
    expect(JSON.stringify(deck.slides)).not.toContain(hidden[0]?.text);
  });

  test("has its figures filled in, and its numbers judged as those of other pages", async () => {
    const [block] = bodyOf([figure]);
    expect(JSON.stringify(block)).not.toContain("{{");
    const compiled = await compile({
      ...contractBundle(),
      pages: [{ ...titled, blocks: [{ text: "It has {{nothing.latest}} of it." }] }],
    }).catch((cause: unknown) => cause as { diagnostics: readonly { code: string }[] });
    expect(compiled.diagnostics.map(({ code }) => code)).toContain("text/unknown-figure");
  });

  test("is called in lists and links as its author calls it", () => {
    const called = (more: Partial<FreePage>) =>
      deckWith({ blocks: [words], ...more }).slides.find(({ id }) => id === "page-own")?.short;
    expect(called({ short: "Sites" })).toBe("Sites");
    expect(called({})).toBe("Further page 1");
  });

  test("can be attacked by an objection, whose mark it carries", () => {
    const { objections = [] } = contractBundle();
    const attacking = objections.map((each, n) => (n === 0 ? { ...each, attacks: ["own"] } : each));
    const deck = deckWith({ blocks: [words] }, { objections: attacking });
    expect(deck.slides.find(({ id }) => id === "page-own")?.marks).toHaveLength(1);
  });
});

describe("parts that a deck leaves", () => {
  const PARTS = [
    "why",
    "goals",
    "reasons",
    "people",
    "investment",
    "decision",
    "objections",
    "sources",
  ] as const;
  test.each(PARTS)("without %s, no link leads to a page that is not there", (part) => {
    const deck = deckOf({ ...contractBundle(), leave: [part] });
    const ids = new Set(deck.slides.map(({ id }) => id));
    const links = [...JSON.stringify(deck.slides).matchAll(/"(?:to|pageOf)":"([^"]+)"/g)].map(([, to]) => to);
    expect(links.filter((to) => !ids.has(to ?? ""))).toEqual([]);
  });
});
