import { rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { isShellSafe } from "../../diagnostics/shell.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import { checkUp } from "../check/checkup.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { report } from "../console/report.ts";
import { type Asked, answers, ofAnswer } from "../init/answers.ts";
import { startDates } from "../init/dates.ts";
import { settle } from "../init/settle.ts";
import { bundleFile, holdsAnything, kindOf } from "../init/target.ts";
import { reference, schemaFile } from "../inputs/schema.ts";
import { keepCopy } from "../output/backup.ts";
import { writeOutput } from "../output/write.ts";

export interface InitOptions extends Asked {
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
