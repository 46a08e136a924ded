import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { lazily } from "../base/lazily.ts";

/** Exports of hb-subset in harfbuzzjs; numbers are addresses in its memory (hb-subset.h, HarfBuzz 14). */
interface Subsetter {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(length: number): number;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_input_set(input: number, which: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

const MODE_WRITABLE = 2;
const FLAG_NO_HINTING = 1;
const SETS_LAYOUT_FEATURE_TAG = 6;
/** Font features with which the layout measures: kerning and marks, no ligatures. */
const FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"];

/** A TrueType font with the glyphs of the given characters alone; those that it lacks are left out. */
export type Subset = (font: Uint8Array, characters: string, options?: SubsetOptions) => Promise<Uint8Array>;

export interface SubsetOptions {
  /** Number of the font in a collection; 0 when left out. */
  readonly index?: number;
  /** Keeps whatever shapes the letters of a script, such as Arabic ones that join. */
  readonly shaping?: boolean;
}

/** Loads HarfBuzz's subsetter with the first font, and keeps it for the others. */
export function createSubset(): Subset {
  const loaded = lazily(load);
  return async (font, characters, options = {}) => {
    // A memory of its own for each font, so that no font leaves a trace in the next.
    const { exports } = await WebAssembly.instantiate(await loaded(), {});
    return subset(exports as Subsetter, font, characters, options);
  };
}

const load = async (): Promise<WebAssembly.Module> =>
  WebAssembly.compile(
    await readFile(fileURLToPath(import.meta.resolve("harfbuzzjs/dist/harfbuzz-subset.wasm"))),
  );

function subset(
  hb: Subsetter,
  font: Uint8Array,
  characters: string,
  { index = 0, shaping = false }: SubsetOptions,
): Uint8Array {
  hb._initialize();
  const at = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, at);
  const face = hb.hb_face_create(hb.hb_blob_create(at, font.length, MODE_WRITABLE, 0, 0), index);
  const input = hb.hb_subset_input_create_or_fail();
  const wanted = hb.hb_subset_input_unicode_set(input);
  for (const character of characters) hb.hb_set_add(wanted, character.codePointAt(0) ?? 0);
  hb.hb_subset_input_set_flags(input, FLAG_NO_HINTING);
  if (!shaping) {
    const features = hb.hb_subset_input_set(input, SETS_LAYOUT_FEATURE_TAG);
    hb.hb_set_clear(features);
    for (const feature of FEATURES) hb.hb_set_add(features, Buffer.from(feature, "latin1").readUInt32BE());
  }
  const made = hb.hb_subset_or_fail(face, input);
  if (made === 0) throw new Error("HarfBuzz could not subset a font");
  const blob = hb.hb_face_reference_blob(made);
  const start = hb.hb_blob_get_data(blob, 0);
  return new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(blob));
}
