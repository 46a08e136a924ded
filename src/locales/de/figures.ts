import type { FigurePhrases } from "../en/phrases.ts";

/**
 * German names of figures, formulas, and reasons why some figures are not there. Part of de.ts. Values may end with a
 * unit in the nominative ("11 Tage"), so that no preposition stands before them which would ask for another case.
 */
export const FIGURE_PHRASES: FigurePhrases = {
  "figure.gap": "Abstand zum Ziel",
  "figure.change": "Veränderung",
  "figure.cagr": "jährliches Wachstum",
  "figure.npv": "Kapitalwert",
  "figure.irr": "interner Zinsfuß",
  "figure.roi": "Nettonutzen im Verhältnis zu den Kosten",
  "figure.payback": "Amortisationsdauer",
  "figure.breakEven": "Amortisationszeitpunkt",
  "figure.breakEvenShare": "Anteil des Nutzens, der die Kosten deckt",
  "figure.end": "Endwert",
  "formula.change": "{{latest}} ({{latestPeriod}}) minus {{previous}} ({{previousPeriod}})",
  "formula.changePct":
    "Veränderung: {{previous}} ({{previousPeriod}}) → {{latest}} ({{latestPeriod}}), in % des früheren Werts",
  "formula.gap":
    "Abstand: aktueller Wert {{latest}} ({{latestPeriod}}), Zielwert {{target}}{{#if by}} ({{by}}){{/if}}",
  "formula.gapPct":
    "Abstand in % des Ziels: aktueller Wert {{latest}} ({{latestPeriod}}), Zielwert {{target}}{{#if by}} ({{by}}){{/if}}",
  "formula.cagr":
    "jährliche Wachstumsrate mit Zinseszins: {{first}} ({{firstPeriod}}) → {{latest}} ({{latestPeriod}}), Dauer {{years}}",
  "formula.higher": "höchster von {{count}} {{plural count one='Wert' other='Werten'}}, {{from}} bis {{to}}",
  "formula.lower":
    "niedrigster von {{count}} {{plural count one='Wert' other='Werten'}}, {{from}} bis {{to}}",
  "formula.total": "Summe aus {{count}} {{plural count one='Wert' other='Werten'}}",
  "formula.highlighted": "Summe: {{list labels}}",
  "formula.steps":
    "Summe: {{#if start}}{{start}} und {{/if}}{{count}} {{plural count one='Schritt' other='Schritte'}}",
  "formula.bridge": "{{end}} minus {{start}}",
  "formula.cost": "Summe aller Kosten, {{from}} bis {{to}}, nicht abgezinst",
  "formula.benefit": "Summe des gesamten Nutzens, {{from}} bis {{to}}, nicht abgezinst",
  "formula.net": "Nutzen minus Kosten, {{from}} bis {{to}}, nicht abgezinst",
  "formula.npv":
    "Nettobetrag je {{period}}, {{from}} bis {{to}}, vom Ende des jeweiligen Zeitraums mit {{yearly}} im Jahr abgezinst{{#if perPeriod}} ({{perPeriod}} je {{period}}){{/if}}",
  "formula.irr": "jährlicher Kalkulationszins, bei dem der Kapitalwert null ist",
  "formula.roi": "Nutzen minus Kosten, in % der Kosten, nicht abgezinst",
  "formula.payback":
    "Zeit ab Anfang {{from}}, bis das kumulierte Netto, nicht abgezinst, wieder null erreicht (Zeitraum {{period}}); innerhalb dieses Zeitraums gleichmäßig verteilt",
  "formula.breakEvenShare": "Barwert aller Kosten, in % des Barwerts des gesamten Nutzens",
  "formula.breakEven":
    "Zeitraum, in dem das kumulierte Netto, nicht abgezinst, dauerhaft wieder null erreicht",
  "formula.latestStart":
    "letzter Zeitraum, in dem der Nutzen beginnen darf{{#if later}} ({{later}}){{/if}}, bevor der Kapitalwert unter null fällt; geplanter Beginn {{planned}}, Kosten und Betrachtungszeitraum wie geplant",
  "formula.level": "Höhe, bei der der Kapitalwert null ist, alles Übrige wie geplant",
  "formula.changed": "{{formula}}; geändert: {{changes}}",
  "scenario.change":
    "{{capital what}}{{#if times}} × {{times}}{{/if}}{{#if plus}} {{plus}}{{/if}}{{#if later}}, {{later}}{{/if}}",
  "scenario.level": "{{driver}}: {{level}} (Basisfall {{base}})",
  "scenario.all": "Kosten und Nutzen insgesamt",
  "scenario.costs": "alle Kosten",
  "scenario.benefits": "gesamter Nutzen",
  "scenario.later.year": "{{n}} {{plural n one='Jahr' other='Jahre'}} später",
  "scenario.later.half-year": "{{n}} {{plural n one='Halbjahr' other='Halbjahre'}} später",
  "scenario.later.quarter": "{{n}} {{plural n one='Quartal' other='Quartale'}} später",
  "scenario.later.month": "{{n}} {{plural n one='Monat' other='Monate'}} später",
  "scenario.each": "{{amount}} {{each}}",
  "scenario.each.year": "im Jahr",
  "scenario.each.half-year": "im Halbjahr",
  "scenario.each.quarter": "im Quartal",
  "scenario.each.month": "im Monat",
  "figure.years": "Jahre",
  "figure.step.year": "Jahr",
  "figure.step.half-year": "Halbjahr",
  "figure.step.quarter": "Quartal",
  "figure.step.month": "Monat",
  "absent.values": "alle Werte der Kennzahl fehlen",
  "absent.previous": "es gibt nur einen Wert und damit nichts zum Vergleichen",
  "absent.target": "die Kennzahl hat kein Ziel",
  "absent.better": "bei der Kennzahl ist nicht angegeben, ob höher oder niedriger besser ist",
  "absent.points": "zwei Prozentwerte unterscheiden sich um Prozentpunkte, nicht um Prozent",
  "absent.base": "Prozent von null oder von einer negativen Zahl sagen nichts aus",
  "absent.year": "die Werte umfassen weniger als ein Jahr",
  "absent.series": "die Reihen stehen nebeneinander und sind keine Teile einer Summe",
  "absent.missing": "einige Werte fehlen",
  "absent.parts": "die Prozentwerte sind keine Teile eines Ganzen",
  "absent.amount": "die Entscheidung erfordert kein Geld",
  "absent.cost": "es gibt keine Kosten, auf die sich der Wert beziehen ließe",
  "absent.benefit": "es gibt keinen Nutzen, auf den sich der Wert beziehen ließe",
  "absent.worth": "der Kapitalwert liegt schon nach Plan unter null",
  "absent.level": "der Kapitalwert wird bei keiner Höhe null",
  "absent.irr.any": "in jeder Periode gleichen sich Ein- und Auszahlungen aus, sodass jeder Zinssatz passt",
  "absent.irr.none": "Geld fließt nur in eine Richtung, sodass der Kapitalwert bei keinem Zinssatz null wird",
  "absent.irr.high": "oberhalb von 1.000\u00a0% im Jahr ist er ohne Aussage",
  "absent.irr.low": "unterhalb von −99\u00a0% im Jahr ist er ohne Aussage",
  "absent.irr.inflow": "Geld fließt zu, bevor welches abfließt",
  "absent.irr.several": "das Netto wechselt mehr als einmal das Vorzeichen",
  "absent.payback.never":
    "das kumulierte Netto liegt am Ende des Betrachtungszeitraums ({{to}}) noch unter null",
  "absent.payback.short": "das kumulierte Netto liegt am Ende des Betrachtungszeitraums ({{to}}) unter null",
  "absent.payback.ahead":
    "der Nutzen übersteigt die Kosten von der ersten Periode an, es gibt also nichts zu amortisieren",
  "absent.payback.nothing": "das kumulierte Netto liegt nie unter null, es gibt also nichts zu amortisieren",
};
