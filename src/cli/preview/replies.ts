import { shortened } from "../../base/graphemes.ts";
import { pathText } from "../../base/json-path.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { printable } from "../../diagnostics/terminal.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Reply } from "../../model/replies.ts";
import type { OpenReplies, SaidReply } from "./message.ts";

/** Replies that are shown at once, and the longest text of each, in characters. */
const MOST = 100;
const LONGEST = 600;
const LONGEST_NAME = 80;

/** Replies as the page shows them; `slideOf` finds the slide of a place in the bundle. */
export function openReplies(
  replies: readonly Reply[],
  slideOf: (path: JsonPath) => string | undefined,
): OpenReplies {
  const open = replies.filter(({ status }) => status === "open");
  return {
    shown: open.slice(0, MOST).map((reply) => saidReply(reply, slideOf)),
    more: Math.max(0, open.length - MOST),
    settled: replies.length - open.length,
  };
}

function saidReply(reply: Reply, slideOf: (path: JsonPath) => string | undefined): SaidReply {
  const { id, from, who, path, quoted, was, words, decision, holdsBack, wouldChange, status } = reply;
  const slide = path === undefined || path.length === 0 ? undefined : slideOf(path);
  const said: readonly (readonly [asked: string | undefined, text: string | undefined])[] = [
    [messages.replyAsked.decision, decision === undefined ? undefined : messages.decisionName(decision)],
    [messages.replyAsked.was, was],
    from === "edit"
      ? [messages.replyAsked.words, words.trim() === "" ? messages.replyLeavesOut : words]
      : [undefined, words],
    [messages.replyAsked.holdsBack, holdsBack],
    [messages.replyAsked.wouldChange, wouldChange],
  ];
  return {
    id,
    who: cut(who, LONGEST_NAME),
    about: messages.replyAbout(reply),
    words: said.flatMap(([asked, text]) =>
      text === undefined || text.trim() === ""
        ? []
        : [{ ...(asked === undefined ? {} : { asked }), text: cut(text, LONGEST) }],
    ),
    ...(quoted === undefined ? {} : { quoted: cut(quoted, LONGEST_NAME) }),
    ...(slide === undefined ? {} : { slide }),
    ...(path === undefined || path.length === 0 ? {} : { path: pathText(path) }),
    state: messages.replyStatus(status),
  };
}

/** A text of somebody else without what would change how others are shown, in lines, cut where it is long. */
const cut = (text: string, most: number): string =>
  shortened(text.slice(0, 10 * most).trim(), most)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(printable)
    .join("\n");
