import { readdir, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { DiagnosticsError } from "../../../diagnostics/diagnostic.ts";
import { besideLeadsOut, type PathFault, pathRefused } from "../../../diagnostics/messages/mcp.ts";
import { placeOf } from "../../../host/confined.ts";
import { codeOf } from "../../../host/failure.ts";
import { leadsOut } from "../../../host/node.ts";
import { repliesFile, sentFolder } from "../../versions/places.ts";

/** Letters of a path at most. */
const MOST = 1_000;

/** Faults that a path has by its letters, looked for in this order. */
const LETTERS: readonly (readonly [PathFault, RegExp])[] = [
  ["empty", /^\s*$/],
  ["long", new RegExp(`^[^]{${MOST + 1},}$`)],
  ["control", /\p{Cc}/u],
  ["encoded", /%[0-9a-f]{2}/i],
  ["address", /^[a-z][a-z0-9+.-]*:/i],
  ["backslash", /\\/],
  ["absolute", /^\//],
  ["home", /^~/],
  ["up", /(?:^|\/)\.\.(?:\/|$)/],
];

/**
 * A bundle's path from the root as an assistant gave it, in its shortest form. It need not exist. `root` is a real path.
 * @throws DiagnosticsError for one that leads out of the root or into what is hidden, and for what is no plain file
 */
export async function bundlePath(root: string, path: string): Promise<string> {
  const way = await pathWithin(root, path);
  if (!/\.jsonc?$/i.test(way)) refuse(path, "notBundle");
  const found = await kindOf(resolve(root, way));
  if (found === "folder") refuse(path, "folder");
  if (found === "special") refuse(path, "special");
  await checkBeside(root, way);
  return way;
}

/**
 * A folder's path from the root as an assistant gave it; "." for the root. It need not exist.
 * @throws DiagnosticsError as `bundlePath` does
 */
export async function folderPath(root: string, path: string): Promise<string> {
  const way = await pathWithin(root, path);
  const found = await kindOf(resolve(root, way));
  if (found === "file" || found === "special") refuse(path, "file");
  return way;
}

async function pathWithin(root: string, path: string): Promise<string> {
  const fault = LETTERS.find(([, pattern]) => pattern.test(path));
  if (fault !== undefined) refuse(path, fault[0]);
  const way = relative(root, resolve(root, path)) || ".";
  const place = await placeOf(resolve(root, way)).catch((cause: unknown) => {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    return refuse(path, code === "ENOTDIR" ? "file" : "loop");
  });
  if (leadsOut(root, place)) refuse(path, "link");
  if ([way, relative(root, place)].some(isHidden)) refuse(path, "hidden");
  return way.split(sep).join("/");
}

/** True for a path with a step that begins with a dot, or into installed packages. */
export const isHidden = (way: string): boolean =>
  way.split(/[/\\]/).some((step) => (step.startsWith(".") && step !== ".") || step === "node_modules");

async function kindOf(path: string): Promise<"file" | "folder" | "special" | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? "file" : found.isDirectory() ? "folder" : "special";
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return undefined;
  }
}

/** Refuses a bundle whose replies or sent versions are, or hold, a link out of the root. */
async function checkBeside(root: string, bundle: string): Promise<void> {
  const sent = sentFolder(bundle);
  for (const path of [repliesFile(bundle), sent, ...(await linksBelow(root, sent))])
    if (leadsOut(root, await placeOf(resolve(root, path))))
      throw new DiagnosticsError([besideLeadsOut(path)], 2);
}

/** Links in a folder and all below it, as paths from the root; none where there is no such folder. */
async function linksBelow(root: string, folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(resolve(root, folder), { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isSymbolicLink())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return [];
  }
}

/**
 * Refuses outputs whose file, whose older versions or whose lock is a link out of the root, before any is looked at.
 * @throws DiagnosticsError
 */
export async function checkOutputs(root: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const stem = path.slice(dirname(path) === "." ? 0 : dirname(path).length + 1).replace(/\.[^.]*$/, "");
    const folder = resolve(root, dirname(path));
    const names = await readdir(folder).catch((cause: unknown) => {
      // It is made by writing.
      if (codeOf(cause) === undefined) throw cause;
      return [];
    });
    for (const name of names.filter((each) => each.startsWith(stem) || /^(?:~\$|\.~lock\.)/.test(each)))
      if (leadsOut(root, await placeOf(join(folder, name))))
        refuse(relative(root, join(folder, name)), "link");
  }
}

function refuse(path: string, fault: PathFault): never {
  throw new DiagnosticsError([pathRefused(path, fault)], 2);
}
