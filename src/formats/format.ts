import type { PlacedChart } from "../model/chart.ts";
import type { Pages } from "../model/page.ts";
import type { Look } from "../theme/theme.ts";

/** What a format may ask for besides the pages. */
export interface WriteContext {
  readonly look: Look;
  /** Bytes of a picture that a page names: PNG, JPEG or GIF. */
  readonly readPicture: (file: string) => Promise<Uint8Array>;
  /** "picture" draws every chart as one; "native" only those that ask for it. */
  readonly charts: "native" | "picture";
  /** PNG of a chart; needed where a chart is to be a picture. */
  readonly drawPicture?: (chart: PlacedChart) => Promise<Uint8Array>;
}

/** An output: sees pages, never bundles. */
export interface Format {
  readonly name: string;
  /** With its dot. */
  readonly extension: string;
  readonly write: (pages: Pages, context: WriteContext) => Promise<Uint8Array>;
}
