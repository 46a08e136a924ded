import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { codeOf, refusalFor } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import type { Reply } from "../../model/replies.ts";
import { sha256 } from "../../ooxml/hash.ts";
import type { CompileOptions } from "../../stages.ts";
import { earlierOf, type SentBefore, sentBefore } from "./earlier.ts";
import { bytesAt } from "./files.ts";
import { repliesFile } from "./places.ts";

/** Files beside a bundle that have a say in its deck, or in what is found in it. */
export interface Beside {
  /** The bundle, as the user would name it. */
  readonly file: string;
  readonly sent?: SentBefore;
  /** Bytes of what readers answered. */
  readonly replies?: Uint8Array;
  /** Names the content of all of it; absent where there is nothing. */
  readonly digest?: string;
}

/** Looks for what lies beside a bundle, without reading more than it takes to know that it changed. */
export async function findBeside(file: string, bytes: Uint8Array, cwd: string): Promise<Beside> {
  const sent = await sentBefore(file, bytes, cwd);
  const replies = await bytesAt(repliesFile(file), cwd).catch((cause: unknown) => {
    if (codeOf(cause) === undefined && !(cause instanceof DiagnosticsError)) throw cause;
    return undefined;
  });
  const digests = [sent?.digest, replies && sha256(replies)];
  return {
    file,
    ...(sent === undefined ? {} : { sent }),
    ...(replies === undefined ? {} : { replies }),
    ...(sent === undefined && replies === undefined ? {} : { digest: digests.join(" ") }),
  };
}

/** Files beside a bundle as the pipeline takes them, and warnings of those that could not be read. */
export interface BesideRead {
  readonly options: Pick<CompileOptions, "earlier" | "replies">;
  readonly found: readonly Diagnostic[];
}

/** Reads what lies beside a bundle; what keeps any of it from being read is a warning. */
export async function readBeside(
  { file, sent, replies: written }: Beside,
  bytes: Uint8Array,
  host: Host,
  cwd: string,
): Promise<BesideRead> {
  const { earlier, found } = await earlierOf(sent, host, cwd);
  const { replies, unread } =
    written === undefined ? { replies: [], unread: [] } : await repliesIn(written, file, bytes, host, cwd);
  return {
    options: {
      ...(earlier === undefined ? {} : { earlier }),
      ...(replies.length === 0 ? {} : { replies }),
    },
    found: [...found, ...unread],
  };
}

async function repliesIn(
  written: Uint8Array,
  file: string,
  bytes: Uint8Array,
  host: Host,
  cwd: string,
): Promise<{ readonly replies: readonly Reply[]; readonly unread: readonly Diagnostic[] }> {
  // Their schema, and what finds their places again, are loaded only where somebody has answered.
  const { parseReplies } = await import("./replies-file.ts");
  const { repliesNow } = await import("./replies-now.ts");
  try {
    const { replies, found } = await repliesNow(parseReplies(written, file), file, bytes, host, cwd);
    return { replies, unread: found };
  } catch (cause) {
    const { diagnostics } = refusalFor(cause);
    return { replies: [], unread: diagnostics.map((one) => ({ ...one, severity: "warning" })) };
  }
}
