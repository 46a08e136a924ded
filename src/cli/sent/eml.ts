import MailComposer from "nodemailer/lib/mail-composer";
import type { SentMail } from "../../model/sent.ts";

/** Types of what mails carry, by extension. */
const TYPES: Readonly<Record<string, string>> = {
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
  ics: "text/calendar; charset=utf-8; method=PUBLISH",
};

/** Hour of the day on which mails are dated: no bundle says at what time it was sent. */
const NOON = "T12:00:00Z";

/**
 * A mail in full (RFC 5322, MIME). Same mail, same bytes: date, message id and boundaries come from it. A draft opens in
 * mail programs to be sent (X-Unsent); the other form is for a server.
 */
export async function emlBytes(
  { from, to, date, subject, text, html, messageId, attachments }: SentMail,
  file: (name: string) => Promise<Uint8Array>,
  form: "draft" | "delivery",
): Promise<Uint8Array> {
  const address = (name: string, email: string) => ({ name, address: email });
  const composer = new MailComposer({
    ...(from === undefined ? {} : { from: address(from.name, from.email) }),
    ...(to.email === undefined ? {} : { to: [address(to.name, to.email)] }),
    date: new Date(`${date}${NOON}`),
    subject,
    messageId,
    text,
    html,
    attachments: await Promise.all(
      attachments.map(async (name) => ({
        filename: name,
        content: Buffer.from(await file(name)),
        contentType: TYPES[/[^.]*$/.exec(name)?.[0] ?? ""] ?? "application/octet-stream",
        contentTransferEncoding: "base64" as const,
      })),
    ),
    baseBoundary: messageId.slice(1, 17),
    newline: "\r\n",
    ...(form === "draft" ? { headers: { "X-Unsent": "1" } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Uint8Array(await composer.compile().build());
}
