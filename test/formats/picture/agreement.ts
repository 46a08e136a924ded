import { expect } from "vitest";
import { chartNodes } from "../../../src/formats/display/chart/index.ts";
import { lineText, type Node, nodesOf, type Words } from "../../../src/formats/display/list.ts";
import type { PlacedChart } from "../../../src/model/placed.ts";
import { parse } from "../../../src/ooxml/parse.ts";
import { all, type Element, textOf } from "../../../src/ooxml/xml.ts";
import { look } from "../../layout/look.ts";

/** What our own drawing of the chart consists of, which SVG, HTML and PDF show unless a picture is asked for. */
export const ownNodes = (chart: PlacedChart): readonly Node[] => [
  ...nodesOf(chartNodes(chart, { x: 0, y: 0 }, look)),
];

export interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly anchor: string;
  readonly upward: boolean;
}

const ANCHORS = { left: "start", center: "middle", right: "end" } as const;
const ownWords = (words: Words): Written[] =>
  words.pieces.map(({ size, face, colour }) => ({
    ...{ text: lineText(words), x: words.x, y: words.y, size, bold: face.bold, colour },
    ...{ anchor: ANCHORS[words.align], upward: words.upward ?? false },
  }));
const pictureWords = (text: Element): Written => ({
  text: textOf(text),
  x: Number(text.attributes["x"]),
  y: Number(text.attributes["y"]),
  size: Number(text.attributes["font-size"]),
  bold: text.attributes["font-weight"] === "bold",
  colour: text.attributes["fill"]?.toUpperCase() ?? "",
  anchor: text.attributes["text-anchor"] ?? "start",
  upward: text.attributes["transform"]?.startsWith("rotate(-90 ") ?? false,
});

/** How far the same word may stand from itself, in pt: Chart.js sets the labels of its axes to whole px. */
const NEAR = 1.5;

const isSame = (one: Written, other: Written): boolean => {
  const { x, y, ...rest } = one;
  const { x: left, y: top, ...others } = other;
  return (
    Math.abs(x - left) < NEAR && Math.abs(y - top) < NEAR && JSON.stringify(rest) === JSON.stringify(others)
  );
};

/** Fails unless a drawing of Chart.js has the words of our own: at the same places, in the same size and colour. */
export function expectSameWords(chart: PlacedChart, drawing: string): void {
  const picture = [...all(parse(drawing), "text")].map(pictureWords);
  const own = ownNodes(chart).flatMap((node) => (node.type === "words" ? ownWords(node) : []));
  const onlyPicture = picture.filter((written) => {
    const twin = own.findIndex((each) => isSame(each, written));
    if (twin >= 0) own.splice(twin, 1);
    return twin < 0;
  });
  expect({ onlyPicture, onlyOwn: own }).toEqual({ onlyPicture: [], onlyOwn: [] });
}
