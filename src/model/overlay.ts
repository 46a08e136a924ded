import type { LineStyle } from "./chart.ts";
import type { JsonPath } from "./figures.ts";
import type { ColorToken } from "./text.ts";

/** Position in the data: category index (fractions lie between) or x value, and value. */
export interface DataPosition {
  readonly c: number;
  readonly v: number;
}

export type Overlay =
  /** A growth or difference arrow with its bubble; drawn above everything in its span. */
  | {
      readonly type: "arrow";
      readonly from: DataPosition;
      readonly to: DataPosition;
      readonly text: string;
      readonly ink: ColorToken;
      readonly style: "growth" | "difference";
    }
  /** A few words at a point, with a leader line to it. */
  | {
      readonly type: "note";
      readonly at: DataPosition;
      readonly text: string;
      readonly ink: ColorToken;
      readonly from?: JsonPath | undefined;
    }
  /** A line across the plot at an event, with its words at the top; down to the value `to`, or to the foot. */
  | {
      readonly type: "event";
      readonly c: number;
      readonly to?: number;
      readonly text: string;
      readonly ink: ColorToken;
      readonly from?: JsonPath | undefined;
    }
  /** The name of a line at its end, right of its last point, with the value there; several are spread so that none covers another. */
  | {
      readonly type: "end";
      readonly at: DataPosition;
      readonly text: string;
      readonly value: string;
      readonly ink: ColorToken;
      readonly from?: JsonPath | undefined;
      /** left: before the first point, for the slope's start; right when left out. */
      readonly side?: "left" | "right";
    }
  /** Words in the middle of a mark that no data label can carry; left out where they do not fit into `room`, in data units. */
  | {
      readonly type: "tag";
      readonly at: DataPosition;
      readonly room: DataPosition;
      readonly text: string;
      readonly ink: ColorToken;
      /** Colour of the mark behind the words. */
      readonly ground: ColorToken;
      readonly bold: boolean;
    }
  /** A line in the colour of the paper across the plot: what keeps the columns of a marimekko apart. */
  | { readonly type: "divider"; readonly c: number }
  /**
   * Words over the plot: between two values of horizontal bars, as those of the bands of a bullet, or between the edges of
   * two upright categories, as the totals of stacks of shares.
   */
  | {
      readonly type: "zone";
      readonly from: number;
      readonly to: number;
      readonly text: string;
      /** Shorter text for where the whole one is wider than the zone. */
      readonly brief: string;
      readonly bold?: boolean;
      /** True for words that are cut rather than left out where they do not fit. */
      readonly cut?: boolean;
    }
  /** Key to the sizes of bubbles: a few of them with their numbers, beside the plot. */
  | {
      readonly type: "sizes";
      readonly title: string;
      readonly entries: readonly { readonly value: number; readonly text: string }[];
    }
  /** A row under the names of upright bars, a number for each category: differences. Left out where they are wider than the bars. */
  | {
      readonly type: "row";
      /** Name of the numbers, over them. */
      readonly text: string;
      readonly entries: readonly { readonly text: string; readonly ink: ColorToken }[];
    }
  /** A bracket at the ends of neighbouring bars, with their sum. */
  | {
      readonly type: "bracket";
      readonly from: number;
      readonly to: number;
      readonly text: string;
      readonly ink: ColorToken;
    }
  /** Two slashes over the foot of the bar of a category: the axis does not start at zero. */
  | { readonly type: "break"; readonly c: number }
  /** Pale ground over the categories from `from` to `to`: the forecast. */
  | {
      readonly type: "ground";
      readonly from: number;
      readonly to: number;
      readonly text: string;
      readonly ink: ColorToken;
    }
  /** A horizontal reference with its words at the end: target, average, base case. */
  | {
      readonly type: "level";
      readonly v: number;
      readonly text: string;
      readonly ink: ColorToken;
      readonly dash: LineStyle["dash"];
      readonly from?: JsonPath | undefined;
    };
