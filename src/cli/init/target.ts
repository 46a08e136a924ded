import { posix, resolve, sep } from "node:path";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { isShellSafe } from "../../diagnostics/shell.ts";
import { about } from "../../host/about.ts";

/** Name of the bundle where a folder is named. */
const NAME = "deck";

/**
 * The bundle to write, with slashes on every system: the file that is named, or one called `name` in the folder that is.
 * @throws DiagnosticsError with exit 2 for a name that no bundle can have.
 */
export async function bundleTarget(given: string, cwd: string, name = NAME): Promise<string> {
  const target = given.split(sep).join("/");
  const file = await fileFor(target, `${name}.json`, cwd);
  if (!isShellSafe(file)) throw new DiagnosticsError([messages.initUnsafe(file)], 2);
  return file;
}

async function fileFor(target: string, name: string, cwd: string): Promise<string> {
  const kind = await kindOf(resolve(cwd, target));
  if (kind === "folder") return posix.join(target, name);
  if (/\.jsonc?$/i.test(target)) return target;
  // "notes.txt" is meant as a file, so no folder is made of it.
  if (kind === "file" || (posix.extname(target) !== "" && !target.endsWith("/")))
    throw new DiagnosticsError([messages.initNotJson(target, posix.join(target, name))], 2);
  return posix.join(target, name);
}

export async function kindOf(path: string): Promise<"file" | "folder" | "nothing"> {
  const found = await about(path);
  return found === undefined ? "nothing" : found.isDirectory() ? "folder" : "file";
}
