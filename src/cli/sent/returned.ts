import { readForm } from "../../conversation/form.ts";
import { compareDecks } from "../../conversation/pull/compare.ts";
import type { ReadMail } from "../../conversation/replies.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { deckContent } from "../../formats/pptx/content/deck.ts";
import { markOf } from "../../formats/pptx/fingerprint/origin.ts";
import type { DeckMap } from "../../model/deck-map.ts";
import type { ReturnedItem, Saved } from "../../model/returned.ts";
import { PackageError } from "../../ooxml/error.ts";
import { openVersion, type SentVersion, sentVersions } from "../sent/store.ts";
import { MAP } from "../versions/places.ts";

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
    const { version, deck } = await sentAs(file, bytes, sent, cwd);
    if (version.manifest.files[MAP] === undefined)
      throw new DiagnosticsError([messages.pullNoMap(version.manifest.version)], 2);
    const map = JSON.parse(new TextDecoder().decode(await version.file(MAP))) as DeckMap;
    const returned = await deckContent(bytes);
    const items = compareDecks(await deckContent(deck), returned, map);
    return { file, version, by: returned.by, items };
  } catch (cause) {
    if (!(cause instanceof PackageError)) throw cause;
    throw new DiagnosticsError([messages.pullUnreadable(file, cause.message)], 2);
  }
}

/** The version that a deck is, and the file that was sent. */
async function sentAs(
  file: string,
  bytes: Uint8Array,
  { folder, version: named }: { readonly folder: string; readonly version?: string | undefined },
  cwd: string,
): Promise<{ readonly version: SentVersion; readonly deck: Uint8Array }> {
  const names = await sentVersions(folder, cwd);
  if (named !== undefined && !names.includes(named))
    throw new DiagnosticsError([messages.pullNoVersion(named, names)], 2);
  const mark = named === undefined ? await markOf(bytes) : undefined;
  for (const name of named === undefined ? [...names].reverse() : [named]) {
    const version = await openVersion(folder, name, cwd);
    for (const { file: deckFile, format } of version?.manifest.decks ?? []) {
      if (version === undefined || format !== "pptx") continue;
      const deck = await version.file(deckFile);
      if (named !== undefined || (mark !== undefined && (await markOf(deck)) === mark))
        return { version, deck };
    }
  }
  throw new DiagnosticsError([messages.pullUnknown(file, names)], 2);
}

/** Bytes of a mail beyond which it is refused; attachments are most of a large one. */
const LARGEST = 64 * 1_048_576;

/**
 * Reads a mail (RFC 5322), or its text alone: who wrote, when, and what.
 * @throws DiagnosticsError for one that is too large.
 */
export async function readMail(file: string, bytes: Uint8Array): Promise<ReadMail> {
  if (bytes.length > LARGEST)
    throw new DiagnosticsError([messages.pullUnreadable(file, "it is larger than 64 MB")], 2);
  const { default: PostalMime } = await import("postal-mime");
  const { from, date, text = "", html = "" } = await PostalMime.parse(bytes);
  const headed = from !== undefined || date !== undefined;
  // A text without headers is a mail that somebody saved as its words.
  const whole = headed ? (text.trim() === "" ? await wordsOf(html) : text) : new TextDecoder().decode(bytes);
  const form = readForm(whole);
  const who = from === undefined ? "" : (from.name ?? "").trim() || (from.address ?? "");
  return {
    who,
    ...(date === undefined ? {} : { at: date }),
    text: withoutQuoted(whole),
    ...(form === undefined ? {} : { form }),
  };
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

/** The text above what the mail quotes. */
function withoutQuoted(text: string): string {
  const lines = text.split(/\r\n|[\r\n]/);
  const end = lines.findIndex((line) => /^\s*>/.test(line));
  return (end < 0 ? lines : lines.slice(0, end)).join("\n").trim();
}
