import JSZip from "jszip";
import type { Deck } from "./pptxgenjs.ts";

/** The type of output that gives the files themselves. */
const FILES = "files";

/**
 * PptxGenJS gives what it wrote as one archive only, which would be packed here and unpacked on the next line. It hands the
 * type of its output on to JSZip, so JSZip learns one more here: the files that it was given, without an archive. The
 * public ways cost more, measured on samples/gallery.json, whose .pptx takes 480 ms of the processor in all: 44 ms this
 * way, 88 ms with `async` of JSZip's files, 121 ms with an archive that fflate unpacks. JSZip is part of our build, so no
 * other program's is changed.
 */
const { generateAsync } = JSZip.prototype;
JSZip.prototype.generateAsync = function (this: JSZip, options: { readonly type?: string }, ...more: []) {
  return options.type === FILES ? filesOf(this) : generateAsync.call(this, options as never, ...more);
} as typeof generateAsync;

type File = string | Uint8Array;
/** The parts of a package by their path: XML as text, pictures as bytes. */
export type Files = ReadonlyMap<string, File>;

async function filesOf(archive: JSZip): Promise<Files> {
  const files = Object.values(archive.files).filter(({ dir }) => !dir);
  return new Map(await Promise.all(files.map(async (file) => [file.name, await given(file)] as const)));
}

/** Returns the content that JSZip was given; its `async` sends it through streams, piece by piece. */
const given = (file: JSZip.JSZipObject): Promise<File> =>
  (file as unknown as { readonly _data: Promise<File> })._data;

/** Returns the files that PptxGenJS writes for a deck. */
export async function writeFiles(deck: Deck): Promise<Files> {
  const files: unknown = await deck.write({ outputType: FILES as never });
  if (files instanceof Map) return files;
  throw new Error("PptxGenJS gave no files");
}
