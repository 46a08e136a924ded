import type { SharedPhrases } from "../en/phrases.ts";

/**
 * Words that many slides share, and those of the file and of its outputs. Part of de.ts. "One" has the gender of its
 * noun, so phrases say it by themselves where a number may be one.
 */
export const SHARED_PHRASES: SharedPhrases = {
  none: "–",
  "cardinal.0": "null",
  "cardinal.1": "eins",
  "cardinal.2": "zwei",
  "cardinal.3": "drei",
  "cardinal.4": "vier",
  "cardinal.5": "fünf",
  "cardinal.6": "sechs",
  "cardinal.7": "sieben",
  "cardinal.8": "acht",
  "cardinal.9": "neun",
  "cardinal.10": "zehn",
  person: "{{name}}{{#if role}}, {{role}}{{/if}}",
  range: "Bandbreite {{range}}",
  "kind.actual": "Ist",
  "kind.plan": "Planwert",
  "kind.forecast": "Prognose",
  "kind.estimate": "Schätzung",
  "status.draft": "Entwurf",
  "status.final": "Endfassung",
  "source.line":
    "{{name}}{{#if owner}} ({{owner}}){{/if}}{{#if file}}, {{file}}{{#if sheet}}, {{sheet}}{{/if}}{{#if saved}}, gespeichert am {{saved}}{{/if}}{{/if}}{{#if asOf}}, Stand {{asOf}}{{/if}}",
  "source.foot": "{{plural n one='Quelle' other='Quellen'}}:",
  "source.many":
    "{{capital (plural n one='eine' other=(cardinal n))}} {{plural n one='Quelle' other='Quellen'}}, genannt in den Notizen zu dieser Folie.",
  "section.answer": "Die Antwort",
  "section.why": "Warum",
  "section.evidence": "Belege",
  "section.people": "Beteiligte",
  "section.proposal": "Vorschlag",
  "section.decision": "Entscheidung",
  "section.appendix": "Anhang",
  "notes.sources": "Quellen: {{sources}}",
  "notes.from": "Aus der Eingabedatei: {{paths}}",
  "mark.label": "Einwand {{n}}",
  "mark.label.many": "Einwände {{numbers}}",
  "mark.tip": "Einwand {{n}}: {{objection}}",
  "deck.draft": "Entwurf",
  "output.notes": "Notizen",
  "output.slides": "Folien",
  "output.chartData": "Zahlen zum Diagramm",
  "output.previous": "Vorherige Folie",
  "output.next": "Nächste Folie",
  "output.all": "Alle Folien",
  "deck.subject": "Vorlage{{#if meeting}} für: {{meeting}}{{#if date}}, {{date}}{{/if}}{{/if}}",
};
