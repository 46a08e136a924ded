import type { SharedPhrases } from "../en/phrases.ts";

/**
 * French words that many slides share, and those of the file and of its outputs. Part of fr.ts. "One" follows the gender
 * of its noun, so phrases say it by themselves where a number may be one.
 */
export const SHARED_PHRASES: SharedPhrases = {
  none: "–",
  "cardinal.0": "zéro",
  "cardinal.1": "un",
  "cardinal.2": "deux",
  "cardinal.3": "trois",
  "cardinal.4": "quatre",
  "cardinal.5": "cinq",
  "cardinal.6": "six",
  "cardinal.7": "sept",
  "cardinal.8": "huit",
  "cardinal.9": "neuf",
  "cardinal.10": "dix",
  person: "{{name}}{{#if role}}, {{role}}{{/if}}",
  range: "fourchette {{range}}",
  "kind.actual": "réalisé",
  "kind.plan": "plan",
  "kind.forecast": "prévision",
  "kind.estimate": "estimation",
  "status.draft": "version provisoire",
  "status.final": "version définitive",
  "source.line":
    "{{name}}{{#if owner}} ({{owner}}){{/if}}{{#if file}}, {{file}}{{#if sheet}}, {{sheet}}{{/if}}{{#if saved}}, enregistré le {{saved}}{{/if}}{{/if}}{{#if asOf}}, au {{asOf}}{{/if}}",
  "source.foot": "{{plural n one='Source' other='Sources'}}\u00a0:",
  "source.many":
    "{{capital (plural n one='une' other=(cardinal n))}} {{plural n one='source, citée' other='sources, citées'}} dans les notes de cette diapositive.",
  "section.answer": "La réponse",
  "section.why": "Pourquoi",
  "section.evidence": "Éléments de preuve",
  "section.people": "Personnes",
  "section.proposal": "Proposition",
  "section.decision": "Décision",
  "section.appendix": "Annexe",
  "notes.sources": "Sources\u00a0: {{sources}}",
  "notes.from": "Tiré du fichier source\u00a0: {{paths}}",
  "mark.label": "Objection {{n}}",
  "mark.label.many": "Objections {{numbers}}",
  "mark.tip": "Objection {{n}}\u00a0: {{objection}}",
  "deck.draft": "Provisoire",
  "output.notes": "Notes",
  "output.slides": "Diapositives",
  "output.chartData": "Chiffres du graphique",
  "output.previous": "Diapositive précédente",
  "output.next": "Diapositive suivante",
  "output.all": "Toutes les diapositives",
  "deck.subject":
    "Dossier préparatoire{{#if meeting}}\u00a0: {{meeting}}{{#if date}}, {{date}}{{/if}}{{/if}}",
};
