import type { Orientation } from "../base/orientation.ts";
import type { Exhibit } from "./chart.ts";
import type { Figure, JsonPath } from "./figures.ts";
import type { DeckProperties, ObjectionMark, SectionId } from "./story.ts";
import type { ColorToken, Reading, Rich, Role, SaidTable } from "./text.ts";

/** Trees of blocks; no coordinates. What a slide consists of, before it is measured. */
export interface Deck {
  readonly properties: DeckProperties;
  readonly language: string;
  readonly theme: string;
  readonly sections: readonly {
    readonly id: SectionId;
    readonly name: string;
    readonly slides: readonly string[];
  }[];
  readonly slides: readonly Slide[];
  /** Slides that stand in for several of the others where all that they hold fits on one page, in the order of trying. */
  readonly shared?: readonly SharedSlide[];
  /** Every number that the deck can print, in the order of the bundle. */
  readonly figures: readonly Figure[];
  /** Units of the metrics and charts, as the bundle writes them: a number is not parted from its unit. */
  readonly units: readonly string[];
  /** Names of the people that it speaks of: no line ends inside one that fits on it. */
  readonly names: readonly string[];
  /** Reading time of the body in whole minutes. */
  readonly minutes: number;
}

/** `contentShort` is `content` under a title of one line; layout chooses between them. */
export type LayoutName = "cover" | "content" | "contentShort" | "statement" | "divider";

export interface Slide {
  readonly id: string;
  readonly kind: string;
  readonly layout: LayoutName;
  /** Layout on which it stands where no form of its title fits on `layout`. */
  readonly taller?: LayoutName;
  readonly title: Rich;
  /** Shorter forms of a title that we compose; the first that fits is set. */
  readonly shorter?: readonly Rich[];
  /** JSON path of the title in the bundle; left out for a title that Foredeck wrote. */
  readonly titleFrom?: JsonPath;
  /** A few words above the title that say which part of the argument this is. */
  readonly kicker?: Rich;
  /** Cover and divider: the line below the title. */
  readonly subtitle?: Rich;
  /** JSON path of the subtitle in the bundle. */
  readonly subtitleFrom?: JsonPath;
  readonly body: Block;
  /** Plainer forms of the body; where it takes more than one page, the first that takes fewer. */
  readonly plainer?: readonly Block[];
  /** Stands at the foot of the slide: sources with as-of dates, rounding notes. */
  readonly source: Rich;
  /** Shorter forms of it; the first that fits is set. All of it stands in the notes. */
  readonly sourceShorter?: readonly Rich[];
  readonly short: string;
  /** Names of the deck's sections, the current one set off; none on the cover. */
  readonly tracker?: Rich;
  readonly marks: readonly ObjectionMark[];
  /** Stands for all marks where there is no room for the words of each. */
  readonly gathered?: ObjectionMark;
  /** Leads to the page of the changes, where the slide is not as it was in the version that was sent last. */
  readonly changed?: ObjectionMark;
  readonly notes: readonly Rich[];
  /** Number of the note that names the sources again, which stand at the foot of the slide. */
  readonly sourcesNote?: number;
  /** Number of notes that are said; the others name sources and, of a draft, places in the bundle. All where left out. */
  readonly spoken?: number;
  readonly from: readonly JsonPath[];
  readonly section: SectionId;
}

/** Slide in place of those that it holds, of which the first gives it its id. */
export interface SharedSlide extends Slide {
  readonly holds: readonly string[];
}

export type Space = "none" | "hair" | "tight" | "normal" | "wide";

export type Block =
  | TextBlock
  | StackBlock
  | ColumnsBlock
  | PanelBlock
  | TableBlock
  | ExhibitBlock
  | PictureBlock
  | SparklineBlock
  | BarsBlock
  | IntervalBlock
  | PlaneBlock
  | RuleBlock;

export interface Paragraph {
  readonly text: Rich;
  readonly bullet?: "dot" | "number" | "dash";
  /** First number of a numbered list that does not begin with 1; layout sets it on continuation slides. */
  readonly start?: number;
  /** 0 or 1. */
  readonly level?: number;
  /** Distance to the paragraph before it. */
  readonly space?: Space;
  readonly role?: Role;
  readonly ink?: ColorToken;
  readonly reading?: Reading;
  readonly from?: JsonPath;
}

/** Splits between paragraphs when it must. */
export interface TextBlock {
  readonly type: "text";
  readonly role: Role;
  readonly ink?: ColorToken;
  readonly paragraphs: readonly Paragraph[];
  readonly align?: "left" | "center" | "right";
  readonly anchor?: "top" | "middle" | "bottom";
  /** Takes the layout's body placeholder, so that the master governs it. At most one block a slide. */
  readonly placeholder?: boolean;
  readonly name?: string;
}

/** One above the other. Height that is left over goes to the children by `grow`, else stays at the bottom. */
export interface StackBlock {
  readonly type: "stack";
  readonly gap: Space;
  readonly children: readonly Block[];
  /** Share of the left-over height per child; 0 keeps its natural height. A child that grows may also shrink. */
  readonly grow?: readonly number[];
  /** Splits onto continuation slides between children, at least two each; `head` children are repeated. */
  readonly splits?: boolean;
  readonly head?: number;
}

/** Side by side on the twelve-column grid; `spans` sum to 12 on a full-width block. */
export interface ColumnsBlock {
  readonly type: "columns";
  readonly spans: readonly number[];
  readonly children: readonly Block[];
  /** stretch makes all as high as the highest (cards); top leaves each its height. */
  readonly align: "stretch" | "top" | "middle";
  /** A hairline between neighbours. */
  readonly ruled?: boolean;
  readonly gap?: Space;
}

/** A ground or an edge around one block. */
export interface PanelBlock {
  readonly type: "panel";
  readonly fill?: ColorToken;
  readonly edge?: "left" | "top" | "box";
  readonly edgeInk?: ColorToken;
  /** Meaning of the colour of the edge, for people who cannot see it; without it the edge is an ornament. */
  readonly edgeAlt?: string;
  readonly inset: Space;
  readonly child: Block;
  /** The slide a click on the panel leads to. */
  readonly to?: string;
  /** Heading of the panel in outputs that show neither its place nor its background. */
  readonly heading?: string;
}

export interface Cell {
  readonly text: Rich;
  readonly align?: "left" | "right" | "center";
  readonly ink?: ColorToken;
  readonly fill?: ColorToken;
  readonly bold?: boolean;
  /** Columns that it covers; 1 when left out. */
  readonly span?: number;
  /** Bar under the text that is filled to this share, from 0 to 1. It is an ornament: the text says the same. */
  readonly meter?: number;
  readonly from?: JsonPath;
}

export interface TableBlock {
  readonly type: "table";
  readonly name: string;
  /** Alternative text: the content of the table, for people who cannot see it. */
  readonly alt: string;
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** Relative widths; "fit" takes the width of its longest word or number. */
  readonly widths: readonly (number | "fit")[];
  /** Rows with a stronger line above: sums. */
  readonly totals?: readonly number[];
  /** Column that is set off: the recommended option. */
  readonly emphasised?: number;
  /** First column holds row headers. */
  readonly rowHeads?: boolean;
  readonly role?: Role;
  /** Values that a drawing beside the table shows for its rows; outputs that are read have them as columns of the table. */
  readonly drawn?: DrawnColumns;
}

/** Columns of a table that are seen in a drawing beside it; a row for each of the table's rows. */
export interface DrawnColumns extends SaidTable {
  /** Number of the table's own columns that stand before them. */
  readonly after: number;
}

export interface ExhibitBlock {
  readonly type: "exhibit";
  readonly exhibit: Exhibit;
  /** Printed above it: measure, unit, period; notation where it needs words. */
  readonly caption?: Rich;
  /** Height it must have, in pt; 150 when left out. */
  readonly minHeight?: number;
}

export interface PictureBlock {
  readonly type: "picture";
  readonly file: string;
  readonly alt: string;
  /** Size of the picture as it stands upright in px, for its aspect. */
  readonly width: number;
  readonly height: number;
  /** Orientation in which the pixels are stored; upright when left out. */
  readonly orientation?: Orientation;
}

/** Actuals as a line with a dot at the last value; a shape, not a chart. */
export interface SparklineBlock {
  readonly type: "sparkline";
  /** x in any unit of time, ascending; y in the metric's unit; a gap stays a gap. */
  readonly points: readonly { readonly x: number; readonly y: number | null; readonly forecast: boolean }[];
  readonly target?: number;
  /** Words of the first and of the latest value, under their ends of the line. */
  readonly ends?: readonly [first: string, latest: string];
  readonly alt: string;
  /** Height of the line in pt. */
  readonly height: number;
}

/** Two or three values of one unit as small bars one above the other, each with its label and its number; shapes, not a chart. */
export interface BarsBlock {
  readonly type: "bars";
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    readonly text: string;
    /** own: the value that is spoken of; other: what it is compared with; aim: a target, which is only an outline. */
    readonly look: "own" | "other" | "aim";
    /** True for what is not actual: hatched. */
    readonly ahead?: boolean;
    readonly from?: JsonPath;
  }[];
  /** The comparison in words. */
  readonly alt: string;
}

/** A value between its low and high end on a line of its own, zero marked where it is near; shapes, not a chart. */
export interface IntervalBlock {
  readonly type: "interval";
  readonly low: number;
  readonly value: number;
  readonly high: number;
  readonly lowText: string;
  readonly highText: string;
  /** Text of zero; where it is given, the line reaches to zero, or beyond it. */
  readonly zeroText?: string;
  readonly alt: string;
}

/** Two scales and points on them: stakeholders (influence against stance), risks (likelihood against impact). */
export interface PlaneBlock {
  readonly type: "plane";
  readonly name: string;
  readonly alt: string;
  /** Bands from left to right and from bottom to top, with their words. */
  readonly xBands: readonly string[];
  readonly yBands: readonly string[];
  readonly xTitle: string;
  readonly yTitle: string;
  /** Ground of a cell by [yBand][xBand], from the bottom up. */
  readonly grounds?: readonly (readonly (ColorToken | null)[])[];
  readonly points: readonly PlanePoint[];
  /** The drawing in words; "beside" where a table on the slide has all of it in its `drawn` columns. */
  readonly says?: SaidTable | "beside";
}

export interface PlanePoint {
  readonly xBand: number;
  readonly yBand: number;
  /** One or two characters inside the dot; "" for a plain dot. */
  readonly code: string;
  readonly label: Rich;
  readonly detail?: Rich;
  readonly ink: ColorToken;
  readonly ring?: boolean;
}

export interface RuleBlock {
  readonly type: "rule";
  readonly ink?: ColorToken;
}
