import type { Frame } from "../../../src/base/geometry.ts";
import { emuToPt } from "../../../src/base/units.ts";
import type { Page, PlacedParagraph } from "../../../src/model/page.ts";

/** A text box or cell, in pt, with its lines as layout broke them, white space taken out. */
export interface Box {
  readonly page: string;
  readonly number: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly lines: readonly string[];
}

const FURNITURE = new Set(["date", "footer", "number"]);

/** All boxes of a page that hold words, cells of tables among them; not what stands on every slide. */
export function boxesOf(page: Page): readonly Box[] {
  return page.items
    .flatMap((item): readonly Box[] => {
      if (item.type === "text") {
        if (FURNITURE.has(item.placeholder ?? "")) return [];
        return [box(page, item.name, item.frame, item.paragraphs)];
      }
      if (item.type !== "table") return [];
      let y: number = item.frame.y;
      return item.rows.flatMap((row, r) => {
        let column = 0;
        const top = y;
        y += row.height;
        return row.cells.map((cell, c) => {
          const left = item.columns
            .slice(0, column)
            .reduce((sum, each) => sum + each, item.frame.x as number);
          const width = item.columns.slice(column, column + cell.span).reduce((sum, each) => sum + each, 0);
          column += cell.span;
          const frame = { x: left, y: top, w: width, h: row.height } as Frame;
          return box(page, `${item.name} ${r + 1}.${c + 1}`, frame, cell.paragraphs);
        });
      });
    })
    .filter(({ lines }) => lines.length > 0);
}

/** Words without white space and bullets, which Poppler parts in its own way. */
export const bare = (text: string): string => text.replace(/[\s\u00a0]+/gu, "");

function box(page: Page, name: string, { x, y, w, h }: Frame, paragraphs: readonly PlacedParagraph[]): Box {
  let number = 0;
  const lines = paragraphs.flatMap((paragraph) => {
    number = paragraph.bullet === "number" ? (paragraph.start ?? number + 1) : 0;
    const sign = { dot: "•", dash: "–", number: `${number}.` }[paragraph.bullet ?? "dot"];
    return paragraph.lines
      .map((line, index) =>
        bare((index === 0 && paragraph.bullet ? sign : "") + line.runs.map((run) => run.text).join("")),
      )
      .filter((line) => line !== "");
  });
  const [left, top, width, height] = [emuToPt(x), emuToPt(y), emuToPt(w), emuToPt(h)];
  return { page: page.id, number: page.number, name, x: left, y: top, w: width, h: height, lines };
}
