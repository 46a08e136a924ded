import { realpath } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { type Compiled, type RenderOptions, render, renderPages } from "../compile.ts";
import { type Diagnostic, Refusal } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages.ts";
import { ALL_FORMAT_NAMES, type AnyFormatName, isPaged } from "../formats/names.ts";
import { codeOf } from "../host/failure.ts";
import type { Host } from "../host/host.ts";
import type { Io } from "./io.ts";

/** Standard output as a target. */
export const STDOUT = "-";

export interface Outputs {
  readonly output?: string;
  readonly outDir?: string;
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
 * Where each bundle's outputs go: -o, or its name in a folder.
 * @throws Refusal with exit 2 where two would go to the same place, or one over its own bundle.
 */
export async function planOutputs(
  files: readonly string[],
  options: Outputs,
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
  if (problems.length > 0) throw new Refusal(problems, 2);
  const targets = files.map((file) =>
    formats.map(
      (format): Target => ({ format, path: output ?? join(outDir ?? "out", `${stem(file)}.${format}`) }),
    ),
  );
  const owners = new Map<string, string>();
  for (const { file, target } of targets.flatMap((each, i) =>
    each.map(({ path }) => ({ file: files[i] ?? "", target: path })),
  )) {
    const key = await real(resolve(cwd, target));
    const owner = owners.get(key);
    if (owner !== undefined) problems.push(messages.sameOutput(target, owner, file));
    if (target !== STDOUT && key === (await real(resolve(cwd, file))))
      problems.push(messages.outputIsInput(target));
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

/** What was written of an output: its name for people, and its size. */
export interface Written {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Writes one output of a deck.
 * @throws Refusal with exit 2; the target is then as it was.
 */
export async function writeTarget(
  compiled: Compiled,
  { format, path }: Target,
  options: RenderOptions,
  host: Host,
  io: Io,
): Promise<Written> {
  if (!isPaged(format)) {
    const bytes = await render(compiled, format, host, options);
    if (path === STDOUT) await io.out.write(bytes);
    else await writeOutput(host, path, bytes, io.cwd);
    return { path, bytes: bytes.length };
  }
  const folder = dirname(path);
  const extension = extname(path);
  const pages = await renderPages(compiled, format, basename(path, extension), host, options);
  for (const { name, bytes } of pages) await writeOutput(host, join(folder, name), bytes, io.cwd);
  const names = pages.map(({ name }) => name);
  return {
    path: messages.pageFiles(join(folder, names[0] ?? ""), names.at(-1) ?? ""),
    bytes: pages.reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}

const stem = (file: string): string => basename(file).replace(/\.jsonc?$/, "");

/** With links resolved, where it exists. */
async function real(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return path;
  }
}

/**
 * Writes a deck.
 * @throws Refusal with exit 2; the target is then as it was.
 */
export async function writeOutput(host: Host, target: string, bytes: Uint8Array, cwd: string): Promise<void> {
  try {
    await host.write(resolve(cwd, target), bytes);
  } catch (cause) {
    throw new Refusal([explain(cause, target)], 2);
  }
}

function explain(cause: unknown, target: string): Diagnostic {
  const code = codeOf(cause);
  switch (code) {
    case undefined:
      throw cause;
    case "EISDIR":
      return messages.targetIsFolder(target);
    case "ENOTDIR":
    case "EEXIST":
      return messages.targetBelowFile(target);
    case "EACCES":
    case "EPERM":
    case "EBUSY":
      return messages.targetNoRights(target);
    case "EROFS":
      return messages.targetReadOnly(target);
    case "EREADONLY":
      return messages.targetProtected(target);
    case "ENOSPC":
    case "EDQUOT":
      return messages.diskFull(target);
    default:
      return messages.targetFailed(target, code);
  }
}
