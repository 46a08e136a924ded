import { relative, resolve } from "node:path";
import { otherBundle } from "../../diagnostics/messages/batch.ts";
import { real } from "../../host/about.ts";
import type { Memory } from "../cache/memory.ts";

/** Says so where an output was made of another bundle before; from now on it is known to be made of this one. */
export async function otherBefore(
  output: string,
  written: boolean,
  { bundle, cwd, memory }: { readonly bundle: string; readonly cwd: string; readonly memory: Memory },
): Promise<readonly string[]> {
  const key = resolve(cwd, output);
  const now = await real(resolve(cwd, bundle));
  const before = await memory.bundleOf(key);
  if (before === now) return [];
  await memory.keepBundle(key, now);
  return before === undefined || !written
    ? []
    : [otherBundle(output, relative(await real(cwd), before), bundle)];
}
