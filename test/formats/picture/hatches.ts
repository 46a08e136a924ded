import type { Dataset } from "../../../src/formats/picture/datasets.ts";
import type { PlacedChart } from "../../../src/model/placed.ts";
import type { ResolvedTheme } from "../../../src/theme/theme.ts";

/** Colours of the hatched marks of a dataset, by value: a plugin draws them over what Chart.js fills with paper. */
export const hatchesOf = (
  chart: PlacedChart,
  { of }: Dataset,
  look: ResolvedTheme,
): ReadonlyMap<number, string> =>
  new Map(
    chart.marks.flatMap((mark) =>
      "paint" in mark &&
      mark.paint.pattern === "hatch" &&
      mark.of?.layer === of.layer &&
      mark.of.series === of.series
        ? [[mark.type === "area" ? 0 : mark.of.item, `#${look.ink(mark.paint.ink).hex}`]]
        : [],
    ),
  );
