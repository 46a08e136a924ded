import { createInterface } from "node:readline/promises";

/** Somebody who answers. */
export interface Prompt {
  /** The answer to a question; undefined once they have gone (Ctrl-C, Ctrl-D). */
  ask(question: string): Promise<string | undefined>;
  close(): void;
}

/** Asks on a terminal. */
export function terminalPrompt(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Prompt {
  const lines = createInterface({ input, output });
  // A question that is pending when its terminal goes away is never settled by node itself.
  const gone = new Promise<undefined>((resolve) => lines.once("close", () => resolve(undefined)));
  return { ask: (question) => Promise.race([lines.question(question), gone]), close: () => lines.close() };
}
