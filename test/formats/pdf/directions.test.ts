import { expect, test } from "vitest";
import { bidiLevelsOf, inVisualOrder } from "../../../src/formats/pdf/directions.ts";

/** Pieces of a line, parted by level, as the eye meets them from the left; fontkit then turns round those with a letter of such a script. */
function seen(text: string, rightToLeft: boolean): readonly string[] {
  const levels = bidiLevelsOf(text, rightToLeft);
  const pieces: { text: string; level: number }[] = [];
  for (const [at, sign] of [...text].entries()) {
    const level = levels[at] ?? 0;
    const last = pieces.at(-1);
    if (last?.level === level) last.text += sign;
    else pieces.push({ text: sign, level });
  }
  return inVisualOrder(pieces).map((piece) => piece.text);
}

test("a line from left to right stays as it is", () => {
  expect(seen("Costs (2026) fall.", false)).toEqual(["Costs (2026) fall."]);
});

test("numbers and Latin words stand the right way round in a line from right to left", () => {
  expect(seen("שנה 2026 טובה", true)).toEqual([" טובה", "2026", "שנה "]);
  expect(seen("Excel טוב", true)).toEqual([" טוב", "Excel"]);
});

test("Hebrew in an English line comes in its place, from right to left", () => {
  expect(seen("We say שלום עולם here", false)).toEqual(["We say ", "שלום עולם", " here"]);
});

test("brackets are mirrored, and digits turned beforehand where fontkit turns them round", () => {
  expect(seen("(א)", true)).toEqual([")א("]);
  expect(seen("(12)", true)).toEqual(["(", "12", ")"]);
  expect(seen("٢٠٢٦", true)).toEqual(["٦٢٠٢"]);
});
