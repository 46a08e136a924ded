import type { PlainPhraseName } from "../locales/en/phrases.ts";
import { LOCALES } from "../locales/index.ts";
import type { Phrasebook } from "../locales/phrasebook.ts";
import { mailLink, oneLine } from "./plain.ts";
import { endsAt, type Line, letters, linesOf, NOTHING_SENT, ownLines, type SentMails } from "./quoted.ts";

/** Mark of a deck: its version and, where it is known, the beginning of the digest of its file. */
export interface DeckMark {
  readonly version?: string | undefined;
  /** Hexadecimal digits; the first twelve are written. */
  readonly digest?: string | undefined;
}

const DIGITS = 12;

/** Questions of the form, in their order. */
const QUESTIONS = ["form.decision", "form.holds", "form.change"] as const satisfies PlainPhraseName[];

/** [#4f9a12bc03de 1.0]; "" for a deck without a version. */
export function markText({ version, digest }: DeckMark): string {
  if (version === undefined) return "";
  const name = oneLine(version).replace(/[[\]]/g, "");
  return digest === undefined ? `[${name}]` : `[#${digest.slice(0, DIGITS)} ${name}]`;
}

/** Lines of the form: each question, with room below it, and the mark. */
export function formText(words: Phrasebook["words"], mark: DeckMark): string {
  const marked = markText(mark);
  return [
    ...QUESTIONS.flatMap((question) => [words(question), "", ""]),
    ...(marked === "" ? [] : [`${words("form.keep")} ${marked}`]),
  ].join("\n");
}

/** A mail link to whoever answers for the deck, with the form in its body. */
export const answerLink = (
  words: Phrasebook["words"],
  { email, title, ...mark }: DeckMark & { readonly email: string; readonly title: string },
): string => mailLink(email, words("form.subject", { title: oneLine(title) }), formText(words, mark));

/** Answer to the first question, as far as it can be told. */
export interface AnsweredDecision {
  /** if: a yes on a condition. */
  readonly result: "yes" | "no" | "if";
  /** Words behind the yes or no; of an `if`, the condition. */
  readonly words?: string;
}

/** Answers that somebody has written into the form; questions that were left empty are left out. */
export interface AnswerForm {
  readonly version?: string;
  readonly digest?: string;
  readonly decision?: AnsweredDecision;
  /** Answer to the first question as it was written; also where no yes or no can be found in it. */
  readonly decisionWords?: string;
  readonly holdsBack?: string;
  readonly wouldChange?: string;
  /** Words above the form, without what is quoted. */
  readonly note?: string;
}

/**
 * Reads the form in the text of a reply: in any language of ours, quoted ("> "), with answers behind or below the
 * questions, in any order, between the lines that mail programs add; `sent` has the mails that it may quote.
 * Undefined where no question is found.
 */
export function readForm(text: string, sent: SentMails = NOTHING_SENT): AnswerForm | undefined {
  const lines = linesOf(text);
  const mark = lines.map(({ words }) => markIn(words)).find((found) => found !== undefined);
  const found = forms(lines);
  const best = found.find((form) => form.answers.some((answer) => answer !== "")) ?? found[0];
  if (best === undefined) return undefined;
  const [decisionWords = "", holdsBack = "", wouldChange = ""] = best.answers;
  const decision = decisionOf(decisionWords);
  const note = ownLines(lines.slice(0, best.from), sent);
  return {
    ...mark,
    ...(decision === undefined ? {} : { decision }),
    ...(decisionWords === "" ? {} : { decisionWords }),
    ...(holdsBack === "" ? {} : { holdsBack }),
    ...(wouldChange === "" ? {} : { wouldChange }),
    ...(note === "" ? {} : { note }),
  };
}

const markIn = (words: string): Pick<AnswerForm, "version" | "digest"> | undefined => {
  const [, digest, version] = /\[(?:#([0-9a-f]{12}) )?([^[\]#]{1,20})\]\W*$/.exec(words) ?? [];
  // A pair of brackets without a digest is a mark only behind the words that ask to keep it.
  if (version === undefined || (digest === undefined && !KEEP.some((keep) => startsAs(words, keep) > 0)))
    return undefined;
  return { version, ...(digest === undefined ? {} : { digest }) };
};

const phrases = (name: PlainPhraseName): readonly string[] => [
  ...new Set(Object.values(LOCALES).map((words) => words.phrases[name])),
];
const KEEP = phrases("form.keep").map(letters);
/** Questions without their numbers, which mail programs may make into those of a list. */
const ASKED = QUESTIONS.map((name) => phrases(name).map((text) => letters(text.replace(/^\d+\.\s*/, ""))));
const listed = (name: PlainPhraseName): readonly string[] =>
  phrases(name).flatMap((text) => text.split(",").map((word) => word.trim().toLowerCase()));
const [YES, NO, IF] = [listed("form.yes"), listed("form.no"), listed("form.if")];

/** End of what stands at the beginning of `words` as these letters, whatever stands between them; 0 where something else does. */
function startsAs(words: string, wanted: string): number {
  const from = /^[*_\s]*(?:\d+[.)][*_\s]*)?/.exec(words)?.[0].length ?? 0;
  let [at, end] = [0, from];
  for (const letter of words.slice(from)) {
    if (at >= wanted.length) break;
    end += letter.length;
    const known = letters(letter);
    if (known === "") continue;
    if (!wanted.startsWith(known, at)) return 0;
    at += known.length;
  }
  return at < wanted.length
    ? 0
    : end + (/^[\s.?!:*_…\uff1a\uff1f\uff01\u3002]*/u.exec(words.slice(end))?.[0].length ?? 0);
}

interface Form {
  /** Line of its first question. */
  readonly from: number;
  /** One for each question; "" where there is none. */
  readonly answers: readonly string[];
}

/** Every form in a text: a reply may hold the one that is filled in, and below it, quoted, the empty one. */
function forms(lines: readonly Line[]): readonly Form[] {
  const out: { from: number; answers: (string[] | undefined)[] }[] = [];
  let open: string[] | undefined;
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n] as Line;
    const asked = questionAt(lines, n);
    if (asked !== undefined) {
      let form = out.at(-1);
      if (form === undefined || form.answers[asked.question] !== undefined) {
        form = { from: n, answers: [] };
        out.push(form);
      }
      open = asked.behind === "" ? [] : [asked.behind];
      form.answers[asked.question] = open;
      n += asked.lines - 1;
    } else if (open !== undefined) {
      if (markIn(line.words) !== undefined || endsAt(lines, n)) open = undefined;
      else open.push(line.words);
    }
  }
  return out.map(({ from, answers }) => ({
    from,
    answers: QUESTIONS.map((_, n) =>
      (answers[n] ?? [])
        .join("\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim(),
    ),
  }));
}

/** The question on a line, or on it and the next one where a mail program has broken it, and what stands behind it. */
function questionAt(
  lines: readonly Line[],
  n: number,
): { readonly question: number; readonly behind: string; readonly lines: number } | undefined {
  const first = lines[n]?.words ?? "";
  if (first === "") return undefined;
  for (const [count, words] of [first, `${first} ${lines[n + 1]?.words ?? ""}`].entries())
    for (const [question, wordings] of ASKED.entries())
      for (const wording of wordings) {
        const end = startsAs(words, wording);
        // The second line may only end the question, never be a whole one of its own.
        if (end > 0 && (count === 0 || end > first.length))
          return { question, behind: words.slice(end).trim(), lines: count + 1 };
      }
  return undefined;
}

function decisionOf(words: string): AnsweredDecision | undefined {
  const text = words.replace(/^[\s\p{P}\p{S}]+/u, "");
  const behind = (known: readonly string[], of: string): string | undefined => {
    const word = [...known]
      .sort((a, b) => b.length - a.length)
      .find((each) => of.toLowerCase().startsWith(each) && !/^[\p{L}\p{N}]/u.test(of.slice(each.length)));
    return word === undefined ? undefined : of.slice(word.length).replace(/^[\s\p{P}]+/u, "");
  };
  const no = behind(NO, text);
  if (no !== undefined) return { result: "no", ...(no === "" ? {} : { words: no }) };
  const yes = behind(YES, text);
  if (yes === undefined) return undefined;
  const condition = behind(IF, yes);
  if (condition !== undefined) return { result: "if", words: yes };
  return { result: "yes", ...(yes === "" ? {} : { words: yes }) };
}
