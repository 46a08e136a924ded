import type { FontFamily } from "../base/fonts.ts";
import type { OpenSvg } from "./svg.ts";

/** A font of the machine with some characters alone, and its bold face where there is one. */
export interface OtherFont {
  readonly characters: string;
  readonly regular: Uint8Array;
  readonly bold?: Uint8Array;
}

/**
 * The only door to the world: disk, pictures, environment. Two runs with the same host content give identical bytes.
 * Paths are as the user gave them; `readWithin` refuses whatever lies outside the root once links are resolved, unless it lies
 * in the root's project: below the nearest folder upwards that holds foredeck.config.json.
 */
export interface Host {
  /**
   * Text or bytes of a file, of `most` bytes at most; of as many as the host likes when left out. Throws an Error with a
   * `code` (ENOENT, EACCES, EISDIR, EFBIG) as node:fs does.
   */
  read(path: string, most?: number): Promise<Uint8Array>;
  /** Reads a path relative to `root`, as `read` does; throws with code EOUTSIDE where the path leads out of it. */
  readWithin(root: string, path: string, most?: number): Promise<Uint8Array>;
  /**
   * Path of the project file of a folder, relative to it ("../foredeck.config.json"); undefined where it lies in no
   * project. A host without projects has no such function.
   */
  project?(root: string): Promise<string | undefined>;
  /** Writes whole or not at all (temporary file beside it, fsync, rename); makes missing folders. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** A theme's JSON by name. */
  theme(name: string): Promise<unknown>;
  themes(): Promise<readonly string[]>;
  /** TrueType files of a family that has the advance widths of Calibri or Arial, for pictures and PDF. */
  fonts(family: FontFamily): Promise<{
    readonly regular: Uint8Array;
    readonly bold: Uint8Array;
    readonly italic: Uint8Array;
    readonly boldItalic: Uint8Array;
  }>;
  /**
   * A TrueType font with the glyphs of these characters alone, for outputs that carry their fonts. Where a host has no way
   * to make one, they name their fonts instead.
   */
  subset?(font: Uint8Array, characters: string): Promise<Uint8Array>;
  /**
   * Fonts of the machine, cut down to those of the characters that they have, for scripts that the fonts above lack. What
   * no font has is in none of them. `language` chooses between shapes of the same character: "ja".
   */
  otherFonts?(characters: string, language: string): Promise<readonly OtherFont[]>;
  /**
   * Opens an SVG that holds nothing but a drawing, its words in the fonts above and no others. Throws an Error with code
   * ESVG for what cannot be read. Where a host has no way to draw one, pictures that are SVG are refused.
   */
  openSvg?(text: string): Promise<OpenSvg>;
}
