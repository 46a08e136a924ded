import { type Frame, frame } from "../../base/geometry.ts";
import { type Emu, emu } from "../../base/units.ts";

/**
 * Left edge (from the frame's) and width of each child, in EMU, with `gap` between neighbours: a span is so many
 * twelfths of the width. At full width, with the slide's gutter, those are exactly the columns of the slide's grid;
 * columns within columns divide their own width alike. Spans that sum to less leave the rest empty.
 */
export function divide(
  width: Emu,
  spans: readonly number[],
  columns: number,
  gap: Emu,
): readonly { readonly x: Emu; readonly w: Emu }[] {
  const total = Math.max(
    columns,
    spans.reduce((sum, span) => sum + span, 0),
  );
  let passed = 0;
  return spans.map((span) => {
    const x = (passed / total) * (width + gap);
    passed += span;
    return between(x, (passed / total) * (width + gap) - gap);
  });
}

/** Rounds both edges rather than the width, so that neighbours never drift apart. */
function between(from: number, to: number): { x: Emu; w: Emu } {
  const x = emu(from);
  return { x, w: emu(Math.max(0, emu(to) - x)) };
}

/** The part of a frame from `top` on, `height` high; never below the frame's own size of zero. */
export const band = (f: Frame, top: number, height: number): Frame =>
  frame(f.x, f.y + top, f.w, Math.max(0, height));
