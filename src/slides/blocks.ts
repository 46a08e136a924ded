import type { Locale, Marks } from "../locales/locale.ts";
import type {
  Block,
  Cell,
  ColumnsBlock,
  PanelBlock,
  Paragraph,
  Space,
  StackBlock,
  TextBlock,
} from "../model/deck.ts";
import type { JsonPath } from "../model/figures.ts";
import type { ColorToken, Rich, Role } from "../model/text.ts";

/** The vocabulary in which slide kinds write their trees: one short function a block. */

export const text = (
  role: Role,
  content: Rich | readonly Paragraph[],
  more: Partial<TextBlock> = {},
): TextBlock => ({
  type: "text",
  role,
  paragraphs: isParagraphs(content) ? content : [{ text: content }],
  ...more,
});

const isParagraphs = (content: Rich | readonly Paragraph[]): content is readonly Paragraph[] =>
  content.length > 0 && content.every((item) => Array.isArray((item as Paragraph).text));

/** Words that somebody said: in italics, where the language has them. */
export const spoken = (words: Rich, { emphasis }: Locale): Rich =>
  emphasis === "italic" ? words.map((run) => ({ ...run, italic: true })) : words;

export const bullets = (items: readonly Rich[], role: Role = "body"): TextBlock =>
  text(
    role,
    items.map((item, n) => ({ text: item, bullet: "dot", space: n === 0 ? "none" : "tight" })),
  );

export const stack = (
  gap: Space,
  ...children: readonly (Block | null | undefined | false)[]
): StackBlock => ({
  type: "stack",
  gap,
  children: children.filter((child): child is Block => Boolean(child)),
});

/** A stack in which the child at `index` (from the end when negative) takes all height that is left. */
export const filled = (
  gap: Space,
  index: number,
  ...children: readonly (Block | null | undefined | false)[]
): StackBlock => {
  const made = stack(gap, ...children);
  const growing = index < 0 ? made.children.length + index : index;
  return { ...made, grow: made.children.map((_, n) => (n === growing ? 1 : 0)) };
};

export const columns = (
  spans: readonly number[],
  children: readonly Block[],
  more: Partial<Pick<ColumnsBlock, "align" | "ruled" | "gap">> = {},
): ColumnsBlock => ({ type: "columns", spans, children, align: more.align ?? "top", ...more });

export const panel = (child: Block, more: Partial<Omit<PanelBlock, "type" | "child">> = {}): PanelBlock => ({
  type: "panel",
  inset: "normal",
  child,
  ...more,
});

/** A few words that head a group; muted and small, so that the group speaks. */
export const heading = (words: Rich, ink: ColorToken = "accent"): TextBlock =>
  text("kicker", [{ text: bold(words), ink, reading: "heading" }]);

/** A small label over what it labels. */
export const labelled = (
  label: Rich,
  value: Rich,
  role: Role = "body",
  ink: ColorToken = "muted",
): TextBlock =>
  text(role, [
    { text: label, role: "label", ink, reading: "label" },
    { text: value, space: "hair" },
  ]);

/** A heading over text, as one block, so that both stay together. */
export const headed = (label: Rich, value: Rich | readonly Rich[], role: Role = "body"): TextBlock =>
  text(role, [
    { text: bold(label), role: "kicker", ink: "accent", reading: "heading" },
    ...paragraphs(value).map(
      (paragraph, n): Paragraph => ({ text: paragraph, space: n === 0 ? "hair" : "tight" }),
    ),
  ]);

const paragraphs = (value: Rich | readonly Rich[]): readonly Rich[] =>
  value.every((item) => Array.isArray(item)) ? (value as readonly Rich[]) : [value as Rich];

/** The sentence that a page comes to, over its whole width at the bottom. */
export const takeaway = (sentence: Rich, from?: JsonPath): PanelBlock =>
  panel(
    text("body", [{ text: bold(sentence), ...(from === undefined ? {} : { from }) }], { anchor: "middle" }),
    {
      fill: "accent",
      inset: "tight",
    },
  );

/** A row under a label of its own: `strong` rows carry the page. */
export interface LabelRow {
  readonly label: Rich;
  readonly from: JsonPath;
  readonly content: TextBlock;
  readonly strong?: boolean;
}

/** Rows with their labels in a column at the left; all grow together. */
export const labelRows = (
  rows: readonly (LabelRow | undefined)[],
  spans: readonly [number, number] = [3, 9],
): StackBlock =>
  stack(
    "tight",
    ...rows.map(
      (row) =>
        row &&
        columns(
          spans,
          [
            panel(
              text("body", [{ text: bold(row.label), reading: "heading", from: row.from }], {
                anchor: "middle",
              }),
              {
                fill: row.strong === true ? "accent" : "wash",
                inset: "tight",
              },
            ),
            { ...row.content, anchor: "middle" },
          ],
          { align: "stretch" },
        ),
    ),
  );

/** Splits twelve columns evenly; what is left over goes to the first ones. */
export const evenly = (count: number): readonly number[] => {
  const each = Math.floor(12 / count);
  return Array.from({ length: count }, (_, n) => each + (n < 12 - each * count ? 1 : 0));
};

/** Cards in rows of `perRow`, all of one width; the last row is filled with nothing. */
export function cards(items: readonly Block[], perRow: number, gap: Space = "normal"): StackBlock {
  const rows: Block[] = [];
  for (let start = 0; start < items.length; start += perRow) {
    const row = items.slice(start, start + perRow);
    const spans = evenly(perRow).slice(0, row.length);
    rows.push(columns(spans, row, { align: "stretch" }));
  }
  return { ...stack(gap, ...rows), splits: true };
}

export const bold = (content: Rich): Rich => content.map((run) => ({ ...run, bold: true }));
export const inked = (content: Rich, ink: ColorToken): Rich => content.map((run) => ({ ...run, ink }));
export const linked = (content: Rich, to: string): Rich => content.map((run) => ({ ...run, to }));

/** Links to slides by their names, each with its page, behind the words that lead to them. */
export const pageLinks = (
  lead: Rich,
  slides: readonly { readonly short: string; readonly id: string }[],
  { comma }: Marks,
): Rich =>
  slides.flatMap(
    ({ short, id }, n): Rich => [
      ...(n === 0 ? lead : [{ text: comma }]),
      { text: short, to: id },
      { text: " (" },
      { text: "00", pageOf: id, to: id },
      { text: ")" },
    ],
  );

/** Texts in a row, with the separator between them. */
export function joined(parts: readonly (Rich | undefined)[], separator = " · "): Rich {
  const given = parts.filter((part): part is Rich => part !== undefined && part.length > 0);
  return given.flatMap((part, n) => (n === 0 ? part : [{ text: separator }, ...part]));
}

/** Words in a table below which it is set larger, so that a short table does not leave half a slide empty. */
const FEW = 75;

/** The size of a table's text by how much there is of it. */
export function roleFor(rows: readonly (readonly Cell[])[], usual: Role = "body"): Role {
  const words = rows
    .flat()
    .reduce((sum, cell) => sum + cell.text.reduce((n, run) => n + run.text.split(/\s+/u).length, 0), 0);
  return words < FEW ? "lead" : usual;
}
