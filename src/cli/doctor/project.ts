import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type Diagnostic, DiagnosticsError, placeText } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { codeOf } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { projectOf } from "../../host/project.ts";
import { readContract } from "../../template/contract-file.ts";
import { openTemplate } from "../../template/open.ts";
import { isContractFile } from "../../theme/file.ts";
import { findBundles, readInput } from "../inputs/find.ts";
import { lookBytes } from "../inputs/look.ts";
import { openBy } from "../output/lock.ts";
import { OUT } from "../output/targets.ts";
import { unwritable } from "../output/write.ts";
import { fromFolder, type Project, readProject } from "../project/read.ts";

/** Everything about the project of a folder that a build depends on, apart from what the bundles say. */
export async function examineProject(host: Host, cwd: string): Promise<readonly messages.Examined[]> {
  const { project, found } = await examineConfig(cwd);
  const here = (path: string): string => (project === undefined ? path : fromFolder(project, path, cwd));
  const outDir = here(project?.settings.outDir ?? OUT);
  const asked = (project?.settings.bundles ?? []).map(here);
  const bundles = await examineBundles(asked.length === 0 ? ["."] : asked, asked.length > 0, host, cwd);
  const template = project?.settings.template;
  return [
    ...found,
    ...bundles.found,
    template === undefined ? messages.doctorNoTemplate() : await examineTemplate(here(template), host, cwd),
    await examineOutput(outDir, cwd),
    ...(await examineLocks([outDir, ...bundles.files.map((file) => dirname(file))], cwd)),
  ];
}

/** A finding in one line. */
const inLine = ({ what, place }: Diagnostic): string =>
  place === undefined ? what : `${placeText(place)}: ${what}`;

async function examineConfig(
  cwd: string,
): Promise<{ readonly project?: Project; readonly found: readonly messages.Examined[] }> {
  const folder = await projectOf(cwd);
  if (folder === undefined) return { found: [messages.doctorNoConfig()] };
  try {
    const project = await readProject(folder, cwd);
    return { project, found: [messages.doctorConfig(project.file)] };
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    return { found: cause.diagnostics.map((each) => messages.doctorConfigWrong(inLine(each), each.hint)) };
  }
}

/** Bundles that are found; `named` where the project file names them. */
async function examineBundles(
  args: readonly string[],
  named: boolean,
  host: Host,
  cwd: string,
): Promise<{ readonly files: readonly string[]; readonly found: readonly messages.Examined[] }> {
  const { files, refused } = await findBundles(args, host, cwd);
  const wrong = named ? [...refused] : [];
  for (const file of files) {
    try {
      await readInput(host, file, cwd);
    } catch (cause) {
      if (!(cause instanceof DiagnosticsError)) throw cause;
      wrong.push(...cause.diagnostics);
    }
  }
  const problems = wrong.map((each) => messages.doctorBundlesRefused(inLine(each), each.hint));
  if (files.length > 0) return { files, found: [messages.doctorBundles(files), ...problems] };
  return { files, found: problems.length > 0 ? problems : [messages.doctorNoBundles()] };
}

async function examineTemplate(file: string, host: Host, cwd: string): Promise<messages.Examined> {
  try {
    const [first, behind] = await lookBytes({ template: file }, host, cwd);
    if (first === undefined) return messages.doctorTemplate(file);
    if (isContractFile(file)) {
      const read = readContract(first, file, {});
      const [wrong] = "problems" in read ? read.problems : [];
      if (wrong !== undefined) return messages.doctorTemplateWrong(file, inLine(wrong));
    }
    await openTemplate(behind ?? first, basename(file));
    return messages.doctorTemplate(file);
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    return messages.doctorTemplateWrong(file, cause.diagnostics.map(inLine).join(" "));
  }
}

/** Nobody has a deck of this name, so what is said is about the folder. */
const PROBE = "foredeck-doctor.pptx";

async function examineOutput(folder: string, cwd: string): Promise<messages.Examined> {
  const [wrong] = await unwritable(join(folder, PROBE), cwd);
  return wrong === undefined
    ? messages.doctorOutput(folder)
    : messages.doctorOutputRefused(wrong.what, wrong.hint);
}

/** Decks in the folders that another program has open. */
async function examineLocks(folders: readonly string[], cwd: string): Promise<readonly messages.Examined[]> {
  const found: messages.Examined[] = [];
  for (const folder of new Set(folders)) {
    const names = await readdir(resolve(cwd, folder)).catch((cause: unknown) => {
      // The first build makes it.
      if (codeOf(cause) === undefined) throw cause;
      return [];
    });
    for (const name of names.filter((each) => /\.pptx$/i.test(each) && !each.startsWith("~$")).sort()) {
      const by = await openBy(resolve(cwd, folder, name));
      if (by !== undefined)
        found.push(messages.doctorLock(join(folder, name), by.program, by.person, join(folder, by.file)));
    }
  }
  return found.length === 0 ? [messages.doctorNoLocks()] : found;
}
