import type { Format } from "../contract/format.ts";

/** PowerPoint: text is text, tables are tables, charts are charts. Whoever only checks a bundle never loads PptxGenJS. */
export const pptx: Format = {
  name: "pptx",
  extension: ".pptx",
  write: async (pages, context) => (await import("./write.ts")).writePptx(pages, context),
};
