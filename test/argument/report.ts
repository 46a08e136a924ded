import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { BaseResult } from "./compare.ts";
import { GROUPS, type Group } from "./set.ts";

/** Wilson's interval of a share, at 95%. */
export function wilson(found: number, of: number): readonly [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.959964;
  const share = found / of;
  const middle = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const shareOf = (found: number, of: number): string => (of === 0 ? "–" : percent(found / of));
export const interval = (found: number, of: number): string =>
  of === 0 ? "–" : wilson(found, of).map(percent).join(" to ");

/** A table in Markdown; `docs/rules.md` can hold it as it stands. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const measured = (name: string, found: number, of: number): readonly string[] => [
  name,
  `${found} of ${of}`,
  shareOf(found, of),
  interval(found, of),
];

const isFound = ({ hits }: { readonly hits: readonly Diagnostic[] }): boolean => hits.length > 0;

function groupTable(results: readonly BaseResult[]): string {
  const all = results.flatMap(({ weaknesses }) => weaknesses);
  const names = Object.keys(GROUPS) as Group[];
  const rows = names.map((group) => {
    const those = all.filter((weakness) => weakness.group === group);
    return measured(GROUPS[group], those.filter(isFound).length, those.length);
  });
  return table(
    ["Group", "Found", "Recall", "95% interval"],
    [...rows, measured("**All**", all.filter(isFound).length, all.length)],
  );
}

function kindTable(results: readonly BaseResult[]): string {
  const kinds = new Map<string, { group: Group; kind: string; found: number; of: number }>();
  for (const { group, kind, ...weakness } of results.flatMap(({ weaknesses }) => weaknesses)) {
    const key = `${group} ${kind}`;
    const { found, of } = kinds.get(key) ?? { found: 0, of: 0 };
    kinds.set(key, { group, kind, found: found + (isFound(weakness) ? 1 : 0), of: of + 1 });
  }
  const order = Object.keys(GROUPS);
  const rows = [...kinds.values()]
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || b.of - a.of)
    .map(({ group, kind, found, of }) => [GROUPS[group], kind, `${found} of ${of}`, interval(found, of)]);
  return table(["Group", `Kind (${kinds.size})`, "Found", "95% interval"], rows);
}

interface RuleCount {
  hits: number;
  strays: number;
  alarms: number;
}

/** Precision: findings on planted weaknesses, as a share of those and of the alarms on what is sound. */
function ruleTable(results: readonly BaseResult[]): string {
  const rules = new Map<string, RuleCount>();
  const count = (found: readonly Diagnostic[], as: keyof RuleCount): void => {
    for (const { code } of found) {
      const rule = rules.get(code) ?? { hits: 0, strays: 0, alarms: 0 };
      rule[as] += 1;
      rules.set(code, rule);
    }
  };
  for (const { alarms, weaknesses, variants } of results) {
    count(alarms, "alarms");
    for (const { hits, strays } of weaknesses) {
      count(hits, "hits");
      count(strays, "strays");
    }
    for (const variant of variants) count(variant.alarms, "alarms");
  }
  const rows = [...rules].sort().map(([code, { hits, strays, alarms }]) => {
    const numbers = [hits, strays, alarms].map(String);
    return [code, ...numbers, shareOf(hits, hits + alarms), interval(hits, hits + alarms)];
  });
  const total = [...rules.values()].reduce(
    (sum, rule) => ({ hits: sum.hits + rule.hits, alarms: sum.alarms + rule.alarms }),
    { hits: 0, alarms: 0 },
  );
  const { hits, alarms } = total;
  const last = ["**All**", `${hits}`, "", `${alarms}`, shareOf(hits, hits + alarms)];
  return table(
    ["Rule", "On weaknesses", "Elsewhere", "On sound text", "Precision", "95% interval"],
    [...rows, [...last, interval(hits, hits + alarms)]],
  );
}

const line = ({ severity, code, path = [], what }: Diagnostic): string =>
  `    ${severity} ${code} at ${path.join(".")}: ${what}`;

function alarmLists(results: readonly BaseResult[]): string {
  const bases = results.flatMap(({ base, alarms }) =>
    alarms.length === 0 ? [] : [`- ${base}, as it is`, ...alarms.map(line)],
  );
  const variants = results
    .flatMap((result) => result.variants)
    .flatMap(({ base, what, alarms }) =>
      alarms.length === 0 ? [] : [`- ${base}: ${what}`, ...alarms.map(line)],
    );
  return [...bases, ...variants].join("\n") || "None.";
}

function missedList(results: readonly BaseResult[]): string {
  const missed = results.flatMap(({ weaknesses }) => weaknesses).filter((each) => !isFound(each));
  return missed
    .map(({ base, group, kind, wrong, strays }) =>
      [`- ${base}, ${group}, ${kind}: ${wrong}`, ...strays.map(line)].join("\n"),
    )
    .join("\n");
}

/** All that the set says about the rules, in Markdown. */
export function report(results: readonly BaseResult[]): string {
  const variants = results.flatMap((result) => result.variants);
  const alarmed = variants.filter(({ alarms }) => alarms.length > 0).length;
  const onBases = results.reduce((sum, { alarms }) => sum + alarms.length, 0);
  const onVariants = variants.reduce((sum, { alarms }) => sum + alarms.length, 0);
  return [
    "## Found, by group",
    groupTable(results),
    "## False alarms",
    `${onBases} on ${results.length} sound bundles as they are; ${onVariants} on ${variants.length} sound variants, of which ${alarmed} have one or more (${interval(alarmed, variants.length)}).`,
    "## Precision, by rule",
    ruleTable(results),
    "## Found, by kind",
    kindTable(results),
    "## Alarms on sound text",
    alarmLists(results),
    "## Missed",
    missedList(results),
  ].join("\n\n");
}
