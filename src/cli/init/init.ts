import { readFile, stat } from "node:fs/promises";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import { type Diagnostic, Refusal } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages.ts";
import { isShellSafe } from "../../diagnostics/shell.ts";
import { codeOf } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import { checkUp } from "../check/checkup.ts";
import { EXIT, type Exit } from "../exit.ts";
import { reference, schemaFile } from "../fix/schema.ts";
import type { Io } from "../io.ts";
import { writeOutput } from "../placing/write.ts";
import { projectFolder } from "../project.ts";
import { report } from "../refuse.ts";
import { startDates } from "./dates.ts";
import { type Merged, withSchema, withScript } from "./settings.ts";

export interface InitOptions extends messages.Start {
  /** Overwrites a bundle that is there. */
  readonly force?: boolean;
  /** Asks nothing, on a terminal either. */
  readonly yes?: boolean;
}

/** Name of the bundle where a folder is named. */
const NAME = "deck.json";
/** The npm script. */
const SCRIPT = "deck";

/** `foredeck init`: a bundle that builds at once, with what editor and npm need beside it. */
export async function init(target: string | undefined, options: InitOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const file = await bundleFile(target ?? ".", io.cwd);
  if (!isShellSafe(file)) throw new Refusal([messages.initUnsafe(file)], 2);
  const path = resolve(io.cwd, file);
  if (options.force !== true && (await kindOf(path)) !== "nothing")
    throw new Refusal([messages.initExists(file)], 2);
  const start = await answers(options, file, io);
  const schema = await schemaFile(dirname(path));
  const named = reference(dirname(path), schema);
  const text = messages.starterBundle(start, startDates(new Date()), named, file);
  const bytes = new TextEncoder().encode(text);
  // An answer may be too long, or hold braces that name no figure: that is said before anything is written.
  const { findings } = await checkUp(bytes, file, host, io.cwd, {});
  const errors = findings.filter((finding) => finding.severity === "error");
  if (errors.length > 0) throw new Refusal(errors);
  await writeOutput(host, file, bytes, io.cwd);
  await io.out.write(`${messages.initWritten(file)}\n`);
  await report(await settle(path, schema, host, io), io);
  await io.out.write(messages.initNext(file, (await kindOf(schema)) === "file"));
  return EXIT.done;
}

/** The bundle to write: the file that is named, or deck.json in the folder that is; with slashes on every system. */
async function bundleFile(given: string, cwd: string): Promise<string> {
  const target = given.split(sep).join("/");
  if (/\.jsonc?$/i.test(target)) return target;
  const kind = await kindOf(resolve(cwd, target));
  if (kind === "file") throw new Refusal([messages.initNotJson(target)], 2);
  return posix.join(target, NAME);
}

async function kindOf(path: string): Promise<"file" | "folder" | "nothing"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (cause) {
    if (codeOf(cause) === "ENOENT" || codeOf(cause) === "ENOTDIR") return "nothing";
    throw cause;
  }
}

/** Flags first; on a terminal, questions for what they leave open. */
async function answers(options: InitOptions, file: string, io: Io): Promise<messages.Start> {
  const given = messages.INIT_QUESTIONS.flatMap(([field]) => {
    const text = options[field]?.trim() ?? "";
    return text === "" ? [] : [[field, text] as const];
  });
  const start: Partial<Record<keyof messages.Start, string>> = Object.fromEntries(given);
  const prompt = options.yes === true ? undefined : await io.prompt?.();
  if (prompt === undefined) return start;
  try {
    const open = messages.INIT_QUESTIONS.filter(([field]) => start[field] === undefined);
    if (open.length > 0) await io.out.write(`${messages.initIntroduction(file)}\n\n`);
    for (const [field, question] of open) {
      const answer = await prompt.ask(messages.initQuestion(question));
      if (answer === undefined) throw new Refusal([messages.initLeft()], 2);
      if (answer.trim() !== "") start[field] = answer.trim();
    }
    return start;
  } finally {
    prompt.close();
  }
}

/**
 * Adds the npm script and the editor's setting where the bundle's project keeps them: VS Code looks in the folder that
 * it was opened in, npm in the nearest one with a package.json. Without a project both stand beside the bundle.
 */
async function settle(path: string, schema: string, host: Host, io: Io): Promise<readonly Diagnostic[]> {
  const project = (await projectFolder(dirname(path))) ?? dirname(path);
  const bundle = relative(project, path).split(sep).join("/");
  return [
    ...(await merge(host, io, join(project, "package.json"), {
      change: (text) =>
        isShellSafe(bundle) ? withScript(text, SCRIPT, messages.initCommand(bundle)) : "taken",
      taken: isShellSafe(bundle) ? messages.initScriptTaken(SCRIPT) : messages.initUnsafeWay(bundle),
      said: (name) => messages.initScript(name, SCRIPT),
    })),
    ...(await merge(host, io, join(project, ".vscode", "settings.json"), {
      change: (text) => withSchema(text, bundle, reference(project, schema)),
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
  readonly said: (file: string) => string;
  /** Written also where there is none. */
  readonly make?: boolean;
}

/** Adds to a file of the project; what is in the way stays, and is said. */
async function merge(host: Host, io: Io, path: string, how: Merge): Promise<readonly Diagnostic[]> {
  const shown = inside(path, io);
  const text = await textOf(path);
  if (text === undefined && how.make !== true) return [];
  const merged = how.change(text ?? "");
  if (merged === "there") return [];
  if (merged === "unreadable") return [messages.initUntouched(shown, messages.initUnreadable())];
  if (merged === "taken") return [messages.initUntouched(shown, how.taken)];
  await writeOutput(host, shown, new TextEncoder().encode(merged.text), io.cwd);
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
