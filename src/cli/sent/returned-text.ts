import pc from "picocolors";
import { pathText } from "../../base/json-path.ts";
import type { Settled, SettledText } from "../../conversation/pull/settle.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { printable } from "../../diagnostics/terminal.ts";
import type { Reply } from "../../model/replies.ts";
import type { ReturnedItem } from "../../model/returned.ts";
import type { ReturnedDeck } from "./returned.ts";

/** Deck that came back, settled against the bundle of today. */
export interface PulledDeck extends ReturnedDeck {
  readonly settled: Settled;
}

/**
 * Lines for a terminal: each text as it was, as they have it and, of a conflict, as it is now; then all else. `declined`
 * gives the reason for which a text was declined before.
 */
export function deckText(
  { file, version, by, settled }: PulledDeck,
  colour: boolean,
  declined: (text: SettledText) => string | undefined,
): string {
  const paint = pc.createColors(colour);
  const texts = settled.texts.flatMap((text) => {
    const because = declined(text);
    const standing =
      because === undefined ? messages.pulledStanding(text.standing) : messages.pulledDeclined(because);
    const said = text.standing === "proposed" ? standing : paint.yellow(standing);
    return [...textLines(text, colour), `    ${said}`];
  });
  const others = settled.others.map((item) => {
    const place = messages.pulledPlace(item.page, item.title, undefined, item.notes === true);
    return `  ${place}\n    ${otherText(item, item.now)}`;
  });
  const lines = [...texts, ...others];
  return `${[
    paint.bold(messages.pulledFile(file, version.manifest.version, by)),
    ...(lines.length === 0 ? [`  ${messages.pulledNothing}`] : lines),
  ].join("\n")}\n`;
}

/** Lines for a terminal: where a text stands, as it was, as they have it and, of a conflict, as it is now. */
export function textLines(text: SettledText, colour: boolean): readonly string[] {
  const paint = pc.createColors(colour);
  const [first] = text.items;
  if (first === undefined) return [];
  const path = text.path ?? text.sentPath;
  return [
    `  ${messages.pulledPlace(first.page, first.title, path, first.notes === true)}`,
    paint.red(`    - ${printable(text.sent)}`),
    ...text.theirs.map((theirs) => paint.green(`    + ${printable(theirs)}`)),
    ...(text.standing === "conflict" && text.ours !== undefined
      ? [paint.yellow(`    = ${printable(text.ours)}`)]
      : []),
  ];
}

function otherText(item: ReturnedItem, now: ReturnedItem["path"]): string {
  switch (item.kind) {
    case "figure":
      return messages.pulledFigure(item.before, item.after, now);
    case "chart":
      return messages.pulledChart(item.series, item.category, item.before, item.after, now);
    case "wording":
    case "text":
      return messages.pulledWording(item.before, item.after);
    case "comment":
      return messages.pulledComment(item.comment.author, item.comment.reply, item.comment.text, item.quoted);
    default:
      return messages.pulledPart(item.kind, item.shape, item.text);
  }
}

/** A reply as lines: who and when, where it stands, the words, and the answers of its form. */
export function replyLines(reply: Reply): readonly string[] {
  const { from, who, at, words, page, path, decision, holdsBack, wouldChange, because } = reply;
  const about = [
    who === "" ? "?" : printable(who),
    ...(at === undefined ? [] : [at.slice(0, 10)]),
    ...(page === undefined ? [] : [`page ${page}`]),
    ...(path === undefined ? [] : [pathText(path)]),
  ];
  return [
    `${reply.id}  ${messages.replyStatus(reply.status)}  ${about.join(", ")}`,
    ...(decision === undefined ? [] : [`    ${messages.replyDecision(decision)}`]),
    ...(from === "edit" ? editLines(reply) : words === "" ? [] : [`    ${onOneLine(words)}`]),
    ...(holdsBack === undefined ? [] : [`    ${messages.replyHoldsBack(holdsBack)}`]),
    ...(wouldChange === undefined ? [] : [`    ${messages.replyWouldChange(wouldChange)}`]),
    ...(because === undefined ? [] : [`    ${messages.replyBecause(because)}`]),
  ];
}

/** Lines of an edit: the names of a value of a chart, what it takes out, and what it puts in. */
const editLines = ({ quoted, was, words }: Reply): readonly string[] => [
  ...(quoted === undefined ? [] : [`    ${onOneLine(quoted)}`]),
  ...(was === undefined ? [] : [`    - ${onOneLine(was)}`]),
  ...(words === "" ? [] : [`    + ${onOneLine(words)}`]),
];

const onOneLine = (text: string): string => printable(text.replaceAll(/\s+/g, " "));

/** A text that came back as JSON, for other programs. */
export const textAsJson = ({ standing, items, sentPath, path, sent, theirs, ours }: SettledText) => ({
  kind: "text",
  standing,
  path: path === undefined ? null : pathText(path),
  pathSent: pathText(sentPath),
  ...{ sent, theirs, ours: ours ?? null },
  pages: [...new Set(items.map(({ page }) => page))],
});

/** Anything else that came back as JSON. */
export const otherAsJson = ({ path, now, ...item }: Settled["others"][number]) => ({
  ...item,
  path: now === undefined ? null : pathText(now),
  pathSent: path === undefined ? null : pathText(path),
});
