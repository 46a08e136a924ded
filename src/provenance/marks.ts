/**
 * Marks that travel within texts: pairs of letters that no bundle is written in. They are letters to every pattern, so
 * that words stay words and sentences end where they did; both lie in the basic plane, one UTF-16 unit each.
 */

/** The Yi syllables (Unicode 16, block U+A000–A48C): 1,165 letters without case, of which pairs count to 1.3 million. */
const FIRST = 0xa000;
const COUNT = 1_165;
const MARK = /[\uA000-\uA48C]{2}/gu;
const LETTER = /[\uA000-\uA48C]/u;

/** Length of a mark in UTF-16 units. */
export const MARK_LENGTH = 2;

/** True where a text has letters of marks already, so that marks in it could not be told from its words. */
export const holdsMarkLetters = (text: string): boolean => LETTER.test(text);

/** The marks of one tracing: each stands for a place that something came from. */
export class Marks<Place> {
  readonly #places: Place[] = [];

  /** A mark for a place; "" when there are no more. */
  of(place: Place): string {
    const id = this.#places.length;
    if (id >= COUNT * COUNT) return "";
    this.#places.push(place);
    return String.fromCharCode(FIRST + Math.floor(id / COUNT), FIRST + (id % COUNT));
  }

  /** Takes the marks out of a text: what is left, and the UTF-16 index there at which each stood. */
  read(marked: string): { readonly text: string; readonly found: readonly FoundMark<Place>[] } {
    const found: FoundMark<Place>[] = [];
    let removed = 0;
    const text = marked.replaceAll(MARK, (mark, index: number) => {
      const id = (mark.charCodeAt(0) - FIRST) * COUNT + mark.charCodeAt(1) - FIRST;
      const place = this.#places[id];
      if (place === undefined) return mark;
      found.push({ at: index - removed, place });
      removed += MARK_LENGTH;
      return "";
    });
    return { text, found };
  }
}

export interface FoundMark<Place> {
  readonly at: number;
  readonly place: Place;
}
