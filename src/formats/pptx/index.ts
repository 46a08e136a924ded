import type { Format } from "../format.ts";
import { writePptx } from "./write.ts";

/** PowerPoint: text is text, tables are tables, charts are charts. */
export const pptx: Format = { name: "pptx", extension: ".pptx", write: writePptx };

export { writePptx } from "./write.ts";
