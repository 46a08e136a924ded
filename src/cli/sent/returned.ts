import { readForm } from "../../conversation/form.ts";
import { compareDecks } from "../../conversation/pull/compare.ts";
import { ownWords, type SentMails } from "../../conversation/quoted.ts";
import type { ReadMail } from "../../conversation/replies.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { deckContent } from "../../formats/pptx/content/deck.ts";
import { markOf } from "../../formats/pptx/fingerprint/origin.ts";
import type { DeckMap } from "../../model/deck-map.ts";
import type { ReturnedItem, Saved } from "../../model/returned.ts";
import { PackageError } from "../../ooxml/error.ts";
import { kindOfFile } from "../../read/text/signature.ts";
import { openVersion, type SentVersion, sentVersions } from "../sent/store.ts";
import { mapName } from "../versions/places.ts";

/** A deck that came back: what was done to it since its version was sent. */
export interface ReturnedDeck {
  readonly file: string;
  readonly version: SentVersion;
  readonly by: Saved;
  readonly items: readonly ReturnedItem[];
}

/**
 * Reads a deck that came back and compares it with the version whose mark it carries, or with the one that is named.
 * @throws DiagnosticsError for what is no deck, and for one that was not sent from this bundle.
 */
export async function readDeck(
  file: string,
  bytes: Uint8Array,
  sent: { readonly folder: string; readonly version?: string | undefined },
  cwd: string,
): Promise<ReturnedDeck> {
  try {
    const { version, deck, edition } = await sentAs(file, bytes, sent, cwd);
    const name = mapName(edition);
    if (version.manifest.files[name] === undefined)
      throw new DiagnosticsError([messages.pullNoMap(version.manifest.version)], 2);
    const map = JSON.parse(new TextDecoder().decode(await version.file(name))) as DeckMap;
    const returned = await deckContent(bytes);
    const items = compareDecks(await deckContent(deck), returned, map);
    return { file, version, by: returned.by, items };
  } catch (cause) {
    if (!(cause instanceof PackageError)) throw cause;
    throw new DiagnosticsError([messages.pullUnreadable(file, cause.message)], 2);
  }
}

/** A deck that was sent, its version, and the edition that it is. */
interface SentAs {
  readonly version: SentVersion;
  readonly deck: Uint8Array;
  readonly edition: string | undefined;
}

/** The deck that came back as it was sent: the one with its mark, or the most alike of a version that is named. */
async function sentAs(
  file: string,
  bytes: Uint8Array,
  { folder, version: named }: { readonly folder: string; readonly version?: string | undefined },
  cwd: string,
): Promise<SentAs> {
  const names = await sentVersions(folder, cwd);
  if (named !== undefined && !names.includes(named))
    throw new DiagnosticsError([messages.pullNoVersion(named, names)], 2);
  const mark = await markOf(bytes);
  for (const name of named === undefined ? [...names].reverse() : [named]) {
    const version = await openVersion(folder, name, cwd);
    if (version === undefined) continue;
    const decks: SentAs[] = [];
    for (const { file: deckFile, format, edition } of version.manifest.decks)
      if (format === "pptx") decks.push({ version, deck: await version.file(deckFile), edition });
    const marks = await Promise.all(decks.map(({ deck }) => markOf(deck)));
    const found = mark === undefined ? -1 : marks.indexOf(mark);
    const same = decks[found] ?? (named === undefined ? undefined : await mostAlike(decks, bytes));
    if (same !== undefined) return same;
  }
  throw new DiagnosticsError([messages.pullUnknown(file, names)], 2);
}

/** The deck that has the most titles, in their places, in common with one that came back; the first one of several. */
async function mostAlike(decks: readonly SentAs[], bytes: Uint8Array): Promise<SentAs | undefined> {
  const [first, ...others] = decks;
  if (first === undefined || others.length === 0) return first;
  const titlesOf = async (deck: Uint8Array) => (await deckContent(deck)).slides.map(({ title }) => title);
  const theirs = await titlesOf(bytes);
  const scores = await Promise.all(
    decks.map(async ({ deck }) => (await titlesOf(deck)).filter((title, n) => title === theirs[n]).length),
  );
  return decks[scores.indexOf(Math.max(...scores))];
}

/** Bytes of a mail beyond which it is refused; attachments are most of a large one. */
const LARGEST = 64 * 1_048_576;

/**
 * Reads a mail (RFC 5322), or its text alone: who wrote, when, and what. `sent` has the mails that it may quote.
 * @throws DiagnosticsError for one that is too large, and for what is no mail.
 */
export async function readMail(file: string, bytes: Uint8Array, sent: SentMails): Promise<ReadMail> {
  if (bytes.length > LARGEST)
    throw new DiagnosticsError([messages.pullUnreadable(file, "it is larger than 64 MB")], 2);
  const kind = kindOfFile(bytes);
  if (kind !== undefined) throw new DiagnosticsError([messages.pullOtherFile(file, kind)], 2);
  const { default: PostalMime } = await import("postal-mime");
  const { from, date, text = "", html = "" } = await PostalMime.parse(bytes);
  const headed = from !== undefined || date !== undefined;
  // A text without headers is a mail that somebody saved as its words.
  if (!headed && (bytes.includes(0) || !/\.(?:txt|text|eml|md)$/i.test(file)))
    throw new DiagnosticsError([messages.pullUnreadable(file, "it is no mail")], 2);
  const raw = headed ? "" : new TextDecoder().decode(bytes);
  const saved = fieldsAbove(raw);
  const whole = headed ? (text.trim() === "" ? await wordsOf(html) : text) : saved.text;
  const form = readForm(whole, sent);
  const who = from === undefined ? saved.who : (from.name ?? "").trim() || (from.address ?? "");
  const email = (from?.address ?? "").trim();
  return {
    who,
    ...(email === "" ? {} : { email }),
    ...(date === undefined ? {} : { at: date }),
    text: ownWords(whole, sent),
    ...(form === undefined ? {} : { form }),
  };
}

/** Fields that a mail program writes above a mail that it saves as text, in its own language: the first one is the sender. */
function fieldsAbove(text: string): { readonly who: string; readonly text: string } {
  const [head = ""] =
    /^\ufeff?(?:\p{L}[\p{L} .-]{0,24}:[ \t]+\S[^\r\n]*(?:\r\n|\n|\r)){3,}(?=\s)/u.exec(text) ?? [];
  // Lines of that form without a day may be the words themselves.
  if (!/\d{4}|\d{1,2}[.:]\d{2}/.test(head)) return { who: "", text };
  const [, who = ""] = /:[ \t]+([^\r\n]*)/.exec(head) ?? [];
  return { who: who.replace(/\s*[<[][^<>[\]]*[>\]]\s*$/, "").trim(), text: text.slice(head.length) };
}

/** The words of an HTML body, what it quotes behind ">" as in a plain one; of links and pictures what is read. */
async function wordsOf(html: string): Promise<string> {
  const { convert } = await import("html-to-text");
  const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: "a", options: { ignoreHref: true } },
      { selector: "img", format: "skip" },
      ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  });
}
