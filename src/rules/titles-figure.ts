import { quoted } from "../diagnostics/make.ts";
import { DEFAULT_LOCALE, resolveLocale } from "../locales/index.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { Item, Page } from "../model/page.ts";
import { monthNames } from "./facts/dates.ts";
import { at, pageText, paragraphsOf, textsOf } from "./facts/pages.ts";
import type { Finding, Rule } from "./rule.ts";

export const titlesFigure: Rule = {
  code: "titles/figure",
  severity: "warning",
  on: "pages",
  reads: ["metrics.*.target", "charts.*"],
  asks: "A number in the title of a slide with an exhibit is found on that slide, written so that it is the same number.",
  why: "A reader who looks for the number of the title in the exhibit and does not find it stops believing the title.",
  hint: "Show the number in the exhibit (a label, the target, the growth arrow), or take it out of the message.",
  source: "IBCS, SAY: the message is proven by the exhibit; Zelazny, Say It With Charts",
  examples: {
    valid: {
      charts: [
        {
          id: "causes",
          kind: "bar",
          message: "51% of those who left had waited too long",
          supports: ["g"],
          unit: "%",
          source: "s",
          asOf: "2026-10-31",
          data: [
            { label: "Waiting", value: 51 },
            { label: "Price", value: 33 },
            { label: "Other", value: 16 },
          ],
        },
      ],
    },
    invalid: {
      charts: [
        {
          id: "causes",
          kind: "bar",
          message: "57% of those who left had waited too long",
          supports: ["g"],
          unit: "%",
          source: "s",
          asOf: "2026-10-31",
          data: [
            { label: "Waiting", value: 51 },
            { label: "Price", value: 33 },
            { label: "Other", value: 16 },
          ],
        },
      ],
    },
  },
  check: ({ bundle, pages }) => {
    const read = reader(bundle);
    return slides(pages.pages).flatMap(([first, ...more]) => {
      const all = [first, ...more];
      if (!all.some(hasExhibit)) return [];
      const shown = all
        .flatMap((page) => page.items)
        .flatMap(textsOf)
        .flatMap(read);
      const inTitle = read(titleText(first))
        .filter((number) => !shown.some((other) => same(number, other)))
        .map((number) => ({
          what: `The title ${quoted(titleText(first), 90)} says ${number.text}, which is nowhere else on its slide.`,
          ...at(first),
        }));
      return [...inTitle, ...all.flatMap((page) => inHeadings(page, read))];
    });
  },
};

/** Numbers of the headings of charts that stand nowhere else on their page. */
function inHeadings(page: Page, read: (text: string) => readonly Written[]): readonly Finding[] {
  return page.items.filter(isMessage).flatMap((heading) => {
    const others = page.items.filter((item) => item !== heading).flatMap(textsOf);
    const shown = [titleText(page), ...others].flatMap(read);
    const words = paragraphsOf(heading).map(pageText).join(" ");
    return read(words)
      .filter((number) => !shown.some((other) => same(number, other)))
      .map((number) => ({
        what: `The message ${quoted(words, 90)} says ${number.text}, which is nowhere else on its slide.`,
        ...at(page, heading.from),
      }));
  });
}

const isMessage = ({ type, from }: Item): boolean =>
  type === "text" && from?.[0] === "charts" && from.at(-1) === "message";

type Slide = readonly [Page, ...Page[]];

/** Pages that continue a slide are one slide. */
function slides(pages: readonly Page[]): readonly Slide[] {
  const done: [Page, ...Page[]][] = [];
  for (const page of pages) {
    const last = done.at(-1);
    const goesOn =
      last !== undefined && page.id.startsWith(`${last[0].id}-`) && titleText(last[0]) === titleText(page);
    if (goesOn) last.push(page);
    else done.push([page]);
  }
  return done;
}

/** Without the (1/2) of a slide that goes on. */
const titleText = (page: Page): string => page.title.replace(/\u00a0\(\d+\/\d+\)$/u, "");

const hasExhibit = (page: Page): boolean => page.items.some((item) => item.type === "chart");

interface Written {
  readonly text: string;
  readonly value: number;
  readonly decimals: number;
}

/** Two numbers are one where the finer rounds to the coarser; a sign may stand in words. */
function same(a: Written, b: Written): boolean {
  const decimals = Math.min(a.decimals, b.decimals);
  return Math.abs(Math.abs(a.value) - Math.abs(b.value)) <= 0.5 / 10 ** decimals + 1e-9 &&
    a.decimals <= b.decimals
    ? true
    : a.value === b.value;
}

/**
 * Reads the numbers of a text as its language writes them. Years, days beside a month, numbers inside a word (Q3,
 * 12-month) and ordinals are not figures.
 */
function reader(bundle: Bundle): (text: string) => readonly Written[] {
  const locale = resolveLocale(bundle.locale ?? DEFAULT_LOCALE);
  const mark = locale?.number("0.5", { decimals: 1 }).charAt(1) === "," ? "," : ".";
  const months = monthNames(bundle).join("|");
  const dates = new RegExp(`\\d{1,2}\\.? ?(?:${months})|(?:${months}) \\d{1,2}(?!\\d)`, "gu");
  return (text) =>
    [
      ...text
        .replaceAll(dates, " ")
        .matchAll(/(?<![\p{L}\d.,])\d[\d.,\u00a0\u202f’']*(?![\p{L}\d]|-\p{L})/gu),
    ].flatMap(([raw]) => {
      const token = raw.replace(/[.,\u00a0\u202f’']+$/u, "");
      if (/^(?:19|20)\d{2}$/.test(token)) return [];
      const [whole = "", fraction = ""] = token.split(mark);
      const value = Number(`${whole.replaceAll(/\D/g, "")}.${fraction.replaceAll(/\D/g, "") || "0"}`);
      return [{ text: token, value, decimals: fraction.length }];
    });
}
