import { build } from "./build.ts";
import { readBundle, writeBundle } from "./bundles.ts";
import { changed } from "./changed.ts";
import { check } from "./check.ts";
import { explain } from "./explain.ts";
import { figures } from "./figures.ts";
import { fix } from "./fix.ts";
import { replies } from "./replies.ts";
import { schema } from "./schema.ts";
import { slideImage } from "./slide-image.ts";
import type { Tool } from "./tool.ts";

/** The tools, in the order in which a job needs them. */
export const TOOLS: readonly Tool[] = [
  schema,
  readBundle,
  writeBundle,
  check,
  explain,
  fix,
  figures,
  build,
  slideImage,
  changed,
  replies,
];
