import { quoted } from "../diagnostics/make.ts";
import type { Item, Page, Pages } from "../model/page.ts";
import { faintTexts } from "./facts/legible.ts";
import { at } from "./facts/pages.ts";
import type { Checked, Finding, Rule } from "./rule.ts";

export const deckAccess: Rule = {
  code: "deck/access",
  severity: "error",
  on: "pages",
  asks: "Everyone can read the deck: text stands out from its ground, pictures and charts have alt text, every title is there once, tables have header rows, and the language is named.",
  why: "A reader who listens to the deck, or sees few colours, decides too; in many houses the law asks for it.",
  hint: "Describe what it shows to somebody who cannot see it.",
  source: "WCAG 2.2, 1.1.1, 1.3.1, 1.4.3, 2.4.2, 3.1.1; EN 301 549",
  examples: {
    valid: {
      charts: [
        { id: "a", kind: "column", message: "Waiting got shorter", metrics: ["stay"], supports: ["g"] },
        { id: "b", kind: "column", message: "Staying got longer", metrics: ["stay"], supports: ["g"] },
      ],
    },
    invalid: {
      charts: [
        { id: "a", kind: "column", message: "It got better", metrics: ["stay"], supports: ["g"] },
        { id: "b", kind: "column", message: "It got better", metrics: ["stay"], supports: ["g"] },
      ],
    },
  },
  check: (checked) => {
    const { pages } = checked;
    return [
      ...(pages.language.trim() === ""
        ? [{ what: "The deck names no language.", hint: 'Add "locale", for example "en-GB".', path: [] }]
        : []),
      ...titles(pages),
      ...pages.pages.flatMap((page) => [
        ...page.items.flatMap((item) => described(page, item)),
        ...legible(page, checked),
      ]),
    ];
  },
};

function titles({ pages }: Pages): readonly Finding[] {
  const first = new Map<string, Page>();
  return pages.flatMap((page): Finding[] => {
    const title = page.title.trim();
    if (title === "")
      return [
        { what: `Slide ${page.number} has no title.`, hint: "Write its claim or message.", ...at(page) },
      ];
    const before = first.get(title);
    if (before === undefined) first.set(title, page);
    return before === undefined
      ? []
      : [
          {
            what: `Slides ${before.number} and ${page.number} have the same title: ${quoted(title)}.`,
            hint: "Say in each title what this slide adds.",
            ...at(page),
          },
        ];
  });
}

function described(page: Page, item: Item): readonly Finding[] {
  if (item.type === "text" || item.decorative === true) return [];
  const out: Finding[] = [];
  if ((item.alt ?? "").trim() === "") {
    const from = item.type === "picture" ? { path: [...(page.from[0] ?? []), "alt"] } : {};
    out.push({
      what: `${quoted(item.name)} on the slide ${quoted(page.title)} has no alt text.`,
      ...at(page),
      ...from,
    });
  }
  if (item.type === "table" && !item.headerRow) {
    out.push({
      what: `The table ${quoted(item.name)} on the slide ${quoted(page.title)} has no header row.`,
      hint: "Give its columns names.",
      ...at(page),
    });
  }
  return out;
}

/** The faintest text of a page; what it shares with the others is the theme. */
function legible(page: Page, { colour }: Checked): readonly Finding[] {
  const [worst] = faintTexts(page, colour);
  return worst === undefined
    ? []
    : [
        {
          what: `${quoted(worst.text)} on the slide ${quoted(page.title)} has a contrast of ${worst.ratio.toFixed(1)}:1; ${worst.least}:1 is needed.`,
          hint: "Choose a theme whose inks are darker on their grounds.",
          ...at(page),
        },
      ];
}
