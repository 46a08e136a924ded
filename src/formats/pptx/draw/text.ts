import { emuToPt } from "../../../base/units.ts";
import type { Insets, PlacedParagraph, PlacedRun } from "../../../model/page.ts";
import { isForeign, runLanguage } from "../elements/language.ts";
import { drawnColour } from "./colour.ts";
import type { Drawing } from "./deck.ts";
import { pieces } from "./pieces.ts";
import type { Margin, TextProps, TextRunProps } from "./pptxgenjs.ts";

/**
 * Paragraphs as text runs for PptxGenJS. The first run of a paragraph carries what holds for all of it, the last one
 * ends it. `font` is the one that the text has unless it says another; undefined where each run is to name its own, as on
 * a template, whose text boxes and tables may have any.
 */
export function textRuns(
  paragraphs: readonly PlacedParagraph[],
  drawing: Drawing,
  font: PlacedRun["font"] | undefined = drawing.look.base === undefined ? "body" : undefined,
): TextProps[] {
  let start = 1;
  return paragraphs.flatMap((paragraph) => {
    // PowerPoint counts on only where every paragraph of a list says the same first number.
    start = paragraph.bullet === "number" ? (paragraph.start ?? start) : 1;
    const whole = paragraphProps(paragraph, start);
    const parts = pieces(paragraph);
    if (parts.length === 0) return [{ text: "", options: { ...whole, breakLine: true } }];
    return parts.map(({ run, text, breakBefore }, index) => ({
      text,
      options: {
        ...(index === 0 ? whole : {}),
        ...runProps(run, text, font, drawing),
        ...(breakBefore ? { softBreakBefore: true } : {}),
        breakLine: index === parts.length - 1,
      },
    }));
  });
}

function runProps(
  run: PlacedRun,
  text: string,
  font: PlacedRun["font"] | undefined,
  drawing: Drawing,
): TextRunProps {
  return {
    // Without a name PptxGenJS counts the texts of the slide to make one up.
    objectName: "run",
    fontSize: run.size,
    color: drawnColour(run.ink, drawing.look),
    lang: runLanguage(text, drawing.language).lang,
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italic: true } : {}),
    ...(run.font === font ? {} : { fontFace: drawing.look.latin[run.font] }),
    ...(run.href === undefined ? {} : { hyperlink: { url: safeAddress(run.href) } }),
    ...(run.href === undefined && run.to !== undefined
      ? { hyperlink: { slide: drawing.slideNumber(run.to) } }
      : {}),
  };
}

const BULLETS = {
  dot: { characterCode: "2022" },
  dash: { characterCode: "2013" },
  number: { type: "number" },
} as const;

function paragraphProps(paragraph: PlacedParagraph, numberStartAt: number): TextRunProps {
  const { align, bullet, hanging, rightToLeft, spaceBefore } = paragraph;
  return {
    align,
    ...(bullet === undefined
      ? {}
      : { bullet: { ...BULLETS[bullet], numberStartAt, indent: emuToPt(hanging) } }),
    ...(rightToLeft ? { rtlMode: true } : {}),
    ...(spaceBefore > 0 ? { paraSpaceBefore: spaceBefore } : {}),
    ...lineSpacing(paragraph),
  };
}

/**
 * PowerPoint's single pitch is 1.2 × size for the deck's fonts, so a multiple says what layout computed with. Fonts of
 * other scripts bring a pitch of their own, there it is given in points.
 */
function lineSpacing({ runs, spacing }: PlacedParagraph): TextRunProps {
  const size = Math.max(0, ...runs.map((run) => run.size));
  if (size > 0 && runs.some((run) => isForeign(run.text)))
    return { lineSpacing: Math.round(size * 120 * spacing) / 100 };
  return spacing === 1 ? {} : { lineSpacingMultiple: spacing };
}

/** Insets of a text in the order in which PptxGenJS reads them: left, right, bottom, top, in pt. */
export const textMargin = ({ left, right, bottom, top }: Insets): Margin => [
  emuToPt(left),
  emuToPt(right),
  emuToPt(bottom),
  emuToPt(top),
];

/**
 * The address in the form in which a relationship may hold it. Throws for anything but https, http and mailto: a deck must not
 * start programs or open files.
 */
function safeAddress(href: string): string {
  const address = new URL(href);
  if (!["https:", "http:", "mailto:"].includes(address.protocol)) {
    throw new Error(`a link may lead to https, http and mailto only: ${address.protocol}`);
  }
  return address.href;
}
