import { lazily } from "../base/lazily.ts";
import table from "./phrases/ja.json" with { type: "json" };

/** Weights of what stands around a place, by the name of the window and its characters; a positive sum ends a phrase. */
type Weights = Readonly<Record<string, number>>;

/**
 * Windows around a place between two characters: their names in the model, and from where to where they reach, in
 * characters from that place. After BudouX (Apache License 2.0), whose model is a linear one.
 */
const WINDOWS = [
  ["UW1", -3, -2],
  ["UW2", -2, -1],
  ["UW3", -1, 0],
  ["UW4", 0, 1],
  ["UW5", 1, 2],
  ["UW6", 2, 3],
  ["BW1", -2, 0],
  ["BW2", -1, 1],
  ["BW3", 0, 2],
  ["TW1", -3, 0],
  ["TW2", -2, 1],
  ["TW3", -1, 2],
  ["TW4", 0, 3],
] as const;

const model = lazily(() => {
  const windows = WINDOWS.map(([name, from, to]) => ({
    weights: new Map(Object.entries(table[name] as Weights)),
    from,
    to,
  }));
  const all = windows.reduce((sum, { weights }) => sum + [...weights.values()].reduce((a, b) => a + b, 0), 0);
  return { windows, base: -all / 2 };
});

/**
 * Finds the places, as UTF-16 indices, at which phrases (文節) of a text end: where a reader would let a line end. The end of
 * the text is one of them. Undefined for languages that part their words by spaces, or whose phrases are not known.
 */
export const phraseFinder = (language: string): ((text: string) => ReadonlySet<number>) | undefined =>
  /^ja\b/i.test(language) ? phraseEnds : undefined;

function phraseEnds(text: string): ReadonlySet<number> {
  const { windows, base } = model();
  const ends = new Set([text.length]);
  for (let place = 1; place < text.length; place += 1) {
    const score = windows.reduce((sum, { weights, from, to }) => {
      const window = text.slice(Math.max(0, place + from), Math.max(0, place + to));
      return sum + (weights.get(window) ?? 0);
    }, base);
    if (score > 0) ends.add(place);
  }
  return ends;
}
