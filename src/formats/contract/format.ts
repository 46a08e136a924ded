import type { FontFamily } from "../../base/fonts.ts";
import type { Host } from "../../host/host.ts";
import type { Pages } from "../../model/page.ts";
import type { PlacedChart } from "../../model/placed.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";

/** TrueType files of one family. */
export interface FontFiles {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly italic: Uint8Array;
  readonly boldItalic: Uint8Array;
}

/** File that a chart is drawn as: a PNG of so many pixels to the pt, or an SVG. */
export type ChartFile = { readonly type: "png"; readonly scale: number } | { readonly type: "svg" };

/** Everything that a format may ask for besides the pages. */
export interface WriteContext {
  readonly look: ResolvedTheme;
  /** Bytes of a picture that a page names, without metadata and no larger than it is drawn: PNG, JPEG or GIF. */
  readonly readPicture: (file: string) => Promise<Uint8Array>;
  /** "picture" has every chart drawn by Chart.js; "native" only those that ask for it. */
  readonly charts: "native" | "picture";
  /** A chart as a file; needed where a chart is to be a picture. */
  readonly drawPicture?: (chart: PlacedChart, file: ChartFile) => Promise<Uint8Array>;
  /** Fonts with the advance widths of a family, for outputs that draw or embed letters. */
  readonly fonts?: (family: FontFamily) => Promise<FontFiles>;
  /** Fonts of the machine for characters that those above lack, each with the ones that it has. */
  readonly otherFonts?: Host["otherFonts"];
  /** A font with the glyphs of these characters alone; without it, outputs that browsers show name their fonts only. */
  readonly subset?: (font: Uint8Array, characters: string) => Promise<Uint8Array>;
}

/** An output of one file: sees pages, never bundles. */
export interface Format {
  readonly name: string;
  /** With its dot. */
  readonly extension: string;
  readonly write: (pages: Pages, context: WriteContext) => Promise<Uint8Array>;
}

/** One file of an output that has one a page. */
export interface PageFile {
  /** Name of the file, without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An output of one file a page. */
export interface PagedFormat {
  readonly name: string;
  /** With its dot. */
  readonly extension: string;
  /** The files in order; all of their names begin with `name`. */
  readonly writePages: (pages: Pages, context: WriteContext, name: string) => Promise<readonly PageFile[]>;
}

/** Name of a page's file: deck-07.svg; as many digits for all pages, two at least, so that names sort as pages do. */
export function pageFile(name: string, number: number, pages: Pages, extension: string): string {
  const digits = Math.max(2, String(pages.pages.length).length);
  return `${name}-${String(number).padStart(digits, "0")}${extension}`;
}
