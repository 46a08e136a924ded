import LineBreaker from "linebreak";

/** A place where a line may end, as a UTF-16 index after trailing spaces. */
export interface Opportunity {
  readonly position: number;
  /**
   * `must`: a hard break. `weak`: taken only in a piece that does not fit on a line of its own; guessing more often
   * than renderers do that a break is taken would make a text longer than its box.
   */
  readonly strength: "must" | "may" | "weak";
}

/** Thai, Lao, Myanmar, Khmer: no spaces between words; UAX #14 (LB1, class SA) leaves them to a dictionary. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;

const SLASH = 0x2f;
const EN_DASH = 0x2013;

const isHangul = (unit: number): boolean =>
  (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0x1100 && unit <= 0x11ff);
export const isSquare = (unit: number): boolean =>
  isHangul(unit) || (unit >= 0x2e80 && unit <= 0xa4cf) || (unit >= 0xff01 && unit <= 0xff9f);

const isStop = (unit: number): boolean =>
  unit === 0x3001 || unit === 0x3002 || unit === 0xff0c || unit === 0xff0e;
const isAlphanumeric = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);

/**
 * Breaks that UAX #14 allows and not all renderers take: after "/" and en dash; within Korean words, which PowerPoint
 * and LibreOffice keep whole; between East Asian punctuation and a Western word.
 */
const isWeak = (before: number, after: number): boolean =>
  before === SLASH ||
  before === EN_DASH ||
  (isHangul(before) && isHangul(after)) ||
  (isStop(before) && isAlphanumeric(after));

/** The places where lines of `text` may end, in order; the last is its end. UAX #14 with exceptions. */
export function opportunitiesOf(text: string, language: string): readonly Opportunity[] {
  const found: Opportunity[] = [];
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const { position, required } = next;
    if ((required || position === text.length) && isHard(text, position))
      found.push({ position, strength: "must" });
    else if (position === text.length) found.push({ position, strength: "may" });
    else {
      const weak = isWeak(text.charCodeAt(position - 1), text.charCodeAt(position));
      found.push({ position, strength: weak ? "weak" : "may" });
    }
  }
  const extra = [
    ...(UNSPACED.test(text) ? wordEnds(text, language) : []),
    ...(EDGE.test(text) ? eastAsianEdges(text) : []),
  ];
  if (extra.length === 0) return found;
  const places = new Map(
    extra.map((position): [number, Opportunity] => [position, { position, strength: "may" }]),
  );
  for (const each of found) places.set(each.position, each);
  return [...places.values()].sort((one, other) => one.position - other.position);
}

/** The package calls the end of the text required too. */
const isHard = (text: string, position: number): boolean =>
  /[\n\v\f\r\u0085\u2028\u2029]/.test(text.charAt(position - 1));

/** Returns the positions at which words end in scripts that are written without spaces. */
function wordEnds(text: string, language: string): number[] {
  const words = Array.from(new Intl.Segmenter(language, { granularity: "word" }).segment(text));
  return words
    .filter(
      ({ index, segment }) =>
        index > 0 && UNSPACED.test(text.charAt(index - 1)) && UNSPACED.test(segment.charAt(0)),
    )
    .map(({ index }) => index);
}

const EDGE = /[\u2018\u2019\u201c\u201d]|[、。，．][$£¥€]/;
const CURRENCY = /[$£¥€]/;

/**
 * Curly quotes beside East Asian text open and close like brackets (UAX #14 of Unicode 16, LB19a), and an amount may
 * open a line after East Asian punctuation.
 */
function eastAsianEdges(text: string): number[] {
  const edges: number[] = [];
  for (let index = 1; index < text.length; index += 1) {
    const [before, after] = [text.charCodeAt(index - 1), text.charCodeAt(index)];
    if ((after === 0x2018 || after === 0x201c) && isSquare(before) && isSquare(text.charCodeAt(index + 1))) {
      if (!OPENERS.test(text.charAt(index - 1))) edges.push(index);
    } else if (
      (before === 0x2019 || before === 0x201d) &&
      isSquare(after) &&
      isSquare(text.charCodeAt(index - 2))
    ) {
      if (!CLOSERS.test(text.charAt(index))) edges.push(index);
    } else if (isStop(before) && CURRENCY.test(text.charAt(index))) edges.push(index);
  }
  return edges;
}

/** No line ends in these, none begins with those (JIS X 4051). */
const OPENERS = /[（〔［｛〈《「『【]/;
const CLOSERS = /[、。，．・：；？！）〕］｝〉》」』】ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]/;
