import Handlebars from "handlebars";
import { plain, type Rich } from "../model/text.ts";
import type { Locale } from "./locale.ts";
import { escapeMarkup, parseMarkup, toMarkup } from "./markup.ts";

export type PhraseData = Readonly<
  Record<string, string | number | boolean | Rich | readonly string[] | undefined>
>;

/** The sentences that Foredeck itself says, in the deck's language. */
export interface Phrasebook {
  /** A phrase with emphasis; strings in the data are taken as they stand, rich texts keep their emphasis. */
  readonly say: (phrase: string, data?: PhraseData) => Rich;
  /** The same without emphasis. */
  readonly words: (phrase: string, data?: PhraseData) => string;
}

/**
 * Compiles the phrases of a locale as they are first said. Helpers: `cardinal n` (three; 12), `capital text`,
 * `plural n one=… other=…` (the forms of Intl.PluralRules), `list items`, `sum a b`.
 * A phrase that the locale lacks, or a value that a phrase asks for and does not get, is a defect of ours and throws.
 */
export function createPhrasebook(locale: Locale): Phrasebook {
  const engine = Handlebars.create();
  const rules = new Intl.PluralRules(locale.tag);
  engine.registerHelper(
    "cardinal",
    (n: number) => locale.phrases[`cardinal.${n}`] ?? locale.number(String(n), { decimals: 0 }),
  );
  engine.registerHelper("capital", (text: unknown) => capital(String(text)));
  engine.registerHelper("list", (items: readonly string[]) => locale.list(items, "and"));
  engine.registerHelper("plural", (n: number, options: Handlebars.HelperOptions) => {
    const forms = options.hash as Record<string, string | undefined>;
    return forms[rules.select(n)] ?? forms["other"] ?? "";
  });
  const compiled = new Map<string, Handlebars.TemplateDelegate>();

  const template = (phrase: string): Handlebars.TemplateDelegate => {
    const known = compiled.get(phrase);
    if (known) return known;
    const source = locale.phrases[phrase];
    if (source === undefined) throw new Error(`locale ${locale.tag} has no phrase "${phrase}"`);
    const made = engine.compile(source, { noEscape: true, strict: false });
    compiled.set(phrase, made);
    return made;
  };

  const say = (phrase: string, data: PhraseData = {}): Rich =>
    parseMarkup(
      template(phrase)(Object.fromEntries(Object.entries(data).map(([key, value]) => [key, markup(value)]))),
    );
  return { say, words: (phrase, data) => plain(say(phrase, data)) };
}

function markup(value: PhraseData[string]): unknown {
  if (typeof value === "string") return escapeMarkup(value);
  if (!Array.isArray(value)) return value;
  if (value.every((item): item is string => typeof item === "string")) return value.map(escapeMarkup);
  return toMarkup(value as Rich);
}

/** Upper-cases the first letter, also where markup stands before it. */
function capital(text: string): string {
  return text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
