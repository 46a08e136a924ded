import { join, resolve } from "node:path";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { type AnyFormatName, extensionOf, formatOf, isPaged } from "../../formats/names.ts";
import { real } from "../../host/about.ts";
import type { Host } from "../../host/host.ts";
import { STDIN_NAME } from "../inputs/stdin.ts";
import { namesByPattern, stem } from "./names.ts";

/** Standard output as a target. */
export const STDOUT = "-";
/** Folder for decks where none is named. */
export const OUT = "out";

export interface Outputs {
  readonly output?: string;
  readonly outDir?: string;
  /** Pattern of the decks' names. */
  readonly name?: string;
  /** Without it, what the extension of -o says, else pptx. */
  readonly format?: readonly AnyFormatName[];
  /** The theme that is asked for in place of the bundles' own, for names that hold it. */
  readonly theme?: string;
}

/** A bundle, or one edition of it. */
export interface ToldBundle {
  readonly file: string;
  readonly edition?: string;
  /** True for an edition of one page. */
  readonly brief?: boolean;
}

/** One output of one bundle. An output of one file a page writes name-01.svg and so on beside `path`, name.svg. */
export interface OutputTarget {
  readonly format: AnyFormatName;
  /** Path as the user would name it; - for standard output. */
  readonly path: string;
}

export interface Planned {
  /** Targets of each bundle, in the order of the bundles; none where names cannot be made. */
  readonly targets: readonly (readonly OutputTarget[])[];
  /** Two that would go to the same place, one over a bundle, or what does not go together. */
  readonly refused: readonly Diagnostic[];
}

/** Plans the outputs of each bundle: at the path of -o, or under its name in a folder. */
export async function planOutputs(
  told: readonly ToldBundle[],
  options: Outputs,
  host: Host,
  cwd: string,
): Promise<Planned> {
  const { output, outDir } = options;
  const files = told.map(({ file }) => file);
  const formats = formatsOf(options);
  const { names, refused } = await namesOf(files, options, host, cwd);
  const targets = names.map((name, n) => {
    const { edition, brief = false } = told[n] ?? {};
    // One page is printed or mailed: it is a PDF where nothing else is asked for.
    const own = brief && options.format === undefined && output === undefined ? (["pdf"] as const) : formats;
    const suffix = edition === undefined ? "" : `-${edition}`;
    return own.map(
      (format): OutputTarget => ({
        format,
        path: output ?? join(outDir ?? OUT, `${name}${suffix}${extensionOf(format)}`),
      }),
    );
  });
  const nowhere = files.includes(STDIN_NAME) && output === undefined && outDir === undefined;
  const problems = [
    ...(nowhere ? [messages.inputWithoutOutput()] : []),
    ...contradictions(told, formats, options),
    ...refused,
  ];
  // Other checks would only repeat these problems.
  if (problems.length > 0) return { targets, refused: problems };
  const bundles = new Set(await Promise.all(files.map((file) => real(resolve(cwd, file)))));
  const owners = new Map<string, { readonly target: string; readonly files: string[] }>();
  for (const [n, file] of files.entries())
    for (const { path: target } of targets[n] ?? []) {
      const path = await real(resolve(cwd, target));
      if (target !== STDOUT && bundles.has(path)) problems.push(messages.outputIsInput(target));
      // Some disks take "A" and "a" for one name, and decks travel.
      const key = path.normalize("NFC").toLowerCase();
      const before = owners.get(key);
      if (before === undefined) owners.set(key, { target, files: [file] });
      else before.files.push(file);
    }
  for (const { target, files: those } of owners.values())
    if (those.length > 1) problems.push(messages.sameOutput(target, those));
  return { targets, refused: problems };
}

function contradictions(
  told: readonly ToldBundle[],
  formats: readonly AnyFormatName[],
  { output, outDir, name }: Outputs,
): readonly Diagnostic[] {
  if (output === undefined) return [];
  const problems: Diagnostic[] = [];
  if (outDir !== undefined) problems.push(messages.outputAndFolder());
  const files = new Set(told.map(({ file }) => file)).size;
  if (files > 1) problems.push(messages.outputNeedsOneBundle(files));
  else if (told.length > 1) problems.push(messages.editionsToOne(output));
  if (formats.length > 1) problems.push(messages.outputNeedsOneFormat(formats));
  const paged = formats.find(isPaged);
  if (output === STDOUT && paged !== undefined) problems.push(messages.pagesToStandardOutput(paged));
  if (name !== undefined) problems.push(messages.nameWithOutput());
  return problems;
}

async function namesOf(
  files: readonly string[],
  { name, output, theme }: Outputs,
  host: Host,
  cwd: string,
): Promise<{ readonly names: readonly string[]; readonly refused: readonly Diagnostic[] }> {
  if (name === undefined || output !== undefined) return { names: files.map(stem), refused: [] };
  try {
    return { names: await namesByPattern(name, files, host, cwd, theme), refused: [] };
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    return { names: [], refused: cause.diagnostics };
  }
}

function formatsOf({ output, format }: Outputs): readonly AnyFormatName[] {
  if (format !== undefined) return format;
  return [formatOf(output ?? "") ?? "pptx"];
}
