/** More than this of a reply is not read: UTF-16 units. */
const MOST = 200_000;

/** A line of a reply. */
export interface Line {
  /** Number of quotation marks before it. */
  readonly depth: number;
  /** Without marks of quotation and spaces around. */
  readonly words: string;
}

function lineOf(raw: string): Line {
  const [quotes = ""] = /^(?:[ \t\u00a0]*[>|])*/.exec(raw) ?? [];
  const words = raw
    .slice(quotes.length)
    .replace(/[\u00a0\t]/g, " ")
    .replace(/[\u200b\u2060\ufeff]/g, "")
    .trim();
  return { depth: quotes.replace(/[^>|]/g, "").length, words };
}

/** Lines of a reply, whichever way its program ends them. */
export const linesOf = (text: string): readonly Line[] =>
  text
    .slice(0, MOST)
    .split(/\r\n|[\r\n\u2028]/)
    .map(lineOf);

/** Letters and digits of a text, as it is compared. */
export const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Mails that were sent, as letters alone: a reply that has a line of one quotes it from there on. */
export interface SentMails {
  readonly lines: ReadonlySet<string>;
  /** All of them, in which a line that a program has broken is found, too. */
  readonly all: string;
}

export const NOTHING_SENT: SentMails = { lines: new Set(), all: "" };

/** Letters of a line that is long enough to be no chance. */
const TELLING = 12;

/** Mails by whose lines a quoted one is known, whatever a program writes above and before it. */
export function sentMails(mails: readonly string[]): SentMails {
  const lines = mails.flatMap((mail) => linesOf(mail).map(({ words }) => letters(words)));
  return { lines: new Set(lines.filter((line) => line.length >= TELLING)), all: lines.join("") };
}

/** Lines that end an answer: signatures, and what programs write above the mail that is answered. */
const ENDS: readonly RegExp[] = [
  /^--$/,
  /^_{5,}$/,
  /^-{3,} ?[^-]+ ?-{3,}$/,
  /^(?:From|Sent|Lähettäjä|Lähetetty): /iu,
  /^(?:Sent from my|Get Outlook for|Lähetetty (?:laitteesta|iPhonesta|Outlookista)|Hanki Outlook)/iu,
];
/** Lines with day and name above a quoted mail. */
const WROTE: readonly RegExp[] = [/^On .{5,200} wrote:$/iu, /^.{5,200} kirjoitti(?: .{1,60})?:$/iu];

/** True where an answer ends above this line; mail programs break the longer of those lines in two. */
export function endsAt(lines: readonly Line[], n: number): boolean {
  const [first, next] = [lines[n]?.words ?? "", lines[n + 1]?.words ?? ""];
  if ([...ENDS, ...WROTE].some((end) => end.test(first))) return true;
  return /^On |\d/.test(first) && next !== "" && WROTE.some((end) => end.test(`${first} ${next}`));
}

/** Words of a reply without what it quotes; a quoted line stands above what was written below it. */
export const ownWords = (text: string, sent: SentMails = NOTHING_SENT): string =>
  ownLines(linesOf(text), sent);

/** Words of these lines that whoever answers has written: above what they quote, and between its lines. */
export function ownLines(lines: readonly Line[], sent: SentMails): string {
  const end = lines.findIndex(
    ({ depth, words }, n) => depth > 0 || endsAt(lines, n) || sent.lines.has(letters(words)),
  );
  if (end < 0) return textOf(lines);
  const above = textOf(withoutHeading(lines.slice(0, end)));
  const between = (lines[end]?.depth ?? 0) > 0 ? betweenQuotes(lines.slice(end), sent) : "";
  return [above, between].filter((text) => text !== "").join("\n");
}

const textOf = (lines: readonly Line[]): string =>
  lines
    .map(({ words }) => words)
    .join("\n")
    .trim();

/** Lines that stand below quoted ones without being quoted, each block with the line that it is below. */
function betweenQuotes(lines: readonly Line[], sent: SentMails): string {
  const out: string[] = [];
  let quoted = "";
  for (const [n, { depth, words }] of lines.entries()) {
    if (words === "") continue;
    if (depth > 0) {
      quoted = words;
      continue;
    }
    if (endsAt(lines, n)) break;
    // The rest of a quoted line that a program has broken.
    if (letters(words).length >= TELLING / 2 && sent.all.includes(letters(words))) continue;
    if (quoted !== "") out.push(`> ${quoted}`);
    quoted = "";
    out.push(words);
  }
  return out.join("\n");
}

/** Most lines that programs write above a quoted mail. */
const MOST_HEADING = 8;

/**
 * Lines without those that a program wrote above the mail that follows, in whatever language: day and name with a colon, or a
 * block of fields with an address among them.
 */
function withoutHeading(lines: readonly Line[]): readonly Line[] {
  const last = lines.findLastIndex(({ words }) => words !== "");
  const from = lines.slice(0, last + 1).findLastIndex(({ words }) => words === "") + 1;
  const block = lines.slice(from, last + 1).map(({ words }) => words);
  const fields = block.length - (block.findLastIndex((words) => !isField(words)) + 1);
  const heading = block.slice(-fields).join(" ");
  if (fields >= 3 && fields <= MOST_HEADING && /@/.test(heading)) return lines.slice(0, last + 1 - fields);
  const [one, two] = [block.at(-1) ?? "", block.slice(-2).join(" ")];
  if (!one.endsWith(":")) return lines;
  if (DATED.test(one)) return lines.slice(0, last);
  if (DATED.test(two)) return lines.slice(0, last - 1);
  return one.includes("@") ? lines.slice(0, last) : lines;
}

/** A year, or a time of day: "See page 9:" is said by whoever answers. */
const DATED = /\d{4}|\d{1,2}[.:]\d{2}/;

/** True for a line with a name, a colon and a value, as the headers of a mail are written. */
const isField = (words: string): boolean => /^[*_]*\p{L}[\p{L} .-]{0,24}:[*_]*\s*\S/u.test(words);
