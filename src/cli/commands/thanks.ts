import { dirname, resolve } from "node:path";
import { thanksOf } from "../../conversation/decided/index.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { printable } from "../../diagnostics/terminal.ts";
import { createNodeHost } from "../../host/node.ts";
import { localeOf } from "../../locales/index.ts";
import { createPhrasebook } from "../../locales/phrasebook.ts";
import { compileSaid } from "../../said.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { readInput } from "../inputs/find.ts";

export interface ThanksOptions {
  readonly json?: boolean;
}

/** `foredeck thanks`: a note for each person who gave something, with what they gave and what came of it. */
export async function thanks(file: string, { json }: ThanksOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const bytes = await readInput(host, file, io.cwd);
  const { bundle, resolved } = await compileSaid({ bytes, file, root: dirname(resolve(io.cwd, file)) }, host);
  const locale = localeOf(bundle.locale);
  const notes = thanksOf(resolved, resolved.decided, { locale, words: createPhrasebook(locale).words });
  if (json === true) {
    await io.out.write(`${JSON.stringify({ version: 1, notes }, undefined, 2)}\n`);
    return EXIT.done;
  }
  if (notes.length === 0) await io.err.write(`${messages.nobodyToThank(file)}\n`);
  const shown = notes.map(({ name, email, subject, text }) => {
    const to = email === null ? name : `${name} <${email}>`;
    return `${messages.thanksHead(printable(to), printable(subject))}\n\n${text.split("\n").map(printable).join("\n")}`;
  });
  await io.out.write(shown.join("\n"));
  return EXIT.done;
}
