/** Every output by its name; kept apart, so that asking for names loads no writer. */
const FORMAT_NAMES = ["pptx", "pdf", "handout", "html", "md", "json"] as const;
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

/** Extension of a format's files, with its dot: its own name, but for a handout. */
export const extensionOf = (name: AnyFormatName): string =>
  name === "handout" ? ".handout.pdf" : `.${name}`;

/** The output that a file is by its name; undefined where none has such files. */
export const formatOf = (file: string): AnyFormatName | undefined =>
  ALL_FORMAT_NAMES.filter((name) => file.endsWith(extensionOf(name))).toSorted(
    (a, b) => extensionOf(b).length - extensionOf(a).length,
  )[0];
