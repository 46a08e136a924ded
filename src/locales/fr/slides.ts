import type { SlidePhrases } from "../en/phrases.ts";

/**
 * French phrases of the slides from the cover to the decision. Part of fr.ts. Names that are filled in tell neither
 * their gender nor whether they begin with a vowel, so no article, participle or elision depends on one.
 */
export const SLIDE_PHRASES: SlidePhrases = {
  // Couverture et réponse.
  "cover.say": "«\u00a0{{title}}\u00a0» se lit avant la réunion.",
  "cover.decides": "Décide",
  "cover.meeting": "Réunion",
  "cover.meeting.value":
    "{{name}}, {{date}}{{#if time}}, {{time}}{{#if timezone}} ({{timezone}}){{/if}}{{/if}}{{#if minutes}}, {{minutes}} {{plural minutes one='minute' other='minutes'}}{{/if}}{{#if place}}, {{place}}{{/if}}",
  "cover.by": "Décision attendue le",
  "cover.reading": "Temps de lecture",
  "cover.reading.value": "{{minutes}} {{plural minutes one='minute' other='minutes'}}, hors annexe",
  "cover.version": "Version",
  "cover.version.value": "{{#if version}}{{version}}, {{/if}}{{status}}{{#if date}}, {{date}}{{/if}}",
  "cover.confidentiality": "Confidentialité",
  "cover.contact": "Questions à",
  "ask.amount": "Montant",
  "ask.amount.none": "Aucun financement n’est demandé",
  "ask.pays.all": "Tous les coûts, {{from}}{{#if to}} à {{to}}{{/if}}",
  "ask.pays.named": "{{what}}, {{from}}{{#if to}} à {{to}}{{/if}}",
  "ask.pays.some":
    "{{capital (cardinal n)}} des {{cardinal m}} postes de coût, {{from}}{{#if to}} à {{to}}{{/if}}",
  "ask.approver": "Décide",
  "ask.owner": "Répond du résultat",
  "ask.by": "Décision attendue le",
  "ask.start": "Début des travaux",
  "ask.terms": "Conditions",
  "answer.short": "La réponse",
  "answer.kicker": "La réponse en une page",
  "answer.say": "Qui ne lit que cette page peut décider.",
  "compared.these": "Ces {{n}}",
  "compared.rest": "Les {{n}} autres",
  "compared.target": "Cible{{#if by}} {{by}}{{/if}}",
  "compared.alt": "{{name}}\u00a0: {{list parts}}.",
  "compared.range": "{{name}}\u00a0: {{value}}, fourchette {{range}}.",
  "answer.costs": "Ce que cela coûte",
  "answer.costs.value": "{{cost}}{{#if to}}, {{from}} à {{to}}{{else}}{{#if from}}, {{from}}{{/if}}{{/if}}.",
  "answer.returns": "Ce que cela rapporte",
  "answer.returns.value":
    "{{benefit}}\u00a0: valeur actuelle nette {{npv}}{{#if payback}}, délai de récupération {{payback}}{{/if}}.",
  "answer.fails": "Quand cela échoue",
  "answer.fails.value": "Sous {{share}} du bénéfice.",
  "answer.risk": "Risque principal",
  "answer.risk.tied": "L’un des plus grands risques",
  "answer.risk.value": "{{unstopped risk}}.",

  // Pourquoi et objectifs.
  "why.short": "Pourquoi",
  "why.kicker": "Pourquoi",
  "why.situation": "Où nous en sommes",
  "why.complication": "Ce qui a changé",
  "why.now": "Pourquoi maintenant",
  "why.opportunity": "Ce que cela ouvre",
  "goals.short": "Lien avec les objectifs",
  "goals.kicker": "Lien avec les objectifs de l’entreprise",
  "goals.title":
    "{{head first}} {{#if many}}{{#if tied}}l’un{{else}}le premier{{/if}} des {{cardinal n}} objectifs {{#if company}}d’entreprise {{/if}}que la proposition sert{{else}}l’objectif {{#if company}}d’entreprise {{/if}}que la proposition sert{{/if}}",
  "goals.title.short":
    "La proposition sert {{#if many}}{{cardinal n}}{{else}}un{{/if}} {{plural n one='objectif' other='objectifs'}}{{#if company}} d’entreprise{{/if}}",
  "goals.say":
    "{{#if many}}«\u00a0{{first}}\u00a0» vient en tête des {{cardinal n}} objectifs.{{else}}«\u00a0{{first}}\u00a0» est l’objectif que la proposition sert.{{/if}}",
  "goals.alt":
    "Tableau de {{n}} {{plural n one='objectif' other='objectifs'}}\u00a0: valeur actuelle, cible, écart, contribution et équipes.",
  "goals.head.goal": "Objectif",
  "goals.head.now": "Aujourd’hui",
  "goals.head.target": "Cible",
  "goals.head.gap": "Écart",
  "goals.way":
    "{{#if back}}plus loin qu’au départ ({{first}}){{else}}{{#if reached}}cible atteinte, au départ {{first}}{{else}}{{share}} du chemin, au départ {{first}}{{/if}}{{/if}}",
  "goals.head.contribution": "Ce que la proposition apporte",
  "goals.head.teams": "Équipes réunies",
  "goals.level": "{{capital level}}{{#if period}}, {{period}}{{/if}}{{#if owner}}, {{owner}}{{/if}}",
  "level.company": "objectif d’entreprise",
  "level.division": "objectif de direction",
  "level.team": "objectif d’équipe",
  "strength.primary": "Principal",
  "strength.supporting": "Y contribue",
  "strength.enabling": "Le rend possible",

  // Situation, raisons, éléments.
  "standing.short": "Où nous en sommes",
  "standing.kicker": "Où nous en sommes",
  "standing.title.missed":
    "{{name}}\u00a0: {{latest}}, à {{gap}} de la cible ({{target}})\u202f; {{#if all}}{{#if single}}la cible n’est pas encore atteinte{{else}}aucune des {{#if pair}}deux{{else}}{{cardinal n}}{{/if}} cibles n’est encore atteinte{{/if}}{{else}}{{plural missed one='une' other=(cardinal missed)}} des {{cardinal n}} cibles {{plural missed one='n’est pas encore atteinte' other='ne sont pas encore atteintes'}}{{/if}}",
  "standing.title.met":
    "{{name}}\u00a0: {{latest}} pour une cible de {{target}}\u202f; {{#if single}}la cible est atteinte{{else}}{{#if pair}}les deux{{else}}les {{cardinal n}}{{/if}} cibles sont atteintes{{/if}}",
  "standing.title.plain": "{{name}}\u00a0: la dernière valeur est {{latest}}",
  "standing.title.short":
    "{{capital (cardinal n)}} {{plural n one='indicateur montre' other='indicateurs montrent'}} où nous en sommes",
  "standing.say":
    "{{capital (cardinal n)}} {{plural n one='indicateur avec sa dernière valeur' other='indicateurs avec leurs dernières valeurs'}}.",
  "standing.change": "{{arrow}} {{change}} (vs {{since}})",
  "standing.gap": "cible {{target}}{{#if by}} ({{by}}){{/if}}",
  "standing.asOf": "au {{date}}",
  "better.lower": "Plus bas vaut mieux.",
  "better.higher": "Plus haut vaut mieux.",
  "standing.spark": "{{name}}\u00a0: de {{first}} à {{last}}.",
  "reason.short": "Raison {{n}}",
  "reason.kicker": "Raison {{n}} sur {{of}}",
  "page.short": "Page supplémentaire {{n}}",
  "page.table": "Tableau de {{n}} {{plural n one='ligne' other='lignes'}}\u00a0: {{list columns}}.",
  "evidence.short": "Élément {{n}}",
  "evidence.kicker": "Éléments de preuve",
  "evidence.means": "Ce que cela signifie",
  "picture.shows": "Ce que l’on voit",
  "evidence.serves": "Objectif concerné",
  "evidence.owner": "Répond du chiffre",
  "meaning.gap":
    "{{name}}{{#if period}} ({{period}}){{/if}}\u00a0: **{{latest}}**, {{#if good}}{{gap}} de mieux que la cible{{else}}à {{gap}} de la cible{{/if}} ({{target}}{{#if by}}, {{by}}{{/if}}).",
  "meaning.latest": "{{name}}{{#if period}} ({{period}}){{/if}}\u00a0: **{{latest}}**.",
  "meaning.ahead":
    "{{kind}}, {{period}}\u00a0: **{{value}}**{{#if low}}, fourchette de {{low}} à {{high}}{{/if}}.",
  "meaning.assumption": "Hypothèse\u00a0: {{unstopped assumption}}.",
  "meaning.highlighted": "{{list names}} représentent ensemble **{{sum}}**.",
  "meaning.step": "La plus grande étape est {{label}}\u00a0: **{{value}}**.",
  "meaning.pair":
    "{{#if one}}{{capital label}}{{else}}{{#if both}}Dans les deux cas{{else}}{{#if all}}Dans les {{cardinal n}} cas{{else}}Dans {{cardinal same}} cas sur {{cardinal n}}{{/if}}{{/if}}{{/if}}, «\u00a0{{first}}\u00a0» {{#if below}}reste sous{{else}}dépasse{{/if}} «\u00a0{{second}}\u00a0»{{#if one}}\u00a0: écart **{{gap}}**{{/if}}{{#if most}}, surtout pour {{label}}\u00a0: écart **{{gap}}**{{/if}}{{#if only}}, à savoir {{label}}\u00a0: écart **{{gap}}**{{/if}}.",

  // Personnes.
  "voices.short": "Témoignages",
  "voices.kicker": "Dans leurs propres mots",
  "voices.title.one":
    "{{#if supports}}La seule personne citée soutient la proposition{{else}}{{#if doubts}}La seule personne citée a des doutes{{else}}Une personne s’exprime dans ses propres mots{{/if}}{{/if}}",
  "voices.title.same":
    "{{#if pair}}Les deux{{else}}Les {{cardinal n}}{{/if}} personnes citées {{#if supports}}soutiennent la proposition{{else}}ont des doutes{{/if}}",
  "voices.title.none": "{{capital (cardinal n)}} personnes s’expriment dans leurs propres mots",
  "voices.title.mixed": "Sur {{cardinal n}} personnes citées, {{list parts}}",
  "voices.part.supports":
    "{{plural n one='une soutient' other=(cardinal n)}}{{plural n one='' other=' soutiennent'}} la proposition",
  "voices.part.doubts":
    "{{plural n one='une a' other=(cardinal n)}}{{plural n one='' other=' ont'}} des doutes",
  "voices.part.neutral":
    "{{plural n one='une ne prend' other=(cardinal n)}}{{plural n one='' other=' ne prennent'}} pas parti",
  "voices.say":
    "{{capital (plural n one='une' other=(cardinal n))}} {{plural n one='citation, reproduite' other='citations, reproduites'}} avec accord.",
  "voices.other": "Sur la proposition dans son ensemble",
  "voices.doubt": "La personne qui dit cela a un doute.",
  "voices.legend": "Bord coloré\u00a0: un doute. ",
  "voices.source": "Entretiens, {{first}}{{#if last}} à {{last}}{{/if}}",
  "chart.see": "graphique\u00a0: ",
  "quote.see": "{{#if name}}{{name}}, citation\u00a0:{{else}}Citation\u00a0:{{/if}} ",
  "quote.by.named": "{{name}}{{#if role}}, {{role}}{{/if}}{{#if date}}, {{date}}{{/if}}",
  "quote.by.role": "{{capital role}}{{#if date}}, {{date}}{{/if}}",
  "quote.by.colleague": "En interne{{#if date}}, {{date}}{{/if}}",
  "quote.by.outsider": "Une personne extérieure à l’organisation{{#if date}}, {{date}}{{/if}}",
  "quote.by.someone": "Une personne rencontrée{{#if date}}, {{date}}{{/if}}",
  "people.short": "Qui nous avons rencontré",
  "people.kicker": "Qui nous avons rencontré",
  "people.title":
    "{{#if allMet}}Nous avons rencontré {{#if pair}}les deux personnes citées{{else}}{{#if single}}la personne citée{{else}}les {{cardinal n}} personnes citées{{/if}}{{/if}} ici{{else}}{{#if met}}Nous avons rencontré {{plural met one='une' other=(cardinal met)}} des {{cardinal n}} personnes citées ici{{else}}{{#if single}}Nous n’avons pas encore rencontré la personne citée ici{{else}}Nous n’avons encore rencontré aucune des {{cardinal n}} personnes citées ici{{/if}}{{/if}}{{/if}}{{#if behind}}\u202f; {{plural behind one='une soutient' other=(cardinal behind)}}{{plural behind one='' other=' soutiennent'}} la proposition{{/if}}{{#if nobody}}\u202f; personne ne soutient encore la proposition{{/if}}",
  "people.say": "{{#if approver}}{{approver}} décide.{{else}}Qui a été entendu, et quand.{{/if}}",
  "people.alt":
    "Tableau de {{n}} {{plural n one='personne' other='personnes'}}\u00a0: rôle et jour de l’entretien.",
  "people.map": "Carte des parties prenantes",
  "people.map.alt":
    "Carte de {{n}} {{plural n one='personne' other='personnes'}} selon l’influence et la position\u00a0: {{places}}.",
  "people.map.place": "{{name}} (influence {{influence}} sur 5, position\u00a0: {{stance}})",
  "people.head.influence": "Influence, 1 à 5",
  "people.stance": "Position",
  "people.influence": "Influence",
  "people.legend": "Avec anneau\u00a0: décide. ",
  "people.see": "voir page ",
  "people.notMet": "pas encore",
  "people.head.who": "Qui",
  "people.head.part": "Rôle",
  "people.head.met": "Entretien",
  "people.head.concern": "Préoccupation",
  "people.head.answered": "Réponse page",
  "part.approver": "décide",
  "part.driver": "porte le projet",
  "part.contributor": "contribue",
  "part.gatekeeper": "valide",
  "part.informed": "est tenu au courant",
  "stance.opponent": "Contre",
  "stance.sceptic": "Sceptique",
  "stance.neutral": "Neutre",
  "stance.supporter": "Pour",
  "stance.champion": "Moteur",

  // Options, investissement, calendrier, risques.
  "options.short": "Options",
  "options.kicker": "Options",
  "options.title":
    "{{#if why}}{{head why}} sur {{cardinal n}} options, nous recommandons «\u00a0{{name}}\u00a0»{{else}}Sur {{cardinal n}} options, nous recommandons «\u00a0{{name}}\u00a0»{{/if}}",
  "options.title.short": "Une option sur {{cardinal n}} est recommandée",
  "options.title.open": "{{capital (cardinal n)}} voies sont possibles",
  "options.say":
    "{{capital (plural n one='une' other=(cardinal n))}} {{plural n one='option, examinée' other='options, comparées'}} ligne à ligne.",
  "options.alt":
    "Tableau qui compare {{n}} {{plural n one='option' other='options'}} selon les mêmes critères.",
  "options.criterion": "Critère",
  "options.recommended": " · recommandée",
  "options.cost": "Coût",
  "options.benefit": "Bénéfice",
  "options.time": "Quand",
  "options.risk": "Risque principal",
  "options.why": "Pourquoi, ou pourquoi pas",
  "investment.short": "Investissement et retour",
  "investment.kicker": "Investissement et retour",
  "investment.title.back":
    "{{cost}}{{#if period}} sur la période{{/if}} en rapportent {{benefit}}\u202f; l’équilibre est atteint\u00a0: {{breakEven}}",
  "investment.title.never":
    "{{cost}}{{#if period}} sur la période{{/if}} en rapportent {{benefit}}\u202f; l’argent ne revient pas{{#if period}} avant sa fin{{/if}}",
  "investment.title.short":
    "{{cost}}{{#if period}} sur la période{{/if}} en rapportent {{benefit}}\u202f; le coût dépasse le bénéfice",
  "investment.title.ahead":
    "{{cost}}{{#if period}} sur la période{{/if}} en rapportent {{benefit}}\u202f; le bénéfice l’emporte dès la première période",
  "investment.title.nothing":
    "{{cost}}{{#if period}} sur la période{{/if}} en rapportent {{benefit}}\u202f; le coût ne dépasse jamais ce qui est déjà revenu",
  "investment.say": "La valeur actuelle nette est de {{npv}}.",
  "investment.sensitivity": "De quoi dépend la valeur actuelle nette",
  "investment.scenarios": "Scénarios",
  "investment.scenario.changes": "Ce qui change",
  "investment.scenarios.title.one": "{{head name}} la valeur actuelle nette est de {{lowest}}",
  "investment.scenarios.title.all":
    "Tous les scénarios ont une valeur actuelle nette positive\u202f; la plus basse est de {{lowest}}",
  "investment.scenarios.title.some":
    "{{capital (cardinal above)}} {{plural above one='scénario' other='scénarios'}} sur {{cardinal n}} {{plural above one='a' other='ont'}} une valeur actuelle nette positive\u202f; la plus basse est de {{lowest}}",
  "investment.scenarios.title.none":
    "Aucun scénario n’a de valeur actuelle nette positive\u202f; la plus basse est de {{lowest}}",
  "investment.scenarios.say": "Dans le cas de base, la valeur actuelle nette est de {{npv}}.",
  "investment.scenario": "Scénario",
  "investment.scenario.base": "Cas de base",
  "investment.scenario.irr": "Taux de rendement interne",
  "investment.scenario.never": "pas avant la fin de {{to}}",
  "investment.scenarios.alt":
    "Tableau du cas de base et de {{n}} {{plural n one='scénario' other='scénarios'}}\u00a0: valeur actuelle nette, délai de récupération, taux de rendement interne.",
  "investment.alt":
    "Tableau du coût, du bénéfice, du solde net et du solde net cumulé sur {{n}} {{plural n one='période' other='périodes'}}.",
  "investment.head": "{{unit}}",
  "investment.total": "Total",
  "investment.totalCost": "Coût",
  "investment.totalBenefit": "Bénéfice",
  "investment.net": "Solde net",
  "investment.cumulated": "Solde net, cumulé",
  "investment.cumulated.back": "L’équilibre est atteint\u00a0: {{breakEven}}",
  "investment.cumulated.never": "L’argent ne revient pas",
  "investment.cumulated.short": "Le coût dépasse le bénéfice",
  "investment.cumulated.ahead": "Le bénéfice l’emporte dès la première période",
  "investment.cumulated.nothing": "Le coût ne dépasse jamais ce qui est déjà revenu",
  "investment.npv": "Valeur actuelle nette",
  "investment.payback": "Délai de récupération",
  "investment.irr": "Taux de rendement interne, par an",
  "investment.roi": "Bénéfice net rapporté au coût",
  "investment.noReturn": "Aucun retour n’est calculé.",
  "investment.foot":
    "Actualisé à {{rate}} par an, chaque période à sa fin.{{#if rounded}} Les parties sont arrondies, leur somme peut différer du total.{{/if}}{{#if noRate}} Pas de taux de rendement interne\u00a0: {{noRate}}.{{/if}}{{#if assumption}} Hypothèse\u00a0: {{unstopped assumption}}.{{/if}}{{#if owner}} Responsable\u00a0: {{owner}}.{{/if}} ",
  "investment.periods.see": "Toutes les périodes\u00a0: page ",
  "investment.periods.short": "Investissement par période",
  "investment.periods.title": "Coûts et bénéfices des {{n}} périodes donnent un solde net de {{net}}",
  "plan.short": "Calendrier",
  "plan.kicker": "Calendrier",
  "plan.title":
    "{{#if day}}Les travaux ont lieu le {{start}}{{else}}Les travaux vont du {{start}} au {{end}}{{/if}}{{#if gate}}\u202f; le {{gateDate}}, on décide {{#if gates}}une première fois {{/if}}s’ils se poursuivent{{/if}}",
  "plan.say":
    "{{#if n}}{{capital (plural n one='une' other=(cardinal n))}} {{plural n one='phase' other='phases'}}{{else}}{{capital (cardinal milestones)}} {{plural milestones one='jalon' other='jalons'}}{{/if}} sur un axe du temps.",
  "plan.legend": "Losange\u00a0: jalon\u202f; rempli de la couleur d’accent\u00a0: décision de poursuivre. ",
  "next.short": "Prochaines étapes",
  "next.title":
    "{{#if all}}{{plural n one='La prochaine étape a' other='Les '}}{{plural n one='' other=(cardinal n)}}{{plural n one='' other=' prochaines étapes ont'}} responsable et date{{else}}{{#if ready}}{{capital (plural ready one='une' other=(cardinal ready))}} des {{cardinal n}} prochaines étapes {{plural ready one='a' other='ont'}} responsable et date{{else}}{{capital (plural n one='une' other=(cardinal n))}} {{plural n one='étape suit' other='étapes suivent'}}{{/if}}{{/if}}{{#if first}}, {{#if all}}{{plural n one='soit' other='la première'}}{{else}}première date{{/if}} le {{first}}{{/if}}",
  "next.title.cadence": "Les résultats sont présentés {{list rhythms}}",
  "next.say": "{{#if all}}Chaque étape a un responsable et une date.{{else}}Ce qui se fait ensuite.{{/if}}",
  "next.steps": "Prochaines étapes",
  "next.cadence": "Où les résultats sont présentés",
  "next.alt":
    "Tableau de {{n}} {{plural n one='prochaine étape' other='prochaines étapes'}}\u00a0: responsable et date.",
  "next.cadence.alt":
    "Tableau de {{n}} {{plural n one='réunion régulière' other='réunions régulières'}}\u00a0: rythme et participants.",
  "next.head.what": "Quoi",
  "next.head.owner": "Responsable",
  "next.head.by": "Pour le",
  "cadence.head.what": "Quoi",
  "cadence.head.every": "Rythme",
  "cadence.head.who": "Qui",
  "every.day": "chaque jour",
  "every.week": "chaque semaine",
  "every.two weeks": "toutes les deux semaines",
  "every.month": "chaque mois",
  "every.quarter": "chaque trimestre",
  "every.year": "chaque année",
  "risks.short": "Risques",
  "risks.kicker": "Risques",
  "risks.title":
    "{{head first}} {{#if single}}le seul risque que nous nommons{{else}}{{#if even}}l’un des {{cardinal n}} risques de même poids{{else}}{{#if tied}}l’un des {{cardinal tied}} plus grands des {{cardinal n}} risques{{else}}le plus grand des {{cardinal n}} risques{{/if}}{{/if}}{{/if}}{{#if watched}}{{#if single}}, avec{{else}}, chacun avec{{/if}} un responsable et un signe d’alerte{{/if}}",
  "risks.title.short":
    "{{#if single}}Un risque est nommé{{else}}{{capital (cardinal n)}} risques sont nommés{{#if even}}{{else}}, le plus grand d’abord{{/if}}{{/if}}",
  "risks.say": "{{capital (cardinal n)}} {{plural n one='risque' other='risques, le plus grand d’abord'}}.",
  "risks.legend":
    "Niveau\u00a0: probabilité × gravité, chacune de 1 à 5\u202f; élevé à partir de 12, moyen à partir de 6. ",
  "risks.matrix": "Matrice des risques",
  "risks.matrix.alt":
    "Matrice de {{n}} {{plural n one='risque' other='risques'}} selon la probabilité et la gravité\u00a0: {{places}}.",
  "risks.matrix.place": "{{no}} (probabilité {{likelihood}} sur 5, gravité {{impact}} sur 5)",
  "risks.head.likelihood": "Probabilité, 1 à 5",
  "risks.head.impact": "Gravité, 1 à 5",
  "risks.head.level": "Niveau",
  "risks.level": "{{likelihood}} × {{impact}} = {{product}}\n{{level}}",
  "risks.level.high": "élevé",
  "risks.level.medium": "moyen",
  "risks.level.low": "faible",
  "risks.likelihood": "Probabilité",
  "risks.impact": "Gravité",
  "risks.alt":
    "Tableau de {{n}} {{plural n one='risque' other='risques'}}\u00a0: {{#if follows}}conséquence, {{/if}}parade, signe d’alerte et responsable.",
  "risks.head.no": "N°",
  "risks.head.risk": "Risque",
  "risks.head.mitigation": "Ce que nous faisons",
  "risks.head.then": "S’il survient",
  "risks.head.trigger": "Ce qui l’annonce",
  "risks.head.owner": "Responsable",

  // Résultats et décision.
  "wins.short": "Résultats acquis",
  "wins.kicker": "Résultats acquis",
  "wins.title":
    "{{capital (cardinal n)}} {{plural n one='résultat est déjà acquis' other='résultats sont déjà acquis'}}{{#if thanked}}\u202f; merci à\u00a0: {{list thanks}}{{/if}}",
  "wins.thanks": "Merci à\u00a0: {{who}}",
  "decision.short": "La décision",
  "decision.kicker": "La décision",
  "decision.title.decide":
    "Nous demandons {{#if approver}}à {{approver}} de décider{{else}}une décision{{/if}}{{#if by}} avant le {{by}}{{/if}}",
  "decision.title.discuss":
    "Nous demandons une discussion{{#if meeting}} ({{meeting}}){{/if}}{{#if by}} et une réponse avant le {{by}}{{/if}}",
  "decision.title.inform": "Aucune décision n’est nécessaire\u202f; voici la suite",
  "decision.yes": "Après un oui",
  "decision.no": "Après un non",
  "decision.minds": "Ce qui nous ferait changer d’avis",
  "decision.waiting": "Ce que coûte l’attente",
  "decision.step":
    "{{unstopped what}}{{#if owner}} ({{owner}}{{#if by}}, {{by}}{{/if}}){{else}}{{#if by}} ({{by}}){{/if}}{{/if}}",
  "decision.how.label": "Répondre avant la réunion",
  "decision.how":
    "Un oui, un non ou une question{{#if name}}\u00a0: à {{name}}{{#if role}}, {{role}}{{/if}}{{/if}}{{#if mail}}\u00a0:{{else}}.{{/if}}",
  "decision.how.meeting": "Un oui, un non ou une question est bienvenu avant la réunion.",
};
