/** bidi-js 1.0.3 comes without types. */
declare module "bidi-js" {
  interface Embedding {
    readonly levels: Uint8Array;
    readonly paragraphs: readonly { readonly start: number; readonly end: number; readonly level: number }[];
  }
  interface Bidi {
    getEmbeddingLevels(text: string, base?: "ltr" | "rtl" | "auto"): Embedding;
    getMirroredCharacter(character: string): string | null;
  }
  export default function createBidi(): Bidi;
}
