import { lazily } from "../base/lazily.ts";
import { quoted } from "../diagnostics/make.ts";
import { PLACEHOLDER, STARTER_NUMBERS, starterBundle } from "../diagnostics/messages/index.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { JsonPath } from "../model/figures.ts";
import { sentences } from "./facts/sentences.ts";
import type { Finding, Rule } from "./rule.ts";

/** Patterns of text that only the author should see, with what each of them is. */
const LEAKS: readonly (readonly [pattern: RegExp, what: string, hint: string])[] = [
  [
    /\b(?:TODO|TBD|TBC|FIXME|XXX|TKTK)\b|\?\?\?|\b[Ll]orem [Ii]psum\b/gu,
    "a note to oneself",
    "Settle it, then take the note out.",
  ],
  [
    /\bfile:\/\/\S+|\b[A-Za-z]:\\[^\s"]+|\\\\[\w.-]+\\[^\s"]+|(?<![\w:/.])(?:~|\/(?:home|Users|mnt|tmp|var|etc|srv))\/[^\s"]+/gu,
    "a file path",
    "Name the document instead of the place where it lies.",
  ],
  [
    /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
    "an e-mail address",
    "Take it out; contact.email is the one address that the deck gives.",
  ],
];

export const deckLeak: Rule = {
  code: "deck/leak",
  severity: "warning",
  on: "bundle",
  firm: true,
  reads: ["contact.email", "status"],
  asks: "Nothing leaves the house that was not meant to: no draft that was sent, no placeholders, no notes to oneself, no file paths, no e-mail addresses but that of the contact.",
  why: "A pre-read is forwarded; what it gives away cannot be taken back.",
  hint: "Take it out.",
  source: "ISO/IEC 27002:2022, 5.14 information transfer; GDPR article 5: data minimisation",
  examples: {
    valid: { subtitle: "For the board" },
    invalid: { subtitle: "For the board, see C:\\Users\\bo\\Desktop\\trial_final_v7.pptx" },
  },
  check: ({ bundle, written }) => {
    const { version, status = "draft", history = [] } = bundle;
    const sent = history.findIndex(
      (entry) => entry.version === version && version !== undefined && (entry.sentTo ?? []).length > 0,
    );
    const out: Finding[] =
      status === "draft" && sent >= 0
        ? [
            {
              what: `Version ${version} is marked as a draft, but was sent on ${history[sent]?.date}.`,
              hint: 'Write "status": "final", or take the entry out of history until it is sent.',
              path: bundle.status === undefined ? ["history", sent] : ["status"],
            },
          ]
        : [];
    if (status === "final")
      for (const { path, text } of untouched(written))
        out.push({
          what:
            text === undefined
              ? "The values are still the invented ones that foredeck init wrote."
              : `The text is still the one that foredeck init wrote: ${quoted(text)}.`,
          hint: 'Put your own in its place; until then, write "status": "draft".',
          severity: "error",
          path,
        });
    for (const { text, path } of sentences(bundle)) {
      for (const [pattern, what, hint] of LEAKS) {
        const found = [...text.matchAll(pattern)].map(([match]) => match);
        const given = found.find((match) => match !== bundle.contact?.email);
        if (given !== undefined)
          out.push({ what: `The deck would print ${what}: ${quoted(given)}.`, hint, path });
      }
    }
    return out;
  },
};

/** The texts that `foredeck init` writes for somebody to replace: every one of several words, read from what it writes. */
function starterTexts(): ReadonlySet<string> {
  const dates = { today: "", meeting: "", by: "", start: "", year: "", months: [], monthEnd: "" };
  const written = starterBundle({}, dates, "", "");
  const texts = [...written.matchAll(/"(?:[^"\\\n]|\\.)*"/g)].map(([text]) => JSON.parse(text) as string);
  return new Set(texts.filter((text) => /\S\s+\S+\s+\S/.test(text)));
}

const texts = lazily(starterTexts);

/** Places of a bundle that are still as `foredeck init` wrote them; those that name a figure begin with the same word. */
function untouched(bundle: Bundle): readonly { readonly path: JsonPath; readonly text?: string }[] {
  const known = texts();
  const found: { readonly path: JsonPath; readonly text?: string }[] = [];
  const visit = (value: unknown, path: JsonPath): void => {
    if (typeof value === "string") {
      if (known.has(value) || value.startsWith(PLACEHOLDER)) found.push({ path, text: value });
    } else if (Array.isArray(value)) for (const [n, item] of value.entries()) visit(item, [...path, n]);
    else if (value !== null && typeof value === "object")
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
  };
  visit(bundle, []);
  for (const [n, { values }] of (bundle.metrics ?? []).entries()) {
    if (!Array.isArray(values) || values.length !== STARTER_NUMBERS.length) continue;
    if (values.every(({ value }, at) => value === STARTER_NUMBERS[at]))
      found.push({ path: ["metrics", n, "values"] });
  }
  return found;
}
