import { cutToBytes } from "./graphemes.ts";

/** Bytes of a name without its extension. File systems allow 255, of which the rest is for ".backup-1.pptx" and the like. */
export const MOST_STEM_BYTES = 230;

/** Name of a bundle's file without .json, as long as a file system allows what is named after it. */
export const fileStem = (path: string): string =>
  cutToBytes(
    path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).replace(/\.jsonc?$/, ""),
    MOST_STEM_BYTES,
  );
