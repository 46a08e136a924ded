import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/batch.ts";
import { cacheFolder } from "../cache/folder.ts";
import { clearStore } from "../cache/store.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";

export type CacheAction = "clear" | "where";

/** `foredeck cache`: says where decks are kept, or removes them. */
export async function cache(
  action: CacheAction,
  options: { readonly cacheDir?: string },
  io: Io,
): Promise<Exit> {
  const folder = cacheFolder(options.cacheDir, io, process.platform);
  if (folder === undefined) throw new DiagnosticsError([messages.noCache()], 2);
  if (action === "where") await io.out.write(`${folder}\n`);
  else {
    const { files, bytes } = await clearStore(folder);
    await io.out.write(`${messages.cacheCleared(folder, files, bytes)}\n`);
  }
  return EXIT.done;
}
