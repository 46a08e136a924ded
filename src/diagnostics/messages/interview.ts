import { printable } from "../terminal.ts";
import { INIT_QUESTIONS, type Start } from "./init.ts";

/** Questions of the interview of `foredeck init`, in the order in which a reader of the deck would ask them. */

/** Something that is asked once. */
export type Single = keyof Start | "by" | "why" | "now" | "today" | "target" | "amount";

const OPTIONS = Object.fromEntries(INIT_QUESTIONS) as Readonly<Record<keyof Start, string>>;

export const QUESTIONS: Readonly<Record<Single, string>> = {
  ...OPTIONS,
  by: "By when do they have to decide? A day: 2026-12-01",
  why: "Why, in one or two sentences? The reason, not the solution.",
  now: "Why now? With a date: The contract is renewed on 15 December 2026.",
  today: "What is it today? A number and what is counted: 9640 visits, 27 %, 3.10 EUR",
  target: "What should it become? A number",
  amount:
    "How much money do you ask for? A number, with a currency where it is not euros: 38400 GBP; or none",
};

/** Order of the interview; lists come last. */
export const ORDER: readonly Single[] = [
  "title",
  "approver",
  "by",
  "why",
  "now",
  "goal",
  "metric",
  "today",
  "target",
  "decision",
  "amount",
];

export const OPTION_QUESTION = (n: number): string =>
  n === 0
    ? "Which other way was looked at? Its name, then its cost: Only in winter, 21000. Doing nothing is added by itself."
    : "Another one? Enter for none.";
export const OBJECTION_QUESTION = (n: number): string =>
  n === 0 ? "What will somebody object, in their words?" : "What else? Enter for nothing.";
export const ANSWER_QUESTION = "And what is the honest answer?";
export const PERSON_QUESTION = (n: number): string =>
  n === 0 ? "Who else has a say, or can stop it? Name, then role" : "Who else? Enter for nobody.";

export const initIntroduction = (file: string): string =>
  `A new bundle: ${printable(file)}. Questions follow in the order in which readers ask them. Press Enter to answer one later; Ctrl-C ends them, and keeps what was answered.`;

export const initQuestion = (question: string): string => `${question}\n> `;

/** A question that is asked again; `reason` says why the answer cannot stand. */
export const initAgain = (reason: string, question: string): string => initQuestion(`${reason} ${question}`);

/** Reasons why an answer cannot stand. */
export const ANSWERS = {
  day: "That is no day that can be read in one way alone.",
  past: "That day is over.",
  number: "That is no number that can be read in one way alone: write 12900 or 12.9.",
  braces: "Braces {{ }} stand around names of figures, of which there are none yet.",
  long: (limit: number): string => `That is longer than ${limit} characters.`,
} as const;

/** An answer that could not be written, which stands on the terminal at least. */
export const initNotTaken = (answer: string, reason: string): string =>
  `Not in the bundle: ${printable(answer)} (${reason})`;
