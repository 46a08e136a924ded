import { basename, dirname, extname, join, relative, resolve } from "node:path";
import type { CompileOptions } from "../compile.ts";
import { type Diagnostic, Refusal } from "../diagnostics/diagnostic.ts";
import { otherBundle, workerDied } from "../diagnostics/messages/batch.ts";
import type { Built } from "../diagnostics/messages/cli.ts";
import { inOrder } from "../diagnostics/order.ts";
import { isPaged } from "../formats/names.ts";
import { real } from "../host/about.ts";
import type { Host } from "../host/host.ts";
import { createNodeHost } from "../host/node.ts";
import { type About, type Kept, keep, type Product, type Recipe, shelfOf } from "./cache/decks.ts";
import { type Memory, memoryIn } from "./cache/memory.ts";
import { digestOf, openStore, type Store } from "./cache/store.ts";
import { once } from "./check/once.ts";
import { EXIT, type Exit, worse } from "./exit.ts";
import { readInput } from "./inputs.ts";
import { STDOUT, type Target } from "./outputs.ts";
import { made, type Output, type Placed, place } from "./placing/place.ts";
import type { Work } from "./threads/work.ts";

/** One bundle to build, as plain data: what a thread is told. */
export interface Job {
  /** The bundle, as the user would name it. */
  readonly file: string;
  readonly targets: readonly Target[];
  readonly recipe: Recipe;
  readonly cwd: string;
  /** The folder of the cache and of what was written where; undefined where there is none. */
  readonly folder: string | undefined;
  /** False: decks are neither taken from the cache nor put there. */
  readonly cached: boolean;
}

/** One output that was made, or was there already. */
export interface Deck extends Built {
  readonly state: "built" | "unchanged";
  /** It stands beside the file that it was meant to be, which somebody has edited. */
  readonly beside?: boolean;
}

/** What came of a job, as plain data. */
export interface Done {
  readonly exit: Exit;
  readonly decks: readonly Deck[];
  /** True where errors in the argument keep a final deck from being written. */
  readonly withheld: boolean;
  /** True for a final deck that is stamped as a draft. */
  readonly forced: boolean;
  /** Warnings of the stages, or why there is no deck. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the rules say about the argument. */
  readonly errors: readonly Diagnostic[];
  readonly warnings: number;
  /** CSV files and pictures, as the bundle names them. */
  readonly read: readonly string[];
  /** Good to know; and for those who want to know it all. */
  readonly notes: readonly string[];
  readonly details: readonly string[];
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
  read: [],
  notes: [],
  details: [],
};

/** Building as work for threads: what is there already is found by whoever asks. */
export const building: Work<Job, Done> = {
  name: "build",
  run: (job) => runJob(job),
  found: (job) => runJob(job, true),
  lost: ({ file }, loss) =>
    "died" in loss
      ? { ...NOTHING, exit: EXIT.crash, diagnostics: [workerDied(file, loss.died)] }
      : { ...NOTHING, exit: EXIT.crash, crash: loss.crash },
};

interface Tools {
  readonly job: Job;
  readonly host: Host;
  readonly store: Store | undefined;
  readonly memory: Memory;
  readonly root: string;
  /** By the clock of `performance`. */
  readonly began: number;
  readonly details: string[];
}

/**
 * Builds one bundle, or finds that all is there. With `unlessNew`, undefined where something has to be built, so that
 * whoever asked can have it done elsewhere. Refusals are part of the result; defects are thrown.
 */
async function runJob(job: Job): Promise<Done>;
async function runJob(job: Job, unlessNew: true): Promise<Done | undefined>;
async function runJob(job: Job, unlessNew = false): Promise<Done | undefined> {
  const details: string[] = [];
  const note = (line: string): void => {
    if (!details.includes(line)) details.push(line);
  };
  const tools: Tools = {
    job,
    host: createNodeHost(),
    store: job.cached && job.folder !== undefined ? openStore(job.folder, note) : undefined,
    // A store of its own, which clearing the cache leaves alone.
    memory: memoryIn(job.folder === undefined ? undefined : openStore(join(job.folder, "written"), note)),
    root: dirname(resolve(job.cwd, job.file)),
    began: performance.now(),
    details,
  };
  try {
    const bytes = await readInput(tools.host, job.file, job.cwd);
    const kept = await fromShelf(bytes, tools);
    const done = kept === undefined ? undefined : await finish(kept, tools).catch(unlessGone);
    if (done !== undefined) return { ...done, details };
    if (unlessNew) return undefined;
    const fresh = await compileAndRender(bytes, tools);
    const result =
      fresh.outputs === undefined
        ? withheld(fresh)
        : await finish({ ...fresh, outputs: fresh.outputs }, tools);
    return { ...result, details };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return { ...NOTHING, exit: cause.exit, diagnostics: cause.diagnostics, details };
  }
}

interface Ready {
  readonly about: About;
  readonly read: readonly string[];
  readonly outputs: readonly Output[];
  /** ms that getting each output took; the first bears what all share. */
  readonly took: readonly number[];
}

/** Every output from the cache; undefined where one is not there. */
async function fromShelf(bytes: Uint8Array, tools: Tools): Promise<Ready | undefined> {
  const { job, host, store, root } = tools;
  if (store === undefined) return undefined;
  const shelf = await shelfOf(store, { bytes, file: job.file, root }, job.recipe, host);
  if (shelf.read === undefined) return undefined;
  const kept: Kept[] = [];
  for (const target of job.targets) {
    const found = await shelf.find(target.format, stemOf(target));
    if (found === undefined) return undefined;
    kept.push(found);
  }
  const about = kept[0]?.about;
  if (about === undefined) return undefined;
  const outputs = job.targets.map(
    ({ format, path }, n): Output => ({
      format,
      path,
      files: (kept[n]?.files ?? []).map((file) => ({
        ...file,
        bytes: async () => {
          const content = await store.bytes(file.digest);
          if (content === undefined) throw new Gone();
          return content;
        },
      })),
    }),
  );
  return { about, read: shelf.read, outputs, took: [performance.now() - tools.began] };
}

/** The cache no longer holds, whole, what its record names: it is built again. */
class Gone extends Error {}

function unlessGone(cause: unknown): undefined {
  if (!(cause instanceof Gone)) throw cause;
  return undefined;
}

interface Fresh {
  readonly about: About;
  readonly read: readonly string[];
  /** Undefined where errors in the argument keep a final deck from being written. */
  readonly outputs: readonly Output[] | undefined;
  readonly took: readonly number[];
}

async function compileAndRender(bytes: Uint8Array, tools: Tools): Promise<Fresh> {
  const { job, host, store, root } = tools;
  // The pipeline is loaded only where there is something to build.
  const { compileBundle, render, renderPages } = await import("../compile.ts");
  const digests = new Map<string, string>();
  const noting: Host = {
    ...host,
    readWithin: async (root, path) => {
      const content = await host.readWithin(root, path);
      digests.set(path, digestOf(content));
      return content;
    },
  };
  const { theme, lenient, force, charts } = job.recipe;
  const source = { bytes, file: job.file, root };
  const how: CompileOptions = { lenient, ...(theme === undefined ? {} : { theme }) };
  const compiled = await compileBundle(source, noting, how);
  const { diagnostics, findings } = once(compiled);
  const errors = inOrder(findings.filter((finding) => finding.severity === "error"));
  const unsound = errors.length > 0 && compiled.bundle.status === "final";
  const sent = unsound && force ? await compileBundle(source, host, { ...how, draft: true }) : compiled;
  const { pages } = sent.pages;
  const about: About = {
    slides: pages.length,
    charts: pages.flatMap((page) => page.items).filter((item) => item.type === "chart").length,
    minutes: sent.deck.minutes,
    forced: unsound,
    diagnostics,
    errors,
    warnings: findings.length - errors.length,
  };
  const read = [...digests.keys()];
  if (unsound && !force) return { about, read, outputs: undefined, took: [] };
  const products: Product[] = [];
  const took: number[] = [];
  let since = tools.began;
  for (const target of job.targets) {
    const { format } = target;
    const stem = stemOf(target);
    const files = isPaged(format)
      ? (await renderPages(sent, format, stem, host, { charts })).map((page) => ({
          suffix: page.name.slice(stem.length),
          bytes: page.bytes,
        }))
      : [{ suffix: "", bytes: await render(sent, format, host, { charts }) }];
    products.push({ format, stem, files });
    const now = performance.now();
    took.push(now - since);
    since = now;
  }
  if (store !== undefined) await keep(store, source, digests, products, about, job.recipe);
  const outputs = products.map(({ format, files }, n) => ({
    format,
    path: job.targets[n]?.path ?? "",
    files: files.map((file) => made(file.suffix, file.bytes)),
  }));
  return { about, read, outputs, took };
}

const saidOf = ({ diagnostics, errors, warnings, forced }: About, read: readonly string[]): Done => ({
  ...NOTHING,
  ...{ diagnostics, errors, warnings, forced, read },
});

const withheld = ({ about, read }: Fresh): Done => ({
  ...saidOf(about, read),
  exit: EXIT.errors,
  forced: false,
  withheld: true,
});

/** Puts every output where it belongs. */
async function finish({ about, read, outputs, took }: Ready, { job, host, memory }: Tools): Promise<Done> {
  const ways = { host, memory, cwd: job.cwd, force: job.recipe.force };
  const decks: Deck[] = [];
  const notes: string[] = [];
  const refused: Diagnostic[] = [];
  let exit: Exit = EXIT.done;
  let standard: Uint8Array | undefined;
  for (const [n, output] of outputs.entries()) {
    const since = performance.now();
    let placed: Placed;
    if (output.path === STDOUT) {
      standard = await output.files[0]?.bytes();
      placed = { path: STDOUT, bytes: standard?.length ?? 0, written: true, notes: [] };
    } else placed = await place(output, ways);
    const seconds = Math.round((took[n] ?? 0) + performance.now() - since) / 1_000;
    notes.push(...placed.notes);
    if (output.path !== STDOUT && placed.refused === undefined)
      notes.push(...(await otherBefore(output.path, placed.written, job, memory)));
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
    ...{ exit, decks, notes },
    diagnostics: [...said.diagnostics, ...refused],
    ...(standard === undefined ? {} : { bytes: standard }),
  };
}

/** Says so where an output was made of another bundle before; from now on it is known to be made of this one. */
async function otherBefore(
  output: string,
  written: boolean,
  { file, cwd }: Job,
  memory: Memory,
): Promise<readonly string[]> {
  const key = resolve(cwd, output);
  const bundle = await real(resolve(cwd, file));
  const before = await memory.bundleOf(key);
  if (before === bundle) return [];
  await memory.keepBundle(key, bundle);
  return before === undefined || !written
    ? []
    : [otherBundle(output, relative(await real(cwd), before), file)];
}

/** Name of an output without folder and extension, where it is part of what the output holds. */
const stemOf = ({ format, path }: Target): string => (isPaged(format) ? basename(path, extname(path)) : "");
