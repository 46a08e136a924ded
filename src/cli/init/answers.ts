import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import type { Prompt } from "../console/prompt.ts";
import { readAnswer } from "./read-answer.ts";

export interface InitFlags extends messages.Start {
  /** Asks nothing, on a terminal either. */
  readonly yes?: boolean;
}

/** Texts that options give; blank ones are none. */
export const fromOptions = (options: InitFlags): messages.Told =>
  Object.fromEntries(
    messages.INIT_QUESTIONS.flatMap(([field]) => {
      const text = options[field]?.trim() ?? "";
      return text === "" ? [] : [[field, text] as const];
    }),
  );

export interface Interviewed {
  readonly told: messages.Told;
  /** True once whoever was asked has gone; what was answered before that is told all the same. */
  readonly left: boolean;
}

/**
 * Asks for what is not known yet, in the order of the argument; an answer that cannot be read is asked for again. Numbers
 * are not asked for where a file gives them. `today` is the day as year-month-day.
 */
export async function interview(
  prompt: Prompt,
  known: messages.Told,
  numbersGiven: boolean,
  today: string,
): Promise<Interviewed> {
  let told = known;
  let left = false;
  const ask = async (
    question: string,
    field: messages.Single | "text",
  ): Promise<Partial<messages.Told> | string | undefined> => {
    for (let asked = messages.initQuestion(question); ; ) {
      const text = (await prompt.ask(asked))?.trim();
      if (text === undefined) left = true;
      if (text === undefined || text === "") return undefined;
      const read = readAnswer(field, text, today);
      if (!("reason" in read)) return field === "text" ? text : read.told;
      asked = messages.initAgain(read.reason, question);
    }
  };
  for (const field of messages.ORDER) {
    if (left || field in told || (numbersGiven && NUMBERS.has(field))) continue;
    if ((field === "today" && told.metric === undefined) || (field === "target" && told.today === undefined))
      continue;
    told = {
      ...told,
      ...(Object((await ask(messages.QUESTIONS[field], field)) ?? {}) as Partial<messages.Told>),
    };
  }
  const several = async (question: (n: number) => string): Promise<readonly string[]> => {
    const found: string[] = [];
    while (!left && found.length < MOST) {
      const text = await ask(question(found.length), "text");
      if (typeof text !== "string") break;
      found.push(text);
    }
    return found;
  };
  const options = (await several(messages.OPTION_QUESTION)).map((text) => optionOf(text, today));
  const objections: { readonly objection: string; readonly answer?: string }[] = [];
  while (!left && objections.length < MOST) {
    const objection = await ask(messages.OBJECTION_QUESTION(objections.length), "text");
    if (typeof objection !== "string") break;
    const answer = await ask(messages.ANSWER_QUESTION, "text");
    objections.push(typeof answer === "string" ? { objection, answer } : { objection });
  }
  const people = await several(messages.PERSON_QUESTION);
  return { told: { ...told, options, objections, people }, left };
}

/** Most items of a list that is asked for; an option more is asked for, and doing nothing is one. */
const MOST = 4;

const NUMBERS: ReadonlySet<messages.Single> = new Set(["metric", "today", "target"]);

/** "Only in winter, 21000": what stands behind the last comma is the cost, where it is a number. */
function optionOf(text: string, today: string): { readonly name: string; readonly cost?: number } {
  const [, name = "", cost = ""] = /^(.*\S)\s*,\s*([^,]+)$/.exec(text) ?? [];
  const read = readAnswer("amount", cost, today);
  return "told" in read && typeof read.told.amount === "number"
    ? { name, cost: read.told.amount }
    : { name: text };
}

/** True where somebody has said anything that would be lost. */
export const hasTold = (told: messages.Told): boolean =>
  Object.values(told).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined));

/** Path in a new bundle of each answer. */
const HELD: readonly (readonly [keyof messages.Told, readonly (string | number)[]])[] = [
  ["title", ["title"]],
  ["decision", ["ask", "decision"]],
  ["amount", ["ask", "amount"]],
  ["by", ["ask", "by"]],
  ["why", ["why", "statement"]],
  ["now", ["why", "now"]],
  ["approver", ["stakeholders", 0]],
  ["people", ["stakeholders"]],
  ["goal", ["goals", 0, "name"]],
  ["metric", ["metrics", 0, "name"]],
  ["today", ["metrics", 0]],
  ["title", ["options", 0, "name"]],
  ["options", ["options"]],
  ["objections", ["objections"]],
];

/** The answer that an error comes from; undefined for one that comes from none. */
export const answerOf = (error: Diagnostic, told: messages.Told): keyof messages.Told | undefined =>
  HELD.find(([field, path]) => field in told && path.every((step, n) => error.path?.[n] === step))?.[0];

/**
 * An error as one of the answer that it comes from, by the flag that gives it, where there is one: the bundle is nowhere
 * to be looked at.
 */
export function ofAnswer(error: Diagnostic): Diagnostic {
  const field = messages.INIT_QUESTIONS.map(([name]) => name).find((name) =>
    HELD.some(([held, path]) => held === name && path.every((step, n) => error.path?.[n] === step)),
  );
  return messages.initAnswer(field, error);
}
