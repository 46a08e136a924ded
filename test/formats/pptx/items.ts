import { type Frame, frame } from "../../../src/base/geometry.ts";
import { emu, inchesToEmu, pt } from "../../../src/base/units.ts";
import type { LayoutName } from "../../../src/model/deck.ts";
import type { PlacedParagraph, PlacedRun, PlaceholderName, TextItem } from "../../../src/model/page.ts";
import type { Role } from "../../../src/model/text.ts";
import { look } from "../../layout/look.ts";

/** Everything that has ever broken a writer of XML: markup, quotes, control characters, half a surrogate, scripts. */
export const HOSTILE = `Tom & "Jerry" <b>'s</b> ]]> \u0000\u0007\u000b\u001b\ufffe \ud83d 👩‍🚀 é 日本語 العربية {{x}} %s \\u0041 _x0041_`;

/** A picture of one pixel. */
export const PIXEL = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** A frame in inches. */
export const at = (x: number, y: number, w: number, h: number): Frame =>
  frame(inchesToEmu(x), inchesToEmu(y), inchesToEmu(w), inchesToEmu(h));

export function run(text: string, role: Role = "body", more: Partial<PlacedRun> = {}): PlacedRun {
  const { size, ink, bold, font } = look.role(role);
  return { text, size: pt(size), ink, bold, italic: false, font, ...more };
}

export function paragraph(runs: readonly PlacedRun[], more: Partial<PlacedParagraph> = {}): PlacedParagraph {
  return {
    runs,
    lines: [],
    align: "left",
    indent: emu(0),
    hanging: emu(0),
    spaceBefore: pt(0),
    spacing: 1,
    ...more,
  };
}

export const NO_INSETS = { left: emu(0), top: emu(0), right: emu(0), bottom: emu(0) };

export const text = (
  name: string,
  box: Frame,
  paragraphs: readonly PlacedParagraph[],
  more: Partial<TextItem> = {},
): TextItem => ({
  type: "text",
  name,
  frame: box,
  role: "body",
  paragraphs,
  anchor: "top",
  insets: NO_INSETS,
  ...more,
});

/** A text in a placeholder of a layout, in its place. */
export function placeholder(
  name: PlaceholderName,
  layout: LayoutName,
  runs: readonly PlacedRun[],
  more: Partial<TextItem> = {},
): TextItem {
  const its = look.frames[layout].placeholders[name];
  if (its === undefined) throw new Error(`${layout} has no ${name}`);
  return text(name, its.frame, [paragraph(runs)], {
    placeholder: name,
    role: its.role,
    anchor: its.anchor,
    ...more,
  });
}
