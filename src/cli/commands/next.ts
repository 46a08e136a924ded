import { dirname, resolve } from "node:path";
import { decidedVersion } from "../../conversation/decided/index.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { createNodeHost } from "../../host/node.ts";
import { localeOf } from "../../locales/index.ts";
import { createPhrasebook } from "../../locales/phrasebook.ts";
import { compileSaid } from "../../said.ts";
import { unifiedDiff } from "../check/fix/index.ts";
import { openNext, raised } from "../check/fix/open-next.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { readInput } from "../inputs/find.ts";
import { writeOutput } from "../output/write.ts";

export interface NextOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `foredeck next`: after a no, or a later, the bundle becomes its next version, in which each reason is an objection. */
export async function next(file: string, { dryRun, json }: NextOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const bytes = await readInput(host, file, io.cwd);
  const { bundle } = await compileSaid({ bytes, file, root: dirname(resolve(io.cwd, file)) }, host);
  const { decided } = bundle;
  if (decided === undefined) throw new DiagnosticsError([messages.notDecided(file)]);
  if (decided.result === "yes" || decided.result === "changed")
    throw new DiagnosticsError([messages.nextAfterYes(file, decided.result)]);
  const about = decidedVersion(bundle, decided);
  const version = raised(bundle.version ?? about ?? "1.0");
  if (version === undefined) throw new DiagnosticsError([messages.versionNotRaised(bundle.version ?? "")]);
  const locale = localeOf(bundle.locale);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const opened = openNext(
    text,
    bundle,
    decided,
    { version, about },
    { locale, words: createPhrasebook(locale).words },
  );
  const written = dryRun !== true;
  if (written) await writeOutput(host, file, new TextEncoder().encode(opened.text), io.cwd);
  if (json === true) {
    const result = {
      ...{ format: 1, before: bundle.version ?? null, version, about: about ?? null },
      ...{ objections: opened.objections, written },
      ...(written ? {} : { diff: unifiedDiff(text, opened.text, file) }),
    };
    await io.out.write(`${JSON.stringify(result, undefined, 2)}\n`);
  } else if (!written) await io.out.write(unifiedDiff(text, opened.text, file));
  else await io.err.write(`${messages.nextOpened(file, version, opened.objections)}\n`);
  return EXIT.done;
}
