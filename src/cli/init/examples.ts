import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { about } from "../../host/about.ts";
import { packageFile } from "../../host/package.ts";
import { referencedFiles } from "../inputs/referenced-files.ts";
import { parseWritten, value } from "../written/parse.ts";
import type { NewFile } from "./put.ts";

/** A sample of this package: its name, the title of its deck, and its bundle on the disk. */
export interface Example {
  readonly name: string;
  readonly title: string;
  readonly path: string;
}

const ENDING = ".json";

/** The samples of this package: files of a folder, and folders that hold a bundle of their own name. */
export async function examples(): Promise<readonly Example[]> {
  const folder = fileURLToPath(packageFile("samples/"));
  const entries = await readdir(folder, { withFileTypes: true });
  const paths = entries.flatMap((entry) =>
    entry.isDirectory()
      ? [join(folder, entry.name, `${entry.name}${ENDING}`)]
      : entry.name.endsWith(ENDING)
        ? [join(folder, entry.name)]
        : [],
  );
  const found = await Promise.all(
    paths.sort().map(async (path): Promise<readonly Example[]> => {
      if ((await about(path))?.isFile() !== true) return [];
      const text = await readFile(path, "utf8");
      const root = parseWritten(text, path)?.root;
      const title: unknown = root === undefined ? undefined : value(root, "title")?.value;
      return typeof title === "string" ? [{ name: basename(path, ENDING), title, path }] : [];
    }),
  );
  return found.flat();
}

/** The bundle of a sample, as `file` will hold it, and every file that it reads, beside it; `schema` is what it names. */
export async function exampleFiles(
  { path, name }: Example,
  file: string,
  schema: string,
): Promise<readonly NewFile[]> {
  const text = await readFile(path, "utf8");
  const home = dirname(path);
  const base = posix.basename(file).replace(/\.jsonc?$/i, "");
  const named = new Set(await referencedFiles(text, path));
  // What was sent and what came back stands beside a bundle, under its name. A theme may be named that is no file here.
  const files = (await filesBelow(home)).filter(
    (each) => each !== path && (named.has(each) || relative(home, each).startsWith(`${name}.`)),
  );
  const beside = files.map(async (each): Promise<NewFile> => {
    const way = relative(home, each).split(sep).join("/");
    const own = way.startsWith(`${name}.`) ? `${base}${way.slice(name.length)}` : way;
    return { file: posix.join(posix.dirname(file), own), bytes: await readFile(each) };
  });
  return [
    { file, bytes: new TextEncoder().encode(withSchemaNamed(text, schema)) },
    ...(await Promise.all(beside)),
  ];
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
}

/** The text with another reference to the schema. */
function withSchemaNamed(text: string, schema: string): string {
  const root = parseWritten(text, "")?.root;
  const node = root === undefined ? undefined : value(root, "$schema");
  return node === undefined
    ? text
    : text.slice(0, node.offset) + JSON.stringify(schema) + text.slice(node.offset + node.length);
}
