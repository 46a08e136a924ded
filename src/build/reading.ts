import type { Block, Slide } from "../model/deck.ts";
import { plain, type Rich } from "../model/text.ts";

/** Silent reading of English non-fiction, words a minute: Brysbaert 2019, J. Mem. Lang. 109. */
const WORDS_A_MINUTE = 238;
/** Time for an exhibit, in seconds. */
const SECONDS_AN_EXHIBIT = 20;

/** Whole minutes to read these slides, at least one. */
export function minutesToRead(slides: readonly Slide[]): number {
  const seconds = slides.reduce((sum, slide) => {
    const { words, exhibits } = add(inBlock(slide.body), inText(slide.title));
    return sum + (words * 60) / WORDS_A_MINUTE + exhibits * SECONDS_AN_EXHIBIT;
  }, 0);
  return Math.max(1, Math.round(seconds / 60));
}

interface Load {
  readonly words: number;
  readonly exhibits: number;
}

const NOTHING: Load = { words: 0, exhibits: 0 };
const EXHIBIT: Load = { words: 0, exhibits: 1 };
const add = (a: Load, b: Load): Load => ({ words: a.words + b.words, exhibits: a.exhibits + b.exhibits });
const sum = (loads: readonly Load[]): Load => loads.reduce(add, NOTHING);

const inText = (text: Rich): Load => ({
  words: (plain(text).match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? []).length,
  exhibits: 0,
});

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
