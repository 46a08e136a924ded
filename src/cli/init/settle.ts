import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { fileStem } from "../../base/file-stem.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { isShellSafe } from "../../diagnostics/shell.ts";
import { codeOf } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import type { Io } from "../console/io.ts";
import { projectFolder, reference } from "../inputs/schema.ts";
import { refusalOf } from "../output/write.ts";
import { type Merged, withSchema, withScript } from "./settings.ts";

/** The npm script. */
const SCRIPT = "deck";

/**
 * Adds the npm script and the editor's setting where the bundle's project keeps them: VS Code looks in the folder that
 * it was opened in, npm in the nearest one with a package.json. Without a project both stand beside the bundle.
 */
export async function settle(
  path: string,
  schema: string,
  host: Host,
  io: Io,
): Promise<readonly Diagnostic[]> {
  const project = (await projectFolder(dirname(path))) ?? dirname(path);
  const bundle = relative(project, path).split(sep).join("/");
  // Another bundle of the project has the first name, or something else has.
  const second = `${SCRIPT}:${fileStem(basename(bundle, extname(bundle))).replaceAll(/[^\p{L}\p{N}_.-]+/gu, "-")}`;
  let script = SCRIPT;
  return [
    ...(await merge(host, io, join(project, "package.json"), {
      change: (text) => {
        if (!isShellSafe(bundle)) return "taken";
        const command = messages.initCommand(bundle);
        const first = withScript(text, SCRIPT, command);
        if (first !== "taken") return first;
        script = second;
        return withScript(text, second, command);
      },
      missing: messages.initMissingScript(SCRIPT),
      taken: isShellSafe(bundle) ? messages.initScriptsTaken(SCRIPT, second) : messages.initUnsafeWay(bundle),
      said: (name) =>
        script === SCRIPT
          ? messages.initScript(name, script)
          : messages.initSecondScript(name, script, SCRIPT),
    })),
    ...(await merge(host, io, join(project, ".vscode", "settings.json"), {
      change: (text) => withSchema(text, bundle, reference(project, schema)),
      missing: messages.initMissingSetting(),
      taken: messages.initSchemaTaken(bundle),
      said: (name) => messages.initEditor(name, project === io.cwd ? undefined : inside(project, io)),
      make: true,
    })),
  ];
}

/** A path as one would write it in the folder that the program runs in. */
const inside = (path: string, { cwd }: Io): string => relative(cwd, path).split(sep).join("/");

interface Merge {
  readonly change: (text: string) => Merged;
  readonly taken: string;
  /** Name of what is missing where the file cannot be written. */
  readonly missing: string;
  readonly said: (file: string) => string;
  /** Written also where there is none. */
  readonly make?: boolean;
}

/** Adds to a file of the project; what is in the way stays, and is said. */
async function merge(host: Host, io: Io, path: string, how: Merge): Promise<readonly Diagnostic[]> {
  const shown = inside(path, io);
  try {
    const text = await textOf(path);
    if (text === undefined && how.make !== true) return [];
    const merged = how.change(text ?? "");
    if (merged === "there") return [];
    if (merged === "unreadable") return [messages.initUntouched(shown, messages.initUnreadable())];
    if (merged === "taken") return [messages.initUntouched(shown, how.taken)];
    await host.write(path, new TextEncoder().encode(merged.text));
  } catch (cause) {
    // The bundle is written by now: what is missing beside it is no reason to fail.
    return refusalOf(cause, shown).diagnostics.map(({ what }) =>
      messages.initMissing(shown, what, how.missing),
    );
  }
  await io.out.write(`${how.said(shown)}\n`);
  return [];
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if (codeOf(cause) === "ENOENT" || codeOf(cause) === "ENOTDIR") return undefined;
    throw cause;
  }
}
