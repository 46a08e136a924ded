import { beforeAll, describe, expect, test } from "vitest";
import { pathText, valueAt } from "../../../src/base/json-path.ts";
import { compareDecks } from "../../../src/conversation/pull/compare.ts";
import { settle } from "../../../src/conversation/pull/settle.ts";
import { deckContent } from "../../../src/formats/pptx/content/deck.ts";
import type { ParagraphMap } from "../../../src/model/deck-map.ts";
import type { DeckContent, ReturnedItem, SlideContent } from "../../../src/model/returned.ts";
import { trials } from "../../trials.ts";
import { type SentDeck, sentDeck } from "./deck.ts";

/** A place to edit: a word of the author's in a paragraph on a slide. */
interface Spot {
  readonly slide: number;
  readonly shape: string;
  readonly cell: string;
  readonly paragraph: ParagraphMap;
  readonly at: number;
  readonly word: string;
}

/** A generator of numbers from 0 to 1 that gives the same ones each time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Words that come from one text of the bundle, letter by letter. */
function spotsOf({ map }: SentDeck): readonly Spot[] {
  return map.pages.flatMap((page, slide) =>
    page.shapes.flatMap((shape) =>
      shape.texts.flatMap((text) =>
        text.paragraphs.flatMap((paragraph) =>
          [...paragraph.text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)].flatMap(({ index, 0: word }) =>
            paragraph.origins.some(
              ({ at, length, start, figure, value }) =>
                start !== undefined &&
                figure === undefined &&
                value === undefined &&
                at <= index &&
                at + length >= index + word.length,
            )
              ? [{ slide, shape: shape.name, cell: String(text.cell ?? ""), paragraph, at: index, word }]
              : [],
          ),
        ),
      ),
    ),
  );
}

/** The deck as a reader saved it who replaced one word. */
function withWord(deck: DeckContent, spot: Spot, word: string): DeckContent {
  const slides = deck.slides.map((slide, n): SlideContent => {
    if (n !== spot.slide) return slide;
    return {
      ...slide,
      shapes: slide.shapes.map((shape) =>
        shape.name !== spot.shape
          ? shape
          : {
              ...shape,
              texts: shape.texts.map((text) =>
                String(text.cell ?? "") !== spot.cell
                  ? text
                  : { ...text, paragraphs: text.paragraphs.map((one) => replaced(one, spot, word)) },
              ),
            },
      ),
    };
  });
  return { ...deck, slides };
}

const bare = (text: string): string => text.replaceAll(/\s/gu, "");

/** The paragraph of the file, in which lines may be broken, with the word in the same place. */
function replaced(written: string, { paragraph, at, word }: Spot, by: string): string {
  if (bare(written) !== bare(paragraph.text)) return written;
  const before = bare(paragraph.text.slice(0, at)).length;
  let [n, seen] = [0, 0];
  while (seen < before || /\s/u.test(written.charAt(n))) {
    if (!/\s/u.test(written.charAt(n))) seen += 1;
    n += 1;
  }
  return written.slice(0, n) + by + written.slice(n + word.length);
}

/** Edits of people: what becomes of a word that they change. */
const EDITS: Readonly<Record<string, (word: string, made: string) => string>> = {
  "puts a word in front": (word, made) => `${made} ${word}`,
  "puts a word behind": (word, made) => `${word} ${made}`,
  "corrects a letter": (word) => `${word.slice(0, 1)}q${word.slice(1)}`,
  "puts a comma behind": (word) => `${word},`,
  "makes two of it": (word, made) => `${word}-${made} and more`,
};

const TRIES = trials(60);
const TRIES_OF_EACH = trials(12);

describe.each([
  "samples/minimal.json",
  "samples/sepsis-at-the-ward-door.json",
  "samples/stop-mechanical-scales.json",
  "samples/vuodot-kiinni-samana-paivana.json",
  "test/bundles/customer-listening.json",
])("%s", (name) => {
  let sent: SentDeck;
  let content: DeckContent;
  beforeAll(async () => {
    sent = await sentDeck(name);
    content = await deckContent(sent.file);
  });

  test("comes back without a change where nobody changed anything", async () => {
    expect(compareDecks(content, await deckContent(sent.file), sent.map)).toEqual([]);
  });

  /** Edits words at random places, and expects each as one edit of the text that it came from. */
  function tryAll(seed: number, tries: number, edit: (word: string, made: string) => string): void {
    const spots = spotsOf(sent);
    const next = chance(seed);
    expect(spots.length).toBeGreaterThan(200);
    for (let n = 0; n < tries; n++) {
      const spot = spots[Math.floor(next() * spots.length)];
      if (spot === undefined) continue;
      const by = edit(spot.word, `Zq${Math.floor(next() * 1e6)}`);
      const found = compareDecks(content, withWord(content, spot, by), sent.map);
      const said = `${spot.word} on slide ${spot.slide + 1}, ${spot.shape}: ${JSON.stringify(found)}`;
      expect(
        found.map(({ kind }) => kind),
        said,
      ).toEqual(["text"]);
      const [item] = found as readonly Extract<ReturnedItem, { readonly kind: "text" }>[];
      const origin = spot.paragraph.origins.find((one) => one.at <= spot.at && one.at + one.length > spot.at);
      expect(pathText(item?.path ?? []), said).toBe(pathText(origin?.path ?? []));
      const written = String(valueAt(sent.compiled.bundle, item?.path ?? []));
      const start = (origin?.start ?? 0) + spot.at - (origin?.at ?? 0);
      const expected = written.slice(0, start) + by + written.slice(start + spot.word.length);
      const { texts } = settle(found, sent.compiled.bundle, sent.compiled.bundle);
      expect(texts[0]?.theirs, said).toEqual([expected]);
      expect(texts[0]?.standing, said).toBe("proposed");
    }
  }

  test("gives every edit of a word back as one of the text that it came from", () => {
    tryAll(7, TRIES, (_, made) => made);
  });

  test.each(Object.entries(EDITS))("gives it back where somebody %s", (_, edit) => {
    tryAll(11, TRIES_OF_EACH, edit);
  });
});
