import { parsePeriod, periodAt } from "../../src/base/period.ts";
import type { ChartKindName } from "../../src/charts/index.ts";
import { VALUE_KINDS } from "../../src/model/bundle/common.ts";
import { RULES } from "../../src/rules/registry.ts";
import { pngOf } from "../raster/files.ts";
import { template } from "../template/build.ts";
import { addPayment } from "./changes.ts";
import { CHARTS, type Measured } from "./charts.ts";
import { addConversation } from "./conversation.ts";
import { dressed } from "./dress.ts";
import {
  course,
  day,
  type Json,
  type Kind,
  measureKind,
  type PeriodKind,
  periods,
  round,
  value,
} from "./numbers.ts";
import { addPages } from "./pages.ts";
import { PartMaker } from "./parts.ts";
import { random } from "./random.ts";
import { addTests } from "./tests.ts";
import { names, words } from "./words.ts";

/** A bundle and the CSV files that it names, by path. */
export interface Made {
  readonly bundle: Json;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** A valid, realistic bundle: the same for the same seed. Every optional part is sometimes there and sometimes not. */
export function makeBundle(seed: number): Made {
  const chance = random(seed);
  const locale = chance.pick([undefined, undefined, "en-GB", "en-US", "en-IE", "fi-FI", "fi-FI"]);
  const made = new Maker(chance, random(seed + 1_000_003), words(chance, locale), locale).bundle();
  return seed % ON_TEMPLATE === 0 ? onTemplate(made) : made;
}

/** One in so many bundles is built on a template. */
const ON_TEMPLATE = 20;

const onTemplate = ({ bundle, files }: Made): Made => ({
  bundle: { ...bundle, template: "brand/company.potx" },
  files: { ...files, "brand/company.potx": template() },
});

/** Most periods that stand side by side. */
const MOST_ACROSS = 24;

interface Investment {
  readonly start: string;
  readonly costs: { values: unknown }[];
  readonly benefits: { values: unknown }[];
}

class Maker extends PartMaker {
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
      ...(this.later.chance(0.2) ? { extends: this.extended() } : {}),
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
      ...(pictures.length > 1 ? { logo: pictures[0]?.["file"] } : {}),
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
    addPayment(bundle, chance);
    addPages(bundle, chance, texts);
    addTests(
      bundle,
      metrics.map(({ id }) => id),
      chance,
    );
    this.budgetInFile(bundle);
    addConversation(bundle, chance, texts);
    return { bundle, files: this.files };
  }

  /** What the bundle shares with others: a file, or two of which the later one wins. */
  extended(): string | readonly string[] {
    this.files["shared/company.json"] = JSON.stringify({ organisation: "Shared", currency: "EUR" });
    if (this.later.chance(0.5)) return "shared/company.json";
    this.files["unit.json"] = JSON.stringify({
      extends: "./shared/company.json",
      confidentiality: "Internal",
    });
    return ["shared/company.json", "unit.json"];
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
    const { field: scale, down } = this.scaled();
    const number = (value: unknown): unknown => {
      const cell = down(value);
      return decimal === "," && typeof cell === "number" ? String(cell).replace(".", ",") : (cell ?? "");
    };
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
    const header = ["Period", "Value", ...fields];
    const across = rows.length <= MOST_ACROSS && this.later.chance(0.3);
    const [heads = [], ...lines] = header.map((name, n) => [name, ...rows.map((row) => row[n])]);
    return {
      ...(across
        ? { ...this.table(heads.map(String), lines, decimal !== undefined), across: true }
        : this.table(header, rows, decimal !== undefined)),
      period: "Period",
      value: "Value",
      ...Object.fromEntries(fields.map((field) => [field, field])),
      ...scale,
      ...(decimal === undefined ? {} : { decimal }),
      ...(dates === undefined ? {} : { dates }),
    };
  }

  /** Moves the amounts of some costs and benefits into files, the periods side by side or below one another. */
  budgetInFile(bundle: Record<string, unknown>): void {
    const investment = bundle["investment"] as Investment | undefined;
    const first = parsePeriod(investment?.start ?? "");
    if (investment === undefined || first === undefined || !this.later.chance(0.2)) return;
    for (const stream of [...investment.costs, ...investment.benefits]) {
      if (!Array.isArray(stream.values) || stream.values.length > MOST_ACROSS || this.later.chance(0.5))
        continue;
      const periods = stream.values.map((_, n) => periodAt(first.kind, first.ordinal + n).text);
      const decimal = this.later.pick([undefined, undefined, ".", ","]);
      const dates = this.later.pick([undefined, undefined, "dmy", "mdy"]);
      const { field: scale, down } = this.scaled();
      const amounts = stream.values.map((one) =>
        decimal === "," ? String(down(one)).replace(".", ",") : (down(one) as number),
      );
      const marked = decimal !== undefined;
      const across = this.later.chance(0.5);
      stream.values = {
        ...(across
          ? this.table(["Amounts", ...periods], [["Line", ...amounts]], marked)
          : this.table(
              ["Period", "Line"],
              periods.map((period, n) => [period, amounts[n]]),
              marked,
            )),
        ...(across ? { across } : { period: "Period" }),
        value: "Line",
        ...scale,
        ...(decimal === undefined ? {} : { decimal }),
        ...(dates === undefined ? {} : { dates }),
      };
    }
  }

  charts(
    metrics: readonly Measured[],
    people: readonly string[],
    sources: readonly string[],
    goals: readonly string[],
  ): Json[] {
    const { random: chance, words: texts } = this;
    const kinds = Object.keys(CHARTS) as ChartKindName[];
    const drawing = {
      random: chance,
      words: texts,
      metrics,
      table: this.table.bind(this),
      scaled: this.scaled.bind(this),
    };
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
