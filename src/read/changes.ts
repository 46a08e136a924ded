import { type Period, parsePeriod, periodAt } from "../base/period.ts";
import * as messages from "../diagnostics/messages/index.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { JsonPath } from "../model/figures.ts";
import { type Fault, fault } from "./issues.ts";
import { select, textsAt } from "./select.ts";
import type { SourceMap } from "./text/source-map.ts";

type Fields = Readonly<Record<string, unknown>>;
const fields = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const SIDES = ["costs", "benefits"] as const;
const EFFECTS = ["later", "times", "plus"] as const;

/** Faults of drivers, sensitivities and scenarios that the schema cannot see: what they change, and how. */
export function checkChanges(root: unknown, places: SourceMap): Fault[] {
  const out: Fault[] = [];
  const at = (path: JsonPath) => ({ path, place: places.value(path) });
  const names = {
    costs: textsAt(root, "investment.costs.*.name"),
    benefits: textsAt(root, "investment.benefits.*.name"),
  };
  const periods = select(root, "investment.costs.*.values").flatMap(({ value }) =>
    Array.isArray(value) ? [value.length] : [],
  )[0];
  const drivers = textsAt(root, "investment.drivers.*.id");

  const streams = (item: Fields, path: JsonPath): void => {
    if (SIDES.every((side) => item[side] === undefined)) out.push(fault(messages.changesNothing(at(path))));
    named(item, path);
  };

  /** Names of streams that are there. */
  const named = (item: Fields, path: JsonPath): void => {
    for (const [n, side] of SIDES.entries()) {
      const listed = item[side];
      for (const [index, name] of (Array.isArray(listed) ? listed : []).entries()) {
        if (typeof name !== "string" || names[side].includes(name)) continue;
        const other = SIDES[1 - n];
        const elsewhere = other !== undefined && names[other].includes(name) ? other : undefined;
        const near = nearest(name, names[side]);
        const place = at([...path, side, index]);
        const found = messages.unknownStream(place, name, side, near, names[side], elsewhere);
        out.push(near === undefined || elsewhere !== undefined ? fault(found) : { found, instead: near });
      }
    }
  };

  const change = (item: Fields, path: JsonPath): void => {
    const { driver, value, later } = item;
    if (driver !== undefined) {
      if (value === undefined)
        out.push(fault(messages.driverWithoutValue(at([...path, "value"]), String(driver))));
      for (const field of [...SIDES, ...EFFECTS])
        if (item[field] !== undefined) out.push(fault(messages.changeMixed(at([...path, field]), field)));
      return;
    }
    if (value !== undefined)
      out.push(fault(messages.valueWithoutDriver(at([...path, "value"]), undefined, undefined, drivers)));
    streams(item, path);
    if (EFFECTS.every((effect) => item[effect] === undefined))
      out.push(fault(messages.changesNoHow(at(path))));
    if (typeof later === "number" && periods !== undefined && later >= periods)
      out.push(fault(messages.laterThanAll(at([...path, "later"]), later, periods)));
  };

  const changes = (list: unknown, path: JsonPath): void => {
    if (!Array.isArray(list)) return;
    const seen = new Set<unknown>();
    for (const [n, each] of list.entries()) {
      const item = fields(each);
      change(item, [...path, n]);
      const { driver } = item;
      if (driver !== undefined && seen.has(driver))
        out.push(fault(messages.driverTwice(at([...path, n, "driver"]), String(driver))));
      seen.add(driver);
    }
  };

  for (const { path, value } of select(root, "ask.pays")) {
    if (select(root, "investment").length === 0) out.push(fault(messages.paysForNothing(at(path))));
    else named(fields(value), path);
    const { until } = fields(value);
    const [first, last] = spanOf(root, periods ?? 0);
    if (typeof until === "string" && first !== undefined && last !== undefined && !within(until, first, last))
      out.push(fault(messages.paysOutside(at([...path, "until"]), until, first.text, last.text)));
  }
  for (const { path, value } of select(root, "investment.drivers.*")) {
    const item = fields(value);
    streams(item, path);
    const { value: level, zero = 0, name } = item;
    if (typeof level === "number" && level === zero)
      out.push(fault(messages.driverAtZero(at([...path, "value"]), String(name), level)));
  }
  for (const { path, value } of select(root, "investment.scenarios.*.changes")) changes(value, path);
  for (const { path, value } of select(root, "investment.sensitivity.*")) {
    const driver = String(fields(value)["driver"]);
    for (const side of ["low", "high"] as const) {
      const written = fields(value)[side];
      if (typeof written !== "object" || written === null) continue;
      const end = fields(written);
      const from = [...path, side];
      const { value: level, npv, label } = end;
      changes(end["changes"], [...from, "changes"]);
      if (level !== undefined && !drivers.includes(driver)) {
        const near = nearest(driver, drivers);
        out.push(fault(messages.valueWithoutDriver(at([...from, "value"]), driver, near, drivers)));
      }
      if (level !== undefined && end["changes"] !== undefined)
        out.push(fault(messages.outcomeTwice(at([...from, "changes"]))));
      if (level === undefined && end["changes"] === undefined && npv === undefined)
        out.push(fault(messages.outcomeUnknown(at([...from, "npv"]), driver)));
      if (level === undefined && label === undefined)
        out.push(fault(messages.outcomeUnnamed(at([...from, "label"]), driver)));
    }
  }
  return out;
}

/** First and last period of the investment. */
function spanOf(root: unknown, count: number): readonly [Period?, Period?] {
  const [start] = textsAt(root, "investment.start");
  const first = start === undefined ? undefined : parsePeriod(start);
  return first === undefined || count < 1 ? [] : [first, periodAt(first.kind, first.ordinal + count - 1)];
}

function within(text: string, first: Period, last: Period): boolean {
  const period = parsePeriod(text);
  // What is no period is told by the schema or the calendar.
  if (period === undefined) return true;
  return period.kind === first.kind && period.ordinal >= first.ordinal && period.ordinal <= last.ordinal;
}
