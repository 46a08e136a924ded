import type { PlacedParagraph, PlacedRun } from "../../../model/page.ts";
import { cleanText } from "../../../ooxml/escape.ts";

/** A stretch of one run without a line break in it: what becomes one a:r, after an a:br where one is asked for. */
export interface Piece {
  readonly run: PlacedRun;
  readonly text: string;
  readonly breakBefore: boolean;
}

/**
 * The pieces of a paragraph in order; forced line breaks in a run's text part it, and so do the ends of lines in a link:
 * LibreOffice takes the words of a link for one field, and prints a field that runs over a line end over itself.
 */
export function pieces(placed: PlacedParagraph): readonly Piece[] {
  const paragraph = keepEmojiWhole(placed);
  if (!paragraph.runs.some(isLink)) return paragraph.runs.flatMap((run) => lines(run, run.text));
  const ends = lineEnds(paragraph);
  let at = 0;
  return paragraph.runs.flatMap((run) => {
    const start = at;
    at += run.text.length;
    const cuts = isLink(run) ? ends.filter((end) => end > start && end < at).map((end) => end - start) : [];
    return [0, ...cuts].flatMap((cut, index) => {
      const text = run.text.slice(cut, cuts[index]);
      const words = index < cuts.length ? text.trimEnd() : text;
      return [
        ...lines(run, words),
        ...lines(unlinked(run), text.slice(words.length)).filter(({ text }) => text !== ""),
      ];
    });
  });
}

/** A line among whose first words are several emoji joined into one (UTS #51, 1.4.9), such as a family. */
const JOINED = /^(?:\S+\s){0,2}\p{Extended_Pictographic}\S*\u200d/u;

/**
 * LibreOffice ends lines within joined emoji. Where one did not fit on a line of layout's, which takes words before it
 * down with it, that line is ended outright.
 */
function keepEmojiWhole(paragraph: PlacedParagraph): PlacedParagraph {
  if (!paragraph.runs.some((run) => run.text.includes("\u200d"))) return paragraph;
  const whole = paragraph.runs.map((run) => run.text).join("");
  const ends = lineEnds(paragraph).filter((end) => JOINED.test(whole.slice(end)));
  let at = 0;
  const runs = paragraph.runs.map((run) => {
    const start = at;
    at += run.text.length;
    const own = ends.filter((end) => end >= start && end < at).map((end) => end - start);
    const parts = [0, ...own].map((from, index) => run.text.slice(from, own[index]));
    return { ...run, text: parts.join("\n") };
  });
  return { ...paragraph, runs };
}

const isLink = (run: PlacedRun): boolean => run.href !== undefined || run.to !== undefined;

const lines = (run: PlacedRun, text: string): readonly Piece[] =>
  cleanText(text)
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ run, text: line, breakBefore: index > 0 }));

/** The space at the end of a line of a link is no part of it, or it would be underlined. */
function unlinked({ href: _href, to: _to, ...run }: PlacedRun): PlacedRun {
  return run;
}

/** Returns the ends of the layout's lines in the text, after spaces; none if the lines do not match it. */
function lineEnds({ runs, lines }: PlacedParagraph): readonly number[] {
  const whole = runs.map((run) => run.text).join("");
  const ends: number[] = [];
  let at = 0;
  for (const line of lines.slice(0, -1)) {
    const text = line.runs
      .map((run) => run.text)
      .join("")
      .trim();
    const found = whole.indexOf(text, at);
    if (found < 0) return [];
    at = found + text.length;
    while (whole[at] === " ") at += 1;
    ends.push(at);
  }
  return ends;
}
