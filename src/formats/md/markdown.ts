import type { Run } from "../../model/text.ts";

/**
 * Text that means nothing in Markdown: punctuation that could begin emphasis, code, links, tags or tables is escaped
 * (CommonMark 0.31, 2.4), line breaks become spaces. Signs that only mean something at the start of a line are escaped
 * there alone, so that numbers and dashes stay readable.
 */
export function escaped(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\\`*_[\]<>|~&]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([#+-]|=+|\d+[.)])(?=\s|$)/, (_, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}` : `${space}\\${sign}`,
    );
}

/** Runs with their emphasis and links. Spaces at the ends of emphasis stand outside of it, or it would be none. */
export function styled(runs: readonly Run[], link: (run: Run) => string | undefined): string {
  return runs
    .map((run, index) => {
      const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(run.text) ?? [];
      if (words === "") return run.text === "" ? "" : " ";
      const text = index === 0 ? escaped(words) : escaped(`x${words}`).slice(1);
      const sign = run.bold && run.italic ? "***" : run.bold ? "**" : run.italic ? "*" : "";
      const address = link(run);
      const emphasised = `${sign}${text}${sign}`;
      const whole =
        address === undefined
          ? emphasised
          : `[${emphasised}](<${address.replace(/[<>\s]/g, encodeURIComponent)}>)`;
      return `${before === "" ? "" : " "}${whole}${after === "" ? "" : " "}`;
    })
    .join("")
    .replace(/ +/g, " ")
    .trim();
}

/** A pipe table; without a header row of its own it gets an empty one, since Markdown knows no other tables. */
export function pipeTable(rows: readonly (readonly string[])[], headed: boolean): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? "").join(" | ")} |`;
  const [head = [], ...body] = headed ? rows : [[], ...rows];
  return [line(head), line(Array.from({ length: width }, () => "---")), ...body.map(line)].join("\n");
}
