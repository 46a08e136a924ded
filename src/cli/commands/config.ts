import { CONFIG_HEADINGS, noProject } from "../../diagnostics/messages/project.ts";
import { projectOf } from "../../host/project.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { tableText } from "../console/table.ts";
import { OUT } from "../output/targets.ts";
import { readProject } from "../project/read.ts";
import type { ProjectSettings } from "../project/settings.ts";

type Setting = Exclude<keyof ProjectSettings, "$schema">;

/** Values of settings that no file gives. */
const DEFAULTS: Readonly<Record<Setting, unknown>> = {
  bundles: null,
  outDir: OUT,
  name: "{name}",
  format: ["pptx"],
  editions: false,
  jobs: null,
  theme: "boardroom",
  template: null,
  logo: null,
  rules: null,
};

/** `foredeck config`: every setting of the project, and where it comes from. */
export async function config(options: { readonly json?: boolean }, io: Io): Promise<Exit> {
  const folder = await projectOf(io.cwd);
  const project = folder === undefined ? undefined : await readProject(folder, io.cwd);
  const settings = Object.entries(DEFAULTS).map(([name, otherwise]) => {
    const value = project?.settings[name as Setting];
    if (project === undefined || value === undefined) return { name, value: otherwise, from: "default" };
    const { file, line } = project.placeOf(name as Setting);
    return { name, value, from: `${file}:${line}` };
  });
  if (options.json === true) {
    const all = { version: 1, file: project?.file ?? null, settings };
    await io.out.write(`${JSON.stringify(all, undefined, 2)}\n`);
    return EXIT.done;
  }
  await io.out.write(
    tableText(
      CONFIG_HEADINGS,
      settings.map(({ name, value, from }) => [name, value === null ? "–" : shown(value), from]),
      [],
    ),
  );
  if (project === undefined) await io.err.write(`${noProject()}\n`);
  return EXIT.done;
}

const shown = (value: unknown): string =>
  typeof value === "string"
    ? value
    : Array.isArray(value)
      ? value.join(", ")
      : typeof value === "object"
        ? Object.keys(value ?? {}).join(", ")
        : String(value);
