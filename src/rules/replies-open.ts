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
  asks: "Everything that readers answered, in a comment or a mail, is answered or has become an objection.",
  why: "Whoever said something and finds nothing of it in the next version does not say anything again.",
  hint: "foredeck replies lists them. Settle each: --answered where it is, --objection where the deck has to answer it.",
  source: "ISO 10002:2018, 8.3 and 8.9: a complaint is tracked until it is closed",
  sees: [
    "It knows what `foredeck pull` has read: comments in decks that came back, and mails. They are in `<bundle>.replies.json`, beside the bundle.",
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
        hint: `foredeck replies lists all of them. Settle each by its id: --answered ${first.id} where it is, --objection ${first.id} where the deck has to answer it.`,
        path: open.find(({ path }) => path !== undefined)?.path ?? [],
      },
    ];
  },
};

/** Author of a reply, its place, and its first words: Cia on options[1].name, "Too dear". */
function nameOf({ who, from, path, page, words, holdsBack, wouldChange }: Reply): string {
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
  const said = [words, holdsBack, wouldChange].find((one) => one !== undefined && one.trim() !== "");
  return `${name}${where}${said === undefined ? "" : `, ${quoted(said.replaceAll(/\s+/g, " ").trim(), LONGEST_WORDS)}`}`;
}
