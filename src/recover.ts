import { type Diagnostic, DiagnosticsError } from "./diagnostics/diagnostic.ts";
import type { Host } from "./host/host.ts";
import type { JsonPath } from "./model/figures.ts";
import { type ReadResult, readBundle } from "./read/index.ts";
import { locate } from "./read/locate.ts";
import type { BundleSource, Compiled, Laid } from "./stages.ts";

/** Thrown by a search for every error of a bundle that has some: the rules have looked at the parts that are sound. */
export class InvalidBundleError extends DiagnosticsError {
  readonly verdict: Pick<Compiled, "diagnostics" | "findings" | "silenced" | "skipped">;
  constructor({ diagnostics, findings, silenced, skipped }: InvalidBundleError["verdict"]) {
    super([...diagnostics, ...findings], 1);
    this.verdict = { diagnostics, findings, silenced, skipped };
  }
}

/** The stages from a bundle that was read to its pages; errors that they can go on after are handed to `report`. */
export type Stages = (read: ReadResult, report: (found: readonly Diagnostic[]) => void) => Promise<Laid>;

/** Pages of what is sound, and true where that is all of the bundle. */
export interface SoundPages {
  readonly laid: Laid;
  readonly sound: boolean;
}

/**
 * Reads a bundle and runs the stages over it once.
 * @throws DiagnosticsError with every error of the first stage that has any.
 */
export async function readAndRun(source: BundleSource, host: Host, stages: Stages): Promise<SoundPages> {
  const read = await readBundle(source.bytes, source.file, host, source.root);
  const diagnostics: Diagnostic[] = [];
  try {
    const laid = await stages(read, (found) => {
      refuseErrors(found);
      diagnostics.push(...found);
    });
    return { laid: { ...laid, diagnostics }, sound: true };
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    throw new DiagnosticsError(locate(cause.diagnostics, read), cause.exit);
  }
}

/** @throws DiagnosticsError with all that was found, where any of it is an error. */
export function refuseErrors(found: readonly Diagnostic[]): void {
  if (found.some(({ severity }) => severity === "error")) throw new DiagnosticsError(found);
}

/** Parts left out at most: charts, the plan and the investment, of which a bundle has no more. */
const MOST_PARTS = 200;

/**
 * Runs the stages over a bundle with errors so that one run finds all there is to find. Reading leaves out what is wrong;
 * a stage that cannot go on names parts, which are left out of the next pass, so that each has less to refuse.
 * @throws DiagnosticsError with everything found, where a stage names no part or nothing sound remains.
 */
export async function recover(source: BundleSource, host: Host, stages: Stages): Promise<SoundPages> {
  const without: JsonPath[] = [];
  const refused: Diagnostic[] = [];
  for (;;) {
    const read = await readBundle(source.bytes, source.file, host, source.root, { recover: true, without });
    const found = [...read.problems, ...refused];
    try {
      const laid = await stages(read, (more) => found.push(...more));
      return { laid: { ...laid, diagnostics: found }, sound: read.problems.length + without.length === 0 };
    } catch (cause) {
      if (!(cause instanceof DiagnosticsError)) throw cause;
      const said = locate(cause.diagnostics, read);
      const parts = cause.diagnostics.flatMap(({ path = [] }) =>
        path.length > 0 ? [read.recovery.origin(path)] : [],
      );
      if (parts.length === 0 || without.length >= MOST_PARTS)
        throw new DiagnosticsError([...found, ...said], cause.exit);
      without.push(...parts);
      refused.push(...said);
    }
  }
}
