import { shortened } from "../base/graphemes.ts";
import { pathText } from "../base/json-path.ts";
import { count, quoted } from "../diagnostics/make.ts";
import { printable } from "../diagnostics/terminal.ts";
import type { Reply } from "../model/replies.ts";
import type { Rule } from "./rule.ts";

/** Replies that a finding names; the longest name and the most words of each, in characters. */
const NAMED = 3;
const LONGEST_NAME = 60;
const LONGEST_WORDS = 60;

const ASKED: Reply = {
  id: "r-4f9a12bc03",
  from: "comment",
  who: "Cia",
  at: "2026-11-20T09:15:00",
  version: "1.0",
  words: "What does it cost to stop halfway?",
  path: ["ask", "decision"],
  page: 2,
  status: "open",
};

export const repliesOpen: Rule = {
  code: "replies/open",
  severity: "warning",
  on: "bundle",
  asks: "Everything that readers answered, in a comment, an edit or a mail, is answered, taken over, declined or has become an objection.",
  why: "Whoever said something and finds nothing of it in the next version does not say anything again.",
  hint: "foredeck replies lists them. Settle each: --answered where it is, --objection where the deck has to answer it, --apply for an edit that is right, --decline with --because for what you do not follow.",
  source: "ISO 10002:2018, 8.3 and 8.9: a complaint is tracked until it is closed",
  sees: [
    "It knows what `foredeck pull` has read: comments and edits in decks that came back, and mails. They are in `<bundle>.replies.json`, beside the bundle.",
  ],
  examples: {
    valid: {},
    invalid: {},
    replies: { valid: [{ ...ASKED, status: "objection" }], invalid: [ASKED] },
  },
  check: ({ replies }) => {
    const open = replies.filter(({ status }) => status === "open");
    const [first] = open;
    if (first === undefined) return [];
    const named = open.slice(0, NAMED).map(nameOf);
    const more = open.length - named.length;
    return [
      {
        what: `${count(open.length, "reply is", "replies are")} open: ${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`,
        hint: `foredeck replies lists all of them. Settle each by its id: ${waysOut(open)}.`,
        path: open.find(({ path }) => path !== undefined)?.path ?? [],
      },
    ];
  },
};

/** Options that settle replies, those for edits where there are any, each with an id that it can be given. */
function waysOut(open: readonly Reply[]): string {
  const said = open.find(({ from }) => from !== "edit")?.id;
  const edit = open.find(({ from }) => from === "edit")?.id;
  return [
    ...(said === undefined
      ? []
      : [`--answered ${said} where it is, --objection ${said} where the deck has to answer it`]),
    ...(edit === undefined
      ? []
      : [`--apply ${edit} where the edit is right, --decline ${edit} --because "…" where it is not`]),
  ].join(", ");
}

/** Author of a reply, its place, and its first words: Cia on options[1].name, "Too dear". */
function nameOf({ who, from, path, page, was, words, holdsBack, wouldChange }: Reply): string {
  const name =
    who.trim() === ""
      ? "somebody without a name"
      : printable(shortened(who.trim().slice(0, 10 * LONGEST_NAME), LONGEST_NAME));
  const where =
    from === "mail"
      ? " by mail"
      : path !== undefined && path.length > 0
        ? ` on ${pathText(path)}`
        : page === undefined
          ? ""
          : ` on page ${page}`;
  const said = [words, holdsBack, wouldChange, was].find((one) => one !== undefined && one.trim() !== "");
  const way = from !== "edit" ? "" : words.trim() === "" ? " would leave out" : " proposes";
  if (said === undefined) return `${name}${where}`;
  return `${name}${where}${way === "" ? "," : way} ${quoted(said.replaceAll(/\s+/g, " ").trim(), LONGEST_WORDS)}`;
}
