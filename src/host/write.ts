import { randomBytes } from "node:crypto";
import { constants, type Stats } from "node:fs";
import { access, readdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { codeOf, failure } from "./failure.ts";
import { makeFolder } from "./folder.ts";

/**
 * Writes a file whole or not at all: into a new file beside it, to the disk, then renamed over the old one, which is
 * one step for the file system (POSIX rename; MoveFileEx on Windows). A run that was killed leaves only its temporary
 * file, which the next run for the same target removes. What is no plain file, a device or a pipe, is written into: a
 * rename would put a file in its place, and /dev/null is nobody's to replace.
 * @throws node's errors (ENOSPC, EACCES, EROFS, …); EISDIR for a target that is a folder; EREADONLY for one that is
 * write-protected, which rename would ignore. The target is then as it was, and no temporary file is left.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const wanted = resolve(path);
  await makeFolder(dirname(wanted));
  const before = await replaceable(wanted);
  if (before?.isFile() === false) return writeFile(wanted, bytes);
  // Behind a link, the file that it names is replaced, and the link stays.
  const target = before === undefined ? wanted : await realpath(wanted);
  await removeStale(target);
  const temporary = join(
    dirname(target),
    `${prefix(target)}${process.pid}-${randomBytes(6).toString("hex")}.tmp`,
  );
  try {
    const mode = before === undefined ? 0o666 : before.mode & 0o777;
    await writeFile(temporary, bytes, { flag: "wx", mode, flush: true });
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
}

/**
 * Throws what `writeWhole` would, as far as that is known without writing: nothing is made or changed.
 * @throws node's errors, EISDIR and EREADONLY, as `writeWhole` does.
 */
export async function checkTarget(path: string): Promise<void> {
  const wanted = resolve(path);
  const before = await replaceable(wanted);
  if (before?.isFile() === false) return;
  let folder = dirname(before === undefined ? wanted : await realpath(wanted));
  while ((await existing(folder)) === undefined && dirname(folder) !== folder) folder = dirname(folder);
  if ((await stat(folder)).isFile()) throw failure("ENOTDIR", `${folder} is a file`);
  await access(folder, constants.W_OK);
}

/** What is there and may be replaced; undefined where nothing is. */
async function replaceable(wanted: string): Promise<Stats | undefined> {
  const before = await existing(wanted);
  if (before?.isDirectory() === true) throw failure("EISDIR", `${wanted} is a folder`);
  if (before !== undefined && (before.mode & 0o222) === 0)
    throw failure("EREADONLY", `${wanted} is write-protected`);
  return before;
}

const prefix = (target: string): string => `.${basename(target)}.foredeck-`;

async function existing(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return undefined;
    throw cause;
  }
}

/** Temporary files of the same target whose process has ended. */
async function removeStale(target: string): Promise<void> {
  const folder = dirname(target);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix(target)) || !name.endsWith(".tmp")) continue;
    const pid = Number.parseInt(name.slice(prefix(target).length), 10);
    if (Number.isInteger(pid) && pid !== process.pid && !isRunning(pid))
      await rm(join(folder, name), { force: true });
  }
}

/** Signal 0 asks without sending anything (kill(2)); EPERM means that it runs under another user. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) !== "ESRCH";
  }
}
