import { daysInMonth, parseDay } from "../base/date.ts";
import { comparePeriods, type Period, parsePeriod } from "../base/period.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { At } from "../diagnostics/make.ts";
import * as messages from "../diagnostics/messages/index.ts";
import { linksIn } from "../locales/links.ts";
import { BLOCK_CONTENTS } from "../model/bundle/pages.ts";
import type { JsonPath } from "../model/figures.ts";
import { select } from "./select.ts";
import type { SourceMap } from "./text/source-map.ts";

/**
 * Finds errors that the schema cannot see, apart from references: days and weeks that do not exist, periods
 * out of order, ranges that do not contain their value, rows of unequal length. Works on bundles that are
 * wrong elsewhere.
 */
export function checkMeaning(value: unknown, places: SourceMap): Diagnostic[] {
  const at = (path: JsonPath): At => ({ path, place: places.value(path) });
  return [
    ...calendar(value, at),
    ...spans(value, at),
    ...metrics(value, at),
    ...ranges(value, at),
    ...rows(value, at),
    ...investment(value, at),
    ...options(value, at),
    ...measured(value, at),
    ...links(value, at),
    ...pages(value, at),
  ];
}

/** Fields that no reader sees, or whose form is checked as that of an address. */
const UNREAD = new Set(["id", "$schema", "file", "csv", "xlsx", "sheet", "url", "email"]);

/** Links that would start a program or open a file, wherever they are written; the links of a sentence alone lead anywhere. */
function links(value: unknown, at: Locate): Diagnostic[] {
  const visit = (here: unknown, path: JsonPath): Diagnostic[] => {
    if (typeof here === "string") {
      const unsafe = linksIn(here).flatMap(({ fault, target }) => (fault === "unsafe" ? [target] : []));
      return unsafe.length === 0 ? [] : [messages.unsafeLink(at(path), [...new Set(unsafe)])];
    }
    if (typeof here !== "object" || here === null) return [];
    return Object.entries(here).flatMap(([key, child]) =>
      UNREAD.has(key) ? [] : visit(child, [...path, Array.isArray(here) ? Number(key) : key]),
    );
  };
  return visit(value, []);
}

type Locate = (path: JsonPath) => At;
type Fields = Readonly<Record<string, unknown>>;
const fields = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};

/** Text that stands in fields of these names is a date or a period; the schema has checked its form. */
const DATED = new Set(["date", "by", "start", "end", "asOf", "met", "period"]);

function calendar(value: unknown, at: Locate): Diagnostic[] {
  const out: Diagnostic[] = [];
  const visit = (here: unknown, path: JsonPath): void => {
    if (typeof here === "string") {
      if (DATED.has(String(path.at(-1)))) out.push(...day(here, () => at(path)));
    } else if (typeof here === "object" && here !== null) {
      for (const [key, child] of Object.entries(here))
        visit(child, [...path, Array.isArray(here) ? Number(key) : key]);
    }
  };
  visit(value, []);
  return out;
}

function day(text: string, where: () => At): Diagnostic[] {
  if (/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(text) && parsePeriod(text) === undefined)
    return [messages.noSuchWeek(where(), text)];
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (date === null || parseDay(text) !== undefined) return [];
  const length = daysInMonth(Number(date[1]), Number(date[2]));
  return [
    messages.notInCalendar(where(), text, length === 0 ? undefined : `${date[1]}-${date[2]}-${length}`),
  ];
}

/** ISO dates of equal form compare as text. */
function spans(value: unknown, at: Locate): Diagnostic[] {
  return select(value, "plan.phases.*").flatMap(({ path, value: phase }) => {
    const { name, start, end } = fields(phase);
    const both = typeof start === "string" && typeof end === "string" && parseDay(start) && parseDay(end);
    return both && end < start
      ? [messages.endBeforeStart(at([...path, "end"]), String(name), start, end)]
      : [];
  });
}

/** The periods of one metric are of one kind and ascend, so that a change is one from one period to the next. */
function metrics(value: unknown, at: Locate): Diagnostic[] {
  const out: Diagnostic[] = [];
  for (const { value: values, path } of select(value, "metrics.*.values")) {
    const seen = new Set<string>();
    let kind: Period["kind"] | undefined;
    let last: Period | undefined;
    for (const { path: rest, value: text } of select({ values }, "values.*.period")) {
      const period = typeof text === "string" ? parsePeriod(text) : undefined;
      if (period === undefined) continue;
      const where = () => at([...path, ...rest.slice(1)]);
      kind ??= period.kind;
      if (seen.has(period.text)) out.push(messages.repeatedPeriod(where(), period.text));
      else if (period.kind !== kind) out.push(messages.mixedPeriods(where(), period.text, period.kind, kind));
      else if (last !== undefined && comparePeriods(last, period) > 0) {
        out.push(messages.unorderedPeriod(where(), period.text, last.text));
      } else last = period;
      seen.add(period.text);
    }
  }
  return out;
}

function ranges(value: unknown, at: Locate): Diagnostic[] {
  return ["metrics.*.values.*", "charts.*.data.*"]
    .flatMap((pattern) => select(value, pattern))
    .flatMap(({ path, value: item }) => {
      const { low, high, value: number } = fields(item);
      const [l, h] = [numeric(low), numeric(high)];
      if (l !== undefined && h !== undefined && l > h)
        return [messages.rangeReversed(at([...path, "low"]), l, h)];
      const n = numeric(number);
      const outside = n !== undefined && ((l !== undefined && n < l) || (h !== undefined && n > h));
      return outside ? [messages.outsideRange(at([...path, "value"]), n, l, h)] : [];
    });
}

const numeric = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

function rows(value: unknown, at: Locate): Diagnostic[] {
  return select(value, "charts.*").flatMap(({ path, value: chart }) => {
    const { series } = fields(chart);
    if (!Array.isArray(series)) return [];
    return select(chart, "data.*").flatMap(({ path: rest, value: row }) => {
      const { label, values } = fields(row);
      return Array.isArray(values) && values.length !== series.length
        ? [
            messages.seriesLength(
              at([...path, ...rest, "values"]),
              values.length,
              series.length,
              String(label),
            ),
          ]
        : [];
    });
  });
}

/** Blocks of the author's pages that hold nothing or several things, tables of uneven rows, parts named twice, pages in a circle. */
function pages(value: unknown, at: Locate): Diagnostic[] {
  const blocks = select(value, "pages.*.blocks.*").flatMap(({ path, value: block }) => {
    const held = BLOCK_CONTENTS.filter((name) => Object.hasOwn(fields(block), name));
    const { heading, label } = fields(block);
    if (held.length !== 1) return [messages.blockContents(at(path), held, BLOCK_CONTENTS)];
    if (held[0] === "figure" && label === undefined) return [messages.figureWithoutLabel(at(path))];
    if (label !== undefined && held[0] !== "figure")
      return [messages.blockField(at([...path, "label"]), "label", ["figure"])];
    return heading === undefined || HEADED.includes(held[0] ?? "")
      ? []
      : [messages.blockField(at([...path, "heading"]), "heading", HEADED)];
  });
  const tables = select(value, "pages.*.blocks.*.table").flatMap(({ path, value: table }) => {
    const { columns } = fields(table);
    if (!Array.isArray(columns)) return [];
    return select(table, "rows.*").flatMap(({ path: rest, value: row }) =>
      Array.isArray(row) && row.length !== columns.length
        ? [messages.rowLength(at([...path, ...rest]), row.length, columns.length)]
        : [],
    );
  });
  const repeated = ["order.*", "leave.*"].flatMap((pattern) => {
    const seen = new Set<unknown>();
    return select(value, pattern).flatMap(({ path, value: part }) => {
      const again = seen.has(part);
      seen.add(part);
      return again ? [messages.repeatedReference(at(path), String(part))] : [];
    });
  });
  return [...blocks, ...tables, ...repeated, ...pageCircles(value, at)];
}

/** Contents of a block that may stand under a heading. */
const HEADED: readonly string[] = ["text", "list", "table"];

/** Pages that stand after one another in a circle, or after themselves; each circle is told once. */
function pageCircles(value: unknown, at: Locate): Diagnostic[] {
  const all = select(value, "pages.*").map(
    ({ path, value: page }) => ({ path, ...fields(page) }) as AfterPage,
  );
  const after = new Map(all.map(({ id, after }) => [id, after]));
  const told = new Set<unknown>();
  return all.flatMap(({ path, id }) => {
    const way: unknown[] = [];
    for (let here: unknown = id; here !== undefined && !way.includes(here); here = after.get(here))
      way.push(here);
    const last = after.get(way.at(-1));
    if (last !== id || id === undefined || told.has(id)) return [];
    for (const each of way) told.add(each);
    return [messages.pagesInCircle(at([...path, "after"]), way.map(String))];
  });
}

interface AfterPage {
  readonly path: JsonPath;
  readonly id?: unknown;
  readonly after?: unknown;
}

const EXAMPLES: Readonly<Record<string, string>> = {
  year: "2027",
  "half-year": "2027-H1",
  quarter: "2027-Q1",
  month: "2027-01",
};

function investment(value: unknown, at: Locate): Diagnostic[] {
  const out: Diagnostic[] = [];
  const streams = ["investment.costs.*", "investment.benefits.*"].flatMap((pattern) =>
    select(value, pattern),
  );
  const length = (stream: unknown): number | undefined => {
    const { values } = fields(stream);
    return Array.isArray(values) ? values.length : undefined;
  };
  const [first] = streams;
  const expected = length(first?.value);
  for (const { path, value: stream } of streams) {
    const found = length(stream);
    if (first === undefined || expected === undefined || found === undefined || found === expected) continue;
    out.push(
      messages.streamLength(
        at([...path, "values"]),
        String(fields(stream)["name"]),
        found,
        expected,
        String(fields(first.value)["name"]),
      ),
    );
  }
  const { period, start } = fields(select(value, "investment")[0]?.value);
  const begins = typeof start === "string" ? parsePeriod(start) : undefined;
  if (begins !== undefined && typeof period === "string" && period in EXAMPLES && begins.kind !== period) {
    out.push(
      messages.startIsNotPeriod(at(["investment", "start"]), begins.text, period, EXAMPLES[period] ?? ""),
    );
  }
  return out;
}

function options(value: unknown, at: Locate): Diagnostic[] {
  const [first, ...more] = select(value, "options.*").filter(
    ({ value: option }) => fields(option)["recommended"] === true,
  );
  return more.map(({ path, value: option }) =>
    messages.twoRecommended(
      at([...path, "recommended"]),
      String(fields(option)["name"]),
      String(fields(first?.value)["name"]),
    ),
  );
}

function measured(value: unknown, at: Locate): Diagnostic[] {
  const some = [...select(value, "metrics.*"), ...select(value, "charts.*")].length > 0;
  const misspelt = ["metrics", "charts"].some(
    (name) => select(value, name).length > 0 && !Array.isArray(fields(value)[name]),
  );
  return some || misspelt ? [] : [messages.nothingMeasured(at([]))];
}
