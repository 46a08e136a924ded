import { posix, resolve, sep } from "node:path";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { about } from "../../host/about.ts";

/** Name of the bundle where a folder is named. */
const NAME = "deck.json";

/** The bundle to write: the file that is named, or deck.json in the folder that is; with slashes on every system. */
export async function bundleFile(given: string, cwd: string): Promise<string> {
  const target = given.split(sep).join("/");
  const kind = await kindOf(resolve(cwd, target));
  if (kind === "folder") return posix.join(target, NAME);
  if (/\.jsonc?$/i.test(target)) return target;
  // "notes.txt" is meant as a file, so no folder is made of it.
  if (kind === "file" || (posix.extname(target) !== "" && !target.endsWith("/")))
    throw new DiagnosticsError([messages.initNotJson(target, posix.join(target, NAME))], 2);
  return posix.join(target, NAME);
}

export async function holdsAnything(path: string): Promise<boolean> {
  return ((await about(path))?.size ?? 0) > 0;
}

export async function kindOf(path: string): Promise<"file" | "folder" | "nothing"> {
  const found = await about(path);
  return found === undefined ? "nothing" : found.isDirectory() ? "folder" : "file";
}
