import { type Facts, isMissing } from "./facts.ts";
import { AT, type Language, N, near, numbersOf, type Read, WORDS } from "./words.ts";

/** Faults in the sentence of each series: its ends, its extremes, and whether it says that some values are not known. */
export function faultsOfSeries(
  text: string,
  facts: Facts,
  source: Facts,
  language: Language,
  most = 3,
): string[] {
  const words = WORDS[language];
  const told = facts.series.slice(0, most);
  const shares = facts !== source;
  const rest = facts.series.length - told.length;
  const [, more, plural] = words.more.exec(text) ?? [];
  const faults = Number(more ?? 0) === rest ? [] : [`${more} more series instead of ${rest}`];
  if (language === "fi" && more !== undefined && (plural === "") !== (more === "1"))
    faults.push("plural of series");
  return faults.concat(
    told.flatMap((series, column) => {
      const given = series.values.flatMap((value, n) =>
        value === null ? [] : [{ label: facts.labels[n] ?? "", value: value / series.scale }],
      );
      // A share is unknown wherever a part of its whole is.
      const unknown = source.labels.flatMap((_label, n) =>
        source.series.some((_each, c) => (shares || c === column) && isMissing(source, c, n)) ? [n] : [],
      );
      const say = (fault: string): string => `${series.name}: ${fault}`;
      const at = (label: string | undefined): number | undefined =>
        given.find((each) => each.label === label)?.value;
      const one = (part: string | undefined): Read | undefined => {
        const all = numbersOf(part ?? "", language);
        return all.length === 1 ? all[0] : undefined;
      };
      const holds = (part: string | undefined, exact: number | undefined): boolean => {
        const read = one(part);
        return read !== undefined && exact !== undefined && near(read, exact);
      };
      const begin = `(?<=[.!?] )${series.name}: `;
      if (given.length === 0)
        return new RegExp(begin, "u").test(text) ? [say("told, though nothing is known of it")] : [];
      const numbers = given.map(({ value }) => value);
      const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
      const holes = unknown.some((n) => isMissing(source, column, n)) || (shares && unknown.length > 0);
      if (given.length === 1) {
        const [, value, label] = new RegExp(`${begin}${N} ${AT}\\.`, "u").exec(text) ?? [];
        return label === given[0]?.label && holds(value, numbers[0]) ? [] : [say("the only value")];
      }
      const [, same] = new RegExp(`${begin}${words.same}`, "u").exec(text) ?? [];
      if (same !== undefined)
        return holds(same, low) && holds(same, high) && holes !== true
          ? []
          : [say("not all values are the same")];
      const pattern = new RegExp(`${begin}${facts.timed ? words.course : words.range}`, "u")
        .exec(text)
        ?.slice(1);
      if (pattern === undefined) return [say("no sentence")];
      const [first, last] = [given[0], given.at(-1)];
      const extremes = facts.timed ? pattern.slice(4) : [...pattern.slice(3), ...pattern.slice(0, 3)];
      const [knownLow, lowText, lowAt, knownHigh, highText, highAt] = extremes;
      return [
        ...(facts.timed && !(holds(pattern[0], first?.value) && pattern[1] === first?.label)
          ? ["first"]
          : []),
        ...(facts.timed && !(holds(pattern[2], last?.value) && pattern[3] === last?.label) ? ["last"] : []),
        ...(holds(lowText, low) && at(lowAt) === low ? [] : ["lowest"]),
        ...(holds(highText, high) && at(highAt) === high ? [] : ["highest"]),
        ...((knownLow !== undefined) === (holes === true) && knownLow === knownHigh ? [] : ["known"]),
      ].map(say);
    }),
  );
}
