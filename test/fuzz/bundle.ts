import { decimal } from "../../src/base/decimal.ts";
import { netPresentValue, ratePerPeriod } from "../../src/base/money.ts";
import { periodsPerYear } from "../../src/base/period.ts";
import type { ChartKindName } from "../../src/charts/index.ts";
import { VALUE_KINDS } from "../../src/model/bundle/common.ts";
import { RULES } from "../../src/rules/registry.ts";
import { pngOf } from "../raster/files.ts";
import { CHARTS, type Measured } from "./charts.ts";
import { dressed } from "./dress.ts";
import {
  course,
  day,
  firstPeriod,
  type Json,
  type Kind,
  measureKind,
  type PeriodKind,
  periods,
  round,
  value,
} from "./numbers.ts";
import { type Random, random } from "./random.ts";
import { names, type Words, words } from "./words.ts";

/** A bundle and the CSV files that it names, by path. */
export interface Made {
  readonly bundle: Json;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** A valid, realistic bundle: the same for the same seed. Every optional part is sometimes there and sometimes not. */
export function makeBundle(seed: number): Made {
  const chance = random(seed);
  const locale = chance.pick([undefined, undefined, "en-GB", "en-US", "en-IE", "fi-FI", "fi-FI"]);
  return new Maker(chance, words(chance, locale), locale).bundle();
}

class Maker {
  readonly random: Random;
  readonly words: Words;
  readonly locale: string | undefined;
  readonly files: Record<string, string | Uint8Array> = {};
  /** How large the lists of this bundle are: 0 the least there may be, 1 as many as a long deck has. */
  readonly size: number;

  constructor(chance: Random, texts: Words, locale: string | undefined) {
    this.random = chance;
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

  bundle(): Made {
    const { random: chance, words: texts } = this;
    const people = this.ids("p", this.count(1, 14));
    const goals = this.ids("g", this.count(1, 6));
    const sources = this.ids("s", this.count(0, 5));
    const metrics = this.metrics(people, sources, goals);
    texts.figures.push(...metrics.flatMap(({ id }) => [`{{${id}.latest}}`, `{{${id}.first}}`]));
    const charts = this.charts(metrics, people, sources, goals);
    const pictures = chance.chance(0.25) ? this.pictures(sources, goals) : [];
    const quotes = this.quotes(people, goals);
    const evidence = [
      ...metrics.map(({ id }) => id),
      ...charts.map(({ id }) => String(id)),
      ...quotes.map(({ id }) => String(id)),
      ...pictures.map(({ id }) => String(id)),
    ];
    const wins = chance.chance(0.5) ? this.wins() : [];
    evidence.push(...wins.flatMap(({ id }) => (id === undefined ? [] : [String(id)])));
    const options = chance.chance(0.7) ? this.options() : [];
    const ask = chance.chance(0.85);
    const investment = chance.chance(0.6);
    const plan = chance.chance(0.7);
    const attacked = [
      "why",
      ...(ask ? ["ask"] : []),
      ...(investment ? ["investment"] : []),
      ...(plan ? ["plan"] : []),
      ...options.map(({ id }) => String(id)),
      ...goals,
      ...evidence.filter((id) => !id.startsWith("w")),
    ];
    const bundle: Json = {
      ...this.maybe("$schema", () => "./node_modules/foredeck/schema/foredeck.schema.json", 0.3),
      title: texts.title(),
      ...this.maybe("subtitle", texts.title, 0.3),
      ...this.maybe("organisation", () => `${texts.team()} Oy`),
      ...this.maybe("purpose", () => chance.pick(["decide", "discuss", "inform"]), 0.3),
      ...this.maybe("version", () => chance.pick(["1.0", "0.3", "2.1 rc"])),
      ...this.maybe("status", () => chance.pick(["draft", "final"])),
      ...this.maybe("date", () => day(17), 0.8),
      ...(this.locale === undefined ? {} : { locale: this.locale }),
      ...this.maybe("currency", () => chance.pick(["EUR", "USD", "GBP", "JPY", "SEK"]), 0.5),
      ...this.maybe("confidentiality", () => "Internal"),
      ...this.maybe("show", () => "stances", 0.3),
      ...this.maybe("theme", () => "boardroom", 0.1),
      ...this.maybe("contact", () => ({
        name: texts.person(),
        ...this.maybe("role", texts.role),
        ...this.maybe("email", () => "ask.us@example.com"),
      })),
      ...this.maybe("meeting", () => ({
        name: `${texts.team()}, ${texts.thing()}`,
        date: day(24),
        ...this.maybe("time", () => "09:00"),
        ...this.maybe("timezone", () => "Europe/Helsinki", 0.3),
        ...this.maybe("minutes", () => 45),
        ...this.maybe("place", () => "Room 5A"),
      })),
      ...(ask ? { ask: this.ask(people) } : {}),
      why: this.why(evidence),
      goals: this.goals(goals, people, metrics),
      stakeholders: this.people(people),
      quotes,
      ...(sources.length === 0 ? {} : { sources: this.sources(sources) }),
      metrics: metrics.map(({ json }) => json),
      ...(charts.length === 0 ? {} : { charts }),
      ...(pictures.length === 0 ? {} : { pictures }),
      ...(options.length === 0 ? {} : { options }),
      ...(investment ? { investment: this.investment(people, sources) } : {}),
      ...(plan ? { plan: this.plan(people) } : {}),
      ...this.maybe("risks", () => this.risks(people), 0.7),
      ...this.maybe("objections", () => this.objections(people, evidence, attacked), 0.7),
      ...(wins.length === 0 ? {} : { wins }),
      ...this.maybe("rules", () => this.rules(), 0.2),
      ...this.maybe("glossary", () => this.glossary(), 0.5),
      ...this.maybe("history", () => this.history(people), 0.4),
    };
    return { bundle, files: this.files };
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
    }));
  }

  metrics(
    people: readonly string[],
    sources: readonly string[],
    goals: readonly string[],
  ): (Measured & { json: Json })[] {
    const { random: chance, words: texts } = this;
    const ids = this.ids("m", this.count(1, 9));
    const all = names(ids.length, texts.thing);
    return ids.map((id, n) => {
      const kind = measureKind(chance, texts.unit());
      const time = chance.pick<PeriodKind>(["year", "half-year", "quarter", "month", "month", "week", "day"]);
      const count = chance.chance(0.2) ? 1 : chance.int(2, chance.chance(0.1) ? 120 : 24);
      const ahead = count > 3 && chance.chance(0.4) ? chance.int(1, Math.min(4, count - 2)) : 0;
      const ranged = ahead > 0 && chance.chance(0.6);
      const target = chance.chance(0.5);
      return {
        id,
        kind,
        time,
        count,
        ahead,
        ranged,
        target,
        json: {
          id,
          name: all[n],
          ...(kind.unit === undefined ? {} : { unit: kind.unit }),
          ...(kind.scale === undefined ? {} : { scale: kind.scale }),
          ...(kind.decimals === undefined ? {} : { decimals: kind.decimals }),
          ...this.maybe("better", () => chance.pick(["higher", "lower"]), 0.8),
          ...this.maybe("owner", () => chance.pick(people)),
          ...(sources.length === 0 ? {} : this.maybe("source", () => chance.pick(sources), 0.8)),
          ...this.maybe("asOf", () => day(-2), 0.8),
          ...this.maybe("kind", () => chance.pick(VALUE_KINDS), 0.1),
          values: this.values(kind, time, count, ahead, ranged),
          ...(target
            ? {
                target: {
                  value: value(chance, kind),
                  ...this.maybe("by", () => "2027-Q4"),
                  ...(sources.length === 0 ? {} : this.maybe("source", () => chance.pick(sources), 0.3)),
                },
              }
            : {}),
          ...this.maybe("assumption", texts.sentence, 0.3),
          ...this.maybe("supports", () => chance.sample(goals, 1), 0.4),
          ...this.maybe("definition", texts.sentence, 0.3),
        },
      };
    });
  }

  values(kind: Kind, time: PeriodKind, count: number, ahead: number, ranged: boolean): unknown {
    const { random: chance } = this;
    const dates = periods(time, count, ahead);
    const numbers = course(chance, kind, count);
    const off = (n: number, sign: number): number =>
      round((numbers[n] ?? 0) + (sign * kind.size) / 10, kind.digits);
    const expected = chance.pick(["forecast", "forecast", "forecast", "plan", "estimate"]);
    const values = dates.map((period, n) => ({
      period,
      value: n > 0 && n < count - 1 - ahead && chance.chance(0.04) ? null : numbers[n],
      ...(n < count - ahead
        ? chance.chance(0.02)
          ? { kind: "actual" }
          : {}
        : { kind: expected, ...(ranged ? { low: off(n, -1), high: off(n, 1) } : {}) }),
    }));
    return chance.chance(0.2) ? this.valuesInFile(values, time) : values;
  }

  /** The values of a metric in a CSV file, as a spreadsheet of some country writes it. */
  valuesInFile(values: readonly Json[], time: PeriodKind): Json {
    const { random: chance } = this;
    const fields = ["kind", "low", "high"].filter((field) =>
      values.some((value) => value[field] !== undefined),
    );
    const decimal = chance.pick([undefined, ".", ","]);
    const dates = time === "day" ? chance.pick([undefined, "dmy", "mdy"]) : undefined;
    const number = (cell: unknown): unknown =>
      decimal === "," && typeof cell === "number" ? String(cell).replace(".", ",") : (cell ?? "");
    const date = (period: unknown): unknown => {
      const [year, month, day] = String(period).split("-");
      if (dates === undefined) return period;
      return dates === "dmy" ? `${day}/${month}/${year}` : `${month}/${day}/${year}`;
    };
    const rows = values.map((one) => [
      date(one["period"]),
      number(one["value"]),
      ...fields.map((field) => (field === "kind" ? (one[field] ?? "actual") : number(one[field]))),
    ]);
    return {
      csv: this.csv(["Period", "Value", ...fields], rows),
      period: "Period",
      value: "Value",
      ...Object.fromEntries(fields.map((field) => [field, field])),
      ...(decimal === undefined ? {} : { decimal }),
      ...(dates === undefined ? {} : { dates }),
    };
  }

  csv(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
    const path = `data/${Object.keys(this.files).length + 1}.csv`;
    const cell = (one: unknown): string => `"${String(one).replaceAll('"', '""')}"`;
    this.files[path] = [header, ...rows].map((row) => row.map(cell).join(",")).join("\n");
    return path;
  }

  charts(
    metrics: readonly Measured[],
    people: readonly string[],
    sources: readonly string[],
    goals: readonly string[],
  ): Json[] {
    const { random: chance, words: texts } = this;
    const kinds = Object.keys(CHARTS) as ChartKindName[];
    const drawing = { random: chance, words: texts, metrics, csv: this.csv.bind(this) };
    return this.ids("c", this.count(0, 8)).map((id) => {
      const kind = chance.pick(kinds);
      return {
        id,
        ...dressed(CHARTS[kind](drawing), kind, drawing),
        message: texts.title(),
        ...this.maybe("meaning", texts.sentence),
        ...this.maybe("supports", () => chance.sample(goals, chance.int(1, 2))),
        ...(sources.length === 0 ? {} : this.maybe("source", () => chance.pick(sources))),
        ...this.maybe("asOf", () => day(-2)),
        ...this.maybe("owner", () => chance.pick(people), 0.3),
        ...this.maybe("period", () => chance.pick(["2026", "2026-Q3", "January to October"]), 0.3),
        ...this.maybe("assumption", texts.sentence, 0.2),
      };
    });
  }

  pictures(sources: readonly string[], goals: readonly string[]): Json[] {
    const { random: chance, words: texts } = this;
    return this.ids("f", this.count(1, 3)).map((id) => {
      const file = `pictures/${id}.png`;
      const [width, height] = chance.pick([
        [640, 360],
        [300, 900],
        [1600, 200],
      ] as const);
      this.files[file] = stripes(width, height);
      return {
        id,
        file,
        alt: texts.sentence(),
        message: texts.title(),
        ...this.maybe("supports", () => chance.sample(goals, 1)),
        ...(sources.length === 0 ? {} : this.maybe("source", () => chance.pick(sources))),
        ...this.maybe("asOf", () => day(-3)),
      };
    });
  }

  rules(): Json {
    const { random: chance, words: texts } = this;
    const codes = chance.sample(
      RULES.map(({ code }) => code),
      chance.int(1, 3),
    );
    return Object.fromEntries(
      codes.map((code) => [
        code,
        { severity: chance.pick(["off", "warning", "error"]), because: texts.sentence() },
      ]),
    );
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
      ...this.maybe("sensitivity", () =>
        names(this.count(1, 8), texts.thing).map((driver) => ({
          driver,
          low: { label: texts.phrase().slice(0, 40), npv: base - chance.int(1, 40) * (size / 2) },
          high: { label: texts.phrase().slice(0, 40), npv: base + chance.int(1, 40) * (size / 2) },
        })),
      ),
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

/** A grey picture of stripes, eight bits a pixel. */
function stripes(width: number, height: number): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let at = 0; at < rows.length; at += 1) {
    const across = at % (width + 1);
    rows[at] = across === 0 ? 0 : across % 40 < 20 ? 90 : 200;
  }
  return pngOf({ width, height, rows });
}
