import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PhraseValues } from "../../src/locales/en/phrases.ts";
import type { ValueStyle } from "../../src/locales/locale.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import { speak } from "../../src/locales/speak.ts";
import { svSE } from "../../src/locales/sv.ts";

const swedish = speak(svSE);
/** Fills any phrase with any data, for tables of cases. */
const words = createPhrasebook(swedish).words as (phrase: string, data?: PhraseValues) => string;
/** No-break spaces as _, so that one sees them. */
const seen = (text: string): string => text.replaceAll("\u00a0", "_");

describe("Swedish values", () => {
  it.each<[number, ValueStyle, string]>([
    [14.9, { unit: "%", decimals: 1 }, "14,9_%"],
    [-1.4, { unit: "pp", decimals: 1 }, "−1,4 procentenheter"],
    [1, { unit: "pp", decimals: 0 }, "1 procentenhet"],
    [982_000, { unit: "SEK", decimals: 0 }, "982_000_kronor"],
    [1, { unit: "SEK", decimals: 0 }, "1_krona"],
    [-1234.5, { unit: "EUR", decimals: 2 }, "−1_234,50_euro"],
    [982_000, { unit: "CHF", decimals: 0 }, "982_000_CHF"],
    [982_000, { unit: "SEK", decimals: 0, scale: "thousand" }, "982 tusen_kronor"],
    [1e6, { unit: "SEK", decimals: 0, scale: "million" }, "1 miljon_kronor"],
    [1.2e6, { unit: "SEK", decimals: 1, scale: "million" }, "1,2 miljoner_kronor"],
    [1e9, { unit: "ärenden", decimals: 0, scale: "billion" }, "1 miljard ärenden"],
    [1240, { unit: "ärenden", decimals: 0 }, "1_240 ärenden"],
    [43, { unit: "dagar", decimals: 0 }, "43 dagar"],
  ])("write %d with %j", (exact, style, expected) => {
    expect(seen(swedish.value(exact, style))).toBe(expected);
  });

  it.each([
    ["dagar", "1 dag"],
    ["vardagar", "1 vardag"],
    ["timmar per vecka", "1 timme per vecka"],
    ["veckor", "1 vecka"],
    ["frågor", "1 fråga"],
    ["månader", "1 månad"],
    ["minuter", "1 minut"],
    ["händelser", "1 händelse"],
    ["kategorier", "1 kategori"],
    ["ärenden", "1 ärende"],
    ["öppna ärenden", "1 öppet ärende"],
    ["öppna frågor", "1 öppen fråga"],
    ["sena leveranser", "1 sen leverans"],
    ["avslutade ärenden", "1 avslutat ärende"],
    ["avslutade kurser", "1 avslutad kurs"],
    ["bilar", "1 bil"],
    ["handlingar", "1 handling"],
    ["läkare", "1 läkare"],
    ["samtal", "1 samtal"],
    ["nätter", "1 natt"],
    ["länder", "1 land"],
    ["kronor per ton", "1 krona per ton"],
    ["kWh", "1 kWh"],
    ["år", "1 år"],
  ])("have one of %s in the singular", (unit, expected) => {
    expect(swedish.value(1, { unit, decimals: 0 })).toBe(expected);
    expect(swedish.value(2, { unit, decimals: 0 })).toBe(`2 ${unit}`);
  });

  it.each<[number, ValueStyle, string]>([
    [9_999, { unit: "SEK", decimals: 0 }, "9_999_kr"],
    [10_000, { unit: "SEK", decimals: 0 }, "10_tusen_kr"],
    [999_499, { unit: "SEK", decimals: 0 }, "999_tusen_kr"],
    [999_950, { unit: "SEK", decimals: 0 }, "1_mn_kr"],
    [1_200_000, { unit: "SEK", decimals: 0 }, "1,2_mn_kr"],
    [999_999_999, { unit: "SEK", decimals: 0 }, "1_md_kr"],
    [2.5e9, { unit: "EUR", decimals: 0 }, "2,5_md_euro"],
    [45_600, { unit: "ärenden", decimals: 0 }, "45,6_tusen ärenden"],
    [-1.4, { unit: "pp", decimals: 1 }, "−1,4 p.e."],
  ])("shorten %d with %j", (exact, style, expected) => {
    expect(seen(swedish.value(exact, { ...style, style: "short" }))).toBe(expected);
  });

  it("stay within half of their last digit when shortened, and below the next scale", () => {
    const powers = { "": 1, tusen: 1e3, mn: 1e6, md: 1e9 } as const;
    const edges = [1e4, 1e6, 1e9].map((edge) => fc.integer({ min: edge - 6_000, max: edge + 6_000 }));
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 0, max: 999_999_999_999 }), ...edges), (value) => {
        const text = swedish.value(value, { unit: "", decimals: 0, style: "short" });
        const [, digits = "", scale = ""] = /^([\d,\u00a0]*\d)(?:\u00a0(tusen|mn|md))?$/u.exec(text) ?? [];
        const number = Number(digits.replaceAll("\u00a0", "").replace(",", "."));
        const power = powers[scale as keyof typeof powers];
        if (scale !== "md") expect(number * power).toBeLessThan(power === 1 ? 1e4 : power * 1e3);
        expect(Math.abs(number * power - value)).toBeLessThanOrEqual(Math.max(0.5, value / 200));
      }),
    );
  });

  it.each<[number, number, ValueStyle, string]>([
    [12.8, 14.3, { unit: "%", decimals: 1 }, "12,8–14,3_%"],
    [-2.1, -0.7, { unit: "pp", decimals: 1, signed: true }, "−2,1 till −0,7 procentenheter"],
    [610_000, 1_180_000, { unit: "SEK", decimals: 0, scale: "thousand" }, "610–1_180 tusen_kronor"],
    [5, 9, { unit: "dagar", decimals: 0 }, "5–9 dagar"],
  ])("write the range %d to %d with %j: the unit stands once", (low, high, style, expected) => {
    expect(seen(swedish.range(low, high, style))).toBe(expected);
  });

  it("name the unit alone as it follows a number", () => {
    expect(swedish.unit("SEK", "thousand")).toBe("tusen kronor");
    expect(swedish.unit("EUR", "million")).toBe("miljoner euro");
    expect(swedish.unit("pp")).toBe("procentenheter");
  });

  it("group thousands as Intl does", () => {
    const intl = new Intl.NumberFormat("sv-SE", { maximumFractionDigits: 0 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (n) => {
        expect(swedish.number(n, { decimals: 0 })).toBe(intl.format(n));
      }),
    );
  });
});

describe("Swedish dates and periods", () => {
  it("are written in each style", () => {
    const styles = ["long", "short", "dayMonth", "monthYear", "weekday"] as const;
    expect(styles.map((style) => swedish.date("2026-11-18", style))).toEqual([
      "18 november 2026",
      "18 nov 2026",
      "18 november",
      "november 2026",
      "onsdag 18 november 2026",
    ]);
    expect(["09:00", "13:05", "efter lunch"].map((time) => seen(swedish.time(time)))).toEqual([
      "kl._9.00",
      "kl._13.05",
      "efter lunch",
    ]);
  });

  it.each([
    ["2026", "2026", "2026", "2026"],
    ["2027-H1", "första halvåret 2027", "H1 2027", "H1"],
    ["2026-Q3", "kvartal 3 2026", "kv 3 2026", "kv 3"],
    ["2026-10", "oktober 2026", "okt 2026", "okt"],
    ["2026-W40", "vecka 40 2026", "v._40 2026", "v._40"],
    ["2026-10-05", "5 oktober 2026", "5 okt 2026", "5 okt"],
  ])("write the period %s", (text, long, short, within) => {
    const written = (["long", "short", "withinYear"] as const).map((style) => swedish.period(text, style));
    expect(written.map(seen)).toEqual([long, short, within]);
  });
});

describe("Swedish lists and quotations", () => {
  it("join with och and eller, without a comma before them", () => {
    expect(swedish.list(["a", "b", "c"], "and")).toBe("a, b och c");
    expect(swedish.list(["a", "b", "c"], "or")).toBe("a, b eller c");
  });

  it.each([
    ['Hon sa "nej" och sedan "ja".', "”Hon sa ’nej’ och sedan ’ja’.”"],
    ["Hon sa ”nej” och sedan ”ja”.", "”Hon sa ’nej’ och sedan ’ja’.”"],
  ])("have one mark on both sides, single ones inside: %s", (text, expected) => {
    expect(swedish.quote(text)).toBe(expected);
  });

  it.each([
    ['Ett "ja" räknas', "Ett ”ja” räknas"],
    ["Ett 'ja' räknas", "Ett ’ja’ räknas"],
    ["27\" och 5'", "27\" och 5'"],
  ])("set straight marks as Swedish does: %s", (text, expected) => {
    expect(swedish.curl(text)).toBe(expected);
  });
});

describe("Swedish sentences", () => {
  it.each([
    ["andelen sjönk med −1,4 procentenheter", "andelen sjönk med 1,4 procentenheter"],
    ["andelen har ökat med +2,1\u00a0%", "andelen har ökat med 2,1\u00a0%"],
    ["väntan är −1,4 timmar kortare", "väntan är 1,4 timmar kortare"],
    ["+1\u00a0200 ärenden fler", "1\u00a0200 ärenden fler"],
  ])("drop a sign that the words repeat: %s", (before, after) => {
    expect(swedish.settle(before)).toBe(after);
  });

  it.each(["effekten är −1,4 procentenheter", "andelen steg med −1,4 procentenheter"])(
    "keep a sign that says something: %s",
    (sentence) => expect(swedish.settle(sentence)).toBe(sentence),
  );

  it.each<[string, PhraseValues, string]>([
    [
      "goals.title",
      { n: 3, many: true, company: true, first: "Fler lagade måltider" },
      "Fler lagade måltider: det första av tre övergripande mål som förslaget bidrar till",
    ],
    [
      "standing.title.missed",
      { n: 3, missed: 1, name: "Väntetid", latest: "11 dagar", target: "7 dagar", gap: "4 dagar" },
      "Väntetid: senast 11 dagar, 4 dagar från målet 7 dagar; ett av tre mål är inte nått ännu",
    ],
    [
      "standing.title.missed",
      { n: 3, missed: 2, name: "Väntetid", latest: "11 dagar", target: "7 dagar", gap: "4 dagar" },
      "Väntetid: senast 11 dagar, 4 dagar från målet 7 dagar; två av tre mål är inte nådda ännu",
    ],
    ["voices.say", { n: 1 }, "Ett citat, återgivet med tillåtelse."],
    ["people.title", { n: 8, met: 1 }, "Vi har talat med en av de åtta personer som nämns här"],
    [
      "people.title",
      { n: 1, allMet: true, single: true, nobody: true },
      "Vi har talat med den person som nämns här; ingen står bakom förslaget ännu",
    ],
    [
      "plan.title",
      { start: "18 januari 2027", end: "30 juni 2028", gate: "G", gates: true, gateDate: "1 maj 2027" },
      "Arbetet pågår från den 18 januari 2027 till den 30 juni 2028; den 1 maj 2027 avgörs för första gången om det ska fortsätta",
    ],
    [
      "next.title",
      { n: 3, all: true, first: "14 december 2026" },
      "De tre närmaste stegen har ansvarig och datum, det första den 14 december 2026",
    ],
    ["next.title", { n: 1, all: true }, "Nästa steg har ansvarig och datum"],
    ["next.title", { n: 3, ready: 1 }, "Ett av de tre närmaste stegen har ansvarig och datum"],
    [
      "objections.title",
      { n: 6, open: 1 },
      "Sex invändningar har fått svar; en lämnar ett tvivel som vi redovisar",
    ],
    ["methods.title", { n: 1, all: true, sources: 1 }, "Ett nyckeltal bygger på en källa"],
    ["wins.title", { n: 1 }, "Ett resultat finns redan"],
    ["cover.reading.value", { minutes: 1 }, "1 minut utan bilagan"],
  ])("are built of names and figures as they stand: %s", (phrase, data, expected) => {
    expect(words(phrase, data)).toBe(expected);
  });
});
