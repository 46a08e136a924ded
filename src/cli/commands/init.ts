import { rm } from "node:fs/promises";
import { dirname, posix, resolve, sep } from "node:path";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import type { StartDates } from "../../diagnostics/messages/init.ts";
import { isShellSafe } from "../../diagnostics/shell.ts";
import { about } from "../../host/about.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import { checkUp } from "../check/checkup.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { report } from "../console/report.ts";
import { answers, type InitFlags, ofAnswer } from "../init/answers.ts";
import { settle } from "../init/settle.ts";
import { reference, schemaFile } from "../inputs/schema.ts";
import { keepCopy } from "../output/backup.ts";
import { writeOutput } from "../output/write.ts";

export interface InitOptions extends InitFlags {
  /** Replaces a bundle that is there; a backup is kept. */
  readonly force?: boolean;
}

/** `foredeck init`: a bundle that builds at once, with what editor and npm need beside it. */
export async function init(target: string | undefined, options: InitOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const file = await bundleFile(target ?? ".", io.cwd);
  if (!isShellSafe(file)) throw new DiagnosticsError([messages.initUnsafe(file)], 2);
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
  const schema = await schemaFile(dirname(path));
  const named = reference(dirname(path), schema);
  const text = messages.starterBundle(start, startDates(new Date()), named, file);
  const bytes = new TextEncoder().encode(text);
  // An answer may be too long, or hold braces that name no figure: that is said before anything is written.
  const { findings } = await checkUp(bytes, file, host, io.cwd, {});
  const errors = findings.filter((finding) => finding.severity === "error");
  if (errors.length > 0) throw new DiagnosticsError(errors.map(ofAnswer));
  const backup = await write(host, file, bytes, io.cwd);
  if (backup !== undefined) await io.out.write(`${messages.backedUp(file, backup)}\n`);
  await io.out.write(`${messages.initWritten(file)}\n`);
  await report(await settle(path, schema, host, io), io);
  await io.out.write(messages.initNext(file, (await kindOf(schema)) === "file"));
  return EXIT.done;
}

/**
 * Writes the bundle; of one that is there, and holds anything, a backup is kept, whose name is given back.
 * @throws DiagnosticsError with exit 2; what was there is then as it was.
 */
async function write(host: Host, file: string, bytes: Uint8Array, cwd: string): Promise<string | undefined> {
  let backup: string | undefined;
  try {
    // Not "deck.backup-1.json": a folder stands for every .json file in it, and a backup is no bundle to build.
    if (await holdsAnything(resolve(cwd, file)))
      backup = await keepCopy(file, cwd, (path, word) => `${path}.${word}`);
    await writeOutput(host, file, bytes, cwd);
    return backup;
  } catch (cause) {
    if (backup !== undefined) await rm(resolve(cwd, backup), { force: true });
    if (!(cause instanceof DiagnosticsError)) throw cause;
    throw new DiagnosticsError(cause.diagnostics.map(messages.initNotWritten), cause.exit);
  }
}

/** Name of the bundle where a folder is named. */
const NAME = "deck.json";

/** The bundle to write: the file that is named, or deck.json in the folder that is; with slashes on every system. */
async function bundleFile(given: string, cwd: string): Promise<string> {
  const target = given.split(sep).join("/");
  const kind = await kindOf(resolve(cwd, target));
  if (kind === "folder") return posix.join(target, NAME);
  if (/\.jsonc?$/i.test(target)) return target;
  // "notes.txt" is meant as a file, so no folder is made of it.
  if (kind === "file" || (posix.extname(target) !== "" && !target.endsWith("/")))
    throw new DiagnosticsError([messages.initNotJson(target, posix.join(target, NAME))], 2);
  return posix.join(target, NAME);
}

async function holdsAnything(path: string): Promise<boolean> {
  return ((await about(path))?.size ?? 0) > 0;
}

async function kindOf(path: string): Promise<"file" | "folder" | "nothing"> {
  const found = await about(path);
  return found === undefined ? "nothing" : found.isDirectory() ? "folder" : "file";
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
