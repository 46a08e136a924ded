import type { Format } from "./format.ts";
import { pptx } from "./pptx/index.ts";

/** Every output there is, by name. */
export const FORMATS = { pptx } as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;
export type { Format, WriteContext } from "./format.ts";
