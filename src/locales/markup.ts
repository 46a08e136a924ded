import type { Rich, Run } from "../model/text.ts";

/**
 * The markup of human sentences: **bold**, *italic*, [text](https://…), and \ before a character that is meant as
 * itself. Nothing else is markup; what does not close is text.
 */
export function parseMarkup(source: string): Rich {
  return merge(parse(source, {}));
}

type Style = Pick<Run, "bold" | "italic" | "href">;

const PATTERN =
  /\\([\\*[\]()])|\*\*(?=\S)(.+?)(?<=\S)\*\*|\*(?=\S)(.+?)(?<=\S)\*|\[([^\]]+)\]\((https:\/\/[^\s)]+|mailto:[^\s)]+)\)/su;

function parse(source: string, style: Style): Run[] {
  const runs: Run[] = [];
  let rest = source;
  while (rest !== "") {
    const match = PATTERN.exec(rest);
    if (match === null) break;
    if (match.index > 0) runs.push({ ...style, text: rest.slice(0, match.index) });
    const [whole, literal, bold, italic, label, href] = match;
    if (literal !== undefined) runs.push({ ...style, text: literal });
    else if (bold !== undefined) runs.push(...parse(bold, { ...style, bold: true }));
    else if (italic !== undefined) runs.push(...parse(italic, { ...style, italic: true }));
    else if (label !== undefined && href !== undefined) runs.push(...parse(label, { ...style, href }));
    rest = rest.slice(match.index + whole.length);
  }
  if (rest !== "") runs.push({ ...style, text: rest });
  return runs;
}

function merge(runs: readonly Run[]): Rich {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last && last.bold === run.bold && last.italic === run.italic && last.href === run.href) {
      out[out.length - 1] = { ...last, text: last.text + run.text };
    } else out.push(run);
  }
  return out;
}

/** The markup that gives these runs again; links to slides and inks have none and are dropped. */
export function toMarkup(rich: Rich): string {
  return rich
    .map((run) => {
      let text = escapeMarkup(run.text);
      if (run.href !== undefined) text = `[${text}](${run.href})`;
      if (run.italic) text = `*${text}*`;
      if (run.bold) text = `**${text}**`;
      return text;
    })
    .join("");
}

/** Text that is meant as it stands, such as a name. */
export const escapeMarkup = (text: string): string => text.replace(/[\\*[\]()]/gu, "\\$&");
