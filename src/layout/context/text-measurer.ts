import { lazily } from "../../base/lazily.ts";
import { type Pt, pt } from "../../base/units.ts";
import { resolveLocale } from "../../locales/index.ts";
import type { PlacedLine, PlacedRun } from "../../model/page.ts";
import type { Rich, Run } from "../../model/text.ts";
import {
  balancedWidthOf,
  fontOf,
  inCapitals,
  isRightToLeft,
  type LineSpan,
  lineOf,
  longestWordOf,
  naturalWidthOf,
  type Opportunity,
  opportunitiesOf,
  type Prepared,
  phraseFinder,
  prepare,
  roomOf,
  type StyledRun,
  spansOf,
  type Typeface,
  toleranceOf,
  type WidthTolerance,
} from "../../text/index.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";
import { createGlueFinder, type GlueSpaces, gluedAt } from "./glue.ts";

/** All that layout asks about widths of text; `src/text` answers. */
export interface TextMeasurer {
  /** A sentence in a style. Asked again, also for another sentence of the same words, it gives the same object. */
  readonly measure: (text: Rich, style: Style) => MeasuredText;
}

/** Settings that decide the width of a text, beside its words and their emphasis. */
export interface Style {
  readonly size: Pt;
  readonly bold: boolean;
  /** A font of the theme; "wide" is what stands in for it where it is missing, at its widest. */
  readonly font: "heading" | "body" | "wide";
  /** True where its letters are drawn as capitals. */
  readonly caps?: boolean;
}

/** Phones, Keynote and Google Slides set Calibri in fonts as wide as this one, or narrower. */
const WIDE: Typeface = { name: "Arial", family: "Arial" };
/** Width of `WIDE` relative to Calibri on the texts of our samples, as a factor. */
export const WIDER = 1.12;

/** A sentence in one style. Its characters are measured once; all that follows is arithmetic. Widths are in pt. */
export interface MeasuredText {
  /** Broken greedily into lines no wider than `width`. An empty sentence has no line. */
  readonly lines: (width: Pt) => readonly LineSpan[];
  /** Width on one line. */
  readonly width: () => Pt;
  /** Width of the widest piece that cannot be broken. */
  readonly longestWord: () => Pt;
  /** Narrowest width that takes no more lines than `width` does. */
  readonly balanced: (width: Pt) => Pt;
  /** False where a renderer may set it much wider or narrower: emoji, other scripts. */
  readonly sure: boolean;
  /** Between which widths it keeps these lines. */
  readonly tolerance: (lines: readonly LineSpan[]) => WidthTolerance;
  /** Finds the spaces that must not break on lines `width` pt wide, so that numbers keep their units. */
  readonly gluedSpaces: (width: Pt) => readonly number[];
  /** One of its lines, as pieces of the runs that the sentence was placed as. */
  readonly line: (span: LineSpan, runs: readonly PlacedRun[]) => PlacedLine;
}

/** A line is broken when it comes closer than this to full; a box made for one line must be wider by as much. */
const CLOSE = 0.985;

/** The width in pt that a box needs so that a text `width` pt wide stays on one line. */
export const roomFor = (width: number): Pt => pt(width / CLOSE + 0.5);

/** The same words, whatever their size: where lines may end is found once. */
interface TextEntry {
  readonly text: string;
  readonly glue: GlueSpaces;
  readonly opportunities: readonly Opportunity[];
  /** True for text from right to left: LibreOffice sets its Latin words, too, in the font that it has for such scripts. */
  readonly backwards: boolean;
  /** The places at which phrases end, in a language that parts them by no spaces. */
  readonly phrases?: () => ReadonlySet<number>;
  readonly styles: Map<string, MeasuredText>;
}

/**
 * Measures with the theme's families in the deck's language (BCP 47); numbers stay with the deck's `units`, and the parts of
 * `names` together. Fitting asks for the same text again at every step, so what was measured is remembered, here and in `dispatch.ts` alone, for as long as the measurer lives: one layout.
 */
export function createTextMeasurer(
  fonts: ResolvedTheme["fonts"],
  language: string,
  units: readonly string[] = [],
  names: readonly string[] = [],
): TextMeasurer {
  const locale = resolveLocale(language);
  const forms = new Set(units.flatMap((unit) => locale?.unitForms(unit) ?? [unit]));
  const bondsOf = createGlueFinder(locale?.withNumbers, [...forms], names);
  const phrasesOf = phraseFinder(language);
  const plainTexts = new Map<string, TextEntry>();
  const richTexts = new Map<string, TextEntry>();
  const wordsOf = (text: Rich): TextEntry => {
    const [only] = text;
    const plain = text.length === 1 && only !== undefined && !only.bold && !only.italic;
    const known = plain ? plainTexts : richTexts;
    const key = plain ? only.text : text.map(spelled).join("");
    const before = known.get(key);
    if (before !== undefined) return before;
    const words = plain ? key : text.map((run) => run.text).join("");
    const opportunities = opportunitiesOf(words, language);
    const backwards = isRightToLeft(words, language);
    const made: TextEntry = {
      text: words,
      glue: bondsOf(words),
      opportunities,
      backwards,
      ...(phrasesOf === undefined ? {} : { phrases: lazily(() => phrasesOf(words)) }),
      styles: new Map(),
    };
    known.set(key, made);
    return made;
  };
  return {
    measure(text, style) {
      const words = wordsOf(text);
      const { styles } = words;
      const key = `${style.size}${style.bold ? "b" : "r"}${style.font}${style.caps ? "c" : ""}`;
      const before = styles.get(key);
      if (before !== undefined) return before;
      const runs = text.map(
        (run): StyledRun => ({
          text: style.caps === true ? inCapitals(run.text) : run.text,
          font: fontOf(
            style.font === "wide" || words.backwards ? WIDE : fonts[style.font],
            style.bold || (run.bold ?? false),
            run.italic ?? false,
          ),
          size: style.size,
        }),
      );
      const wider = runs.every(({ font }) => font.family === WIDE.family) ? 1 : WIDER;
      const made = measured(words, prepare(runs, language, words.opportunities), wider);
      styles.set(key, made);
      return made;
    },
  };
}

/** All of a run that its width depends on. */
const spelled = ({ text, bold, italic }: Run): string =>
  `${text.length}${bold ? "b" : ""}${italic ? "i" : ""}:${text}`;

function measured({ text, glue, phrases }: TextEntry, prepared: Prepared, wider: number): MeasuredText {
  const broken = new Map<number, readonly LineSpan[]>();
  const width = lazily(() => pt(naturalWidthOf(prepared)));
  return {
    lines(most) {
      const before = broken.get(most);
      if (before !== undefined) return before;
      const spans = spansOf(prepared, most);
      broken.set(most, spans);
      return spans;
    },
    width,
    longestWord: lazily(() => pt(longestWordOf(prepared))),
    sure: prepared.pens.sure,
    tolerance: (lines) => toleranceOf(prepared, lines, phrases),
    balanced: (most) => pt(balancedWidthOf(prepared, most)),
    gluedSpaces: (most) => gluedAt(text, glue, most, (from, to) => roomOf(prepared, from, to), wider),
    line(span, runs) {
      const { runs: pieces, width: reach } = lineOf(prepared, span, runs);
      return { runs: pieces, width: pt(reach) };
    },
  };
}
