import type { FontFamily } from "../../base/fonts.ts";
import type { Orientation } from "../../base/orientation.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Rect, Spot } from "../../model/marks.ts";

export type { Rect } from "../../model/marks.ts";

/**
 * A display list is a page as plain marks, for outputs that draw: SVG, HTML, PNG and PDF draw the same one and agree.
 * Lengths are in pt, x to the right and y downward from the slide's top left corner. Colours are "#1B4F8F".
 */
export interface DisplayList {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly paper: string;
  readonly language: string;
  readonly nodes: readonly DisplayNode[];
  /** JSON paths in the bundle from which the page comes. */
  readonly from: readonly JsonPath[];
}

export type DisplayNode = Group | PathNode | TextLine | Image;

/** Meaning of a group to somebody who cannot see it. */
export type GroupKind =
  | "title"
  | "text"
  | "figure"
  | "chart"
  | "picture"
  | "table"
  | "row"
  | "cell"
  | "columnHeader"
  | "rowHeader"
  | "ornament"
  /** Words in a drawing, of which a figure on the page speaks. */
  | "mark"
  /** Drawn together, and nothing else. */
  | "part";

export interface Group {
  readonly type: "group";
  readonly kind: GroupKind;
  readonly children: readonly DisplayNode[];
  /** Text that is read to those who cannot see the group. */
  readonly label?: string;
  /** Id of the page that a click anywhere on it leads to, with its tooltip. */
  readonly to?: string;
  readonly tip?: string;
  readonly from?: JsonPath;
  /** Columns that a cell covers. */
  readonly span?: number;
  /** Area in which a link can be hit, in pt. */
  readonly box?: Rect;
  /** Turns all of it about a spot. */
  readonly turn?: Turn;
}

/** First mirrored from side to side, or upended, then turned clockwise about a spot. */
export interface Turn {
  readonly x: number;
  readonly y: number;
  readonly degrees: number;
  readonly mirrored: boolean;
  readonly upended: boolean;
}

/** A path that is filled, stroked or both. */
export interface PathNode {
  readonly type: "path";
  /** Path data in the syntax of SVG 1.1, 8.3, absolute: M, L, C, A and Z only. */
  readonly d: string;
  /** Area that the path covers, for hatches. */
  readonly box: Rect;
  readonly fill?: Fill;
  readonly pen?: StrokeStyle;
  /** JSON path in the bundle of the value whose mark this is in a chart. */
  readonly from?: JsonPath;
}

/** hatch: lines that rise to the right over the colour of the paper, the notation of forecasts. */
export type Fill =
  | { readonly colour: string; readonly pattern: "solid"; readonly opacity?: number }
  | { readonly colour: string; readonly pattern: "hatch"; readonly paper: string }
  | Gradient;

/** Colours from one spot to the other, and beyond them the first and the last; `colour` stands for all of them. */
export interface Gradient {
  readonly pattern: "gradient";
  readonly colour: string;
  readonly from: Spot;
  readonly to: Spot;
  readonly stops: readonly { readonly at: number; readonly colour: string; readonly opacity?: number }[];
}

export interface StrokeStyle {
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly cap: "butt" | "round";
}

/** One line of text. */
export interface TextLine {
  readonly type: "textLine";
  /** Anchor of the line in pt: its start, centre or end across, and its baseline. */
  readonly x: number;
  readonly y: number;
  readonly align: "left" | "center" | "right";
  readonly pieces: readonly TextSpan[];
  readonly rightToLeft: boolean;
  /** Lines of one paragraph have one number; lines that belong to no paragraph have none. */
  readonly paragraph?: number;
  /** A space follows that is not drawn: the line goes on in the next one. */
  readonly goesOn?: boolean;
  /** Turned to read upward, around x and y. */
  readonly upward?: boolean;
  /** A bullet or number: drawn, but no part of the text. */
  readonly mark?: boolean;
  /** JSON path in the bundle of words in a chart, or of the value that they say. */
  readonly from?: JsonPath;
}

export interface TextSpan {
  readonly text: string;
  readonly face: FontFace;
  readonly size: number;
  readonly colour: string;
  readonly href?: string;
  readonly to?: string;
}

export interface FontFace {
  readonly family: FontFamily;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A picture of the bundle or of a chart, stretched over its box. */
export interface Image {
  readonly type: "image";
  readonly box: Rect;
  readonly file: string;
  /** Orientation in which the pixels are stored, where that is not upright; the box is that of the upright picture. */
  readonly orientation?: Orientation;
  /** Path data of the part that is seen; all where left out. */
  readonly clip?: string;
  /** From 0 to 1; 1 where left out. */
  readonly opacity?: number;
}

/** All nodes below, depth first, groups before their children. */
export function* nodesOf(nodes: readonly DisplayNode[]): Generator<DisplayNode> {
  for (const node of nodes) {
    yield node;
    if (node.type === "group") yield* nodesOf(node.children);
  }
}

/** The words of a line. */
export const lineText = (words: TextLine): string => words.pieces.map((piece) => piece.text).join("");

/** Underline of links: its distance below the baseline and its thickness, as shares of the size. */
export const UNDERLINE = { drop: 0.11, width: 0.055 } as const;
