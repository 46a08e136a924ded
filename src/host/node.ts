import { open, readdir, readFile, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { COMMON_FAMILIES, FONTS, type FontFamily } from "../base/fonts.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { themeNotJson } from "../diagnostics/messages/theme.ts";
import { failure } from "./failure.ts";
import type { Host } from "./host.ts";
import { packageFile } from "./package.ts";
import { PROJECT_FILE, projectOf } from "./project.ts";
import { createSubset } from "./subset.ts";
import { openSvg } from "./svg.ts";
import { findFonts } from "./system-fonts.ts";
import { writeWhole } from "./write.ts";

/** Bytes of one file that are read at most. */
export const MAX_FILE_BYTES = 20 * 1_048_576;

/** Options of a host that works on the disk. */
export interface NodeHostOptions {
  /** Folder with NAME.json per theme; the package's own when left out. */
  readonly themes?: string;
  /** Bytes of one file that are read at most; 20 MB when left out. */
  readonly maxBytes?: number;
}

/** The disk, by node:fs. Errors are node's own, with two codes added: EOUTSIDE and EREADONLY. */
export function createNodeHost(options: NodeHostOptions = {}): Host {
  const themes = options.themes ?? fileURLToPath(packageFile("themes"));
  const maxBytes = options.maxBytes ?? MAX_FILE_BYTES;
  const subset = createSubset();
  return {
    read: (path, most = maxBytes) => readBounded(path, most),
    readWithin: async (root, path, most = maxBytes) => readBounded(await within(root, path), most),
    project: async (root) => {
      const folder = await projectOf(root);
      return folder === undefined
        ? undefined
        : relative(resolve(root), join(folder, PROJECT_FILE)).split(sep).join("/");
    },
    write: writeWhole,
    theme: async (name) => {
      if (!/^[\p{L}\p{N}_-]+$/u.test(name)) throw failure("ENOENT", `no theme is called ${name}`);
      const text = await readFile(join(themes, `${name}.json`), "utf8");
      try {
        return JSON.parse(text) as unknown;
      } catch (cause) {
        throw new DiagnosticsError([themeNotJson(name, (cause as SyntaxError).message)], 2);
      }
    },
    themes: async () =>
      (await readdir(themes))
        .filter((name) => name.endsWith(".json"))
        .map((name) => name.slice(0, -".json".length))
        .sort(),
    fonts: fontsOf,
    openSvg: async (text) => {
      const families = await Promise.all(COMMON_FAMILIES.map(fontsOf));
      return openSvg(text, families.flatMap(Object.values<Uint8Array>));
    },
    subset,
    otherFonts: async (characters, language) =>
      Promise.all(
        (await findFonts(characters, language)).map(async ({ file, boldFile, index, characters: has }) => {
          const cut = async (path: string) => subset(await readFile(path), has, { index, shaping: true });
          const regular = await cut(file);
          return {
            characters: has,
            regular,
            ...(boldFile === undefined ? {} : { bold: await cut(boldFile) }),
          };
        }),
      ),
  };
}

async function fontsOf(family: FontFamily): ReturnType<Host["fonts"]> {
  const { twin, package: name } = FONTS[family];
  const file = async (style: string): Promise<Uint8Array> => {
    const address = import.meta.resolve(`${name}/${style}/${twin}_${style}.ttf`);
    return new Uint8Array(await readFile(fileURLToPath(address)));
  };
  const [regular, bold, italic, boldItalic] = await Promise.all([
    file("400Regular"),
    file("700Bold"),
    file("400Regular_Italic"),
    file("700Bold_Italic"),
  ]);
  return { regular, bold, italic, boldItalic };
}

/** Asks for the size before the content; devices and pipes, which have none, are refused. */
async function readBounded(path: string, maxBytes: number): Promise<Uint8Array> {
  // A pipe would block when opened, so its kind is asked for first.
  check(await stat(path), path, maxBytes);
  const file = await open(path, "r");
  try {
    const { size } = check(await file.stat(), path, maxBytes);
    const bytes = new Uint8Array(size);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await file.read(bytes, at, size - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return bytes.subarray(0, at);
  } finally {
    await file.close();
  }
}

function check(
  found: Awaited<ReturnType<typeof stat>>,
  path: string,
  maxBytes: number,
): { readonly size: number } {
  if (found.isDirectory()) throw failure("EISDIR", `${path} is a folder`);
  if (!found.isFile()) throw failure("ENOTFILE", `${path} is not a plain file`);
  const size = Number(found.size);
  if (size > maxBytes) throw failure("EFBIG", `${path} has ${size} bytes, more than ${maxBytes}`);
  return { size };
}

/**
 * The real path of a file in a folder, or elsewhere in its project. Refuses by the letters of the path first, then once
 * more with links resolved.
 */
async function within(root: string, path: string): Promise<string> {
  if (isAbsolute(path) || /^[a-z]:/i.test(path) || path.includes("\0")) throw outside(path);
  const folder = resolve(root);
  // Backslashes lead out on Windows alone, but a bundle must mean the same everywhere.
  const meant = resolve(folder, path.replaceAll("\\", "/"));
  const base = leadsOut(folder, meant) ? await projectOf(folder) : folder;
  if (base === undefined || leadsOut(base, meant)) throw outside(path);
  const real = await realpath(base === folder ? resolve(folder, path) : meant);
  if (leadsOut(await realpath(base), real)) throw outside(path);
  return real;
}

const outside = (path: string): Error => failure("EOUTSIDE", `${path} lies outside the folder`);

/** True for a path that does not lie in a folder, by its letters. */
export function leadsOut(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
}
