import { createRequire } from "node:module";
import type imported from "pptxgenjs";

/**
 * PptxGenJS 4.0.1 gives `import` an ES module that its package.json does not declare as one. Node reads it twice to find
 * out, and Yarn's Plug'n'Play takes it for CommonJS and fails; its CommonJS form loads everywhere.
 */
export const PptxGenJS = createRequire(import.meta.url)("pptxgenjs") as typeof imported.default;

export type Deck = InstanceType<typeof imported.default>;
export type Slide = imported.default.Slide;
export type ShapeProps = imported.default.ShapeProps;
export type ShapeLine = imported.default.ShapeLineProps;
export type ShapeName = imported.default.SHAPE_NAME;
export type TableRow = imported.default.TableRow;
export type Border = imported.default.BorderProps;
