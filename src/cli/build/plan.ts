import { dirname, resolve } from "node:path";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { real } from "../../host/about.ts";
import type { Host } from "../../host/host.ts";
import type { AskedLook } from "../../stages.ts";
import { type BuildSettings, buildWithThemes } from "../cache/decks.ts";
import { cacheFolder } from "../cache/folder.ts";
import { digestOf } from "../cache/store.ts";
import type { Io } from "../console/io.ts";
import { buildId } from "../console/version.ts";
import { editionsOf } from "../inputs/editions.ts";
import { findBundles } from "../inputs/find.ts";
import { checkLook, lookBytes, lookIn } from "../inputs/look.ts";
import { withSet } from "../inputs/set.ts";
import { type Shard, shardOf } from "../inputs/shard.ts";
import { inputOf } from "../inputs/stdin.ts";
import { OUT, type Outputs, type OutputTarget, planOutputs, STDOUT } from "../output/targets.ts";
import { unwritable } from "../output/write.ts";
import type { Job } from "./job.ts";

export interface BuildOptions extends Outputs {
  readonly charts: "native" | "picture";
  readonly theme?: string;
  readonly template?: string;
  /** One edition of each bundle. */
  readonly edition?: string;
  /** The deck of each bundle and every edition of it. */
  readonly editions?: boolean;
  readonly lenient?: boolean;
  /** Warnings about how the deck is made count as errors. */
  readonly strict?: boolean;
  /** Builds a final deck that has errors, as a draft; and replaces what was edited by hand, with a backup. */
  readonly force?: boolean;
  /** Values from outside, each key=value. */
  readonly set?: readonly string[];
  readonly jobs?: number;
  readonly shard?: Shard;
  /** False: every bundle is built, and nothing is kept for the next run. */
  readonly cache?: boolean;
  readonly cacheDir?: string;
  /** File that says what came of each bundle. */
  readonly report?: string;
  /** Removes what earlier runs left in the folder of outputs. */
  readonly prune?: boolean;
  readonly table?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly json?: boolean;
}

/** Plan of a run: its jobs, the files that were skipped and what was refused. */
export interface BuildPlan {
  readonly jobs: readonly Job[];
  readonly skipped: readonly string[];
  /** Bundles of all shares together. */
  readonly all: number;
  /** Everything for which nothing is done at all. */
  readonly refused: readonly Diagnostic[];
  /** Folder of the outputs, as the user would name it; undefined where one file is written, wherever that is. */
  readonly outputs?: string;
  /** The folder of what was written where; undefined where there is none. */
  readonly records: string | undefined;
  /** True where the report can be written and would replace neither a bundle nor an output. */
  readonly reportable: boolean;
}

/** Checks what is to be done before anything is. `input` is what standard input holds. */
export async function planOf(
  args: readonly string[],
  options: BuildOptions,
  host: Host,
  io: Io,
  input?: Uint8Array,
): Promise<BuildPlan> {
  const inputs = await findBundles(args, host, io.cwd, options.outDir ?? OUT);
  const paths = inputs.files.map((file) => resolve(io.cwd, file));
  const settled = withSet(host, paths, options.set);
  const told = await editionsOf(inputs.files, options, settled, io.cwd);
  const { targets, refused } = await planOutputs(told, options, settled, io.cwd);
  const taken = [...inputs.files, ...targets.flat().map(({ path }) => path)];
  const report = await reportProblem(options.report, taken, io.cwd);
  const terminal = options.output === STDOUT && io.out.live && targets.flat().some(isBinary);
  const build = buildId();
  const folder = cacheFolder(options.cacheDir, io, process.platform);
  const look = lookIn(options, io.cwd);
  const recipe: BuildSettings = {
    build: await programWith(look, build ?? "", host),
    look,
    lenient: options.lenient ?? false,
    strict: options.strict ?? false,
    force: options.force ?? false,
    charts: options.charts,
  };
  const projects = new Map(
    await Promise.all(
      inputs.files.map(async (file) => [file, await host.project?.(dirname(resolve(io.cwd, file)))] as const),
    ),
  );
  const jobs = told.map(({ file, edition }, n): Job => {
    const cached = options.cache !== false && build !== undefined;
    const set = options.set === undefined ? {} : { set: options.set };
    const bundle = { file, ...inputOf(file, input), ...set };
    const project = projects.get(file);
    const own = {
      ...recipe,
      ...(edition === undefined ? {} : { edition }),
      ...(project === undefined ? {} : { project }),
    };
    return { ...bundle, targets: targets[n] ?? [], recipe: own, cwd: io.cwd, folder, cached };
  });
  return {
    jobs: options.shard === undefined ? jobs : shardOf(jobs, ({ file }) => file, options.shard),
    ...(options.output === undefined ? { outputs: options.outDir ?? OUT } : {}),
    records: folder,
    skipped: inputs.skipped,
    all: jobs.length,
    refused: [
      ...inputs.refused,
      ...refused,
      ...report,
      ...(terminal ? [messages.binaryToTerminal()] : []),
      ...(await lookProblems(options, host, io.cwd)),
    ],
    reportable: options.report !== undefined && report.length === 0,
  };
}

async function reportProblem(
  report: string | undefined,
  taken: readonly string[],
  cwd: string,
): Promise<readonly Diagnostic[]> {
  if (report === undefined) return [];
  const path = await real(resolve(cwd, report));
  for (const other of taken)
    if ((await real(resolve(cwd, other))) === path) return [messages.reportIsOutput(report)];
  return (await unwritable(report, cwd)).map((problem) => messages.nothingBuilt(problem));
}

/** The program with all that its themes hold, and with the files of the look that the command line asks for. */
async function programWith(look: AskedLook, build: string, host: Host): Promise<string> {
  const program = await buildWithThemes(build, host);
  try {
    const files = await lookBytes(look, host);
    return files.length === 0 ? program : digestOf(program, ...files);
  } catch (cause) {
    // What cannot be read is refused before anything is built.
    if (!(cause instanceof DiagnosticsError)) throw cause;
    return program;
  }
}

async function lookProblems(asked: AskedLook, host: Host, cwd: string): Promise<readonly Diagnostic[]> {
  try {
    await checkLook(asked, host, cwd);
    return [];
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    return cause.diagnostics;
  }
}

/** True for formats that a terminal cannot show. */
const isBinary = ({ format }: OutputTarget): boolean => BINARY.has(format);
const BINARY: ReadonlySet<string> = new Set(["pptx", "pdf", "png"]);
