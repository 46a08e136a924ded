import { createInterface } from "node:readline";

/** Somebody who answers. */
export interface Prompt {
  /** The answer to a question; undefined once they have gone (Ctrl-C, Ctrl-D). */
  ask(question: string): Promise<string | undefined>;
  close(): void;
}

/** Asks on a terminal. What is typed or pasted ahead answers the questions that come. */
export function terminalPrompt(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Prompt {
  const lines = createInterface({ input, output });
  const typed = lines[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      lines.setPrompt(question);
      lines.prompt();
      const line = await typed.next();
      return line.done === true ? undefined : line.value;
    },
    close: () => lines.close(),
  };
}
