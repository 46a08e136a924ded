import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { parse } from "jsonc-parser";
import { expect, test } from "vitest";
import { compileBundle } from "../../src/compile.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { render } from "../../src/render.ts";
import { learn } from "../../src/template/learn.ts";
import { openTemplate } from "../../src/template/open.ts";
import { holder, layouts, MASTER, type MasterOptions, template } from "./build.ts";

/** What templates draw by hand where a page has its title, number and date. */

const disk = createNodeHost();
const minimal = (): object =>
  parse(readFileSync("samples/minimal.json", "utf8"), [], { allowTrailingComma: true });

async function deckOn(master: Partial<MasterOptions>, written: object = minimal()) {
  const bytes = template({ masters: [{ ...MASTER, ...master }] });
  const { contract } = learn(await openTemplate(bytes, "lobby.potx"), { path: "lobby.potx" });
  const host = createMemoryHost(
    { "lobby.potx": bytes, "lobby.template.json": JSON.stringify(contract) },
    disk,
  );
  const bundle = JSON.stringify({ ...written, template: "lobby.template.json" });
  const source = { bytes: new TextEncoder().encode(bundle), file: "deck.json", root: "." };
  return { compiled: await compileBundle(source, host), contract, host };
}

/** A text box of the master, as somebody draws one: fields and words. */
const box = (content: string, fill = ""): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="88" name="Foot"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="10972800" y="6400800"/><a:ext cx="914400" cy="274320"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill}</p:spPr><p:txBody><a:bodyPr/><a:p>${content}</a:p></p:txBody></p:sp>`;
const field = (type: string): string =>
  `<a:fld id="{A}" type="${type}"><a:rPr sz="900"/><a:t>‹#›</a:t></a:fld>`;
const RUN = "<a:r><a:t>Page </a:t></a:r>";

/** Whether the deck's master still draws the box. */
async function isKept(content: string, fill?: string): Promise<boolean> {
  const { compiled, host } = await deckOn({ content: box(content, fill) });
  const deck = await render(compiled, "pptx", host);
  const parts = Object.entries(unzipSync(deck)).filter(([name]) => name.includes("slideMaster1.xml"));
  return parts.some(([, part]) => new TextDecoder().decode(part).includes('name="Foot"'));
}

test.each([
  ["the number of the slide", field("slidenum")],
  ["the day on which it is opened", field("datetime1")],
])("a text box that shows %s alone is left out, since each page has its own", async (_, content) => {
  expect(await isKept(content)).toBe(false);
});

test.each([
  ["words beside the number", RUN + field("slidenum"), ""],
  ["a fill", field("slidenum"), '<a:solidFill><a:srgbClr val="202020"/></a:solidFill>'],
  ["words alone", RUN, ""],
])("a text box with %s stays", async (_, content, fill) => {
  expect(await isKept(content, fill)).toBe(true);
});

test("a title takes as many lines as a narrow place for titles was learned with", async () => {
  const narrow = layouts({
    content: {
      content:
        holder({ type: "title", box: [4, 0.3, 5.2, 1.25], run: 'sz="1800"' }) +
        holder({ type: "ftr", idx: 11, box: [4, 6.95, 5, 0.35] }) +
        holder({ type: "sldNum", idx: 12, box: [11, 6.95, 1.7, 0.35] }),
    },
  });
  const written = minimal() as { why: { statement: string } };
  written.why.statement =
    "Families who share one warm room on the only day they are free together find its doors locked, and nobody in town offers another one.";
  const { compiled, contract } = await deckOn({ layouts: narrow }, written);
  expect(contract.pages.content.title?.lines).toBe(3);
  const lines = compiled.pages.pages.map(({ items }) =>
    items
      .flatMap((item) => (item.type === "text" && item.placeholder === "title" ? item.paragraphs : []))
      .reduce((sum, paragraph) => sum + paragraph.lines.length, 0),
  );
  expect(Math.max(...lines)).toBe(3);
  expect(compiled.findings.filter(({ code }) => code === "titles/sentence")).toEqual([]);
});
