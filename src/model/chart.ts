import type { PeriodKind } from "../base/period.ts";
import type { TableBlock } from "./deck.ts";
import type { JsonPath } from "./figures.ts";
import type { Overlay } from "./overlay.ts";
import type { ColorToken, Rich } from "./text.ts";
import type { TimelineModel } from "./timeline.ts";

/** An exhibit as a chart kind lowers to it: a chart, a table (heatmap, scorecard) or shapes on a time axis (gantt). */
export type Exhibit = ChartModel | TableExhibit | TimelineModel;

export interface TableExhibit {
  readonly type: "tableExhibit";
  readonly id: string;
  readonly table: TableBlock;
  /** Printed below the table, and below each part where it is cut: the rule of its colours. */
  readonly foot?: Rich;
}

/**
 * The one small closed model of charts. Kinds know no output; outputs know no kinds. Everything is said here: bounds,
 * ticks, order, colours, every label as a string in the deck's locale. Nothing is left to PowerPoint or Chart.js.
 */
export interface ChartModel {
  readonly type: "chart";
  readonly id: string;
  /** Name of the kind that made it, for names and notes only; no output may branch on it. */
  readonly kind: string;
  readonly message: string;
  /** Measure, unit and period: "Annual churn, % of customers, Q4 2024 to Q4 2027". */
  readonly caption: Rich;
  /** States message, kind, range of values and extremes, in the deck's locale. */
  readonly alt: string;
  readonly render: "native" | "picture";
  readonly coordinates: CategoryCoordinates | XYCoordinates | PolarCoordinates;
  /** Drawn in this order, back to front. Every series of one layer has as many values as there are categories. */
  readonly layers: readonly Layer[];
  /** Entries of a legend, only where direct labels cannot do. */
  readonly legend: readonly LegendEntry[];
  /** Arrows, notes and grounds in data coordinates. */
  readonly overlays: readonly Overlay[];
  /** Name of the first column of the workbook: "Quarter", "Cause". */
  readonly heading: string;
  /** Further columns of the workbook that no series draws: the signed steps of a waterfall, the ends of a tornado. */
  readonly columns?: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly format: NumberFormat;
    /** True where series say the same: left out of tables that are read. */
    readonly silent?: boolean;
  }[];
  readonly from: JsonPath;
}

/** Categories on one axis, values on the other. */
export interface CategoryCoordinates {
  readonly type: "category";
  /** vertical: columns and lines, categories left to right; horizontal: bars, categories from the top down. */
  readonly orientation: "vertical" | "horizontal";
  readonly categories: readonly Category[];
  readonly value: ValueAxis;
  /** A second axis at the far side, where units differ. */
  readonly secondary?: ValueAxis;
  /** Title of the category axis, where the labels do not speak for themselves. */
  readonly title?: string;
  /** True: marks stand between ticks (columns); false: on them (areas that reach the edges). */
  readonly between: boolean;
  /**
   * Categories are places along a width, of which neighbours with equal values make one column, from edge to edge: the
   * marimekko. `name` says what a place is, in the workbook; `columns` name each column and its first place.
   */
  readonly steps?: {
    readonly name: string;
    readonly columns: readonly { readonly label: string; readonly first: number }[];
  };
  /** Several small charts side by side: so many categories each, from its first place on. They are read as one table. */
  readonly panels?: { readonly rows: number; readonly places: readonly { readonly from: number }[] };
  /** True where categories are periods: only then may their labels be thinned out. */
  readonly timed?: boolean;
  /**
   * Categories are periods of this kind that follow one another without a gap, from that ordinal on (`base/period.ts`).
   * Days and weeks are drawn on a date axis.
   */
  readonly calendar?: { readonly kind: PeriodKind; readonly first: number };
  /** False leaves out the line of the category axis, where bars do not start at it: tornado. */
  readonly line?: boolean;
}

export interface Category {
  readonly label: string;
  /** Second line below the label, for the year of quarters; only where it changes. */
  readonly group?: string;
  /** Second line below the label that holds for this category alone: the base of its shares. */
  readonly base?: string;
  readonly bold?: boolean;
  /** Slots that its label may take, where a wide mark covers several categories; 0 has no label. 1 when left out. */
  readonly width?: number;
  readonly from?: JsonPath;
}

/** Two value axes: scatter and bubble. */
export interface XYCoordinates {
  readonly type: "number";
  readonly x: ValueAxis;
  readonly y: ValueAxis;
}

/** No axes: doughnut. */
export interface PolarCoordinates {
  readonly type: "round";
  /** Text in the middle, one string a line; the first one larger. */
  readonly middle: readonly string[];
  /** Name of each slice; its number stands in the slice. */
  readonly names?: readonly string[];
  /** The same without numbers, for tables that have those in a column of their own. */
  readonly slices?: readonly string[];
}

export interface ValueAxis {
  readonly min: number;
  readonly max: number;
  /** Distance of ticks; (max - min) / major is a whole number. */
  readonly major: number;
  /** min, min + major, … max, each with its label. */
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  readonly format: NumberFormat;
  readonly title?: string;
  /** False hides line and labels, where every mark carries its number. */
  readonly visible: boolean;
  readonly gridlines: boolean;
}

/**
 * Number format by which PowerPoint and the workbook show a number that someone edits later: an ECMA-376 Part
 * 1, 18.8.31 format code, in the invariant (en-US) form. Our own labels are strings, made by the locale.
 */
export interface NumberFormat {
  /** For example 0.0"%" or #,##0,"k". */
  readonly code: string;
}

export type Layer =
  | {
      readonly type: "bars";
      readonly grouping: "clustered" | "stacked" | "percentStacked";
      readonly series: readonly Series[];
      /** Width of the gap between categories in % of a bar, 0 to 500. */
      readonly gap: number;
      /** Overlap of the bars of a category in %, -100 to 100; 100 where stacked. */
      readonly overlap: number;
      readonly axis: "value" | "secondary";
      /** Lines that join the tops of neighbouring bars: waterfall. Points are value pairs by category. */
      readonly connectors?: readonly Connector[];
    }
  | {
      readonly type: "lines";
      readonly series: readonly Series[];
      readonly axis: "value" | "secondary";
      /** span: the line crosses a missing value; gap: it is interrupted. */
      readonly missing: "gap" | "span";
    }
  | {
      readonly type: "areas";
      readonly grouping: "standard" | "stacked" | "percentStacked";
      readonly series: readonly Series[];
      readonly axis: "value" | "secondary";
    }
  | {
      readonly type: "points";
      readonly series: readonly PointSeries[];
      readonly bubbles: boolean;
      /** Name of the measure that the areas of bubbles stand for. */
      readonly sizes?: string;
    }
  | {
      readonly type: "ring";
      readonly series: Series;
      /** Diameter of the hole in %, 10 to 90. */
      readonly hole: number;
    };

/** A line at the height `value` from category `from` to category `to` (indices). */
export interface Connector {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

export type SeriesRole =
  | "actual"
  | "previous"
  | "plan"
  | "forecast"
  | "estimate"
  | "target"
  | "average"
  | "rangeLow"
  | "rangeWidth"
  | "base"
  | "increase"
  | "decrease"
  | "total"
  | "mark";

export interface Series {
  readonly id: string;
  /** Column heading in the workbook, and what a screen reader says. */
  readonly name: string;
  readonly role: SeriesRole;
  /** null is missing, 0 is zero. */
  readonly values: readonly (number | null)[];
  /** Remark on each value, in words: "forecast", its share of the whole; "" where there is nothing to say. */
  readonly remarks?: readonly string[];
  /** True where it only serves the drawing, or others say the same: left out of tables that are read. */
  readonly silent?: boolean;
  /** Category at which a line goes on from the last value of another; that value is the other's. */
  readonly joint?: number;
  /** JSON path of each value in the bundle; without it, that of its category counts. */
  readonly from?: readonly (JsonPath | undefined)[];
  readonly format: NumberFormat;
  readonly paint: Paint;
  /** Outline of bars and areas, or the line itself. */
  readonly line?: LineStyle;
  readonly marker?: {
    readonly shape: "circle" | "diamond" | "square" | "dash";
    readonly size: number;
    readonly paint: Paint;
  };
  /** Exceptions by category index. A series with `marker` has one at every point but those with `marker: false` here. */
  readonly points: Readonly<
    Record<
      number,
      {
        readonly paint?: Paint;
        readonly line?: LineStyle;
        readonly marker?: boolean;
        /** Size of its marker, in pt. */
        readonly size?: number;
      }
    >
  >;
  /** One per category; null carries none. */
  readonly labels: readonly (Label | null)[];
  readonly errorBars?: {
    readonly low: readonly (number | null)[];
    readonly high: readonly (number | null)[];
    readonly ink: ColorToken;
    /** Exceptions by category, in dot plots alone. */
    readonly inks?: readonly ColorToken[];
    /** In pt; 1 when left out. */
    readonly width?: number;
    /** False for a line without strokes across its ends. */
    readonly caps?: boolean;
  };
}

export interface PointSeries {
  readonly id: string;
  readonly name: string;
  readonly paint: Paint;
  readonly line?: LineStyle;
  readonly format: { readonly x: NumberFormat; readonly y: NumberFormat; readonly size?: NumberFormat };
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly size?: number;
    readonly name: string;
    readonly label: Label | null;
    readonly paint?: Paint;
  }[];
}

export interface Paint {
  readonly ink: ColorToken;
  /** IBCS: actual solid, plan outline, forecast hatch; none is a true no-fill. */
  readonly pattern: "solid" | "hatch" | "outline" | "none";
}

export interface LineStyle {
  readonly ink: ColorToken;
  /** Width in pt. */
  readonly width: number;
  readonly dash: "solid" | "dash" | "dot";
}

export interface Label {
  readonly text: string;
  /** Shorter text for where the whole one does not fit; for `fit` alone. */
  readonly brief?: string;
  /** The same on two lines, separated by a line feed: tried before `brief` where bars are high enough. */
  readonly folded?: string;
  /** True where `text` is just the value in the series' number format, so that it follows when someone edits the data. */
  readonly value: boolean;
  readonly at: "above" | "below" | "left" | "right" | "center" | "insideEnd" | "insideBase" | "outsideEnd";
  readonly ink: ColorToken;
  /** Colour behind the words, where a line or the mark that they stand on would run through them; set by `fit`. */
  readonly ground?: ColorToken;
  readonly bold: boolean;
  /** In pt; the theme's label size when left out. */
  readonly size?: number;
  /** The higher, the longer it stays when labels collide; 0 goes first. */
  readonly priority: number;
}

export interface LegendEntry {
  readonly name: string;
  readonly paint: Paint;
  readonly line?: LineStyle;
  readonly shape: "box" | "line" | "dot";
}
