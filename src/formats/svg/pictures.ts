import type { Pages } from "../../model/page.ts";
import type { WriteContext } from "../format.ts";
import { pictureKind } from "../pptx/draw/picture.ts";

/**
 * Every picture that pages show, as a data: address.
 * @throws Error for bytes that are neither PNG, JPEG nor GIF
 */
export async function pictureAddresses(
  pages: Pages,
  { readPicture }: Pick<WriteContext, "readPicture">,
): Promise<(file: string) => string> {
  const addresses = new Map<string, string>();
  for (const file of pictureFiles(pages)) {
    const bytes = await readPicture(file);
    const kind = pictureKind(bytes);
    if (kind === undefined) throw new Error(`the picture ${file} is neither PNG, JPEG nor GIF`);
    const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
    addresses.set(file, `data:image/${kind};base64,${base64}`);
  }
  return (file) => addresses.get(file) ?? "";
}

/** The files of all pictures on the pages, each once. */
export const pictureFiles = (pages: Pages): readonly string[] => [
  ...new Set(
    pages.pages.flatMap((page) => page.items.flatMap((item) => (item.type === "picture" ? [item.file] : []))),
  ),
];
