import { realpath, stat } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { codeOf } from "../host/failure.ts";

/** What lies in the folder that people open in their editor, and run npm in. */
const MARKS = ["package.json", ".vscode", ".git"];

/**
 * The folder of the project that a folder belongs to: the nearest one, itself or above it, that holds one of the marks;
 * undefined where none does. Folders that hold all sorts of things (`apart`) belong to no project, nor does what is above
 * them: VS Code keeps a .vscode in every home folder.
 */
export async function projectFolder(
  folder: string,
  apart: readonly string[] = [homedir(), tmpdir()],
): Promise<string | undefined> {
  const ends = [...apart, ...(await Promise.all(apart.map(real)))];
  for (let at = folder; !ends.includes(at); at = dirname(at)) {
    for (const mark of MARKS) if (await isThere(join(at, mark))) return at;
    if (dirname(at) === at) return undefined;
  }
  return undefined;
}

/** Behind links, which the folder that a shell is in may or may not be. */
async function real(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return path;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return false;
  }
}
