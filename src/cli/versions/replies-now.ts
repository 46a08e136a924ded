import { join } from "node:path";
import { valueAt } from "../../base/json-path.ts";
import { parsedJson } from "../../base/jsonc.ts";
import { pathNow } from "../../conversation/pull/settle.ts";
import type { Reply } from "../../model/replies.ts";
import { bytesAt } from "./files.ts";
import { BUNDLE, isFolderName, sentFolder } from "./places.ts";

/**
 * Replies with their places in the bundle as it is now: they name those of the version that they are about. A place that
 * is gone is left out.
 * @throws DiagnosticsError with exit 2 for the bundle of a version that cannot be read.
 */
export async function repliesNow(
  replies: readonly Reply[],
  file: string,
  now: unknown,
  cwd: string,
): Promise<readonly Reply[]> {
  const versions = new Map<string, unknown>();
  const sentAs = async (version: string): Promise<unknown> => {
    if (!versions.has(version)) {
      const bytes = isFolderName(version)
        ? await bytesAt(join(sentFolder(file), version, BUNDLE), cwd)
        : undefined;
      versions.set(version, bytes === undefined ? undefined : parsedJson(bytes));
    }
    return versions.get(version);
  };
  return Promise.all(
    replies.map(async (reply): Promise<Reply> => {
      const { path, version, ...rest } = reply;
      if (path === undefined || reply.status !== "open") return reply;
      const sent = version === undefined ? undefined : await sentAs(version);
      const place =
        sent === undefined ? (valueAt(now, path) === undefined ? undefined : path) : pathNow(path, sent, now);
      return {
        ...rest,
        ...(version === undefined ? {} : { version }),
        ...(place === undefined ? {} : { path: [...place] }),
      };
    }),
  );
}
