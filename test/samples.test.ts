import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { buildDeck } from "../src/build/index.ts";
import { computeFigures } from "../src/compute/index.ts";
import { createNodeHost } from "../src/host/node.ts";
import { layout } from "../src/layout/index.ts";
import { resolveLocale } from "../src/locales/index.ts";
import { createPhrasebook } from "../src/locales/phrasebook.ts";
import type { Bundle } from "../src/model/bundle/index.ts";
import { outlineStory } from "../src/outline/index.ts";
import { readBundle } from "../src/read/index.ts";
import { bundleSchema } from "../src/read/schema.ts";
import { resolveTheme } from "../src/theme/resolve.ts";
import { Theme } from "../src/theme/theme.ts";
import { compileFile } from "./rules/compiled.ts";

const FOLDER = join(import.meta.dirname, "..", "samples");
/** Samples beside one another, and the one that has a folder of its own, with all that was sent and answered. */
const SAMPLES = [
  ...readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .sort(),
  "early-curtain/early-curtain.json",
];

const raw = (file: string): unknown =>
  parse(readFileSync(join(FOLDER, file), "utf8"), [], { allowTrailingComma: true });
const bundleOf = (file: string): Bundle => bundleSchema.parse(raw(file));

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

type Streams = Readonly<Record<string, readonly number[]>>;

/** Net present value with the period's share of the yearly rate, paid at the end of each period (n periods a year). */
function presentValue(rate: number, n: number, costs: Streams, benefits: Streams): number {
  const periodRate = (1 + rate) ** (1 / n) - 1;
  const add = (streams: Streams, at: number) => sum(Object.values(streams).map((values) => values[at] ?? 0));
  const length = Math.max(...Object.values(costs).map((values) => values.length));
  return sum(
    Array.from({ length }, (_, at) => (add(benefits, at) - add(costs, at)) / (1 + periodRate) ** (at + 1)),
  );
}

const streams = (list: readonly { name: string; values: number[] }[]): Streams =>
  Object.fromEntries(list.map((stream) => [stream.name, stream.values]));

const scale = (all: Streams, factors: Readonly<Record<string, number>>): Streams => {
  for (const name of Object.keys(factors)) expect(Object.keys(all)).toContain(name);
  return Object.fromEntries(
    Object.entries(all).map(([name, values]) => [name, values.map((value) => value * (factors[name] ?? 1))]),
  );
};

/** By how much each end of a driver multiplies the streams of its sample's investment. */
type Factors = Readonly<Record<string, number>>;
const DRIVERS: Readonly<Record<string, Readonly<Record<string, readonly [low: Factors, high: Factors]>>>> = {
  "sepsis-at-the-ward-door.json": {
    "Days a stay gets shorter": [
      { "Overflow bed days avoided": 0.7 / 1.6 },
      { "Overflow bed days avoided": 2.5 / 1.6 },
    ],
    "Treated within the hour": [
      { "Overflow bed days avoided": (72 - 54) / 28, "Intensive care stays avoided": (72 - 54) / 28 },
      { "Overflow bed days avoided": (88 - 54) / 28, "Intensive care stays avoided": (88 - 54) / 28 },
    ],
    "Price of an overflow bed day": [
      { "Overflow bed days avoided": 310 / 385 },
      { "Overflow bed days avoided": 440 / 385 },
    ],
    "Sepsis nurses needed": [{ "Sepsis nurses, four posts": 6 / 4 }, { "Sepsis nurses, four posts": 3 / 4 }],
  },
  "stop-mechanical-scales.json": {
    "Digital orders won back": [
      { "Margin on digital orders won back": 2900 / 4400 },
      { "Margin on digital orders won back": 5300 / 4400 },
    ],
    "Mechanical margin given up": [
      { "Mechanical margin given up": 1.25 },
      { "Mechanical margin given up": 0.75 },
    ],
    "Customers who leave": [
      { "Margin of customers who leave": 82 / 44 },
      { "Margin of customers who leave": 22 / 44 },
    ],
    "One-off cost": [
      { "Retraining and severance": 1.2, "Parts for ten years": 1.2, "Offers to customers who move": 1.2 },
      { "Retraining and severance": 0.9, "Parts for ten years": 0.9, "Offers to customers who move": 0.9 },
    ],
  },
  "vuodot-kiinni-samana-paivana.json": {
    "Säästö vuotoa kohti": [{ "Vältetyt korjaukset": 3300 / 5200 }, { "Vältetyt korjaukset": 7100 / 5200 }],
    "Päivystyksen lisätyö": [{ "Päivystyksen lisätyö": 2 }, { "Päivystyksen lisätyö": 0.5 }],
    "Hälyttimen hinta": [{ "Hälyttimet asennettuina": 39 / 30 }, { "Hälyttimet asennettuina": 27 / 30 }],
  },
  "reparer-la-porte-avant-la-panne.json": {
    "Effet par rame et par trimestre": [
      { "Réparations d’urgence évitées": 0.75, "Courses perdues évitées": 0.75 },
      { "Réparations d’urgence évitées": 1.25, "Courses perdues évitées": 1.25 },
    ],
    "Coût d’une réparation d’urgence": [
      { "Réparations d’urgence évitées": 0.8 },
      { "Réparations d’urgence évitées": 1.2 },
    ],
    "Équipement par rame": [{ "Capteurs et pose": 28_750 / 23_000 }, { "Capteurs et pose": 20_700 / 23_000 }],
  },
  "laga-for-dem-som-kommer.json": {
    "Effekt per portion": [
      { "Mindre inköp av livsmedel": 15 / 20, "Lägre avgift för matavfall": 15 / 20 },
      { "Mindre inköp av livsmedel": 25 / 20, "Lägre avgift för matavfall": 25 / 20 },
    ],
    Livsmedelspriser: [{ "Mindre inköp av livsmedel": 0.9 }, { "Mindre inköp av livsmedel": 1.1 }],
    "Utrustning per kök": [{ "Vågar och skärmar i köken": 1.25 }, { "Vågar och skärmar i köken": 0.75 }],
  },
  "kaelter-zurueck-weniger-gas.json": {
    "Wirkung des Abgleichs": [
      { "Vermiedener Gaseinkauf": 6.6 / 8.8, "Vermiedene CO₂-Abgabe": 6.6 / 8.8 },
      { "Vermiedener Gaseinkauf": 11 / 8.8, "Vermiedene CO₂-Abgabe": 11 / 8.8 },
    ],
    Gaspreis: [{ "Vermiedener Gaseinkauf": 0.8 }, { "Vermiedener Gaseinkauf": 1.2 }],
    "Kosten je Station": [{ "Abgleich und Regler": 650 / 520 }, { "Abgleich und Regler": 455 / 520 }],
  },
};

/** Periods whose costs the ask pays for, and the streams that it leaves out because no money is paid. */
const ASKS: Readonly<Record<string, { periods: number; without: readonly string[] }>> = {
  "sepsis-at-the-ward-door.json": { periods: 3, without: [] },
  "stop-mechanical-scales.json": {
    periods: 2,
    without: ["Mechanical margin given up", "Margin of customers who leave"],
  },
  "vuodot-kiinni-samana-paivana.json": { periods: 2, without: [] },
  "yoyaku-bus-e-no-tenkan.json": { periods: 2, without: [] },
  "kaelter-zurueck-weniger-gas.json": { periods: 2, without: [] },
  "laga-for-dem-som-kommer.json": { periods: 2, without: [] },
  "reparer-la-porte-avant-la-panne.json": { periods: 2, without: [] },
};

const INVESTING = SAMPLES.filter((file) => bundleOf(file).investment !== undefined);

describe.each(INVESTING)("the investment of %s", (file) => {
  const bundle = bundleOf(file);
  const { investment } = bundle;

  test("sensitivities are what the streams give", () => {
    if (investment === undefined) throw new Error("not an investing sample");
    const n = { year: 1, "half-year": 2, quarter: 4, month: 12 }[investment.period];
    const [costs, benefits] = [streams(investment.costs), streams(investment.benefits)];
    const changed = (factors: Factors) => {
      const of = (all: Streams) =>
        scale(all, Object.fromEntries(Object.entries(factors).filter(([name]) => Object.hasOwn(all, name))));
      for (const name of Object.keys(factors)) expect({ ...costs, ...benefits }).toHaveProperty([name]);
      return Math.round(presentValue(investment.discountRate, n, of(costs), of(benefits)));
    };
    const drivers = DRIVERS[file] ?? {};
    const locale = resolveLocale(bundle.locale ?? "en-GB");
    if (locale === undefined) throw new Error("no locale");
    const { sensitivity = [] } = computeFigures(bundle, locale).figures.investment ?? {};
    expect(sensitivity.map(({ driver }) => driver)).toEqual(Object.keys(drivers));
    for (const ends of sensitivity) {
      const { driver } = ends;
      const [low, high] = [ends.low, ends.high].map(({ npv }) => ({ npv: Math.round(npv.value) }));
      const [down, up] = drivers[driver] ?? [{}, {}];
      if (low === undefined || high === undefined) throw new Error("two ends");
      expect([driver, low.npv, high.npv]).toEqual([driver, changed(down), changed(up)]);
      const base = changed({});
      expect(low.npv).toBeLessThan(base);
      expect(high.npv).toBeGreaterThan(base);
    }
  });

  test("the amount asked for is the sum of the costs that it pays", () => {
    const { periods, without } = ASKS[file] ?? { periods: 0, without: [] };
    const paid = investment?.costs.filter(({ name }) => !without.includes(name)) ?? [];
    expect(bundle.ask?.amount).toBe(sum(paid.flatMap(({ values }) => values.slice(0, periods))));
    expect(bundle.options?.find(({ recommended }) => recommended)?.cost).toBe(bundle.ask?.amount);
  });
});

describe.each(SAMPLES)("the numbers and words of %s", (file) => {
  const bundle = bundleOf(file);

  test("every total of a waterfall that names a value is the sum so far", () => {
    for (const chart of bundle.charts?.filter(({ kind }) => kind === "waterfall") ?? []) {
      let running = 0;
      for (const [at, { value, total, label }] of (chart.data ?? []).entries()) {
        if (total === true && at > 0 && typeof value === "number")
          expect([label, value]).toEqual([label, running]);
        running = total === true ? (value ?? running) : running + (value ?? 0);
      }
    }
  });

  test("quotes are at most forty words long", () => {
    for (const { id, text } of bundle.quotes)
      expect([id, text.split(/\s+/).length <= 40]).toEqual([id, true]);
  });

  test("sentences that become titles have at most 95 characters", () => {
    const titles = [
      ...(bundle.why.reasons ?? []).map(({ claim }) => claim),
      ...(bundle.charts ?? []).map(({ message }) => message.replace(/\{\{[^}]*\}\}/g, "USD 0.3 million")),
      ...(bundle.pictures ?? []).map(({ message }) => message),
    ];
    expect(titles.filter((title) => title.length > 95)).toEqual([]);
  });
});

const host = createNodeHost();
const source = (file: string) => ({
  bytes: new Uint8Array(readFileSync(join(FOLDER, file))),
  file,
  root: dirname(join(FOLDER, file)),
});

function deepFreeze<T>(value: T): T {
  if (value === null || typeof value !== "object" || Object.isFrozen(value) || ArrayBuffer.isView(value))
    return value;
  for (const item of Object.values(value)) deepFreeze(item);
  return Object.freeze(value);
}

describe.each(SAMPLES)("the deck of %s", (file) => {
  test("is built in silence, with one title a slide and no title twice", async () => {
    const compiled = await compileFile(`samples/${file}`);
    expect([...compiled.diagnostics, ...compiled.findings]).toEqual([]);
    // The gallery is not for a meeting, and says so.
    const long = compiled.silenced.some(({ code }) => code === "read/time");
    expect(compiled.deck.minutes).toBeLessThanOrEqual(long ? 30 : 15);
    expect(long).toBe(file === "gallery.json");
    const texts = compiled.pages.pages.flatMap(({ items }) =>
      items.flatMap((item) =>
        item.type === "text"
          ? item.paragraphs.map(({ runs }) => runs.map((run) => ("text" in run ? run.text : "")).join(""))
          : [],
      ),
    );
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => /[ \u00a0]{2}/.test(text))).toEqual([]);
    const titles = compiled.pages.pages.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test("no stage changes what it is given", async () => {
    const { bundle, pictures } = await readBundle(source(file).bytes, file, host, source(file).root);
    const locale = resolveLocale(bundle.locale ?? "en-GB");
    if (locale === undefined) throw new Error("unknown locale");
    const phrasebook = createPhrasebook(locale);
    deepFreeze(bundle);
    const { figures } = deepFreeze(computeFigures(bundle, locale));
    const { story, resolved } = deepFreeze(outlineStory(bundle, figures, locale, phrasebook));
    const deck = deepFreeze(
      buildDeck({ story, resolved, figures, locale, phrasebook, pictures, theme: "boardroom" }),
    );
    const look = deepFreeze(resolveTheme(Theme.parse(await host.theme("boardroom"))));
    const { pages } = layout(deck, look, { lenient: false });
    const shared = new Set((deck.shared ?? []).flatMap(({ holds }) => holds.slice(1)));
    const alone = deck.slides.filter(({ id }) => !shared.has(id));
    expect(pages.pages.length).toBeGreaterThanOrEqual(alone.length);
  });
});
