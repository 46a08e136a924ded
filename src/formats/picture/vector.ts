import { parse } from "../../ooxml/parse.ts";
import { contents } from "../markup/embed.ts";
import { tag } from "../markup/markup.ts";

/** An SVG document of marks that a canvas drew, and the words over them; lengths in px. */
export function svgDocument(
  drawn: Uint8Array,
  written: string,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const root = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` };
  // The canvas numbers its ids on and on, through all that the process draws.
  const ids = new Map<string, string>();
  const named = (id: string): string => {
    const name = ids.get(id) ?? `c${ids.size + 1}`;
    ids.set(id, name);
    return name;
  };
  return tag("svg", root, contents(parse(drawn), named), written);
}
