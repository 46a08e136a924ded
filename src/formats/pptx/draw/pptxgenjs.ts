import type imported from "pptxgenjs";
import * as loaded from "pptxgenjs";

/** Class of PptxGenJS: the default export itself, although its types call it a member of that export. */
export const PptxGenJS = (loaded as unknown as { readonly default: typeof imported.default }).default;

export type Deck = InstanceType<typeof imported.default>;
export type Slide = imported.default.Slide;
export type ShapeProps = imported.default.ShapeProps;
export type ShapeLine = imported.default.ShapeLineProps;
export type ShapeName = imported.default.SHAPE_NAME;
export type TableRow = imported.default.TableRow;
export type Border = imported.default.BorderProps;
export type Margin = [number, number, number, number];
export type TextProps = imported.default.TextProps;
export type TextRunProps = NonNullable<TextProps["options"]>;
