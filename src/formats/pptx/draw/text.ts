import { emuToPt } from "../../../base/units.ts";
import type { PlacedParagraph, PlacedRun } from "../../../model/page.ts";
import { cleanText } from "../../../ooxml/escape.ts";
import { inkCode } from "./ink.ts";
import type { TextOptions, TextProps } from "./pptxgenjs.ts";

/** A stretch of one run without a line break in it: what becomes one a:r, after an a:br where one is asked for. */
export interface Piece {
  readonly run: PlacedRun;
  readonly text: string;
  readonly breakBefore: boolean;
}

/** The pieces of a paragraph in order; forced line breaks in a run's text part it. */
export function pieces(paragraph: PlacedParagraph): readonly Piece[] {
  return paragraph.runs.flatMap((run) =>
    cleanText(run.text)
      .split(/\r\n|\r|\n/)
      .map((text, index) => ({ run, text, breakBefore: index > 0 })),
  );
}

/** Where links lead: the number of the slide, from 1. */
export type SlideNumbers = (id: string) => number;

/**
 * Paragraphs as PptxGenJS takes them: a flat list of runs, `breakLine` after the last of each paragraph but the last.
 * `align` stands on every run, or each bulleted run would begin a paragraph of its own.
 */
export function drawnText(paragraphs: readonly PlacedParagraph[], numbers: SlideNumbers): TextProps[] {
  return paragraphs.flatMap((paragraph, index) => {
    const last = index === paragraphs.length - 1;
    const drawn = pieces(paragraph);
    const bullet = bulletOf(paragraph);
    if (drawn.length === 0) {
      return [{ text: "", options: { align: paragraph.align, bullet, breakLine: !last } }];
    }
    return drawn.map((piece, at) => ({
      text: piece.text,
      options: {
        align: paragraph.align,
        bullet,
        fontSize: piece.run.size,
        color: inkCode(piece.run.ink),
        bold: piece.run.bold,
        italic: piece.run.italic,
        fontFace: piece.run.font === "heading" ? "+mj-lt" : "+mn-lt",
        softBreakBefore: piece.breakBefore,
        breakLine: !last && at === drawn.length - 1,
        ...(paragraph.rightToLeft ? { rtlMode: true } : {}),
        ...linkOf(piece.run, numbers),
      },
    }));
  });
}

type Bullet = NonNullable<TextOptions["bullet"]>;

function bulletOf(paragraph: PlacedParagraph): Bullet {
  const indent = emuToPt(paragraph.hanging);
  if (paragraph.bullet === "number") return { type: "number", indent };
  if (paragraph.bullet === "dash") return { characterCode: "2013", indent };
  return paragraph.bullet === "dot" ? { characterCode: "2022", indent } : false;
}

function linkOf(run: PlacedRun, numbers: SlideNumbers): Pick<TextOptions, "hyperlink"> | object {
  if (run.href !== undefined) return { hyperlink: { url: safeAddress(run.href) } };
  return run.to === undefined ? {} : { hyperlink: { slide: numbers(run.to) } };
}

/**
 * The address in the form in which a relationship may hold it. Throws for anything but https and mailto: a deck must not
 * start programs or open files.
 */
export function safeAddress(href: string): string {
  const address = new URL(href);
  if (address.protocol !== "https:" && address.protocol !== "mailto:") {
    throw new Error(`a link may lead to https and mailto only: ${address.protocol}`);
  }
  return address.href;
}
