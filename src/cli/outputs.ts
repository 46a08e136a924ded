import { extname, join, resolve } from "node:path";
import { type Diagnostic, Refusal } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages.ts";
import { ALL_FORMAT_NAMES, type AnyFormatName, isPaged } from "../formats/names.ts";
import type { Host } from "../host/host.ts";
import { real } from "./inputs.ts";
import { namesByPattern, stem } from "./naming.ts";

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
}

/** One output of one bundle. An output of one file a page writes name-01.svg and so on beside `path`, name.svg. */
export interface Target {
  readonly format: AnyFormatName;
  /** As the user would name it; - for standard output. */
  readonly path: string;
}

/**
 * Where each bundle's outputs go: -o, or a name in a folder.
 * @throws Refusal with exit 2 where two would go to the same place, or one over its own bundle.
 */
export async function planOutputs(
  files: readonly string[],
  options: Outputs,
  host: Host,
  cwd: string,
): Promise<readonly (readonly Target[])[]> {
  const { output, outDir } = options;
  const formats = formatsOf(options);
  const problems: Diagnostic[] = [];
  if (output !== undefined && outDir !== undefined) problems.push(messages.outputAndFolder());
  if (output !== undefined && files.length > 1) problems.push(messages.outputNeedsOneBundle(files.length));
  if (output !== undefined && formats.length > 1) problems.push(messages.outputNeedsOneFormat(formats));
  const paged = formats.find(isPaged);
  if (output === STDOUT && paged !== undefined) problems.push(messages.pagesToStandardOutput(paged));
  if (output !== undefined && options.name !== undefined) problems.push(messages.nameWithOutput());
  if (problems.length > 0) throw new Refusal(problems, 2);
  const names =
    options.name === undefined ? files.map(stem) : await namesByPattern(options.name, files, host, cwd);
  const targets = names.map((name) =>
    formats.map((format): Target => ({ format, path: output ?? join(outDir ?? OUT, `${name}.${format}`) })),
  );
  const bundles = new Set(await Promise.all(files.map((file) => real(resolve(cwd, file)))));
  const owners = new Map<string, string>();
  for (const { file, target } of targets.flatMap((each, i) =>
    each.map(({ path }) => ({ file: files[i] ?? "", target: path })),
  )) {
    const path = await real(resolve(cwd, target));
    // Some disks take "A" and "a" for one name, and decks travel.
    const key = path.normalize("NFC").toLowerCase();
    const owner = owners.get(key);
    if (owner !== undefined) problems.push(messages.sameOutput(target, owner, file));
    if (target !== STDOUT && bundles.has(path)) problems.push(messages.outputIsInput(target));
    owners.set(key, file);
  }
  if (problems.length > 0) throw new Refusal(problems, 2);
  return targets;
}

function formatsOf({ output, format }: Outputs): readonly AnyFormatName[] {
  if (format !== undefined) return format;
  const said = extname(output ?? "").slice(1);
  return [ALL_FORMAT_NAMES.find((name) => name === said) ?? "pptx"];
}
