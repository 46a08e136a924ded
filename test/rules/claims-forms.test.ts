import { describe, expect, test } from "vitest";
import { contradicted, ENGLISH, FINNISH, judged } from "./claims-bundles.ts";

type Case = readonly [claim: string, evidence: readonly string[], outcome: "true" | "false" | "silent"];

describe("a claim in English", () => {
  test.each<Case>([
    // How far it is from a standard.
    ["Roof leaks are 28 leaks above the target", ["leaks"], "true"],
    ["Roof leaks are 12 leaks above the target", ["leaks"], "false"],
    ["Tenants who renew are 10 points below the level of 2023", ["tenants"], "true"],
    ["Tenants who renew are three points below the level of 2023", ["tenants"], "false"],
    ["Repair time is 11 days shorter than in January 2025", ["repairs"], "true"],
    ["Repair time is 4 days shorter than in January 2025", ["repairs"], "false"],
    ["North is 4 days above its target", ["sites"], "true"],
    ["North is 9 days above its target", ["sites"], "false"],
    // By what share one thing is more than another.
    ["On paper repairs in the south take half as long again as with the app", ["trial"], "true"],
    ["Gutters leak 25% more often than skylights", ["causes"], "true"],
    ["Gutters leak 60% more often than skylights", ["causes"], "false"],
    ["Skylights leak a fifth less often than gutters", ["causes"], "true"],
    ["Skylights leak a third less often than flat roofs", ["causes"], "false"],
    ["Flat roofs leak more than everything else together", ["causes"], "true"],
    ["Gutters leak more than everything else together", ["causes"], "false"],
    ["Flat roofs leak more often than anything else", ["causes"], "true"],
    ["Skylights leak more often than anything else", ["causes"], "false"],
    // Rank.
    ["The second largest cause is gutters", ["causes"], "true"],
    ["The second largest cause is skylights", ["causes"], "false"],
    ["The third largest cause is skylights", ["causes"], "true"],
    ["The Old town rose most", ["years"], "true"],
    ["The Hill rose most", ["years"], "false"],
    ["In the old town leaks rose more than on the hill", ["years"], "true"],
    ["On the hill leaks rose more than in the old town", ["years"], "false"],
    ["Cards have overtaken cash", ["payers"], "true"],
    ["Cash has overtaken card", ["payers"], "false"],
    ["Wages and material explain most of the rise", ["bill"], "true"],
    // A row or a column of a heat map, and one cell of it.
    ["The queue is longest on Monday", ["queues"], "true"],
    ["The queue is longest on Friday", ["queues"], "false"],
    ["The queue is longest at noon on every day", ["queues"], "true"],
    ["The queue is longest in the morning on every day", ["queues"], "false"],
    ["The queue is longest at noon on Monday", ["queues"], "true"],
    ["The queue is longest at noon on Friday", ["queues"], "false"],
    // Words of measuring and of times are no subject of their own, and other words are.
    ["In 2025 the share of tenants who renew has fallen", ["tenants"], "true"],
    ["Since last spring the number of roof leaks has fallen", ["leaks"], "false"],
    ["In 2025 the wish of the council has fallen", ["tenants", "leaks"], "silent"],
    // Two subjects of one verb.
    ["Roof leaks and late payments have risen", ["leaks", "rents"], "true"],
    ["Roof leaks and repair time have risen", ["leaks", "repairs"], "false"],
    ["Repair time fell from 20 to 9 days", ["repairs"], "true"],
    ["Repair time fell from 20 to 12 days", ["repairs"], "false"],
    ["Roof leaks have been cut", ["leaks"], "false"],
    // Most is more than half, at least half may be half.
    ["Flat roofs cause at least half of the leaks", ["causes"], "true"],
    ["Most of the wages are paid", ["halves"], "silent"],
    ["Most hours go to wards", ["halves"], "false"],
    ["At least half of the hours go to wards", ["halves"], "true"],
    // The name of a series says nothing, and what is joined to a part is not that part.
    ["Smaller plates are used", ["plates"], "silent"],
    ["Gutters and everybody's moods make up four fifths of the leaks", ["causes"], "silent"],
    ["Roof leaks fell in the first weeks and then rose", ["leaks"], "true"],
  ])("%s", (claim, evidence, outcome) => {
    expect(judged(FORMS, claim, evidence)).toBe(outcome);
  });

  test.each<readonly [claim: string, because: string, outcome: string]>([
    ["Roof leaks are a nuisance", "They have risen since May 2025.", "true"],
    ["Roof leaks are a nuisance", "They have fallen since May 2025.", "false"],
    ["Repair time matters", "Tenants wait. Now it is 9 days.", "silent"],
    ["Repair time matters", "It was 20 days in January 2025, and has halved since.", "true"],
    ["Repair time matters", "It was 12 days in January 2025.", "false"],
    ["Roof leaks matter", "Rain has risen since May 2025.", "silent"],
  ])("goes on: %s. %s", (claim, because, outcome) => {
    expect(judged(FORMS, claim, ["leaks", "repairs"], because)).toBe(outcome);
  });
});

const FORMS = {
  ...ENGLISH,
  charts: [
    ...ENGLISH.charts,
    {
      id: "queues",
      kind: "heatmap",
      message: "M",
      unit: "minutes",
      series: ["Morning", "Noon"],
      data: [
        { label: "Monday", values: [9, 14] },
        { label: "Friday", values: [4, 6] },
      ],
    },
    {
      id: "halves",
      kind: "doughnut",
      message: "M",
      unit: "hours",
      data: [
        { label: "Wards", value: 50 },
        { label: "Offices", value: 50 },
      ],
    },
    {
      id: "plates",
      kind: "column",
      message: "M",
      unit: "kg",
      series: ["Before", "Smaller plates"],
      data: [
        { label: "North", values: [9, 12] },
        { label: "South", values: [5, 7] },
      ],
    },
  ],
};

describe("a claim is read wherever the deck speaks", () => {
  const GOAL = { id: "g", name: "G", metric: "repairs" };
  const SCALE = { id: "scale", name: "Scale" };
  const RISEN = "Roof leaks have fallen since May 2025.";
  test.each<readonly [place: string, part: object, words: readonly string[]]>([
    ["a criterion", { options: [{ ...SCALE, criteria: { "What we know": RISEN } }] }, ["fallen"]],
    ["a benefit", { options: [{ ...SCALE, benefit: RISEN }] }, ["fallen"]],
    ["a term", { ask: { decision: "Mend the roofs", terms: [RISEN] } }, ["fallen"]],
    ["the cost of waiting", { ask: { decision: "Mend the roofs", waiting: RISEN } }, ["fallen"]],
    ["a next step", { plan: { next: [{ what: `Tell the board: r${RISEN.slice(1)}` }] } }, ["fallen"]],
    ["a mitigation", { risks: [{ risk: "Rain", mitigation: RISEN }] }, ["fallen"]],
    ["an assumption", { metrics: [{ ...ENGLISH.metrics[0], assumption: RISEN }] }, ["fallen"]],
    ["a page", { pages: [{ title: "P", blocks: [{ list: [RISEN] }] }] }, ["fallen"]],
    ["a goal", { goals: [{ ...GOAL, contribution: "Brings repair time from 14 days to 10 days" }] }, ["14"]],
    // A plan says what will be, in the present.
    ["a plan", { options: [{ ...SCALE, benefit: "Roof leaks fall by half" }] }, []],
    ["a promise", { goals: [{ ...GOAL, contribution: "Repair time falls to 6 days" }] }, []],
  ])("%s", (_, part, words) => {
    expect(contradicted({ ...FORMS, ...part })).toEqual(words);
  });
});

describe("a claim in Finnish", () => {
  test.each<Case>([
    ["Myöhässä olevien junien osuus on neljä prosenttiyksikköä yli tavoitteen", ["myohassa"], "true"],
    ["Myöhässä olevien junien osuus on kaksi prosenttiyksikköä yli tavoitteen", ["myohassa"], "false"],
    ["Matkustajamäärä on 400 matkaa vähemmän kuin vuonna 2023", ["matkat"], "true"],
    ["Matkustajamäärä on 300 matkaa vähemmän kuin vuonna 2023", ["matkat"], "false"],
    ["Matkustajamäärä laski kolmanneksen vuodessa", ["matkat"], "true"],
    ["Matkustajamäärä laski viidenneksen vuodessa", ["matkat"], "false"],
    ["Toiseksi suurin syy on sää", ["syyt"], "true"],
    ["Toiseksi suurin syy on kuljettajat", ["syyt"], "false"],
    ["Vaihteet ovat syynä useammin kuin kaikki muut yhteensä", ["syyt"], "true"],
    ["Sää on syynä useammin kuin kaikki muut yhteensä", ["syyt"], "false"],
    ["Vuonna 2025 matkoja oli 33 prosenttia vähemmän kuin vuotta aiemmin", ["matkat"], "true"],
    ["Vuonna 2025 matkoja oli 10 prosenttia vähemmän kuin vuotta aiemmin", ["matkat"], "false"],
    ["Joka neljäs tapaus johtuu säästä", ["syyt"], "true"],
    ["Joka neljäs tapaus johtuu vaihteista", ["syyt"], "false"],
    ["Kaksi kolmannesta tapauksista johtuu säästä", ["syyt"], "false"],
    ["Määrä on laskenut joka vuosi", ["matkat"], "true"],
  ])("%s", (claim, evidence, outcome) => {
    expect(judged(FINNISH, claim, evidence)).toBe(outcome);
  });

  test.each<readonly [because: string, outcome: string]>([
    ["Se on laskenut joka vuosi.", "true"],
    ["Se on kasvanut joka vuosi.", "false"],
    ["Ne ovat yli kaksinkertaistuneet.", "false"],
    ["Sää on huonontunut joka vuosi.", "silent"],
  ])("goes on: %s", (because, outcome) => {
    expect(judged(FINNISH, "Matkustajamäärä on tärkeä", ["matkat", "myohassa"], because)).toBe(outcome);
  });
});
