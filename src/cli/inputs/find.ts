import { readdir } from "node:fs/promises";
import { basename, dirname, join, normalize, resolve, sep } from "node:path";
import type { Node } from "jsonc-parser";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { tooManyOpenFiles } from "../../diagnostics/messages/mishap.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { about, real } from "../../host/about.ts";
import { codeOf } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { MAX_FILE_BYTES } from "../../host/node.ts";
import { extendedFiles } from "./referenced-files.ts";
import { STDIN, STDIN_NAME } from "./stdin.ts";

/** End of the names of files in which pull keeps what readers answered: they lie beside bundles, as they should. */
const REPLIES = ".replies.json";

export interface Inputs {
  /** Bundles as the user would name them. */
  readonly files: readonly string[];
  /** .json files of folders that are something else. */
  readonly skipped: readonly string[];
  /** Folders and patterns without a bundle. */
  readonly refused: readonly Diagnostic[];
}

/**
 * Bundles for the arguments: "-" stands for standard input, a file for itself, a folder for the bundles directly in it, in
 * order of name, a pattern (as in a shell) for those that match, in order of path. `apart`, the folder of outputs, is
 * left out of patterns.
 */
export async function findBundles(
  args: readonly string[],
  host: Host,
  cwd: string,
  apart?: string,
): Promise<Inputs> {
  const files: string[] = [];
  const skipped: string[] = [];
  const refused: Diagnostic[] = [];
  for (const arg of args) {
    const { names, meant } = await namesFor(arg, cwd, apart);
    let found = 0;
    const bundles = meant ? new Set(names) : await bundlesAmong(names, host, cwd);
    for (const file of names) {
      if (bundles.has(file)) {
        files.push(file);
        found += 1;
      } else if (!file.endsWith(REPLIES)) skipped.push(file);
    }
    if (found === 0)
      refused.push(isPattern(arg) ? messages.noBundleMatches(arg) : messages.folderWithoutBundles(arg));
  }
  return { files: await eachOnce(files, cwd), skipped: await eachOnce(skipped, cwd), refused };
}

/**
 * Each file once, whatever it was called and whichever links lead to it; by a name without links where it has one. A link
 * of another name stays, because its deck has that name.
 */
async function eachOnce(files: readonly string[], cwd: string): Promise<readonly string[]> {
  const home = await real(cwd);
  const kept = new Map<string, { readonly file: string; readonly direct: boolean }>();
  for (const file of files) {
    const path = await real(resolve(cwd, file));
    const key = `${path}\0${basename(file).normalize("NFC").toLowerCase()}`;
    const direct = resolve(home, file) === path;
    const before = kept.get(key);
    if (before === undefined || (direct && !before.direct)) kept.set(key, { file, direct });
  }
  return [...kept.values()].map(({ file }) => file);
}

/** Files that an argument names; `meant` where the user named the file itself. */
async function namesFor(
  arg: string,
  cwd: string,
  apart: string | undefined,
): Promise<{ readonly names: readonly string[]; readonly meant: boolean }> {
  if (arg === STDIN) return { names: [STDIN_NAME], meant: true };
  if (await isFolder(resolve(cwd, arg))) {
    const names = (await readdir(resolve(cwd, arg))).filter((name) => /\.jsonc?$/.test(name)).sort();
    return { names: names.map((name) => join(arg, name)), meant: false };
  }
  // A file may be called "a[1].json".
  if (!isPattern(arg) || (await exists(resolve(cwd, arg)))) return { names: [arg], meant: true };
  const { glob } = await import("tinyglobby");
  const found = await glob(arg.split(sep).join("/"), {
    cwd,
    // What was sent is kept, and built no more.
    ignore: ["**/node_modules/**", "**/*.sent/**"],
    // Patterns work as in a shell: they skip hidden names and follow links.
    dot: false,
    expandDirectories: false,
  });
  const outside = (file: string): boolean =>
    apart === undefined || !lies(resolve(cwd, file), resolve(cwd, apart));
  const names = found.filter((file) => /\.jsonc?$/.test(file) && outside(file));
  return { names: names.map((file) => normalize(file)).sort(), meant: false };
}

/** Everything that folders and patterns among the arguments name at the moment, to see what is new. */
export async function namesOf(
  args: readonly string[],
  cwd: string,
  apart?: string,
): Promise<readonly string[]> {
  const lists = await Promise.all(args.map((arg) => namesFor(arg, cwd, apart)));
  return lists.flatMap(({ names }) => names);
}

/** The folders in which a new bundle would be one that the arguments stand for, as absolute paths. */
export async function foldersOf(args: readonly string[], cwd: string): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const arg of args) {
    if (await isFolder(resolve(cwd, arg))) folders.push(resolve(cwd, arg));
    else if (isPattern(arg) && !(await exists(resolve(cwd, arg)))) {
      const steps = arg.split(sep).join("/").split("/");
      const base = resolve(cwd, steps.slice(0, steps.findIndex(isPattern)).join("/") || ".");
      const { glob } = await import("tinyglobby");
      const below = await glob("**", {
        cwd: base,
        onlyDirectories: true,
        ignore: ["**/node_modules/**"],
        absolute: true,
      });
      folders.push(base, ...below.map((folder) => resolve(folder)));
    }
  }
  return [...new Set(folders)];
}

const isPattern = (arg: string): boolean => /[*?]|\[[^\]]+\]|\{[^}]+\}|[!@+]\(/.test(arg);

const lies = (file: string, folder: string): boolean => file.startsWith(folder + sep);

/** Bundles among .json files that nobody named; what others of them extend is none. */
async function bundlesAmong(files: readonly string[], host: Host, cwd: string): Promise<ReadonlySet<string>> {
  const bundles = new Set<string>();
  const extended = new Set<string>();
  for (const file of files) {
    const path = resolve(cwd, file);
    try {
      const bytes = await host.read(path);
      if (await isBundle(bytes)) bundles.add(file);
      for (const other of await extendedFiles(new TextDecoder().decode(bytes), path)) extended.add(other);
    } catch (cause) {
      // Too large, or no right to read it: whoever builds it says so.
      if (codeOf(cause) === undefined) throw cause;
      bundles.add(file);
    }
  }
  return new Set([...bundles].filter((file) => !extended.has(resolve(cwd, file))));
}

const isFolder = async (path: string): Promise<boolean> => (await about(path))?.isDirectory() ?? false;
const exists = async (path: string): Promise<boolean> => (await about(path)) !== undefined;

/**
 * The bytes of a bundle.
 * @throws DiagnosticsError with exit 2 for one that cannot be read.
 */
export async function readInput(host: Host, file: string, cwd: string): Promise<Uint8Array> {
  try {
    return await host.read(resolve(cwd, file));
  } catch (cause) {
    throw new DiagnosticsError([await explain(cause, file, cwd)], 2);
  }
}

async function explain(cause: unknown, file: string, cwd: string): Promise<Diagnostic> {
  const code = codeOf(cause);
  switch (code) {
    case undefined:
      throw cause;
    case "ENOENT":
    case "ENOTDIR":
      return messages.bundleNotFound(file, await nearestFile(file, cwd));
    case "EACCES":
    case "EPERM":
      return messages.bundleNoRights(file);
    case "EMFILE":
    case "ENFILE":
      return tooManyOpenFiles(code);
    case "EFBIG":
      return messages.bundleFileTooLarge(file, MAX_FILE_BYTES);
    case "EISDIR":
    case "ENOTFILE":
      return messages.bundleNotAFile(file);
    default:
      return messages.bundleUnreadable(file, code);
  }
}

async function nearestFile(file: string, cwd: string): Promise<string | undefined> {
  const folder = dirname(file);
  if (!(await isFolder(resolve(cwd, folder)))) return undefined;
  const names = await readdir(resolve(cwd, folder));
  const name = nearest(
    basename(file),
    names.filter((one) => /\.jsonc?$/.test(one)),
  );
  return name === undefined ? undefined : join(folder, name);
}

/** A bundle's own parts, as text; they may be anywhere, and the file may be broken. */
const PARTS = /"(why|goals|quotes|metrics|charts)"\s*:\s*[[{]/;
/** Names that at the top of a file mean a bundle, whatever is behind them. */
const OWN: ReadonlySet<string> = new Set(["why", "ask", "goals", "quotes", "objections"]);

/**
 * Returns true when a .json file that nobody named is to be treated as a bundle. One that cannot be read as
 * JSON might be a broken bundle, so it counts and is reported; only a sound file that is something else, such
 * as package.json, is passed over.
 */
export async function isBundle(bytes: Uint8Array): Promise<boolean> {
  // UTF-16, or a file that a crash has filled with zeros.
  if (bytes.includes(0)) return true;
  const text = new TextDecoder().decode(bytes);
  if (PARTS.test(text)) return true;
  const keys = keysOfJson(text) ?? (await keysOfJsonc(text));
  return keys?.some((key) => OWN.has(key)) ?? true;
}

/** The names at the top; undefined for what is no JSON. */
function keysOfJson(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? Object.keys(value) : [];
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return undefined;
  }
}

/** Keys of JSON with comments and trailing commas; the parser is loaded only for files that need it. */
async function keysOfJsonc(text: string): Promise<readonly string[] | undefined> {
  const { parseJson } = await import("../../read/json.ts");
  const { createLines } = await import("../../read/text/source-map.ts");
  const { root, problems } = parseJson(text, createLines(text, ""));
  return root === undefined || problems.length > 0 ? undefined : keysOf(root);
}

const keysOf = ({ type, children = [] }: Node): readonly string[] =>
  type === "object" ? children.map(({ children: pair }) => String(pair?.[0]?.value)) : [];
