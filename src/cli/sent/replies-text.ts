import { isFrom } from "../../conversation/replies.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import type { Bundle } from "../../model/bundle/index.ts";
import type { Reply } from "../../model/replies.ts";
import { replyLines } from "./returned-text.ts";

/** A reader of the last version. */
interface SentReader {
  readonly name: string;
  readonly email?: string | undefined;
}

/** Readers to whom the last version went. */
export function readersOf({ history = [], stakeholders = [] }: Bundle): readonly SentReader[] {
  const ids = history.findLast(({ sentTo }) => sentTo !== undefined)?.sentTo ?? [];
  return ids.map((id) => stakeholders.find((person) => person.id === id) ?? { name: id });
}

/** Replies for people: those that are open, or all, `most` of them; how many there are, and who has not answered. */
export function repliesListed(
  known: readonly Reply[],
  all: boolean,
  readers: readonly SentReader[],
  most = known.length,
): string {
  const open = known.filter(({ status }) => status === "open");
  const shown = (all ? known : open).slice(0, most);
  const silent = readers.filter((reader) => !known.some((reply) => isFrom(reply, reader)));
  return [
    ...shown.flatMap(replyLines),
    known.length === 0 ? messages.repliesNone : messages.repliesSummary(open.length, known.length),
    ...(silent.length === 0 ? [] : [messages.repliesMissing(silent.map(({ name }) => name))]),
  ].join("\n");
}
