/** A fenced block of a page in Markdown. */
export interface Block {
  readonly language: string;
  /** Path of the file that is written or changed; "" for commands. */
  readonly file: string;
  readonly text: string;
}

/** Blocks of a page or a section of it, in their order. */
export const blocksOf = (section: string): readonly Block[] =>
  [...section.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(
    ([, language = "", file = "", text = ""]) => ({ language, file, text }),
  );

/** Puts the hunks of a diff into a text; each must stand in it exactly once. */
export function patched(text: string, diff: string): string {
  return diff.split(/^@@\n/m).reduce((before, hunk) => {
    const lines = hunk.split("\n").filter((line) => line !== "");
    const side = (marks: string): string =>
      lines.flatMap((line) => (marks.includes(line[0] ?? "") ? [`${line.slice(1)}\n`] : [])).join("");
    const [from, to] = [side(" -"), side(" +")];
    const places = before.split(from).length - 1;
    if (places !== 1) throw new Error(`${places} places for\n${hunk}`);
    return before.replace(from, () => to);
  }, text);
}
