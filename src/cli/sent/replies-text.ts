import * as messages from "../../diagnostics/messages/index.ts";
import type { Bundle } from "../../model/bundle/index.ts";
import type { Reply } from "../../model/replies.ts";
import { replyLines } from "./returned-text.ts";

/** Names of those to whom the last version went. */
export function readersOf({ history = [], stakeholders = [] }: Bundle): readonly string[] {
  const ids = history.findLast(({ sentTo }) => sentTo !== undefined)?.sentTo ?? [];
  return ids.map((id) => stakeholders.find((person) => person.id === id)?.name ?? id);
}

/** Replies for people: those that are open, or all, `most` of them; how many there are, and who has not answered. */
export function repliesListed(
  known: readonly Reply[],
  all: boolean,
  readers: readonly string[],
  most = known.length,
): string {
  const open = known.filter(({ status }) => status === "open");
  const shown = (all ? known : open).slice(0, most);
  const heard = new Set(known.map(({ who }) => who.trim().toLowerCase()));
  const silent = readers.filter((name) => !heard.has(name.trim().toLowerCase()));
  return [
    ...shown.flatMap(replyLines),
    known.length === 0 ? messages.repliesNone : messages.repliesSummary(open.length, known.length),
    ...(silent.length === 0 ? [] : [messages.repliesMissing(silent)]),
  ].join("\n");
}
