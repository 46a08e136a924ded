import { constants } from "node:fs";
import { copyFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { codeOf } from "../../host/failure.ts";
import { refusalOf } from "./write.ts";

/**
 * Keeps a copy of a file beside it, under the first name that is free, and resolves to that.
 * @throws DiagnosticsError with exit 2 where it cannot be kept.
 */
export async function keepCopy(
  path: string,
  cwd: string,
  named: (path: string, word: string) => string = variant,
): Promise<string> {
  for (let n = 1; ; n++) {
    const copy = named(path, `backup-${n}`);
    try {
      await copyFile(resolve(cwd, path), resolve(cwd, copy), constants.COPYFILE_EXCL);
      return copy;
    } catch (cause) {
      if (codeOf(cause) !== "EEXIST") throw refusalOf(cause, path);
    }
  }
}

/** "board.pptx" as "board.new.pptx". */
export function variant(path: string, word: string): string {
  const extension = extname(path);
  return join(dirname(path), `${basename(path, extension)}.${word}${extension}`);
}
