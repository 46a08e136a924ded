import { parseDay } from "../base/date.ts";
import { parsePeriod } from "../base/period.ts";
import type { DateStyle, LocaleWords, PeriodStyle } from "./locale.ts";

function fill(
  words: LocaleWords,
  pattern: string,
  parts: Readonly<Record<string, number | undefined>>,
): string {
  const month = (parts["month"] ?? 1) - 1;
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (name === "monthNumber") return String(month + 1);
    if (name === "month") return words.months.long[month] ?? whole;
    if (name === "shortMonth") return words.months.short[month] ?? whole;
    if (name === "half") return words.halves?.[(parts["part"] ?? 1) - 1] ?? whole;
    if (name === "weekday") return words.weekdays[(parts["weekday"] ?? 1) - 1] ?? whole;
    if (name === "nth" && parts["day"] === 1 && words.ordinals !== undefined) return words.ordinals.first;
    if (name === "ordinal") return ordinal(words, parts["part"] ?? 1);
    const part = parts[name === "nth" ? "day" : name];
    return part === undefined ? whole : String(part);
  });
}

const ordinal = ({ ordinals }: LocaleWords, n: number): string =>
  (n === 1 ? ordinals?.first : ordinals?.other)?.replace("{n}", String(n)) ?? String(n);

export function writeDate(words: LocaleWords, iso: string, style: DateStyle): string {
  const day = parseDay(iso);
  return day === undefined ? iso : fill(words, words.dates[style], { ...day });
}

export const writeTime = (words: LocaleWords, clock: string): string =>
  clock.replace(/^(\d\d):(\d\d)$/, (_, hour: string, minute: string) =>
    words.time
      .replace("{half}", Number(hour) < 12 ? "a.m." : "p.m.")
      .replace("{hour12}", String(Number(hour) % 12 || 12))
      .replace("{hour2}", hour)
      .replace("{hour}", String(Number(hour)))
      .replace("{minute}", minute),
  );

export function writePeriod(words: LocaleWords, text: string, style: PeriodStyle): string {
  const period = parsePeriod(text);
  if (period === undefined) return text;
  const month = (Math.floor(period.start) % 12) + 1;
  const { year, part } = period;
  return fill(words, words.periods[period.kind][style], { year, part, month, day: part });
}
