import { homedir, tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { about, real } from "../../host/about.ts";
import { packageFile } from "../../host/package.ts";

const INSTALLED = join("node_modules", "foredeck", "schema", "foredeck.schema.json");
const OWN = fileURLToPath(packageFile("schema/foredeck.schema.json"));

/**
 * The schema for bundles in `folder`: of the package that is installed above it, else of this package where it lies
 * around it, else where it will be once it is installed in the project.
 */
export async function schemaFile(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if ((await about(join(at, INSTALLED)))?.isFile() === true) return join(at, INSTALLED);
    if (join(at, "schema", "foredeck.schema.json") === OWN) return OWN;
    if (dirname(at) === at) return join((await projectFolder(folder)) ?? folder, INSTALLED);
  }
}

/** Returns the reference from a file in `folder` to another file, with / on every system. */
export function reference(folder: string, file: string): string {
  const path = relative(folder, file).split(sep).join("/");
  return path.startsWith("..") ? path : `./${path}`;
}

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
