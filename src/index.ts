/** Foredeck as a library: `compile` reads, computes, outlines, builds and lays out; `render` writes. */

export type { FontFamily } from "./base/fonts.ts";
export { compileBundle } from "./compile.ts";
export { type Diagnostic, DiagnosticsError, type Place } from "./diagnostics/diagnostic.ts";
export type { FormatName, PagedFormatName, PageFile } from "./formats/index.ts";
export type { DeckJson, FigureJson, ItemJson, SlideJson } from "./formats/json/shape.ts";
export type { Host } from "./host/host.ts";
export { createMemoryHost, type MemoryHost } from "./host/memory.ts";
export { createNodeHost, type NodeHostOptions } from "./host/node.ts";
export { type BundleOptions, compile } from "./library.ts";
export type * from "./model/bundle/index.ts";
export type { ChartModel } from "./model/chart.ts";
export type { Deck } from "./model/deck.ts";
export type { Figure, Figures } from "./model/figures.ts";
export type { Item, Page, Pages } from "./model/page.ts";
export type { PlacedChart } from "./model/placed.ts";
export type { Point, Story } from "./model/story.ts";
export { type RenderOptions, render, renderPages } from "./render.ts";
export { compileFigures } from "./said.ts";
export {
  type BundleSource,
  type Compiled,
  type CompileOptions,
  type Laid,
  type Memory,
  startMemory,
} from "./stages.ts";
