import type { Run } from "../../model/text.ts";

/**
 * Text that means nothing in Markdown: punctuation that could begin emphasis, code, links, tags or tables is escaped
 * (CommonMark 0.31, 2.4), line breaks become spaces.
 */
export const escaped = (text: string): string =>
  text.replace(/\s+/gu, " ").replace(/[\\`*_[\]<>|~&]/g, (sign) => `\\${sign}`);

/**
 * The same where a line begins: signs that mean a list or a heading there, and only there, are escaped too. Everywhere
 * else numbers and dashes stay as people search for them: "10. joulukuuta".
 */
export function begun(text: string): string {
  return escaped(text).replace(/^(\s*)([#+-]|=+|\d+[.)])(?=\s|$)/, (_, space: string, sign: string) =>
    /\d/.test(sign) ? `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}` : `${space}\\${sign}`,
  );
}

/**
 * Runs with their emphasis and links. Spaces at the ends of emphasis stand outside of it, or it would be none.
 * @param begins whether they begin a line
 */
export function styled(runs: readonly Run[], link: (run: Run) => string | undefined, begins = false): string {
  return runs
    .map((run, index) => {
      const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(run.text) ?? [];
      if (words === "") return run.text === "" ? "" : " ";
      const sign = run.bold && run.italic ? "***" : run.bold ? "**" : run.italic ? "*" : "";
      const address = link(run);
      const bare = sign === "" && address === undefined;
      const text = begins && index === 0 && bare ? begun(words) : escaped(words);
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
