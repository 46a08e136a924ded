import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { workerDied } from "../../diagnostics/messages/batch.ts";
import type { Built } from "../../diagnostics/messages/cli.ts";
import { refusalFor } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import { type BuildSettings, type CachedOutput, type DeckFacts, findCacheEntry } from "../cache/decks.ts";
import { memoryIn } from "../cache/memory.ts";
import { openStore } from "../cache/store.ts";
import { EXIT, type Exit, worse } from "../console/exit.ts";
import { readInput } from "../inputs/find.ts";
import { withSet } from "../inputs/set.ts";
import { withInput } from "../inputs/stdin.ts";
import {
  type Output,
  type OutputContext,
  placeOutput,
  type WrittenFile,
  type WrittenOutput,
} from "../output/place-output.ts";
import { type OutputTarget, STDOUT } from "../output/targets.ts";
import type { Work } from "../threads/work.ts";
import { findBeside } from "../versions/beside.ts";
import { type BuildResult, compileAndRender } from "./render.ts";
import { type BuildOutputs, type BuildRequest, outputStem } from "./request.ts";

/** One bundle to build, as plain data: what a thread is told. */
export interface Job {
  /** The bundle, as the user would name it. */
  readonly file: string;
  /** Bytes of the bundle, where it came from standard input. */
  readonly input?: Uint8Array;
  /** Values from outside, as --set has them. */
  readonly set?: readonly string[];
  readonly targets: readonly OutputTarget[];
  readonly recipe: BuildSettings;
  readonly cwd: string;
  /** The folder of the cache and of what was written where; undefined where there is none. */
  readonly folder: string | undefined;
  /** False: decks are neither taken from the cache nor put there. */
  readonly cached: boolean;
}

/** One output that was made, or was there already. */
export interface BuiltDeck extends Built {
  readonly state: "built" | "unchanged";
  /** True where the deck stands beside its intended path, because somebody has edited the file there. */
  readonly beside?: boolean;
}

/** Result of a job, as plain data. */
export interface Done {
  readonly exit: Exit;
  readonly decks: readonly BuiltDeck[];
  /** True where errors in the argument keep a final deck from being written. */
  readonly withheld: boolean;
  /** True for a final deck that is stamped as a draft. */
  readonly forced: boolean;
  /** Warnings of the stages, or why there is no deck. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings of the rules about the argument. */
  readonly errors: readonly Diagnostic[];
  readonly warnings: number;
  readonly fitting: DeckFacts["fitting"];
  /** CSV files and pictures, as the bundle names them. */
  readonly read: readonly string[];
  /** Good to know; and for those who want to know it all. */
  readonly notes: readonly string[];
  readonly details: readonly string[];
  /** Concerns every bundle of the run, so a run says it once. */
  readonly general: readonly string[];
  /** Files as they now stand on the disk. */
  readonly files: readonly WrittenFile[];
  /** For standard output. */
  readonly bytes?: Uint8Array;
  /** A defect of ours, as a stack. */
  readonly crash?: string;
}

const NOTHING: Done = {
  exit: EXIT.done,
  decks: [],
  withheld: false,
  forced: false,
  diagnostics: [],
  errors: [],
  warnings: 0,
  fitting: [],
  read: [],
  notes: [],
  details: [],
  general: [],
  files: [],
};

/** Building as work for threads: what is there already is found by whoever asks. */
export const building: Work<Job, Done> = {
  name: "build",
  run: (job) => runJob(job),
  found: (job) => runJob(job, true),
  lost: ({ file }, loss) =>
    "lacks" in loss
      ? { ...NOTHING, exit: EXIT.usage, diagnostics: [loss.lacks] }
      : "died" in loss
        ? { ...NOTHING, exit: EXIT.crash, diagnostics: [workerDied(file, loss.died)] }
        : { ...NOTHING, exit: EXIT.crash, crash: loss.crash },
};

/** Builds one bundle with what a host lets be read and written. */
export const buildWith = (job: Job, disk: Host): Promise<Done> => runJob(job, false, disk);

/**
 * Builds one bundle, or finds that all is there. With `unlessNew`, undefined where something has to be built, so that
 * whoever asked can have it done elsewhere. Refusals are part of the result; defects are thrown.
 */
async function runJob(job: Job, unlessNew?: false, disk?: Host): Promise<Done>;
async function runJob(job: Job, unlessNew: true): Promise<Done | undefined>;
async function runJob(job: Job, unlessNew = false, disk = createNodeHost()): Promise<Done | undefined> {
  const details: string[] = [];
  const note = (line: string): void => {
    if (!details.includes(line)) details.push(line);
  };
  const general: string[] = [];
  // Decks and what was written where lie in one folder, so one word is enough.
  const unusable = (line: string): void => {
    if (general.length === 0) general.push(line);
  };
  const { file, targets, cwd, folder } = job;
  const began = performance.now();
  const host = withSet(withInput(disk, cwd, job.input), [resolve(cwd, file)], job.set);
  const store = job.cached && folder !== undefined ? openStore(folder, note, unusable) : undefined;
  // A store of its own, which clearing the cache leaves alone.
  const memory = memoryIn(
    folder === undefined ? undefined : openStore(join(folder, "written"), note, unusable),
  );
  const ways: OutputContext = { host, memory, cwd, force: job.recipe.force, bundle: file };
  try {
    const bytes = await readInput(host, file, cwd);
    const source = { file, bytes, root: dirname(resolve(cwd, file)) };
    const beside = job.input === undefined ? await findBeside(file, bytes, cwd) : { file };
    const { digest } = beside;
    const recipe = digest === undefined ? job.recipe : { ...job.recipe, beside: digest };
    const order: BuildRequest = { source, targets, recipe, host, store, began, cwd, beside };
    const kept = await fromCache(order);
    const done = kept === undefined ? undefined : await finish(kept, ways).catch(undefinedIfGone);
    if (done !== undefined) return { ...done, details, general };
    if (unlessNew) return undefined;
    const fresh = await compileAndRender(order);
    const result = fresh.outputs === undefined ? withheld(fresh) : await finish(fresh, ways);
    return { ...result, details, general };
  } catch (cause) {
    const { exit, diagnostics } = refusalFor(cause);
    return { ...NOTHING, exit, diagnostics, details, general };
  }
}

const saidOf = (
  { diagnostics, errors, warnings, forced, fitting }: DeckFacts,
  read: readonly string[],
): Done => ({
  ...NOTHING,
  ...{ diagnostics, errors, warnings, forced, fitting, read },
});

const withheld = ({ about, read }: BuildResult): Done => ({
  ...saidOf(about, read),
  exit: EXIT.errors,
  forced: false,
  withheld: true,
});

/** Puts every output where it belongs. */
async function finish({ about, read, outputs, took }: BuildOutputs, ways: OutputContext): Promise<Done> {
  const decks: BuiltDeck[] = [];
  const notes: string[] = [];
  const refused: Diagnostic[] = [];
  const files: WrittenFile[] = [];
  let exit: Exit = EXIT.done;
  let standard: Uint8Array | undefined;
  for (const [n, output] of outputs.entries()) {
    const since = performance.now();
    let placed: WrittenOutput;
    if (output.path === STDOUT) {
      standard = await output.files[0]?.bytes();
      placed = { path: STDOUT, bytes: standard?.length ?? 0, written: true, files: [], notes: [] };
    } else placed = await placeOutput(output, ways);
    const seconds = Math.round((took[n] ?? 0) + performance.now() - since) / 1_000;
    notes.push(...placed.notes);
    files.push(...placed.files);
    if (placed.refused !== undefined) {
      refused.push(placed.refused);
      exit = worse(exit, EXIT.beside);
    }
    const { slides, charts, minutes } = about;
    decks.push({
      ...{ deck: placed.path, slides, charts, minutes, bytes: placed.bytes, seconds },
      state: placed.written ? "built" : "unchanged",
      ...(placed.refused === undefined ? {} : { beside: true }),
    });
  }
  const said = saidOf(about, read);
  return {
    ...said,
    ...{ exit, decks, notes, files },
    diagnostics: [...said.diagnostics, ...refused],
    ...(standard === undefined ? {} : { bytes: standard }),
  };
}

/** Every output from the cache; undefined where one is not there. */
async function fromCache(order: BuildRequest): Promise<BuildOutputs | undefined> {
  const { source, targets, recipe, host, store, began } = order;
  if (store === undefined) return undefined;
  const shelf = await findCacheEntry(store, source, recipe, host);
  if (shelf.read === undefined) return undefined;
  const kept: CachedOutput[] = [];
  for (const target of targets) {
    const found = await shelf.find(target.format, outputStem(target));
    if (found === undefined) return undefined;
    kept.push(found);
  }
  const about = kept[0]?.about;
  if (about === undefined) return undefined;
  const outputs = targets.map(
    ({ format, path }, n): Output => ({
      format,
      path,
      files: (kept[n]?.files ?? []).map((file) => ({
        ...file,
        bytes: async () => {
          const content = await store.bytes(file.digest);
          if (content === undefined) throw new CacheEntryGone();
          return content;
        },
      })),
    }),
  );
  return { about, read: shelf.read, outputs, took: [performance.now() - began] };
}

/** The cache no longer holds, whole, what its record names: it is built again. */
class CacheEntryGone extends Error {}

function undefinedIfGone(cause: unknown): undefined {
  if (!(cause instanceof CacheEntryGone)) throw cause;
  return undefined;
}
