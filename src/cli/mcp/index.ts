import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable, Writable } from "node:stream";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { ignoredMessage, rootNoFolder, serving } from "../../diagnostics/messages/mcp.ts";
import { real } from "../../host/about.ts";
import { codeOf } from "../../host/failure.ts";
import { cacheFolder } from "../cache/folder.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { MOST_LINE, soundLines } from "./guard/lines.ts";
import { loadProtocol, type Protocol } from "./load.ts";
import { createQueue } from "./queue.ts";
import { createServer } from "./server.ts";
import { assisting, type DeskPlace } from "./work.ts";

export interface McpOptions {
  /** Lets tools write bundles and decks below the root. */
  readonly write?: boolean;
}

/**
 * `foredeck mcp`: serves assistants over standard input and output until the input ends or the program is told to end.
 * Standard output takes messages of the protocol alone.
 */
export async function mcp(folder: string, options: McpOptions, io: Io): Promise<Exit> {
  io.alone?.();
  const root = await rootOf(folder, io.cwd);
  const protocol = await loadProtocol();
  const records = cacheFolder(undefined, io, process.platform);
  const place: DeskPlace = {
    ...{ root, mayWrite: options.write === true },
    ...(records === undefined ? {} : { records }),
  };
  const output = new Writable({
    write: (chunk: Uint8Array, _, done) => {
      // A reader that has gone away ends the connection.
      io.out.write(chunk).then(() => {
        const failure = io.out.failure?.();
        done(failure === undefined ? null : new Error(failure.code));
      }, done);
    },
  });
  const log = (why: string): void => void io.err.write(`${ignoredMessage(why)}\n`);
  const queue = createQueue(io.worker, assisting());
  const source = io.input?.() ?? Readable.from([]);
  const input = Readable.from(
    soundLines(
      source,
      (value) => isMessage(protocol, value),
      (error) => {
        log(error.error.message);
        output.write(`${JSON.stringify(error)}\n`);
      },
    ),
    { objectMode: false },
  );
  let open = true;
  // Whoever waits for the next line when all ends is told so by an error.
  input.on("error", ({ message }) => {
    if (open) log(message);
  });
  const transport = new protocol.StdioServerTransport(input, output, { maxBufferSize: 2 * MOST_LINE });
  const handle = protocol.serveStdio(() => createServer(protocol, place, queue), {
    transport,
    onerror: ({ message }) => log(message),
  });
  await io.err.write(`${serving(root, place.mayWrite)}\n`);
  await ended(io, input, transport);
  open = false;
  await handle.close();
  await queue.close();
  // A client that neither writes nor closes must not keep the program.
  if (source instanceof Readable) source.destroy();
  return EXIT.done;
}

async function rootOf(folder: string, cwd: string): Promise<string> {
  const root = await real(resolve(cwd, folder));
  const found = await stat(root).catch((cause: unknown) => {
    if (codeOf(cause) === undefined) throw cause;
    return undefined;
  });
  if (found?.isDirectory() !== true) throw new DiagnosticsError([rootNoFolder(folder)], 2);
  return root;
}

function isMessage({ parseJSONRPCMessage }: Protocol, value: unknown): boolean {
  try {
    parseJSONRPCMessage(value);
    return true;
  } catch {
    // It says in detail which of the forms of a message the value is not.
    return false;
  }
}

/** Settles when the input ends, nobody reads the output any more, or the program is told to end. */
function ended(io: Io, input: Readable, transport: { onclose?: () => void }): Promise<void> {
  return new Promise((done) => {
    const before = transport.onclose;
    transport.onclose = () => {
      before?.();
      done();
    };
    input.once("close", done);
    const signal = io.interrupted?.();
    if (signal?.aborted === true) done();
    signal?.addEventListener("abort", () => done(), { once: true });
  });
}
