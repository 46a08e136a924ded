import { FONTS } from "../../base/fonts.ts";
import { below, type SvgNode } from "./tree.ts";

/** Families that Foredeck's own fonts stand for, letter by letter of the same width; sans-serif is Arial. */
const OWN: readonly (readonly [own: string, names: RegExp])[] = [
  [FONTS.Calibri.twin, /^(calibri|carlito)$/i],
  [
    FONTS.Arial.twin,
    /^(arial|arimo|helvetica|helvetica neue|liberation sans|sans-serif|sans|system-ui|ui-sans-serif|-apple-system|inherit|initial|unset)$/i,
  ],
];

const isOwn = (family: string): boolean => OWN.some(([, names]) => names.test(family));

/** Every list of families in the drawing: attributes, styles and style sheets; none where it has no words. */
export function familiesIn(all: readonly SvgNode[]): readonly string[] {
  if (!all.some(({ name, text }) => LETTERED.has(name) && text.trim() !== "")) return [];
  const lists = all.flatMap(({ name, attributes, text }) => [
    ...(attributes["font-family"] === undefined ? [] : [attributes["font-family"]]),
    ...listsIn(attributes["style"] ?? ""),
    ...(name === "style" ? listsIn(text.replaceAll(/@font-face\s*\{[^}]*\}/g, "")) : []),
  ]);
  const strange = lists.flatMap((list) => {
    const families = list.split(",").map((one) => one.trim().replaceAll(/^["']|["']$/g, ""));
    const [first] = families;
    return first === undefined || first === "" || families.some(isOwn) ? [] : [first];
  });
  return [...new Set(strange)].sort();
}

/** Values of font-family, and what stands behind the size in font. */
const listsIn = (css: string): string[] =>
  [...css.matchAll(/(?:^|[;{\s])font(-family)?\s*:\s*([^;}!]*)/gi)].flatMap(([, family, value = ""]) =>
    family === undefined
      ? [
          /[\d.]+(?:px|pt|em|rem|ex|mm|cm|in|pc|%)?(?:\s*\/\s*[\w.%]+)?\s+(["'a-z].*)$/is.exec(
            value.trim(),
          )?.[1] ?? "sans-serif",
        ]
      : [value],
  );

const LETTERED = new Set(["text", "tspan", "textPath"]);

/** Characters that the drawing writes, each once, in order; white space and what is not seen left out. */
export function charactersIn(svg: SvgNode): string {
  const found = new Set<string>();
  for (const { name, text } of below(svg))
    if (LETTERED.has(name)) for (const sign of text) if (SEEN.test(sign)) found.add(sign);
  return [...found].sort().join("");
}

const SEEN = /[^\s\p{C}\p{Default_Ignorable_Code_Point}]/u;

/** The same text asking for the fonts that Foredeck has by their own names. */
export const withOwnFonts = (text: string): string =>
  text.replaceAll(
    /(\bfont(?:-family)?\s*[:=]\s*)("[^"<>]*"|'[^'<>]*'|[^;}"<>]*)/gi,
    (_, start: string, list: string) =>
      start +
      list
        .replaceAll(/\bCalibri\b/gi, FONTS.Calibri.twin)
        .replaceAll(/\b(Arial|Helvetica Neue|Helvetica|Liberation Sans)\b(?![\s-]*\w)/gi, FONTS.Arial.twin),
  );
