import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Refusal } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages.ts";
import { codeOf } from "../host/failure.ts";
import { createNodeHost } from "../host/node.ts";
import { type BuildOptions, build } from "./build.ts";
import { EXIT, type Exit } from "./exit.ts";
import { findBundles } from "./inputs.ts";
import type { Io } from "./io.ts";
import { filesNamedIn } from "./named.ts";
import { STDOUT } from "./outputs.ts";
import { watchFiles } from "./watcher.ts";

/**
 * `foredeck build --watch`: builds, then builds again whichever bundle was saved, or names a file that was, until the
 * program is told to end. A bundle with errors is waited for; a call that cannot be meant ends at once.
 */
export async function watchBuild(args: readonly string[], options: BuildOptions, io: Io): Promise<Exit> {
  if (options.output === STDOUT) throw new Refusal([messages.watchToStdout()], 2);
  const { files } = await findBundles(args, createNodeHost(), io.cwd);
  /** Bundles by each file that they are made of, as absolute paths. */
  const owners = new Map<string, Set<string>>();
  const note = async (bundle: string): Promise<void> => {
    for (const bundles of owners.values()) bundles.delete(bundle);
    const path = resolve(io.cwd, bundle);
    for (const file of [path, ...filesNamedIn(await textOf(path), path)])
      owners.set(file, (owners.get(file) ?? new Set()).add(bundle));
    for (const [file, bundles] of owners) if (bundles.size === 0) owners.delete(file);
  };
  const ended = io.interrupted?.();
  // One signal for all builds: each that asked for its own would take it from the others.
  const building: Io = ended === undefined ? io : { ...io, interrupted: () => ended };
  const over = (): boolean => ended?.aborted === true;
  const stale = new Set<string>();
  let wake = (): void => {};
  const watcher = watchFiles((changed) => {
    for (const file of changed) for (const bundle of owners.get(file) ?? []) stale.add(bundle);
    wake();
  });
  const follow = async (bundles: readonly string[]): Promise<void> => {
    for (const bundle of bundles) await note(bundle);
    watcher.follow([...owners.keys()]);
  };
  try {
    // Watched from before they are read, so that no save falls between.
    await follow(files);
    const first = await build(args, options, building);
    if (first === EXIT.usage) return first;
    if (options.quiet !== true) await io.err.write(`${messages.watching(files)}\n`);
    while (!over()) {
      if (stale.size === 0)
        await next(ended, (now) => {
          wake = now;
        });
      const bundles = [...stale];
      stale.clear();
      if (over() || bundles.length === 0) continue;
      await follow(bundles);
      await build(bundles, options, building);
    }
    return EXIT.done;
  } finally {
    watcher.close();
  }
}

/** Settles with the next change, or when the program is told to end. */
const next = (ended: AbortSignal | undefined, ready: (now: () => void) => void): Promise<void> =>
  new Promise((done) => {
    const finish = (): void => {
      ended?.removeEventListener("abort", finish);
      done();
    };
    ended?.addEventListener("abort", finish, { once: true });
    ready(finish);
  });

/** "" for a bundle that is not there at the moment: whoever builds it says so. */
async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return "";
  }
}
