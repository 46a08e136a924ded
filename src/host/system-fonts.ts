import { open, readdir } from "node:fs/promises";
import { homedir, platform } from "node:os";
import { basename, join } from "node:path";
import { type Coverage, coverageOf } from "./coverage.ts";

/** A font of the machine that has characters which are looked for. */
export interface SystemFont {
  readonly file: string;
  /** File of the same family in bold, where there is one. */
  readonly boldFile?: string;
  /** Number of the font in a collection. */
  readonly index: number;
  readonly characters: string;
}

/** Returns the folders in which the operating system keeps fonts. */
function folders(): readonly string[] {
  const home = homedir();
  switch (platform()) {
    case "darwin":
      return ["/System/Library/Fonts", "/Library/Fonts", join(home, "Library/Fonts")];
    case "win32":
      return [
        join(process.env["WINDIR"] ?? "C:\\Windows", "Fonts"),
        join(home, "AppData/Local/Microsoft/Windows/Fonts"),
      ];
    default:
      return [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        join(home, ".fonts"),
        join(home, ".local/share/fonts"),
      ];
  }
}

/**
 * Fonts are tried by rank, the plain sans ones first: Noto, then what systems bring along for a script. Faces that a line
 * of a slide is not set in come last; LastResort, which draws boxes for all of Unicode, never.
 */
const RANKS: readonly RegExp[] = [
  /^NotoSans(?!.*(Mono|Symbols|Math|UI|Display)).*$/i,
  /^(Arial|Hiragino|ヒラギノ|YuGoth|Meiryo|msgothic|msyh|msjh|malgun|AppleSDGothic|PingFang|STHeiti|Geeza|Thonburi|Kohinoor|LeelawUI|Nirmala|segoeui)/i,
  /^(DejaVuSans|LiberationSans|FreeSans|NotoSans)(?!.*(Mono|Math))/i,
];
const UNFIT =
  /italic|oblique|condensed|narrow|extra|black|thin|light|medium|semi|demi|lastresort|emoji|unifont/i;
const BOLD = /bold|heavy|bd\.ttf$|W[6-9]/i;
/** Windows names the bold face of segoeui.ttf segoeuib.ttf; a name may also end in a b of its own. */
const isBold = (file: string, files: ReadonlySet<string>): boolean =>
  BOLD.test(basename(file)) || (/b\.tt[fc]$/i.test(file) && files.has(file.replace(/-?b(?=\.\w+$)/i, "")));

const rankOf = (file: string): number => {
  const rank = RANKS.findIndex((family) => family.test(basename(file)));
  return rank < 0 ? RANKS.length : rank;
};

/** Collections of East Asian fonts hold one face a language, in this order (Noto Sans CJK). */
const FACES: Readonly<Record<string, number>> = {
  ja: 0,
  ko: 1,
  "zh-hans": 2,
  zh: 2,
  "zh-cn": 2,
  "zh-hant": 3,
  "zh-tw": 3,
};

/**
 * Fonts that between them have as many of the characters as any do; as few fonts as possible. The same on every machine
 * with the same fonts.
 */
export const findFonts = async (characters: string, language: string): Promise<readonly SystemFont[]> =>
  chooseFonts(characters, language, (await Promise.all(folders().map(fontsIn))).flat(), coverageIn);

/** Fonts chosen from a list of files; `coverage` gives the characters of each. */
export async function chooseFonts(
  characters: string,
  language: string,
  all: readonly string[],
  coverage: (file: string) => Promise<Coverage | undefined>,
): Promise<readonly SystemFont[]> {
  const missing = new Set([...characters].map((one) => one.codePointAt(0) ?? 0));
  const files = all.toSorted();
  const fit = files.filter((file) => !UNFIT.test(basename(file)));
  const there = new Set(files);
  const found: SystemFont[] = [];
  for (let rank = 0; rank <= RANKS.length && missing.size > 0; rank += 1) {
    const regular = fit.filter((file) => rankOf(file) === rank && !isBold(file, there));
    const coverages = new Map<string, Coverage>();
    for (const file of regular) {
      const has = await coverage(file);
      if (has !== undefined) coverages.set(file, has);
    }
    for (;;) {
      const counts = [...coverages].map(([file, has]) => ({ file, has: [...missing].filter(has) }));
      const best = counts.sort((a, b) => b.has.length - a.has.length || (a.file < b.file ? -1 : 1))[0];
      if (best === undefined || best.has.length === 0) break;
      for (const code of best.has) missing.delete(code);
      const boldFile = files.find(
        (file) => file === best.file.replace(/-Regular(?=\.)|(?=\.[^.]*$)/, "-Bold"),
      );
      const index = /CJK.*\.(ttc|otc)$/i.test(best.file)
        ? (FACES[language.toLowerCase()] ?? FACES[language.slice(0, 2)] ?? 0)
        : 0;
      const has = String.fromCodePoint(...best.has);
      found.push({
        file: best.file,
        index,
        characters: has,
        ...(boldFile === undefined ? {} : { boldFile }),
      });
    }
  }
  return found;
}

async function fontsIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true });
    return entries.filter((name) => /\.(ttf|otf|ttc|otc)$/i.test(name)).map((name) => join(folder, name));
  } catch {
    // A system need not have every folder, nor let everybody look into it.
    return [];
  }
}

/** Reads the tables that say what a font has, and nothing else of it. */
async function coverageIn(path: string): Promise<Coverage | undefined> {
  const file = await open(path, "r").catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    return await coverageOf(async (at, length) => {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, at);
      return bytes.subarray(0, bytesRead);
    });
  } catch (cause) {
    // A font that cannot be read is as good as none.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  } finally {
    await file.close();
  }
}
