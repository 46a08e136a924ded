import { dirname, resolve } from "node:path";
import { judge, layBundle } from "../../compile.ts";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { InvalidBundleError } from "../../recover.ts";
import { type AskedLook, type BundleSource, type Laid, type Memory, startMemory } from "../../stages.ts";
import { checked, refused } from "../check/checkup.ts";
import { readInput } from "../inputs/find.ts";
import { lookFiles } from "../inputs/look.ts";
import { referencedFiles } from "../inputs/referenced-files.ts";
import { watchFiles } from "../inputs/watcher.ts";
import { findBeside, readBeside } from "../versions/beside.ts";
import { repliesFile } from "../versions/places.ts";
import type { DeckPlaces, SlidePlaces } from "./message.ts";
import { placesOf } from "./parts.ts";
import { broken, drawn, holesOf, judged, NOTHING_SHOWN, type Shown } from "./shown.ts";
import type { Drawings } from "./slides.ts";
import type { BundleLocations } from "./spot.ts";

export interface SessionOptions {
  readonly file: string;
  readonly look: AskedLook;
  readonly host: Host;
  readonly places: BundleLocations;
  /** Called with what was shown before and what is now: after a save with the slides, then with all that is said. */
  readonly shown: (before: Shown, after: Shown) => void;
  /** Called when all is said after a save, or after several in a row, with the ms that it took to draw the slides. */
  readonly done: (before: Shown, after: Shown, ms: number) => Promise<void>;
  /** Called with what no save can cause: a defect of ours. */
  readonly failed: (cause: unknown) => void;
  /** Lets a look run when its turn comes; by default at once. */
  readonly turn?: (look: () => Promise<void>) => Promise<void>;
  /** Numbers that updates count on from, where the bundle was shown before; by default 0. */
  readonly from?: Pick<Shown, "revision" | "save">;
  /** False where another session has done the work before, and V8 has compiled it. */
  readonly warmsUp?: boolean;
}

/**
 * ms for which a bundle that cannot be shown is held back. Editors that write in two steps leave half a file for a
 * moment; a good deck is shown at once.
 */
const HELD = 150;

export interface Session {
  /** Places in the bundle of everything that is shown, found once for each save that somebody asks about. */
  readonly places: () => Promise<DeckPlaces>;
  /** Files that the bundle is made of, as absolute paths, whether or not they are there. */
  readonly files: () => readonly string[];
  readonly stop: () => void;
}

/** Looks at the bundle now and whenever it, or a file that it names, changes. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const { file, places, turn = (look) => look(), warmsUp = true } = options;
  const path = resolve(places.cwd, file);
  const memory = startMemory();
  const drawings: Drawings = new Map();
  let state: Shown = { ...NOTHING_SHOWN, ...options.from };
  let followed: readonly string[] = [path];
  let shownPages: Laid | undefined;
  const findPlaces = placesFinder(options);
  let looking = false;
  let wanted = false;
  let open = true;
  /** Wakes whoever holds back a broken bundle. */
  let wake = (): void => {};

  const show = (next: Shown): void => {
    const before = state;
    state = next;
    options.shown(before, next);
  };
  const asked = lookFiles(options.look);
  const filesIn = async (text: string): Promise<readonly string[]> => [
    ...[path, repliesFile(path), ...asked],
    ...(await referencedFiles(text, path)),
  ];
  /** True where a file of the bundle was not watched before. */
  const follow = async (text: string): Promise<boolean> => {
    followed = await filesIn(text);
    return watcher.follow(followed);
  };
  /** Looks once. Gives the time at which something was shown; undefined where it gave way to a newer save. */
  const look = async (): Promise<number | undefined> => {
    const first = state.deck === undefined;
    const seen = await lookAt(options, first, memory, async (text) => {
      if (first) await follow(text);
    });
    if (seen.laid === undefined) {
      if (!first && !wanted) await held();
      if (!open || wanted) return undefined;
      show(broken(state, seen.wrong, seen.findings, places));
    } else {
      if (!open) return undefined;
      const next = await drawn(state, seen.laid, drawings);
      shownPages = seen.laid;
      show(next);
    }
    const shownAt = performance.now();
    await breath();
    // A file may have changed between being read and being watched.
    if (await follow(seen.text)) wanted = true;
    if (!open || wanted) return undefined;
    if (seen.laid !== undefined)
      show(judged(state, seen.laid, checked(judge(seen.laid), file).findings, places));
    return shownAt;
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
    looking = true;
    try {
      await turn(lookInTurn);
    } finally {
      looking = false;
    }
  };
  const lookInTurn = async (): Promise<void> => {
    do {
      const [since, before] = [performance.now(), state];
      let shownAt: number | undefined;
      do {
        wanted = false;
        shownAt = await look();
      } while (wanted && open);
      if (shownAt !== undefined) await options.done(before, state, shownAt - since);
    } while (wanted && open);
  };

  const watcher = watchFiles(() => {
    wanted = true;
    wake();
    if (!looking) lookAll().catch(options.failed);
  });
  watcher.follow(followed);
  await lookAll();
  const stopRehearsing =
    !warmsUp || !open
      ? () => {}
      : warmUp(
          async () => {
            const { laid } = await lookAt(options, true, startMemory(), async () => {});
            if (laid !== undefined)
              judged(await drawn(NOTHING_SHOWN, laid, new Map()), judge(laid), [], places);
          },
          () => looking,
          options.failed,
        );
  return {
    places: async () => ({
      ...{ save: state.save, slides: await findPlaces(shownPages) },
      ...(places.opens === true ? { opens: true } : {}),
    }),
    files: () => followed,
    stop: () => {
      open = false;
      wake();
      stopRehearsing();
      watcher.close();
    },
  };
}

/**
 * Finds where pages are written: they are made once more, with the origins of their words, since that takes longer than
 * all else between a save and its slides.
 */
function placesFinder({ host, places, look }: SessionOptions) {
  const memory = startMemory();
  let last: { readonly of: Laid | undefined; readonly found: Promise<readonly SlidePlaces[]> } | undefined;
  const find = async (laid: Laid | undefined): Promise<readonly SlidePlaces[]> => {
    if (laid === undefined) return [];
    try {
      const traced = await layBundle(laid.source, host, {
        ...{ findAll: true, memory, origins: true },
        ...look,
      });
      return placesOf(traced, places);
    } catch (cause) {
      // A file that the bundle names has gone since; what is known without the words' origins stays true.
      if (cause instanceof DiagnosticsError) return placesOf(laid, places);
      throw cause;
    }
  };
  return (laid: Laid | undefined): Promise<readonly SlidePlaces[]> => {
    if (last === undefined || last.of !== laid) last = { of: laid, found: find(laid) };
    return last.found;
  };
}

/** A bundle as it is at the moment: its pages, or why there are none. */
type Seen =
  | { readonly text: string; readonly laid: Laid }
  | {
      readonly text: string;
      readonly laid?: undefined;
      /** Errors because of which it cannot be shown. */
      readonly wrong: readonly Diagnostic[];
      /** All that is said about it. */
      readonly findings: readonly Diagnostic[];
    };

/** `read` is called between the bundle and the files that it names. A deck with holes is shown only where there is no other. */
async function lookAt(
  { file, host, places: { cwd }, look }: SessionOptions,
  first: boolean,
  memory: Memory,
  read: (text: string) => Promise<void>,
): Promise<Seen> {
  let text = "";
  try {
    const bytes = await readInput(host, file, cwd);
    text = new TextDecoder().decode(bytes);
    await read(text);
    const source: BundleSource = { bytes, file, root: dirname(resolve(cwd, file)) };
    const beside = await readBeside(await findBeside(file, bytes, cwd), bytes, host, cwd);
    const laid = await layBundle(source, host, { findAll: true, memory, ...beside.options, ...look });
    const holes = holesOf(laid);
    if (first || holes.length === 0) return { text, laid };
    return { text, wrong: holes, findings: checked(judge(laid), file).findings };
  } catch (cause) {
    const { findings } = refused(cause, file);
    // Findings of rules do not keep a deck from being shown.
    const wrong = cause instanceof InvalidBundleError ? cause.verdict.diagnostics : findings;
    return { text, wrong: wrong.filter(({ severity }) => severity === "error"), findings };
  }
}

/** Lets what was shown leave before anything else is done. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Times that the work is done before anybody waits for it; from the fourth on it hardly gets faster. */
const ROUNDS = 3;
/** ms of rest before each. */
const REST = 250;

/**
 * Does work for nothing while there is nothing else to do, because V8 compiles what it has run before: the first save
 * is then nearly as quick as the tenth. Ends by itself, or with the returned function.
 */
function warmUp(
  work: () => Promise<void>,
  busy: () => boolean,
  failed: (cause: unknown) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const soon = (rounds: number): void => {
    timer = setTimeout(() => {
      if (busy()) soon(rounds);
      else
        work().then(() => {
          if (rounds > 1 && timer !== undefined) soon(rounds - 1);
        }, failed);
    }, REST).unref();
  };
  soon(ROUNDS);
  return () => {
    clearTimeout(timer);
    timer = undefined;
  };
}
