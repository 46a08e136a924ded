import { resolve } from "node:path";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { createNodeHost } from "../../host/node.ts";
import type { BuildOptions } from "../build/plan.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { findBundles, foldersOf, namesOf } from "../inputs/find.ts";
import { lookFiles, lookIn } from "../inputs/look.ts";
import { fileText, referencedFiles } from "../inputs/referenced-files.ts";
import { STDIN } from "../inputs/stdin.ts";
import { watchFiles } from "../inputs/watcher.ts";
import { OUT, STDOUT } from "../output/targets.ts";
import { build } from "./build.ts";

/**
 * `foredeck build --watch`: builds, then builds again whichever bundle was saved, or names a file that was, or has come
 * into a folder that was named, until the program is told to end. A bundle with errors is waited for; a call that cannot
 * be meant ends at once.
 */
export async function watchBuild(args: readonly string[], options: BuildOptions, io: Io): Promise<Exit> {
  if (args.includes(STDIN)) throw new DiagnosticsError([messages.watchOfInput()], 2);
  if (options.output === STDOUT) throw new DiagnosticsError([messages.watchToStdout()], 2);
  const apart = options.outDir ?? OUT;
  const asked = lookFiles(lookIn(options, io.cwd));
  /** Bundles by each file that they are made of, as absolute paths. */
  const owners = new Map<string, Set<string>>();
  const note = async (bundle: string): Promise<void> => {
    for (const bundles of owners.values()) bundles.delete(bundle);
    const path = resolve(io.cwd, bundle);
    for (const file of [path, ...asked, ...(await referencedFiles(await fileText(path), path))])
      owners.set(file, (owners.get(file) ?? new Set()).add(bundle));
    for (const [file, bundles] of owners) if (bundles.size === 0) owners.delete(file);
  };
  const ended = io.interrupted?.();
  // One signal for all builds: each that asked for its own would take it from the others.
  const building: Io = ended === undefined ? io : { ...io, interrupted: () => ended };
  const over = (): boolean => ended?.aborted === true;
  const stale = new Set<string>();
  /** Something came or went, or a file that was no bundle was saved. */
  let other = false;
  let wake = (): void => {};
  const watcher = watchFiles((changed) => {
    for (const file of changed) {
      for (const bundle of owners.get(file) ?? []) stale.add(bundle);
      if (!owners.has(file)) other = true;
    }
    wake();
  });
  const follow = async (bundles: Iterable<string>): Promise<void> => {
    for (const bundle of bundles) await note(bundle);
    const candidates = await namesOf(args, io.cwd, apart);
    const folders = await foldersOf(args, io.cwd);
    watcher.follow([...owners.keys(), ...candidates.map((name) => resolve(io.cwd, name)), ...folders]);
  };
  let known = await bundlesNow(args, io.cwd, apart);
  try {
    // Watched from before they are read, so that no save falls between.
    await follow(known);
    const first = await build(args, options, building);
    if (first === EXIT.usage) return first;
    if (options.quiet !== true) await io.err.write(`${messages.watching([...known])}\n`);
    while (!over()) {
      if (stale.size === 0 && !other)
        await next(ended, (now) => {
          wake = now;
        });
      if (over()) break;
      if (other) {
        other = false;
        const now = await bundlesNow(args, io.cwd, apart);
        for (const bundle of now) if (!known.has(bundle)) stale.add(bundle);
        for (const bundle of known) if (!now.has(bundle)) stale.delete(bundle);
        known = now;
      }
      const bundles = new Set(stale);
      stale.clear();
      await follow(bundles);
      if (bundles.size > 0) await build(args, options, building, bundles);
    }
    return EXIT.done;
  } finally {
    watcher.close();
  }
}

/** None where a folder has just lost its last one. */
const bundlesNow = async (
  args: readonly string[],
  cwd: string,
  apart: string,
): Promise<ReadonlySet<string>> => new Set((await findBundles(args, createNodeHost(), cwd, apart)).files);

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
