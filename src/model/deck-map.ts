import type { Origin } from "../base/origin.ts";
import type { JsonPath } from "./figures.ts";

/**
 * Map of a deck: where its words came from, by page, shape and paragraph. It is `map.json` of a version that was sent, and
 * stays with the sender; the deck itself carries none of it.
 */
export interface DeckMap {
  readonly format: 1;
  readonly pages: readonly PageMap[];
  /** Place of each figure that is printed, by its id. */
  readonly figures: Readonly<Record<string, JsonPath>>;
}

export interface PageMap {
  readonly id: string;
  /** From 1, as the slide stands in the deck. */
  readonly number: number;
  readonly title: string;
  /** Parts of the bundle that the page is about. */
  readonly from: readonly JsonPath[];
  readonly shapes: readonly ShapeMap[];
  readonly notes: readonly ParagraphMap[];
}

export interface ShapeMap {
  /** Name of the shape on its slide. */
  readonly name: string;
  readonly from?: JsonPath;
  readonly texts: readonly TextMap[];
  /** Series of a chart: the place in the bundle of each value, by the index of its category. */
  readonly series?: readonly { readonly name: string; readonly from: readonly (JsonPath | null)[] }[];
}

export interface TextMap {
  /** Row and column of a cell, from 0. */
  readonly cell?: readonly [row: number, column: number];
  readonly paragraphs: readonly ParagraphMap[];
}

export interface ParagraphMap {
  readonly text: string;
  /** Origins of its parts, UTF-16 indices in `text`. */
  readonly origins: readonly Origin[];
}
