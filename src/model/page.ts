import type { Frame } from "../base/geometry.ts";
import type { Orientation } from "../base/orientation.ts";
import type { Emu, Pt } from "../base/units.ts";
import type { DrawnColumns, LayoutName } from "./deck.ts";
import type { Figure, JsonPath } from "./figures.ts";
import type { PlacedChart } from "./placed.ts";
import type { DeckProperties, SectionId } from "./story.ts";
import type { ColorToken, Reading, Rich, Role, Run, SaidTable } from "./text.ts";

/** The finished deck: every box placed in EMU, every line broken. All that a format may see. */
export interface Pages {
  readonly properties: DeckProperties;
  readonly language: string;
  /**
   * Windows' identifier of the language ([MS-LCID] 2.2) where its numbers have other marks than in English: "40B". For
   * programs that set the numbers of native charts by it.
   */
  readonly numberLanguage?: string;
  readonly theme: string;
  /** Slide size in EMU. */
  readonly width: Emu;
  readonly height: Emu;
  readonly sections: readonly {
    readonly id: SectionId;
    readonly name: string;
    readonly pages: readonly string[];
  }[];
  readonly pages: readonly Page[];
  /** Every number that the deck can print, for outputs that other programs read. */
  readonly figures: readonly Figure[];
}

export interface Page {
  /** The slide's id; a continuation adds "-2", "-3". */
  readonly id: string;
  /** From 1. */
  readonly number: number;
  readonly kind: string;
  readonly layout: LayoutName;
  readonly section: SectionId;
  /** Unique over the deck. */
  readonly title: string;
  readonly short: string;
  /** In reading order; the title first. */
  readonly items: readonly Item[];
  /** Roles of text set below the theme's smallest size, because the slide is too full; only where that is allowed. */
  readonly pressed?: readonly Pressed[];
  readonly notes: readonly Rich[];
  /** Number of the note that names the sources again, which stand on the page. */
  readonly sourcesNote?: number;
  /** Number of notes that are said; the others name sources and, of a draft, places in the bundle. All where left out. */
  readonly spoken?: number;
  readonly from: readonly JsonPath[];
}

/** Text of a role that is smaller than the theme allows; sizes in pt. */
export interface Pressed {
  readonly role: Role;
  readonly size: number;
  readonly least: number;
}

export type Item = TextItem | ShapeItem | TableItem | ChartItem | PictureItem;

interface Placed {
  /** Unique on its page; the name that PowerPoint's selection pane shows. */
  readonly name: string;
  readonly frame: Frame;
  /** Alternative text, for people who cannot see the item; absent on text, which needs none. */
  readonly alt?: string;
  /** True for ornaments, which screen readers skip. */
  readonly decorative?: boolean;
  /** True for a mark, or a word of the scale, of a drawing; the shape that is its ground speaks for all of it. */
  readonly mark?: boolean;
  /** Heading of it and of what follows, in outputs that show neither its place nor its background. */
  readonly heading?: string;
  readonly from?: JsonPath;
}

/** Placeholders of the layouts. date, footer and number are filled by the master's fields and the deck's properties. */
export type PlaceholderName = "title" | "subtitle" | "body" | "date" | "footer" | "number";

export interface TextItem extends Placed {
  readonly type: "text";
  readonly role: Role;
  readonly placeholder?: PlaceholderName;
  readonly paragraphs: readonly PlacedParagraph[];
  readonly anchor: "top" | "middle" | "bottom";
  readonly insets: Insets;
  /** Rectangle behind the text, so that text and ground are one shape. */
  readonly fill?: ColorToken;
  readonly line?: Stroke;
  /** rect when left out. */
  readonly geometry?: Geometry;
  /** Makes the whole shape a link to a slide. */
  readonly to?: string;
  /** Tooltip of that link. */
  readonly tip?: string;
}

export interface Insets {
  readonly left: Emu;
  readonly top: Emu;
  readonly right: Emu;
  readonly bottom: Emu;
}

export interface PlacedParagraph {
  readonly runs: readonly PlacedRun[];
  /** Lines of the text as the layout broke it; a renderer that breaks lines itself must get the same ones. */
  readonly lines: readonly PlacedLine[];
  readonly align: "left" | "center" | "right";
  readonly bullet?: "dot" | "number" | "dash";
  readonly reading?: Reading;
  /** Number of a numbered paragraph, where it does not follow from the one before (a list continued from a slide before). */
  readonly start?: number;
  /** Left edge of the text, and the bullet's distance before it, in EMU. */
  readonly indent: Emu;
  readonly hanging: Emu;
  readonly spaceBefore: Pt;
  /** Line pitch as a multiple of 1.2 × size; 1 is single. */
  readonly spacing: number;
  /** JSON path of the item's text in the bundle, where its words alone do not show it. */
  readonly from?: JsonPath;
  readonly rightToLeft?: boolean;
}

export interface PlacedRun extends Run {
  readonly size: Pt;
  readonly ink: ColorToken;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly font: "heading" | "body";
  /** A field that PowerPoint keeps up to date. */
  readonly field?: "slidenum";
}

export interface PlacedLine {
  readonly runs: readonly PlacedRun[];
  /** Advance width of the line. */
  readonly width: Pt;
}

export interface Stroke {
  readonly ink: ColorToken;
  readonly width: Pt;
  readonly dash?: "solid" | "dash" | "dot";
}

export type Geometry =
  | "rect"
  | "roundRect"
  | "ellipse"
  | "chevron"
  | "homePlate"
  | "diamond"
  | "triangle"
  | "line";

export interface ShapeItem extends Placed {
  readonly type: "shape";
  readonly geometry: Geometry | Path;
  readonly fill?: ColorToken;
  readonly pattern?: "solid" | "hatch";
  readonly line?: Stroke;
  /** Lines only: drawn from the bottom left to the top right. */
  readonly flip?: boolean;
  readonly arrow?: "end";
  /** The ground of a drawing: what the drawing says; "beside" where a table on the page has it in its `drawn` columns. */
  readonly says?: SaidTable | "beside";
  readonly to?: string;
  readonly tip?: string;
}

/** A polyline in fractions of the frame, y downward; several for gaps. */
export interface Path {
  readonly strokes: readonly (readonly { readonly x: number; readonly y: number }[])[];
}

export interface PlacedCell {
  readonly paragraphs: readonly PlacedParagraph[];
  /** Insets of the cell; without them, those of the table. */
  readonly insets?: Insets;
  readonly fill?: ColorToken;
  readonly span: number;
  readonly header: boolean;
  readonly borders: { readonly top?: Stroke; readonly bottom?: Stroke };
}

export interface TableItem extends Placed {
  readonly type: "table";
  readonly alt: string;
  readonly columns: readonly Emu[];
  /** Heights; they sum to the frame's. */
  readonly rows: readonly { readonly height: Emu; readonly cells: readonly PlacedCell[] }[];
  readonly headerRow: boolean;
  readonly headerColumn: boolean;
  readonly insets: Insets;
  /** Values that a drawing beside the table shows for its rows. */
  readonly drawn?: DrawnColumns;
}

export interface ChartItem extends Placed {
  readonly type: "chart";
  readonly alt: string;
  readonly chart: PlacedChart;
}

export interface PictureItem extends Placed {
  readonly type: "picture";
  readonly alt: string;
  readonly file: string;
  /** Orientation in which the pixels are stored, where that is not upright; the frame is that of the upright picture. */
  readonly orientation?: Orientation;
}
