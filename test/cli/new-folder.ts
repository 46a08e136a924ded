import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "vitest";

/** Gives each test of a file a new folder, which is removed after it. */
export function newFolder(name: string, use: (folder: string) => void): void {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), `foredeck-${name}-`));
    use(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
}

/** Writes a file into a folder, whose name may lead through new folders. */
export function putFile(folder: string, name: string, content: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Printed text without the line breaks that fit it to a terminal. */
export const flat = (said: string): string => said.replace(/\s+/g, " ");
