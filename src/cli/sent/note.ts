import { slackNote, teamsNote } from "../../conversation/chat.ts";
import { textPage } from "../../conversation/mail.ts";
import { oneLine } from "../../conversation/plain.ts";
import type { Tongue } from "../../conversation/sending.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import type { Bundle } from "../../model/bundle/index.ts";
import { SENT_FORMAT, type SentMail } from "../../model/sent.ts";
import { emlBytes } from "./eml.ts";
import { type Outgoing, prettyJson } from "./outputs.ts";
import { messageIdOf } from "./store.ts";

/** A note to one person, that carries nothing. */
export interface Note {
  /** Id of the stakeholder; null for somebody else. */
  readonly id: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly subject: string;
  readonly text: string;
  readonly date: string;
  readonly contact: Bundle["contact"];
}

/** A note as a mail, as text to be pasted, and as messages for Slack and Teams; `path` is theirs without its ending. */
export async function noteFiles(path: string, note: Note, tongue: Tongue): Promise<readonly Outgoing[]> {
  const { contact, text, date } = note;
  const subject = oneLine(note.subject);
  const mail: Omit<SentMail, "messageId"> = {
    format: SENT_FORMAT,
    reader: note.id ?? "thanks",
    ...(contact?.email === undefined
      ? {}
      : { from: { name: oneLine(contact.name), email: oneLine(contact.email) } }),
    to: { name: oneLine(note.name), ...(note.email === null ? {} : { email: oneLine(note.email) }) },
    ...{ date, subject, text, html: textPage(tongue, subject, text), attachments: [] },
  };
  const eml = await emlBytes({ ...mail, messageId: messageIdOf(mail, () => "") }, noFile, "draft");
  const paragraphs = text.trim().split(/\n{2,}/);
  const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);
  return [
    { path: `${path}.eml`, bytes: eml },
    {
      path: `${path}.txt`,
      bytes: bytes(`${messages.mailHeading(mail.to.name, mail.to.email, subject)}\n\n${text}`),
    },
    { path: `${path}.slack.json`, bytes: bytes(prettyJson(slackNote(subject, paragraphs))) },
    { path: `${path}.teams.json`, bytes: bytes(prettyJson(teamsNote(subject, paragraphs, tongue))) },
  ];
}

const noFile = (name: string): never => {
  throw new Error(`a note carries nothing, and no ${name}`);
};
