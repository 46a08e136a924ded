import { type FSWatcher, type Stats, statSync, watch } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { codeOf } from "../../host/failure.ts";

export interface Watcher {
  /**
   * Watches these files from now on, in place of those before; absolute paths. A file need not be there yet. True where
   * one of them was not watched before.
   */
  follow(files: readonly string[]): boolean;
  close(): void;
}

/** ms of quiet after which files are looked at: editors truncate, write and rename in one save. */
const QUIET = 8;
/** ms between two looks without any event: network disks and mounted folders send none. */
const ROUND = 1_000;

/**
 * Calls `changed` with the files that differ from what they were: by content, by being there, or by being another file
 * under the same name. Folders are watched, not files, because editors save by renaming a new file over the old one.
 */
export function watchFiles(changed: (files: readonly string[]) => void): Watcher {
  const seen = new Map<string, string>();
  const folders = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let open = true;

  const look = async (): Promise<void> => {
    const states = await Promise.all(
      [...seen.keys()].map(async (file) => [file, await stateOf(file)] as const),
    );
    if (!open) return;
    const different = states.filter(([file, state]) => seen.has(file) && seen.get(file) !== state);
    for (const [file, state] of different) seen.set(file, state);
    if (different.length > 0) changed(different.map(([file]) => file));
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), QUIET);
  };
  const round = setInterval(() => {
    rewatch();
    void look();
  }, ROUND);

  /** A folder that was not there, or went away, may be back. */
  const rewatch = (): void => {
    for (const folder of new Set([...seen.keys()].map(dirname))) {
      if (folders.has(folder)) continue;
      try {
        const watching = watch(folder, { persistent: true }, (_, name) => {
          const meant = seen.has(folder) || [...seen.keys()].some((file) => basename(file) === name);
          if (name === null || meant) soon();
        });
        watching.on("error", () => drop(folder));
        folders.set(folder, watching);
      } catch (cause) {
        // Not there, or out of watches (ENOSPC): the rounds see it then.
        if (codeOf(cause) === undefined) throw cause;
      }
    }
  };
  const drop = (folder: string): void => {
    folders.get(folder)?.close();
    folders.delete(folder);
  };

  return {
    follow: (files) => {
      const wanted = new Set(files);
      for (const file of seen.keys()) if (!wanted.has(file)) seen.delete(file);
      const news = [...wanted].filter((file) => !seen.has(file));
      for (const file of news) seen.set(file, stateNow(file));
      const used = new Set([...seen.keys()].map(dirname));
      for (const folder of folders.keys()) if (!used.has(folder)) drop(folder);
      rewatch();
      return news.length > 0;
    },
    close: () => {
      open = false;
      clearTimeout(timer);
      clearInterval(round);
      for (const folder of [...folders.keys()]) drop(folder);
    },
  };
}

/** Signature of a file that changes when it is replaced, or its size or time changes. */
const sign = ({ ino, size, mtimeMs }: Stats): string => `${ino} ${size} ${mtimeMs}`;

async function stateOf(file: string): Promise<string> {
  try {
    return sign(await stat(file));
  } catch (cause) {
    return missing(cause);
  }
}

function stateNow(file: string): string {
  try {
    return sign(statSync(file));
  } catch (cause) {
    return missing(cause);
  }
}

function missing(cause: unknown): string {
  const code = codeOf(cause);
  if (code === undefined) throw cause;
  return code;
}
