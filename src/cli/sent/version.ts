import { parsedJson } from "../../base/jsonc.ts";
import { calendarText } from "../../conversation/calendar.ts";
import { changedPages } from "../../conversation/changed/index.ts";
import { letterTo } from "../../conversation/mail.ts";
import { deckMap } from "../../conversation/map.ts";
import { oneLine } from "../../conversation/plain.ts";
import { type Sending, sendingOf, type Tongue } from "../../conversation/sending.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import type { Host } from "../../host/host.ts";
import { localeOf } from "../../locales/index.ts";
import { createPhrasebook } from "../../locales/phrasebook.ts";
import type { Stakeholder } from "../../model/bundle/index.ts";
import { type Manifest, SENT_FORMAT, type SentMail } from "../../model/sent.ts";
import type { Compiled } from "../../stages.ts";
import { digestOf } from "../cache/store.ts";
import { stem } from "../output/names.ts";
import { sealed } from "../versions/manifest.ts";
import { BUNDLE, CALENDAR, FIGURES, MAP } from "../versions/places.ts";
import { contentDigest, differences } from "./content.ts";
import { asBrief, asDraft, digestsOf, figuresText, type Prepared } from "./prepare.ts";
import { type Freezing, messageIdOf, type SentVersion } from "./store.ts";

/** All that a version consists of, before any of it is written. */
export interface Made {
  readonly freezing: Omit<Freezing, "mails">;
  readonly sending: Sending;
  readonly tongue: Tongue;
}

/**
 * Refuses a version that was sent with other content.
 * @throws DiagnosticsError that names what differs.
 */
export function refuseOther(prepared: Prepared, sent: SentVersion, shown: string): void {
  const { version, bytes, read, compiled } = prepared;
  const now = { bundle: parsedJson(bytes), read: digestsOf(read) };
  if (contentDigest(now, version) === sent.manifest.content) return;
  const before = { bundle: parsedJson(sent.bundle), read: sent.manifest.read };
  const found = messages.sentOtherwise(version, shown, differences(before, now, version));
  throw new DiagnosticsError([{ ...found, place: compiled.sourceMap.value(found.path ?? []) }]);
}

/** Builds the decks of a version and all that goes with them. */
export async function makeVersion(prepared: Prepared, anyway: string | undefined, host: Host): Promise<Made> {
  const { file, version, date, bytes, read, readers, errors } = prepared;
  const { render } = await import("../../render.ts");
  const compiled = errors.length > 0 ? await asDraft(prepared, host) : prepared.compiled;
  const deck = { file: `${stem(file)}-${version}.pptx`, format: "pptx" };
  const deckBytes = await render(compiled, "pptx", host);
  const sheet = { file: `${stem(file)}-${version}-brief.pdf`, format: "pdf", edition: "brief" };
  const sheetBytes = await render(await asBrief(prepared, host), "pdf", host);
  const files = new Map<string, Uint8Array>([
    [deck.file, deckBytes],
    [sheet.file, sheetBytes],
    [BUNDLE, bytes],
    [FIGURES, new TextEncoder().encode(figuresText(compiled))],
    [MAP, new TextEncoder().encode(`${JSON.stringify(deckMap(compiled.pages))}\n`)],
  ]);
  const digest = digestOf(deckBytes);
  const { sending: said, tongue } = sendingFrom(prepared, compiled, {
    minutes: compiled.deck.minutes,
    files: [deck.file, sheet.file],
    digest,
  });
  const calendar = calendarText(said, tongue, identityOf(prepared));
  if (calendar !== undefined) files.set(CALENDAR, new TextEncoder().encode(calendar));
  const sending = calendar === undefined ? said : { ...said, files: [...said.files, CALENDAR] };
  const digests = digestsOf(read);
  const { title, contact } = compiled.resolved;
  const others = [...files].filter(([name]) => name !== deck.file && name !== sheet.file);
  const manifest: Manifest = sealed({
    format: SENT_FORMAT,
    version,
    date,
    title,
    ...(contact === undefined ? {} : { by: contact }),
    to: readers.map(({ id }) => id),
    ...(anyway === undefined ? {} : { anyway }),
    content: contentDigest({ bundle: parsedJson(bytes), read: digests }, version),
    minutes: compiled.deck.minutes,
    decks: [
      { ...deck, digest },
      { ...sheet, digest: digestOf(sheetBytes) },
    ],
    files: Object.fromEntries(others.map(([name, content]) => [name, digestOf(content)])),
    read: digests,
  });
  const objects = new Map([...read.values()].map((content) => [digestOf(content), content] as const));
  return { freezing: { manifest, files, objects }, sending, tongue };
}

/** Words for mails of a version that was frozen before. */
export const sendingOfVersion = (
  prepared: Prepared,
  { manifest }: SentVersion,
): { readonly sending: Sending; readonly tongue: Tongue } =>
  sendingFrom(prepared, prepared.compiled, {
    minutes: manifest.minutes,
    files: [
      ...manifest.decks.map(({ file }) => file),
      ...(manifest.files[CALENDAR] === undefined ? [] : [CALENDAR]),
    ],
    digest: manifest.decks[0]?.digest ?? "",
  });

function sendingFrom(
  { version, date, had }: Prepared,
  { resolved, story: { since, points } }: Compiled,
  about: Parameters<typeof sendingOf>[1],
): { readonly sending: Sending; readonly tongue: Tongue } {
  const locale = localeOf(resolved.locale);
  const seen = since?.changes.filter(({ unseen }) => !unseen).map(({ pages }) => pages);
  const pages = seen === undefined ? [] : changedPages(seen, points).changed.map(({ short }) => short);
  const again = pages.length === 0 ? {} : { again: { pages, readers: had } };
  return {
    sending: sendingOf({ ...resolved, version, date }, { ...about, ...again }),
    tongue: { locale, words: createPhrasebook(locale).words },
  };
}

/** Name of a bundle from version to version, for calendars: its file's, and whose it is. */
const identityOf = ({ file, compiled: { resolved } }: Prepared): string =>
  digestOf(stem(file), resolved.organisation ?? "", resolved.contact?.email ?? "").slice(0, 24);

/** The mail to each reader. */
export function mailsTo(
  readers: readonly Stakeholder[],
  { sending, tongue }: { readonly sending: Sending; readonly tongue: Tongue },
  { manifest }: Pick<Freezing, "manifest">,
): readonly SentMail[] {
  const digests = new Map(Object.entries(manifest.files));
  for (const { file, digest } of manifest.decks) digests.set(file, digest);
  const attachments = [
    ...manifest.decks.map(({ file }) => file),
    ...(digests.has(CALENDAR) ? [CALENDAR] : []),
  ];
  const { contact } = sending;
  return readers.map((reader) => {
    const { subject, text, html } = letterTo(reader, sending, tongue);
    const mail = {
      format: SENT_FORMAT,
      reader: reader.id,
      ...(contact?.email === undefined
        ? {}
        : { from: { name: oneLine(contact.name), email: oneLine(contact.email) } }),
      to: {
        name: oneLine(reader.name),
        ...(reader.email === undefined ? {} : { email: oneLine(reader.email) }),
      },
      date: manifest.date,
      subject,
      text,
      html,
      attachments,
    } as const;
    return { ...mail, messageId: messageIdOf(mail, (name) => digests.get(name) ?? "") };
  });
}
