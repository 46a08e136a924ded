/** Every output by its name, which is its extension too; kept apart, so that asking for names loads no writer. */
const FORMAT_NAMES = ["pptx", "pdf", "html", "md", "json"] as const;
/** An output of one file. */
export type FormatName = (typeof FORMAT_NAMES)[number];

/** Formats that write one file per page. */
const PAGED_FORMAT_NAMES = ["svg", "png"] as const;
/** An output of one file a page. */
export type PagedFormatName = (typeof PAGED_FORMAT_NAMES)[number];

export type AnyFormatName = FormatName | PagedFormatName;
export const ALL_FORMAT_NAMES: readonly AnyFormatName[] = [...FORMAT_NAMES, ...PAGED_FORMAT_NAMES];

export const isPaged = (name: AnyFormatName): name is PagedFormatName =>
  PAGED_FORMAT_NAMES.some((each) => each === name);
