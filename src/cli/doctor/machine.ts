import { access, constants, mkdtemp, rm } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FONTS, type FontFamily } from "../../base/fonts.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { loadCanvas } from "../../formats/canvas/load.ts";
import { about } from "../../host/about.ts";
import { codeOf } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { packageFile } from "../../host/package.ts";
import { cacheFolder } from "../cache/folder.ts";
import { examineStore } from "../cache/store.ts";
import type { Io } from "../console/io.ts";
import { version } from "../console/version.ts";
import { isTested, LEAST_NODE, TESTED_NODE } from "./node.ts";

/** Everything about the machine that decks depend on. Nothing is sent anywhere, and nothing stays that was not there. */
export async function examineMachine(
  host: Host,
  io: Io,
  { node, platform }: Pick<NodeJS.Process, "platform"> & { readonly node: string },
): Promise<readonly messages.Examined[]> {
  return [
    messages.doctorProgram(version(), dirname(fileURLToPath(packageFile("package.json")))),
    examineNode(node),
    await examineCache(io, platform),
    await examineFonts(host),
    await examineCanvas(),
    await examineAssistants(),
    await examineOffice(io, platform),
  ];
}

export function examineNode(node: string): messages.Examined {
  const state = isTested(node);
  if (state === "old") return messages.doctorNodeOld(node, LEAST_NODE);
  return state === "tested"
    ? messages.doctorNode(node, TESTED_NODE)
    : messages.doctorNodeUntested(node, TESTED_NODE);
}

async function examineCache(io: Io, platform: NodeJS.Platform): Promise<messages.Examined> {
  const folder = cacheFolder(undefined, io, platform);
  if (folder === undefined) return messages.doctorNoCache();
  const refused = await cannotWriteIn(folder);
  if (refused !== undefined)
    return messages.doctorCacheUnwritable(`${folder} cannot be written (${refused})`);
  const { files, bytes, broken, foreign } = await examineStore(folder);
  if (foreign) return messages.doctorCacheForeign(folder);
  if (broken > 0) return messages.doctorCacheBroken(folder, broken);
  return files === 0 ? messages.doctorCacheEmpty(folder) : messages.doctorCache(folder, files, bytes);
}

/** The code of the error that keeps a file from being made in a folder, or in the nearest one above that is there. */
async function cannotWriteIn(folder: string): Promise<string | undefined> {
  let here = folder;
  while ((await about(here)) === undefined && dirname(here) !== here) here = dirname(here);
  try {
    // Rights alone say little: disks may be full or read-only, and Windows has rights of its own.
    await rm(await mkdtemp(join(here, ".foredeck-")), { recursive: true });
    return undefined;
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    return code;
  }
}

async function examineFonts(host: Host): Promise<messages.Examined> {
  const missing: string[] = [];
  for (const family of Object.keys(FONTS) as FontFamily[]) {
    try {
      await host.fonts(family);
    } catch (cause) {
      if (codeOf(cause) === undefined) throw cause;
      missing.push(family);
    }
  }
  return missing.length === 0
    ? messages.doctorFonts(Object.keys(FONTS).length)
    : messages.doctorFontsMissing(missing);
}

async function examineCanvas(): Promise<messages.Examined> {
  try {
    await loadCanvas();
    return messages.doctorCanvas();
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    const [missing] = cause.diagnostics;
    const { what, hint } = missing ?? messages.canvasMissing("missing");
    return what === messages.canvasMissing("missing").what
      ? messages.doctorCanvasMissing()
      : messages.doctorCanvasBroken(what, hint ?? "");
  }
}

async function examineAssistants(): Promise<messages.Examined> {
  const found = await packageAbove("@modelcontextprotocol/server");
  return found ? messages.doctorAssistants() : messages.doctorAssistantsMissing();
}

/** True where Node would find a package for this program, which is not loaded. */
async function packageAbove(name: string): Promise<boolean> {
  for (let at = dirname(fileURLToPath(packageFile("package.json"))); ; at = dirname(at)) {
    if ((await about(join(at, "node_modules", name, "package.json"))) !== undefined) return true;
    if (dirname(at) === at) return false;
  }
}

async function examineOffice({ env }: Io, platform: NodeJS.Platform): Promise<messages.Examined> {
  const names = platform === "win32" ? ["soffice.exe"] : ["soffice", "libreoffice"];
  for (const folder of (env?.["PATH"] ?? "").split(delimiter).filter((each) => each !== "")) {
    for (const name of names) {
      const path = join(folder, name);
      const runs = await access(path, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (runs) return messages.doctorOffice(path);
    }
  }
  return messages.doctorNoOffice();
}
