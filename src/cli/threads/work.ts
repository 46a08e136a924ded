import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { machineFailure, stackOf } from "../../host/failure.ts";

/** The works that threads can do; src/cli/worker.ts loads each where it is asked for. */
export type WorkName = "build" | "check" | "assist";

/** Something to be done many times, in this thread or in others. Jobs and results are plain data. */
export interface Work<Job, Done> {
  readonly name: WorkName;
  /** Refusals are part of the result; defects are thrown. `tell` says something of the work while it goes on. */
  readonly run: (job: Job, tell?: Tell) => Promise<Done>;
  /** The result where it can be had without work, in the thread that asks. */
  readonly found?: (job: Job) => Promise<Done | undefined>;
  /** The result of a job that has none. */
  readonly lost: (job: Job, loss: Loss) => Done;
}

/** Takes a notice about work that goes on, as plain data. */
export type Tell = (notice: unknown) => void;

/** Reasons for no result: a limit of the machine, a thread that ended (in words), or a defect of Foredeck (its stack). */
export type Loss = { readonly lacks: Diagnostic } | { readonly died: string } | { readonly crash: string };

/** Answer of a thread. */
export type Answer<Done> = { readonly done: Done } | Loss;

/** A notice of a thread, before its answer. */
export interface Notice {
  readonly told: unknown;
}

/** Why a job has no result. */
export function lossOf(cause: unknown): Loss {
  const lacks = machineFailure(cause);
  return lacks === undefined ? { crash: stackOf(cause) } : { lacks };
}
