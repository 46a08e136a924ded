import { statSync } from "node:fs";
import nodeModule from "node:module";
import { dirname, join } from "node:path";
import { codeOf } from "../../host/failure.ts";
import { type Around, cacheFolder } from "./folder.ts";

/** The part of the cache's folder that Node fills with the compiled code of the program. */
export const CODE = "code-1";

/** `module.enableCompileCache` of Node 22.1 and later; https://nodejs.org/api/module.html#moduleenablecompilecacheoptions */
type Enable = (folder: string) => unknown;

/** Options that put the cache elsewhere or leave it aside. */
const ELSEWHERE = /^--(?:no-cache|cache-dir)(?:=|$)/;

/**
 * Lets Node keep the compiled code of the program, so that later runs load it sooner; Node 20 cannot. What is read from
 * there is run, so it lies in the cache folder of the system alone, in folders of this user: not in one that the command
 * line or FOREDECK_CACHE_DIR names, which others may fill. Node itself leaves aside what it cannot read or write.
 */
export function keepCode(
  words: readonly string[],
  around: Around,
  platform: NodeJS.Platform,
  enable: Enable | undefined = (nodeModule as { readonly enableCompileCache?: Enable }).enableCompileCache,
): void {
  if (enable === undefined || around.env?.["FOREDECK_CACHE_DIR"]) return;
  if (words.some((word) => ELSEWHERE.test(word))) return;
  const cache = cacheFolder(undefined, around, platform);
  if (cache === undefined) return;
  const folder = join(cache, CODE);
  if ([folder, cache, dirname(cache)].every(isOwn)) enable(folder);
}

/** True for a folder of this user, and where there is none yet. Windows has no owner to ask for. */
function isOwn(folder: string): boolean {
  const me = process.getuid?.();
  try {
    const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
    return me === undefined || owner === undefined || owner === me;
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return false;
  }
}
