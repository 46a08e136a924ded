/** The font files of a picture, TrueType: twins of the theme's body font with the same widths (Carlito, Arimo). */
export interface PictureFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

interface Registry {
  register(font: Buffer, alias: string): unknown;
  has(name: string): boolean;
}

/**
 * Private family, so that an installed font of the real name is never drawn instead and machines agree; it ends in a
 * mark of its files, since the canvas keeps families for the whole process.
 */
const PREFIX = "Foredeck";

/** For characters that the twins lack; drawn where they are installed. */
export const FALLBACKS = [
  "Noto Sans CJK JP",
  "Noto Sans CJK SC",
  "Noto Sans CJK KR",
  "Noto Sans Arabic",
  "Noto Sans Hebrew",
  "Noto Sans Thai",
  "Noto Color Emoji",
  "DejaVu Sans",
];

/**
 * Makes the fonts known to the canvas, once a process.
 * @returns the family list that text is drawn with
 * @throws Error for bytes that are no font
 */
export function registerFonts(registry: Registry, fonts: PictureFonts): string {
  const family = `${PREFIX} ${fingerprint(fonts.regular)}${fingerprint(fonts.bold)}`;
  if (!registry.has(family)) {
    for (const [weight, file] of Object.entries(fonts)) {
      if (!registry.register(Buffer.from(file), family))
        throw new Error(`the ${weight} font of pictures is no font file`);
    }
  }
  return [family, ...FALLBACKS].map((name) => `"${name}"`).join(", ");
}

/** FNV-1a over every 97th byte: enough to tell font files apart. */
function fingerprint(bytes: Uint8Array): string {
  let hash = 0x811c9dc5 ^ bytes.length;
  for (let i = 0; i < bytes.length; i += 97) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
