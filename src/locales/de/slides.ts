import type { SlidePhrases } from "../en/phrases.ts";

/**
 * Phrases that the slides say by themselves, from the cover to the decision. Part of de.ts. Names and figures come in
 * the nominative ("11 Tage"), so that no preposition may ask for another case of them; amounts of money have one form.
 */
export const SLIDE_PHRASES: SlidePhrases = {
  // Titelfolie und Antwort.
  "cover.say": "„{{title}}“ wird vor der Sitzung gelesen.",
  "cover.decides": "Entscheidet",
  "cover.meeting": "Sitzung",
  "cover.meeting.value":
    "{{name}}, {{date}}{{#if time}}, {{time}}{{#if timezone}} ({{timezone}}){{/if}}{{/if}}{{#if minutes}}, {{minutes}} {{plural minutes one='Minute' other='Minuten'}}{{/if}}{{#if place}}, {{place}}{{/if}}",
  "cover.by": "Entscheidung bis",
  "cover.reading": "Lesezeit",
  "cover.reading.value": "{{minutes}} {{plural minutes one='Minute' other='Minuten'}} ohne Anhang",
  "cover.version": "Version",
  "cover.version.value": "{{#if version}}{{version}}, {{/if}}{{status}}{{#if date}}, {{date}}{{/if}}",
  "cover.confidentiality": "Vertraulichkeit",
  "cover.contact": "Fragen an",
  "ask.amount": "Betrag",
  "ask.amount.none": "Es wird kein Geld beantragt",
  "ask.pays.all": "Alle Kosten, {{from}}{{#if to}} bis {{to}}{{/if}}",
  "ask.pays.named": "{{what}}, {{from}}{{#if to}} bis {{to}}{{/if}}",
  "ask.pays.some":
    "{{capital (plural n one='eine' other=(cardinal n))}} der {{cardinal m}} Kostenpositionen, {{from}}{{#if to}} bis {{to}}{{/if}}",
  "ask.approver": "Entscheidet",
  "ask.owner": "Verantwortet das Ergebnis",
  "ask.by": "Entscheidung bis",
  "ask.start": "Beginn der Umsetzung",
  "ask.terms": "Bedingungen",
  "answer.short": "Die Antwort",
  "answer.kicker": "Die Antwort auf einer Seite",
  "answer.say": "Wer nur diese Seite liest, kann entscheiden.",
  "compared.these": "Diese {{n}}",
  "compared.rest": "Die übrigen {{n}}",
  "compared.target": "Ziel{{#if by}} {{by}}{{/if}}",
  "compared.alt": "{{name}}: {{list parts}}.",
  "compared.range": "{{name}}: {{value}}, Bandbreite {{range}}.",
  "answer.costs": "Was es kostet",
  "answer.costs.value":
    "{{cost}}{{#if to}}, {{from}} bis {{to}}{{else}}{{#if from}}, {{from}}{{/if}}{{/if}}.",
  "answer.returns": "Was es bringt",
  "answer.returns.value":
    "{{benefit}}: Kapitalwert {{npv}}{{#if payback}}, Amortisationsdauer {{payback}}{{/if}}.",
  "answer.fails": "Wann es sich nicht rechnet",
  "answer.fails.value": "Unter {{share}} des Nutzens.",
  "answer.risk": "Größtes Risiko",
  "answer.risk.tied": "Eines der größten Risiken",
  "answer.risk.value": "{{unstopped risk}}.",

  // Warum und Ziele.
  "why.short": "Warum",
  "why.kicker": "Warum",
  "why.situation": "Ausgangslage",
  "why.complication": "Was sich geändert hat",
  "why.now": "Warum jetzt",
  "why.opportunity": "Was es ermöglicht",
  "goals.short": "Bezug zu den Zielen",
  "goals.kicker": "Bezug zu den Unternehmenszielen",
  "goals.title":
    "{{head first}} {{#if many}}{{#if tied}}eines{{else}}das erste{{/if}} von {{cardinal n}} {{#if company}}Unternehmenszielen{{else}}Zielen{{/if}}, denen der Vorschlag dient{{else}}das {{#if company}}Unternehmensziel{{else}}Ziel{{/if}}, dem der Vorschlag dient{{/if}}",
  "goals.title.short":
    "Der Vorschlag dient {{#if many}}{{cardinal n}}{{else}}einem{{/if}} {{#if company}}{{plural n one='Unternehmensziel' other='Unternehmenszielen'}}{{else}}{{plural n one='Ziel' other='Zielen'}}{{/if}}",
  "goals.say":
    "{{#if many}}Von {{cardinal n}} Zielen steht „{{first}}“ an erster Stelle.{{else}}Das Ziel, dem der Vorschlag dient, ist „{{first}}“.{{/if}}",
  "goals.alt":
    "Tabelle mit {{n}} {{plural n one='Ziel' other='Zielen'}}: aktueller Wert, Zielwert, Abstand, Beitrag und Bereiche.",
  "goals.head.goal": "Ziel",
  "goals.head.now": "Heute",
  "goals.head.target": "Zielwert",
  "goals.head.gap": "Abstand",
  "goals.way":
    "{{#if back}}weiter entfernt als anfangs ({{first}}){{else}}{{#if reached}}Ziel erreicht, anfangs {{first}}{{else}}{{share}} des Weges, anfangs {{first}}{{/if}}{{/if}}",
  "goals.head.contribution": "Was dies beiträgt",
  "goals.head.teams": "Beteiligte Bereiche",
  "goals.level": "{{capital level}}{{#if period}}, {{period}}{{/if}}{{#if owner}}, {{owner}}{{/if}}",
  "level.company": "Unternehmensziel",
  "level.division": "Bereichsziel",
  "level.team": "Teamziel",
  "strength.primary": "Hauptbeitrag",
  "strength.supporting": "Unterstützt",
  "strength.enabling": "Ermöglicht",

  // Stand, Gründe, Belege.
  "standing.short": "Wo wir stehen",
  "standing.kicker": "Wo wir stehen",
  "standing.title.missed":
    "{{name}} aktuell {{latest}}, {{gap}} vom Zielwert ({{target}}) entfernt: {{#if all}}{{#if single}}Das Ziel ist noch nicht erreicht{{else}}Keines der {{#if pair}}beiden{{else}}{{cardinal n}}{{/if}} Ziele ist bisher erreicht{{/if}}{{else}}{{capital (plural missed one='eines' other=(cardinal missed))}} von {{cardinal n}} Zielen {{plural missed one='ist' other='sind'}} noch nicht erreicht{{/if}}",
  "standing.title.met":
    "{{name}} aktuell {{latest}}, Zielwert {{target}}: {{#if single}}Das Ziel ist erreicht{{else}}{{#if pair}}Beide{{else}}Alle {{cardinal n}}{{/if}} Ziele sind erreicht{{/if}}",
  "standing.title.plain": "{{name}}: Der jüngste Wert ist {{latest}}",
  "standing.title.short":
    "{{capital (plural n one='eine' other=(cardinal n))}} {{plural n one='Kennzahl zeigt' other='Kennzahlen zeigen'}}, wo wir stehen",
  "standing.say":
    "{{capital (plural n one='eine' other=(cardinal n))}} {{plural n one='Kennzahl' other='Kennzahlen'}} mit den jüngsten Werten.",
  "standing.change": "{{arrow}} {{change}} seit {{since}}",
  "standing.gap": "Ziel {{target}}{{#if by}} ({{by}}){{/if}}",
  "standing.asOf": "Stand {{date}}",
  "better.lower": "Niedriger ist besser.",
  "better.higher": "Höher ist besser.",
  "standing.spark": "{{name}}: anfangs {{first}}, zuletzt {{last}}.",
  "reason.short": "Grund {{n}}",
  "reason.kicker": "Grund {{n}} von {{of}}",
  "page.short": "Weitere Seite {{n}}",
  "page.table": "Tabelle mit {{n}} {{plural n one='Zeile' other='Zeilen'}}: {{list columns}}.",
  "evidence.short": "Beleg {{n}}",
  "evidence.kicker": "Belege",
  "evidence.means": "Was das bedeutet",
  "picture.shows": "Was zu sehen ist",
  "evidence.serves": "Ziel, dem dies dient",
  "evidence.owner": "Verantwortet die Zahl",
  "meaning.gap":
    "{{name}}{{#if period}} ({{period}}){{/if}}: **{{latest}}**, {{#if good}}{{gap}} besser als der Zielwert{{else}}{{gap}} vom Zielwert entfernt{{/if}} ({{#if by}}{{by}}: {{/if}}{{target}}).",
  "meaning.latest": "{{name}}{{#if period}} ({{period}}){{/if}}: **{{latest}}**.",
  "meaning.ahead":
    "{{kind}} für {{period}}: **{{value}}**{{#if low}}, Bandbreite {{low}} bis {{high}}{{/if}}.",
  "meaning.assumption": "Annahme: {{unstopped assumption}}.",
  "meaning.highlighted": "{{list names}} machen zusammen **{{sum}}** aus.",
  "meaning.step": "Der größte Schritt ist {{label}}: **{{value}}**.",
  "meaning.pair":
    "„{{first}}“ liegt {{#if one}}bei „{{label}}“{{else}}{{#if both}}in beiden Fällen{{else}}{{#if all}}in allen {{cardinal n}} Fällen{{else}}in {{plural same one='einem' other=(cardinal same)}} von {{cardinal n}} Fällen{{/if}}{{/if}}{{/if}} {{#if below}}unter{{else}}über{{/if}} „{{second}}“{{#if one}}, und zwar um **{{gap}}**{{/if}}{{#if most}}, am deutlichsten bei „{{label}}“: um **{{gap}}**{{/if}}{{#if only}}, nämlich bei „{{label}}“: um **{{gap}}**{{/if}}.",

  // Beteiligte.
  "voices.short": "Stimmen",
  "voices.kicker": "Im Wortlaut",
  "voices.title.one":
    "{{#if supports}}Die zitierte Stimme unterstützt den Vorschlag{{else}}{{#if doubts}}Die zitierte Stimme hat Zweifel{{else}}Eine Person kommt im Wortlaut zu Wort{{/if}}{{/if}}",
  "voices.title.same":
    "{{#if pair}}Beide{{else}}Alle {{cardinal n}}{{/if}} Zitierten {{#if supports}}unterstützen den Vorschlag{{else}}haben Zweifel{{/if}}",
  "voices.title.none": "{{capital (cardinal n)}} Personen kommen im Wortlaut zu Wort",
  "voices.title.mixed": "{{capital (cardinal n)}} Personen werden zitiert; {{list parts}}",
  "voices.part.supports":
    "{{plural n one='eine unterstützt' other=(cardinal n)}}{{plural n one='' other=' unterstützen'}} den Vorschlag",
  "voices.part.doubts":
    "{{plural n one='eine hat' other=(cardinal n)}}{{plural n one='' other=' haben'}} Zweifel",
  "voices.part.neutral":
    "{{plural n one='eine bezieht' other=(cardinal n)}}{{plural n one='' other=' beziehen'}} keine Stellung",
  "voices.say":
    "{{capital (plural n one='ein' other=(cardinal n))}} {{plural n one='Zitat' other='Zitate'}}, mit Zustimmung wiedergegeben.",
  "voices.other": "Zum Vorschlag insgesamt",
  "voices.doubt": "Wer das sagt, hat Zweifel.",
  "voices.legend": "Farbiger Rand: ein Zweifel. ",
  "voices.source": "Gespräche, {{first}}{{#if last}} bis {{last}}{{/if}}",
  "chart.see": "gezeichnet in: ",
  "quote.see": "{{#if name}}{{name}}, zitiert in:{{else}}Zitiert in:{{/if}} ",
  "quote.by.named": "{{name}}{{#if role}}, {{role}}{{/if}}{{#if date}}, {{date}}{{/if}}",
  "quote.by.role": "{{capital role}}{{#if date}}, {{date}}{{/if}}",
  "quote.by.colleague": "Aus dem Kollegenkreis{{#if date}}, {{date}}{{/if}}",
  "quote.by.outsider": "Von außerhalb der Organisation{{#if date}}, {{date}}{{/if}}",
  "quote.by.someone": "Aus einem Gespräch{{#if date}}, {{date}}{{/if}}",
  "people.short": "Mit wem wir gesprochen haben",
  "people.kicker": "Mit wem wir gesprochen haben",
  "people.title":
    "{{#if allMet}}Wir haben mit {{#if pair}}beiden{{else}}{{#if single}}der{{else}}allen {{cardinal n}}{{/if}}{{/if}} hier {{#if single}}genannten Person{{else}}genannten Personen{{/if}} gesprochen{{else}}{{#if met}}Wir haben mit {{plural met one='einer' other=(cardinal met)}} der {{cardinal n}} hier genannten Personen gesprochen{{else}}{{#if single}}Mit der hier genannten Person haben wir noch nicht gesprochen{{else}}Mit keiner der {{cardinal n}} hier genannten Personen haben wir bisher gesprochen{{/if}}{{/if}}{{/if}}{{#if behind}}; {{plural behind one='eine steht' other=(cardinal behind)}}{{plural behind one='' other=' stehen'}} hinter dem Vorschlag{{/if}}{{#if nobody}}; noch steht niemand hinter dem Vorschlag{{/if}}",
  "people.say": "{{#if approver}}Die Entscheidung trifft {{approver}}.{{else}}Wer wann gehört wurde.{{/if}}",
  "people.alt": "Tabelle mit {{n}} {{plural n one='Person' other='Personen'}}: Rolle und Tag des Gesprächs.",
  "people.map": "Karte der Beteiligten",
  "people.map.alt":
    "Karte mit {{n}} {{plural n one='Person' other='Personen'}} nach Einfluss und Haltung: {{places}}.",
  "people.map.place": "{{name}} (Einfluss {{influence}} von 5, Haltung: {{stance}})",
  "people.head.influence": "Einfluss, 1 bis 5",
  "people.stance": "Haltung",
  "people.influence": "Einfluss",
  "people.legend": "Mit Ring: entscheidet. ",
  "people.see": "siehe Seite ",
  "people.notMet": "noch nicht",
  "people.head.who": "Wer",
  "people.head.part": "Rolle",
  "people.head.met": "Gespräch",
  "people.head.concern": "Bedenken",
  "people.head.answered": "Antwort auf Seite",
  "part.approver": "entscheidet",
  "part.driver": "treibt voran",
  "part.contributor": "wirkt mit",
  "part.gatekeeper": "gibt frei",
  "part.informed": "wird informiert",
  "stance.opponent": "Dagegen",
  "stance.sceptic": "Skeptisch",
  "stance.neutral": "Neutral",
  "stance.supporter": "Dafür",
  "stance.champion": "Setzt sich ein",

  // Optionen, Investition, Zeitplan, Risiken.
  "options.short": "Optionen",
  "options.kicker": "Optionen",
  "options.title":
    "{{#if why}}{{head why}} Von {{cardinal n}} Optionen empfehlen wir „{{name}}“{{else}}Von {{cardinal n}} Optionen empfehlen wir „{{name}}“{{/if}}",
  "options.title.short": "Eine von {{cardinal n}} Optionen wird empfohlen",
  "options.title.open": "{{capital (cardinal n)}} Optionen stehen zur Wahl",
  "options.say": "{{capital (cardinal n)}} Optionen, Zeile für Zeile verglichen.",
  "options.alt":
    "Tabelle, die {{n}} {{plural n one='Option' other='Optionen'}} nach denselben Kriterien vergleicht.",
  "options.criterion": "Kriterium",
  "options.recommended": " · empfohlen",
  "options.cost": "Kosten",
  "options.benefit": "Nutzen",
  "options.time": "Wann",
  "options.risk": "Größtes Risiko",
  "options.why": "Warum, warum nicht",
  "investment.short": "Investition und Ertrag",
  "investment.kicker": "Investition und Ertrag",
  "investment.title.back":
    "Kosten von {{cost}} bringen{{#if period}} im Betrachtungszeitraum{{/if}} einen Nutzen von {{benefit}}; bis Ende {{breakEven}} haben sie sich amortisiert",
  "investment.title.never":
    "Kosten von {{cost}} bringen{{#if period}} im Betrachtungszeitraum{{/if}} einen Nutzen von {{benefit}}; sie amortisieren sich{{#if period}} darin{{/if}} nicht",
  "investment.title.short":
    "Kosten von {{cost}} bringen{{#if period}} im Betrachtungszeitraum{{/if}} einen Nutzen von {{benefit}}; die Kosten überwiegen",
  "investment.title.ahead":
    "Kosten von {{cost}} bringen{{#if period}} im Betrachtungszeitraum{{/if}} einen Nutzen von {{benefit}}; er überwiegt von der ersten Periode an",
  "investment.title.nothing":
    "Kosten von {{cost}} bringen{{#if period}} im Betrachtungszeitraum{{/if}} einen Nutzen von {{benefit}}; sie übersteigen nie den bis dahin erzielten Nutzen",
  "investment.say": "Der Kapitalwert beträgt {{npv}}.",
  "investment.sensitivity": "Wovon der Kapitalwert abhängt",
  "investment.scenarios": "Szenarien",
  "investment.scenario.changes": "Was sich ändert",
  "investment.scenarios.title.one": "{{head name}} Der Kapitalwert beträgt {{lowest}}",
  "investment.scenarios.title.all":
    "In jedem Szenario liegt der Kapitalwert über null; der niedrigste beträgt {{lowest}}",
  "investment.scenarios.title.some":
    "In {{plural above one='einem' other=(cardinal above)}} von {{cardinal n}} Szenarien liegt der Kapitalwert über null; der niedrigste beträgt {{lowest}}",
  "investment.scenarios.title.none":
    "In keinem Szenario liegt der Kapitalwert über null; der niedrigste beträgt {{lowest}}",
  "investment.scenarios.say": "Im Basisfall beträgt der Kapitalwert {{npv}}.",
  "investment.scenario": "Szenario",
  "investment.scenario.base": "Basisfall",
  "investment.scenario.irr": "Interner Zinsfuß",
  "investment.scenario.never": "nicht bis Ende {{to}}",
  "investment.scenarios.alt":
    "Tabelle mit Basisfall und {{n}} {{plural n one='Szenario' other='Szenarien'}}: Kapitalwert, Amortisationsdauer, interner Zinsfuß.",
  "investment.alt":
    "Tabelle mit Kosten, Nutzen, Netto und kumuliertem Netto in {{n}} {{plural n one='Periode' other='Perioden'}}.",
  "investment.head": "{{unit}}",
  "investment.total": "Summe",
  "investment.totalCost": "Kosten",
  "investment.totalBenefit": "Nutzen",
  "investment.net": "Netto",
  "investment.cumulated": "Netto, kumuliert",
  "investment.cumulated.back": "Bis Ende {{breakEven}} haben sich die Kosten amortisiert",
  "investment.cumulated.never": "Die Kosten amortisieren sich nicht",
  "investment.cumulated.short": "Die Kosten überwiegen den Nutzen",
  "investment.cumulated.ahead": "Der Nutzen überwiegt von der ersten Periode an",
  "investment.cumulated.nothing": "Die Kosten übersteigen nie den bis dahin erzielten Nutzen",
  "investment.npv": "Kapitalwert",
  "investment.payback": "Amortisationsdauer",
  "investment.irr": "Interner Zinsfuß, jährlich",
  "investment.roi": "Nettonutzen zu Kosten",
  "investment.noReturn": "Ein Ertrag ist nicht berechnet.",
  "investment.foot":
    "Abgezinst mit {{rate}} im Jahr, jede Periode zu ihrem Ende.{{#if rounded}} Gerundete Teile können von der Summe abweichen.{{/if}}{{#if noRate}} Kein interner Zinsfuß: {{noRate}}.{{/if}}{{#if assumption}} Annahme: {{unstopped assumption}}.{{/if}}{{#if owner}} Verantwortlich: {{owner}}.{{/if}} ",
  "investment.periods.see": "Alle Perioden: Seite ",
  "investment.periods.short": "Investition nach Perioden",
  "investment.periods.title": "Kosten und Nutzen aller {{n}} Perioden ergeben zusammen netto {{net}}",
  "plan.short": "Zeitplan",
  "plan.kicker": "Zeitplan",
  "plan.title":
    "{{#if day}}Die Umsetzung ist für den {{start}} geplant{{else}}Die Umsetzung läuft vom {{start}} bis zum {{end}}{{/if}}{{#if gate}}; am {{gateDate}} wird {{#if gates}}erstmals {{/if}}über die Fortsetzung entschieden{{/if}}",
  "plan.say":
    "{{#if n}}{{capital (plural n one='eine' other=(cardinal n))}} {{plural n one='Phase' other='Phasen'}}{{else}}{{capital (plural milestones one='ein' other=(cardinal milestones))}} {{plural milestones one='Meilenstein' other='Meilensteine'}}{{/if}} auf einer Zeitachse.",
  "plan.legend": "Raute: Meilenstein; in Akzentfarbe gefüllt: Entscheidung über die Fortsetzung. ",
  "next.short": "Nächste Schritte",
  "next.title":
    "{{#if all}}{{plural n one='Der nächste Schritt hat' other='Die nächsten '}}{{plural n one='' other=(cardinal n)}}{{plural n one='' other=' Schritte haben'}} Zuständigkeit und Termin{{else}}{{#if ready}}{{capital (plural ready one='einer' other=(cardinal ready))}} der nächsten {{cardinal n}} Schritte {{plural ready one='hat' other='haben'}} Zuständigkeit und Termin{{else}}{{plural n one='Ein Schritt folgt' other='Es folgen '}}{{plural n one='' other=(cardinal n)}}{{plural n one='' other=' Schritte'}}{{/if}}{{/if}}{{#if first}}, {{#if all}}{{plural n one='und zwar den' other='der erste den'}}{{else}}der erste Termin ist der{{/if}} {{first}}{{/if}}",
  "next.title.cadence": "Die Ergebnisse werden {{list rhythms}} vorgelegt",
  "next.say":
    "{{#if all}}Jeder Schritt hat Zuständigkeit und Termin.{{else}}Was als Nächstes zu tun ist.{{/if}}",
  "next.steps": "Nächste Schritte",
  "next.cadence": "Wo Ergebnisse vorgelegt werden",
  "next.alt":
    "Tabelle mit {{n}} {{plural n one='nächsten Schritt' other='nächsten Schritten'}}, Zuständigkeit und Termin.",
  "next.cadence.alt":
    "Tabelle mit {{n}} {{plural n one='regelmäßigen Runde' other='regelmäßigen Runden'}}, Rhythmus und Teilnehmenden.",
  "next.head.what": "Was",
  "next.head.owner": "Verantwortlich",
  "next.head.by": "Bis",
  "cadence.head.what": "Was",
  "cadence.head.every": "Wie oft",
  "cadence.head.who": "Wer",
  "every.day": "täglich",
  "every.week": "wöchentlich",
  "every.two weeks": "alle zwei Wochen",
  "every.month": "monatlich",
  "every.quarter": "vierteljährlich",
  "every.year": "jährlich",
  "risks.short": "Risiken",
  "risks.kicker": "Risiken",
  "risks.title":
    "{{head first}} {{#if single}}das eine Risiko, das wir benennen{{else}}{{#if even}}eines von {{cardinal n}} gleich großen Risiken{{else}}{{#if tied}}eines der {{cardinal tied}} größten von {{cardinal n}} Risiken{{else}}das größte von {{cardinal n}} Risiken{{/if}}{{/if}}{{/if}}{{#if watched}}{{#if single}}, mit{{else}}, jedes mit{{/if}} Zuständigkeit und Warnzeichen{{/if}}",
  "risks.title.short":
    "{{#if single}}Ein Risiko ist benannt{{else}}{{capital (cardinal n)}} Risiken sind benannt{{#if even}}{{else}}, das größte zuerst{{/if}}{{/if}}",
  "risks.say":
    "{{capital (plural n one='ein' other=(cardinal n))}} {{plural n one='Risiko' other='Risiken, das größte zuerst'}}.",
  "risks.legend": "Stufe: Wahrscheinlichkeit × Auswirkung, jeweils von 1 bis 5; ab 12 hoch, ab 6 mittel. ",
  "risks.matrix": "Risikomatrix",
  "risks.matrix.alt":
    "Matrix mit {{n}} {{plural n one='Risiko' other='Risiken'}} nach Wahrscheinlichkeit und Auswirkung: {{places}}.",
  "risks.matrix.place": "{{no}} (Wahrscheinlichkeit {{likelihood}} von 5, Auswirkung {{impact}} von 5)",
  "risks.head.likelihood": "Wahrscheinlichkeit, 1 bis 5",
  "risks.head.impact": "Auswirkung, 1 bis 5",
  "risks.head.level": "Stufe",
  "risks.level": "{{likelihood}} × {{impact}} = {{product}}\n{{level}}",
  "risks.level.high": "hoch",
  "risks.level.medium": "mittel",
  "risks.level.low": "gering",
  "risks.likelihood": "Wahrscheinlichkeit",
  "risks.impact": "Auswirkung",
  "risks.alt":
    "Tabelle mit {{n}} {{plural n one='Risiko' other='Risiken'}}: {{#if follows}}Folge, {{/if}}Gegenmaßnahme, Warnzeichen und Zuständigkeit.",
  "risks.head.no": "Nr.",
  "risks.head.risk": "Risiko",
  "risks.head.mitigation": "Was wir dagegen tun",
  "risks.head.then": "Wenn es eintritt",
  "risks.head.trigger": "Woran man es erkennt",
  "risks.head.owner": "Verantwortlich",

  // Erfolge und Entscheidung.
  "wins.short": "Bisher erreicht",
  "wins.kicker": "Bisher erreicht",
  "wins.title":
    "{{capital (plural n one='ein' other=(cardinal n))}} {{plural n one='Ergebnis liegt' other='Ergebnisse liegen'}} bereits vor{{#if thanked}}; Dank an: {{list thanks}}{{/if}}",
  "wins.thanks": "Dank an: {{who}}",
  "decision.short": "Die Entscheidung",
  "decision.kicker": "Die Entscheidung",
  "decision.title.decide":
    "Wir bitten {{#if approver}}{{approver}} {{/if}}um eine Entscheidung{{#if by}} bis zum {{by}}{{/if}}",
  "decision.title.discuss":
    "Wir bitten um Aussprache{{#if meeting}} ({{meeting}}){{/if}}{{#if by}} und um Antwort bis zum {{by}}{{/if}}",
  "decision.title.inform": "Eine Entscheidung ist nicht nötig; so geht es weiter",
  "decision.yes": "Nach einem Ja",
  "decision.no": "Nach einem Nein",
  "decision.minds": "Was uns umstimmen würde",
  "decision.waiting": "Was Warten kostet",
  "decision.step":
    "{{unstopped what}}{{#if owner}} ({{owner}}{{#if by}}, bis {{by}}{{/if}}){{else}}{{#if by}} (bis {{by}}){{/if}}{{/if}}",
  "decision.how.label": "Antwort vor der Sitzung",
  "decision.how":
    "Ein Ja, ein Nein oder eine Frage{{#if name}} geht an {{name}}{{#if role}}, {{role}}{{/if}}{{/if}}{{#if mail}}:{{else}}.{{/if}}",
  "decision.how.meeting": "Ein Ja, ein Nein oder eine Frage ist schon vor der Sitzung willkommen.",
};
