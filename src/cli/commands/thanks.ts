import { dirname, join, resolve } from "node:path";
import { decidedLast, type Thanks, thanksOf } from "../../conversation/decided/index.ts";
import type { Tongue } from "../../conversation/sending.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { printable } from "../../diagnostics/terminal.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import { localeOf } from "../../locales/index.ts";
import { createPhrasebook } from "../../locales/phrasebook.ts";
import type { Bundle } from "../../model/bundle/index.ts";
import { compileSaid } from "../../said.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { readInput } from "../inputs/find.ts";
import { stem } from "../output/names.ts";
import { type Outgoing, writeOutgoing } from "../sent/outputs.ts";

export interface ThanksOptions {
  /** Folder for a mail and chat messages of each note; nothing is written where it is left out. */
  readonly outDir?: string;
  readonly json?: boolean;
}

/** `foredeck thanks`: a note for each person who gave something, with what they gave and what came of it. */
export async function thanks(file: string, { json, outDir }: ThanksOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const bytes = await readInput(host, file, io.cwd);
  const { bundle, resolved } = await compileSaid({ bytes, file, root: dirname(resolve(io.cwd, file)) }, host);
  const locale = localeOf(bundle.locale);
  const { words } = createPhrasebook(locale);
  const notes = thanksOf(resolved, decidedLast(resolved), { locale, words });
  const written =
    outDir === undefined
      ? []
      : await writeNotes(bundle, notes, { locale, words }, { file, outDir, host, io });
  if (json === true) {
    await io.out.write(
      `${JSON.stringify({ version: 1, notes, ...(outDir === undefined ? {} : { files: written }) }, undefined, 2)}\n`,
    );
    return EXIT.done;
  }
  if (notes.length === 0) await io.err.write(`${messages.nobodyToThank(file)}\n`);
  if (outDir !== undefined) {
    for (const path of written) await io.out.write(`${printable(path)}\n`);
    return EXIT.done;
  }
  const shown = notes.map(({ name, email, subject, text }) => {
    const to = email === null ? name : `${name} <${email}>`;
    return `${messages.thanksHead(printable(to), printable(subject))}\n\n${text.split("\n").map(printable).join("\n")}`;
  });
  await io.out.write(shown.join("\n"));
  return EXIT.done;
}

/** Writes a mail and messages for chats of each note, and resolves to the paths; files that were edited stay as they are. */
async function writeNotes(
  bundle: Bundle,
  notes: readonly Thanks[],
  tongue: Tongue,
  {
    file,
    outDir,
    host,
    io,
  }: { readonly file: string; readonly outDir: string; readonly host: Host; readonly io: Io },
): Promise<readonly string[]> {
  const { contact, date } = bundle;
  const day = decidedLast(bundle)?.date ?? date;
  if (day === undefined) throw new DiagnosticsError([messages.thanksUndated()], 2);
  const { noteFiles } = await import("../sent/note.ts");
  const files: Outgoing[] = [];
  for (const [n, note] of notes.entries()) {
    const name = `${stem(file)}-thanks-${note.id ?? n + 1}`;
    files.push(...(await noteFiles(join(outDir, name), { ...note, date: day, contact }, tongue)));
  }
  for (const left of await writeOutgoing(files, host, io.cwd))
    await io.err.write(`${messages.outputLeft(left)}\n`);
  return files.map(({ path }) => path);
}
