import { lstat, readFile, realpath, rm } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import * as messages from "../../diagnostics/messages/index.ts";
import { isPaged } from "../../formats/names.ts";
import { about, real } from "../../host/about.ts";
import { codeOf } from "../../host/failure.ts";
import { type FolderFile, type FolderFiles, memoryIn } from "../cache/memory.ts";
import { digestOf, openStore } from "../cache/store.ts";
import type { ConsoleReporter } from "../console/report.ts";
import { STDIN_NAME } from "../inputs/stdin.ts";
import { openBy } from "../output/lock.ts";
import type { BuildPlan } from "./plan.ts";
import type { RunResults } from "./run.ts";

/** A file that an earlier run wrote into the folder of outputs, and that this one did not write again. */
export interface Leftover {
  /** Path as the user would name it. */
  readonly path: string;
  /** The bundle that it was made of, as a path. */
  readonly bundle: string;
  /** True where that bundle is there no more. */
  readonly orphan: boolean;
  /** "left": as it was written; "removed"; "kept": somebody has changed it, or works in it, so it stays. */
  readonly state: "left" | "removed" | "kept";
  readonly why?: messages.WhyKept;
}

/**
 * Finds what earlier runs left in the folder of outputs, and with `prune` removes it. A file is known by the record of what
 * was written there and by nothing else; it is left over where its bundle is gone, or where this run built that bundle and
 * wrote no such file. What differs from what was written stays, and so does what a link leads to.
 */
export async function settleLeftovers(
  { outputs, records, jobs }: BuildPlan,
  { files }: Pick<RunResults, "files">,
  prune: boolean,
  cwd: string,
): Promise<readonly Leftover[]> {
  if (outputs === undefined || records === undefined) return [];
  const quiet = (): void => {};
  const memory = memoryIn(openStore(join(records, "written"), quiet, quiet));
  const root = resolve(cwd, outputs);
  const before = await memory.inFolder(root);
  const fresh: Record<string, FolderFile> = {};
  for (const { bundle, file } of files) {
    const name = below(root, resolve(cwd, file.path));
    if (name === undefined || bundle === STDIN_NAME) continue;
    fresh[name] = { digest: file.digest, bundle: await real(resolve(cwd, bundle)) };
  }
  const built = new Set(await Promise.all(jobs.map(({ file }) => real(resolve(cwd, file)))));
  const planned = plannedBy(jobs, cwd);
  const left: Leftover[] = [];
  const gone = new Set<string>();
  for (const [name, { digest, bundle }] of Object.entries(before).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = resolve(root, name);
    // Of a record nothing is believed that leads out of the folder.
    if (below(root, file) !== name || fresh[name] !== undefined || planned(file)) continue;
    const orphan = (await about(bundle)) === undefined;
    if (!orphan && !built.has(bundle)) continue;
    const there = await lookAt(root, file, digest);
    if (there === "gone") gone.add(name);
    if (there === "gone" || there === "link") continue;
    const facts = { path: join(outputs, name), bundle: relative(await real(cwd), bundle), orphan };
    if (there !== "ours") left.push({ ...facts, state: "kept", why: there });
    else if (!prune) left.push({ ...facts, state: "left" });
    else {
      const failed = await remove(file);
      if (failed === undefined) gone.add(name);
      left.push({
        ...facts,
        ...(failed === undefined ? { state: "removed" } : { state: "kept", why: failed }),
      });
    }
  }
  const now: FolderFiles = Object.fromEntries(
    Object.entries({ ...before, ...fresh }).filter(([name]) => !gone.has(name)),
  );
  if (JSON.stringify(now) !== JSON.stringify(before)) await memory.keepInFolder(root, now);
  return left;
}

/** Path from a folder to what lies below it, with slashes; undefined for what does not. */
function below(root: string, file: string): string | undefined {
  const name = relative(root, file);
  return name === "" || name.startsWith("..") || isAbsolute(name) ? undefined : name.split(sep).join("/");
}

/** Tells what the run means to write, also where a bundle with errors keeps it from it: then the old file stays what it is. */
function plannedBy(jobs: BuildPlan["jobs"], cwd: string): (file: string) => boolean {
  const targets = jobs.flatMap((job) => job.targets);
  const whole = new Set(targets.flatMap(({ format, path }) => (isPaged(format) ? [] : [resolve(cwd, path)])));
  const paged = targets.flatMap(({ format, path }) => (isPaged(format) ? [resolve(cwd, path)] : []));
  return (file) =>
    whole.has(file) ||
    paged.some(
      (path) =>
        dirname(path) === dirname(file) &&
        extname(path) === extname(file) &&
        basename(file, extname(file)).replace(/-\d{2,}$/, "") === basename(path, extname(path)),
    );
}

/** State of a file that was once written as `digest`. */
async function lookAt(
  root: string,
  file: string,
  digest: string,
): Promise<"ours" | "gone" | "link" | messages.WhyKept> {
  try {
    const facts = await lstat(file);
    if (!facts.isFile()) return "link";
    // A folder on the way may be a link to somewhere else by now.
    if (below(await realpath(root), await realpath(file)) === undefined) return "link";
    if (digestOf(await readFile(file)) !== digest) return "edited";
    return (await openBy(file)) === undefined ? "ours" : "open";
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    return code === "ENOENT" || code === "ENOTDIR" ? "gone" : "unreadable";
  }
}

async function remove(file: string): Promise<"locked" | undefined> {
  try {
    await rm(file);
    return undefined;
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return "locked";
  }
}

/** Says what was found, in the words of people. */
export async function sayLeftovers(
  left: readonly Leftover[],
  folder: string,
  say: ConsoleReporter,
): Promise<void> {
  const removed = left.filter(({ state }) => state === "removed");
  const stale = left.filter(({ state }) => state === "left");
  const kept = left.filter(({ state }) => state === "kept");
  for (const { path } of removed) await say.note(messages.leftoverRemoved(path));
  if (stale.length > 0) await say.note(messages.leftovers(folder, stale));
  for (const { path, why } of kept) await say.note(messages.leftoverKept(path, why ?? "edited"));
}
