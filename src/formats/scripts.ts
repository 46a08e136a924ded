import { type Coverage, coverageOf } from "../host/coverage.ts";
import type { Pages } from "../model/page.ts";
import { familiesOf } from "../theme/families.ts";
import type { WriteContext } from "./contract/format.ts";
import { lineText, nodesOf } from "./display/list.ts";
import { displayListOf } from "./display/page/page.ts";

/** A script that pages write and no font has. */
export interface LackingScript {
  /** Name of the script in English; undefined for signs of no script. */
  readonly script: string | undefined;
  /** The first characters of it that no font has, and the first line and page with one. */
  readonly characters: string;
  readonly example: string;
  readonly page: string;
  /** A font that has the script, and the package of Debian that it comes in. */
  readonly font: string;
  readonly packages: string;
}

/** Outputs that embed their letters or draw them. */
export const LETTERED_FORMATS: readonly string[] = ["pdf", "png"];

const UNWRITTEN = /[\p{Emoji_Presentation}\p{M}\p{Default_Ignorable_Code_Point}\p{White_Space}\p{C}]/u;
/** Scripts by their codes of ISO 15924, which are also values of Unicode's property. */
const CODES =
  "Adlm Arab Armn Avst Bali Bamu Beng Bopo Brai Bugi Cakm Cans Cham Cher Copt Cprt Cyrl Deva Dsrt Egyp Ethi Geor Glag Goth Grek Gujr Guru Hang Hani Hano Hebr Hira Java Kali Kana Khmr Knda Lana Laoo Latn Lepc Limb Linb Lisu Mand Mlym Mong Mtei Mymr Nkoo Ogam Olck Orya Osge Osma Phag Phnx Rohg Runr Samr Saur Sinh Sund Sylo Syrc Tagb Tale Talu Taml Tavt Telu Tfng Tglg Thaa Thai Tibt Tirh Vaii Xsux Yiii";
const SCRIPTS = CODES.split(" ").map((code) => ({ code, has: new RegExp(`\\p{Script=${code}}`, "u") }));
const EAST_ASIAN = new Set(["Hani", "Hira", "Kana", "Hang", "Bopo"]);
const SHOWN = 8;

/** Scripts of the pages that neither the fonts of the package nor those of the machine have, in order of the pages. */
export async function lackingScripts(
  pages: Pages,
  { look, charts, fonts, otherFonts }: Pick<WriteContext, "look" | "charts" | "fonts" | "otherFonts">,
): Promise<readonly LackingScript[]> {
  if (fonts === undefined || otherFonts === undefined) return [];
  const lines = pages.pages.flatMap((page) =>
    [...nodesOf(displayListOf(page, pages, look, charts).nodes)].flatMap((node) =>
      node.type === "textLine" ? [{ page: page.id, text: lineText(node) }] : [],
    ),
  );
  const written = new Set(lines.flatMap(({ text }) => [...text]).filter((sign) => !UNWRITTEN.test(sign)));
  const own = await Promise.all(familiesOf(look).map(async (one) => coverage(await fonts(one))));
  const strange = [...written].filter((sign) => !own.some((has) => has?.(sign.codePointAt(0) ?? 0) === true));
  if (strange.length === 0) return [];
  const others = await otherFonts(strange.sort().join(""), pages.language);
  const found = new Set(others.flatMap(({ characters }) => [...characters]));
  const byScript = new Map<string, LackingScript>();
  for (const { page, text } of lines)
    for (const sign of text) {
      if (!strange.includes(sign) || found.has(sign)) continue;
      const code = SCRIPTS.find(({ has }) => has.test(sign))?.code ?? "";
      const known = byScript.get(code) ?? { ...described(code), characters: "", example: text, page };
      const isNew = !known.characters.includes(sign) && [...known.characters].length < SHOWN;
      byScript.set(code, isNew ? { ...known, characters: known.characters + sign } : known);
    }
  return [...byScript.values()];
}

const coverage = async ({ regular }: { readonly regular: Uint8Array }): Promise<Coverage | undefined> =>
  coverageOf(async (at, length) => regular.subarray(at, at + length));

function described(code: string): Pick<LackingScript, "script" | "font" | "packages"> {
  if (code === "") return { script: undefined, font: "Noto Sans Symbols 2", packages: "fonts-noto-core" };
  const script = new Intl.DisplayNames("en", { type: "script" }).of(code) ?? code;
  return EAST_ASIAN.has(code)
    ? { script, font: "Noto Sans CJK", packages: "fonts-noto-cjk" }
    : { script, font: `Noto Sans ${script}`, packages: "fonts-noto-core or fonts-noto-extra" };
}
