import { Help } from "commander";
import type { Io, Stream } from "./io.ts";

/** Columns that the texts of help are written for; wider terminals show them as they are. */
const COLUMNS = 80;
/** Columns that a description has at least beside what it describes; else it stands below. */
const BESIDE = 26;
const FAR_BELOW = "      ";

/** Columns that help may take: those of the terminal; where there is none, COLUMNS as in other programs, else 80. */
export function helpWidth(stream: Stream, env: Io["env"]): number {
  // A terminal that does not know its own size says 0.
  if (stream.live && stream.width > 0) return stream.width;
  const said = Number(env?.["COLUMNS"]);
  return Number.isInteger(said) && said > 0 ? said : COLUMNS;
}

/** Commander's help, with descriptions below their options where there is no room beside them. */
export const HELP_FORMAT = {
  minWidthToWrap: 20,
  formatItem(this: Help, term: string, termWidth: number, description: string, helper: Help): string {
    const width = helper.helpWidth ?? COLUMNS;
    if (description === "" || width - termWidth - 4 >= BESIDE)
      return Help.prototype.formatItem.call(this, term, termWidth, description, helper);
    return [`  ${term}`, ...wrapped(description, width, FAR_BELOW)].join("\n");
  },
};

/**
 * A text after the help of a command, for so many columns: paragraphs are wrapped, and what stands beside a command or an
 * exit code. A line of an example is never broken, so that it can be copied.
 */
export function closing(text: string, width: number): string {
  if (width >= COLUMNS) return text;
  const blocks: string[][] = [];
  for (const line of text.split("\n")) {
    const last = blocks.at(-1);
    if (last !== undefined && kindOf(last[0] ?? "") === kindOf(line)) last.push(line);
    else blocks.push([line]);
  }
  return blocks
    .flatMap((block): readonly string[] => {
      const kind = kindOf(block[0] ?? "");
      if (kind === "prose") return wrapped(block.join(" "), width, "");
      return kind === "list" ? list(block, width) : block;
    })
    .join("\n");
}

type Kind = "prose" | "list" | "blank";
const kindOf = (line: string): Kind => (line === "" ? "blank" : line.startsWith(" ") ? "list" : "prose");

/** Commands and codes, each with what is said of it beside it, if anything. */
function list(lines: readonly string[], width: number): readonly string[] {
  if (lines.every((line) => line.length <= width)) return lines;
  return lines.flatMap((line) => {
    const [, term = line, gap = "", said = ""] = /^(.*?\S)( {2,})(\S.*)$/.exec(line) ?? [];
    if (said === "") return [line];
    const beside = term.length + gap.length;
    if (width - beside < BESIDE) return [term, ...wrapped(said, width, FAR_BELOW)];
    const [first = "", ...more] = wrapped(said, width, " ".repeat(beside));
    return [term + gap + first.trimStart(), ...more];
  });
}

/** Lines of at most so many columns, where words allow it; what stands between backticks is one word. */
function wrapped(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.match(/(?:`[^`]*`|\S)+/g) ?? []) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(indent + word);
  }
  return lines;
}
