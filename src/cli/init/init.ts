import { dirname, resolve } from "node:path";
import { Refusal } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages.ts";
import { isShellSafe } from "../../diagnostics/shell.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import { checkUp } from "../check/checkup.ts";
import { EXIT, type Exit } from "../exit.ts";
import { reference, schemaFile } from "../fix/schema.ts";
import type { Io } from "../io.ts";
import { refusalOf } from "../placing/write.ts";
import { report } from "../refuse.ts";
import { type Asked, answers, ofAnswer } from "./answers.ts";
import { startDates } from "./dates.ts";
import { settle } from "./settle.ts";
import { bundleFile, kindOf } from "./target.ts";

export interface InitOptions extends Asked {
  /** Overwrites a bundle that is there. */
  readonly force?: boolean;
}

/** `foredeck init`: a bundle that builds at once, with what editor and npm need beside it. */
export async function init(target: string | undefined, options: InitOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const file = await bundleFile(target ?? ".", io.cwd);
  if (!isShellSafe(file)) throw new Refusal([messages.initUnsafe(file)], 2);
  const path = resolve(io.cwd, file);
  if (options.force !== true && (await kindOf(path)) !== "nothing")
    throw new Refusal([messages.initExists(file)], 2);
  const start = await answers(options, file, io);
  const schema = await schemaFile(dirname(path));
  const named = reference(dirname(path), schema);
  const text = messages.starterBundle(start, startDates(new Date()), named, file);
  const bytes = new TextEncoder().encode(text);
  // An answer may be too long, or hold braces that name no figure: that is said before anything is written.
  const { findings } = await checkUp(bytes, file, host, io.cwd, {});
  const errors = findings.filter((finding) => finding.severity === "error");
  if (errors.length > 0) throw new Refusal(errors.map(ofAnswer));
  await write(host, file, bytes, io.cwd);
  await io.out.write(`${messages.initWritten(file)}\n`);
  await report(await settle(path, schema, host, io), io);
  await io.out.write(messages.initNext(file, (await kindOf(schema)) === "file"));
  return EXIT.done;
}

/** @throws Refusal with exit 2; what was there is then as it was. */
async function write(host: Host, file: string, bytes: Uint8Array, cwd: string): Promise<void> {
  try {
    await host.write(resolve(cwd, file), bytes);
  } catch (cause) {
    throw new Refusal(refusalOf(cause, file).diagnostics.map(messages.initNotWritten), 2);
  }
}
