import { dirname, resolve } from "node:path";
import { valueAt } from "../../base/json-path.ts";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import type { Host } from "../../host/host.ts";
import type { Reply } from "../../model/replies.ts";
import { readWhole, type WholeBundle } from "../../read/whole.ts";
import { withProposed } from "./proposed.ts";

/** Bundle whose edits are written: its file, its bytes, and their text. */
interface WrittenBundle {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * The text of a bundle with the edits of these replies, whose places are those of today, written into it. All of them, or
 * none.
 * @throws DiagnosticsError for each that cannot be written by itself.
 */
export async function withEdits(
  { file, bytes, text }: WrittenBundle,
  replies: readonly Reply[],
  host: Host,
  cwd: string,
): Promise<string> {
  const whole = await readWhole({ bytes, file, root: dirname(resolve(cwd, file)) }, host);
  let now = text;
  const refused: Diagnostic[] = [];
  for (const reply of replies) {
    if (reply.status === "applied") continue;
    const written = reply.from === "edit" ? withEdit(now, file, reply, whole) : messages.notApplied.notEdit;
    if (typeof written === "string") refused.push(messages.replyNotApplied(reply.id, written));
    else now = written.text;
  }
  if (refused.length > 0) throw new DiagnosticsError(refused);
  return now;
}

/** A text with one edit, or why that is left to its author. */
function withEdit(
  text: string,
  file: string,
  { path, was, words }: Reply,
  { value, placeOf }: WholeBundle,
): { readonly text: string } | string {
  if (was === undefined) return messages.notApplied.noText;
  if (path === undefined) return messages.notApplied.gone;
  const ours = valueAt(value, path);
  if (typeof ours !== "string") return messages.notApplied.noText;
  if (ours !== was) return messages.notApplied.conflict(ours);
  const one = { standing: "proposed" as const, path, ours, theirs: [words] };
  const written = withProposed(text, file, [one]);
  if (written !== undefined && written.applied.length > 0) return written;
  const place = placeOf(path);
  return place === undefined
    ? messages.notApplied.noText
    : messages.notApplied.elsewhere(place.file, place.line);
}

/** Ids of replies by what becomes of them. */
export interface Marks {
  readonly answered?: readonly string[];
  readonly objection?: readonly string[];
  readonly apply?: readonly string[];
  readonly decline?: readonly string[];
  /** Reason of those that are declined. */
  readonly because?: string;
}

/** A reply with what has become of it. */
export function marked(reply: Reply, { answered, objection, apply, decline, because }: Marks): Reply {
  const { because: _, ...rest } = reply;
  if (objection?.includes(reply.id)) return { ...rest, status: "objection" };
  if (apply?.includes(reply.id)) return { ...rest, status: "applied" };
  if (decline?.includes(reply.id))
    return { ...rest, status: "declined", ...(because === undefined ? {} : { because }) };
  return answered?.includes(reply.id) ? { ...rest, status: "answered" } : reply;
}
