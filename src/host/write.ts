import { randomBytes } from "node:crypto";
import { constants, type Stats } from "node:fs";
import {
  access,
  type FileHandle,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { cutToBytes } from "../base/graphemes.ts";
import { codeOf, failure } from "./failure.ts";
import { makeFolder } from "./folder.ts";

/**
 * Writes a file whole or not at all: into a new file beside it, to the disk, then renamed over the old one, which is
 * one step for the file system (POSIX rename; MoveFileEx on Windows). A run that was killed leaves only its temporary
 * file, which the next run for the same target removes. What is no plain file, a device or a pipe, is written into: a
 * rename would put a file in its place, and /dev/null is nobody's to replace.
 * @throws node's errors (ENOSPC, EACCES, EROFS, …); EISDIR for a target that is a folder; EREADONLY for one that is
 * write-protected, which rename would ignore; EDANGLING for a link into a folder that is not there; ENOREADER for a pipe
 * that nobody reads. The target is then as it was, and no temporary file is left.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const wanted = resolve(path);
  await makeFolder(dirname(wanted));
  const before = await replaceable(wanted);
  if (before?.isFIFO() === true) return writePipe(wanted, bytes);
  if (before?.isFile() === false) return writeFile(wanted, bytes);
  // Behind a link, the file that it names is replaced or made, and the link stays.
  const target = before === undefined ? await linked(wanted) : await realpath(wanted);
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
  let folder = dirname(before === undefined ? await linked(wanted) : await realpath(wanted));
  while ((await existing(folder)) === undefined && dirname(folder) !== folder) folder = dirname(folder);
  if ((await stat(folder)).isFile()) throw failure("ENOTDIR", `${folder} is a file`);
  await access(folder, constants.W_OK);
}

/** Stats of an existing file that may be replaced; undefined where there is none. */
async function replaceable(wanted: string): Promise<Stats | undefined> {
  const before = await existing(wanted);
  if (before?.isDirectory() === true) throw failure("EISDIR", `${wanted} is a folder`);
  if (before !== undefined && (before.mode & 0o222) === 0)
    throw failure("EREADONLY", `${wanted} is write-protected`);
  return before;
}

/** Returns the file that a link to a missing file leads to; for anything else, the path itself. */
async function linked(path: string): Promise<string> {
  let link: string;
  try {
    link = await readlink(path);
  } catch (cause) {
    // Nothing is there (ENOENT), or something that is no link (EINVAL).
    if (codeOf(cause) === undefined) throw cause;
    return path;
  }
  const end = resolve(dirname(path), link);
  if ((await existing(dirname(end))) === undefined)
    throw failure("EDANGLING", `${path} is a link into ${dirname(end)}, which does not exist`);
  return linked(end);
}

/** ms for which somebody may yet come to read a pipe, and between two looks. */
const READER_WAIT = 5_000;
const READER_LOOK = 50;

/** Writes into a named pipe. Opening one that nobody reads would wait for ever, and so would the end of the program. */
async function writePipe(path: string, bytes: Uint8Array): Promise<void> {
  const probe = await openPipe(path, performance.now() + READER_WAIT);
  try {
    // The first opening must not wait, so writing to it would not either, and lose what the pipe has no room for.
    await writeFile(path, bytes);
  } finally {
    await probe.close();
  }
}

async function openPipe(path: string, until: number): Promise<FileHandle> {
  try {
    return await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (cause) {
    // POSIX open: ENXIO where no process has the pipe open for reading.
    if (codeOf(cause) !== "ENXIO") throw cause;
    if (performance.now() > until) throw failure("ENOREADER", `no process reads ${path}`);
  }
  await new Promise((next) => setTimeout(next, READER_LOOK));
  return openPipe(path, until);
}

/** The name may be as long as the file system allows (255 bytes), so only its beginning goes into that of another. */
const prefix = (target: string): string => `.${cutToBytes(basename(target), 150)}.foredeck-`;

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
