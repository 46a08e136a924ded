import type { Prompt } from "./prompt.ts";

/** What the program is given by whoever runs it: a terminal, a pipe, or a test. */
export interface Io {
  readonly out: Stream;
  readonly err: Stream;
  /** Standard input, for those who ask for it. */
  readonly input?: () => AsyncIterable<Uint8Array>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Somebody who answers questions; undefined where nobody sits at a terminal. */
  readonly prompt?: () => Promise<Prompt | undefined>;
  /** Aborted when the program is told to end (Ctrl-C). Asked for only by commands that run until then. */
  readonly interrupted?: () => AbortSignal;
  /** Entry file of threads that build; without it, all is built in the thread of the caller. */
  readonly worker?: URL;
}

export interface Stream {
  write(chunk: string | Uint8Array): Promise<void>;
  /** True on a terminal that shows colours and has not been asked not to (https://no-color.org). */
  readonly colour: boolean;
  /** True for a terminal, where somebody watches. */
  readonly live: boolean;
  /** Columns of the terminal; 100 where there is none. */
  readonly width: number;
}

/** The streams of a process. A reader that goes away (EPIPE, as in `| head`) ends the program without a word. */
export function processIo(process: NodeJS.Process): Io {
  const stream = (to: NodeJS.WriteStream): Stream => {
    to.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
    return {
      write: (chunk) =>
        new Promise((resolve, reject) => to.write(chunk, (error) => (error ? reject(error) : resolve()))),
      colour: wantsColour(process.env, to.isTTY === true),
      live: to.isTTY === true,
      width: to.isTTY === true ? to.columns : 100,
    };
  };
  return {
    out: stream(process.stdout),
    err: stream(process.stderr),
    input: () => process.stdin,
    cwd: process.cwd(),
    env: process.env,
    prompt: async () =>
      process.stdin.isTTY === true && process.stdout.isTTY === true
        ? (await import("./prompt.ts")).terminalPrompt(process.stdin, process.stdout)
        : undefined,
    interrupted: () => {
      const controller = new AbortController();
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
        process.once(signal, () => controller.abort());
      return controller.signal;
    },
  };
}

/** NO_COLOR with any text says no; FORCE_COLOR says yes; else a terminal that is not dumb. */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, terminal: boolean): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  if ((env["FORCE_COLOR"] ?? "") !== "") return env["FORCE_COLOR"] !== "0";
  return terminal && env["TERM"] !== "dumb";
}
