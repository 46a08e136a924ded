import type { AppendixPhrases } from "../en/phrases.ts";

/** French phrases of the appendix. Part of fr.ts. */
export const APPENDIX_PHRASES: AppendixPhrases = {
  "appendix.short": "Annexe",
  "appendix.kicker": "Annexe",
  "appendix.title":
    "L’annexe répond à {{plural n one='une' other=(cardinal n)}} {{plural n one='objection' other='objections'}} et montre d’où viennent les chiffres",
  "appendix.title.plain": "L’annexe montre d’où viennent les chiffres",
  "appendix.say": "La suite sert à vérifier un point précis.",
  "appendix.alt": "Sommaire de {{n}} {{plural n one='page' other='pages'}}.",
  "appendix.head.what": "Partie",
  "appendix.head.title": "Ce qu’elle dit",
  "appendix.head.page": "Page",
  "objections.short": "Les objections en bref",
  "objections.title":
    "{{capital (plural n one='une' other=(cardinal n))}} {{plural n one='objection a' other='objections ont'}} une réponse{{#if open}}\u202f; {{plural open one='une laisse' other=(cardinal open)}}{{plural open one='' other=' laissent'}} un doute que nous nommons{{/if}}",
  "objections.say":
    "{{capital (plural n one='une' other=(cardinal n))}} {{plural n one='objection et sa réponse' other='objections et leurs réponses'}}.",
  "objections.alt":
    "Tableau de {{n}} {{plural n one='objection' other='objections'}}\u00a0: qui répond, doute restant et page.",
  "objections.others": "Également dans cette annexe\u00a0: ",
  "objections.head.objection": "Objection",
  "objections.head.from": "Émise par",
  "objections.head.owner": "Réponse de",
  "objections.head.residual": "Doute restant",
  "objections.head.page": "Page",
  "objection.short": "Objection {{n}}",
  "objection.kicker": "Objection {{n}}{{#if name}} · émise par {{name}}{{#if role}}, {{role}}{{/if}}{{/if}}",
  "objection.concede": "Ce qu’elle a de juste",
  "objection.answer": "Notre réponse",
  "objection.said": "L’objection",
  "objection.evidence": "Ce qui le montre",
  "objection.pair.kicker": "Les objections et nos réponses",
  "objection.pair.title":
    "Les objections {{list numbers}} ont une réponse{{#if open}}\u202f; {{#if both}}toutes deux laissent{{else}}l’objection {{list open}} laisse{{/if}} un doute que nous nommons{{/if}}",
  "objection.pair.alt":
    "Tableau des objections {{list numbers}}\u00a0: ce qui est dit, nos réponses et le doute restant.",
  "objection.status": "Où en est la question",
  "objection.mind": "Ce qui nous ferait changer d’avis",
  "objection.residual": "Doute restant\u00a0: ",
  "objection.owner": "Réponse de {{name}}{{#if role}}, {{role}}{{/if}}",
  "objection.back": "Porte sur\u00a0: ",
  "residual.low": "faible",
  "residual.medium": "moyen",
  "residual.high": "fort",
  "methods.short": "Indicateurs et méthode",
  "methods.title":
    "{{#if n}}{{#if all}}{{capital (cardinal n)}} {{plural n one='indicateur repose' other='indicateurs reposent'}} sur {{plural sources one='une' other=(cardinal sources)}} {{plural sources one='source' other='sources'}}{{else}}{{#if sourced}}{{capital (cardinal sourced)}} des {{cardinal n}} indicateurs {{plural sourced one='cite sa' other='citent leur'}} source{{else}}{{capital (cardinal n)}} {{plural n one='indicateur ne cite' other='indicateurs ne citent'}} aucune source{{/if}}{{/if}}{{else}}Le dossier cite {{plural sources one='une' other=(cardinal sources)}} {{plural sources one='source' other='sources'}}{{/if}}{{#if computed}}\u202f; les chiffres calculés découlent des valeurs{{/if}}",
  "methods.title.computed": "Les chiffres calculés découlent des valeurs des graphiques",
  "sources.short": "Sources",
  "sources.title":
    "Les chiffres viennent {{plural n one='d’une seule' other='de '}}{{plural n one='' other=(cardinal n)}} {{plural n one='source' other='sources'}}",
  "methods.say": "D’où viennent les chiffres.",
  "methods.figures": "Indicateurs",
  "methods.alt":
    "Tableau de {{n}} {{plural n one='indicateur' other='indicateurs'}}\u00a0: source, responsable et date.",
  "methods.head.name": "Indicateur",
  "methods.head.latest": "Dernière valeur",
  "methods.head.kind": "Nature",
  "methods.head.source": "Source",
  "methods.head.owner": "Responsable",
  "methods.head.asOf": "Au",
  "methods.head.assumption": "Sens, hypothèse, cible",
  "methods.assumption": "{{unstopped assumption}}.",
  "methods.target": "Cible {{target}}{{#if by}} ({{by}}){{/if}}\u202f; source\u00a0: {{source}}.",
  "methods.computed": "Chiffres calculés",
  "methods.computed.alt":
    "Tableau de {{n}} {{plural n one='chiffre calculé et sa formule' other='chiffres calculés et leurs formules'}}.",
  "methods.computed.name": "{{capital what}}{{#if of}}\u00a0: {{of}}{{/if}}",
  "methods.computed.head.name": "Chiffre",
  "methods.computed.head.value": "Valeur",
  "methods.computed.head.formula": "Mode de calcul",
  "methods.sources": "Sources",
  "methods.sources.alt":
    "Tableau de {{n}} {{plural n one='source' other='sources'}}\u00a0: qui les tient et date.",
  "methods.sources.head.name": "Source",
  "methods.sources.head.owner": "Tenue par",
  "methods.sources.head.date": "Date",
  "methods.sources.head.note": "Remarque",
  "glossary.short": "Glossaire",
  "glossary.title":
    "{{capital (cardinal n)}} {{plural n one='terme a' other='termes ont'}} un sens précis dans ce dossier",
  "glossary.say": "Ce que les termes veulent dire.",
  "glossary.alt": "Tableau de {{n}} {{plural n one='terme et son sens' other='termes et leurs sens'}}.",
  "glossary.head.term": "Terme",
  "glossary.head.meaning": "Sens",
  "changes.short": "Ce qui a changé",
  "changes.title":
    "{{#if note}}{{head note}} la version {{version}} diffère de la version {{before}}{{else}}La version {{version}} diffère de la version {{before}}{{/if}}",
  "changes.title.first": "La version {{version}} du {{date}} est la première envoyée",
  "changes.say": "Ce qui a changé depuis la version précédente.",
  "changes.alt":
    "Tableau de {{n}} {{plural n one='version' other='versions'}}\u00a0: date, changement et destinataires.",
  "changes.head.version": "Version",
  "changes.head.date": "Envoyée le",
  "changes.head.note": "Changement",
  "changes.head.sentTo": "Destinataires",
};
