/** A face that texts are measured with. Carlito and Arimo lend their numbers: same advance widths, free licences. */
export interface Font {
  readonly family: "Calibri" | "Arial";
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A piece of text in one font; whatever else a run carries (colour, link) comes back on the pieces of it. */
export interface StyledRun {
  readonly text: string;
  readonly font: Font;
  /** In pt. */
  readonly size: number;
}
