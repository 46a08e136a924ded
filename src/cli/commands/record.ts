import { dirname, resolve } from "node:path";
import { recordAsMarkdown, recordOf } from "../../conversation/decided/index.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { createNodeHost } from "../../host/node.ts";
import { localeOf } from "../../locales/index.ts";
import { createPhrasebook } from "../../locales/phrasebook.ts";
import { compileSaid } from "../../said.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { readInput } from "../inputs/find.ts";
import { unwritable, writeOutput } from "../output/write.ts";

export interface RecordOptions {
  readonly output?: string;
  readonly calendar?: string;
  readonly json?: boolean;
}

/** `foredeck record`: what was decided, on which version and why, with the fields of a decision record. */
export async function record(file: string, { output, calendar, json }: RecordOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  for (const target of [output, calendar].filter((path) => path !== undefined)) {
    if (resolve(io.cwd, target) === resolve(io.cwd, file))
      throw new DiagnosticsError([messages.recordIsInput(target)], 2);
    const problems = await unwritable(target, io.cwd);
    if (problems.length > 0) throw new DiagnosticsError(problems, 2);
  }
  const bytes = await readInput(host, file, io.cwd);
  const said = await compileSaid({ bytes, file, root: dirname(resolve(io.cwd, file)) }, host);
  const { decided } = said.resolved;
  if (decided === undefined) throw new DiagnosticsError([messages.notDecided(file)]);
  const locale = localeOf(said.bundle.locale);
  const tongue = { locale, words: createPhrasebook(locale).words };
  const made = recordOf(said, decided, tongue);
  const text = json === true ? `${JSON.stringify(made, undefined, 2)}\n` : recordAsMarkdown(made, tongue);
  if (calendar !== undefined) {
    const { followUps } = await import("../../conversation/follow-ups.ts");
    const entries = followUps(said.resolved, decided.date, tongue);
    if (entries === undefined) throw new DiagnosticsError([messages.nothingFollows(file)]);
    await writeOutput(host, calendar, new TextEncoder().encode(entries), io.cwd);
    await io.err.write(`${messages.followUpsWritten(calendar)}\n`);
  }
  if (output === undefined) await io.out.write(text);
  else {
    await writeOutput(host, output, new TextEncoder().encode(text), io.cwd);
    await io.err.write(`${messages.recordWritten(output)}\n`);
  }
  return EXIT.done;
}
