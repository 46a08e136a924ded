import { describe, expect, it } from "vitest";
import type { PhraseValues } from "../../src/locales/en/phrases.ts";
import { fiFI } from "../../src/locales/fi.ts";
import type { ValueStyle } from "../../src/locales/locale.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import { speak } from "../../src/locales/speak.ts";

const finnish = speak(fiFI);
/** Fills any phrase with any data, for tables of cases. */
const words = createPhrasebook(finnish).words as (phrase: string, data?: PhraseValues) => string;
/** No-break spaces as _, so that one sees them. */
const seen = (text: string): string => text.replaceAll("\u00a0", "_");

describe("Finnish values", () => {
  it.each<[number, ValueStyle, string]>([
    [14.9, { unit: "%", decimals: 1 }, "14,9_%"],
    [-1.4, { unit: "pp", decimals: 1 }, "−1,4 prosenttiyksikköä"],
    [1, { unit: "pp", decimals: 0 }, "1 prosenttiyksikkö"],
    [1, { unit: "pp", decimals: 1 }, "1,0 prosenttiyksikköä"],
    [982_000, { unit: "EUR", decimals: 0 }, "982_000_euroa"],
    [1, { unit: "EUR", decimals: 0 }, "1_euro"],
    [-1234.5, { unit: "EUR", decimals: 2 }, "−1_234,50_euroa"],
    [982_000, { unit: "SEK", decimals: 0 }, "982_000_SEK"],
    [982_000, { unit: "EUR", decimals: 0, scale: "thousand" }, "982 tuhatta_euroa"],
    [1e6, { unit: "EUR", decimals: 0, scale: "million" }, "1 miljoona_euroa"],
    [2e6, { unit: "EUR", decimals: 0, scale: "million" }, "2 miljoonaa_euroa"],
    [1e9, { unit: "tilausta", decimals: 0, scale: "billion" }, "1 miljardi tilausta"],
    [1240, { unit: "tilausta", decimals: 0 }, "1_240 tilausta"],
    [43, { unit: "päivää", decimals: 0 }, "43 päivää"],
  ])("write %d with %j", (exact, style, expected) => {
    expect(seen(finnish.value(exact, style))).toBe(expected);
  });

  it.each([
    ["päivää", "1 päivä"],
    ["vuotta", "1 vuosi"],
    ["tuntia viikossa", "1 tunti viikossa"],
    ["tilausta", "1 tilaus"],
    ["laitetta", "1 laite"],
    ["työntekijää", "1 työntekijä"],
    ["puhelua", "1 puhelu"],
    ["tiedostoa", "1 tiedosto"],
    ["avointa paikkaa", "1 avoin paikka"],
    ["euroa tonnilta", "1 euro tonnilta"],
    ["kpl", "1 kpl"],
    ["NPS", "1 NPS"],
  ])("have one of %s in the nominative", (unit, expected) => {
    expect(finnish.value(1, { unit, decimals: 0 })).toBe(expected);
  });

  it.each<[number, ValueStyle, string]>([
    [982_000, { unit: "EUR", decimals: 0 }, "982_tuh._€"],
    [920_000, { unit: "EUR", decimals: 2, scale: "million" }, "0,92_milj._€"],
    [2.5e9, { unit: "SEK", decimals: 0 }, "2,5_mrd._SEK"],
    [45_600, { unit: "tilausta", decimals: 0 }, "45,6_tuh. tilausta"],
    [-1.4, { unit: "pp", decimals: 1 }, "−1,4 %-yks."],
  ])("shorten %d with %j", (exact, style, expected) => {
    expect(seen(finnish.value(exact, { ...style, style: "short" }))).toBe(expected);
  });

  it("name the unit alone as it follows a number", () => {
    expect(seen(finnish.unit("EUR", "thousand"))).toBe("tuhatta euroa");
    expect(finnish.unit("EUR")).toBe("euroa");
    expect(finnish.unit("SEK", "million")).toBe("miljoonaa SEK");
    expect(finnish.unit("pp")).toBe("prosenttiyksikköä");
  });

  it.each<[number, number, ValueStyle, string]>([
    [12.8, 14.3, { unit: "%", decimals: 1 }, "12,8–14,3_%"],
    [-2.1, -0.7, { unit: "pp", decimals: 1, signed: true }, "−2,1_… −0,7 prosenttiyksikköä"],
    [-2, 3, { unit: "%", decimals: 0 }, "−2_… 3_%"],
    [610_000, 1_180_000, { unit: "EUR", decimals: 0, scale: "thousand" }, "610–1_180 tuhatta_euroa"],
    [-62_000, 5_000, { unit: "EUR", decimals: 0, scale: "thousand" }, "−62_… 5 tuhatta_euroa"],
    [5, 9, { unit: "päivää", decimals: 0 }, "5–9 päivää"],
  ])("write the range %d to %d with %j: the unit stands once", (low, high, style, expected) => {
    expect(seen(finnish.range(low, high, style))).toBe(expected);
  });
});

describe("Finnish dates and periods", () => {
  it("are written in each style", () => {
    const styles = ["long", "short", "dayMonth", "monthYear", "weekday"] as const;
    expect(styles.map((style) => seen(finnish.date("2026-11-18", style)))).toEqual([
      "18._marraskuuta 2026",
      "18.11.2026",
      "18.11.",
      "marraskuu 2026",
      "keskiviikko 18._marraskuuta 2026",
    ]);
  });

  it("have a point in the time of day", () => {
    expect(["09:00", "13:05", "after lunch"].map(finnish.time)).toEqual(["9.00", "13.05", "after lunch"]);
  });

  it.each([
    ["2026", "2026", "2026", "2026"],
    ["2027-H1", "H1/2027", "H1/2027", "H1"],
    ["2026-Q3", "Q3/2026", "Q3/2026", "Q3"],
    ["2026-10", "lokakuu 2026", "loka 2026", "loka"],
    ["2026-W41", "viikko 41/2026", "vk 41/2026", "vk 41"],
    ["2026-10-05", "5._lokakuuta 2026", "5.10.2026", "5.10."],
  ])("write the period %s", (text, long, short, within) => {
    const written = (["long", "short", "withinYear"] as const).map((style) => finnish.period(text, style));
    expect(written.map(seen)).toEqual([long, short, within]);
  });
});

describe("Finnish lists and quotations", () => {
  it("join with ja and tai", () => {
    expect(finnish.list(["a", "b", "c"], "and")).toBe("a, b ja c");
    expect(finnish.list(["a", "b", "c"], "or")).toBe("a, b tai c");
  });

  it("have the same mark on both sides", () => {
    expect(finnish.quote('Hän sanoi "ei" ja sitten ”kyllä”.')).toBe("”Hän sanoi ’ei’ ja sitten ’kyllä’.”");
  });
});

describe("Finnish sentences", () => {
  it.each([
    ["osuus laski −1,4 prosenttiyksikköä", "osuus laski 1,4 prosenttiyksikköä"],
    ["odotus on −1,4 tuntia lyhyempi", "odotus on 1,4 tuntia lyhyempi"],
    ["kulut ovat −3,5 miljoonaa\u00a0euroa pienempi erä", "kulut ovat 3,5 miljoonaa\u00a0euroa pienempi erä"],
    ["liikevaihto kasvoi +2,1\u00a0%", "liikevaihto kasvoi 2,1\u00a0%"],
  ])("drop a sign that the words repeat: %s", (before, after) => {
    expect(finnish.settle(before)).toBe(after);
  });

  it.each([
    "vaikutus on −1,4 prosenttiyksikköä",
    "osuus nousi −1,4 prosenttiyksikköä",
    "+0,4 tuntia edelliseen",
  ])("keep a sign that says something: %s", (sentence) => expect(finnish.settle(sentence)).toBe(sentence));

  it.each<[string, PhraseValues, string]>([
    [
      "goals.title",
      { n: 3, many: true, company: true, first: "Toimitusvarmuus 97 %" },
      "Toimitusvarmuus 97 %: ensimmäinen niistä yhteisistä tavoitteista, joita ehdotus vie eteenpäin (tavoitteita on kolme)",
    ],
    [
      "goals.title",
      { n: 1, many: false, company: false, first: "Toimitusvarmuus 97 %" },
      "Toimitusvarmuus 97 %: tavoite, jota ehdotus vie eteenpäin",
    ],
    [
      "standing.title.missed",
      { n: 3, missed: 2, name: "Hävikki", latest: "6,1 %", target: "4,0 %", gap: "2,1 prosenttiyksikköä" },
      "Hävikki nyt 6,1 %, tavoite 4,0 %, ero 2,1 prosenttiyksikköä: tavoitteita on kolme, joista kaksi on vielä saavuttamatta",
    ],
    [
      "voices.title.mixed",
      { n: 4, parts: ["kolme kannattaa ehdotusta", "yksi ei ota kantaa"] },
      "Siteerattuja henkilöitä on neljä, joista kolme kannattaa ehdotusta ja yksi ei ota kantaa",
    ],
    [
      "people.title",
      { n: 8, met: 8, allMet: true, nobody: true },
      "Tässä lueteltuja henkilöitä on kahdeksan, ja kaikkia on kuultu; ehdotuksen takana ei ole vielä kukaan",
    ],
    [
      "people.title",
      { n: 2, met: 2, behind: 1, allMet: true, pair: true },
      "Molempia tässä lueteltuja on kuultu; ehdotuksen takana on yksi",
    ],
    [
      "plan.title",
      { start: "18. tammikuuta 2027", end: "30. kesäkuuta 2028" },
      "Työ alkaa 18. tammikuuta 2027 ja päättyy 30. kesäkuuta 2028",
    ],
    [
      "decision.title.decide",
      { by: "4. joulukuuta 2026", approver: "Aino Salo" },
      "Pyydämme päätöstä viimeistään 4. joulukuuta 2026, päättäjänä Aino Salo",
    ],
    [
      "objections.title",
      { n: 6, open: 1 },
      "Kuusi vastaväitettä on saanut vastauksen; yksi jättää epäilyn, jonka sanomme ääneen",
    ],
    [
      "wins.title",
      { n: 1, thanked: true, thanks: ["leipomot", "varasto"] },
      "Yksi tulos on jo saavutettu, kiitokset: leipomot ja varasto",
    ],
    ["glossary.title", { n: 12 }, "Aineistossa on 12 termiä, joilla on täsmällinen merkitys"],
    ["cover.reading.value", { minutes: 1 }, "1 minuutti ilman liitteitä"],
  ])("are built of names and figures as they stand: %s", (phrase, data, expected) => {
    expect(words(phrase, data)).toBe(expected);
  });
});
