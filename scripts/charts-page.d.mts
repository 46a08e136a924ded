import type { Page } from "../src/model/page.ts";

/** Ids of the charts that are shown beside Chart.js's defaults, with what ours says and what PptxGenJS lacks. */
export const BESIDE: Readonly<Record<string, readonly [says: string, lacks: string]>>;
/** The folder of the pictures, from the root of the repo. */
export const CHART_PICTURES: string;
/** docs/charts.md. */
export function chartsPage(
  gallery: string,
  kinds: Readonly<Record<string, { readonly annotations: readonly string[] }>>,
  alts: Readonly<Record<string, string>>,
): string;
/** The alt text of each chart on the pages, by its id. */
export function altsOf(pages: readonly Page[]): Readonly<Record<string, string>>;
