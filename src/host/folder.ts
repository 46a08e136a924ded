import { lstat, mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf, failure } from "./failure.ts";

/**
 * Makes a folder, and those above it that are missing; one that is there already is well.
 * node's own `mkdir` with `recursive` tries for ever where the folder above is there and says ENOENT all the same, as
 * below /proc: each step is tried once here.
 * @throws node's errors (ENOENT, ENOTDIR, EEXIST for a file of that name, EACCES, EROFS, …).
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (cause) {
    if (codeOf(cause) !== "ENOENT" || dirname(path) === path) return unlessThere(path, cause);
    await makeFolder(dirname(path));
    // Another run may have made it meanwhile.
    await mkdir(path).catch((again) => unlessThere(path, again));
  }
}

/** Systems have many words for a folder that is there: EEXIST, EISDIR, EPERM for a drive, EROFS. */
async function unlessThere(path: string, cause: unknown): Promise<void> {
  if (codeOf(cause) === undefined) throw cause;
  const there = await stat(path).then(
    (about) => about.isDirectory(),
    () => false,
  );
  if (there) return;
  const link = await lstat(path).then(
    (about) => about.isSymbolicLink(),
    () => false,
  );
  if (link && codeOf(cause) === "EEXIST")
    throw failure("EDANGLING", `${path} is a link to something that does not exist, or that is no folder`);
  throw cause;
}
