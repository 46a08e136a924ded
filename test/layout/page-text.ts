import type { Insets, Item, Page, Pages, PlacedParagraph, Stroke } from "../../src/model/page.ts";

/** EMU to pt, to a tenth: less than that is seen by nobody, and would make a diff longer than the change. */
const pt = (emu: number): string => tenths(emu / 12_700);
const tenths = (value: number): string => String(Math.round(value * 10) / 10 + 0);

/** What is there, in a line: names that are absent or false leave nothing behind. */
const words = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(" ");

const stroke = ({ ink, width, dash }: Stroke): string => words("line", ink, tenths(width), dash);
const edges = ({ left, top, right, bottom }: Insets): string => [left, top, right, bottom].map(pt).join("/");

/** What the foot of every page holds. */
const FOOT: ReadonlySet<string | undefined> = new Set(["date", "footer", "number"]);

/** Pages as lines to read in a diff: one item or one set line each, with places and sizes in pt; `foot` adds that of the pages. */
export const pagesText = ({ pages }: Pages, foot = false): string =>
  pages.map((page) => pageText(page, foot)).join("\n");

const pageText = (page: Page, foot: boolean): string =>
  `${[
    words(`# ${page.id}`, page.layout, page.kind, `"${page.title}"`),
    ...(page.pressed ?? []).map(({ role, size, least }) => `pressed ${role} ${size} below ${least}`),
    ...page.items
      .filter((item) => foot || item.type !== "text" || !FOOT.has(item.placeholder))
      .flatMap(itemLines),
  ].join("\n")}\n`;

function itemLines(item: Item): readonly string[] {
  const { x, y, w, h } = item.frame;
  const head = words(
    item.type,
    `"${item.name}"`,
    `${pt(x)} ${pt(y)} ${pt(w)}x${pt(h)}`,
    item.decorative && "ornament",
    item.mark && "mark",
    item.heading && `heading "${item.heading}"`,
  );
  switch (item.type) {
    case "text":
      return [
        words(
          head,
          item.role,
          item.anchor,
          item.placeholder && `in ${item.placeholder}`,
          `insets ${edges(item.insets)}`,
          item.fill && `fill ${item.fill}`,
          item.line && stroke(item.line),
          item.geometry,
          item.to && `to ${item.to}`,
        ),
        ...item.paragraphs.flatMap(paragraphLines),
      ];
    case "shape": {
      const { geometry } = item;
      const path =
        typeof geometry === "string"
          ? geometry
          : geometry.strokes
              .map((one) => one.map(({ x, y }) => `${x.toFixed(3)},${y.toFixed(3)}`).join(" "))
              .join(" | ");
      return [
        words(
          head,
          path,
          item.fill && `fill ${item.fill}`,
          item.pattern,
          item.line && stroke(item.line),
          item.flip && "flipped",
          item.arrow && `arrow ${item.arrow}`,
          item.to && `to ${item.to}`,
        ),
      ];
    }
    case "table":
      return [
        words(
          head,
          `columns ${item.columns.map(pt).join(" ")}`,
          `insets ${edges(item.insets)}`,
          item.headerRow && "header row",
          item.headerColumn && "header column",
        ),
        ...item.rows.flatMap((row) => [
          `  row ${pt(row.height)}`,
          ...row.cells.flatMap((cell) => [
            words(
              "   cell",
              cell.span > 1 && `over ${cell.span}`,
              cell.header && "header",
              cell.fill && `fill ${cell.fill}`,
              cell.insets && `insets ${edges(cell.insets)}`,
              cell.borders.top && `top ${stroke(cell.borders.top)}`,
              cell.borders.bottom && `bottom ${stroke(cell.borders.bottom)}`,
            ),
            ...cell.paragraphs.flatMap(paragraphLines).map((line) => `  ${line}`),
          ]),
        ]),
      ];
    case "chart":
      return [words(head, item.chart.kind, `labels ${item.chart.labelSize}`)];
    case "picture":
      return [words(head, item.file)];
  }
}

const paragraphLines = (paragraph: PlacedParagraph): readonly string[] =>
  paragraph.lines.map(({ runs, width }, n) => {
    const [first] = runs;
    return words(
      "  |",
      JSON.stringify(runs.map(({ text }) => text).join("")),
      `${tenths(width)} wide`,
      first &&
        words(`${first.size} pt`, first.bold && "bold", first.italic && "italic", first.ink, first.font),
      n === 0 &&
        words(
          paragraph.align !== "left" && paragraph.align,
          paragraph.bullet,
          paragraph.start !== undefined && `from ${paragraph.start}`,
          paragraph.indent > 0 && `indent ${pt(paragraph.indent)}`,
          paragraph.hanging > 0 && `hanging ${pt(paragraph.hanging)}`,
          paragraph.spaceBefore > 0 && `after ${paragraph.spaceBefore}`,
        ),
    );
  });
