import type { Block, Slide } from "../model/deck.ts";
import { plain, type Rich } from "../model/text.ts";

/** Silent reading of English non-fiction, words a minute: Brysbaert 2019, J. Mem. Lang. 109. */
const WORDS_A_MINUTE = 238;
/**
 * The same in languages whose words are longer or shorter, where they say the same in fewer or more of them: times what IReST
 * (below) measured to 228 in English, of texts that say the same. German: 179, Swedish: 199, French: 195.
 */
const OWN_WORDS_A_MINUTE: Readonly<Record<string, number>> = { de: 187, sv: 208, fr: 204 };
/**
 * Silent reading of Japanese, characters a minute: 357 read aloud (IReST: Trauzettel-Klosinski and Dietz 2012, Invest.
 * Ophthalmol. Vis. Sci. 53), times what Brysbaert 2019 finds silent reading to be faster, 238 to 183 words.
 */
const CHARACTERS_A_MINUTE = 464;
/** Time for an exhibit, in seconds. */
const SECONDS_AN_EXHIBIT = 20;

/** Whole minutes to read these slides of a deck in this language (BCP 47), at least one. */
export function minutesToRead(slides: readonly Slide[], language = "en"): number {
  const pace = OWN_WORDS_A_MINUTE[language.split("-")[0] ?? ""] ?? WORDS_A_MINUTE;
  const seconds = slides.reduce((sum, slide) => {
    const { words, characters, exhibits } = add(inBlock(slide.body), inText(slide.title));
    const minutes = words / pace + characters / CHARACTERS_A_MINUTE;
    return sum + minutes * 60 + exhibits * SECONDS_AN_EXHIBIT;
  }, 0);
  return Math.max(1, Math.round(seconds / 60));
}

interface Load {
  readonly words: number;
  /** Characters of scripts that part no words by spaces. */
  readonly characters: number;
  readonly exhibits: number;
}

const NOTHING: Load = { words: 0, characters: 0, exhibits: 0 };
const EXHIBIT: Load = { words: 0, characters: 0, exhibits: 1 };
const add = (a: Load, b: Load): Load => ({
  words: a.words + b.words,
  characters: a.characters + b.characters,
  exhibits: a.exhibits + b.exhibits,
});
const sum = (loads: readonly Load[]): Load => loads.reduce(add, NOTHING);

const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/gu;

function inText(text: Rich): Load {
  const words = plain(text).replaceAll(CHARACTER, " ");
  return {
    words: (words.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? []).length,
    characters: plain(text).match(CHARACTER)?.length ?? 0,
    exhibits: 0,
  };
}

function inBlock(block: Block): Load {
  switch (block.type) {
    case "text":
      return sum(block.paragraphs.map((paragraph) => inText(paragraph.text)));
    case "stack":
    case "columns":
      return sum(block.children.map(inBlock));
    case "panel":
      return inBlock(block.child);
    case "table":
      return sum([...block.head, ...block.rows.flat()].map((cell) => inText(cell.text)));
    case "exhibit":
    case "picture":
    case "plane":
      return EXHIBIT;
    case "bars":
      return sum(block.bars.map(({ label, text }) => inText([{ text: label }, { text: " " }, { text }])));
    case "interval":
      return inText([{ text: block.lowText }, { text: " " }, { text: block.highText }]);
    case "sparkline":
    case "rule":
      return NOTHING;
  }
}
