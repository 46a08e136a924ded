import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Checking, Checkup } from "../check/checkup.ts";
import type { Done, Job } from "../job.ts";

/** Something to be done many times, in this thread or in others. Jobs and results are plain data. */
export interface Work<Job, Done> {
  readonly name: WorkName;
  /** Refusals are part of the result; defects are thrown. */
  readonly run: (job: Job) => Promise<Done>;
  /** The result where it can be had without work, in the thread that asks. */
  readonly found?: (job: Job) => Promise<Done | undefined>;
  /** The result of a job that has none. */
  readonly lost: (job: Job, loss: Loss) => Done;
}

/** What the machine lacks; a thread that ended on the way, in words; or a defect of ours, as a stack. */
export type Loss = { readonly lacks: Diagnostic } | { readonly died: string } | { readonly crash: string };

/** What a thread answers. */
export type Answer<Done> = { readonly done: Done } | Loss;

/** What can be done by threads, each loaded where it is asked for. */
export const WORK = {
  build: async (): Promise<Work<Job, Done>> => (await import("../job.ts")).building,
  check: async (): Promise<Work<Checking, Checkup>> => (await import("../check/checkup.ts")).checking(),
};
export type WorkName = keyof typeof WORK;
