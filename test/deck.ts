import { buildDeck } from "../src/build/index.ts";
import { computeFigures } from "../src/compute/index.ts";
import { resolveLocale } from "../src/locales/index.ts";
import { createPhrasebook } from "../src/locales/phrasebook.ts";
import type { Bundle } from "../src/model/bundle/index.ts";
import type { Deck } from "../src/model/deck.ts";
import { outlineStory } from "../src/outline/index.ts";

const locale = resolveLocale("en-GB");
if (locale === undefined) throw new Error("no en-GB");
const phrasebook = createPhrasebook(locale);
const stated = locale;

/** The deck of a bundle that is read already, before it is measured. */
export function deckOf(bundle: Bundle): Deck {
  const { figures } = computeFigures(bundle, stated);
  const { story, resolved } = outlineStory(bundle, figures, stated, phrasebook);
  return buildDeck({
    story,
    resolved,
    figures,
    locale: stated,
    phrasebook,
    pictures: {},
    theme: "boardroom",
  });
}
