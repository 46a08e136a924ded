import { APPENDIX_PARTS, BODY_PARTS, PARTS } from "../../src/model/bundle/pages.ts";
import type { Json } from "./numbers.ts";
import type { Random } from "./random.ts";
import type { Words } from "./words.ts";

/** Gives a bundle pages of its own, an order of its parts, and parts that it leaves; now and then each. */
export function addPages(bundle: Record<string, unknown>, chance: Random, texts: Words): void {
  if (chance.chance(0.3)) bundle["pages"] = pages(bundle, chance, texts);
  if (chance.chance(0.2)) {
    const parts = chance.pick([PARTS, BODY_PARTS, APPENDIX_PARTS]);
    bundle["order"] = chance.shuffle(parts).slice(0, chance.int(2, parts.length));
  }
  if (chance.chance(0.15)) bundle["leave"] = chance.sample(PARTS, chance.int(1, 3));
}

function pages(bundle: Readonly<Record<string, unknown>>, chance: Random, texts: Words): Json[] {
  const idsOf = (part: string): string[] =>
    ((bundle[part] ?? []) as Json[]).flatMap(({ id }) => (typeof id === "string" ? [id] : []));
  const [charts, pictures, quotes] = [idsOf("charts"), idsOf("pictures"), idsOf("quotes")];
  const sources = idsOf("sources");
  const some = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  const maybe = (field: string, make: () => unknown): Json => (chance.chance(0.4) ? { [field]: make() } : {});
  const figure = (): string => (texts.figures.length === 0 ? "12 of 40" : chance.pick(texts.figures));
  const table = (): Json => {
    const columns = chance.int(2, 5);
    const cell = (n: number): string | null =>
      n > 0 && chance.chance(0.1) ? null : chance.pick([figure, texts.thing, () => "1,200"])();
    return {
      columns: some(columns, texts.thing),
      rows: some(chance.int(1, 6), () => Array.from({ length: columns }, (_, n) => cell(n))),
      ...maybe("total", () => true),
    };
  };
  const blocks: readonly (() => Json)[] = [
    () => ({ ...maybe("heading", texts.thing), text: texts.sentence() }),
    () => ({ ...maybe("heading", texts.thing), list: some(chance.int(1, 4), texts.sentence) }),
    () => ({ ...maybe("heading", texts.thing), table: table() }),
    () => ({ figure: figure(), label: texts.thing() }),
    ...(charts.length === 0 ? [] : [() => ({ chart: chance.pick(charts) })]),
    ...(pictures.length === 0 ? [] : [() => ({ picture: chance.pick(pictures) })]),
    ...(quotes.length === 0 ? [] : [() => ({ quote: chance.pick(quotes) })]),
  ];
  const after = [...PARTS, ...idsOf("goals"), ...charts, ...idsOf("options"), ...idsOf("objections"), "why"];
  return some(chance.int(1, 3), () => null).map((_, n) => ({
    id: `page${n + 1}`,
    ...maybe("after", () => chance.pick(n === 0 ? after : [...after, `page${n}`])),
    title: texts.title(),
    blocks: some(chance.int(1, 4), () => chance.pick(blocks)()),
    ...maybe("short", () => texts.thing().slice(0, 40)),
    ...maybe("takeaway", texts.sentence),
    ...(sources.length === 0 ? {} : maybe("sources", () => chance.sample(sources, chance.int(1, 2)))),
    ...maybe("say", texts.sentence),
  }));
}
