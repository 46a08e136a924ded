import { resolve } from "node:path";
import type { Host } from "../../host/host.ts";
import { type Checkup, checkUp, refused } from "../check/checkup.ts";
import { readInput } from "../inputs.ts";
import { filesNamedIn } from "../named.ts";
import { watchFiles } from "../watcher.ts";
import { NOTHING, type Shown, showing } from "./shown.ts";
import type { Drawings } from "./slides.ts";
import type { Places } from "./spot.ts";

export interface SessionOptions {
  readonly file: string;
  readonly theme?: string;
  readonly host: Host;
  readonly places: Places;
  /** Called after each save with what was shown before, what is now, and how many ms it took from the first event. */
  readonly shown: (before: Shown, after: Shown, ms: number) => Promise<void>;
  /** Called with what no save can cause: a defect of ours. */
  readonly failed: (cause: unknown) => void;
}

/**
 * ms for which a bundle that cannot be shown is held back. Editors that write in two steps leave half a file for a
 * moment; a good deck is shown at once.
 */
const HELD = 150;

/** Looks at the bundle now and whenever it, or a file that it names, changes. Ends with the returned function. */
export async function startSession(options: SessionOptions): Promise<() => void> {
  const { file, host, places, theme } = options;
  const path = resolve(places.cwd, file);
  const drawings: Drawings = new Map();
  let state: Shown = NOTHING;
  let running: Promise<void> | undefined;
  let wanted = false;
  let open = true;
  /** Wakes whoever holds back a broken bundle. */
  let wake = (): void => {};

  const lookOnce = async (since: number): Promise<void> => {
    const { checkup, text } = await checkupOf(file, host, places.cwd, theme);
    watcher.follow([path, ...filesNamedIn(text, path)]);
    const next = await showing(checkup, state, places, drawings);
    if (next.broken !== undefined && state.deck !== undefined && !wanted) await held();
    if (!open || (wanted && next.broken !== undefined)) return;
    const before = state;
    state = next;
    await options.shown(before, next, performance.now() - since);
  };
  const held = (): Promise<void> =>
    new Promise((done) => {
      const timer = setTimeout(done, HELD);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  const lookAll = async (): Promise<void> => {
    const since = performance.now();
    do {
      wanted = false;
      await lookOnce(since);
    } while (wanted && open);
  };
  const changed = (): void => {
    wanted = true;
    wake();
    if (running !== undefined) return;
    running = lookAll()
      .catch(options.failed)
      .finally(() => {
        running = undefined;
      });
  };

  const watcher = watchFiles(changed);
  watcher.follow([path]);
  await lookAll();
  return () => {
    open = false;
    wake();
    watcher.close();
  };
}

async function checkupOf(
  file: string,
  host: Host,
  cwd: string,
  theme: string | undefined,
): Promise<{ readonly checkup: Checkup; readonly text: string }> {
  let bytes: Uint8Array;
  try {
    bytes = await readInput(host, file, cwd);
  } catch (cause) {
    return { checkup: refused(cause, file), text: "" };
  }
  const checkup = await checkUp(bytes, file, host, cwd, theme === undefined ? {} : { theme });
  return { checkup, text: new TextDecoder().decode(bytes) };
}
