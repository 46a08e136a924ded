import LineBreaker from "linebreak";

/** A place where a line may end (`required`: must), as a UTF-16 index after trailing spaces. */
export interface Opportunity {
  readonly position: number;
  readonly required: boolean;
}

/** Thai, Lao, Myanmar, Khmer: no spaces between words; UAX #14 (LB1, class SA) leaves them to a dictionary. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;

/**
 * The places where lines of `text` may end, in order; the last is its end. UAX #14, with these exceptions: no break
 * after "/" and en dash, because not all of LibreOffice and the PowerPoint versions break there, and guessing a break that
 * is not taken makes a text one line longer than its box.
 */
export function opportunitiesOf(text: string, language: string): readonly Opportunity[] {
  const found: Opportunity[] = [];
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const { position, required } = next;
    const hard = required && isHard(text, position);
    if (position < text.length && !hard && isTied(text.charCodeAt(position - 1))) continue;
    found.push({ position, required: hard });
  }
  return UNSPACED.test(text) ? withWords(text, language, found) : found;
}

const isTied = (before: number): boolean => before === 0x2f || before === 0x2013;

/** The package calls the end of the text required too. */
const isHard = (text: string, position: number): boolean =>
  /[\n\v\f\r\u0085\u2028\u2029]/.test(text.charAt(position - 1));

function withWords(text: string, language: string, found: readonly Opportunity[]): readonly Opportunity[] {
  const places = new Map(found.map((each) => [each.position, each]));
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: "word" }).segment(text)) {
    if (
      index > 0 &&
      UNSPACED.test(text.charAt(index - 1)) &&
      UNSPACED.test(segment.charAt(0)) &&
      !places.has(index)
    ) {
      places.set(index, { position: index, required: false });
    }
  }
  return [...places.values()].sort((one, other) => one.position - other.position);
}
