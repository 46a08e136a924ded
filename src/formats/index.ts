import type { Format, PagedFormat } from "./contract/format.ts";
import { html } from "./html/index.ts";
import { json } from "./json/index.ts";
import { md } from "./md/index.ts";
import type { FormatName, PagedFormatName } from "./names.ts";
import { handout, pdf } from "./pdf/index.ts";
import { png } from "./png/index.ts";
import { pptx } from "./pptx/index.ts";
import { svg } from "./svg/index.ts";

/** Every output of one file, by name. */
export const FORMATS = { pptx, pdf, handout, html, md, json } as const satisfies Readonly<
  Record<FormatName, Format>
>;
/** Every output of one file a page, by name. */
export const PAGED_FORMATS = { svg, png } as const satisfies Readonly<Record<PagedFormatName, PagedFormat>>;

export type { FontFiles, Format, PagedFormat, PageFile, WriteContext } from "./contract/format.ts";
export type { FormatName, PagedFormatName } from "./names.ts";
