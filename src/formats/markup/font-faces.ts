import { FONTS } from "../../base/fonts.ts";
import type { FontFiles, WriteContext } from "../contract/format.ts";
import type { DisplayList, DisplayNode, FontFace } from "../display/list.ts";

/** A text, and what it is set in. */
export interface Use {
  readonly face: FontFace;
  readonly text: string;
}

/** Every text of a display list with its face. */
export const usesOf = (list: DisplayList): readonly Use[] => list.nodes.flatMap(usesIn);

const usesIn = (node: DisplayNode): readonly Use[] => {
  if (node.type === "group") return node.children.flatMap(usesIn);
  return node.type === "textLine" ? node.pieces : [];
};

type Fonts = Pick<WriteContext, "fonts" | "subset">;

/** The words of a drawing, without its markup. */
export const textIn = (markup: string): string => markup.replace(/<[^>]*>/g, "");

/** The same fonts with the characters of a text alone: cut once, so that each part of the text is cut from little. */
export function fontsFor(text: string, { fonts, subset }: Fonts): Fonts {
  if (fonts === undefined || subset === undefined) return {};
  const cut = new Map<FontFace["family"], Promise<FontFiles>>();
  const load = async (family: FontFace["family"]): Promise<FontFiles> => {
    const { regular, bold, italic, boldItalic } = await fonts(family);
    const short = (font: Uint8Array): Promise<Uint8Array> => subset(font, charactersOf(text));
    return {
      ...{ regular: await short(regular), bold: await short(bold) },
      ...{ italic: await short(italic), boldItalic: await short(boldItalic) },
    };
  };
  return {
    subset,
    fonts: (family) => {
      const files = cut.get(family) ?? load(family);
      cut.set(family, files);
      return files;
    },
  };
}

const charactersOf = (text: string): string => [...new Set(text)].sort().join("");

/**
 * Rules of CSS that bring the fonts along, each with the characters that are set in it alone; "" where there is no way to
 * make them. They stand in for fonts that are not installed, so that words are as wide as they were measured.
 */
export async function fontFaces(uses: readonly Use[], { fonts, subset }: Fonts): Promise<string> {
  if (fonts === undefined || subset === undefined) return "";
  const byFace = new Map<string, { readonly face: FontFace; text: string }>();
  for (const { face, text } of uses) {
    const name = `${FONTS[face.family].twin} ${face.bold} ${face.italic}`;
    const known = byFace.get(name);
    if (known === undefined) byFace.set(name, { face, text });
    else known.text += text;
  }
  const rules = [...byFace.keys()].sort().map(async (name) => {
    const { face, text } = byFace.get(name) ?? {};
    if (face === undefined || text === undefined) return "";
    const { family, bold, italic } = face;
    const files = await fonts(family);
    const file = bold ? (italic ? "boldItalic" : "bold") : italic ? "italic" : "regular";
    const bytes = Buffer.from(await subset(files[file], charactersOf(text))).toString("base64");
    const manner = `${bold ? "font-weight:bold;" : ""}${italic ? "font-style:italic;" : ""}`;
    return `@font-face{font-family:${FONTS[family].twin};${manner}src:url(data:font/ttf;base64,${bytes})}\n`;
  });
  return (await Promise.all(rules)).join("");
}

/** Families of CSS for a form of letters (CSS Fonts Level 4, 2.1.3). */
const GENERIC = { sans: "sans-serif", serif: "serif", monospace: "monospace" } as const;

/** A family of the theme as a CSS list; `others` are for characters that it lacks. */
export const fontList = (family: FontFace["family"], others: readonly string[] = []): string =>
  [family, FONTS[family].twin, ...FONTS[family].alike, ...others, GENERIC[FONTS[family].form]]
    .map((name) => (name.includes(" ") ? `'${name}'` : name))
    .join(", ");
