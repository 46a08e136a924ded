import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { about, real } from "../../host/about.ts";

/** Files that mark the folder that people open in their editor and run npm in. */
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
    for (const mark of MARKS) if ((await about(join(at, mark))) !== undefined) return at;
    if (dirname(at) === at) return undefined;
  }
  return undefined;
}
