import { quoted } from "../diagnostics/make.ts";
import { type LinkFault, linksIn } from "../locales/links.ts";
import { isSentence } from "../model/bundle/sentences.ts";
import type { JsonPath } from "../model/figures.ts";
import { plainText, sentences } from "./facts/sentences.ts";
import type { Finding, Rule } from "./rule.ts";

/** Faults of links and their remedies; unsafe links are refused when the bundle is read. */
const FAULTS: Readonly<Record<Exclude<LinkFault, "unsafe">, readonly [what: string, hint: string]>> = {
  scheme: [
    "leads nowhere: only https, http and mailto addresses are links",
    "Give the full address, such as https://example.com/report, or write \\[ for a bracket that is meant as it stands.",
  ],
  spaces: ["has a space in its address", "Write the address in angle brackets: [words](<https://…>)."],
  address: ["has an address that does not exist in this form", "Check the address in a browser."],
  picture: ["is a picture in markdown", "Name the file in pictures; a sentence holds words alone."],
};

export const deckMarkup: Rule = {
  code: "deck/markup",
  severity: "warning",
  on: "bundle",
  asks: "Whatever is written as a link is one, and emphasis is closed.",
  why: "The reader sees neither the link nor the address, and cannot follow what was meant to be followed.",
  hint: "Links are [words](https://…), emphasis is **bold** and *italic*, in sentences; names are plain.",
  source: "CommonMark 0.31, 6.2 emphasis, 6.3 links",
  examples: {
    valid: { why: { statement: "We lose people, [as the survey shows](https://example.com/survey)." } },
    invalid: { why: { statement: "We lose people, [as the survey shows](survey.pdf)." } },
  },
  check: ({ written }) => sentences(written).flatMap(({ text, path }) => inText(text, path)),
};

/** Fields whose form is that of an address. */
const ADDRESSES = new Set(["url", "email"]);

function inText(text: string, path: JsonPath): readonly Finding[] {
  if (ADDRESSES.has(String(path.at(-1)))) return [];
  const out: Finding[] = linksIn(text).flatMap(({ start, end, fault }): Finding[] => {
    const excerpt = text.slice(start, end);
    if (fault === undefined)
      return isSentence(path)
        ? []
        : [
            {
              what: `${quoted(excerpt)} stands in a text that holds no links; its words alone are shown.`,
              path,
              excerpt,
            },
          ];
    if (fault === "unsafe") return [];
    const [what, hint] = FAULTS[fault];
    return [{ what: `${quoted(excerpt)} ${what}; its words alone are shown.`, hint, path, excerpt }];
  });
  // Escaped marks are intended, and quotes stay as they were said.
  if (isSentence(path) && !text.includes("\\*") && plainText(text).includes("**"))
    out.push({
      what: "Two asterisks stand alone and are printed: bold is not closed, or begins or ends with a space.",
      hint: "Write **bold** with no space inside, or \\*\\* for asterisks that are meant as they stand.",
      path,
      excerpt: "**",
    });
  return out;
}
