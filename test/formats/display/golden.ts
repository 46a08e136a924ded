import {
  type DisplayNode,
  nodesOf,
  type PathNode,
  type TextLine,
} from "../../../src/formats/display/list.ts";
import { rectangle } from "../../../src/formats/display/path.ts";

/** To tenths of a point: less than that is seen by nobody, and would make a diff longer than the change. */
const tenths = (value: number): string => String(Math.round(value * 10) / 10 + 0);

const pathData = (d: string): string => d.replace(/-?\d+(?:\.\d+)?/g, (number) => tenths(Number(number)));

/** A rectangle is said by its box, any other path by its data. */
function path({ d, box, fill, pen }: PathNode): string {
  const { x, y, w, h } = box;
  const shape =
    d === rectangle(box) ? `box ${tenths(x)} ${tenths(y)} ${tenths(w)}x${tenths(h)}` : `path ${pathData(d)}`;
  return [
    shape,
    fill && `fill ${fill.colour}${fill.pattern === "hatch" ? " hatched" : ""}`,
    pen &&
      `line ${pen.colour} ${tenths(pen.width)}${pen.dash.length > 0 ? ` dash ${pen.dash.map(tenths).join("/")}` : ""}`,
  ]
    .filter(Boolean)
    .join(", ");
}

function textLine({ x, y, align, pieces, upward }: TextLine): string {
  const text = JSON.stringify(pieces.map((piece) => piece.text).join(""));
  const [first] = pieces;
  const style = first && `${tenths(first.size)} pt${first.face.bold ? " bold" : ""} ${first.colour}`;
  return `textLine ${tenths(x)} ${tenths(y)} ${align}${upward === true ? " upward" : ""} ${text} ${style}`;
}

/** A display list as lines to read in a diff: one node a line, with what it is, where, and how it looks. */
export const displayListText = (nodes: readonly DisplayNode[]): string =>
  [...nodesOf(nodes)]
    .flatMap((node) => {
      if (node.type === "path") return [path(node)];
      if (node.type === "textLine") return [textLine(node)];
      if (node.type === "image") return [`picture ${node.file}`];
      return node.kind === "part" || node.kind === "row" ? [] : [`- ${node.kind}`];
    })
    .map((line) => `${line}\n`)
    .join("");
