import { describe, expect, test } from "vitest";
import { contradicted, ENGLISH, FINNISH, judged } from "./claims-bundles.ts";

type Case = readonly [claim: string, evidence: readonly string[], outcome: "true" | "false" | "silent"];

const tenancies = {
  id: "ages",
  kind: "bar",
  message: "M",
  unit: "homes",
  data: [
    { label: "Under 10 years", value: 20 },
    { label: "10 to 19 years", value: 30 },
    { label: "20 to 49 years", value: 40 },
    { label: "50 years and over", value: 10 },
  ],
};
const pointing = {
  id: "calls",
  kind: "bar",
  message: "M",
  unit: "calls",
  data: [
    { label: "No heating", value: 70, highlight: true },
    { label: "Noise", value: 20 },
    { label: "Keys", value: 10 },
  ],
};
const speeds = {
  id: "speeds",
  kind: "bar",
  message: "M",
  unit: "hours",
  data: [
    { label: "Plumbers", value: 5 },
    { label: "Roofers", value: 9 },
    { label: "Painters", value: 12 },
  ],
};
const shifts = {
  id: "shifts",
  kind: "line",
  message: "M",
  unit: "%",
  series: ["Night", "Day"],
  data: [
    { label: "2023", values: [6, 8] },
    { label: "2024", values: [9, 8] },
    { label: "2025", values: [12, 8] },
  ],
};
const bills = {
  id: "bills",
  kind: "bar",
  message: "M",
  unit: "%",
  data: [
    { label: "Over 2,000", value: 8 },
    { label: "500 to 2,000", value: 31 },
    { label: "Under 500", value: 61 },
  ],
};
const wider = { ...ENGLISH, charts: [...ENGLISH.charts, tenancies, pointing, speeds, shifts, bills] };

describe("a claim in English", () => {
  test.each<Case>([
    // What was lost or gained is a change, and no level.
    ["We have lost 11 days since January 2025", ["repairs"], "true"],
    ["We have lost 5 days since January 2025", ["repairs"], "false"],
    ["Tenants who renew have lost more than eight points since 2023", ["tenants"], "true"],
    ["Tenants who renew have lost more than 20 points since 2023", ["tenants"], "false"],
    // The size stands behind the time.
    ["Repair time has fallen since January 2025 by more than half", ["repairs"], "true"],
    ["Repair time has fallen since January 2025 by a fifth", ["repairs"], "false"],
    ["Roof leaks have risen for eleven months in a row", ["leaks"], "true"],
    ["Repair time fell for seven months in a row", ["repairs"], "false"],
    // What keeps falling may rest for a month; what falls every month may not.
    ["Repair time keeps falling", ["repairs"], "true"],
    ["Repair time keeps rising", ["repairs"], "false"],
    // Never, and not in any year.
    ["Roof leaks have not fallen in any month", ["leaks"], "true"],
    ["Tenants who renew have not fallen in any year", ["tenants"], "false"],
    ["Roof leaks have never risen", ["leaks"], "false"],
    // Against all other times.
    ["Roof leaks were higher in February 2026 than in any other month", ["leaks"], "true"],
    ["Roof leaks were higher in May 2025 than in any other month", ["leaks"], "false"],
    // Half as many, of the other of two.
    ["With the app repairs in the north take half as long", ["trial"], "true"],
    ["With the app repairs in the south take half as long", ["trial"], "false"],
    // Several taken as one are not each of them.
    ["Flat roofs leak more often than gutters and skylights combined", ["causes"], "true"],
    ["Gutters and skylights leak less than flat roofs", ["causes"], "true"],
    ["Gutters leak more often than the other two parts combined", ["causes"], "false"],
    ["The top two parts cause 80% of the leaks", ["causes"], "true"],
    ["The top two parts cause 60% of the leaks", ["causes"], "false"],
    // Categories that are ranges.
    ["Half of the homes have been rented for less than 20 years", ["ages"], "true"],
    ["A third of the homes have been rented for less than 10 years", ["ages"], "false"],
    ["One home in ten has been rented for over 50 years", ["ages"], "true"],
    ["Most homes have been rented for more than 50 years", ["ages"], "false"],
    // A chart points at what its message calls by other words.
    ["Cold flats are the most common reason to ring", ["calls"], "true"],
    ["Cold flats are the rarest reason to ring", ["calls"], "false"],
    ["Seven calls in ten are from cold flats", ["calls"], "true"],
    ["Four calls in ten are from cold flats", ["calls"], "false"],
    // What is fastest takes the least time.
    ["Plumbers are the fastest", ["speeds"], "true"],
    ["Painters are the fastest", ["speeds"], "false"],
    ["Painters are the slowest", ["speeds"], "true"],
    ["One trade takes more than 10 hours", ["speeds"], "true"],
    ["Two trades take more than 10 hours", ["speeds"], "false"],
    // By how much, before the word that says which way.
    ["With the app repairs in the south take a third less time", ["trial"], "true"],
    ["With the app repairs in the south take two thirds less time", ["trial"], "false"],
    // What follows a figure says how it came there.
    ["Roof leaks are at {{leaks.latest}}, up by 14 leaks since June 2025", ["leaks"], "false"],
    ["Roof leaks are at {{leaks.latest}}, up by half since May 2025", ["leaks"], "false"],
    ["Roof leaks are at {{leaks.latest}}, up by two thirds since May 2025", ["leaks"], "true"],
    ["Repair time is at {{repairs.latest}}, up from {{repairs.first}}", ["repairs"], "false"],
    ["Fewer and fewer tenants renew", ["tenants"], "true"],
    ["More and more tenants renew", ["tenants"], "false"],
    // Ranges from the highest down, and of percentages.
    ["Most repairs cost less than 500 euros", ["bills"], "true"],
    ["Most repairs cost more than 500 euros", ["bills"], "false"],
    // Every second one is half, and a run of months is the last so many.
    ["Every fourth leak comes from gutters", ["causes"], "true"],
    ["Every third leak comes from flat roofs", ["causes"], "false"],
    ["Flat roofs are to blame for most of the leaks", ["causes"], "true"],
    ["Gutters are to blame for most of the leaks", ["causes"], "false"],
    ["Repair time has met its target for three months in a row", ["repairs"], "true"],
    ["Repair time has met its target for four months in a row", ["repairs"], "false"],
    // A verb with an object, and the past "could not".
    ["The app cut repair time in the north", ["trial"], "true"],
    ["To cut repair time takes an app", ["trial"], "silent"],
    // A name without a word of its own meaning, and a clause that goes on with another series.
    ["Late starts at night have doubled, while those by day have hardly moved", ["shifts"], "true"],
    ["Late starts at night have hardly moved, while those by day have doubled", ["shifts"], "false"],
    ["Late payments peaked in 2025 and roof leaks rose", ["rents", "leaks"], "true"],
  ])("%s, on %j: %s", (claim, evidence, outcome) => {
    expect(judged(wider, claim, evidence)).toBe(outcome);
  });

  test("a share is of what the clause before it names", () => {
    const said = (meaning: string) =>
      contradicted({
        ...ENGLISH,
        charts: [{ ...ENGLISH.charts[0], message: "Flat roofs come first", meaning }],
      });
    expect(said("Gutters come next: one leak in four.")).toEqual([]);
    expect(said("Gutters come next: six leaks in ten.")).toEqual(["six leaks in ten"]);
  });

  test("a series that is only most of what it is called stands for all of its like", () => {
    const steps = {
      ...{ id: "ease", kind: "diverging", unit: "%", series: ["Hard", "Easy", "Very easy"] },
      data: [{ label: "Renewal", values: [30, 45, 25] }],
    };
    const said = (message: string) => contradicted({ ...ENGLISH, charts: [{ ...steps, message }] });
    expect(said("Seven tenants in ten find renewal easy")).toEqual([]);
    expect(said("Nine tenants in ten find renewal easy")).toEqual(["Nine tenants in ten"]);
  });
});

describe("a claim in Finnish", () => {
  test.each<Case>([
    ["Matkustajamäärä on laskenut kahdessa vuodessa puoleen", ["matkat"], "true"],
    ["Matkustajamäärä on laskenut kahdessa vuodessa viidenneksen", ["matkat"], "false"],
    ["Matkustajamäärä ei ole noussut kertaakaan", ["matkat"], "true"],
    ["Myöhässä olevien junien osuus ei ole noussut kertaakaan", ["myohassa"], "false"],
    ["Uusi aikataulu lyhentää viiveitä kaikilla radoilla", ["kokeilu"], "true"],
    ["Matkustajia oli kolmannes vähemmän kuin vuonna 2024", ["matkat"], "true"],
    ["Matkustajia oli viidennes vähemmän kuin vuonna 2024", ["matkat"], "false"],
    ["Eikä matkustajamäärä ole noussut", ["matkat"], "true"],
    ["Vaihteista johtuu useampi viive kuin säästä ja kuljettajista yhteensä", ["syyt"], "true"],
    ["Säästä johtuu useampi viive kuin vaihteista ja kuljettajista yhteensä", ["syyt"], "false"],
  ])("%s, on %j: %s", (claim, evidence, outcome) => {
    expect(judged(FINNISH, claim, evidence)).toBe(outcome);
  });
});
