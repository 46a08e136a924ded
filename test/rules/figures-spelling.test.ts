import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { compile } from "./compiled.ts";
import { SOUND } from "./sound.ts";

const common = { source: "s", asOf: "2026-10-31", owner: "head" } as const;
const [wait, stay] = SOUND.metrics ?? [];
if (!wait || !stay || !SOUND.ask) throw new Error("the sound bundle");

/** The sound bundle with a share and an amount of which the first reason speaks, in this sentence. */
const reasoning = (because: string, more: Partial<Bundle> = {}): Bundle => ({
  ...SOUND,
  metrics: [
    wait,
    stay,
    {
      id: "share",
      name: "Customers who wait",
      unit: "%",
      decimals: 1,
      ...common,
      values: [{ period: "2026", value: 12 }],
    },
    {
      id: "cost",
      name: "Cost of waiting",
      unit: "EUR",
      scale: "million",
      ...common,
      values: [{ period: "2026", value: 1_200_000 }],
    },
  ],
  why: {
    ...SOUND.why,
    reasons: (SOUND.why.reasons ?? []).map((reason, n) =>
      n === 0 ? { ...reason, because, evidence: ["wait", "share", "cost"] } : reason,
    ),
  },
  ...more,
});

const found = async (bundle: Bundle): Promise<readonly string[]> =>
  (await compile(bundle)).findings.filter(({ code }) => code === "figures/spelling").map(({ what }) => what);

describe("a figure has one spelling on a slide", () => {
  test.each<[string, string, readonly string[]]>([
    ["an expression", "{{share.latest}} wait, which costs {{cost.latest}}.", []],
    ["the same digits", "12.0% wait, which costs EUR 1.2 million.", []],
    [
      "fewer decimals",
      "12% of them wait, and {{share.latest}} is too many.",
      ['"12%" is one figure in two spellings: the same slide has "12.0%".'],
    ],
    [
      "a word",
      "12 per cent of {{share.latest}} wait.",
      ['"12 per cent" is one figure in two spellings: the same slide has "12.0%".'],
    ],
    ["another number", "13% of them wait, and {{share.latest}} is too many.", []],
    ["a rounder number", "About 12% of them wait, and {{share.latest}} is too many.", []],
    ["a change", "It rose by 12%, to {{share.latest}}.", []],
    [
      "an amount written out",
      "It costs EUR 1,200,000 a year, and {{cost.latest}} is too much.",
      ['"EUR 1,200,000" is one figure in two spellings: the same slide has "EUR 1.2 million".'],
    ],
    [
      "a sign",
      "It costs €1.2 million a year, and {{cost.latest}} is too much.",
      ['"€1.2 million" is one figure in two spellings: the same slide has "EUR 1.2 million".'],
    ],
    ["a sign of another amount", "It costs €30,000 a month, and {{cost.latest}} a year.", []],
  ])("%s", async (_name, because, expected) => {
    expect(await found(reasoning(because))).toEqual(expected);
  });

  test("in Finnish, where money is written in words", async () => {
    const finnish = (because: string) => found(reasoning(because, { locale: "fi-FI" }));
    expect(await finnish("Se maksaa 1,2 miljoonaa € vuodessa, ja {{cost.latest}} on liikaa.")).toEqual([
      '"1,2 miljoonaa €" is one figure in two spellings: the same slide has "1,2 miljoonaa euroa".',
    ]);
    expect(await finnish("Heistä 12 % odottaa, ja {{share.latest}} on liikaa.")).toEqual([
      '"12 %" is one figure in two spellings: the same slide has "12,0 %".',
    ]);
    expect(await finnish("Heistä {{share.latest}} odottaa, se maksaa 20 000 euroa.")).toEqual([]);
  });

  test("which the hint names, or all that it may be, if several are the same number", async () => {
    const hints = async (bundle: Bundle) =>
      (await compile(bundle)).findings
        .filter(({ code }) => code === "figures/spelling")
        .map(({ hint, instead }) => [hint, instead]);
    const text = "12% of customers wait, {{share.latest}} too many.";
    expect(await hints(reasoning(text))).toEqual([
      ["Write {{share.latest}}, so that both are the same.", "{{share.latest}}"],
    ]);
    const [share] = reasoning(text).metrics?.slice(2) ?? [];
    if (share === undefined) throw new Error("the share");
    const twice = {
      ...reasoning(text),
      metrics: [...(reasoning(text).metrics ?? []), { ...share, id: "other" }],
    };
    expect(await hints(twice)).toEqual([
      [
        "Write {{share.latest}} or {{other.latest}}, whichever is meant, so that both are the same.",
        undefined,
      ],
    ]);
  });

  test("and another on another slide is left alone", async () => {
    const bundle = reasoning("They wait.");
    const elsewhere: Bundle = {
      ...bundle,
      objections: (bundle.objections ?? []).map((each, n) =>
        n === 0 ? { ...each, answer: "Of those who call, 12% come back." } : each,
      ),
    };
    expect(await found(elsewhere)).toEqual([]);
  });
});
