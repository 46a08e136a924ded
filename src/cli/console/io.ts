import { codeOf } from "../../host/failure.ts";
import type { Prompt } from "./prompt.ts";

/** Streams and environment of the program: of a terminal, a pipe or a test. */
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
  /** From then on `out` alone writes to standard output: what anything else prints there goes to standard error. */
  readonly alone?: () => void;
  /** Command that shows every finding about the bundles of this call, where there is one. */
  readonly showAll?: () => string | undefined;
  /** Entry file of threads that build; without it, all is built in the thread of the caller. */
  readonly worker?: URL;
}

export interface StreamFailure {
  readonly code: string;
  /** True where the reader went away, as in `| head`: nobody waits for the rest. */
  readonly gone: boolean;
}

/** Error codes by which systems report that the other end of a pipe or socket is closed. */
const GONE: ReadonlySet<string> = new Set(["EPIPE", "ECONNRESET", "ECONNABORTED", "ERR_STREAM_DESTROYED"]);

export interface Stream {
  /** Rejects for no reader and no disk: what it cannot write it leaves out, and `failure` says why. */
  write(chunk: string | Uint8Array): Promise<void>;
  /** Why nothing more can be written; undefined while all is well. */
  readonly failure?: () => StreamFailure | undefined;
  /** True on a terminal that shows colours and has not been asked not to (https://no-color.org). */
  readonly colour: boolean;
  /** True for a terminal, where somebody watches. */
  readonly live: boolean;
  /** Columns of the terminal; 100 where there is none. */
  readonly width: number;
}

/** The streams of a process. Once one takes nothing more, the rest is left out, and the work goes on without it. */
export function processIo(process: NodeJS.Process): Io {
  const stream = (to: NodeJS.WriteStream): Stream => {
    const own = to.write.bind(to);
    let failure: StreamFailure | undefined;
    const fail = (cause: unknown): void => {
      const code = codeOf(cause);
      if (code === undefined) throw cause;
      failure ??= { code, gone: GONE.has(code) || (code === "EIO" && to.isTTY === true) };
    };
    to.on("error", fail);
    return {
      write: (chunk) =>
        new Promise((resolve, reject) => {
          if (failure !== undefined) return resolve();
          const ended = (cause: unknown): void => {
            try {
              if (cause !== null && cause !== undefined) fail(cause);
              resolve();
            } catch (other) {
              reject(other);
            }
          };
          try {
            // Where standard output is a file, Node throws what it reports elsewhere.
            own(chunk, ended);
          } catch (cause) {
            ended(cause);
          }
        }),
      failure: () => failure,
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
    alone: () => {
      process.stdout.write = process.stderr.write.bind(process.stderr);
    },
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
