import type { Host } from "../../host/host.ts";
import { REPLIES_FORMAT, type Reply } from "../../model/replies.ts";
import { writeOutput } from "../output/write.ts";
import { repliesFile } from "../versions/places.ts";

/**
 * Writes what readers answered into the file beside a bundle.
 * @throws DiagnosticsError with exit 2 where the disk does not let it.
 */
export async function writeReplies(
  bundle: string,
  replies: readonly Reply[],
  host: Host,
  cwd: string,
): Promise<void> {
  const text = `${JSON.stringify({ format: REPLIES_FORMAT, replies }, undefined, 2)}\n`;
  await writeOutput(host, repliesFile(bundle), new TextEncoder().encode(text), cwd);
}
