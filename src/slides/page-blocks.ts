import type { Chart, PageBlock } from "../model/bundle/index.ts";
import type { Block, Cell, Paragraph } from "../model/deck.ts";
import type { JsonPath } from "../model/figures.ts";
import { plain, type Rich, type Role, rich } from "../model/text.ts";
import { bold, filled, panel, roleFor, stack, text } from "./blocks.ts";
import { headedExhibit, pictureBlock, quoteBlock } from "./evidence-blocks.ts";
import type { BuildContext } from "./kind.ts";

/** Height in pt that a drawing has at least. */
const LEAST = 150;

/**
 * A block of the author's page as it is drawn; `from` is its place in the bundle. The meaning of the `closing` chart
 * stands at the foot of the page.
 */
export function pageBlock(
  c: BuildContext,
  block: PageBlock,
  from: JsonPath,
  { role, closing }: { readonly role: Role; readonly closing: Chart | undefined },
): Block {
  const { heading } = block;
  if (block.list !== undefined) return listBlock(c, block.list, heading, [...from, "list"], role);
  if (block.table !== undefined) return tableBlock(c, block.table, heading, [...from, "table"], role);
  if (block.figure !== undefined) return figureBlock(c, block, from);
  const chart = c.find.chart(block.chart);
  if (chart !== undefined) return chartBlock(c, chart, chart === closing);
  const quote = c.find.quote(block.quote);
  if (quote !== undefined) return quoteBlock(c, quote, "lead");
  const picture = c.bundle.pictures?.find(({ id }) => id === block.picture);
  if (picture !== undefined)
    return filled(
      "tight",
      1,
      text("body", [
        {
          text: bold(c.rich(picture.message)),
          from: ["pictures", c.bundle.pictures?.indexOf(picture) ?? 0, "message"],
          reading: "heading",
        },
      ]),
      pictureBlock(c, picture),
    );
  return text(role, [
    ...headingOf(heading),
    {
      text: c.rich(block.text ?? ""),
      from: [...from, "text"],
      ...(heading === undefined ? {} : { space: "hair" as const }),
    },
  ]);
}

/** A chart under its message; below it what it means, unless that closes the page, and what it assumes. */
function chartBlock(c: BuildContext, chart: Chart, closes: boolean): Block {
  const exhibit = headedExhibit(c, chart, LEAST);
  const below = [
    !closes && chart.meaning !== undefined && text("body", c.rich(chart.meaning)),
    chart.assumption !== undefined &&
      text("small", [
        {
          text: c.say("meaning.assumption", { assumption: c.rich(chart.assumption) }),
          ink: "muted",
          reading: "aside",
        },
      ]),
  ].filter((block) => block !== false);
  return below.length === 0 ? exhibit : filled("tight", 0, exhibit, ...below);
}

const headingOf = (heading: string | undefined): readonly Paragraph[] =>
  heading === undefined
    ? []
    : [{ text: bold(rich(heading)), role: "kicker", ink: "accent", reading: "heading" }];

const listBlock = (
  c: BuildContext,
  list: readonly string[],
  heading: string | undefined,
  from: JsonPath,
  role: Role,
): Block =>
  text(role, [
    ...headingOf(heading),
    ...list.map((item, n) => ({
      text: c.rich(item),
      bullet: "dot" as const,
      space: n === 0 && heading === undefined ? ("none" as const) : ("tight" as const),
      from: [...from, n],
    })),
  ]);

function figureBlock(c: BuildContext, { figure = "", label }: PageBlock, from: JsonPath): Block {
  return panel(
    text(
      "body",
      [
        {
          text: c.rich(figure),
          role: "figure",
          ink: "accent",
          reading: "measure",
          from: [...from, "figure"],
        },
        ...(label === undefined
          ? []
          : [{ text: c.rich(label), space: "hair" as const, from: [...from, "label"] }]),
      ],
      { anchor: "middle" },
    ),
    { edge: "left", edgeInk: "accent", fill: "wash", inset: "normal" },
  );
}

/** Cells that are a number, with its sign, currency and unit: their column stands flush right. */
const NUMBER =
  /^[−+±≈~<>]?\s*(?:[A-Z]{3}|\p{Sc})?\s*[\d.,'\u00a0\u202f ]*\d[\d.,'\u00a0\u202f ]*(?:\s?[\p{L}%‰°]+){0,2}$/u;

function tableBlock(
  c: BuildContext,
  table: NonNullable<PageBlock["table"]>,
  heading: string | undefined,
  from: JsonPath,
  role: Role,
): Block {
  const cells = table.rows.map((row) => row.map((cell): Rich => (cell === null ? [] : c.rich(cell))));
  const numeric = table.columns.map((_, n) => {
    const filled = cells.map((row) => plain(row[n] ?? [])).filter((cell) => cell !== "");
    return n > 0 && filled.length > 0 && filled.every((cell) => NUMBER.test(cell));
  });
  const align = (n: number): Pick<Cell, "align"> => (numeric[n] === true ? { align: "right" } : {});
  const last = cells.length - 1;
  const rows = cells.map((row, r) =>
    row.map(
      (cell, n): Cell => ({
        text: n === 0 || (table.total === true && r === last) ? bold(cell) : cell,
        ...align(n),
        from: [...from, "rows", r, n],
      }),
    ),
  );
  const block: Block = {
    type: "table",
    name: heading ?? table.columns.join(", "),
    alt: c.words("page.table", { n: rows.length, columns: table.columns }),
    head: table.columns.map((name, n) => ({ text: rich(name), ...align(n) })),
    rows,
    widths: table.columns.map((_, n) => (numeric[n] === true ? "fit" : n === 0 ? 2 : 3)),
    ...(table.total === true ? { totals: [last] } : {}),
    rowHeads: true,
    role: role === "lead" ? roleFor(rows) : "body",
  };
  return heading === undefined ? block : stack("tight", text("kicker", headingOf(heading)), block);
}
