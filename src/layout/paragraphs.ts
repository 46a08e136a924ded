import { type Emu, emu, emuToPt, type Pt, pt, ptToEmu } from "../base/units.ts";
import type { Paragraph, Space } from "../model/deck.ts";
import type { PlacedParagraph, PlacedRun } from "../model/page.ts";
import { type Ink, plain, type Rich, type Role, type Run } from "../model/text.ts";
import { isRightToLeft } from "../text/index.ts";
import { defaultInk, LINE_PITCH, type Setting } from "./setting.ts";

/** Paragraphs with their lines broken, and the height of all of them in EMU, insets not counted. */
export interface SetText {
  readonly paragraphs: readonly PlacedParagraph[];
  readonly height: Emu;
}

export interface Manner {
  readonly role: Role;
  readonly ink?: Ink;
  readonly align?: "left" | "center" | "right";
  readonly bold?: boolean;
}

/** Breaks paragraphs into lines of at most `width` (EMU). Numbers of numbered paragraphs are the renderer's. */
export function setText(
  paragraphs: readonly Paragraph[],
  manner: Manner,
  width: Emu,
  setting: Setting,
): SetText {
  let height = 0;
  const placed = paragraphs.map((paragraph, index) => {
    const role = paragraph.role ?? manner.role;
    const size = setting.sizes[role];
    const runs = placeRuns(paragraph.text, { ...manner, role, ...inkOf(paragraph, manner) }, setting);
    const { indent, hanging } = indents(paragraph, size);
    const before = index === 0 ? 0 : spaceBefore(paragraph.space, setting);
    const lines = setting.gauge.lines(runs, pt(Math.max(1, emuToPt(width) - emuToPt(indent))));
    const backwards = isRightToLeft(plain(paragraph.text), setting.language);
    height += before + Math.max(1, lines.length) * size * LINE_PITCH;
    return {
      runs,
      lines,
      align: side(manner.align ?? "left", backwards),
      ...(paragraph.bullet === undefined ? {} : { bullet: paragraph.bullet }),
      ...(paragraph.start === undefined ? {} : { start: paragraph.start }),
      indent,
      hanging,
      spaceBefore: pt(before),
      spacing: 1,
      ...(backwards ? { rightToLeft: true } : {}),
    } satisfies PlacedParagraph;
  });
  return { paragraphs: placed, height: ptToEmu(height) };
}

/** Height in pt of a paragraph whose lines are broken, the space before it counted. */
export function paragraphHeight(paragraph: PlacedParagraph): number {
  const size = Math.max(0, ...paragraph.runs.map((run) => run.size));
  return paragraph.spaceBefore + Math.max(1, paragraph.lines.length) * size * LINE_PITCH * paragraph.spacing;
}

const inkOf = (paragraph: Paragraph, manner: Manner): { ink?: Ink } => {
  const ink = paragraph.ink ?? manner.ink;
  return ink === undefined ? {} : { ink };
};

/** Distance to the paragraph before, in pt; a text without any stands tight. */
const spaceBefore = (space: Space | undefined, setting: Setting): Pt =>
  pt(Math.round(setting.look.theme.space[space ?? "tight"] * setting.spacing * 10) / 10);

/** Text edge and hanging of the bullet; both follow the size, so that shrunk lists keep their shape. */
function indents(paragraph: Paragraph, size: Pt): { indent: Emu; hanging: Emu } {
  const step = size * 1.2;
  const level = paragraph.level ?? 0;
  if (paragraph.bullet === undefined) return { indent: ptToEmu(level * step), hanging: emu(0) };
  const hanging = paragraph.bullet === "number" ? size * 1.5 : size * 0.95;
  return { indent: ptToEmu(level * step + hanging), hanging: ptToEmu(hanging) };
}

/** Gives every run of a sentence its size, colour, weight and face. */
export function placeRuns(text: Rich, manner: Manner, setting: Setting): readonly PlacedRun[] {
  const role = setting.look.role(manner.role);
  const ink = manner.ink ?? defaultInk(manner.role, setting);
  return text
    .filter((run: Run) => run.text !== "")
    .map((run) => ({
      ...run,
      size: setting.sizes[manner.role],
      ink: run.ink ?? ink,
      bold: role.bold || (manner.bold ?? false) || (run.bold ?? false),
      italic: run.italic ?? false,
      font: role.font,
    }));
}

/** "left" means where lines begin. */
const side = (align: "left" | "center" | "right", backwards: boolean): "left" | "center" | "right" =>
  !backwards || align === "center" ? align : align === "left" ? "right" : "left";
