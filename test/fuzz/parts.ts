import { decimal } from "../../src/base/decimal.ts";
import { netPresentValue, ratePerPeriod } from "../../src/base/money.ts";
import { periodsPerYear } from "../../src/base/period.ts";
import { SCALE_POWERS, SCALES } from "../../src/model/bundle/common.ts";
import { book } from "../workbooks/write.ts";
import { makeChanges } from "./changes.ts";
import type { Measured } from "./charts.ts";
import { day, firstPeriod, type Json } from "./numbers.ts";
import type { Random } from "./random.ts";
import { names, type Words } from "./words.ts";
import { workbookOf } from "./workbook.ts";

/** The scale of a file's numbers as a field of the bundle, and a number as it stands in the file. */
export interface Scaled {
  readonly field: Json;
  readonly down: (value: unknown) => unknown;
}

/** Makes the parts of a bundle that hold sentences, people and money. */
export class PartMaker {
  readonly random: Random;
  /** Chance of what bundles have learned since: the rest of each seed's bundle stays as it was. */
  readonly later: Random;
  readonly words: Words;
  readonly locale: string | undefined;
  readonly files: Record<string, string | Uint8Array> = {};
  /** How large the lists of this bundle are: 0 the least there may be, 1 as many as a long deck has. */
  readonly size: number;

  constructor(chance: Random, later: Random, texts: Words, locale: string | undefined) {
    this.random = chance;
    this.later = later;
    this.words = texts;
    this.locale = locale;
    this.size = chance.pick([0, 0.3, 0.3, 0.6, 1]);
  }

  /** A count between two, as large as the bundle is; now and then any. */
  count(least: number, most: number): number {
    const top = this.random.chance(0.1) ? most : Math.round(least + (most - least) * this.size);
    return this.random.int(least, top);
  }

  /** A field that is there with a probability. */
  maybe(field: string, make: () => unknown, probability = 0.6): Json {
    return this.random.chance(probability) ? { [field]: make() } : {};
  }

  ids(prefix: string, count: number): string[] {
    return Array.from({ length: count }, (_, n) => `${prefix}${n + 1}`);
  }

  /** Now and then a scale in which a file has its numbers, which then are as many times smaller; and the field that says so. */
  scaled(): Scaled {
    if (!this.later.chance(0.4)) return { field: {}, down: (value) => value };
    const scale = this.later.pick(SCALES);
    const times = decimal(10).pow(SCALE_POWERS[scale]);
    return {
      field: { in: scale },
      down: (value) => (typeof value === "number" ? decimal(value).div(times).toNumber() : value),
    };
  }

  /** A file with a table, as the bundle names it: of CSV, or of a workbook unless its numbers have a mark of their own. */
  table(header: readonly string[], rows: readonly (readonly unknown[])[], marked: boolean): Json {
    const path = `data/${Object.keys(this.files).length + 1}`;
    if (!marked && this.later.chance(0.5)) {
      const { bytes, source } = workbookOf(header, rows, this.later);
      this.files[`${path}.xlsx`] = bytes;
      return { xlsx: `${path}.xlsx`, ...source };
    }
    const cell = (one: unknown): string => `"${String(one).replaceAll('"', '""')}"`;
    this.files[`${path}.csv`] = [header, ...rows].map((row) => row.map(cell).join(",")).join("\n");
    return { csv: `${path}.csv` };
  }

  ask(people: readonly string[]): Json {
    const { random: chance, words: texts } = this;
    return {
      decision: texts.title(),
      ...this.maybe("amount", () => chance.pick([0, 38_400, 420_000, 12_500_000, 1_234_567.5, "none"])),
      ...this.maybe("currency", () => chance.pick(["EUR", "CHF", "JPY", "NOK"]), 0.2),
      ...this.maybe("approver", () => chance.pick(people)),
      ...this.maybe("owner", () => chance.pick(people)),
      ...this.maybe("by", () => day(30)),
      ...this.maybe("start", () => day(70)),
      ...this.maybe("terms", () => this.list(this.count(1, 6), texts.title)),
      ...this.maybe("waiting", texts.sentence),
      ...this.maybe("afterYes", texts.sentence, 0.4),
      ...this.maybe("afterNo", texts.sentence, 0.4),
      ...this.maybe("howToAnswer", texts.sentence, 0.2),
    };
  }

  why(evidence: readonly string[]): Json {
    const { random: chance, words: texts } = this;
    return {
      statement: texts.title(),
      ...this.maybe("situation", texts.sentence),
      ...this.maybe("complication", texts.sentence),
      ...this.maybe("now", texts.sentence),
      ...this.maybe("opportunity", texts.sentence),
      ...this.maybe(
        "reasons",
        () =>
          this.list(this.count(1, 7), () => ({
            claim: texts.title(),
            because: texts.sentence(),
            evidence: chance.sample(evidence, chance.int(1, 4)),
          })),
        0.7,
      ),
    };
  }

  goals(ids: readonly string[], people: readonly string[], metrics: readonly Measured[]): Json[] {
    const { random: chance, words: texts } = this;
    return ids.map((id, n) => ({
      id,
      name: texts.title().slice(0, 200),
      ...this.maybe("level", () => chance.pick(["company", "division", "team"])),
      ...this.maybe("priority", () => n + 1, 0.3),
      ...this.maybe("owner", () => chance.pick(people)),
      ...this.maybe("period", () => chance.pick(["2027", "2027-H1", "2026-Q4"])),
      ...this.maybe("metric", () => chance.pick(metrics).id),
      ...this.maybe("strength", () => chance.pick(["primary", "supporting", "enabling"])),
      ...this.maybe("teams", () => names(this.count(1, 5), texts.team)),
      ...this.maybe("contribution", texts.title),
    }));
  }

  people(ids: readonly string[]): Json[] {
    const { random: chance, words: texts } = this;
    // All in one cell of the map, or all over it.
    const crowded = chance.chance(0.2);
    const all = names(ids.length, texts.person);
    return ids.map((id, n) => ({
      id,
      name: all[n],
      role: texts.role(),
      ...this.maybe("team", texts.team),
      ...this.maybe("part", () =>
        chance.pick(["approver", "driver", "contributor", "gatekeeper", "informed"]),
      ),
      ...this.maybe(
        "stance",
        () =>
          crowded ? "neutral" : chance.pick(["champion", "supporter", "neutral", "sceptic", "opponent"]),
        0.8,
      ),
      ...this.maybe("influence", () => (crowded ? 3 : chance.int(1, 5)), 0.8),
      ...this.maybe("met", () => day(-chance.int(1, 60))),
      ...this.maybe("concern", () => (chance.chance(0.3) ? "none known" : texts.title())),
      ...this.maybe("show", () => "concern", 0.3),
      ...this.maybe("outside", () => true, 0.1),
    }));
  }

  quotes(people: readonly string[], goals: readonly string[]): Json[] {
    const { random: chance, words: texts } = this;
    const permission = chance.chance(0.2) ? "role" : undefined;
    return this.ids("q", this.count(1, 9)).map((id) => ({
      id,
      from: chance.pick(people),
      ...this.maybe("date", () => day(-chance.int(1, 60))),
      ...this.maybe(
        "permission",
        () => permission ?? chance.pick(["named", "role", "anonymous", "none"]),
        0.9,
      ),
      ...this.maybe("goal", () => chance.pick(goals), 0.5),
      text: texts.speech(),
      ...this.maybe("tone", () => chance.pick(["supports", "doubts", "neutral"]), 0.3),
    }));
  }

  sources(ids: readonly string[]): Json[] {
    const { words: texts } = this;
    const all = names(ids.length, texts.thing);
    return ids.map((id, n) => ({
      id,
      name: all[n],
      ...this.maybe("owner", texts.team),
      ...this.maybe("date", () => day(-20)),
      ...this.maybe("note", texts.sentence, 0.3),
      ...this.maybe("url", () => "https://example.com/report", 0.2),
      ...(this.later.chance(0.2) ? this.workbook() : {}),
    }));
  }

  /** A workbook that a source is, and now and then its sheet. */
  workbook(): Json {
    const { xlsx, sheet } = { xlsx: "data/register.xlsx", sheet: "Register" };
    this.files[xlsx] = book({
      sheets: [{ name: sheet, rows: [["Case"], [1]] }],
      saved: `${day(-30)}T08:00:00Z`,
    });
    return { xlsx, ...(this.later.chance(0.5) ? { sheet } : {}) };
  }

  options(): Json[] {
    const { random: chance, words: texts } = this;
    const ids = this.ids("o", this.count(2, 6));
    const all = names(ids.length, texts.thing);
    const best = chance.chance(0.9) ? chance.int(0, ids.length - 1) : -1;
    const criteria = chance.chance(0.3) ? names(chance.int(1, 3), texts.thing) : [];
    return ids.map((id, n) => ({
      id,
      name: all[n],
      ...(n === best ? { recommended: true } : {}),
      ...this.maybe("cost", () => chance.pick([0, 21_000, 420_000, 3_400_000]), 0.8),
      ...this.maybe("benefit", texts.phrase, 0.8),
      ...this.maybe("time", texts.phrase),
      ...this.maybe("risk", texts.title),
      ...this.maybe("why", texts.title, 0.7),
      ...(criteria.length === 0
        ? {}
        : { criteria: Object.fromEntries(criteria.map((name) => [name.slice(0, 60), texts.phrase()])) }),
    }));
  }

  investment(people: readonly string[], sources: readonly string[]): Json {
    const { random: chance, words: texts } = this;
    const period = chance.pick(["year", "half-year", "quarter", "month"] as const);
    const usual = { year: 10, "half-year": 12, quarter: 20, month: 36 };
    const count = chance.chance(0.2) ? chance.int(26, 60) : chance.int(2, usual[period]);
    const size = chance.pick([4_000, 95_000, 2_400_000]);
    const unit = chance.chance(0.15) ? texts.unit() : undefined;
    const stream = (name: string, grows: number) => ({
      name,
      values: Array.from({ length: count }, (_, n) =>
        Math.round(size * (grows === 0 ? 1 : Math.min(1, n / 4) * grows) * (chance.int(80, 120) / 100)),
      ),
    });
    const listed = names(this.count(2, 10), texts.thing);
    const half = Math.max(1, Math.floor(listed.length / 2));
    const costs = listed.slice(0, half).map((name) => stream(name, 0));
    const benefits = listed.slice(half).map((name) => stream(name, 1 + chance.int(0, 3) / 2));
    const rate = chance.pick([0, 0.08, 0.125]);
    const base = worth(period, rate, costs, benefits);
    return {
      ...(unit === undefined ? this.maybe("currency", () => chance.pick(["EUR", "USD", "JPY"])) : { unit }),
      discountRate: rate,
      period,
      start: firstPeriod(period),
      costs,
      benefits,
      ...(chance.chance(0.4)
        ? makeChanges(
            chance,
            texts,
            {
              ...{ costs: costs.map(({ name }) => name), benefits: benefits.map(({ name }) => name) },
              ...{ periods: count, size },
            },
            base,
          )
        : this.maybe("sensitivity", () =>
            names(this.count(1, 8), texts.thing).map((driver) => ({
              driver,
              low: { label: texts.phrase().slice(0, 40), npv: base - chance.int(1, 40) * (size / 2) },
              high: { label: texts.phrase().slice(0, 40), npv: base + chance.int(1, 40) * (size / 2) },
            })),
          )),
      ...(sources.length === 0 ? {} : this.maybe("source", () => chance.pick(sources))),
      ...this.maybe("asOf", () => day(-2)),
      ...this.maybe("owner", () => chance.pick(people)),
      ...this.maybe("assumption", texts.sentence),
    };
  }

  plan(people: readonly string[]): Json {
    const { random: chance, words: texts } = this;
    const owner = (): Json => this.maybe("owner", () => chance.pick(people));
    const phases = names(this.count(1, 14), texts.thing).map((name, n) => {
      const start = 60 + n * chance.int(5, 40);
      return { name, start: day(start), end: day(start + chance.int(7, 150)), ...owner() };
    });
    const milestones = names(this.count(1, 8), texts.thing).map((name, n) => ({
      name,
      date: day(70 + n * chance.int(10, 60)),
      ...owner(),
      ...this.maybe("gate", () => true, 0.3),
    }));
    const next = this.list(this.count(1, 8), () => ({
      what: texts.title(),
      ...owner(),
      ...this.maybe("by", () => day(40)),
    }));
    const cadence = this.list(this.count(1, 4), () => ({
      what: texts.title(),
      every: chance.pick(["day", "week", "two weeks", "month", "quarter", "year"]),
      ...owner(),
      ...this.maybe("who", () => chance.sample(people, chance.int(1, 6))),
    }));
    return {
      ...this.maybe("phases", () => phases, 0.9),
      ...this.maybe("milestones", () => milestones),
      ...this.maybe("next", () => next),
      ...this.maybe("cadence", () => cadence, 0.4),
    };
  }

  risks(people: readonly string[]): Json[] {
    const { random: chance, words: texts } = this;
    return this.list(this.count(1, 9), () => ({
      risk: texts.title(),
      likelihood: chance.int(1, 5),
      impact: chance.int(1, 5),
      ...this.maybe("mitigation", texts.title),
      ...this.maybe("owner", () => chance.pick(people)),
      ...this.maybe("trigger", texts.title),
      ...this.maybe("then", texts.title),
      ...this.maybe("exposure", () => chance.int(0, 9_000_000)),
    }));
  }

  objections(people: readonly string[], evidence: readonly string[], attacked: readonly string[]): Json[] {
    const { random: chance, words: texts } = this;
    // All on one target, or each on its own.
    const target = chance.chance(0.2) ? chance.pick(attacked) : undefined;
    return this.ids("b", chance.chance(0.06) ? 40 : this.count(1, 12)).map((id) => ({
      id,
      objection: texts.title(),
      ...this.maybe("from", () => chance.pick(people)),
      ...this.maybe("headline", texts.title),
      ...this.maybe("concede", texts.sentence),
      answer: texts.sentence(),
      ...this.maybe("evidence", () => chance.sample(evidence, chance.int(1, 3))),
      ...this.maybe("attacks", () =>
        target === undefined ? chance.sample(attacked, chance.int(1, 3)) : [target],
      ),
      ...this.maybe("owner", () => chance.pick(people)),
      ...this.maybe("residual", () => chance.pick(["low", "medium", "high"])),
      ...this.maybe("wouldChangeOurMind", texts.title),
    }));
  }

  wins(): Json[] {
    const { words: texts } = this;
    return this.ids("w", this.count(1, 6)).map((id) => ({
      ...this.maybe("id", () => id, 0.5),
      date: day(-this.random.int(5, 300)),
      what: texts.title(),
      ...this.maybe("thanks", () => (this.random.chance(0.5) ? texts.person() : texts.team())),
    }));
  }

  glossary(): Json[] {
    const { words: texts } = this;
    return names(this.count(1, 12), texts.thing).map((term) => ({ term, meaning: texts.sentence() }));
  }

  history(people: readonly string[]): Json[] {
    const { random: chance, words: texts } = this;
    return Array.from({ length: this.count(1, 5) }, (_, n) => ({
      version: `0.${n + 1}`,
      date: day(-40 + n * 5),
      ...this.maybe("sentTo", () => chance.sample(people, chance.int(1, 6))),
      ...this.maybe("note", texts.title),
    }));
  }

  list<T>(count: number, make: () => T): T[] {
    return Array.from({ length: count }, make);
  }
}

interface Amounts {
  readonly values: readonly number[];
}

/** The net present value that the ends of a sensitivity lie around. */
function worth(
  period: "year" | "half-year" | "quarter" | "month",
  rate: number,
  costs: readonly Amounts[],
  benefits: readonly Amounts[],
): number {
  const total = (streams: readonly Amounts[], step: number) =>
    streams.reduce((sum, { values }) => sum + (values[step] ?? 0), 0);
  const net = (costs[0]?.values ?? []).map((_, step) => decimal(total(benefits, step) - total(costs, step)));
  return Math.round(netPresentValue(ratePerPeriod(rate, periodsPerYear(period)), net).toNumber());
}
