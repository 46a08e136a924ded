import type { AppendixPhrases } from "../en/phrases.ts";

/** German phrases of the appendix. Part of de.ts. */
export const APPENDIX_PHRASES: AppendixPhrases = {
  "appendix.short": "Anhang",
  "appendix.kicker": "Anhang",
  "appendix.title":
    "Der Anhang beantwortet {{plural n one='einen' other=(cardinal n)}} {{plural n one='Einwand' other='Einwände'}} und zeigt, woher die Zahlen stammen",
  "appendix.title.plain": "Der Anhang zeigt, woher die Zahlen stammen",
  "appendix.say": "Was folgt, dient zum Nachschlagen.",
  "appendix.alt": "Verzeichnis mit {{n}} {{plural n one='Seite' other='Seiten'}}.",
  "appendix.head.what": "Teil",
  "appendix.head.title": "Aussage",
  "appendix.head.page": "Seite",
  "objections.short": "Einwände im Überblick",
  "objections.title":
    "{{capital (plural n one='ein' other=(cardinal n))}} {{plural n one='Einwand ist' other='Einwände sind'}} beantwortet{{#if open}}; {{plural open one='einer lässt' other=(cardinal open)}}{{plural open one='' other=' lassen'}} einen Zweifel, den wir benennen{{/if}}",
  "objections.say":
    "{{capital (plural n one='ein' other=(cardinal n))}} {{plural n one='Einwand mit Antwort' other='Einwände mit Antworten'}}.",
  "objections.alt":
    "Tabelle mit {{n}} {{plural n one='Einwand' other='Einwänden'}}: wer antwortet, verbleibender Zweifel und Seite.",
  "objections.others": "Im Anhang außerdem: ",
  "objections.head.objection": "Einwand",
  "objections.head.from": "Von",
  "objections.head.owner": "Antwort von",
  "objections.head.residual": "Restzweifel",
  "objections.head.page": "Seite",
  "objection.short": "Einwand {{n}}",
  "objection.kicker":
    "Einwand {{n}}{{#if name}} · vorgebracht von {{name}}{{#if role}}, {{role}}{{/if}}{{/if}}",
  "objection.concede": "Was daran stimmt",
  "objection.answer": "Unsere Antwort",
  "objection.said": "Der Einwand",
  "objection.evidence": "Belege",
  "objection.pair.kicker": "Einwände und unsere Antworten",
  "objection.pair.title":
    "Die Einwände {{list numbers}} sind beantwortet{{#if open}}; {{#if both}}beide lassen{{else}}Einwand {{list open}} lässt{{/if}} einen Zweifel, den wir benennen{{/if}}",
  "objection.pair.alt":
    "Tabelle der Einwände {{list numbers}}: Wortlaut, unsere Antworten und verbleibender Zweifel.",
  "objection.status": "Stand der Dinge",
  "objection.mind": "Was uns umstimmen würde",
  "objection.residual": "Verbleibender Zweifel: ",
  "objection.owner": "Antwort von {{name}}{{#if role}}, {{role}}{{/if}}",
  "objection.back": "Richtet sich gegen: ",
  "residual.low": "gering",
  "residual.medium": "mittel",
  "residual.high": "hoch",
  "methods.short": "Kennzahlen und Methodik",
  "methods.title":
    "{{#if n}}{{#if all}}{{capital (plural n one='eine' other=(cardinal n))}} {{plural n one='Kennzahl beruht' other='Kennzahlen beruhen'}} auf {{plural sources one='einer' other=(cardinal sources)}} {{plural sources one='Quelle' other='Quellen'}}{{else}}{{#if sourced}}{{capital (plural sourced one='eine' other=(cardinal sourced))}} der {{cardinal n}} Kennzahlen {{plural sourced one='nennt' other='nennen'}} ihre Quelle{{else}}{{capital (plural n one='eine' other=(cardinal n))}} {{plural n one='Kennzahl nennt' other='Kennzahlen nennen'}} keine Quelle{{/if}}{{/if}}{{else}}Die Vorlage nennt {{plural sources one='eine' other=(cardinal sources)}} {{plural sources one='Quelle' other='Quellen'}}{{/if}}{{#if computed}}; die berechneten Zahlen folgen aus den Werten{{/if}}",
  "methods.title.computed": "Die berechneten Zahlen folgen aus den Werten der Diagramme",
  "sources.short": "Quellen",
  "sources.title":
    "Die Zahlen stammen aus {{plural n one='einer' other=(cardinal n)}} {{plural n one='Quelle' other='Quellen'}}",
  "methods.say": "Woher die Zahlen stammen.",
  "methods.figures": "Kennzahlen",
  "methods.alt":
    "Tabelle mit {{n}} {{plural n one='Kennzahl' other='Kennzahlen'}}: Quelle, verantwortliche Person und Stand.",
  "methods.head.name": "Kennzahl",
  "methods.head.latest": "Aktuell",
  "methods.head.kind": "Art",
  "methods.head.source": "Quelle",
  "methods.head.owner": "Verantwortlich",
  "methods.head.asOf": "Stand",
  "methods.head.assumption": "Richtung, Annahme, Ziel",
  "methods.assumption": "{{unstopped assumption}}.",
  "methods.target": "Ziel {{target}}{{#if by}} ({{by}}){{/if}}; Quelle: {{source}}.",
  "methods.computed": "Berechnete Zahlen",
  "methods.computed.alt":
    "Tabelle mit {{n}} {{plural n one='berechneten Zahl' other='berechneten Zahlen'}} und Rechenweg.",
  "methods.computed.name": "{{capital what}}{{#if of}}: {{of}}{{/if}}",
  "methods.computed.head.name": "Zahl",
  "methods.computed.head.value": "Wert",
  "methods.computed.head.formula": "Rechenweg",
  "methods.sources": "Quellen",
  "methods.sources.alt":
    "Tabelle mit {{n}} {{plural n one='Quelle' other='Quellen'}}: wer sie führt und Datum.",
  "methods.sources.head.name": "Quelle",
  "methods.sources.head.owner": "Geführt von",
  "methods.sources.head.date": "Datum",
  "methods.sources.head.note": "Anmerkung",
  "glossary.short": "Glossar",
  "glossary.title":
    "{{capital (plural n one='ein' other=(cardinal n))}} {{plural n one='Begriff hat' other='Begriffe haben'}} in dieser Vorlage eine feste Bedeutung",
  "glossary.say": "Was die Begriffe bedeuten.",
  "glossary.alt":
    "Tabelle mit {{n}} {{plural n one='Begriff und seiner Bedeutung' other='Begriffen und ihren Bedeutungen'}}.",
  "glossary.head.term": "Begriff",
  "glossary.head.meaning": "Bedeutung",
  "changes.short": "Was sich geändert hat",
  "changes.title":
    "{{#if note}}{{head note}} Version {{version}} weicht von Version {{before}} ab{{else}}Version {{version}} weicht von Version {{before}} ab{{/if}}",
  "changes.title.first": "Version {{version}} vom {{date}} ist die erste, die versandt wurde",
  "changes.say": "Was sich seit der letzten Version geändert hat.",
  "changes.alt":
    "Tabelle mit {{n}} {{plural n one='Version' other='Versionen'}}: Datum, Änderung und Empfänger.",
  "changes.head.version": "Version",
  "changes.head.date": "Versandt",
  "changes.head.note": "Änderung",
  "changes.head.sentTo": "Verteiler",
};
