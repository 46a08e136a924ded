import { colours } from "./colours.ts";
import { empties } from "./empties.ts";
import type { Fix } from "./fix.ts";
import { links } from "./links.ts";
import { names } from "./names.ts";
import { fonts, languages } from "./runs.ts";
import { connectors, paths, patterns } from "./shapes.ts";
import { tables } from "./tables.ts";
import { placeholders, texts } from "./texts.ts";

/** The fixes of slides, in the order in which they are applied. */
export const SLIDE_FIXES: readonly Fix[] = [
  colours,
  empties,
  links,
  languages,
  fonts,
  names,
  texts,
  placeholders,
  tables,
  patterns,
  paths,
  connectors,
];
