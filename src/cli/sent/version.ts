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
import { BRIEF } from "../../model/bundle/editions.ts";
import type { Edition } from "../../model/bundle/index.ts";
import { type Manifest, SENT_FORMAT, type SentDeck, type SentMail } from "../../model/sent.ts";
import type { Laid } from "../../stages.ts";
import { digestOf } from "../cache/store.ts";
import { sameFigures } from "../check/same-figures.ts";
import { stem } from "../output/names.ts";
import { sealed } from "../versions/manifest.ts";
import { BUNDLE, CALENDAR, FIGURES, mapName } from "../versions/places.ts";
import { contentDigest, differences } from "./content.ts";
import { editionDeck, editionFor, editionsToSend, isBrief, takesBrief } from "./editions.ts";
import { asDraft, asEdition, digestsOf, figuresText, type Prepared } from "./prepare.ts";
import { type Freezing, messageIdOf, type SentVersion } from "./store.ts";

/** Words of mails, and their language. */
export interface MailWords {
  readonly sending: Sending;
  readonly tongue: Tongue;
}

/** Words of the mails that carry the deck as the bundle has it and, by its name, each edition that is for somebody. */
export interface AllWords extends MailWords {
  readonly editions: ReadonlyMap<string, MailWords>;
}

/** All that a version consists of, before any of it is written. */
export interface Made {
  readonly freezing: Omit<Freezing, "mails">;
  readonly words: AllWords;
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
  const apart = differences(before, now, version);
  // Earlier releases counted fields that are no content.
  if (apart.length === 0) return;
  const found = messages.sentOtherwise(version, shown, apart);
  throw new DiagnosticsError([{ ...found, place: compiled.sourceMap.value(found.path ?? []) }]);
}

/** Builds the decks of a version and all that goes with them. */
export async function makeVersion(prepared: Prepared, anyway: string | undefined, host: Host): Promise<Made> {
  const { version, date, bytes, read, readers, errors } = prepared;
  const { render } = await import("../../render.ts");
  const compiled = errors.length > 0 ? await asDraft(prepared, host) : prepared.compiled;
  const name = nameOf(prepared);
  const laid = await layEditions(prepared, host);
  const brief =
    laid.find(({ edition }) => isBrief(edition))?.laid ?? (await asEdition(prepared, BRIEF, false, host));
  const unlike = laid.flatMap(({ edition, laid: { figures } }) =>
    sameFigures(compiled.figures, figures, edition.id),
  );
  if (unlike.length > 0) throw new DiagnosticsError(unlike);
  const files = new Map<string, Uint8Array>();
  const maps = new Map<string, Uint8Array>();
  const decks: SentDeck[] = [];
  const add = async (deck: Omit<SentDeck, "digest">, from: Laid, format: "pptx" | "pdf"): Promise<void> => {
    const content = await render(from, format, host);
    files.set(deck.file, content);
    decks.push({ ...deck, digest: digestOf(content) });
    if (format === "pptx") maps.set(mapName(deck.edition), asBytes(JSON.stringify(deckMap(from.pages))));
  };
  await add({ file: `${name}.pptx`, format: "pptx" }, compiled, "pptx");
  await add({ file: `${name}-brief.pdf`, format: "pdf", edition: BRIEF }, brief, "pdf");
  for (const { edition, laid: told } of laid.filter(({ edition }) => !isBrief(edition))) {
    const { format, ...deck } = editionDeck(name, edition);
    await add({ ...deck, format, minutes: told.deck.minutes }, told, format);
  }
  files.set(BUNDLE, bytes);
  files.set(FIGURES, asBytes(figuresText(compiled)));
  for (const [each, map] of maps) files.set(each, map);
  const bare = wordsOf(prepared, compiled, laid, { decks, minutes: compiled.deck.minutes, calendar: false });
  const calendar = calendarText(bare.sending, bare.tongue, identityOf(prepared));
  if (calendar !== undefined) files.set(CALENDAR, asBytes(calendar));
  const digests = digestsOf(read);
  const { title, contact } = compiled.resolved;
  const known = new Set(decks.map((deck) => deck.file));
  const others = [...files].filter(([each]) => !known.has(each));
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
    decks,
    files: Object.fromEntries(others.map(([each, content]) => [each, digestOf(content)])),
    read: digests,
  });
  const objects = new Map([...read.values()].map((content) => [digestOf(content), content] as const));
  const about = { decks, minutes: compiled.deck.minutes, calendar: calendar !== undefined };
  return { freezing: { manifest, files, objects }, words: wordsOf(prepared, compiled, laid, about) };
}

/** Beginning of the names of all decks of a version. */
const nameOf = ({ file, version }: Prepared): string => `${stem(file)}-${version}`;

const asBytes = (text: string): Uint8Array =>
  new TextEncoder().encode(text.endsWith("\n") ? text : `${text}\n`);

/** An edition that is sent, laid out. */
interface LaidEdition {
  readonly edition: Edition;
  readonly laid: Laid;
}

async function layEditions(prepared: Prepared, host: Host): Promise<readonly LaidEdition[]> {
  const laid: LaidEdition[] = [];
  for (const edition of editionsToSend(prepared.compiled.bundle)) {
    const comesBack = edition.detail !== "brief";
    laid.push({ edition, laid: await asEdition(prepared, edition.id, comesBack, host) });
  }
  return laid;
}

/** Words for mails of a version that was frozen before. */
export async function wordsOfVersion(
  prepared: Prepared,
  { manifest }: SentVersion,
  host: Host,
): Promise<AllWords> {
  const { decks, minutes, files } = manifest;
  const about = { decks, minutes, calendar: files[CALENDAR] !== undefined };
  return wordsOf(prepared, prepared.compiled, await layEditions(prepared, host), about);
}

function wordsOf(
  prepared: Prepared,
  compiled: Laid,
  laid: readonly LaidEdition[],
  {
    decks,
    minutes,
    calendar,
  }: { readonly decks: readonly SentDeck[]; readonly minutes: number; readonly calendar: boolean },
): AllWords {
  const dates = calendar ? [CALENDAR] : [];
  const [whole] = decks;
  const brief = decks.find(({ edition, format }) => edition === BRIEF && format === "pdf");
  if (whole === undefined) throw new Error("a version without its deck");
  const sheet = brief === undefined ? [] : [brief.file];
  const editions = laid.flatMap(({ edition, laid: told }): readonly (readonly [string, MailWords])[] => {
    const own = editionDeck(nameOf(prepared), edition).file;
    const deck = decks.find(({ file }) => file === own);
    // A version that was frozen by an earlier release holds no editions: their readers get the deck.
    if (deck === undefined) return [];
    const files = [deck.file, ...(takesBrief(edition, prepared.compiled.bundle) ? sheet : []), ...dates];
    const about = { minutes: deck.minutes ?? told.deck.minutes, files, digest: deck.digest };
    return [[edition.id, sendingFrom(prepared, told, about)]];
  });
  return {
    ...sendingFrom(prepared, compiled, {
      minutes,
      files: [whole.file, ...sheet, ...dates],
      digest: whole.digest,
    }),
    editions: new Map(editions),
  };
}

/** Words of the mail to a reader: those of the edition that is for them. */
export const wordsFor = (words: AllWords, { compiled }: Prepared, reader: string): MailWords =>
  words.editions.get(editionFor(compiled.bundle, reader)?.id ?? "") ?? words;

function sendingFrom(
  { version, date, had }: Prepared,
  { resolved, story: { since, points } }: Laid,
  about: Parameters<typeof sendingOf>[1],
): MailWords {
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

/** The mail to each reader, with the deck that is theirs. */
export function mailsTo(
  prepared: Prepared,
  words: AllWords,
  { manifest }: Pick<Freezing, "manifest">,
): readonly SentMail[] {
  const digests = new Map(Object.entries(manifest.files));
  for (const { file, digest } of manifest.decks) digests.set(file, digest);
  return prepared.readers.map((reader) => {
    const { sending, tongue } = wordsFor(words, prepared, reader.id);
    const { contact } = sending;
    const { subject, text, html } = letterTo(reader, sending, tongue);
    const mail = {
      format: SENT_FORMAT as typeof SENT_FORMAT,
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
      attachments: [...sending.files],
    } satisfies Omit<SentMail, "messageId">;
    return { ...mail, messageId: messageIdOf(mail, (name) => digests.get(name) ?? "") };
  });
}
