import { fitChart } from "../charts/fit.ts";
import type { Deck } from "../model/deck.ts";
import { fontOf, measureText, type Typeface } from "../text/index.ts";
import type { ResolvedTheme } from "../theme/theme.ts";
import { type LaidOut, type LayoutOptions, layoutDeck } from "./deck.ts";
import type { LayoutMemory } from "./layout-cache.ts";

export type { LaidOut, LayoutOptions } from "./deck.ts";
export { lastCheck } from "./last-check.ts";
export { type LayoutMemory, startLayoutMemory } from "./layout-cache.ts";

/**
 * Deck to pages: every box placed in EMU, every line broken, sizes explicit, nothing left to autofit.
 * What cannot be made to fit is a diagnostic (deck/overflow, deck/title-too-long, deck/source-too-long): an error, or a
 * warning when lenient. Pages are returned in either case. The same deck gives the same pages, whatever `memory` holds;
 * pages that are as they were the last time are the same objects.
 */
export function layout(
  deck: Deck,
  look: ResolvedTheme,
  options: LayoutOptions,
  memory?: LayoutMemory,
): LaidOut {
  const measure = rememberedWidths(look.fonts.body);
  return layoutDeck(
    deck,
    look,
    options,
    (model, size, labelSize) => fitChart(model, size, measure, labelSize),
    memory,
  );
}

/** Widths in pt of the words in charts, which are asked for at every step of fitting one. */
function rememberedWidths(typeface: Typeface): (text: string, size: number, bold: boolean) => number {
  const styles = new Map<string, Map<string, number>>();
  return (text, size, bold) => {
    const style = `${size}${bold ? "b" : "r"}`;
    const known = styles.get(style) ?? new Map<string, number>();
    styles.set(style, known);
    const before = known.get(text);
    if (before !== undefined) return before;
    const width = measureText(text, fontOf(typeface, bold), size);
    known.set(text, width);
    return width;
  };
}
