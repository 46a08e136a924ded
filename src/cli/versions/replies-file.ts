import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { Replies, type Reply } from "../../model/replies.ts";
import { bytesAt } from "./files.ts";
import { repliesFile } from "./places.ts";

/**
 * The replies that were kept; none where there is no file.
 * @throws DiagnosticsError for a file that holds anything else.
 */
export async function readReplies(bundle: string, cwd: string): Promise<readonly Reply[]> {
  const bytes = await bytesAt(repliesFile(bundle), cwd);
  return bytes === undefined ? [] : parseReplies(bytes, bundle);
}

/**
 * The replies that the bytes of a bundle's file hold.
 * @throws DiagnosticsError for bytes that hold anything else.
 */
export function parseReplies(bytes: Uint8Array, bundle: string): readonly Reply[] {
  const file = repliesFile(bundle);
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
