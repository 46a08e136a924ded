/** First bytes of the three kinds of picture that every version of PowerPoint shows. */
const SIGNATURES = {
  png: [0x89, 0x50, 0x4e, 0x47],
  jpeg: [0xff, 0xd8, 0xff],
  gif: [0x47, 0x49, 0x46, 0x38],
} as const;

export type PictureKind = keyof typeof SIGNATURES;

/**
 * What the bytes are, whatever the file is called. Undefined for all else: SVG above all, whose fallback PptxGenJS
 * writes as no PNG at all, so whoever reads one must rasterise it first.
 */
export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
  return (Object.keys(SIGNATURES) as PictureKind[]).find((kind) =>
    SIGNATURES[kind].every((byte, index) => bytes[index] === byte),
  );
}
