import type { Frame } from "../base/geometry.ts";
import type { LayoutName } from "../model/deck.ts";
import type { Insets, PlaceholderName } from "../model/page.ts";
import type { Part } from "../ooxml/package.ts";
import type { Element } from "../ooxml/xml.ts";

/** Reference of a slide to a placeholder of its layout (p:ph, ECMA-376 Part 1, 19.3.1.36). */
export interface PlaceholderMark {
  readonly type: string;
  readonly idx?: number;
  /**
   * Area of its text, in EMU: a text that fills it says no place of its own, and follows the layout. None where the contract
   * places it elsewhere than the layout does.
   */
  readonly area?: Frame;
  /** Distance of that area from the edges of the placeholder. */
  readonly insets: Insets;
}

/** The parts of a template that a deck is built on. Their names are those that they have in the deck. */
export interface TemplateBase {
  /** Masters, layouts, themes and their pictures. */
  readonly parts: readonly Part[];
  /** The masters in the order of the presentation, by their ids. */
  readonly masters: readonly { readonly part: string; readonly id: number }[];
  /** Name of the layout of each kind of page. */
  readonly layouts: Readonly<Record<LayoutName, string>>;
  /** The placeholders that each layout has; texts for others stand in boxes of their own. */
  readonly marks: Readonly<Record<LayoutName, Readonly<Partial<Record<PlaceholderName, PlaceholderMark>>>>>;
  /** Colour maps of the layouts that have one of their own (p:clrMapOvr), which slides must repeat. */
  readonly maps: Readonly<Record<LayoutName, Element | undefined>>;
  /** Styles of tables that people may choose from, without the list around them. */
  readonly tableStyles: readonly Element[];
  /** The template's file, where it has a sensitivity label, which decks keep. */
  readonly labelled?: Uint8Array;
}
