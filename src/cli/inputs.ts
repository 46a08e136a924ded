import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type Diagnostic, Refusal } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { codeOf } from "../host/failure.ts";
import type { Host } from "../host/host.ts";
import { MAX_FILE_BYTES } from "../host/node.ts";

export interface Inputs {
  /** Bundles as the user would name them. */
  readonly files: readonly string[];
  /** .json files of folders that are something else. */
  readonly passedOver: readonly string[];
}

/**
 * Bundles for the arguments: a file stands for itself, a folder for the bundles directly in it, in order of name.
 * @throws Refusal with exit 2 for a folder without one.
 */
export async function findBundles(args: readonly string[], host: Host, cwd: string): Promise<Inputs> {
  const files: string[] = [];
  const passedOver: string[] = [];
  for (const arg of args) {
    if (!(await isFolder(resolve(cwd, arg)))) {
      files.push(arg);
      continue;
    }
    const names = (await readdir(resolve(cwd, arg))).filter((name) => /\.jsonc?$/.test(name)).sort();
    let found = 0;
    for (const name of names) {
      const file = join(arg, name);
      if (await looksLikeBundle(host, resolve(cwd, file))) {
        files.push(file);
        found += 1;
      } else passedOver.push(file);
    }
    if (found === 0) throw new Refusal([messages.folderWithoutBundles(arg)], 2);
  }
  return { files: [...new Set(files)], passedOver };
}

/** A file that names one of a bundle's own parts; a broken bundle counts, so that it is reported, not passed over. */
async function looksLikeBundle(host: Host, path: string): Promise<boolean> {
  try {
    const text = new TextDecoder().decode(await host.read(path));
    return /"(why|goals|quotes|metrics|charts)"\s*:/.test(text);
  } catch (cause) {
    // Too large, or no right to read it: whoever builds it says so.
    if (codeOf(cause) === undefined) throw cause;
    return true;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (cause) {
    // Not there, or not to be seen: reading it as a file says which.
    if (codeOf(cause) === undefined) throw cause;
    return false;
  }
}

/**
 * The bytes of a bundle.
 * @throws Refusal with exit 2 for one that cannot be read.
 */
export async function readInput(host: Host, file: string, cwd: string): Promise<Uint8Array> {
  try {
    return await host.read(resolve(cwd, file));
  } catch (cause) {
    throw new Refusal([await explain(cause, file, cwd)], 2);
  }
}

async function explain(cause: unknown, file: string, cwd: string): Promise<Diagnostic> {
  const code = codeOf(cause);
  switch (code) {
    case undefined:
      throw cause;
    case "ENOENT":
    case "ENOTDIR":
      return messages.bundleNotFound(file, await nearestFile(file, cwd));
    case "EACCES":
    case "EPERM":
      return messages.bundleNoRights(file);
    case "EFBIG":
      return messages.bundleFileTooLarge(file, MAX_FILE_BYTES);
    case "EISDIR":
    case "ENOTFILE":
      return messages.bundleNotAFile(file);
    default:
      return messages.bundleUnreadable(file, code);
  }
}

async function nearestFile(file: string, cwd: string): Promise<string | undefined> {
  const folder = dirname(file);
  if (!(await isFolder(resolve(cwd, folder)))) return undefined;
  const names = await readdir(resolve(cwd, folder));
  const name = nearest(
    basename(file),
    names.filter((one) => /\.jsonc?$/.test(one)),
  );
  return name === undefined ? undefined : join(folder, name);
}
