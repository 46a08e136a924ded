import type { Pages } from "../../model/page.ts";
import type { WriteContext } from "../contract/format.ts";
import { drawChart, pictureKind, picturesOf } from "../page/pictures.ts";

/**
 * Every picture of the bundle that pages show, as a data: address.
 * @throws Error for bytes that are neither PNG, JPEG nor GIF
 */
export async function pictureAddresses(
  pages: Pages,
  { look, readPicture }: Pick<WriteContext, "look" | "readPicture">,
): Promise<(file: string) => string> {
  const addresses = new Map<string, string>();
  for (const file of picturesOf(pages, { look, charts: "native" }).bundled) {
    const bytes = await readPicture(file);
    const kind = pictureKind(bytes);
    if (kind === undefined) throw new Error(`the picture ${file} is neither PNG, JPEG nor GIF`);
    const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
    addresses.set(file, `data:image/${kind};base64,${base64}`);
  }
  return (file) => addresses.get(file) ?? "";
}

/** The same, and charts that are to be pictures as SVG. */
export async function drawnPictures(
  pages: Pages,
  context: Pick<WriteContext, "charts" | "drawPicture" | "look" | "readPicture">,
): Promise<(file: string) => string | Uint8Array> {
  const address = await pictureAddresses(pages, context);
  const drawings = new Map<string, Uint8Array>();
  for (const [name, chart] of picturesOf(pages, context).drawn)
    drawings.set(name, await drawChart(context, chart, { type: "svg" }));
  return (file) => drawings.get(file) ?? address(file);
}
