import type { CheckedBundle } from "../../diagnostics/reporters/reporter.ts";
import type { Compiled } from "../../stages.ts";
import { pageOf } from "./page.ts";

/** One page about a bundle, for pressure-testing its idea: a whole HTML document that loads nothing and runs nothing. */
export const readinessPage = (checked: CheckedBundle, compiled: Compiled): string =>
  `<!doctype html>\n${pageOf(checked, compiled).markup}\n`;
