import { answerLink, formText } from "./form.ts";
import { html, mailLink, oneLine } from "./plain.ts";
import type { Reader, Sending, Tongue } from "./sending.ts";

/** A mail to one reader, without sender and attachments. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Opens the mail, without attachments, in a program that reads no .eml; undefined for a reader without an address. */
  readonly link?: string;
}

/** Writes the mail to a reader: the ask, the minutes, and what is wanted back by when come first. */
export function letterTo(reader: Reader, sending: Sending, tongue: Tongue): Letter {
  const { locale, words } = tongue;
  const { title, purpose, contact, mark, files } = sending;
  const by = sending.by === undefined ? undefined : locale.date(sending.by, "weekday");
  const subject = subjectOf(sending, tongue);
  const first = openingLines(sending, tongue, reader.id);
  const { again } = sending;
  const known = again?.readers.includes(reader.id) === true && again.pages.length > 0;
  const rest = [
    ...(known ? [words("changed.pages", { pages: again.pages })] : []),
    ...backgroundLines(sending, tongue),
  ];
  const attached = words("mail.attached", { files });
  const asks = purpose !== "inform" || by !== undefined;
  const form = formText(words, mark);
  const signature =
    contact === undefined
      ? []
      : [oneLine(contact.name), ...(contact.role === undefined ? [] : [oneLine(contact.role)])];
  const text = [
    first.join("\n"),
    rest.join("\n\n"),
    attached,
    signature.join("\n"),
    ...(asks ? [words("mail.answer"), form] : []),
  ];
  const answer =
    contact?.email === undefined ? undefined : answerLink(words, { email: contact.email, title, ...mark });
  const start = mailLink(reader.email ?? "", subject, text.filter((part) => part !== "").join("\n\n"));
  // A longer body than a link holds is cut to what comes first.
  const link = start.includes("&body=") ? start : mailLink(reader.email ?? "", subject, first.join("\n"));
  return {
    subject,
    text: `${text.filter((part) => part !== "").join("\n\n")}\n`,
    html: page(
      tongue,
      subject,
      [
        paragraph(first.map((line, n) => (n === 0 ? `<strong>${html(line)}</strong>` : html(line)))),
        ...rest.map((line) => paragraph([html(line)])),
        paragraph([html(attached)]),
        ...(signature.length === 0 ? [] : [paragraph(signature.map(html))]),
        ...(asks
          ? [
              paragraph([
                html(words("mail.answer")),
                ...(answer === undefined
                  ? []
                  : [`<a href="${html(answer)}">${html(words("mail.answer.link"))}</a>`]),
              ]),
              ...form
                .split("\n\n")
                .filter((part) => part.trim() !== "")
                .map((part) => paragraph([html(part.trim()), ...(part.includes("[") ? [] : ["&nbsp;"])])),
            ]
          : []),
      ].join("\n"),
    ),
    ...(reader.email === undefined ? {} : { link }),
  };
}

/** The ask, the minutes it takes to read, and what is wanted back by when. */
export function openingLines(
  sending: Sending,
  { locale, words }: Tongue,
  reader?: string,
): readonly string[] {
  const { ask, why, minutes, purpose } = sending;
  const by = sending.by === undefined ? undefined : locale.date(sending.by, "weekday");
  const wanted =
    purpose === "inform"
      ? words("mail.wanted.inform")
      : purpose === "decide" && reader !== undefined && reader === sending.approver
        ? words("mail.wanted.approver", { by })
        : words(`mail.wanted.${purpose}`, { by });
  return [ask ?? why, words("mail.minutes", { minutes }), wanted];
}

/** Lines that follow the first ones: why, what changed, and the meeting. */
export function backgroundLines(sending: Sending, { locale, words }: Tongue): readonly string[] {
  const { ask, why, changed, meeting } = sending;
  return [
    ...(ask === undefined ? [] : [words("mail.why", { why })]),
    ...(changed === undefined ? [] : [words("mail.changed", changed)]),
    ...(meeting === undefined
      ? []
      : [
          words("mail.meeting", {
            meeting: words("cover.meeting.value", {
              ...meeting,
              date: locale.date(meeting.date, "weekday"),
              time: meeting.time === undefined ? undefined : locale.time(meeting.time),
            }),
          }),
        ]),
  ].map(oneLine);
}

export function subjectOf(sending: Sending, { locale, words }: Tongue): string {
  const { title, purpose } = sending;
  const by = sending.by === undefined ? undefined : locale.date(sending.by, "short");
  return oneLine(
    purpose === "inform"
      ? words("mail.subject.inform", { title })
      : words(`mail.subject.${purpose}`, { title, by }),
  );
}

/** A page with a link for each reader: it opens the mail in the program of whoever sends it. */
export function linksPage(
  letters: readonly { readonly reader: Reader; readonly letter: Letter; readonly files: readonly string[] }[],
  { title, version, files }: Sending,
  tongue: Tongue,
): string {
  const heading = tongue.words("mail.list", { title, version });
  // Where readers get different decks, each is named with its reader.
  const alike = letters.every((one) => one.files.join("\n") === files.join("\n"));
  const items = letters.map(({ reader, letter, files: own }) => {
    const name = html(oneLine(reader.name));
    const link = letter.link === undefined ? name : `<a href="${html(letter.link)}">${name}</a>`;
    return `<li>${link}${alike ? "" : `<br>\n${html(tongue.words("mail.list.attach", { files: own }))}`}</li>`;
  });
  return page(
    tongue,
    heading,
    [
      `<h1>${html(heading)}</h1>`,
      ...(alike ? [paragraph([html(tongue.words("mail.list.attach", { files }))])] : []),
      `<ul>\n${items.join("\n")}\n</ul>`,
    ].join("\n"),
  );
}

/** A text as the page of a mail: a paragraph for each of its blocks, a line for each of its lines. */
export const textPage = (tongue: Tongue, subject: string, text: string): string =>
  page(
    tongue,
    subject,
    text
      .trim()
      .split(/\n{2,}/)
      .map((block) => paragraph(block.split("\n").map(html)))
      .join("\n"),
  );

const paragraph = (lines: readonly string[]): string => `<p>${lines.join("<br>\n")}</p>`;

const page = ({ locale }: Tongue, title: string, body: string): string =>
  `<!DOCTYPE html>
<html lang="${html(locale.tag)}" dir="${locale.direction}">
<head><meta charset="utf-8"><title>${html(title)}</title></head>
<body style="font-family: Calibri, Carlito, Arial, sans-serif; font-size: 11pt">
${body}
</body>
</html>
`;
