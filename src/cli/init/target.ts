import { stat } from "node:fs/promises";
import { posix, resolve, sep } from "node:path";
import { Refusal } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages.ts";
import { codeOf } from "../../host/failure.ts";

/** Name of the bundle where a folder is named. */
const NAME = "deck.json";

/** The bundle to write: the file that is named, or deck.json in the folder that is; with slashes on every system. */
export async function bundleFile(given: string, cwd: string): Promise<string> {
  const target = given.split(sep).join("/");
  if (/\.jsonc?$/i.test(target)) return target;
  const kind = await kindOf(resolve(cwd, target));
  if (kind === "file") throw new Refusal([messages.initNotJson(target)], 2);
  return posix.join(target, NAME);
}

export async function kindOf(path: string): Promise<"file" | "folder" | "nothing"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (cause) {
    // Not there, or not to be seen: writing says which.
    if (codeOf(cause) === undefined) throw cause;
    return "nothing";
  }
}
