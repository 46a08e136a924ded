import { fitChart } from "../charts/fit.ts";
import type { Deck } from "../model/deck.ts";
import { measureText } from "../text/index.ts";
import type { Look } from "../theme/theme.ts";
import { type LaidOut, type LayoutOptions, layoutDeck } from "./deck.ts";

export type { LaidOut, LayoutOptions } from "./deck.ts";

/**
 * Deck to pages: every box placed in EMU, every line broken, sizes explicit, nothing left to autofit.
 * What cannot be made to fit is a diagnostic (deck/overflow, deck/title-too-long, deck/source-too-long): an error, or a
 * warning when lenient. Pages are returned in either case. Pure: the same deck gives the same pages.
 */
export function layout(deck: Deck, look: Look, options: LayoutOptions): LaidOut {
  const family = look.theme.fonts.body;
  const measure = (text: string, size: number, bold: boolean): number =>
    measureText(text, { family, bold, italic: false }, size);
  return layoutDeck(deck, look, options, (model, size, labelSize) =>
    fitChart(model, size, measure, labelSize),
  );
}
