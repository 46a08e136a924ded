import { dirname, resolve } from "node:path";
import { compileBundle } from "../../compile.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { sortFindingsByPlace } from "../../diagnostics/findings/index.ts";
import { brokeOff, workerDied } from "../../diagnostics/messages/batch.ts";
import type { CheckedBundle } from "../../diagnostics/reporters/reporter.ts";
import { refusalFor } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import { InvalidBundleError } from "../../recover.ts";
import { type AskedLook, type Compiled, type Memory, startMemory } from "../../stages.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import { readInput } from "../inputs/find.ts";
import { withSet } from "../inputs/set.ts";
import { withInput } from "../inputs/stdin.ts";
import type { Work } from "../threads/work.ts";
import { findBeside, readBeside } from "../versions/beside.ts";
import { withoutRepeats } from "./without-repeats.ts";

export interface Checkup extends CheckedBundle {
  /** Absent where there is no deck to look at. */
  readonly compiled?: Compiled;
  readonly exit: Exit;
  /** A defect of ours, as a stack. */
  readonly crash?: string;
}

/** One bundle to check, as plain data: what a thread is told. */
export interface Checking {
  /** The bundle, as the user would name it. */
  readonly file: string;
  /** Bytes of the bundle, where it came from standard input. */
  readonly input?: Uint8Array;
  readonly cwd: string;
  /** Values from outside, as --set has them. */
  readonly set?: readonly string[];
  readonly look: AskedLook;
  readonly strict?: boolean;
}

/** Checking as work for threads. Decks are large; of two hundred bundles only what was found is kept. */
export function checking(): Work<Checking, Checkup> {
  const host = createNodeHost();
  const memoryOfOne = memories();
  return {
    name: "check",
    run: async (job) => {
      const { compiled: _, ...checkup } = await checkFile(
        job,
        withInput(host, job.cwd, job.input),
        memoryOfOne(),
      );
      return checkup;
    },
    lost: ({ file }, loss) => ({
      ...{ file, silenced: [], skipped: [], ran: "none" },
      exit: "lacks" in loss ? EXIT.usage : EXIT.crash,
      ...("lacks" in loss
        ? { findings: [loss.lacks] }
        : "died" in loss
          ? { findings: [workerDied(file, loss.died)] }
          : { findings: [brokeOff(file)], crash: loss.crash }),
    }),
  };
}

/** A bundle that is read from its file and looked at, or is handed with the way to look at it to `by`. */
export async function checkFile(
  { file, cwd, look, strict, set }: Checking,
  disk: Host,
  memory: Memory,
  by: (bytes: Uint8Array, look: (bytes: Uint8Array) => Promise<Checkup>) => Promise<Checkup> = (
    bytes,
    look,
  ) => look(bytes),
): Promise<Checkup> {
  const host = withSet(disk, [resolve(cwd, file)], set);
  const options = {
    ...look,
    ...(strict === true ? { strict } : {}),
    memory,
  };
  return readInput(host, file, cwd).then(
    (bytes) => by(bytes, (text) => checkUp(text, file, host, cwd, options)),
    (cause) => refused(cause, file),
  );
}

/** Memory for one bundle after another: phrases are the same in all; what the layout remembers would grow with them. */
export function memories(): () => Memory {
  const { phrasebooks } = startMemory();
  return () => ({ ...startMemory(), phrasebooks });
}

export interface CheckupOptions extends AskedLook {
  readonly strict?: boolean;
  /** Memory of the previous compilation. */
  readonly memory?: Memory;
}

/** Everything that stages and rules find in one bundle, in order of place, none twice. */
export async function checkUp(
  bytes: Uint8Array,
  file: string,
  host: Host,
  cwd: string,
  options: CheckupOptions,
): Promise<Checkup> {
  try {
    const source = { bytes, file, root: dirname(resolve(cwd, file)) };
    const beside = await readBeside(await findBeside(file, bytes, cwd), bytes, host, cwd);
    const compiled = await compileBundle(source, host, { ...options, ...beside.options, findAll: true });
    return checked({ ...compiled, diagnostics: [...beside.found, ...compiled.diagnostics] }, file);
  } catch (cause) {
    return refused(cause, file);
  }
}

/** Result for a bundle that has a deck. */
export function checked(compiled: Compiled, file: string): Checkup {
  const findings = withSlides(sorted(all(compiled), file), compiled);
  const silenced = compiled.silenced.map((each) => ({
    ...each,
    findings: withSlides(each.findings, compiled),
  }));
  const { skipped } = compiled;
  return { file, findings, silenced, skipped, ran: "all", compiled, exit: exitOf(findings) };
}

/** Result for a bundle that has errors, or cannot be read. */
export function refused(cause: unknown, file: string): Checkup {
  const { exit, diagnostics } = refusalFor(cause);
  if (!(cause instanceof InvalidBundleError))
    return { file, findings: sorted(diagnostics, file), silenced: [], skipped: [], ran: "none", exit };
  const { silenced, skipped } = cause.verdict;
  return { file, findings: sorted(all(cause.verdict), file), silenced, skipped, ran: "sound", exit };
}

const exitOf = (findings: readonly Diagnostic[]): Exit =>
  findings.some((finding) => finding.severity === "error") ? EXIT.errors : EXIT.done;

/** The bundle before the files that it names. */
const sorted = (findings: readonly Diagnostic[], file: string): readonly Diagnostic[] => {
  const own = (finding: Diagnostic): boolean => finding.place === undefined || finding.place.file === file;
  return sortFindingsByPlace([...findings.filter(own), ...findings.filter((finding) => !own(finding))]);
};

/** Returns the diagnostics of stages and rules together, without repeats. */
const all = (found: Parameters<typeof withoutRepeats>[0]): readonly Diagnostic[] => {
  const { diagnostics, findings } = withoutRepeats(found);
  return [...diagnostics, ...findings];
};

const withSlides = (findings: readonly Diagnostic[], { pages, sourceMap }: Compiled): readonly Diagnostic[] =>
  findings.map((finding) => {
    const page = pages.pages.find(({ id }) => id === finding.page);
    if (page === undefined) return finding;
    const { number, title } = page;
    const path = finding.path ?? page.from[0];
    const made = path === undefined ? {} : { path, place: finding.place ?? sourceMap.value(path) };
    return { ...finding, ...made, slide: { number, title } };
  });
