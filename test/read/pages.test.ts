import { describe, expect, test } from "vitest";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { BLOCK_CONTENTS } from "../../src/model/bundle/pages.ts";
import { LEAST, read, refused, said } from "./bundles.ts";

const page = (more: object) => ({
  id: "own",
  title: "It says one thing",
  blocks: [{ text: "Words." }],
  ...more,
});
const withPages = (...pages: readonly object[]) => ({ ...LEAST, pages });

describe("the author's own pages", () => {
  test("a block holds one thing", async () => {
    const blocks = [{ heading: "Empty" }, { text: "Words.", list: ["More."] }];
    expect(said(await refused(withPages(page({ blocks }))))).toEqual([
      messages.blockContents({}, [], BLOCK_CONTENTS),
      messages.blockContents({}, ["text", "list"], BLOCK_CONTENTS),
    ]);
  });

  test("a figure has a label, and nothing else has one", async () => {
    const blocks = [
      { figure: "12" },
      { text: "Words.", label: "What" },
      { figure: "12", label: "What", heading: "H" },
    ];
    expect(said(await refused(withPages(page({ blocks }))))).toEqual([
      messages.figureWithoutLabel({}),
      messages.blockField({}, "label", ["figure"]),
      messages.blockField({}, "heading", ["text", "list", "table"]),
    ]);
  });

  test("the rows of a table have a cell for each column", async () => {
    const table = {
      columns: ["Site", "Hours"],
      rows: [
        ["North", null],
        ["South", "9", "more"],
        ["West", "8"],
      ],
    };
    expect(said(await refused(withPages(page({ blocks: [{ table }] }))))).toEqual([
      messages.rowLength({}, 3, 2),
    ]);
  });

  test("pages do not stand after one another in a circle", async () => {
    const pages = [
      page({ id: "a", after: "b" }),
      page({ id: "b", after: "c" }),
      page({ id: "c", after: "a" }),
    ];
    expect(said(await refused(withPages(...pages, page({ id: "d", after: "a" }))))).toEqual([
      messages.pagesInCircle({}, ["a", "b", "c"]),
    ]);
    expect(said(await refused(withPages(page({ after: "own" }))))).toEqual([
      messages.pagesInCircle({}, ["own"]),
    ]);
  });

  test("a misspelt part is answered with its name, an unknown item with what there is", async () => {
    const [part] = await refused(withPages(page({ after: "reason" })));
    expect(part?.hint).toContain("reasons");
    const [chart] = await refused(withPages(page({ blocks: [{ chart: "nothing" }] })));
    expect(chart?.code).toBe("bundle/missing-reference");
  });

  test("order and leave name each part once, and only parts", async () => {
    expect(said(await refused({ ...LEAST, order: ["risks", "why", "risks"] }))).toEqual([
      messages.repeatedReference({}, "risks"),
    ]);
    const [unknown] = await refused({ ...LEAST, leave: ["wishes"] });
    expect(unknown?.path).toEqual(["leave", 0]);
    await read({ ...LEAST, order: ["risks", "why"], leave: ["people"] });
  });
});
