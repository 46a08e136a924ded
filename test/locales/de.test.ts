import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deDE } from "../../src/locales/de.ts";
import type { PhraseValues } from "../../src/locales/en/phrases.ts";
import type { ValueStyle } from "../../src/locales/locale.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import { speak } from "../../src/locales/speak.ts";

const german = speak(deDE);
/** Fills any phrase with any data, for tables of cases. */
const words = createPhrasebook(german).words as (phrase: string, data?: PhraseValues) => string;
/** No-break spaces as _, so that one sees them. */
const seen = (text: string): string => text.replaceAll("\u00a0", "_");

describe("German values", () => {
  it.each<[number, ValueStyle, string]>([
    [14.9, { unit: "%", decimals: 1 }, "14,9_%"],
    [-1.4, { unit: "pp", decimals: 1 }, "−1,4 Prozentpunkte"],
    [1, { unit: "pp", decimals: 0 }, "1 Prozentpunkt"],
    [1, { unit: "pp", decimals: 1 }, "1,0 Prozentpunkte"],
    [982_000, { unit: "EUR", decimals: 0 }, "982.000_Euro"],
    [1, { unit: "EUR", decimals: 0 }, "1_Euro"],
    [-1234.5, { unit: "EUR", decimals: 2 }, "−1.234,50_Euro"],
    [982_000, { unit: "CHF", decimals: 0 }, "982.000_Franken"],
    [982_000, { unit: "SEK", decimals: 0 }, "982.000_SEK"],
    [982_000, { unit: "EUR", decimals: 0, scale: "thousand" }, "982 Tsd._Euro"],
    [1e6, { unit: "EUR", decimals: 0, scale: "million" }, "1 Million_Euro"],
    [1.2e6, { unit: "EUR", decimals: 1, scale: "million" }, "1,2 Millionen_Euro"],
    [1e9, { unit: "Aufträge", decimals: 0, scale: "billion" }, "1 Milliarde Aufträge"],
    [1240, { unit: "Aufträge", decimals: 0 }, "1.240 Aufträge"],
    [43, { unit: "Tage", decimals: 0 }, "43 Tage"],
  ])("write %d with %j", (exact, style, expected) => {
    expect(seen(german.value(exact, style))).toBe(expected);
  });

  it.each([
    ["Tage", "1 Tag"],
    ["Werktage", "1 Werktag"],
    ["Stunden je Woche", "1 Stunde je Woche"],
    ["Aufträge", "1 Auftrag"],
    ["offene Aufträge", "1 offener Auftrag"],
    ["offene Rechnungen", "1 offene Rechnung"],
    ["offene Gespräche", "1 offenes Gespräch"],
    ["Kundinnen", "1 Kundin"],
    ["Beschwerden", "1 Beschwerde"],
    ["Unterlagen", "1 Unterlage"],
    ["Störungen im Monat", "1 Störung im Monat"],
    ["Lieferschwierigkeiten", "1 Lieferschwierigkeit"],
    ["Ereignisse", "1 Ereignis"],
    ["Mitarbeiter", "1 Mitarbeiter"],
    ["Tickets", "1 Ticket"],
    ["E-Mails", "1 E-Mail"],
    ["Euro je Tonne", "1 Euro je Tonne"],
    ["Stück", "1 Stück"],
    ["kWh", "1 kWh"],
    ["NPS", "1 NPS"],
    ["Prozess", "1 Prozess"],
  ])("have one of %s in the singular", (unit, expected) => {
    expect(german.value(1, { unit, decimals: 0 })).toBe(expected);
    expect(german.value(2, { unit, decimals: 0 })).toBe(`2 ${unit}`);
  });

  it.each<[number, ValueStyle, string]>([
    [9_999, { unit: "EUR", decimals: 0 }, "9.999_€"],
    [10_000, { unit: "EUR", decimals: 0 }, "10_Tsd._€"],
    [982_000, { unit: "EUR", decimals: 0 }, "982_Tsd._€"],
    [999_499, { unit: "EUR", decimals: 0 }, "999_Tsd._€"],
    [999_950, { unit: "EUR", decimals: 0 }, "1_Mio._€"],
    [1_200_000, { unit: "EUR", decimals: 0 }, "1,2_Mio._€"],
    [920_000, { unit: "EUR", decimals: 2, scale: "million" }, "0,92_Mio._€"],
    [999_999_999, { unit: "EUR", decimals: 0 }, "1_Mrd._€"],
    [2.5e9, { unit: "SEK", decimals: 0 }, "2,5_Mrd._SEK"],
    [45_600, { unit: "Aufträge", decimals: 0 }, "45,6_Tsd. Aufträge"],
    [-1.4, { unit: "pp", decimals: 1 }, "−1,4 %-Pkt."],
  ])("shorten %d with %j", (exact, style, expected) => {
    expect(seen(german.value(exact, { ...style, style: "short" }))).toBe(expected);
  });

  it("stay within half of their last digit when shortened, and below the next scale", () => {
    const powers = { "": 1, "Tsd.": 1e3, "Mio.": 1e6, "Mrd.": 1e9 } as const;
    const edges = [1e4, 1e6, 1e9].map((edge) => fc.integer({ min: edge - 6_000, max: edge + 6_000 }));
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 0, max: 999_999_999_999 }), ...edges), (value) => {
        const text = german.value(value, { unit: "", decimals: 0, style: "short" });
        const [, digits = "", scale = ""] = /^([\d.,]+)(?:\u00a0(Tsd\.|Mio\.|Mrd\.))?$/u.exec(text) ?? [];
        const number = Number(digits.replaceAll(".", "").replace(",", "."));
        const power = powers[scale as keyof typeof powers];
        if (scale !== "Mrd.") expect(number * power).toBeLessThan(power === 1 ? 1e4 : power * 1e3);
        expect(Math.abs(number * power - value)).toBeLessThanOrEqual(Math.max(0.5, value / 200));
      }),
    );
  });

  it("name the unit alone as it follows a number", () => {
    expect(seen(german.unit("EUR", "thousand"))).toBe("Tsd. Euro");
    expect(german.unit("EUR")).toBe("Euro");
    expect(german.unit("SEK", "million")).toBe("Millionen SEK");
    expect(german.unit("Aufträge", "thousand")).toBe("Tsd. Aufträge");
    expect(german.unit("pp")).toBe("Prozentpunkte");
  });

  it.each<[number, number, ValueStyle, string]>([
    [12.8, 14.3, { unit: "%", decimals: 1 }, "12,8–14,3_%"],
    [-2.1, -0.7, { unit: "pp", decimals: 1, signed: true }, "−2,1 bis −0,7 Prozentpunkte"],
    [-2, 3, { unit: "%", decimals: 0 }, "−2 bis 3_%"],
    [610_000, 1_180_000, { unit: "EUR", decimals: 0, scale: "thousand" }, "610–1.180 Tsd._Euro"],
    [5, 9, { unit: "Tage", decimals: 0 }, "5–9 Tage"],
  ])("write the range %d to %d with %j: the unit stands once", (low, high, style, expected) => {
    expect(seen(german.range(low, high, style))).toBe(expected);
  });

  it("group thousands as Intl does", () => {
    const intl = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 0 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (n) => {
        expect(german.number(n, { decimals: 0 })).toBe(intl.format(n));
      }),
    );
  });
});

describe("German dates and periods", () => {
  it("are written in each style", () => {
    const styles = ["long", "short", "dayMonth", "monthYear", "weekday"] as const;
    expect(styles.map((style) => seen(german.date("2026-11-18", style)))).toEqual([
      "18._November 2026",
      "18.11.2026",
      "18.11.",
      "November 2026",
      "Mittwoch, 18._November 2026",
    ]);
  });

  it("say the hour with its word", () => {
    expect(["09:00", "13:05", "nach Tisch"].map((time) => seen(german.time(time)))).toEqual([
      "9:00_Uhr",
      "13:05_Uhr",
      "nach Tisch",
    ]);
  });

  it.each([
    ["2026", "2026", "2026", "2026"],
    ["2027-H1", "1._Halbjahr 2027", "H1 2027", "H1"],
    ["2026-Q3", "3._Quartal 2026", "Q3 2026", "Q3"],
    ["2026-10", "Oktober 2026", "Okt 2026", "Okt"],
    ["2026-W40", "KW_40/2026", "KW_40/2026", "KW_40"],
    ["2026-10-05", "5._Oktober 2026", "5.10.2026", "5.10."],
  ])("write the period %s", (text, long, short, within) => {
    const written = (["long", "short", "withinYear"] as const).map((style) => german.period(text, style));
    expect(written.map(seen)).toEqual([long, short, within]);
  });
});

describe("German lists and quotations", () => {
  it("join with und and oder, without a comma before them", () => {
    expect(german.list(["a", "b", "c"], "and")).toBe("a, b und c");
    expect(german.list(["a", "b", "c"], "or")).toBe("a, b oder c");
  });

  it.each([
    ['Er sagte "nein" und dann "ja".', "„Er sagte ‚nein‘ und dann ‚ja‘.“"],
    ["Er sagte „nein“ und dann „ja“.", "„Er sagte ‚nein‘ und dann ‚ja‘.“"],
    ["Er sagte “nein” und dann “ja”.", "„Er sagte ‚nein‘ und dann ‚ja‘.“"],
  ])("have low marks before and high ones behind, single ones inside: %s", (text, expected) => {
    expect(german.quote(text)).toBe(expected);
  });

  it.each([
    ['Das "Ja" zählt', "Das „Ja“ zählt"],
    ["Das 'Ja' zählt, wie's aussieht", "Das ‚Ja‘ zählt, wie’s aussieht"],
    ['("Ja")', "(„Ja“)"],
    ["27\" und 5'", "27\" und 5'"],
  ])("set straight marks as German does: %s", (text, expected) => {
    expect(german.curl(text)).toBe(expected);
  });
});

describe("German sentences", () => {
  it.each([
    ["die Quote sank um −1,4 Prozentpunkte", "die Quote sank um 1,4 Prozentpunkte"],
    ["die Quote ist um −1,4 Prozentpunkte gesunken", "die Quote ist um 1,4 Prozentpunkte gesunken"],
    ["die Wartezeit ist −1,4 Stunden kürzer", "die Wartezeit ist 1,4 Stunden kürzer"],
    ["ein Rückgang um −3,5\u00a0%", "ein Rückgang um 3,5\u00a0%"],
    ["der Umsatz wuchs um +2,1\u00a0%", "der Umsatz wuchs um 2,1\u00a0%"],
    ["+1.200 Aufträge mehr", "1.200 Aufträge mehr"],
  ])("drop a sign that the words repeat: %s", (before, after) => {
    expect(german.settle(before)).toBe(after);
  });

  it.each([
    "die Wirkung beträgt −1,4 Prozentpunkte",
    "die Quote stieg um −1,4 Prozentpunkte",
    "zwischen −2,1 bis −0,7 Prozentpunkte niedriger",
    "+0,4 Stunden gegenüber dem Vorquartal",
    "die Temperatur liegt unter −5\u00a0%",
  ])("keep a sign that says something: %s", (sentence) => expect(german.settle(sentence)).toBe(sentence));

  it.each<[string, PhraseValues, string]>([
    [
      "goals.title",
      { n: 3, many: true, company: true, first: "Liefertreue 97 %" },
      "Liefertreue 97 %: das erste von drei Unternehmenszielen, denen der Vorschlag dient",
    ],
    [
      "goals.title",
      { n: 1, many: false, company: false, first: "Liefertreue 97 %" },
      "Liefertreue 97 %: das Ziel, dem der Vorschlag dient",
    ],
    [
      "standing.title.missed",
      { n: 3, missed: 1, name: "Wartezeit", latest: "11 Tage", target: "7 Tage", gap: "4 Tage" },
      "Wartezeit aktuell 11 Tage, 4 Tage vom Zielwert (7 Tage) entfernt: Eines von drei Zielen ist noch nicht erreicht",
    ],
    [
      "voices.title.mixed",
      { n: 4, parts: ["drei unterstützen den Vorschlag", "eine hat Zweifel"] },
      "Vier Personen werden zitiert; drei unterstützen den Vorschlag und eine hat Zweifel",
    ],
    ["voices.part.doubts", { n: 1 }, "eine hat Zweifel"],
    ["voices.part.supports", { n: 3 }, "drei unterstützen den Vorschlag"],
    ["people.title", { n: 8, met: 1 }, "Wir haben mit einer der acht hier genannten Personen gesprochen"],
    [
      "people.title",
      { n: 2, met: 2, behind: 1, allMet: true, pair: true },
      "Wir haben mit beiden hier genannten Personen gesprochen; eine steht hinter dem Vorschlag",
    ],
    [
      "people.title",
      { n: 1, allMet: true, single: true, nobody: true },
      "Wir haben mit der hier genannten Person gesprochen; noch steht niemand hinter dem Vorschlag",
    ],
    [
      "plan.title",
      { start: "18. Januar 2027", end: "30. Juni 2028", gate: "G", gates: true, gateDate: "1. Mai 2027" },
      "Die Umsetzung läuft vom 18. Januar 2027 bis zum 30. Juni 2028; am 1. Mai 2027 wird erstmals über die Fortsetzung entschieden",
    ],
    [
      "next.title",
      { n: 3, all: true, first: "14. Dezember 2026" },
      "Die nächsten drei Schritte haben Zuständigkeit und Termin, der erste den 14. Dezember 2026",
    ],
    ["next.title", { n: 1, all: true }, "Der nächste Schritt hat Zuständigkeit und Termin"],
    ["next.title", { n: 3, ready: 1 }, "Einer der nächsten drei Schritte hat Zuständigkeit und Termin"],
    ["next.title", { n: 2 }, "Es folgen zwei Schritte"],
    [
      "decision.title.decide",
      { by: "4. Dezember 2026", approver: "Anke Brandt" },
      "Wir bitten Anke Brandt um eine Entscheidung bis zum 4. Dezember 2026",
    ],
    [
      "objections.title",
      { n: 6, open: 1 },
      "Sechs Einwände sind beantwortet; einer lässt einen Zweifel, den wir benennen",
    ],
    [
      "objections.title",
      { n: 6, open: 2 },
      "Sechs Einwände sind beantwortet; zwei lassen einen Zweifel, den wir benennen",
    ],
    ["sources.title", { n: 1 }, "Die Zahlen stammen aus einer Quelle"],
    ["wins.title", { n: 1 }, "Ein Ergebnis liegt bereits vor"],
    ["glossary.title", { n: 12 }, "12 Begriffe haben in dieser Vorlage eine feste Bedeutung"],
    ["cover.reading.value", { minutes: 1 }, "1 Minute ohne Anhang"],
    [
      "investment.title.back",
      { cost: "1,2 Millionen Euro", benefit: "2 Millionen Euro", breakEven: "3. Quartal 2029", period: true },
      "Kosten von 1,2 Millionen Euro bringen im Betrachtungszeitraum einen Nutzen von 2 Millionen Euro; bis Ende 3. Quartal 2029 haben sie sich amortisiert",
    ],
  ])("are built of names and figures as they stand: %s", (phrase, data, expected) => {
    expect(words(phrase, data)).toBe(expected);
  });
});
