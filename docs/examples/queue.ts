import { join } from "node:path";
import { type ConnectionOptions, type JobsOptions, UnrecoverableError, Worker } from "bullmq";
import { type Bundle, compile, createMemoryHost, createNodeHost, DiagnosticsError, render } from "foredeck";

/** A job holds all that it needs, so that any worker on any machine can do it. */
export interface DeckJob {
  /** The name of the deck, without a folder. */
  readonly name: string;
  readonly bundle: Bundle;
  /** CSV files that the bundle names. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What the queue tells whoever asked. */
export interface DeckDone {
  readonly file: string;
  readonly slides: number;
  readonly findings: readonly string[];
}

export const QUEUE = "decks";

/** For `queue.add`: the same name twice is one job, and a machine that fails is given another try. */
export const jobOptions = (name: string): JobsOptions => ({
  jobId: name,
  attempts: 3,
  backoff: { type: "exponential", delay: 1_000 },
  removeOnComplete: true,
});

/** Builds decks into a folder until it is closed. One deck at a time: start a process for each core. */
export function startWorker(connection: ConnectionOptions, folder: string): Worker<DeckJob, DeckDone> {
  const disk = createNodeHost();
  return new Worker<DeckJob, DeckDone>(
    QUEUE,
    async ({ data: { name, bundle, files = {} } }) => {
      try {
        const compiled = await compile(bundle, { host: createMemoryHost(files), file: `${name}.json` });
        const file = join(folder, `${name}.pptx`);
        // Whole or not at all: a worker that is killed leaves no half deck, and the next try begins anew.
        await disk.write(file, await render(compiled, "pptx"));
        return {
          file,
          slides: compiled.pages.pages.length,
          findings: compiled.findings.map(({ what }) => what),
        };
      } catch (cause) {
        // A bundle with errors has them the next time too.
        if (cause instanceof DiagnosticsError) throw new UnrecoverableError(cause.message);
        throw cause;
      }
    },
    { connection, concurrency: 1 },
  );
}
