import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Blocks of code in the pages of the documentation. */
export const ROOT = join(import.meta.dirname, "..");
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

export interface Block {
  /** Page and line. */
  readonly at: string;
  readonly language: string;
  readonly text: string;
  /** Why it is not judged, as the comment above it says: not run, or a file that has tests of its own (example). */
  readonly spared?: string;
}

function blocksOf(page: string, text: string): readonly Block[] {
  return [...text.matchAll(/^( *)```(\w*)[^\n]*\n([\s\S]*?)^\1``` *$/gm)].map((match) => {
    const [, , language = "", code = ""] = match;
    const before = text.slice(0, match.index);
    const spared = /<!-- (?:not run: |example )([^\n]+?) -->\s*$/.exec(before)?.[1];
    const at = `${page}:${before.split("\n").length}`;
    return { at, language, text: code, ...(spared === undefined ? {} : { spared }) };
  });
}
export const BLOCKS = PAGES.flatMap((page) => blocksOf(page, readFileSync(join(ROOT, page), "utf8")));

/**
 * Words of a command as a shell reads them, without comments, and up to what the next command begins with. In the help of
 * commands, two spaces part a command from what is said of it.
 */
function wordsOf(line: string): readonly string[] {
  const [command = ""] = line.split(/ {2,}/);
  const words = [...command.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|[^\s"']+/g)].map(
    ([word, double, single]) => double ?? single ?? word,
  );
  const end = words.findIndex((word) => /^(#|[|&;>]|[12]>)/.test(word));
  return end < 0 ? words : words.slice(0, end);
}

/** The calls of foredeck in a block, each as its arguments. */
export function callsIn(text: string): readonly (readonly string[])[] {
  const lines = text.replaceAll(/\\\n\s*/g, " ").split("\n");
  return lines.flatMap((line) =>
    [
      ...line.matchAll(
        /(?:^\s*(?:- )?(?:run: |\$ )?|&& |\| )(?:[A-Z_]+=\S+ )*(?:npx (?:--no-install )?)?(?:foredeck|node dist\/cli\/main\.js) (.*)$/g,
      ),
    ].map(([, rest = ""]) => wordsOf(rest)),
  );
}
