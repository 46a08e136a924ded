import type { Stats } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { codeOf } from "./failure.ts";

/** Stats of a path; undefined where it does not exist or may not be seen: reading or writing it then says which. */
export async function about(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return undefined;
  }
}

/** With links resolved, where it exists. */
export async function real(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return path;
  }
}
