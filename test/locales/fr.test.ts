import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PhraseValues } from "../../src/locales/en/phrases.ts";
import { frFR } from "../../src/locales/fr.ts";
import type { ValueStyle } from "../../src/locales/locale.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import { speak } from "../../src/locales/speak.ts";

const french = speak(frFR);
/** Fills any phrase with any data, for tables of cases. */
const words = createPhrasebook(french).words as (phrase: string, data?: PhraseValues) => string;
/** No-break spaces as _ and narrow ones as ~, so that one sees them. */
const seen = (text: string): string => text.replaceAll("\u00a0", "_").replaceAll("\u202f", "~");

describe("French values", () => {
  it.each<[number, ValueStyle, string]>([
    [14.9, { unit: "%", decimals: 1 }, "14,9_%"],
    [-1.4, { unit: "pp", decimals: 1 }, "−1,4 point"],
    [2, { unit: "pp", decimals: 0 }, "2 points"],
    [982_000, { unit: "EUR", decimals: 0 }, "982~000_euros"],
    [1, { unit: "EUR", decimals: 0 }, "1_euro"],
    [-1234.5, { unit: "EUR", decimals: 2 }, "−1~234,50_euros"],
    [982_000, { unit: "CHF", decimals: 0 }, "982~000_francs suisses"],
    [982_000, { unit: "EUR", decimals: 0, scale: "thousand" }, "982 milliers_d’euros"],
    [1e6, { unit: "EUR", decimals: 0, scale: "million" }, "1 million_d’euros"],
    [1.2e6, { unit: "EUR", decimals: 1, scale: "million" }, "1,2 million_d’euros"],
    [2e6, { unit: "CHF", decimals: 0, scale: "million" }, "2 millions_de francs suisses"],
    [3e9, { unit: "demandes", decimals: 0, scale: "billion" }, "3 milliards de demandes"],
    [3e6, { unit: "heures", decimals: 0, scale: "million" }, "3 millions d’heures"],
    [1240, { unit: "demandes", decimals: 0 }, "1~240 demandes"],
    [1.5, { unit: "heures", decimals: 1 }, "1,5 heure"],
    [0, { unit: "jours", decimals: 0 }, "0 jour"],
  ])("write %d with %j", (exact, style, expected) => {
    expect(seen(french.value(exact, style))).toBe(expected);
  });

  it.each([
    ["jours", "1 jour"],
    ["mois", "1 mois"],
    ["heures par semaine", "1 heure par semaine"],
    ["demandes ouvertes", "1 demande ouverte"],
    ["appels par jour", "1 appel par jour"],
    ["tonnes de papiers", "1 tonne de papiers"],
    ["journaux", "1 journal"],
    ["travaux", "1 travail"],
    ["bateaux", "1 bateau"],
    ["jeux", "1 jeu"],
    ["avis", "1 avis"],
    ["colis", "1 colis"],
    ["personnes", "1 personne"],
    ["kWh", "1 kWh"],
    ["NPS", "1 NPS"],
    ["euros/t", "1 euro/t"],
  ])("have one of %s in the singular", (unit, expected) => {
    expect(french.value(1, { unit, decimals: 0 })).toBe(expected);
    expect(french.value(2, { unit, decimals: 0 })).toBe(`2 ${unit}`);
  });

  it.each<[number, ValueStyle, string]>([
    [9_999, { unit: "EUR", decimals: 0 }, "9~999_€"],
    [10_000, { unit: "EUR", decimals: 0 }, "10_k€"],
    [999_499, { unit: "EUR", decimals: 0 }, "999_k€"],
    [999_950, { unit: "EUR", decimals: 0 }, "1_M€"],
    [1_200_000, { unit: "EUR", decimals: 0 }, "1,2_M€"],
    [999_999_999, { unit: "EUR", decimals: 0 }, "1_Md€"],
    [45_600, { unit: "demandes", decimals: 0 }, "45,6_k demandes"],
    [-1.4, { unit: "pp", decimals: 1 }, "−1,4 pt"],
  ])("shorten %d with %j", (exact, style, expected) => {
    expect(seen(french.value(exact, { ...style, style: "short" }))).toBe(expected);
  });

  it("stay within half of their last digit when shortened, and below the next scale", () => {
    const powers = { "": 1, k: 1e3, M: 1e6, Md: 1e9 } as const;
    const edges = [1e4, 1e6, 1e9].map((edge) => fc.integer({ min: edge - 6_000, max: edge + 6_000 }));
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 0, max: 999_999_999_999 }), ...edges), (value) => {
        const text = french.value(value, { unit: "", decimals: 0, style: "short" });
        const [, digits = "", scale = ""] = /^([\d,\u202f]*\d)(?:\u00a0(k|M|Md))?$/u.exec(text) ?? [];
        const number = Number(digits.replaceAll("\u202f", "").replace(",", "."));
        const power = powers[scale as keyof typeof powers];
        if (scale !== "Md") expect(number * power).toBeLessThan(power === 1 ? 1e4 : power * 1e3);
        expect(Math.abs(number * power - value)).toBeLessThanOrEqual(Math.max(0.5, value / 200));
      }),
    );
  });

  it.each<[number, number, ValueStyle, string]>([
    [12.8, 14.3, { unit: "%", decimals: 1 }, "12,8–14,3_%"],
    [-2.1, -0.7, { unit: "pp", decimals: 1, signed: true }, "−2,1 à −0,7 points"],
    [610_000, 1_180_000, { unit: "EUR", decimals: 0, scale: "thousand" }, "610–1~180 milliers_d’euros"],
    [5, 9, { unit: "jours", decimals: 0 }, "5–9 jours"],
  ])("write the range %d to %d with %j: the unit stands once", (low, high, style, expected) => {
    expect(seen(french.range(low, high, style))).toBe(expected);
  });

  it("name the unit alone as it follows a number", () => {
    expect(french.unit("EUR", "thousand")).toBe("milliers d’euros");
    expect(french.unit("demandes", "million")).toBe("millions de demandes");
    expect(french.unit("pp")).toBe("points de pourcentage");
  });

  it("group thousands as Intl does", () => {
    const intl = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 0 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (n) => {
        expect(french.number(n, { decimals: 0 })).toBe(intl.format(n));
      }),
    );
  });
});

describe("French dates and periods", () => {
  const styles = ["long", "short", "dayMonth", "monthYear", "weekday"] as const;
  it.each([
    [
      "2026-11-18",
      ["18_novembre 2026", "18_nov. 2026", "18_novembre", "novembre 2026", "mercredi 18_novembre 2026"],
    ],
    ["2026-05-01", ["1er_mai 2026", "1er_mai 2026", "1er_mai", "mai 2026", "vendredi 1er_mai 2026"]],
  ])("of %s are written in each style", (iso, expected) => {
    expect(styles.map((style) => seen(french.date(iso, style)))).toEqual(expected);
  });

  it("say the hour with its letter", () => {
    expect(["09:00", "13:05"].map((time) => seen(french.time(time)))).toEqual(["9_h_00", "13_h_05"]);
  });

  it.each([
    ["2026", "2026", "2026", "2026"],
    ["2027-H1", "1er semestre 2027", "S1 2027", "S1"],
    ["2026-Q1", "1er trimestre 2026", "T1 2026", "T1"],
    ["2026-Q3", "3e trimestre 2026", "T3 2026", "T3"],
    ["2026-10", "octobre 2026", "oct. 2026", "oct."],
    ["2026-W40", "semaine 40 de 2026", "sem._40 2026", "sem._40"],
    ["2026-10-01", "1er_octobre 2026", "1er_oct. 2026", "1er_oct."],
  ])("write the period %s", (text, long, short, within) => {
    const written = (["long", "short", "withinYear"] as const).map((style) => french.period(text, style));
    expect(written.map(seen)).toEqual([long, short, within]);
  });
});

describe("French lists, quotations and marks", () => {
  it("join with et and ou, without a comma before them", () => {
    expect(french.list(["a", "b", "c"], "and")).toBe("a, b et c");
    expect(french.list(["a", "b", "c"], "or")).toBe("a, b ou c");
  });

  it("have guillemets with their spaces, and raised marks inside", () => {
    expect(seen(french.quote('Il a dit "non" puis «oui».'))).toBe("«_Il a dit “non” puis “oui”._»");
  });

  it.each([
    ['Le "oui" compte', "Le «_oui_» compte"],
    ["L'avis d'un pair", "L’avis d’un pair"],
    ["Pourquoi ? Parce que : voilà ; oui !", "Pourquoi~? Parce que_: voilà~; oui~!"],
    ["« Non » dit-il", "«_Non_» dit-il"],
    ["Sans espace: reste", "Sans espace: reste"],
    ["voir https://exemple.fr/a ?b et `a : b`", "voir https://exemple.fr/a ?b et `a : b`"],
    ["un écart :2", "un écart :2"],
  ])("set marks and their spaces as French does: %s", (text, expected) => {
    expect(seen(french.curl(text))).toBe(expected);
  });

  it("break no line before a mark, whatever spaces somebody typed", () => {
    const mark = fc.constantFrom(";", "!", "?", ":", "»");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^[a-zé]{1,8}$/u), mark), { maxLength: 6 }),
        (parts) => {
          expect(french.curl(parts.map(([word, end]) => `${word} ${end}`).join(" "))).not.toMatch(
            / [;!?:»]/u,
          );
        },
      ),
    );
  });
});

describe("French sentences", () => {
  it.each([
    ["le délai a baissé de −1,4 point", "le délai a baissé de 1,4 point"],
    ["les ventes ont augmenté de +2,1\u00a0%", "les ventes ont augmenté de 2,1\u00a0%"],
    ["+1\u202f200 demandes de plus", "1\u202f200 demandes de plus"],
  ])("drop a sign that the words repeat: %s", (before, after) => {
    expect(french.settle(before)).toBe(after);
  });

  it.each(["l’effet est de −1,4 point", "le taux a augmenté de −1,4 point"])(
    "keep a sign that says something: %s",
    (sentence) => expect(french.settle(sentence)).toBe(sentence),
  );

  it.each<[string, PhraseValues, string]>([
    [
      "goals.title",
      { n: 3, many: true, company: true, first: "Une pharmacie ouverte à moins de 20 minutes" },
      "Une pharmacie ouverte à moins de 20 minutes_: le premier des trois objectifs d’entreprise que la proposition sert",
    ],
    [
      "standing.title.missed",
      { n: 3, missed: 1, name: "Attente", latest: "11 jours", target: "7 jours", gap: "4 jours" },
      "Attente_: 11 jours, à 4 jours de la cible (7 jours)~; une des trois cibles n’est pas encore atteinte",
    ],
    [
      "standing.title.missed",
      { n: 3, missed: 2, name: "Attente", latest: "11 jours", target: "7 jours", gap: "4 jours" },
      "Attente_: 11 jours, à 4 jours de la cible (7 jours)~; deux des trois cibles ne sont pas encore atteintes",
    ],
    [
      "voices.title.mixed",
      { n: 4, parts: ["trois soutiennent la proposition", "une a des doutes"] },
      "Sur quatre personnes citées, trois soutiennent la proposition et une a des doutes",
    ],
    ["people.title", { n: 8, met: 1 }, "Nous avons rencontré une des huit personnes citées ici"],
    [
      "people.title",
      { n: 1, allMet: true, single: true, nobody: true },
      "Nous avons rencontré la personne citée ici~; personne ne soutient encore la proposition",
    ],
    [
      "plan.title",
      { start: "18 janvier 2027", end: "30 juin 2028", gate: "G", gates: true, gateDate: "1er mai 2027" },
      "Les travaux vont du 18 janvier 2027 au 30 juin 2028~; le 1er mai 2027, on décide une première fois s’ils se poursuivent",
    ],
    [
      "next.title",
      { n: 3, all: true, first: "14 décembre 2026" },
      "Les trois prochaines étapes ont responsable et date, la première le 14 décembre 2026",
    ],
    ["next.title", { n: 1, all: true }, "La prochaine étape a responsable et date"],
    ["next.title", { n: 3, ready: 1 }, "Une des trois prochaines étapes a responsable et date"],
    [
      "objections.title",
      { n: 6, open: 1 },
      "Six objections ont une réponse~; une laisse un doute que nous nommons",
    ],
    ["sources.title", { n: 1 }, "Les chiffres viennent d’une seule source"],
    ["cover.reading.value", { minutes: 1 }, "1 minute, hors annexe"],
  ])("are built of names and figures as they stand: %s", (phrase, data, expected) => {
    expect(seen(words(phrase, data))).toBe(expected);
  });
});
