import { describe, expect, test } from "vitest";
import { computeFigures } from "../../src/compute/index.ts";
import { localeOf } from "../../src/locales/index.ts";
import { readClaims } from "../../src/rules/claims/read.ts";
import { ENGLISH, FINNISH, judged } from "./claims-bundles.ts";

const locale = localeOf("en-GB");

type Case = readonly [claim: string, evidence: readonly string[], outcome: "true" | "false" | "silent"];

describe("a claim in English", () => {
  test.each<Case>([
    // Direction, with its subject, and turned round.
    ["Roof leaks have risen", ["leaks"], "true"],
    ["Roof leaks have fallen", ["leaks"], "false"],
    ["Leaks are up since last spring", ["leaks"], "true"],
    ["Roof leaks have stopped growing", ["leaks"], "false"],
    ["Repair time no longer falls", ["repairs"], "false"],
    ["Repair time has not risen", ["repairs"], "true"],
    ["Repair time has improved", ["repairs"], "true"],
    ["Repair time has worsened", ["repairs"], "false"],
    ["Repair time has stayed flat", ["repairs"], "false"],
    // From 4% to 7% is three points, and three quarters more.
    ["Late payments have stayed flat", ["rents"], "false"],
    ["The lifts have stayed flat since 2024", ["lifts"], "true"],
    ["The contractor has halved repair time", ["repairs"], "true"],
    ["Repair time fell while roof leaks rose", ["repairs", "leaks"], "true"],
    ["Repair time rose while roof leaks fell", ["repairs", "leaks"], "false"],
    // Course and window.
    ["Roof leaks have grown every month", ["leaks"], "true"],
    ["Repair time has fallen every month", ["repairs"], "false"],
    ["Repair time fell in every month but three", ["repairs"], "true"],
    ["Roof leaks have risen since June 2025", ["leaks"], "true"],
    ["Fewer tenants stay: tenants who renew have declined since 2023", ["tenants"], "true"],
    ["Tenants who renew have grown in two years", ["tenants"], "false"],
    ["Roof leaks rose ten months in a row", ["leaks"], "true"],
    ["Repair time fell five months in a row", ["repairs"], "false"],
    ["Since January 2026 roof leaks have fallen", ["leaks"], "false"],
    ["Tenants who renew lately decline every year", ["tenants"], "true"],
    ["No month was at or under the target", ["leaks"], "true"],
    ["No month was at or under the target", ["repairs"], "false"],
    // Size.
    ["Roof leaks have doubled", ["leaks"], "true"],
    ["Roof leaks have tripled", ["leaks"], "false"],
    ["Roof leaks have more than doubled", ["leaks"], "false"],
    ["Roof leaks rose by half in a year", ["leaks"], "false"],
    ["Roof leaks rose by two thirds since May 2025", ["leaks"], "true"],
    ["Repair time fell by more than half", ["repairs"], "true"],
    ["Repair time fell by 55% in thirteen months", ["repairs"], "true"],
    ["Repair time fell by 40%", ["repairs"], "false"],
    ["Repair time fell by 11 days", ["repairs"], "true"],
    ["Repair time fell by 8 days", ["repairs"], "false"],
    ["Tenants who renew fell by 10 points", ["tenants"], "true"],
    ["Tenants who renew fell by 4 points since 2023", ["tenants"], "false"],
    // Records, targets, limits.
    ["Roof leaks are the highest on record", ["leaks"], "true"],
    ["Repair time is the longest it has ever been", ["repairs"], "false"],
    ["Roof leaks are above the target", ["leaks"], "true"],
    ["Roof leaks are below target", ["leaks"], "false"],
    ["Repair time meets its target", ["repairs"], "true"],
    ["Repair time misses the target", ["repairs"], "false"],
    ["Roof leaks have been above the target every month", ["leaks"], "true"],
    ["Roof leaks are three times as high as a year ago", ["leaks"], "false"],
    ["Last month roof leaks stood at more than 60 leaks", ["leaks"], "false"],
    // Categories: comparison, rank, share.
    ["Flat roofs leak more often than gutters and skylights together", ["causes"], "true"],
    ["Gutters leak more often than flat roofs", ["causes"], "false"],
    ["Flat roofs leak twice as often as gutters", ["causes"], "true"],
    ["Flat roofs leak four times as often as gutters", ["causes"], "false"],
    ["Flat roofs leak more than twice as often as skylights", ["causes"], "true"],
    ["Gutters leak more than twice as often as skylights", ["causes"], "false"],
    ["The largest cause is flat roofs", ["causes"], "true"],
    ["Gutters are the largest cause", ["causes"], "false"],
    ["Gutters leak more than any other part", ["causes"], "false"],
    ["The two largest causes are flat roofs and gutters", ["causes"], "true"],
    ["Flat roofs cause more than half of the leaks", ["causes"], "true"],
    ["Three quarters of the leaks come from flat roofs", ["causes"], "false"],
    ["A quarter of the leaks come from gutters", ["causes"], "true"],
    ["Most of the leaks come from gutters", ["causes"], "false"],
    ["The two largest causes make up four fifths of the leaks", ["causes"], "true"],
    ["No part leaks more often than skylights", ["causes"], "silent"],
    ["Gutters leak no more often than flat roofs", ["causes"], "true"],
    ["Flat roofs leak no more often than gutters", ["causes"], "false"],
    ["One leak in five is a skylight", ["causes"], "true"],
    ["Four leaks in five are skylights", ["causes"], "false"],
    ["Only the north is above its target", ["sites"], "true"],
    ["One of three sites misses the target", ["sites"], "true"],
    ["Two of three sites are above the target", ["sites"], "false"],
    ["Every site but the north is below the target", ["sites"], "true"],
    ["Every site but the south is below the target", ["sites"], "false"],
    // Two series: before and after, with and without.
    ["With the app repair time is shorter in the north and south", ["trial"], "true"],
    ["With the app repair time is shorter at every site", ["trial"], "false"],
    ["On paper repairs in the north take longer than with the app", ["trial"], "true"],
    ["With the app repairs in the north take longer than on paper", ["trial"], "false"],
    ["With the app repair time in the north has halved", ["trial"], "true"],
    ["With the app repair time in the south has halved", ["trial"], "false"],
    ["The gain is largest in the north", ["trial"], "true"],
    ["The gain is largest at the harbour", ["trial"], "false"],
    ["Leaks grew in the old town and on the hill and shrank in the park", ["years"], "true"],
    ["Leaks grew in the park and shrank in the old town", ["years"], "false"],
    ["Leaks fell only in the park", ["years"], "true"],
    ["Leaks fell only on the hill", ["years"], "false"],
    // Stages, steps and parts.
    ["Half of those invited are hired", ["hiring"], "true"],
    ["Nine in ten of those invited are hired", ["hiring"], "false"],
    ["Rebates paid for half of what wages took", ["bill"], "true"],
    ["Material explains most of the rise", ["bill"], "false"],
    ["Three quarters of the rents are paid by card", ["payers"], "true"],
    ["Three quarters of the rents are paid in cash", ["payers"], "false"],
    // Values of what is named, at their time.
    ["Repair time fell from 20 days to 9", ["repairs"], "true"],
    ["Repair time fell from 20 days to 12", ["repairs"], "false"],
    ["Repair time was 18 days in March 2025", ["repairs"], "true"],
    ["Repair time was 12 days in March 2025", ["repairs"], "false"],
    ["At North repairs take 14 days", ["sites"], "true"],
    ["At South repairs take 14 days", ["sites"], "false"],
    // Course and time.
    ["Fewer tenants who renew stay each year", ["tenants"], "true"],
    ["More tenants who renew stay each year", ["tenants"], "false"],
    ["Tenants who renew fell most in 2025", ["tenants"], "true"],
    ["Tenants who renew fell most in 2024", ["tenants"], "false"],
    ["Roof leaks peaked in February 2026", ["leaks"], "true"],
    ["Roof leaks peaked in May 2025", ["leaks"], "false"],
    ["Roof leaks rose between March 2025 and June 2025", ["leaks"], "true"],
    ["Repair time rose between March 2025 and June 2025", ["repairs"], "false"],
    ["Fewer tenants who renew stay than in 2023", ["tenants"], "true"],
    ["Roof leaks are fewer than in June 2025", ["leaks"], "false"],
    ["Roof leaks rose and fell", ["leaks"], "silent"],
    ["Roof leaks are lower at every site, only the north is not", ["trial"], "silent"],
    ["Every site is above its target", ["sites"], "false"],
    // Nothing is claimed of the data.
    ["Roof leaks will fall", ["leaks"], "silent"],
    ["Roof leaks would double without it", ["leaks"], "silent"],
    ["A fall in trust follows", ["leaks"], "silent"],
    ["Rents rose in the whole town while the roof leaks waited", ["q"], "silent"],
    ["The goal is fewer leaks than any other town", ["leaks"], "silent"],
    ["If roof leaks fall, tenants stay", ["leaks"], "silent"],
    ["Gutters are not the largest cause", ["causes"], "silent"],
  ])("%s", (claim, evidence, outcome) => {
    expect(judged(ENGLISH, claim, evidence)).toBe(outcome);
  });

  test("of a part that carries tests is left to them", () => {
    const reasons = [
      { claim: "Roof leaks have fallen", because: "B", evidence: ["leaks"], holds: ["leaks > 1"] },
    ];
    const bundle = {
      title: "T",
      goals: [],
      quotes: [],
      why: { statement: "S", reasons },
      ...ENGLISH,
    } as never;
    const { figures } = computeFigures(bundle, locale);
    expect(readClaims({ bundle, written: bundle, figures } as never)).toEqual([]);
  });

  test("is bound to the figure that it cites", () => {
    const both = ["leaks", "repairs"];
    expect(judged(ENGLISH, "It has fallen from {{leaks.first}} to {{leaks.latest}}", both)).toBe("false");
    expect(judged(ENGLISH, "It has fallen from {{repairs.first}} to {{repairs.latest}}", both)).toBe("true");
  });
});

describe("a claim in Finnish", () => {
  test.each<Case>([
    ["Myöhässä olevat junat ovat lisääntyneet", ["myohassa"], "true"],
    ["Myöhässä olevat junat ovat vähentyneet", ["myohassa"], "false"],
    ["Matkustajamäärä laskee joka vuosi", ["matkat"], "true"],
    ["Matkustajamäärä kasvaa joka vuosi", ["matkat"], "false"],
    ["Matkustajamäärä on puolittunut vuodesta 2023", ["matkat"], "true"],
    ["Matkustajamäärä on kaksinkertaistunut", ["matkat"], "false"],
    ["Matkustajamäärä laski kolmanneksella kahdessa vuodessa", ["matkat"], "false"],
    ["Myöhässä olevat junat ovat yli tavoitteen", ["myohassa"], "true"],
    ["Vaihteet on suurin syy", ["syyt"], "true"],
    ["Sää on suurin syy", ["syyt"], "false"],
    ["Viime vuoden aikana matkustajamäärä on laskenut", ["matkat"], "true"],
    ["Viime vuoden aikana matkustajamäärä on kasvanut", ["matkat"], "false"],
    ["Matkustajamäärä putosi 800 matkasta 400 matkaan", ["matkat"], "true"],
    ["Matkustajamäärä putosi 800 matkasta 600 matkaan", ["matkat"], "false"],
    ["Myöhässä olevat junat nousivat 9 prosenttiin vuonna 2025", ["myohassa"], "true"],
    ["Kolme tapausta viidestä johtuu vaihteista", ["syyt"], "true"],
    ["Kolme tapausta viidestä johtuu säästä", ["syyt"], "false"],
    ["Uudella aikataululla viive on lyhyempi kaikilla radoilla", ["kokeilu"], "true"],
    ["Vanhalla aikataululla viive on lyhyempi kaikilla radoilla", ["kokeilu"], "false"],
    ["Viive lyheni eniten rantaradalla", ["kokeilu"], "true"],
    ["Matkustajamäärä ylittää tavoitteen", ["matkat"], "silent"],
    ["Matkustajamäärä ei ole kasvanut", ["matkat"], "true"],
    ["Matkustajamäärä kasvaisi", ["matkat"], "silent"],
    ["Jos matkustajamäärä kasvaa, vuoroja lisätään", ["matkat"], "silent"],
  ])("%s", (claim, evidence, outcome) => {
    expect(judged(FINNISH, claim, evidence)).toBe(outcome);
  });
});
