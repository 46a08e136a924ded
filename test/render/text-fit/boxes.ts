import { breakRuns, type Font, type StyledRun } from "../../../src/text/index.ts";
import { PROSE, type Prose, pick, randomFrom, write } from "./prose.ts";

export interface Box {
  readonly prose: Prose;
  readonly runs: readonly StyledRun[];
  /** In inches. */
  readonly width: number;
  /** Lines that we say it takes. */
  readonly predicted: number;
}

/** Cuts a text at spaces into runs of changing weight and slant, as emphasis does. */
function emphasise(text: string, random: () => number, font: Font, size: number): StyledRun[] {
  const runs: StyledRun[] = [];
  for (const piece of text.split(/(?<= )/)) {
    const last = runs.at(-1);
    const changed = random() < 0.15;
    if (last !== undefined && !changed) runs[runs.length - 1] = { ...last, text: last.text + piece };
    else {
      const style = changed
        ? { bold: random() < 0.5, italic: random() < 0.3 }
        : { bold: font.bold, italic: font.italic };
      runs.push({ text: piece, font: { family: font.family, ...style }, size });
    }
  }
  return runs;
}

/** `count` boxes of each kind of prose, sizes 9 to 28 pt, widths 1 to 8 in. */
export function boxesOf(seed: number, count: number): readonly Box[] {
  const random = randomFrom(seed);
  return PROSE.flatMap((prose) =>
    Array.from({ length: count }, () => {
      const size = 9 + Math.floor(random() * 20);
      const width = Math.round((1 + random() * 7) * 100) / 100;
      const font: Font = {
        family: pick(random, ["Calibri", "Arial"] as const),
        bold: random() < 0.25,
        italic: random() < 0.2,
      };
      const text = write(prose, random, 3 + Math.floor(random() * 18));
      const runs = random() < 0.4 ? emphasise(text, random, font, size) : [{ text, font, size }];
      return {
        prose,
        runs,
        width,
        predicted: breakRuns(runs, width * 72, { language: prose.language }).length,
      };
    }),
  );
}
