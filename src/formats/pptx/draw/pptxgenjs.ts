import imported from "pptxgenjs";

/**
 * PptxGenJS 4.0.1 declares its types as those of a CommonJS module, so TypeScript believes the class to be a property
 * "default" of what Node imports; Node imports the class itself. Said once here.
 */
export const PptxGenJS = imported as unknown as typeof imported.default;

export type Deck = InstanceType<typeof imported.default>;
export type Slide = imported.default.Slide;
export type TextProps = imported.default.TextProps;
export type TextOptions = imported.default.TextPropsOptions;
export type ShapeProps = imported.default.ShapeProps;
export type ShapeLine = imported.default.ShapeLineProps;
export type ShapeName = imported.default.SHAPE_NAME;
export type TableRow = imported.default.TableRow;
export type Border = imported.default.BorderProps;
