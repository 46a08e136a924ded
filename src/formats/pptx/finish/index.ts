import { colours } from "./colours.ts";
import type { Cure } from "./cure.ts";
import { empties } from "./empties.ts";
import { frames } from "./frames.ts";
import { links } from "./links.ts";
import { names } from "./names.ts";
import { connectors, paths, patterns } from "./shapes.ts";
import { tables } from "./tables.ts";
import { placeholders, texts } from "./texts.ts";

/** The cures of slides, in the order in which they are applied. */
export const SLIDE_CURES: readonly Cure[] = [
  colours,
  empties,
  links,
  names,
  frames,
  texts,
  placeholders,
  tables,
  patterns,
  paths,
  connectors,
];
