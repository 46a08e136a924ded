import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ChartFitter } from "../../src/layout/context/layout-context.ts";
import { resolveTheme } from "../../src/theme/resolve.ts";
import { Theme } from "../../src/theme/theme.ts";

const file = join(import.meta.dirname, "../../themes/boardroom.json");

/** The look that ships with the package. */
export const look = resolveTheme(Theme.parse(JSON.parse(readFileSync(file, "utf8"))));

/** Charts at their size and nothing more: layout places them, it does not draw them. */
export const fitNothing: ChartFitter = ({ overlays: _, ...model }, size, labelSize) => ({
  ...model,
  ...size,
  plot: { x: 0.1, y: 0.1, w: 0.8, h: 0.8 },
  categoryLabels: [],
  labelSize,
  marks: [],
});
