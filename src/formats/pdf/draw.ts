import { storedBox, uprightBy } from "../../base/orientation.ts";
import { isPlainPng } from "../canvas/opaque.ts";
import {
  type DisplayNode,
  type Group,
  type GroupKind,
  type Image,
  lineText,
  nodesOf,
  type PathNode,
  type Rect,
  type TextLine,
  type Turn,
  UNDERLINE,
} from "../display/list.ts";
import { HATCH, hatchLines } from "../display/path.ts";
import { pictureKind } from "../page/pictures.ts";
import type { Materials } from "./document.ts";
import type { Faces, SetPiece } from "./faces.ts";
import { CanvasWanted, SCALE } from "./painting.ts";
import type { PlacedSlide } from "./sheet.ts";

export interface PdfContext extends Materials {
  readonly document: PDFKit.PDFDocument;
  readonly faces: Faces;
  /** Areas that have been filled on the page so far, the paper first. */
  readonly grounds: { readonly box: Rect; readonly colour: string }[];
  /** Origin of the coordinates of what is drawn, on the page, and their scale. */
  readonly at: Pick<PlacedSlide, "x" | "y" | "scale">;
  /** Width of what is drawn on, in its own coordinates. */
  readonly width: number;
}

export type Struct = PDFKit.PDFStructureElement;

/** Fields of PDFKit 0.20 that its types, which others maintain, lack. */
interface Described {
  readonly dictionary: { readonly data: Record<string, unknown> };
}
interface Attributes {
  readonly alt?: string;
  /** Left, top, right and bottom, in pt. */
  readonly bbox?: readonly number[];
  readonly scope?: "Column" | "Row";
}
const struct = ({ document }: PdfContext, type: string, attributes: Attributes): Struct =>
  document.struct(type, attributes as Parameters<typeof document.struct>[1]);

/** Structure types (ISO 32000-1, 14.8.4). */
const TYPES: Readonly<Partial<Record<GroupKind, string>>> = {
  title: "H1",
  figure: "Figure",
  chart: "Figure",
  picture: "Figure",
  table: "Table",
  row: "TR",
  cell: "TD",
  columnHeader: "TH",
  rowHeader: "TH",
};

/** Draws a node as an element below `parent`, or as an artefact. */
export function place(node: DisplayNode, parent: Struct, context: PdfContext): void {
  const { document } = context;
  if (node.type !== "group" || node.kind === "ornament" || node.kind === "mark") {
    artifact(context, () => draw(node, context));
    return;
  }
  const type = TYPES[node.kind];
  if (node.to !== undefined) linkTo(node, node.to, parent, context);
  else if (type === "Figure") {
    const alt = node.label ?? "";
    const figure = struct(context, type, { alt, bbox: onPage(boxOf(node), context) });
    parent.add(figure);
    figure.add(() => draw(node, context));
    figure.end();
  } else if (type === "Table" || type === "TR") {
    const element = document.struct(type, node.label === undefined ? {} : { alt: node.label });
    parent.add(element);
    for (const child of node.children) place(child, element, context);
    element.end();
  } else if (type === "TD" || type === "TH") {
    const scope = node.kind === "columnHeader" ? "Column" : "Row";
    const cell = struct(context, type, type === "TH" ? { scope } : {});
    // Columns that it covers are an attribute that PDFKit does not know (14.8.5.7).
    if (node.span !== undefined) {
      const { data } = (cell as unknown as Described).dictionary;
      data["A"] = { ...(data["A"] as object | undefined), O: "Table", ColSpan: node.span };
    }
    parent.add(cell);
    texts(node.children, "P", cell, context);
    cell.end();
  } else texts(node.children, type ?? "P", parent, context);
}

/** Left, top, right and bottom on the page, in pt. */
const onPage = ({ x, y, w, h }: Rect, { at }: PdfContext): readonly number[] => [
  at.x + at.scale * x,
  at.y + at.scale * y,
  at.x + at.scale * (x + w),
  at.y + at.scale * (y + h),
];

/** Draws what is no part of the content (ISO 32000-1, 14.8.2.2). */
export function artifact({ document }: PdfContext, drawing: () => void): void {
  document.markContent("Artifact", { type: "Layout" });
  drawing();
  document.endMarkedContent();
}

/** Grounds as artefacts, and every paragraph as an element of a type; links in it are elements of their own. */
function texts(nodes: readonly DisplayNode[], type: string, parent: Struct, context: PdfContext): void {
  const { document } = context;
  const paragraphs = new Map<number, TextLine[]>();
  for (const node of nodes) {
    if (node.type !== "textLine" || node.mark === true) artifact(context, () => draw(node, context));
    else {
      const key = node.paragraph ?? 0;
      const lines = paragraphs.get(key) ?? [];
      paragraphs.set(key, [...lines, node]);
    }
  }
  for (const lines of paragraphs.values()) {
    const element = document.struct(type);
    parent.add(element);
    for (const line of lines) write(line, element, context);
    element.end();
  }
}

/** A whole group as one link. */
function linkTo(group: Group, to: string, parent: Struct, context: PdfContext): void {
  const { document } = context;
  const name = group.tip ?? group.label ?? wordsIn(group);
  const { x, y, w, h } = group.box ?? boxOf(group);
  const paragraph = document.struct("P");
  parent.add(paragraph);
  const link = document.struct("Link", { alt: name });
  paragraph.add(link);
  link.add(() => draw(group, context));
  annotate(context, link, { x, y, w, h }, { to }, name);
  link.end();
  paragraph.end();
}

function annotate(
  { document }: PdfContext,
  link: Struct,
  { x, y, w, h }: Rect,
  target: { readonly to?: string; readonly href?: string },
  name: string,
): void {
  // What an annotation says and belongs to is beyond the types of PDFKit.
  const options = {
    structParent: link,
    Contents: new String(name),
  } as unknown as PDFKit.Mixins.AnnotationOption;
  if (target.to !== undefined) document.goTo(x, y, w, h, target.to, options);
  else if (target.href !== undefined) document.link(x, y, w, h, target.href, options);
}

const wordsIn = (group: Group): string =>
  [...nodesOf(group.children)]
    .flatMap((node) => (node.type === "textLine" ? [lineText(node)] : []))
    .join(" ");

/** Box around the marks of a group; lines of text count by their place alone. */
function boxOf(group: Group): Rect {
  const boxes = [...nodesOf(group.children)].flatMap((node) =>
    node.type === "path" || node.type === "image" ? [node.box] : [],
  );
  if (boxes.length === 0) return { x: 0, y: 0, w: 0, h: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    w: Math.max(...boxes.map((box) => box.x + box.w)) - x,
    h: Math.max(...boxes.map((box) => box.y + box.h)) - y,
  };
}

/** Draws a node without any structure. */
export function draw(node: DisplayNode, context: PdfContext): void {
  switch (node.type) {
    case "group":
      if (node.turn === undefined) for (const child of node.children) draw(child, context);
      else drawTurned(node.children, node.turn, context);
      return;
    case "path":
      drawPath(node, context);
      return;
    case "textLine":
      drawWords(node, context);
      return;
    case "image":
      drawImage(node, context);
  }
}

function drawTurned(children: readonly DisplayNode[], turn: Turn, context: PdfContext): void {
  const { document } = context;
  const { x, y, degrees, mirrored, upended } = turn;
  document.save().translate(x, y).rotate(degrees);
  if (mirrored || upended) document.scale(mirrored ? -1 : 1, upended ? -1 : 1);
  document.translate(-x, -y);
  for (const child of children) draw(child, context);
  document.restore();
}

function drawPath({ d, box, fill, pen }: PathNode, { document, grounds }: PdfContext): void {
  if (fill?.pattern === "solid") {
    const { colour, opacity } = fill;
    if (opacity === undefined) {
      grounds.push({ box, colour });
      document.path(d).fill(colour);
    } else {
      document.save().fillOpacity(opacity);
      document.path(d).fill(colour);
      document.restore();
    }
  } else if (fill?.pattern === "gradient") {
    const { from, to, stops } = fill;
    const gradient = document.linearGradient(from.x, from.y, to.x, to.y);
    for (const { at, colour, opacity = 1 } of stops) gradient.stop(at, colour, opacity);
    grounds.push({ box, colour: fill.colour });
    document.save().path(d).fill(gradient).restore();
  } else if (fill) {
    document.save();
    document.path(d).clip();
    document.path(d).fill(fill.paper);
    document.undash().lineWidth(HATCH.width).lineCap("butt");
    document.path(hatchLines(box)).stroke(fill.colour);
    document.restore();
  }
  if (pen === undefined) return;
  document.lineWidth(pen.width).lineCap(pen.cap).lineJoin("round");
  if (pen.dash.length > 0) document.dash(pen.dash[0] ?? 1, { space: pen.dash[1] ?? pen.dash[0] ?? 1 });
  else document.undash();
  document.path(d).stroke(pen.colour);
}

interface Placed {
  readonly piece: SetPiece;
  readonly x: number;
  readonly width: number;
}

/** Start and width of each piece of a line, in pt. */
function setPieces(
  words: TextLine,
  pieces: readonly SetPiece[],
  { document, faces }: PdfContext,
): readonly Placed[] {
  const widths = pieces.map((piece) => {
    faces.use(piece);
    return document.widthOfString(piece.text, setting(piece.text));
  });
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let x = words.x - (words.align === "left" ? 0 : words.align === "right" ? whole : whole / 2);
  return pieces.map((piece, index) => {
    const width = widths[index] ?? 0;
    x += width;
    return { piece, width, x: x - width };
  });
}

/** A line as part of an element: its links are elements below it. */
function write(words: TextLine, element: Struct, context: PdfContext): void {
  const { document, faces } = context;
  const linked = words.pieces.some(({ to, href }) => to !== undefined || href !== undefined);
  const pieces = linked ? faces.writable(words) : undefined;
  if (pieces === undefined) {
    element.add(() => drawWords(words, context));
    return;
  }
  const all = setPieces(words, pieces, context);
  for (const [index, set] of all.entries()) {
    const { piece, x, width } = set;
    const text = words.goesOn === true && index === all.length - 1 ? `${piece.text} ` : piece.text;
    const drawPiece = () => drawText(text, set, words.y, context);
    if (piece.to === undefined && piece.href === undefined) {
      element.add(drawPiece);
      continue;
    }
    const link = document.struct("Link");
    element.add(link);
    link.add(drawPiece);
    const box = { x, y: words.y - piece.size, w: width, h: piece.size * 1.2 };
    annotate(context, link, box, piece, piece.text);
    link.end();
  }
}

function drawWords(words: TextLine, context: PdfContext): void {
  const { document, faces } = context;
  const pieces = faces.writable(words);
  if (pieces === undefined) {
    paintWords(words, context);
    return;
  }
  document.save();
  if (words.upward) document.rotate(-90, { origin: [words.x, words.y] });
  const all = setPieces(words, pieces, context);
  for (const [index, set] of all.entries()) {
    const last = index === all.length - 1;
    drawText(words.goesOn && last ? `${set.piece.text} ` : set.piece.text, set, words.y, context);
  }
  document.restore();
}

/**
 * PDFKit lays words out one by one, which would put those of Arabic and Hebrew in the wrong order; with any features at
 * all, even none, it lays out the whole.
 */
const setting = (text: string): { readonly features?: PDFKit.Mixins.OpenTypeFeatures[] } =>
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(text)
    ? { features: [] }
    : {};

function drawText(
  text: string,
  { piece, x, width }: Placed,
  y: number,
  { document, faces }: PdfContext,
): void {
  faces.use(piece);
  document.fillColor(piece.colour);
  if (piece.to !== undefined || piece.href !== undefined)
    document.rect(x, y + UNDERLINE.drop * piece.size, width, UNDERLINE.width * piece.size).fill();
  document.text(text, x, y, { lineBreak: false, baseline: "alphabetic", ...setting(text) });
}

/** A line with emoji, which no font of outlines has: a picture of it, drawn with the fonts of the machine, which says its words. */
function paintWords(words: TextLine, context: PdfContext): void {
  const { document, painter, width: most } = context;
  if (painter === undefined) throw new CanvasWanted();
  const size = Math.max(...words.pieces.map((piece) => piece.size));
  // No character is wider than twice its size, and what is left over is transparent.
  const reach = lineText(words).length * size * 2;
  const [x, width] =
    words.align === "left"
      ? [words.x, reach]
      : words.align === "right"
        ? [words.x - reach, reach]
        : [words.x - reach / 2, reach];
  const right = Math.min(most, x + width);
  const left = Math.max(0, x);
  const [y, height] = [words.y - size * 1.2, size * 1.8];
  const sheet = { x: left, y, width: right - left, height, scale: SCALE, paper: groundAt(words, context) };
  const bytes = painter.paintOpaque([words], sheet);
  document.markContent("Span", { actual: lineText(words) });
  document.image(Buffer.from(bytes), left, y, { width: right - left, height });
  document.endMarkedContent();
}

/** The colour that lies under the start of a line. */
function groundAt({ x, y }: TextLine, { grounds }: PdfContext): string {
  const under = grounds.findLast(
    ({ box }) => box.x <= x && x <= box.x + box.w && box.y <= y && y <= box.y + box.h,
  );
  return under?.colour ?? "#FFFFFF";
}

/**
 * JPEG and plain PNG as they are. GIF, which PDF does not know, and PNG with transparency, which PDFKit unpacks in its
 * own time and so in no order that is the same twice, are painted anew on the paper.
 */
function drawImage(
  { box, file, clip, opacity, orientation = 1 }: Image,
  { document, pictures, painter, grounds }: PdfContext,
): void {
  const bytes = pictures.get(file);
  if (bytes === undefined) throw new Error(`the picture ${file} was not read`);
  const kind = pictureKind(bytes);
  const { x, y, w, h } = storedBox(box, orientation);
  const painted = (): Uint8Array => {
    if (painter === undefined) throw new CanvasWanted();
    const paper = grounds[0]?.colour ?? "#FFFFFF";
    const stored: Image = { type: "image", box: { x, y, w, h }, file };
    return painter.paintOpaque([stored], { x, y, width: w, height: h, scale: SCALE, paper });
  };
  const copied = kind === "jpeg" || (kind === "png" && isPlainPng(bytes));
  const { flip, degrees } = uprightBy(orientation);
  const origin: [number, number] = [box.x + box.w / 2, box.y + box.h / 2];
  document.save();
  if (clip !== undefined) document.path(clip).clip();
  if (opacity !== undefined) document.opacity(opacity);
  document.rotate(degrees, { origin });
  if (flip) document.translate(2 * origin[0], 0).scale(-1, 1);
  document.image(Buffer.from(copied ? bytes : painted()), x, y, { width: w, height: h });
  document.restore();
}
