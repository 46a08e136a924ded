import type { Command } from "commander";
import { HELP } from "../../diagnostics/messages/help.ts";
import { shellWord } from "../../diagnostics/shell.ts";
import { projectOf } from "../../host/project.ts";
import type { Io } from "../console/io.ts";
import type { Project } from "./read.ts";

/** Commands whose bundles and options a project file may give. */
const COMMANDS: ReadonlySet<string> = new Set(["build", "check"]);

/** Options of the command line that keep a setting of the file from counting, since they say the same otherwise. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  outDir: ["output"],
  name: ["output"],
  format: ["output"],
  editions: ["edition"],
};

/**
 * Gives a command the bundles and options of its project file that the command line does not say.
 * @throws DiagnosticsError with what is wrong with the file
 */
export async function applyProject(command: Command, io: Io): Promise<void> {
  if (!COMMANDS.has(command.name())) return;
  const { cwd } = io;
  const folder = await projectOf(cwd);
  if (folder === undefined) return command.args.length === 0 ? takeOnlyBundle(command, io) : undefined;
  // Schema and reader are loaded only where there is a file.
  const { fromFolder, readProject } = await import("./read.ts");
  const project = await readProject(folder, cwd);
  const here = (path: string): string => fromFolder(project, path, cwd);
  if (command.args.length === 0) {
    const bundles = (project.settings.bundles ?? []).map(here);
    if (bundles.length === 0) await takeOnlyBundle(command, io);
    else command.processedArgs[0] = bundles;
  }
  const given = (name: string): boolean => command.getOptionValueSource(name) === "cli";
  for (const [name, value] of Object.entries(optionsOf(project, here))) {
    // check has a --format of its own, that of findings.
    const known = command.name() === "build" || name === "jobs";
    if (!known || given(name) || (INSTEAD[name] ?? []).some(given)) continue;
    command.setOptionValueWithSource(name, value, "config");
  }
}

/** Gives a command the one bundle of the working folder, and says which; of several, names them as choices. */
async function takeOnlyBundle(command: Command, io: Io): Promise<void> {
  const [{ findBundles }, { createNodeHost }] = await Promise.all([
    import("../inputs/find.ts"),
    import("../../host/node.ts"),
  ]);
  const { files } = await findBundles(["."], createNodeHost(), io.cwd);
  const [only, ...others] = files;
  if (only === undefined || others.length > 0)
    command.error(HELP.noBundles(files.map(shellWord)), { code: "commander.missingArgument" });
  command.processedArgs[0] = [only];
  const { quiet, json } = command.opts<{ readonly quiet?: boolean; readonly json?: boolean }>();
  if (quiet !== true && json !== true) await io.err.write(`${HELP.onlyBundle(only)}\n`);
}

/** Options of `foredeck build` that a project file gives. */
function optionsOf({ settings }: Project, here: (path: string) => string): Readonly<Record<string, unknown>> {
  const { outDir, name, format, editions, jobs } = settings;
  const all = {
    ...{ name, format, editions, jobs },
    outDir: outDir === undefined ? undefined : here(outDir),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
