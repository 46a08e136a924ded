import { stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { codeOf } from "./failure.ts";

/** File whose folder is the project: whatever lies below it belongs together. */
export const PROJECT_FILE = "foredeck.config.json";

/**
 * The folder of the project that a folder lies in: the nearest one upwards that holds foredeck.config.json. Undefined where
 * none does. A file that may not be looked at counts as none.
 */
export async function projectOf(folder: string): Promise<string | undefined> {
  for (let here = resolve(folder); ; here = dirname(here)) {
    const found = await stat(join(here, PROJECT_FILE)).catch((cause: unknown) => {
      if (codeOf(cause) === undefined) throw cause;
      return undefined;
    });
    if (found?.isFile() === true) return here;
    if (dirname(here) === here) return undefined;
  }
}
