import { dirname, join } from "node:path";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import type { Host } from "../../host/host.ts";
import { REPLIES_FORMAT, Replies, type Reply } from "../../model/replies.ts";
import { stem } from "../output/names.ts";
import { writeOutput } from "../output/write.ts";
import { bytesAt } from "../versions/files.ts";

/** The file beside a bundle that holds what readers answered. */
export const repliesFile = (bundle: string): string => join(dirname(bundle), `${stem(bundle)}.replies.json`);

/**
 * The replies that were kept; none where there is no file.
 * @throws DiagnosticsError for a file that holds anything else.
 */
export async function readReplies(bundle: string, cwd: string): Promise<readonly Reply[]> {
  const file = repliesFile(bundle);
  const bytes = await bytesAt(file, cwd);
  if (bytes === undefined) return [];
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof TypeError)) throw cause;
    throw new DiagnosticsError([messages.repliesUnreadable(file, "it is no JSON")], 2);
  }
  const parsed = Replies.safeParse(value);
  if (parsed.success) return parsed.data.replies;
  const [issue] = parsed.error.issues;
  const why = issue === undefined ? "it is otherwise" : `${issue.path.join(".")}: ${issue.message}`;
  throw new DiagnosticsError([messages.repliesUnreadable(file, why)], 2);
}

export async function writeReplies(
  bundle: string,
  replies: readonly Reply[],
  host: Host,
  cwd: string,
): Promise<void> {
  const text = `${JSON.stringify({ format: REPLIES_FORMAT, replies }, undefined, 2)}\n`;
  await writeOutput(host, repliesFile(bundle), new TextEncoder().encode(text), cwd);
}
