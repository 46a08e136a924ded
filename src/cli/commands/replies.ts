import { dirname, resolve } from "node:path";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { createNodeHost } from "../../host/node.ts";
import { localeOf } from "../../locales/index.ts";
import { createPhrasebook } from "../../locales/phrasebook.ts";
import type { Reply } from "../../model/replies.ts";
import { compileSaid } from "../../said.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { readInput } from "../inputs/find.ts";
import { writeOutput } from "../output/write.ts";
import { writeReplies } from "../sent/keep-replies.ts";
import { withObjection } from "../sent/objection.ts";
import { replyLines } from "../sent/returned-text.ts";
import { readReplies } from "../versions/replies-file.ts";
import { decodeWritten } from "../written/parse.ts";

export interface RepliesOptions {
  /** Ids of replies that are answered. */
  readonly answered?: readonly string[];
  /** Ids of replies that shall be objections of the bundle. */
  readonly objection?: readonly string[];
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `foredeck replies`: who has answered, what is open, and what becomes of it. */
export async function replies(file: string, options: RepliesOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const bytes = await readInput(host, file, io.cwd);
  let known = await readReplies(file, io.cwd);
  const marked = [...(options.answered ?? []), ...(options.objection ?? [])];
  for (const id of marked)
    if (!known.some((one) => one.id === id))
      throw new DiagnosticsError(
        [
          messages.replyUnknown(
            id,
            known.map((one) => one.id),
          ),
        ],
        2,
      );
  const { bundle } = await compileSaid({ bytes, file, root: dirname(resolve(io.cwd, file)) }, host);
  const { words } = createPhrasebook(localeOf(bundle.locale));
  let text = decodeWritten(bytes);
  const said: string[] = [];
  for (const id of options.objection ?? []) {
    const reply = known.find((one) => one.id === id);
    if (reply === undefined || reply.status === "objection") continue;
    const made = text === undefined ? undefined : withObjection(text, { bundle, words }, reply);
    if (made === undefined) throw new DiagnosticsError([messages.pullBundleUnreadable(file)], 2);
    text = made.text;
    said.push(messages.replyObjection(id, made.id, file));
  }
  if (said.length > 0 && text !== undefined)
    await writeOutput(host, file, new TextEncoder().encode(text), io.cwd);
  said.push(...(options.answered ?? []).map(messages.replyClosed));
  if (marked.length > 0) {
    known = known.map((one): Reply => {
      if (options.objection?.includes(one.id)) return { ...one, status: "objection" };
      return options.answered?.includes(one.id) ? { ...one, status: "answered" } : one;
    });
    await writeReplies(file, known, host, io.cwd);
  }
  if (options.json === true) {
    await io.out.write(`${JSON.stringify({ format: 1, replies: known }, undefined, 2)}\n`);
    return EXIT.done;
  }
  for (const line of said) await io.err.write(`${line}\n`);
  await io.out.write(`${listed(known, options.all === true, readersOf(bundle))}\n`);
  return EXIT.done;
}

/** Names of those to whom the last version went. */
function readersOf({ history = [], stakeholders = [] }: Awaited<ReturnType<typeof compileSaid>>["bundle"]) {
  const ids = history.findLast(({ sentTo }) => sentTo !== undefined)?.sentTo ?? [];
  return ids.map((id) => stakeholders.find((person) => person.id === id)?.name ?? id);
}

function listed(known: readonly Reply[], all: boolean, readers: readonly string[]): string {
  const open = known.filter(({ status }) => status === "open");
  const shown = all ? known : open;
  const heard = new Set(known.map(({ who }) => who.trim().toLowerCase()));
  const silent = readers.filter((name) => !heard.has(name.trim().toLowerCase()));
  return [
    ...shown.flatMap(replyLines),
    known.length === 0 ? messages.repliesNone : messages.repliesSummary(open.length, known.length),
    ...(silent.length === 0 ? [] : [messages.repliesMissing(silent)]),
  ].join("\n");
}
