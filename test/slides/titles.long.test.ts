import { expect, test } from "vitest";
import type { z } from "zod";
import { emu, emuToPt } from "../../src/base/units.ts";
import { Ask, Objection, Reason, Why } from "../../src/model/bundle/argument.ts";
import { ChartCommon } from "../../src/model/bundle/evidence.ts";
import { Bundle } from "../../src/model/bundle/index.ts";
import type { Page } from "../../src/model/page.ts";
import { prepare, spansOf } from "../../src/text/index.ts";
import { look } from "../layout/look.ts";
import { compile, contract } from "../rules/compiled.ts";

/** What people call things where they need many words for it. */
const LONG =
  "Vice president for the continuous improvement of everything that customers meet with us ".repeat(2);

/** Times that money is multiplied by, so that its figures need as many digits as they may. */
const DEAR = 1_000_003;

/** The contract bundle where whatever a title that we compose names is as long as it may be. */
function longNamed(locale: string): Bundle {
  const bundle = contract();
  bundle.locale = locale;
  bundle.version = "1.0.0-candidate.10";
  for (const goal of bundle.goals) goal.name = LONG;
  for (const person of bundle.stakeholders ?? []) person.name = `${LONG} ${person.id}`;
  for (const metric of bundle.metrics ?? []) metric.name = `${LONG} ${metric.id}`;
  for (const option of bundle.options ?? []) option.name = `${LONG} ${option.id}`;
  for (const risk of bundle.risks ?? []) risk.risk = LONG;
  for (const win of bundle.wins ?? []) win.thanks = LONG;
  for (const version of bundle.history ?? []) version.note = LONG;
  if (bundle.meeting !== undefined) bundle.meeting.name = LONG;
  const { costs = [], benefits = [], sensitivity = [] } = bundle.investment ?? {};
  for (const stream of [...costs, ...benefits]) stream.values = stream.values.map((value) => value * DEAR);
  // The net present value is a sum of the flows, so it grows as they do, and so does what it depends on.
  for (const { low, high } of sensitivity) for (const end of [low, high]) end.npv = (end.npv ?? 0) * DEAR;
  return bundle;
}

/** Lines of a page's title in Arial, which stands in where the theme's font is missing. */
function wideLines(page: Page): number {
  const title = page.items.find((item) => item.type === "text" && item.placeholder === "title");
  if (title?.type !== "text") return 0;
  const size = title.paragraphs[0]?.runs[0]?.size ?? 0;
  // As placed: some of its spaces do not break, which lengthens its lines.
  const placed = (title.paragraphs[0]?.runs ?? []).map((run) => run.text).join("");
  const wide = prepare(
    [{ text: placed, font: { family: "Arial", bold: true, italic: false }, size }],
    "en-GB",
  );
  const { left, right } = title.insets;
  return spansOf(wide, emuToPt(emu(title.frame.w - left - right))).length;
}

/** Slides whose title is the author's own, or stands on a layout with room for more lines. */
const OWN = ["cover", "answer"];

test.each(["en-GB", "fi-FI", "de-DE", "sv-SE", "fr-FR"])(
  "titles composed in %s have a form that stays off the content, whatever the font",
  async (locale) => {
    for (const bundle of [{ ...contract(), locale }, longNamed(locale)]) {
      const { deck, pages } = await compile(bundle);
      const written = new Set(deck.slides.filter((one) => one.titleFrom !== undefined).map((one) => one.id));
      const composed = pages.pages.filter(
        (page) => page.layout.startsWith("content") && !written.has(page.id) && !OWN.includes(page.kind),
      );
      expect(new Set(composed.map((page) => page.kind)).size).toBeGreaterThanOrEqual(10);
      const wide = composed.filter((page) => wideLines(page) > look.frames[page.layout].titleLines);
      expect(wide.map((page) => page.title)).toEqual([]);
    }
  },
);

/** Sentences as people write them, one in each language, longer than any title may be. */
const PROSE = {
  "en-GB":
    "Most customers who left us last year had told somebody what was wrong, and nobody who heard it was able to act on what they had said before the contract came up for renewal in the autumn and then they were gone for good, and so were their neighbours",
  "fi-FI":
    "Useimmat viime vuonna lähteneet asiakkaat olivat kertoneet jollekulle, mikä oli vialla, eikä kukaan kuulijoista pystynyt vaikuttamaan asiaan ennen kuin sopimuskausi päättyi syksyllä ja asiakkaat siirtyivät naapureineen kilpailijoiden palvelukseen",
};

/** Where the schema says how many characters of a title fit, with the way to write such a title into a bundle. */
const TITLES: readonly (readonly [schema: z.ZodType, put: (bundle: Bundle, words: string) => void])[] = [
  [Bundle.shape.title, (b, words) => Object.assign(b, { title: words })],
  [Bundle.shape.subtitle, (b, words) => Object.assign(b, { subtitle: words })],
  [Ask.shape.decision, (b, words) => Object.assign(b.ask ?? {}, { decision: words })],
  [Why.shape.statement, (b, words) => Object.assign(b.why, { statement: words })],
  [Reason.shape.claim, (b, words) => Object.assign(b.why.reasons?.[0] ?? {}, { claim: words })],
  [
    ChartCommon.shape.message,
    (b, words) =>
      Object.assign(b.charts?.find(({ id }) => id === "same-day-trend") ?? {}, { message: words }),
  ],
  [Objection.shape.objection, (b, words) => Object.assign(b.objections?.[0] ?? {}, { objection: words })],
];

test.each(Object.entries(PROSE))("titles in %s as long as the schema says fit", async (locale, prose) => {
  for (const [schema, put] of TITLES) {
    const room = Number(/[Aa]bout (\d+) characters/.exec(schema.description ?? "")?.[1]);
    const titles = async (words: string) => {
      const bundle = { ...contract(), locale };
      put(bundle, words);
      return (await compile(bundle)).diagnostics.filter(({ code }) => /too-long$/.test(code));
    };
    expect(await titles(prose.slice(0, room)), schema.description).toEqual([]);
    // A third more does not fit, so the number is of use; the cover refuses more than 200 characters before that.
    const more = await titles(`${prose} ${prose}`.slice(0, Math.ceil(room * 1.34))).catch(() => []);
    if (schema !== Bundle.shape.title)
      expect(more.map(({ what }) => what).join(), schema.description).toMatch(/it has|they have/);
  }
});
