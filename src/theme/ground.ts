import type { Frame } from "../base/geometry.ts";
import type { Pt } from "../base/units.ts";

/**
 * Drawings of a template's master and layout behind the items of a slide: outputs other than PowerPoint draw them from
 * here.
 * Colours are resolved, as hex without "#"; places are in EMU of the slide.
 */
export interface Ground {
  /** Fill of the whole slide; first of all. */
  readonly paper: GroundFill;
  /** Back to front. */
  readonly shapes: readonly GroundShape[];
}

export type GroundFill =
  | { readonly type: "solid"; readonly hex: string; readonly alpha?: number }
  | {
      readonly type: "gradient";
      /** Stops from 0 to 1 along the line. */
      readonly stops: readonly { readonly at: number; readonly hex: string; readonly alpha?: number }[];
      /** Direction of the line in degrees, clockwise, 0 from left to right (ECMA-376 Part 1, 20.1.8.41). */
      readonly angle: number;
    }
  | { readonly type: "picture"; readonly file: string; readonly crop?: Crop };

/** Shares of a picture, from 0 to 1, that are cut off at its edges; negative ones leave a margin. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface GroundPlace {
  readonly name: string;
  readonly frame: Frame;
  /** Clockwise, in degrees, about the middle of the frame. */
  readonly rotation?: number;
  readonly flipHorizontal?: boolean;
  readonly flipVertical?: boolean;
}

export type GroundShape = GroundPlace &
  (
    | {
        readonly type: "path";
        /** SVG path data in fractions of the frame, from 0 to 1. */
        readonly d: string;
        readonly fill?: GroundFill;
        readonly line?: { readonly hex: string; readonly width: Pt };
      }
    /** `file` is read with `readPicture`, as a picture of the bundle is. */
    | { readonly type: "picture"; readonly file: string; readonly crop?: Crop; readonly alpha?: number }
    | {
        readonly type: "text";
        readonly paragraphs: readonly GroundParagraph[];
        readonly anchor: "top" | "middle" | "bottom";
        /** In pt. */
        readonly insets: {
          readonly left: number;
          readonly top: number;
          readonly right: number;
          readonly bottom: number;
        };
      }
  );

export interface GroundParagraph {
  readonly align: "left" | "center" | "right";
  readonly runs: readonly {
    readonly text: string;
    readonly size: Pt;
    readonly hex: string;
    readonly bold: boolean;
    readonly italic: boolean;
    /** The typeface as the template names it. */
    readonly family: string;
  }[];
}

/** Files of all pictures in a ground, each as often as it is drawn. */
export function picturesIn(ground: Ground | undefined): readonly string[] {
  if (ground === undefined) return [];
  const { paper, shapes } = ground;
  const drawn = [paper, ...shapes.map((shape) => (shape.type === "path" ? shape.fill : shape))];
  return drawn.flatMap((one) => (one?.type === "picture" ? [one.file] : []));
}
