import type { Command } from "commander";
import { HELP } from "../../diagnostics/messages/help.ts";
import { projectOf } from "../../host/project.ts";
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
export async function applyProject(command: Command, cwd: string): Promise<void> {
  if (!COMMANDS.has(command.name())) return;
  const lacks = (): never => command.error(HELP.noBundles, { code: "commander.missingArgument" });
  const folder = await projectOf(cwd);
  if (folder === undefined) return command.args.length === 0 ? lacks() : undefined;
  // Schema and reader are loaded only where there is a file.
  const { fromFolder, readProject } = await import("./read.ts");
  const project = await readProject(folder, cwd);
  const here = (path: string): string => fromFolder(project, path, cwd);
  if (command.args.length === 0) {
    const bundles = (project.settings.bundles ?? []).map(here);
    if (bundles.length === 0) lacks();
    command.processedArgs[0] = bundles;
  }
  const given = (name: string): boolean => command.getOptionValueSource(name) === "cli";
  for (const [name, value] of Object.entries(optionsOf(project, here))) {
    // check has a --format of its own, that of findings.
    const known = command.name() === "build" || name === "jobs";
    if (!known || given(name) || (INSTEAD[name] ?? []).some(given)) continue;
    command.setOptionValueWithSource(name, value, "config");
  }
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
