import { dirname, resolve } from "node:path";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import type { StartDates } from "../../diagnostics/messages/init.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import { checkUp } from "../check/checkup.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { report } from "../console/report.ts";
import { answers, type InitFlags, ofAnswer } from "../init/answers.ts";
import { exampleFiles, examples } from "../init/examples.ts";
import { type NewFile, put, refuseExisting } from "../init/put.ts";
import { settle } from "../init/settle.ts";
import { bundleTarget, kindOf } from "../init/target.ts";
import { reference, schemaFile } from "../inputs/schema.ts";

export interface InitOptions extends InitFlags {
  /** Replaces files that are there; backups are kept. */
  readonly force?: boolean;
  /** Name of a sample to copy; true where none is named, which lists them. */
  readonly example?: string | true;
}

/** `foredeck init`: a bundle that builds at once, with what editor and npm need beside it. */
export async function init(target: string | undefined, options: InitOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  if (options.example !== undefined) return copyExample(target, options.example, options, host, io);
  const file = await bundleTarget(target ?? ".", io.cwd);
  const path = resolve(io.cwd, file);
  if (options.force !== true && (await kindOf(path)) !== "nothing")
    throw new DiagnosticsError([messages.initExists(file)], 2);
  const start = await answers(options, file, io);
  if (start === undefined) {
    // The cursor stands behind a question.
    await io.out.write("\n");
    await report([messages.initLeft()], io);
    return EXIT.interrupted;
  }
  const named = reference(dirname(path), await schemaFile(dirname(path)));
  const text = messages.starterBundle(start, startDates(new Date()), named, file);
  const bytes = new TextEncoder().encode(text);
  // An answer may be too long, or hold braces that name no figure: that is said before anything is written.
  const { findings } = await checkUp(bytes, file, host, io.cwd, {});
  const errors = findings.filter((finding) => finding.severity === "error");
  if (errors.length > 0) throw new DiagnosticsError(errors.map(ofAnswer));
  return write(file, [{ file, bytes }], host, io);
}

/** Copies a sample of the package, with the files that it reads; lists the samples where none is named. */
async function copyExample(
  target: string | undefined,
  asked: string | true,
  options: InitOptions,
  host: Host,
  io: Io,
): Promise<Exit> {
  const known = await examples();
  if (asked === true) {
    await io.out.write(messages.initExamples(known));
    return EXIT.done;
  }
  const names = known.map(({ name }) => name);
  const example = known.find(({ name }) => name === asked);
  if (example === undefined)
    throw new DiagnosticsError([messages.initNoExample(asked, nearest(asked, names), names)], 2);
  const file = await bundleTarget(target ?? ".", io.cwd, example.name);
  const folder = dirname(resolve(io.cwd, file));
  const files = await exampleFiles(example, file, reference(folder, await schemaFile(folder)));
  if (options.force !== true) await refuseExisting(files, io.cwd);
  return write(file, files, host, io);
}

/** Writes the bundle and what it reads, then what editor and npm need beside it. */
async function write(file: string, files: readonly NewFile[], host: Host, io: Io): Promise<Exit> {
  for (const each of files) {
    const backup = await put(host, each, io.cwd);
    if (backup !== undefined) await io.out.write(`${messages.backedUp(each.file, backup)}\n`);
  }
  await io.out.write(`${messages.initWritten(file)}\n`);
  const beside = files.map((each) => each.file).filter((each) => each !== file);
  if (beside.length > 0) await io.out.write(`${messages.initBeside(beside)}\n`);
  const path = resolve(io.cwd, file);
  const schema = await schemaFile(dirname(path));
  await report(await settle(path, schema, host, io), io);
  await io.out.write(messages.initNext(file, (await kindOf(schema)) === "file"));
  return EXIT.done;
}

const DAY = 86_400_000;

/** Dates for a bundle that is begun on a day: two weeks to the meeting, three to the decision, two months to the start. */
export function startDates(today: Date): StartDates {
  // The day as people there write it, as a moment at midnight in UTC, so that days can be added.
  const day = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  const month = (back: number) => new Date(Date.UTC(today.getFullYear(), today.getMonth() - back, 1));
  const thisMonth = month(0).getTime();
  return {
    today: iso(day),
    meeting: iso(weekday(day + 14 * DAY)),
    by: iso(weekday(day + 21 * DAY)),
    start: iso(weekday(day + 60 * DAY)),
    months: [6, 5, 4, 3, 2, 1].map((back) => iso(month(back).getTime()).slice(0, 7)),
    monthEnd: iso(thisMonth - DAY),
    year: String(today.getFullYear() + 1),
  };
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Saturdays and Sundays move to the Monday after them. */
function weekday(time: number): number {
  const day = new Date(time).getUTCDay();
  return day === 6 ? time + 2 * DAY : day === 0 ? time + DAY : time;
}
