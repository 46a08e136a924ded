import { isAbsolute, join, resolve } from "node:path";

export interface Around {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Returns the folder that keeps decks from one run to the next: --cache-dir, else FOREDECK_CACHE_DIR, else
 * the cache folder of the system (XDG Base Directory Specification; Library/Caches; LOCALAPPDATA). Undefined
 * where there is none.
 */
export function cacheFolder(
  asked: string | undefined,
  { cwd, env = {} }: Around,
  platform: NodeJS.Platform,
): string | undefined {
  const said = asked ?? text(env["FOREDECK_CACHE_DIR"]);
  if (said !== undefined) return resolve(cwd, said);
  const xdg = text(env["XDG_CACHE_HOME"]);
  // A relative one is to be ignored, says the specification.
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, "foredeck");
  if (platform === "win32") {
    const local = text(env["LOCALAPPDATA"]);
    return local === undefined ? undefined : join(local, "foredeck", "Cache");
  }
  const home = text(env["HOME"]);
  if (home === undefined) return undefined;
  return platform === "darwin"
    ? join(home, "Library", "Caches", "foredeck")
    : join(home, ".cache", "foredeck");
}

const text = (value: string | undefined): string | undefined => (value === "" ? undefined : value);
