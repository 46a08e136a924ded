import type { Diagnostic } from "../diagnostic.ts";
import { count, error, every, quoted, thereAre, warning } from "../make.ts";
import { printable } from "../terminal.ts";

/** Messages of `foredeck send`. */

export const sendOfInput = (): Diagnostic =>
  error(
    "send/input",
    {},
    "A bundle from standard input cannot be sent: there is no file to keep it beside.",
    {
      hint: "Save it as a file, then send that.",
    },
  );

export const earlierUnknown = (version: string, why: string): Diagnostic =>
  warning(
    "sent/unknown",
    { path: ["version"] },
    `What changed since version ${quoted(version)} is not known: ${why}`,
    {
      hint: "Restore the folder of the version as it was sent; the deck says nothing of what changed until then.",
    },
  );

export const sendLacks = (field: "version" | "date"): Diagnostic =>
  error(
    "send/lacks",
    { path: [field] },
    `The bundle has no ${field}, so what is sent would have none either.`,
    {
      hint: field === "version" ? 'Add "version": "1.0".' : 'Add "date", the date of the deck.',
    },
  );

export const thanksUndated = (): Diagnostic =>
  error(
    "thanks/date",
    { path: ["date"] },
    "The bundle has no date, and neither has what was decided, so the mails would have none either.",
    { hint: 'Add "date", the date of the deck, or "decided" with the day of the decision.' },
  );

export const sendBadVersion = (version: string): Diagnostic =>
  error(
    "send/version",
    { path: ["version"] },
    `${quoted(version)} cannot be the name of a folder on every disk.`,
    {
      hint: "Use letters, digits, dots and hyphens, such as 1.0 or 1.1-draft.",
    },
  );

export const sendNoReaders = (): Diagnostic =>
  error("send/readers", { path: ["stakeholders"] }, "Nobody is named to send it to.", {
    hint: 'Name readers with --to, by their ids, or give stakeholders a "part" in the decision.',
  });

export const sendUnknownReader = (
  id: string,
  near: string | undefined,
  known: readonly string[],
): Diagnostic =>
  error("send/readers", { path: ["stakeholders"] }, `No stakeholder has the id ${quoted(id)}.`, {
    hint: near === undefined ? thereAre(known) : `Did you mean ${quoted(near)}?`,
  });

export const sendWithErrors = (file: string, errors: number, draft: boolean): string => {
  const found = [
    ...(errors > 0 ? [`${count(errors, "error")} in its argument`] : []),
    ...(draft ? ['is marked as a draft ("status")'] : []),
  ];
  const what = errors > 0 ? `has ${found.join(", and ")}` : found.join("");
  return `${printable(file)} ${what}; nothing was sent. To send it all the same, give the reason: --anyway "reason".`;
};

export const anywayWithoutReason = (): Diagnostic =>
  error("send/anyway", {}, "--anyway needs a reason; it is kept with what is sent.", {
    hint: '--anyway "The board asked to see the draft"',
  });

export const sentOtherwise = (version: string, folder: string, parts: readonly string[]): Diagnostic =>
  error(
    "send/other-content",
    { path: ["version"] },
    `Version ${quoted(version)} was sent already, with other content: ${every(parts)} ${parts.length === 1 ? "differs" : "differ"}.`,
    {
      why: "Two decks with one version cannot be told apart by those who answer.",
      hint: `Raise "version" in the bundle; what was sent stays in ${printable(folder)}.`,
    },
  );

export const sentMeanwhile = (folder: string): Diagnostic =>
  error(
    "send/meanwhile",
    {},
    `${printable(folder)} was made by another run meanwhile; it was left as it is.`,
    {
      hint: "Run the command again: it compares the two.",
    },
  );

export const sentFileMissing = (file: string): Diagnostic =>
  error("sent/missing", {}, `${printable(file)} is missing from what was sent.`, {
    hint: "Restore it from a backup or from version control.",
  });

export const sentFileChanged = (file: string): Diagnostic =>
  error(
    "sent/changed-by-hand",
    {},
    `${printable(file)} is not as it was sent: it is damaged, or was edited.`,
    {
      hint: "Restore it from a backup or from version control.",
    },
  );

export const sentFileUnreadable = (file: string, code: string): Diagnostic =>
  error("sent/unreadable", {}, `${printable(file)} could not be read (${code}).`);

export const sentUnderOtherName = (folder: string, version: string): Diagnostic =>
  error(
    "sent/renamed",
    {},
    `${printable(folder)} holds version ${quoted(version)}: the folder was renamed.`,
    {
      hint: `Rename it to ${printable(version)}.`,
    },
  );

export const sentByNewer = (file: string): Diagnostic =>
  error("sent/newer", {}, `${printable(file)} was written by a newer version of Foredeck.`, {
    hint: "Update Foredeck.",
  });

export const historyNotWritten = (file: string): Diagnostic =>
  error("send/history", {}, `The entry in "history" could not be written into ${printable(file)}.`, {
    hint: "Its history must be a list, and the file whole JSON.",
  });

export const deliverNoServer = (variable: string): Diagnostic =>
  error("send/server", {}, `--deliver needs a mail server in the environment variable ${variable}.`, {
    hint: `${variable}=smtps://user:password@mail.example.com foredeck send …`,
  });

export const deliverBadServer = (variable: string): Diagnostic =>
  error("send/server", {}, `${variable} does not hold the address of a mail server.`, {
    hint: "Write smtps://user:password@host, or smtp:// for a server with STARTTLS; characters such as @ in the password as %40.",
  });

export const deliverNeedsYes = (): Diagnostic =>
  error("send/yes", {}, "--deliver asks before it sends, and nobody is there to answer.", {
    hint: "Add --yes to send without being asked.",
  });

export const againNeedsDeliver = (): Diagnostic =>
  error("send/again", {}, "--again hands mails to a server once more, so it goes with --deliver.");

export const deliverNoSender = (): Diagnostic =>
  error("send/sender", { path: ["contact"] }, "The bundle names no address that the mails could come from.", {
    hint: "Add contact.email.",
  });

export const deliverNoAddress = (readers: readonly string[]): Diagnostic =>
  error(
    "send/address",
    { path: ["stakeholders"] },
    `${every(readers)} ${readers.length === 1 ? "has" : "have"} no e-mail address.`,
    { hint: 'Add "email" to the stakeholder; it is never printed.' },
  );

/** Sentence about a mail that was not delivered; `code` is that of nodemailer, `answer` the number that the server said. */
export function deliveryFailure(code: string, answer: number | undefined): string {
  const said = answer === undefined ? "" : ` (${answer})`;
  switch (code) {
    case "EAUTH":
      return `the server did not accept user and password${said}`;
    case "EENVELOPE":
      return `the server refused sender or recipient${said}`;
    case "EMESSAGE":
      return `the server refused the mail${said}`;
    case "EDNS":
      return "the server was not found";
    case "ETLS":
    case "EREQUIRETLS":
      return "no secure connection to the server could be made";
    case "ETIMEDOUT":
      return "the server did not answer in time";
    case "ESOCKET":
    case "ECONNECTION":
      return `the connection to the server failed${said}`;
    default:
      return `the server did not take it${said === "" ? ` (${printable(code)})` : said}`;
  }
}

export const notDelivered = (reader: string, reason: string): Diagnostic =>
  error("send/not-delivered", {}, `The mail to ${quoted(reader)} was not delivered: ${reason}.`, {
    hint: "Run the command again: it sends only what was not taken yet.",
  });

export const maybeDelivered = (readers: readonly string[]): Diagnostic =>
  error(
    "send/maybe-delivered",
    {},
    `It is not known whether the server took the mail to ${every(readers)}: the connection broke before it had said so.`,
    { hint: `Ask them. It is sent once more only with --deliver --again ${readers.join(",")}` },
  );

export const frozen = (version: string, folder: string): string =>
  `Version ${printable(version)} is kept in ${printable(folder)}`;
export const frozenBefore = (version: string, folder: string): string =>
  `Version ${printable(version)} was sent with the same content; it is kept in ${printable(folder)}`;
export const mailWritten = (reader: string, file: string): string =>
  `Mail to ${printable(reader)}: ${printable(file)}`;
export const outputLeft = (file: string): string =>
  `${printable(file)} is there already, with other content; it was left as it is`;
export const deliverHint = (folder: string): string =>
  `Open the mails in ${printable(folder)} to send them, or run again with --deliver`;
export const historyWritten = (file: string): string =>
  `Added the version to "history" in ${printable(file)}`;
export const deliverQuestion = (readers: readonly string[]): string =>
  `Deliver ${count(readers.length, "mail")} now, to ${printable(readers.join(", "))}? [y/N] `;
/** Answers that mean yes. */
export const saysYes = (answer: string | undefined): boolean => /^\s*y(?:es)?\s*$/i.test(answer ?? "");
export const delivered = (reader: string): string => `Delivered to ${printable(reader)}`;
export const deliveredBefore = (reader: string): string => `Delivered to ${printable(reader)} before`;
export const nothingDelivered = (): string => "Nothing was delivered";
export const deliveryStopped = (left: number): string =>
  `Interrupted; ${count(left, "mail")} not delivered. Run the command again to deliver the rest`;

/** Lines that --dry-run prints. */
export const dryRunHeading = (version: string, known: boolean): string =>
  known
    ? `Version ${printable(version)} was sent with the same content. Nothing is written or delivered now`
    : `Version ${printable(version)} would be sent. Nothing is written or delivered now`;
/** Refuses an edition whose figures are not those of the deck. */
export const figuresApart = (
  edition: string,
  apart: readonly { readonly name: string; readonly whole: string; readonly edition: string }[],
): Diagnostic =>
  error(
    "editions/same-figures",
    {},
    `${count(apart.length, "figure is", "figures are")} not the same in edition ${quoted(edition)} as in the deck: ${apart
      .slice(0, 3)
      .map(
        (each) =>
          `${printable(each.name)} is ${printable(each.edition)}, and ${printable(each.whole)} in the deck`,
      )
      .join("; ")}.`,
    {
      why: "Readers compare what they were given; two numbers for one thing end the trust in both.",
      hint: "This is a defect of Foredeck, not of the bundle: please report it.",
    },
  );

/** Deck that a reader gets, by the name of its edition, with all that the mail carries. */
export const dryRunGets = (reader: string, edition: string | undefined, files: readonly string[]): string =>
  `${printable(reader)} gets ${edition === undefined ? "the deck" : `the edition ${quoted(edition)}`}: ${files.map(printable).join(", ")}`;
export const dryRunFile = (file: string): string => `would write ${printable(file)}`;
export const dryRunDeliver = (address: string): string => `would deliver to ${printable(address)}`;
export const mailHeading = (reader: string, address: string | undefined, subject: string): string =>
  `To: ${printable(reader)}${address === undefined ? "" : ` <${printable(address)}>`}\nSubject: ${printable(subject)}`;
