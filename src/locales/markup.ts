import type { Rich, Run } from "../model/text.ts";
import { type LinkShape, linkAt, withoutLinks } from "./links.ts";

/**
 * The markup of human sentences: **bold**, *italic*, [text](https://…), <https://…>, and \ before a character that is
 * meant as itself. Nothing else is markup; what does not close is text. Of a link that leads nowhere its words remain.
 */
export function parseMarkup(source: string): Rich {
  return merge(parse(source, {}));
}

type Style = Pick<Run, "bold" | "italic" | "href">;

/** Text between two marks of emphasis: a mark after a backslash is none. */
const INNER = "((?:\\\\.|[^\\\\])+?)";
const PATTERN = new RegExp(
  [
    "\\\\([\\\\*[\\]()<])",
    `\\*\\*(?=\\S)${INNER}(?<=\\S)\\*\\*`,
    `\\*(?=\\S)${INNER}(?<=\\S)\\*`,
    `\u0002${INNER}\u0003`,
    `\u0004${INNER}\u0005`,
    "[[!<]",
  ].join("|"),
  "su",
);

function parse(source: string, style: Style): Run[] {
  const runs: Run[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") runs.push({ ...style, text });
    text = "";
  };
  let rest = source;
  while (rest !== "") {
    const match = PATTERN.exec(rest);
    if (match === null) break;
    text += rest.slice(0, match.index);
    const [whole, literal, starred, slanted, boldFilled, italicFilled] = match;
    const bold = starred ?? boldFilled;
    const italic = slanted ?? italicFilled;
    const link = linkAt(rest, match.index);
    const inner = bold ?? italic ?? link?.label;
    if (inner === undefined) text += literal ?? whole;
    else {
      flush();
      const more =
        bold !== undefined ? { bold: true } : italic !== undefined ? { italic: true } : hrefOf(link);
      // An address that is read as it stands, in <…> or for want of words, holds no markup.
      const address = link !== undefined && (link.label === link.target || link.label === link.href);
      runs.push(...(address ? [{ ...style, ...more, text: inner }] : parse(inner, { ...style, ...more })));
    }
    rest = rest.slice(link?.end ?? match.index + whole.length);
  }
  text += rest;
  flush();
  return runs;
}

/** A text whose emphasis is set as its language does: bold in place of italics that its letters do not have. */
export const setOff = (text: Rich, emphasis: "italic" | "bold"): Rich =>
  emphasis === "italic"
    ? text
    : text.map(({ italic, ...run }) => (italic === true ? { ...run, bold: true } : run));

const hrefOf = (link: LinkShape | undefined): Style => (link?.href === undefined ? {} : { href: link.href });

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

/**
 * The markup that gives these runs again within a phrase; links to slides and inks have none and are dropped. Emphasis is
 * marked by controls, which no bundle holds, for the phrase may be emphasised around it.
 */
export function toMarkup(rich: Rich): string {
  return rich
    .map((run) => {
      let text = escapeMarkup(run.text);
      if (run.href !== undefined) text = `[${text}](<${run.href}>)`;
      if (run.italic) text = `\u0004${text}\u0005`;
      if (run.bold) text = `\u0002${text}\u0003`;
      return text;
    })
    .join("");
}

/** Marks of emphasis, and ends of links, that may stand behind the last letter of a sentence. */
export const CLOSING_MARKS = "(?:[*\u0003\u0005]|\\]\\(<[^>]*>\\))*";

/** Text that is meant as it stands, such as a name. */
export const escapeMarkup = (text: string): string => text.replace(/[\\*[\]()<]/gu, "\\$&");

/** Words of somebody else for a sentence of the bundle: nothing in them is markup or an expression. */
export const wordsAlone = (text: string): string => escapeMarkup(text).replaceAll(/\{(?=[{A-Za-z])/g, "{ ");

/** A name as it is read: a name has no markup, so words that stand in it as if it had are left without it. */
export const withoutMarkup = (name: string): string =>
  withoutLinks(name).replaceAll(/\*\*(?=\S)(.+?)(?<=\S)\*\*/gsu, "$1");
