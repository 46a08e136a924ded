import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import type { Io } from "../console/io.ts";

export interface InitFlags extends messages.Start {
  /** Asks nothing, on a terminal either. */
  readonly yes?: boolean;
}

/** Flags first; on a terminal, questions for what they leave open. Undefined once whoever is asked has gone. */
export async function answers(options: InitFlags, file: string, io: Io): Promise<messages.Start | undefined> {
  const given = messages.INIT_QUESTIONS.flatMap(([field]) => {
    const text = options[field]?.trim() ?? "";
    return text === "" ? [] : [[field, text] as const];
  });
  const start: Partial<Record<keyof messages.Start, string>> = Object.fromEntries(given);
  const prompt = options.yes === true ? undefined : await io.prompt?.();
  if (prompt === undefined) return start;
  try {
    const open = messages.INIT_QUESTIONS.filter(([field]) => start[field] === undefined);
    if (open.length > 0) await io.out.write(`${messages.initIntroduction(file)}\n\n`);
    for (const [field, question] of open) {
      const answer = await prompt.ask(messages.initQuestion(question));
      if (answer === undefined) return undefined;
      if (answer.trim() !== "") start[field] = answer.trim();
    }
    return start;
  } finally {
    prompt.close();
  }
}

/** Path in a new bundle of each answer that `init` was given. */
const HELD: Readonly<Record<keyof messages.Start, readonly (string | number)[]>> = {
  title: ["title"],
  decision: ["ask", "decision"],
  approver: ["stakeholders", 0],
  goal: ["goals", 0, "name"],
  metric: ["metrics", 0, "name"],
};

/**
 * An error as one of the answer that it comes from, by the flag that gives it, where there is one: the bundle is nowhere
 * to be looked at.
 */
export function ofAnswer(error: Diagnostic): Diagnostic {
  const field = messages.INIT_QUESTIONS.map(([name]) => name).find((name) =>
    HELD[name].every((step, n) => error.path?.[n] === step),
  );
  return messages.initAnswer(field, error);
}
