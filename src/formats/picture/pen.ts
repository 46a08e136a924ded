import type { PlacedChart } from "../../model/placed.ts";
import type { Ink } from "../../model/text.ts";
import type { Look } from "../../theme/theme.ts";

/** The part of CanvasRenderingContext2D that is drawn with. */
export interface Canvas2D {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  save(): void;
  restore(): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  rect(x: number, y: number, w: number, h: number): void;
  roundRect(x: number, y: number, w: number, h: number, radius: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number, back?: boolean): void;
  fill(): void;
  clip(): void;
  stroke(): void;
  setLineDash(dashes: number[]): void;
  translate(x: number, y: number): void;
  rotate(angle: number): void;
  getTransform(): Readonly<Record<"a" | "b" | "c" | "d" | "e" | "f", number>>;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
}

export interface Setting {
  readonly look: Look;
  readonly size: { readonly width: number; readonly height: number; readonly scale: number };
  /** CSS list of font families. */
  readonly family: string;
}

/** A chart with what drawing it needs. */
export interface Sketch extends Setting {
  readonly chart: PlacedChart;
  /** px to the pt. */
  readonly k: number;
}

export const hex = (look: Look, ink: Ink): string => `#${look.ink(ink).hex}`;

/** Dashes in px for a line of `width` px; PowerPoint's dash is 4 to 3 widths, its small dots 1 to 1. */
export function dashes(dash: "solid" | "dash" | "dot", width: number): number[] {
  return dash === "solid" ? [] : dash === "dash" ? [4 * width, 3 * width] : [width, width];
}

export const font = (sketch: Pick<Sketch, "family" | "k">, size: number, bold: boolean): string =>
  `${bold ? "bold " : ""}${size * sketch.k}px ${sketch.family}`;
