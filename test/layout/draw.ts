import type { Frame } from "../../src/base/geometry.ts";
import type {
  Insets,
  Item,
  Page,
  Pages,
  PlacedParagraph,
  ShapeItem,
  TextItem,
} from "../../src/model/page.ts";
import type { ColorToken } from "../../src/model/text.ts";
import type { ResolvedTheme } from "../../src/theme/theme.ts";

/** Draws pages as SVG, to look at a layout with one's own eyes. One page below the other, 1 pt a unit. */
export function draw(pages: Pages, look: ResolvedTheme, only?: readonly string[]): string {
  const w = pt(pages.width);
  const h = pt(pages.height);
  const shown = pages.pages.filter((page) => only === undefined || only.includes(page.id));
  const body = shown.map(
    (page, index) => `<g transform="translate(0 ${index * (h + 12)})">${drawPage(page, w, h, look)}</g>`,
  );
  const all = shown.length * (h + 12);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${all}" viewBox="0 0 ${w} ${all}" font-family="Carlito, Calibri, sans-serif"><rect width="100%" height="100%" fill="#888"/>${body.join("")}</svg>`;
}

const pt = (emu: number): number => emu / 12_700;
const hex = (look: ResolvedTheme, ink: ColorToken): string => `#${look.ink(ink).hex}`;
const xml = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const drawPage = (page: Page, w: number, h: number, look: ResolvedTheme): string =>
  `<rect width="${w}" height="${h}" fill="#fff"/>${page.items.map((item) => drawItem(item, look)).join("")}`;

function drawItem(item: Item, look: ResolvedTheme): string {
  const f = item.frame;
  switch (item.type) {
    case "text":
      return box(f, item.fill, item.line?.ink, look, item.geometry) + texts(item, look);
    case "shape":
      return shape(item, look);
    case "table": {
      let y: number = f.y;
      const out: string[] = [];
      for (const row of item.rows) {
        let x: number = f.x;
        let column = 0;
        for (const cell of row.cells) {
          const w = item.columns.slice(column, column + cell.span).reduce((sum, one) => sum + one, 0);
          const at = { x, y, w, h: row.height } as Frame;
          out.push(box(at, cell.fill, undefined, look), lines(cell.paragraphs, at, item.insets, "top", look));
          for (const [edge, line] of [
            [y, cell.borders.top],
            [y + row.height, cell.borders.bottom],
          ] as const) {
            if (line)
              out.push(
                `<path d="M${pt(x)} ${pt(edge)}h${pt(w)}" stroke="${hex(look, line.ink)}" stroke-width="${line.width}"/>`,
              );
          }
          x += w;
          column += cell.span;
        }
        y += row.height;
      }
      return out.join("");
    }
    case "chart":
      return `${box(f, "wash", "accent", look)}<text x="${pt(f.x) + 6}" y="${pt(f.y) + 16}" font-size="11">${xml(item.chart.kind)}</text>`;
    case "picture":
      return box(f, "faint", "ink", look);
  }
}

function box(
  f: Frame,
  fill: ColorToken | undefined,
  line: ColorToken | undefined,
  look: ResolvedTheme,
  geometry?: TextItem["geometry"],
): string {
  if (fill === undefined && line === undefined) return "";
  const paint = `fill="${fill === undefined ? "none" : hex(look, fill)}" stroke="${line === undefined ? "none" : hex(look, line)}"`;
  if (geometry === "ellipse") {
    return `<ellipse cx="${pt(f.x + f.w / 2)}" cy="${pt(f.y + f.h / 2)}" rx="${pt(f.w / 2)}" ry="${pt(f.h / 2)}" ${paint}/>`;
  }
  return `<rect x="${pt(f.x)}" y="${pt(f.y)}" width="${pt(f.w)}" height="${pt(f.h)}" rx="${geometry === "roundRect" ? 6 : 0}" ${paint}/>`;
}

function shape(item: ShapeItem, look: ResolvedTheme): string {
  const { frame: f, geometry } = item;
  const stroke = item.line
    ? `stroke="${hex(look, item.line.ink)}" stroke-width="${item.line.width}" ${item.line.dash && item.line.dash !== "solid" ? 'stroke-dasharray="4 3"' : ""}`
    : "";
  if (typeof geometry === "object") {
    return geometry.strokes
      .map(
        (s) =>
          `<polyline fill="none" ${stroke} points="${s.map((p) => `${pt(f.x + p.x * f.w)},${pt(f.y + p.y * f.h)}`).join(" ")}"/>`,
      )
      .join("");
  }
  if (geometry === "line") return `<path d="M${pt(f.x)} ${pt(f.y)}l${pt(f.w)} ${pt(f.h)}" ${stroke}/>`;
  const fill = item.fill === undefined ? "none" : hex(look, item.fill);
  if (geometry === "diamond") {
    const [w, h] = [pt(f.w / 2), pt(f.h / 2)];
    return `<path d="M${pt(f.x) + w} ${pt(f.y)}l${w} ${h}l${-w} ${h}l${-w} ${-h}z" fill="${fill}" ${stroke}/>`;
  }
  return box(f, item.fill, item.line?.ink, look, geometry);
}

const texts = (item: TextItem, look: ResolvedTheme): string =>
  lines(item.paragraphs, item.frame, item.insets, item.anchor, look);

function lines(
  paragraphs: readonly PlacedParagraph[],
  f: Frame,
  insets: Insets,
  anchor: TextItem["anchor"],
  look: ResolvedTheme,
): string {
  const size = (p: PlacedParagraph) => p.runs[0]?.size ?? 12;
  const heights = paragraphs.map((p) => p.spaceBefore + Math.max(1, p.lines.length) * size(p) * 1.2);
  const total = heights.reduce((sum, one) => sum + one, 0);
  const room = pt(f.h - insets.top - insets.bottom);
  let y =
    pt(f.y + insets.top) + (anchor === "top" ? 0 : anchor === "middle" ? (room - total) / 2 : room - total);
  const out: string[] = [];
  for (const p of paragraphs) {
    y += p.spaceBefore;
    const left = pt(f.x + insets.left + p.indent);
    const right = pt(f.x + f.w - insets.right);
    if (p.bullet)
      out.push(
        `<text x="${left - pt(p.hanging)}" y="${y + size(p) * 0.95}" font-size="${size(p)}">${p.bullet === "dash" ? "–" : p.bullet === "number" ? (p.start ?? "#") : "•"}</text>`,
      );
    for (const line of p.lines) {
      const x = p.align === "left" ? left : p.align === "right" ? right : (left + right) / 2;
      const spans = line.runs.map(
        (run) =>
          `<tspan font-size="${run.size}" fill="${hex(look, run.ink)}" font-weight="${run.bold ? 700 : 400}" font-style="${run.italic ? "italic" : "normal"}">${xml(run.text)}</tspan>`,
      );
      out.push(
        `<text xml:space="preserve" x="${x}" y="${y + size(p) * 0.95}" text-anchor="${p.align === "left" ? "start" : p.align === "right" ? "end" : "middle"}">${spans.join("")}</text>`,
      );
      y += size(p) * 1.2;
    }
    if (p.lines.length === 0) y += size(p) * 1.2;
  }
  return out.join("");
}
