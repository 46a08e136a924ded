import { type BuildInput, buildDeck } from "./build/index.ts";
import { computeFigures } from "./compute/index.ts";
import { DiagnosticsError } from "./diagnostics/diagnostic.ts";
import type { Deck } from "./model/deck.ts";
import type { Figures } from "./model/figures.ts";
import { createResolver } from "./outline/expressions.ts";
import { type OutlineOptions, outlineStory } from "./outline/index.ts";
import { type TraceInputs, withOrigins } from "./provenance/index.ts";

/** The deck, knowing where its words came from; it is made again for that from inputs that carry marks. */
export function traced(
  deck: Deck,
  inputs: TraceInputs,
  figures: Figures,
  built: Pick<BuildInput, "theme" | "pictures">,
  outlining: OutlineOptions,
): Deck {
  const resolve = createResolver(figures, inputs.locale, () => {});
  return withOrigins(
    deck,
    inputs,
    (marked) => {
      try {
        const { locale, phrasebook } = marked;
        const computed = marked.figures(computeFigures(marked.bundle, locale, phrasebook).figures);
        const { story, resolved, figures } = outlineStory(
          ...([marked.bundle, computed, locale, phrasebook, outlining] as const),
        );
        return buildDeck({ story, resolved, figures, locale, phrasebook, ...built });
      } catch (cause) {
        // What marks make of a bundle may be none that can be drawn; its words then have no origin.
        if (cause instanceof DiagnosticsError) return undefined;
        throw cause;
      }
    },
    (expression) => resolve(expression, []),
  );
}
