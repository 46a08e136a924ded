/** Texts of --help for the commands of what is sent, comes back and is decided. Lines stay under 80 columns. */
export const CONVERSATION_HELP = {
  send: "check, build and keep a version for good, and write the mails that go with it",
  sendTo:
    "ids of stakeholders, separated by commas (default: those in history for this version, else all with a part in the decision)",
  sendAnyway: "send despite errors or as a draft, for this reason, which is kept",
  sendOutDir: "write decks, mails and messages into a folder of this one (default: out)",
  sendDeliver: "hand the mails to the mail server in FOREDECK_SMTP_URL",
  sendYes: "with --deliver: do not ask before delivering",
  sendAgain: "with --deliver: deliver to these readers once more",
  sendDryRun: "print all that would be sent, and write nothing",
  sendExamples: `
What is sent is kept beside the bundle, in <bundle>.sent/<version>: the bundle
with all that it read, the figures, the deck, the mails. Nothing in there is
ever overwritten. To send other content, raise "version" in the bundle. The
folder holds what only you may see; never forward it.

Mails, deck and messages for chats are written to out/<bundle>-<version>:
  to-cfo.eml    a mail to the reader cfo, which Outlook and others open
  to-cfo.txt    the same as text
  mails.html    a link for each reader, for programs that open no .eml
  dates.ics     the day of the decision and the meeting, for calendars
  slack.json    a message for Slack (Block Kit)
  teams.json    a message for Teams (Adaptive Card)

With --deliver, a server sends the mails. Its address is read from the
environment alone: FOREDECK_SMTP_URL=smtps://user:password@mail.example.com
After an interruption, run the command again: no mail is delivered twice.

Examples:
  foredeck send listening.json --dry-run
  foredeck send listening.json
  foredeck send listening.json --to ceo,cfo
  foredeck send listening.json --anyway "The board asked to see the draft"
  foredeck send listening.json --deliver
  foredeck send listening.json --deliver --yes --json
`,
  pull: "read what readers changed in a deck and answered, and find where it belongs in the bundle",
  pullReturned: "decks that came back (.pptx), and mails (.eml, or their text as .txt)",
  pullApply: "write the texts that only they changed into the bundle",
  pullInteractive: "ask of each text that only they changed whether to write it into the bundle",
  pullSent: "version that the decks are of, where a program has dropped their mark",
  pullDryRun: "print all of it, and write nothing",
  pullExamples: `
A deck that was sent with \`foredeck send\` carries a mark, by which pull finds
the version that it is. It compares the deck with that version, and that version
with the bundle of today:

  proposed   only they changed it; --apply writes it into the bundle
  conflict   both changed it; you decide
  number     a figure or a value of a chart was changed; it is never written as
             words: change the value that it comes from
  wording    words that Foredeck wrote, or that are of several texts

Comments, mails and what was changed are kept in <bundle>.replies.json;
\`foredeck replies\` lists them. Nothing is written into the bundle without
--apply.

Examples:
  foredeck pull listening.json returned.pptx
  foredeck pull listening.json returned.pptx reply.eml --apply
  foredeck pull listening.json google.pptx --sent 1.0
`,
  replies: "list what readers answered and what is open",
  repliesAnswered: "mark these replies as answered, by their ids",
  repliesObjection: "make objections of these replies in the bundle",
  repliesApply: "write these edits of a deck into the bundle",
  repliesDecline: "mark these replies as declined, with --because",
  repliesBecause: "reason for which they are declined, which is kept with them",
  repliesAll: "list the replies that are not open, too",
  repliesExamples: `
Comments, mails and edits that \`foredeck pull\` found stay open until somebody
says what became of them. An edit that stands in the bundle is applied without a
word; a number that was changed by hand is --answered.

Examples:
  foredeck replies listening.json
  foredeck replies listening.json --objection r-4f9a12bc03
  foredeck replies listening.json --answered r-0c51aa9be2,r-77d01f3c4a
  foredeck replies listening.json --apply r-9b1de2f014
  foredeck replies listening.json --decline r-9b1de2f014 --because "It is of May"
`,
  sendExits: `
Exit codes:
  0    sent, or sent before with the same content
  1    the bundle has errors, its version was sent with other content, or a mail
       was not delivered
  2    wrong usage, or a file could not be read or written, or is not as it was
       sent
  70   a defect of Foredeck
  130  interrupted (Ctrl-C) before everything was delivered
`,
  edition: "build this edition of each bundle; brief, one page to print, is one of every bundle",
  editions: "build the deck of each bundle and every edition of it",
  changed: "say what changed since a version that was sent: the ask, figures, reasons, wording …",
  changedSince: "compare with this version, as it was sent (default: the one that was sent last)",
  changedFor: "compare with the version that this reader got last, by the id of the stakeholder",
  changedAgainst: "compare with this bundle",
  changedFormat: "form of the report",
  changedExamples: `
Two bundles are compared as readers read them: by item and field. A figure that
moved in a sentence is told of once, and only words that changed count as a
rewording. A value of a period that was there before is history restated; a
period that is new is not. What the deck never shows is listed by itself.

Examples:
  foredeck changed listening.json
  foredeck changed listening.json --since 1.0
  foredeck changed listening.json --for cfo
  foredeck changed listening.json --against listening-1.0.json
  foredeck changed listening.json --against listening-1.0.json --format markdown
  foredeck changed listening.json --against old.json --json | jq ".changes[].what"
`,
  record: "write the record of what was decided: on which version, by whom, why, under which conditions",
  recordOutput: "write the record to this file instead of printing it",
  recordCalendar: "also write the next steps and reports of the plan as calendar entries (.ics)",
  recordExamples: `
What was decided stands in the bundle, and never in a deck:
  "decided": {
    "result": "no", "date": "2026-12-05",
    "reasons": [{ "reason": "The pilot is too small", "from": "cfo" }],
    "lessons": ["Talk with finance before the numbers are fixed"]
  }
result is yes, no, later or changed. The record has the fields of MADR 4.0.0,
as Markdown or JSON.

Examples:
  foredeck record listening.json
  foredeck record listening.json -o decisions/0012-listening.md
  foredeck record listening.json --json | jq .status
  foredeck record listening.json -o record.md --calendar follow-ups.ics
`,
  next: "open the next version after a no or a later: each reason becomes an objection to answer",
  nextDryRun: "print the changes as a diff and write nothing",
  nextExamples: `
The version is raised, a final deck is a draft again, and what was decided goes
to the version that it was about. Each reason becomes an objection with who
raised it and when; its answer asks what has changed since. Comments and layout
of the bundle stay as they are.

Examples:
  foredeck next listening.json --dry-run
  foredeck next listening.json
  foredeck next listening.json --json | jq -r ".objections[]"
`,
  thanks: "write a note of thanks to each person who gave something, with what came of it",
  thanksOutDir: "write each note into this folder, as a mail, as text, and as messages for Slack and Teams",
  thanksExamples: `
A note goes to whoever was met or quoted, raised an objection or made a win
happen. It is in the language of the deck, has their own words alone, and says
nothing of what anybody thinks of the proposal.

Examples:
  foredeck thanks listening.json
  foredeck thanks listening.json --out-dir out/thanks
  foredeck thanks listening.json --json | jq -r ".notes[].text"
`,
} as const;
