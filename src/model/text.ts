import type { Origin } from "../base/origin.ts";

/** Words with emphasis. Resolved: no markup, no expressions are left in them. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** An https, http or mailto address. */
  readonly href?: string;
  /** The id of the slide that a click leads to (`Point.id`). */
  readonly to?: string;
  /** The id of a slide whose page number stands here; `text` holds its place until pages are numbered. */
  readonly pageOf?: string;
  readonly ink?: ColorToken;
  /** True where it explains marks and colours, which is no use to those who see none. */
  readonly legend?: boolean;
  /** Origins of its parts, in their order; only where a compilation was asked for it (`CompileOptions.origins`). */
  readonly origins?: readonly Origin[];
}

/** A sentence, ready to be set. */
export type Rich = readonly Run[];

/** Content of a drawing as a table of texts, for people who hear, search or read a deck instead of seeing it. */
export interface SaidTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Role of a paragraph for readers who do not see its size and place: it heads what follows, names what the
 * next one says ("Amount" over "EUR 420,000"), is the number or day of the next one ("11%"), or adds to the
 * one before, such as a speaker's name.
 */
export type Reading = "heading" | "label" | "measure" | "aside";

export const plain = (rich: Rich): string => rich.map((run) => run.text).join("");
export const rich = (text: string): Rich => (text === "" ? [] : [{ text }]);

/**
 * The only colours there are; the theme says what they look like. Small on purpose: ink, greys, one accent, one good,
 * one bad, each with its pale ground.
 */
export const INKS = [
  "ink",
  "muted",
  "faint",
  "hairline",
  "wash",
  "paper",
  "accent",
  "accentSoft",
  "good",
  "goodSoft",
  "bad",
  "badSoft",
  // Words on faint, which lies between paper and ink: whichever of the two is read there.
  "onFaint",
] as const;
export type ColorToken = (typeof INKS)[number];

/**
 * The part that a text plays; the theme gives each a size (pt), a minimum (pt) and a weight.
 * On one slide all texts of one role have one size.
 */
export const ROLES = [
  "coverTitle",
  "title",
  "statement",
  "lead",
  "body",
  "small",
  "table",
  "tableHead",
  "label",
  "kicker",
  "tracker",
  "figure",
  "figureSmall",
  "source",
  "footer",
] as const;
export type Role = (typeof ROLES)[number];
