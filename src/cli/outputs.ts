import { realpath } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type Diagnostic, Refusal } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages.ts";
import { codeOf } from "../host/failure.ts";
import type { Host } from "../host/host.ts";

/** Standard output as a target. */
export const STDOUT = "-";

export interface Outputs {
  readonly output?: string;
  readonly outDir?: string;
}

/**
 * Where each bundle's deck goes: -o, or its name in a folder.
 * @throws Refusal with exit 2 where two would go to the same place, or one over its own bundle.
 */
export async function planOutputs(
  files: readonly string[],
  options: Outputs,
  cwd: string,
): Promise<readonly string[]> {
  const problems: Diagnostic[] = [];
  if (options.output !== undefined && options.outDir !== undefined) problems.push(messages.outputAndFolder());
  if (options.output !== undefined && files.length > 1)
    problems.push(messages.outputNeedsOneBundle(files.length));
  if (problems.length > 0) throw new Refusal(problems, 2);
  const targets = files.map((file) => options.output ?? join(options.outDir ?? "out", `${stem(file)}.pptx`));
  const owners = new Map<string, string>();
  for (const [i, target] of targets.entries()) {
    const file = files[i] ?? "";
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
