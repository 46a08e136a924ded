import type { Theme } from "./theme.ts";

/** Sheets of paper, in inches: ISO 216 A4, and US letter (ANSI A). */
const PAPERS = { a4: { width: 8.2677, height: 11.6929 }, letter: { width: 8.5, height: 11 } } as const;
export type Paper = keyof typeof PAPERS;

/** Sizes in pt of texts that are read on paper, at arm's length, each with the smallest that it may be set in. */
const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  coverTitle: [24, 18],
  title: [21, 15],
  statement: [18, 12],
  lead: [14, 11],
  body: [11, 9],
  small: [10, 8.5],
  table: [10, 8.5],
  tableHead: [9, 8.5],
  label: [9, 8.5],
  kicker: [9.5, 9],
  tracker: [8, 8],
  figure: [26, 16],
  figureSmall: [20, 14],
  source: [8, 8],
  footer: [8, 8],
};

/** Lines of a title, and the distance from there to the body, in inches. */
const TITLE = { top: 0.78, lines: 2, below: 0.2 } as const;

/** A theme for one sheet of paper, upright: the same colours and typefaces, sizes and places for print. */
export function briefTheme(theme: Theme, paper: Paper): Theme {
  const { width, height } = PAPERS[paper];
  const roles = Object.fromEntries(
    Object.entries(theme.roles).map(([role, style]) => {
      const [size, min] = SIZES[role] ?? [style.size, style.min];
      return [role, { ...style, size, min }];
    }),
  ) as Theme["roles"];
  const titleHeight = (roles.title.size * 1.2 * TITLE.lines) / 72 + 0.02;
  return {
    ...theme,
    roles,
    space: { none: 0, hair: 2, tight: 5, normal: 9, wide: 14 },
    slide: {
      ...theme.slide,
      width,
      height,
      margin: 0.72,
      gutter: 0.14,
      columns: 12,
      titleTop: TITLE.top,
      titleHeight,
      bodyTop: TITLE.top + titleHeight + TITLE.below,
      bodyBottom: height - 0.98,
      sourceTop: height - 0.88,
      sourceHeight: 0.26,
      footerTop: height - 0.56,
      footerHeight: 0.18,
    },
  };
}
