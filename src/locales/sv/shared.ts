import type { SharedPhrases } from "../en/phrases.ts";

/**
 * Swedish words that many slides share, and those of the file and of its outputs. Part of sv.ts. "One" follows the gender
 * of its noun, so phrases say it by themselves where a number may be one.
 */
export const SHARED_PHRASES: SharedPhrases = {
  none: "–",
  "cardinal.0": "noll",
  "cardinal.1": "en",
  "cardinal.2": "två",
  "cardinal.3": "tre",
  "cardinal.4": "fyra",
  "cardinal.5": "fem",
  "cardinal.6": "sex",
  "cardinal.7": "sju",
  "cardinal.8": "åtta",
  "cardinal.9": "nio",
  "cardinal.10": "tio",
  person: "{{name}}{{#if role}}, {{role}}{{/if}}",
  range: "intervall {{range}}",
  "kind.actual": "utfall",
  "kind.plan": "plan",
  "kind.forecast": "prognos",
  "kind.estimate": "uppskattning",
  "status.draft": "utkast",
  "status.final": "slutlig",
  "source.line":
    "{{name}}{{#if owner}} ({{owner}}){{/if}}{{#if file}}, {{file}}{{#if sheet}}, {{sheet}}{{/if}}{{#if saved}}, sparad {{saved}}{{/if}}{{/if}}{{#if asOf}}, per {{asOf}}{{/if}}",
  "source.foot": "{{plural n one='Källa' other='Källor'}}:",
  "source.many":
    "{{capital (cardinal n)}} {{plural n one='källa' other='källor'}}, angivna i anteckningarna till bilden.",
  "section.answer": "Svaret",
  "section.why": "Varför",
  "section.evidence": "Underlag",
  "section.people": "Personer",
  "section.proposal": "Förslag",
  "section.decision": "Beslut",
  "section.appendix": "Bilaga",
  "notes.sources": "Källor: {{sources}}",
  "notes.from": "Ur indatafilen: {{paths}}",
  "mark.label": "Invändning {{n}}",
  "mark.label.many": "Invändningar {{numbers}}",
  "mark.tip": "Invändning {{n}}: {{objection}}",
  "deck.draft": "Utkast",
  "output.notes": "Anteckningar",
  "output.slides": "Bilder",
  "output.chartData": "Diagrammets siffror",
  "output.previous": "Föregående bild",
  "output.next": "Nästa bild",
  "output.all": "Alla bilder",
  "deck.subject": "Beslutsunderlag{{#if meeting}} inför {{meeting}}{{#if date}}, {{date}}{{/if}}{{/if}}",
};
