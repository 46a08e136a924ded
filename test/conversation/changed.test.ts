import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonPath } from "../../src/base/json-path.ts";
import { isSentence } from "../../src/model/bundle/sentences.ts";
import { SOUND } from "../rules/sound.ts";
import { changesBetween, changesOf, line, type Said, said, sample } from "./side.ts";

const FILES = [
  "samples/minimal.json",
  "samples/sepsis-at-the-ward-door.json",
  "samples/stop-mechanical-scales.json",
  "samples/vuodot-kiinni-samana-paivana.json",
  "samples/kaelter-zurueck-weniger-gas.json",
  "samples/laga-for-dem-som-kommer.json",
  "samples/reparer-la-porte-avant-la-panne.json",
  "samples/gallery.json",
  "test/bundles/customer-listening.json",
];

/** A small bundle in which every kind of change can be made. */
const BASE = {
  title: "Open the swimming hall an hour earlier",
  version: "1.0",
  date: "2026-11-12",
  ask: {
    decision: "Approve an hour more on weekdays",
    amount: 18000,
    approver: "head",
    by: "2026-12-01",
    terms: ["The hour is dropped if fewer than forty people come", "Staff agree to the new shifts"],
  },
  why: {
    statement: "People who start work at eight have nowhere to swim.",
    reasons: [
      {
        claim: "The hall is empty when people want it",
        because: "Visits are at {{visits.latest}} a month.",
        evidence: ["visits"],
      },
      { claim: "Neighbouring towns open at six already", because: "All three of them do.", evidence: ["q"] },
      {
        claim: "The water is warm all night anyway",
        because: "Heating runs without a pause.",
        evidence: ["q"],
      },
    ],
  },
  goals: [{ id: "use", name: "More people swim", metric: "visits" }],
  stakeholders: [
    { id: "head", name: "Ida Moe", role: "Head of sports", stance: "neutral", influence: 4 },
    { id: "shift", name: "Olli Aho", role: "Shift lead" },
  ],
  quotes: [
    {
      id: "q",
      from: "shift",
      permission: "named",
      date: "2026-10-02",
      text: "I unlock the door and nobody may come in.",
    },
  ],
  sources: [{ id: "gate", name: "Gate counts", owner: "Sports office", date: "2026-11-01" }],
  metrics: [
    {
      ...{ id: "visits", name: "Visits", unit: "visits", better: "higher", source: "gate" },
      values: [
        { period: "2026-08", value: 900 },
        { period: "2026-09", value: 940 },
        { period: "2026-10", value: 960 },
        { period: "2026-12", value: 1100, kind: "forecast" },
      ],
      target: { value: 1200, by: "2027-12" },
    },
  ],
  charts: [
    {
      ...{
        id: "when",
        kind: "column",
        message: "Most ask for six o'clock",
        unit: "%",
        supports: ["use"],
        source: "gate",
      },
      data: [
        { label: "Six", value: 61, highlight: true },
        { label: "Seven", value: 39 },
      ],
    },
  ],
  options: [
    { id: "six", name: "Open at six", recommended: true, cost: 18000 },
    { id: "none", name: "Stay as it is", cost: 0 },
  ],
  plan: { next: [{ what: "Ask the staff", owner: "shift", by: "2026-12-10" }] },
  risks: [{ risk: "Nobody comes in winter", likelihood: 2, impact: 3 }],
  objections: [
    { id: "o", objection: "Nobody swims at six.", from: "head", answer: "TODO", residual: "high" },
    {
      id: "p",
      objection: "Staff costs more at night.",
      answer: "The pay is in the amount.",
      residual: "low",
    },
  ],
};
type Base = typeof BASE;

/** Lines for what an edit of the small bundle changes. */
async function edited(edit: (bundle: Base) => void): Promise<readonly string[]> {
  const now = structuredClone(BASE);
  edit(now);
  return (await changesOf(BASE, now)).map(line);
}

describe("differences of two bundles", () => {
  test.each(FILES)("%s differs from itself in nothing", async (file) => {
    const bundle = await sample(file);
    expect(await changesOf(bundle, structuredClone(bundle))).toEqual([]);
  });

  test("the ask: decision, amount, date and conditions", async () => {
    expect(
      await edited(({ ask }) => {
        ask.decision = "Approve two hours more on weekdays";
        ask.amount = 21000;
        ask.by = "2026-12-08";
        ask.terms = ["Staff agree to the new shifts", "The hour is dropped if fewer than sixty people come"];
      }),
    ).toEqual([
      "ask reworded Decision: Approve an hour more on weekdays → Approve two hours more on weekdays",
      "ask changed Amount: EUR 18,000 → EUR 21,000",
      "ask changed Needed by: 1 December 2026 → 8 December 2026",
      "ask moved Staff agree to the new shifts: place 2 → place 1",
      "ask reworded Condition 2: The hour is dropped if fewer than forty people come → The hour is dropped if fewer than sixty people come",
    ]);
  });

  test("a value of a period that was there is history restated; a new period is not", async () => {
    expect(
      await edited(({ metrics: [visits] }) => {
        if (visits?.values[1]) visits.values[1].value = 930;
      }),
    ).toEqual(["restated changed Visits: 940 visits (September 2026) → 930 visits (September 2026)"]);
    expect(
      await edited(({ metrics: [visits] }) => {
        visits?.values.splice(3, 0, { period: "2026-11", value: 990 });
      }),
    ).toEqual(["periods added Visits: 960 visits (October 2026) → 990 visits (November 2026)"]);
    expect(
      await edited(({ metrics: [visits] }) => {
        visits?.values.splice(0, 1);
      }),
    ).toEqual(["restated removed Visits: 900 visits (August 2026) → –"]);
  });

  test("a forecast that came true is a figure that moved, and no history", async () => {
    expect(
      await edited(({ metrics: [visits] }) => {
        visits?.values.splice(3, 1, { period: "2026-12", value: 1040 });
      }),
    ).toEqual([
      "figures changed Visits: 1,100 visits (December 2026, forecast) → 1,040 visits (December 2026)",
    ]);
  });

  test("a figure that moves in a sentence is told of once, and is no rewording", async () => {
    expect(
      await edited(({ metrics: [visits] }) => {
        if (visits?.values[2]) visits.values[2].value = 970;
      }),
    ).toEqual(["restated changed Visits: 960 visits (October 2026) → 970 visits (October 2026)"]);
  });

  test("a number that was written by hand moved, but no words did", async () => {
    const changes = await changesOf(
      { ...BASE, why: { ...BASE.why, situation: "Last year 4,100 people asked for it." } },
      { ...BASE, why: { ...BASE.why, situation: "Last year 4,210 people asked for it." } },
    );
    expect(changes.map(line)).toEqual([
      "wording changed Situation: Last year 4,100 people asked for it. → Last year 4,210 people asked for it.",
    ]);
    expect(changes[0]?.words).toBeUndefined();
  });

  test("an expression in the place of the same number changes nothing", async () => {
    expect(
      await changesOf(
        { ...BASE, why: { ...BASE.why, situation: "It is 960 visits a month." } },
        { ...BASE, why: { ...BASE.why, situation: "It is {{visits.latest}} a month." } },
      ),
    ).toEqual([]);
  });

  test("words that changed stand beside those that did not", async () => {
    const [change] = await changesOf(BASE, {
      ...BASE,
      why: { ...BASE.why, statement: "People who start work at eight have no place to swim." },
    });
    const side = (way: "added" | "removed") =>
      change?.words
        ?.filter((piece) => piece.way !== way)
        .map(({ text }) => text)
        .join("");
    expect(side("added")).toBe(BASE.why.statement);
    expect(side("removed")).toBe("People who start work at eight have no place to swim.");
    expect(change?.words?.filter(({ way }) => way === "same").length).toBeGreaterThan(1);
  });

  test("reasons are known by their words: one moved, one was reworded, none is new", async () => {
    expect(
      await edited(({ why }) => {
        const [a, b, c] = why.reasons;
        if (a && b && c) why.reasons = [c, a, { ...b, claim: "Two neighbouring towns open at six already" }];
      }),
    ).toEqual([
      "reasons moved The water is warm all night anyway: place 3 → place 1",
      "reasons reworded Reason 3: Neighbouring towns open at six already → Two neighbouring towns open at six already",
    ]);
  });

  test("items that have another id, but the same words, are the same", async () => {
    expect(
      await edited(({ options: [six] }) => {
        if (six) six.id = "early";
      }),
    ).toEqual([]);
  });

  test("options, plan, risks, quotes and data of charts by their names", async () => {
    expect(
      await edited((bundle) => {
        bundle.options.push({ id: "seven", name: "Open at half past six", cost: 9000 });
        Object.assign(bundle.options[0] ?? {}, { cost: 17000 });
        Object.assign(bundle.plan.next[0] ?? {}, { by: "2026-12-12", owner: "head" });
        bundle.risks = [];
        Object.assign(bundle.charts[0]?.data[0] ?? {}, { value: 63 });
        Object.assign(bundle.quotes[0] ?? {}, { text: "I unlock the door and nobody is let in." });
      }),
    ).toEqual([
      "figures changed Most ask for six o’clock: Six: 61% → 63%",
      "options changed Open at six: cost: EUR 18,000 → EUR 17,000",
      "options added Open at half past six: – → Open at half past six",
      "plan changed Next step 1: owner: Olli Aho → Ida Moe",
      "plan changed Next step 1: needed by: 10 December 2026 → 12 December 2026",
      "risks removed Risk 1: Nobody comes in winter → –",
      "quotes reworded Quote 1: I unlock the door and nobody may come in. → I unlock the door and nobody is let in.",
    ]);
  });

  test("objections that are new, answered, and answered otherwise", async () => {
    expect(
      await edited(({ objections }) => {
        Object.assign(objections[0] ?? {}, { answer: "Eighty people have signed up.", residual: "medium" });
        Object.assign(objections[1] ?? {}, { answer: "The pay at night is in the amount." });
        objections.push({
          id: "r",
          objection: "It is dark.",
          answer: "There are lamps.",
          residual: "low",
        } as never);
      }),
    ).toEqual([
      "objections answered Objection 1: answer: TODO → Eighty people have signed up.",
      "objections answered Objection 1: doubt that remains: high → medium",
      "objections reworded Objection 2: answer: The pay is in the amount. → The pay at night is in the amount.",
      "objections added Objection 3: – → It is dark.",
    ]);
  });

  test("views of people, quotes without consent and parts that are left out stay unseen", async () => {
    const now = structuredClone(BASE) as Base & { leave?: string[] };
    Object.assign(now.stakeholders[0] ?? {}, { stance: "sceptic", influence: 5, concern: "Her budget" });
    now.quotes.push({
      ...(now.quotes[0] as Base["quotes"][number]),
      id: "q2",
      text: "Off the record.",
      permission: "none",
    });
    Object.assign(now.objections[1] ?? {}, { answer: "It is paid for." });
    now.leave = ["objections"];
    const changes = await changesOf(BASE, now);
    expect(changes.length).toBeGreaterThan(4);
    expect(changes.filter(({ unseen }) => !unseen).map(line)).toEqual([]);
  });

  test("a quote that is gone is not repeated", async () => {
    const now = structuredClone(BASE);
    now.quotes = [
      {
        ...(now.quotes[0] as Base["quotes"][number]),
        id: "q",
        text: "Quite other words that somebody said.",
        from: "head",
      },
    ];
    const first = {
      ...structuredClone(BASE),
      quotes: [...BASE.quotes, { id: "z", from: "head", permission: "named", text: "Take this out please." }],
    };
    expect((await changesOf(first, BASE)).map(line)).toEqual(["quotes removed Quote 2: – → –"]);
  });

  test("in the language of the deck", async () => {
    const finnish = { ...BASE, locale: "fi-FI" };
    const changes = await changesOf(finnish, { ...finnish, ask: { ...BASE.ask, amount: 21000 } });
    expect(changes.map(line)).toEqual(["ask changed Summa: 18 000 euroa → 21 000 euroa"]);
  });

  test("the sound bundle of the rules differs from one with another title in its title", async () => {
    const changes = await changesOf(SOUND, { ...SOUND, title: "Quite another name for all of it" });
    expect(changes.map(({ kind, path }) => [kind, path])).toEqual([["wording", ["title"]]]);
  });
});

/** Paths of every sentence of a bundle that names no figure. */
function sentences(value: unknown, path: JsonPath = []): readonly JsonPath[] {
  if (typeof value === "string") return isSentence(path) && !value.includes("{{") ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    ["rules", "history", "say"].includes(key)
      ? []
      : sentences(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

test("a word that is added to any sentence of any sample is found at its path, and nothing else is", async () => {
  const bundles = await Promise.all(
    FILES.map(async (file) => {
      const bundle = await sample(file);
      return { bundle, before: await said(bundle) };
    }),
  );
  const places = bundles.flatMap((each) => sentences(each.bundle).map((path) => ({ ...each, path })));
  expect(places.length).toBeGreaterThan(300);
  await fc.assert(
    fc.asyncProperty(fc.nat(places.length - 1), async (n) => {
      const { bundle, before, path } = places[n] ?? { path: [] };
      const now = structuredClone(bundle);
      const holder = path
        .slice(0, -1)
        .reduce<unknown>((here, step) => (here as Record<string, unknown>)[step], now);
      const fields = holder as Record<string | number, string>;
      const last = path.at(-1) ?? "";
      fields[last] = `Certainly ${fields[last]}`;
      const found = changesBetween(before as Said, await said(now));
      expect(found.map((change) => change.path)).toEqual([path]);
      expect(found[0]?.way).toBe("reworded");
    }),
    { numRuns: 25 },
  );
}, 120_000);
