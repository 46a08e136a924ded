import { familyCalled, nearestFamily } from "../base/fonts.ts";
import { child, descendant } from "../ooxml/xml.ts";
import type { ContractFont } from "../theme/contract.ts";
import type { Match } from "./match.ts";
import { titleOf } from "./match.ts";
import type { Master } from "./open.ts";
import { typeface } from "./theme-part.ts";

type Style = "regular" | "bold" | "italic" | "boldItalic";
type Faces = Partial<Pick<ContractFont, Style>>;

/** Widths that were measured in font files, by family in lower case. */
export type MeasuredFonts = ReadonlyMap<string, Faces>;

/** Measured faces by their families. */
export function readFonts(
  faces: readonly {
    readonly family: string;
    readonly style: Style;
    readonly face: NonNullable<ContractFont["regular"]>;
  }[],
): MeasuredFonts {
  const found = new Map<string, Faces>();
  for (const { family, style, face } of faces) {
    const name = family.toLowerCase();
    found.set(name, { ...found.get(name), [style]: face });
  }
  return found;
}

/** The families of Foredeck's own themes, whose letters it always had. */
const OWN = ["Calibri", "Arial"];

/** The typefaces in which a template sets titles and texts, with where their widths come from. */
export function fontsOf(
  { master, layout }: Match,
  measured: MeasuredFonts,
): Readonly<Record<"heading" | "body", ContractFont>> {
  const { theme } = master;
  const title = (layout && titleOf(layout)) ?? titleOf(master);
  // What Google Slides exports names the typeface at the master's placeholder, and not in its styles.
  const body = master.holders.find(({ type }) => type === "body")?.text ?? styleOf(master);
  return {
    heading: fontOf(title?.text.named ?? "+mj-lt", title?.text.family ?? theme.fonts.major.latin, measured),
    body: fontOf(body.named ?? "+mn-lt", body.family ?? theme.fonts.minor.latin, measured),
  };
}

/** The typeface of texts by the styles of a master that has no placeholder for them. */
function styleOf({ text, theme }: Master): { readonly named?: string; readonly family?: string } {
  const level = text.styles && descendant(text.styles, "p:bodyStyle", "a:lvl1pPr", "a:defRPr");
  const named = level && child(level, "a:latin")?.attributes["typeface"];
  const family = typeface(theme, named);
  return {
    ...(named === undefined ? {} : { named }),
    ...(family === undefined ? {} : { family }),
  };
}

function fontOf(named: string, family: string, measured: MeasuredFonts): ContractFont {
  const slot = named === "+mj-lt" || named === "+mn-lt" ? ({ slot: named } as const) : {};
  const faces = measured.get(family.toLowerCase());
  if (faces !== undefined)
    return { family, ...slot, measured: "file", like: nearestFamily(family), ...faces };
  const known = familyCalled(family);
  if (known !== undefined)
    return { family, ...slot, measured: OWN.includes(known) ? "own" : "twin", like: known };
  return { family, ...slot, measured: "estimate", like: nearestFamily(family) };
}
