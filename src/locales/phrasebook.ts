import { plain, type Rich } from "../model/text.ts";
import type { FillPhrase, PhraseName, PhraseValue, PhraseValues } from "./en/phrases.ts";
import type { Locale, Marks } from "./locale.ts";
import { CLOSING_MARKS, escapeMarkup, parseMarkup, setOff, toMarkup } from "./markup.ts";
import { fillTemplate, type Helper, type Helpers, type PhraseTemplate, parseTemplate } from "./template.ts";

const STOP = new RegExp(`[.\\u3002](?=${CLOSING_MARKS}$)`, "u");

const HEAD = new RegExp(`^(.*?)([.!?…\\u3002\\uff01\\uff1f]*)(${CLOSING_MARKS})\\s*$`, "su");

/** The sentences that Foredeck itself says, in the deck's language. */
export interface Phrasebook {
  /** A phrase with emphasis; strings in the data are taken as they stand, rich texts keep their emphasis. */
  readonly say: FillPhrase<Rich>;
  /** The same without emphasis. */
  readonly words: FillPhrase<string>;
}

/**
 * Reads the phrases of a locale as they are first said. Helpers: `cardinal n` (three; 12), `capital text`,
 * `plural n one=… other=…` (the forms of Intl.PluralRules), `list items`, `unstopped text` (without its full stop, where
 * the phrase goes on or sets its own), `head text` (a sentence before words that say what it is: with a colon in place of
 * its full stop, with a dash after a question or an exclamation).
 * A phrase that the locale lacks, and one that asks for more than values, these helpers and `if`, is a defect of ours
 * and throws.
 */
export function createPhrasebook(locale: Locale): Phrasebook {
  // Numbers of which a language has no word are written in digits.
  const cardinals: Readonly<Record<string, string>> = locale.phrases;
  const rules = new Intl.PluralRules(locale.tag);
  const helpers: Helpers = new Map<string, Helper>([
    ["cardinal", ([n]) => cardinals[`cardinal.${n}`] ?? locale.number(String(n), { decimals: 0 })],
    ["capital", ([text]) => capital(String(text ?? ""))],
    ["unstopped", ([text]) => String(text).replace(STOP, "")],
    ["head", ([text]) => headed(String(text ?? ""), locale.marks)],
    ["list", ([items]) => locale.list(items as readonly string[], "and")],
    [
      "plural",
      ([n], forms) => {
        const form = forms[rules.select(n as number)] ?? forms["other"] ?? "";
        return String(form);
      },
    ],
  ]);
  const read = new Map<string, PhraseTemplate>();

  const template = (phrase: PhraseName): PhraseTemplate => {
    const known = read.get(phrase);
    if (known) return known;
    const source: string | undefined = locale.phrases[phrase];
    if (source === undefined) throw new Error(`locale ${locale.tag} has no phrase "${phrase}"`);
    const made = parseTemplate(source);
    read.set(phrase, made);
    return made;
  };

  const fill = (phrase: PhraseName, data: PhraseValues = {}): Rich => {
    const values = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, markup(value)]));
    return setOff(parseMarkup(fillTemplate(template(phrase), values, helpers)), locale.emphasis);
  };
  return {
    say: fill as FillPhrase<Rich>,
    words: ((...filled: Parameters<typeof fill>) => plain(fill(...filled))) as FillPhrase<string>,
  };
}

function markup(value: PhraseValue | undefined): unknown {
  if (typeof value === "string") return escapeMarkup(value);
  if (!Array.isArray(value)) return value;
  if (value.every((item): item is string => typeof item === "string")) return value.map(escapeMarkup);
  return toMarkup(value as Rich);
}

function headed(text: string, { colon, dash }: Marks): string {
  const [, words = text, stop = "", marks = ""] = HEAD.exec(text) ?? [];
  return /[!?…\uff01\uff1f]/u.test(stop)
    ? `${words}${stop}${marks}${dash.trimEnd()}`
    : `${words}${marks}${colon.trimEnd()}`;
}

/** Upper-cases the first letter, also where markup stands before it. */
export function capital(text: string): string {
  return text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
