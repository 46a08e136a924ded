import { type Pt, pt } from "../base/units.ts";
import type { PlacedLine, PlacedRun } from "../model/page.ts";
import { balancedWidth, breakRuns, type Font, longestWord, naturalWidth } from "../text/index.ts";
import type { Theme } from "../theme/theme.ts";

/** All that layout asks about widths of text; `src/text` answers. Widths are in pt. */
export interface Gauge {
  /** Breaks a paragraph greedily into lines no wider than `width`. An empty paragraph has no line. */
  readonly lines: (runs: readonly PlacedRun[], width: Pt) => readonly PlacedLine[];
  /** Width on one line. */
  readonly width: (runs: readonly PlacedRun[]) => Pt;
  /** Width of the widest piece that cannot be broken. */
  readonly longestWord: (runs: readonly PlacedRun[]) => Pt;
  /** Narrowest width that takes no more lines than `width` does. */
  readonly balanced: (runs: readonly PlacedRun[], width: Pt) => Pt;
}

interface Measured {
  readonly text: string;
  readonly font: Font;
  readonly size: number;
  readonly run: PlacedRun;
}

/** A line is broken when it comes closer than this to full; a box made for one line must be wider by as much. */
const CLOSE = 0.985;

/** The width in pt that a box needs so that a text `width` pt wide stays on one line. */
export const roomFor = (width: number): Pt => pt(width / CLOSE + 0.5);

/** Measures with the theme's families in the deck's language (BCP 47). */
export function gaugeOf(theme: Theme, language: string): Gauge {
  const measured = (runs: readonly PlacedRun[]): Measured[] =>
    runs.map((run) => ({
      text: run.text,
      font: { family: theme.fonts[run.font], bold: run.bold, italic: run.italic },
      size: run.size,
      run,
    }));
  return {
    lines: remembered((runs, width) =>
      breakRuns(measured(runs), width, { language }).map((line) => ({
        runs: line.runs.map(({ text, run }) => ({ ...run, text })),
        width: pt(line.width),
      })),
    ),
    width: remembered((runs) => pt(naturalWidth(measured(runs)))),
    longestWord: remembered((runs) => pt(longestWord(measured(runs), language))),
    balanced: (runs, width) => pt(balancedWidth(measured(runs), width, { language })),
  };
}

/** The same text is asked for again at every step of fitting; the answers live as long as the gauge, one layout. */
function remembered<T>(
  answer: (runs: readonly PlacedRun[], width: Pt) => T,
): (runs: readonly PlacedRun[], width?: Pt) => T {
  const known = new Map<string, T>();
  return (runs, width = pt(0)) => {
    const key = `${width} ${JSON.stringify(runs)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = answer(runs, width);
    known.set(key, made);
    return made;
  };
}
