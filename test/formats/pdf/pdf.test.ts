import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { pdf } from "../../../src/formats/pdf/index.ts";
import { createNodeHost } from "../../../src/host/node.ts";
import { contextOf, contract, hostile } from "../decks.ts";

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const count = (content: string, what: RegExp): number => [...content.matchAll(what)].length;

test("the contract deck: a page a slide, tagged, every chart a figure with its alternative text", async () => {
  const compiled = await contract();
  const bytes = await pdf.write(compiled.pages, contextOf(compiled));
  const content = text(bytes);
  expect(content.startsWith("%PDF-1.7")).toBe(true);
  expect(count(content, /\/Type \/Page\b(?!s)/g)).toBe(compiled.pages.pages.length);
  expect(content).toContain("/Marked true");
  expect(content).toContain("/DisplayDocTitle true");
  expect(content).toContain(`/Lang (${compiled.pages.language})`);
  const items = compiled.pages.pages.flatMap((page) => page.items);
  const named = items.filter(
    ({ type, alt }) => type !== "text" && type !== "table" && alt !== undefined && alt !== "",
  );
  expect(count(content, /\/S \/Figure\b/g)).toBe(named.length);
  expect(count(content, /\/S \/H1\b/g)).toBeGreaterThanOrEqual(compiled.pages.pages.length);
  expect(count(content, /\/S \/Table\b/g)).toBe(items.filter(({ type }) => type === "table").length);
  expect(count(content, /\/FontFile2/g)).toBeGreaterThan(1);
});

test("the same pages give the same bytes, dated as the bundle is", async () => {
  const compiled = await contract();
  const [one, two] = [
    await pdf.write(compiled.pages, contextOf(compiled)),
    await pdf.write(compiled.pages, contextOf(compiled)),
  ];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  expect(text(one)).toContain(`(D:${compiled.pages.properties.date.replaceAll("-", "")}000000Z)`);
});

/** The XMP packet, which is not compressed. */
const packet = (bytes: Uint8Array): string =>
  /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(Buffer.from(bytes).toString("utf8"))?.[0] ?? "";

test("what the deck is called is well-formed in its metadata, whatever its signs", async () => {
  const compiled = await contract();
  const title = `R&D <b>"costs"</b> ]]> 顧客`;
  const named = { ...compiled.pages, properties: { ...compiled.pages.properties, title, author: "<&>" } };
  const xml = packet(await pdf.write(named, contextOf(compiled)));
  const words: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (cause) => {
    throw cause;
  });
  parser.on("text", (said) => words.push(said));
  parser.write(xml).close();
  expect(words).toContain(title);
  expect(words).toContain("<&>");
});

test("a deck without a date says none", async () => {
  const compiled = await contract();
  const properties = { ...compiled.pages.properties, date: "", dateText: "" };
  const bytes = await pdf.write({ ...compiled.pages, properties }, contextOf(compiled));
  expect(text(bytes).match(/CreationDate|ModDate|CreateDate|D:1970/g)).toBeNull();
});

test("a chart that is to be a picture is one, in place of lines and text", async () => {
  const { pages, ...rest } = await contract();
  const page = pages.pages.find(({ items }) => items.some(({ type }) => type === "chart"));
  if (page === undefined) throw new Error("no chart");
  const section = pages.sections.flatMap((one) => (one.pages.includes(page.id) ? [one] : []));
  const items = page.items.filter(({ type }) => type === "chart").slice(0, 1);
  const sections = section.map((one) => ({ ...one, pages: [page.id] }));
  const one = { ...pages, pages: [{ ...page, items }], sections };
  const images = async (charts: "native" | "picture") =>
    count(
      text(await pdf.write(one, { ...contextOf({ pages: one, ...rest }), charts })),
      /\/Subtype \/Image\b/g,
    );
  expect([await images("native"), await images("picture")]).toEqual([0, 1]);
});

/** A font that stands in for one of the machine: Carlito, which says that it has whatever is asked of it. */
const otherFonts = async (characters: string) => {
  const { regular, bold } = await createNodeHost().fonts("Calibri");
  return [{ characters, regular, bold }];
};

test("words that the fonts lack are written in another font, which is asked for them once", async () => {
  const asked: string[] = [];
  const context = {
    ...contextOf(),
    otherFonts: async (characters: string) => {
      asked.push(characters);
      return otherFonts(characters);
    },
  };
  await pdf.write(hostile, context);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/\p{Script=Han}/u);
  expect(asked[0]).not.toMatch(/[A-Za-z]|\p{Emoji_Presentation}/u);
});

test("hostile pages: emoji are painted and say what they are", async () => {
  const bytes = await pdf.write(hostile, contextOf());
  expect(count(text(bytes), /\/Subtype \/Image\b/g)).toBeGreaterThan(0);
  const links = [...text(bytes).matchAll(/\/URI \(([^)]*)\)/g)].map((match) => match[1]);
  expect(links).toEqual(["https://example.com/?a=1&b=<2>", "mailto:a@example.com?subject=Ja%20%26%20nein"]);
});

test("without fonts it says so", async () => {
  const { fonts: _, ...context } = contextOf();
  await expect(pdf.write(hostile, context)).rejects.toThrow("fonts");
});
