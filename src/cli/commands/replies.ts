import { dirname, resolve } from "node:path";
import { withApplied } from "../../conversation/replies.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { createNodeHost } from "../../host/node.ts";
import { localeOf } from "../../locales/index.ts";
import { createPhrasebook } from "../../locales/phrasebook.ts";
import { compileSaid } from "../../said.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { report } from "../console/report.ts";
import { readInput } from "../inputs/find.ts";
import { writeOutput } from "../output/write.ts";
import { writeReplies } from "../sent/keep-replies.ts";
import { type Marks, marked, withEdits } from "../sent/mark-replies.ts";
import { withObjection } from "../sent/objection.ts";
import { readersOf, repliesListed } from "../sent/replies-text.ts";
import { readReplies } from "../versions/replies-file.ts";
import { repliesNow } from "../versions/replies-now.ts";
import { decodeWritten } from "../written/parse.ts";

export interface RepliesOptions extends Marks {
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `foredeck replies`: who has answered, what is open, and what becomes of it. */
export async function replies(file: string, options: RepliesOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const { answered = [], objection = [], apply = [], decline = [], because = "" } = options;
  if (decline.length > 0 !== (because.trim() !== ""))
    throw new DiagnosticsError([messages.declineNeedsReason()], 2);
  const bytes = await readInput(host, file, io.cwd);
  const kept = await readReplies(file, io.cwd);
  const ids = kept.map(({ id }) => id);
  const unknown = [...answered, ...objection, ...apply, ...decline].filter((id) => !ids.includes(id));
  if (unknown.length > 0)
    throw new DiagnosticsError(
      unknown.map((id) => messages.replyUnknown(id, ids)),
      2,
    );
  const { bundle } = await compileSaid({ bytes, file, root: dirname(resolve(io.cwd, file)) }, host);
  const { words } = createPhrasebook(localeOf(bundle.locale));
  const before = decodeWritten(bytes);
  const now = await repliesNow(kept, file, bytes, host, io.cwd);
  let text = before;
  const said: string[] = [];
  if (text !== undefined && apply.length > 0) {
    const wanted = now.replies.filter(({ id }) => apply.includes(id));
    text = await withEdits({ file, bytes, text }, wanted, host, io.cwd);
    said.push(...apply.map((id) => messages.replyApplied(id, file)));
  }
  for (const id of objection) {
    const reply = kept.find((one) => one.id === id);
    if (reply === undefined || reply.status === "objection") continue;
    const made = text === undefined ? undefined : withObjection(text, { bundle, words }, reply);
    if (made === undefined) throw new DiagnosticsError([messages.pullBundleUnreadable(file)], 2);
    text = made.text;
    said.push(messages.replyObjection(id, made.id, file));
  }
  if (text !== undefined && text !== before)
    await writeOutput(host, file, new TextEncoder().encode(text), io.cwd);
  said.push(...answered.map(messages.replyClosed), ...decline.map(messages.replyDeclined));
  const applied = new Set(now.replies.flatMap(({ id, status }) => (status === "applied" ? [id] : [])));
  const next = withApplied(kept, applied).map((one) => marked(one, options));
  if (next.some((one, n) => JSON.stringify(one) !== JSON.stringify(kept[n])))
    await writeReplies(file, next, host, io.cwd);
  const listedNow = now.replies.map((one) => marked(one, options));
  if (options.json === true) {
    await io.out.write(`${JSON.stringify({ format: 1, replies: listedNow }, undefined, 2)}\n`);
    return EXIT.done;
  }
  await report(now.found, io);
  for (const line of said) await io.err.write(`${line}\n`);
  await io.out.write(`${repliesListed(listedNow, options.all === true, readersOf(bundle))}
`);
  return EXIT.done;
}
