import type { SlidePhrases } from "../en/phrases.ts";

/**
 * Phrases that the slides say by themselves, from the cover to the decision. Part of fi.ts. Names and figures
 * come in the nominative, so that no phrase may ask for another case of them.
 */
export const SLIDE_PHRASES: SlidePhrases = {
  // Kansi ja vastaus.
  "cover.say": "”{{title}}” luetaan ennen kokousta.",
  "cover.decides": "Päättäjä",
  "cover.meeting": "Kokous",
  "cover.meeting.value":
    "{{name}}, {{date}}{{#if time}} klo {{time}}{{#if timezone}} ({{timezone}}){{/if}}{{/if}}{{#if minutes}}, {{minutes}} {{plural minutes one='minuutti' other='minuuttia'}}{{/if}}{{#if place}}, {{place}}{{/if}}",
  "cover.by": "Päätös viimeistään",
  "cover.reading": "Lukuaika",
  "cover.reading.value": "{{minutes}} {{plural minutes one='minuutti' other='minuuttia'}} ilman liitteitä",
  "cover.version": "Versio",
  "cover.version.value": "{{#if version}}{{version}}, {{/if}}{{status}}{{#if date}}, {{date}}{{/if}}",
  "cover.confidentiality": "Luottamuksellisuus",
  "cover.contact": "Kysymykset",
  "ask.amount": "Summa",
  "ask.amount.none": "Rahaa ei pyydetä",
  "ask.pays.all": "Kaikki kustannukset, {{from}}{{#if to}} – {{to}}{{/if}}",
  "ask.pays.named": "{{what}}, {{from}}{{#if to}} – {{to}}{{/if}}",
  "ask.pays.some": "{{n}}/{{m}} kustannuserästä, {{from}}{{#if to}} – {{to}}{{/if}}",
  "ask.approver": "Päättäjä",
  "ask.owner": "Vastaa tuloksesta",
  "ask.by": "Päätös viimeistään",
  "ask.start": "Työ alkaa",
  "ask.terms": "Ehdot",
  "answer.short": "Vastaus",
  "answer.kicker": "Vastaus yhdellä sivulla",
  "answer.say": "Jo tämän sivun perusteella voi päättää.",
  "answer.reasons": "Miksi",
  "answer.returns": "Kustannukset ja hyödyt",
  "answer.returns.value":
    "Kustannukset yhteensä {{cost}}, hyödyt {{benefit}}: nettonykyarvo {{npv}}{{#if payback}}, takaisinmaksuaika {{payback}}{{/if}}.",
  "answer.risk": "Suurin riski",
  "answer.risk.tied": "Yksi suurimmista riskeistä",
  "answer.risk.value": "**{{unstopped risk}}.**{{#if mitigation}} {{unstopped mitigation}}.{{/if}}",

  // Miksi ja tavoitteet.
  "why.short": "Miksi",
  "why.kicker": "Miksi",
  "why.situation": "Lähtötilanne",
  "why.complication": "Mikä on muuttunut",
  "why.now": "Miksi nyt",
  "why.opportunity": "Mitä tämä mahdollistaa",
  "goals.short": "Yhteys tavoitteisiin",
  "goals.kicker": "Yhteys organisaation tavoitteisiin",
  "goals.title":
    "{{head first}} {{#if many}}{{#if tied}}yksi{{else}}ensimmäinen{{/if}} niistä {{#if company}}yhteisistä {{/if}}tavoitteista, joita ehdotus vie eteenpäin (tavoitteita on {{cardinal n}}){{else}}{{#if company}}yhteinen {{/if}}tavoite, jota ehdotus vie eteenpäin{{/if}}",
  "goals.title.short":
    "{{#if many}}Tavoitteita, joita ehdotus vie eteenpäin, on {{cardinal n}}{{else}}Ehdotus vie {{#if company}}yhteistä {{/if}}tavoitetta eteenpäin{{/if}}",
  "goals.say":
    "{{#if many}}Tavoitteita on {{cardinal n}}, ja ensimmäinen on ”{{first}}”.{{else}}Tavoite, jota ehdotus vie eteenpäin, on ”{{first}}”.{{/if}}",
  "goals.alt":
    "Taulukossa {{n}} {{plural n one='tavoite' other='tavoitetta'}}: mittarin arvo, tavoitetaso, ero, ehdotuksen vaikutus ja tiimit.",
  "goals.head.goal": "Tavoite",
  "goals.head.now": "Nyt",
  "goals.head.target": "Tavoitetaso",
  "goals.head.gap": "Ero",
  "goals.head.contribution": "Mitä tämä tuo",
  "goals.head.teams": "Mukana olevat tiimit",
  "goals.level": "{{capital level}} tavoite{{#if period}}, {{period}}{{/if}}{{#if owner}}, {{owner}}{{/if}}",
  "level.company": "yhteinen",
  "level.division": "yksikön",
  "level.team": "tiimin",
  "strength.primary": "Vaikuttaa eniten",
  "strength.supporting": "Tukee",
  "strength.enabling": "Mahdollistaa",

  // Tilanne, perusteet, näyttö.
  "standing.short": "Tilanne nyt",
  "standing.kicker": "Tilanne nyt",
  "standing.title.missed":
    "{{name}} nyt {{latest}}, tavoite {{target}}, ero {{gap}}: {{#if all}}{{#if single}}tavoitetta ei ole vielä saavutettu{{else}}{{#if pair}}kumpaakaan tavoitetta ei{{else}}tavoitteita on {{cardinal n}}, eikä yhtäkään{{/if}} ole vielä saavutettu{{/if}}{{else}}tavoitteita on {{cardinal n}}, joista {{cardinal missed}} on vielä saavuttamatta{{/if}}",
  "standing.title.met":
    "{{name}} nyt {{latest}}, tavoite {{target}}: {{#if single}}tavoite on saavutettu{{else}}{{#if pair}}molemmat tavoitteet{{else}}kaikki {{cardinal n}} tavoitetta{{/if}} on saavutettu{{/if}}",
  "standing.title.plain": "{{name}}: uusin arvo on {{latest}}",
  "standing.title.short": "Nykytilanteesta kertovia mittareita on {{cardinal n}}",
  "standing.say": "Mittareita on {{cardinal n}}, ja kustakin näkyy uusin arvo.",
  "standing.change": "{{arrow}} {{change}}, vertailu {{since}}",
  "standing.gap": "tavoite {{target}}{{#if by}} ({{by}}){{/if}}",
  "standing.asOf": "tilanne {{date}}",
  "better.lower": "Pienempi on parempi.",
  "better.higher": "Suurempi on parempi.",
  "standing.spark": "{{name}}: alussa {{first}}, lopussa {{last}}.",
  "reason.short": "Peruste {{n}}",
  "reason.kicker": "Peruste {{n}}/{{of}}",
  "evidence.short": "Näyttö {{n}}",
  "evidence.kicker": "Näyttö",
  "evidence.means": "Mitä se merkitsee",
  "picture.shows": "Mitä kuvassa näkyy",
  "evidence.serves": "Tavoite, jota tämä tukee",
  "evidence.owner": "Vastaa luvusta",
  "meaning.gap":
    "{{name}}: **{{latest}}**{{#if period}} ({{period}}){{/if}}. Tavoite{{#if by}} ({{by}}){{/if}} on {{target}}, {{#if good}}ja se on saavutettu: ero {{gap}}{{else}}eroa on vielä {{gap}}{{/if}}.",
  "meaning.latest": "{{name}}: **{{latest}}**{{#if period}} ({{period}}){{/if}}.",
  "meaning.ahead":
    "{{capital kind}} ({{period}}) on **{{value}}**{{#if low}}, vaihteluväli {{low}} – {{high}}{{/if}}.",
  "meaning.assumption": "Oletus: {{unstopped assumption}}.",
  "meaning.highlighted": "{{list names}} ovat yhteensä **{{sum}}**.",
  "meaning.waterfall":
    "Lähtötaso on **{{start}}** ja lopputaso **{{end}}**{{#if change}}, muutos yhteensä **{{change}}**{{/if}}.",
  "meaning.step": "Suurin yksittäinen osa on {{label}}: **{{value}}**.",
  "meaning.pair":
    "Sarjan {{first}} arvo on {{#if below}}pienempi{{else}}suurempi{{/if}} kuin sarjan {{second}} {{#if one}}kohdassa {{label}}: ero on **{{gap}}**{{else}}{{#if both}}molemmissa kohdissa{{else}}{{#if all}}kaikissa kohdissa{{else}}{{same}} kohdassa (kohtia on {{n}}){{/if}}{{/if}}{{#if most}}, eniten kohdassa {{label}}: ero on **{{gap}}**{{/if}}{{#if only}}, joka on {{label}}: ero on **{{gap}}**{{/if}}{{/if}}.",

  // Ihmiset.
  "voices.short": "Puheenvuorot",
  "voices.kicker": "Omin sanoin",
  "voices.title.one":
    "{{#if supports}}Siteerattu henkilö kannattaa ehdotusta{{else}}{{#if doubts}}Siteerattu henkilö epäilee ehdotusta{{else}}Yksi henkilö kertoo omin sanoin{{/if}}{{/if}}",
  "voices.title.same":
    "{{#if pair}}Molemmat siteeratut{{else}}Kaikki {{cardinal n}} siteerattua{{/if}} {{#if supports}}kannattavat{{else}}epäilevät{{/if}} ehdotusta",
  "voices.title.none": "{{capital (cardinal n)}} ihmistä kertoo omin sanoin",
  "voices.title.mixed": "Siteerattuja henkilöitä on {{cardinal n}}, joista {{list parts}}",
  "voices.part.supports": "{{cardinal n}} kannattaa ehdotusta",
  "voices.part.doubts": "{{cardinal n}} epäilee ehdotusta",
  "voices.part.neutral": "{{cardinal n}} ei ota kantaa",
  "voices.say": "Lainauksia on {{cardinal n}}, ja niiden julkaisemiseen on lupa.",
  "voices.other": "Ehdotuksesta kokonaisuutena",
  "voices.doubt": "Puhuja epäilee ehdotusta.",
  "voices.legend": "Värillinen reuna: epäily. ",
  "voices.source": "Keskustelut, {{first}}{{#if last}} – {{last}}{{/if}}",
  "quote.by.named": "{{name}}{{#if role}}, {{role}}{{/if}}{{#if date}}, {{date}}{{/if}}",
  "quote.by.role": "{{capital role}}{{#if date}}, {{date}}{{/if}}",
  "quote.by.colleague": "Kollega{{#if date}}, {{date}}{{/if}}",
  "quote.by.outsider": "Organisaation ulkopuolinen henkilö{{#if date}}, {{date}}{{/if}}",
  "quote.by.someone": "Haastateltu henkilö{{#if date}}, {{date}}{{/if}}",
  "people.short": "Keiden kanssa puhuimme",
  "people.kicker": "Keiden kanssa puhuimme",
  "people.title":
    "{{#if single}}Tässä mainittua henkilöä {{#if allMet}}on{{else}}ei ole vielä{{/if}} kuultu{{else}}{{#if allMet}}{{#if pair}}Molempia tässä lueteltuja on kuultu{{else}}Tässä lueteltuja henkilöitä on {{cardinal n}}, ja kaikkia on kuultu{{/if}}{{else}}Tässä lueteltuja henkilöitä on {{cardinal n}}, {{#if met}}joista {{cardinal met}} on kuultu{{else}}eikä ketään ole vielä kuultu{{/if}}{{/if}}{{/if}}{{#if behind}}; ehdotuksen takana on {{cardinal behind}}{{/if}}{{#if nobody}}; ehdotuksen takana ei ole vielä kukaan{{/if}}",
  "people.say": "{{#if approver}}Päättäjä on {{approver}}.{{else}}Ketä on kuultu ja milloin.{{/if}}",
  "people.alt": "Taulukossa {{n}} {{plural n one='henkilö' other='henkilöä'}}: rooli ja tapaamispäivä.",
  "people.map": "Sidosryhmäkartta",
  "people.map.alt":
    "Kartassa {{n}} {{plural n one='henkilö' other='henkilöä'}} vaikutusvallan ja kannan mukaan: {{places}}.",
  "people.map.place": "{{name}} (vaikutusvalta {{influence}}/5, kanta: {{stance}})",
  "people.head.influence": "Vaikutusvalta, 1–5",
  "people.stance": "Kanta",
  "people.influence": "Vaikutusvalta",
  "people.legend": "Rengas: päättäjä. ",
  "people.see": "ks. sivu ",
  "people.notMet": "ei vielä",
  "people.head.who": "Kuka",
  "people.head.part": "Rooli",
  "people.head.met": "Tavattu",
  "people.head.concern": "Huoli",
  "people.head.answered": "Vastaus sivulla",
  "part.approver": "päättäjä",
  "part.driver": "vetäjä",
  "part.contributor": "osallistuja",
  "part.gatekeeper": "portinvartija",
  "part.informed": "saa tiedon",
  "stance.opponent": "Vastustaa",
  "stance.sceptic": "Epäilee",
  "stance.neutral": "Neutraali",
  "stance.supporter": "Kannattaa",
  "stance.champion": "Ajaa asiaa",

  // Vaihtoehdot, investointi, suunnitelma, riskit.
  "options.short": "Vaihtoehdot",
  "options.kicker": "Vaihtoehdot",
  "options.title":
    "{{#if why}}{{head why}} vaihtoehtoja on {{cardinal n}}, suosituksena ”{{name}}”{{else}}Vaihtoehtoja on {{cardinal n}}, suosituksena ”{{name}}”{{/if}}",
  "options.title.short": "Vaihtoehtoja on {{cardinal n}}, ja yhtä niistä suositellaan",
  "options.title.open": "Vaihtoehtoja on {{cardinal n}}",
  "options.say": "Vaihtoehtoja on {{cardinal n}}, ja niitä verrataan kohta kohdalta.",
  "options.alt":
    "Taulukko, jossa verrataan samoin kriteerein: {{n}} {{plural n one='vaihtoehto' other='vaihtoehtoa'}}.",
  "options.criterion": "Kriteeri",
  "options.recommended": " · suositus",
  "options.cost": "Kustannus",
  "options.benefit": "Hyöty",
  "options.time": "Milloin",
  "options.risk": "Suurin riski",
  "options.why": "Miksi tai miksi ei",
  "investment.short": "Investointi ja tuotto",
  "investment.kicker": "Investointi ja tuotto",
  "investment.title.back":
    "{{cost}} tuottaa {{#if period}}tarkastelujaksolla {{/if}}{{benefit}}; rahat on saatu takaisin jaksolla {{breakEven}}",
  "investment.title.never":
    "{{cost}} tuottaa {{#if period}}tarkastelujaksolla {{/if}}{{benefit}}; rahoja ei saada {{#if period}}sinä aikana {{/if}}takaisin",
  "investment.title.short":
    "{{cost}} tuottaa {{#if period}}tarkastelujaksolla {{/if}}{{benefit}}; kustannukset ovat hyötyjä suuremmat",
  "investment.title.ahead":
    "{{cost}} tuottaa {{#if period}}tarkastelujaksolla {{/if}}{{benefit}}; hyödyt ylittävät kustannukset ensimmäisestä jaksosta alkaen",
  "investment.title.nothing":
    "{{cost}} tuottaa {{#if period}}tarkastelujaksolla {{/if}}{{benefit}}; kertyneet kustannukset eivät missään vaiheessa ylitä hyötyjä",
  "investment.say": "Nettonykyarvo on {{npv}}.",
  "investment.sensitivity": "Mistä nettonykyarvo riippuu",
  "investment.scenarios": "Skenaariot",
  "investment.scenario.changes": "Mikä muuttuu",
  "investment.scenarios.title.one": "{{head name}} nettonykyarvo on {{lowest}}",
  "investment.scenarios.title.all":
    "Nettonykyarvo on yli nollan jokaisessa skenaariossa, heikoimmillaan {{lowest}}",
  "investment.scenarios.title.some":
    "Nettonykyarvo on yli nollan osassa skenaarioista ({{above}}/{{n}}), heikoimmillaan {{lowest}}",
  "investment.scenarios.title.none":
    "Nettonykyarvo ei ole yli nollan yhdessäkään skenaariossa; heikoimmillaan se on {{lowest}}",
  "investment.scenarios.say": "Perusoletuksella nettonykyarvo on {{npv}}.",
  "investment.scenario": "Skenaario",
  "investment.scenario.base": "Perusoletus",
  "investment.scenario.irr": "Sisäinen korko",
  "investment.scenario.never": "ei ennen jakson {{to}} loppua",
  "investment.scenarios.alt":
    "Taulukossa perusoletus ja {{n}} {{plural n one='skenaario' other='skenaariota'}}: nettonykyarvo, takaisinmaksuaika ja sisäinen korko.",
  "investment.alt":
    "Taulukossa kustannukset, hyödyt, netto ja kumulatiivinen netto; {{n}} {{plural n one='jakso' other='jaksoa'}}.",
  "investment.head": "{{unit}}",
  "investment.total": "Yhteensä",
  "investment.totalCost": "Kustannukset",
  "investment.totalBenefit": "Hyödyt",
  "investment.net": "Netto",
  "investment.cumulated": "Netto, kumulatiivinen",
  "investment.cumulated.back": "Rahat on saatu takaisin jaksolla {{breakEven}}",
  "investment.cumulated.never": "Rahoja ei saada takaisin",
  "investment.cumulated.short": "Kustannukset ovat hyötyjä suuremmat",
  "investment.cumulated.ahead": "Hyödyt ylittävät kustannukset ensimmäisestä jaksosta alkaen",
  "investment.cumulated.nothing": "Kertyneet kustannukset eivät missään vaiheessa ylitä hyötyjä",
  "investment.npv": "Nettonykyarvo",
  "investment.payback": "Takaisinmaksuaika",
  "investment.irr": "Sisäinen korko vuodessa",
  "investment.roi": "Nettohyöty kustannuksista",
  "investment.noReturn": "Tuottoa ei ole laskettu.",
  "investment.foot":
    "Diskonttauskorko {{rate}} vuodessa, kukin jakso diskontattu lopustaan.{{#if rounded}} Osat on pyöristetty, joten niiden summa voi poiketa loppusummasta.{{/if}}{{#if noRate}} Sisäistä korkoa ei ole laskettu: {{noRate}}.{{/if}}{{#if assumption}} Oletus: {{unstopped assumption}}.{{/if}}{{#if owner}} Laskelmasta vastaa {{owner}}.{{/if}} ",
  "investment.periods.see": "Kaikki jaksot: sivu ",
  "investment.periods.short": "Investointi jaksoittain",
  "investment.periods.title": "Kaikkien {{n}} jakson hyödyt ja kustannukset yhteenlaskettuina: netto {{net}}",
  "plan.short": "Suunnitelma",
  "plan.kicker": "Suunnitelma",
  "plan.title":
    "{{#if day}}Työ tehdään {{start}}{{else}}Työ alkaa {{start}} ja päättyy {{end}}{{/if}}{{#if gate}}; jatkosta päätetään {{#if gates}}ensimmäisen kerran {{/if}}{{gateDate}}{{/if}}",
  "plan.say": "{{#if n}}Vaiheita on {{cardinal n}}.{{else}}Välietappeja on {{cardinal milestones}}.{{/if}}",
  "plan.legend": "Vinoneliö: välietappi; korostusvärillä täytetty: päätös jatkosta. ",
  "next.short": "Seuraavat askeleet",
  "next.title":
    "{{#if all}}{{plural n one='Seuraavalla askeleella' other='Jokaisella seuraavalla askeleella'}} on vastuuhenkilö ja määräpäivä{{else}}Seuraavia askelia on {{cardinal n}}{{#if ready}}, ja niistä valmiiksi sovittuja (vastuuhenkilö ja määräpäivä) on {{cardinal ready}}{{/if}}{{/if}}{{#if first}}, ensimmäinen {{#if all}}{{else}}määräpäivä {{/if}}{{first}}{{/if}}",
  "next.title.cadence": "Tuloksia käydään läpi {{list rhythms}}",
  "next.say":
    "{{#if all}}Jokaisella askeleella on vastuuhenkilö ja määräpäivä.{{else}}Mitä seuraavaksi tehdään.{{/if}}",
  "next.steps": "Seuraavat askeleet",
  "next.cadence": "Missä tulokset käydään läpi",
  "next.alt":
    "Taulukossa {{n}} {{plural n one='seuraava askel' other='seuraavaa askelta'}}: vastuuhenkilö ja määräpäivä.",
  "next.cadence.alt":
    "Taulukossa {{n}} {{plural n one='toistuva kokous' other='toistuvaa kokousta'}}: rytmi ja osallistujat.",
  "next.head.what": "Mitä",
  "next.head.owner": "Vastuu",
  "next.head.by": "Viimeistään",
  "cadence.head.what": "Mitä",
  "cadence.head.every": "Kuinka usein",
  "cadence.head.who": "Ketkä",
  "every.day": "päivittäin",
  "every.week": "viikoittain",
  "every.two weeks": "joka toinen viikko",
  "every.month": "kuukausittain",
  "every.quarter": "neljännesvuosittain",
  "every.year": "vuosittain",
  "risks.short": "Riskit",
  "risks.kicker": "Riskit",
  "risks.title":
    "{{head first}} {{#if single}}ainoa riski, jonka nimeämme{{else}}{{#if even}}yksi riskeistä, jotka ovat yhtä suuria (riskejä on {{cardinal n}}){{else}}{{#if tied}}yksi suurimmista riskeistä (yhtä suuria on {{cardinal tied}}, kaikkiaan {{cardinal n}}){{else}}suurin riski, kun riskejä on {{cardinal n}}{{/if}}{{/if}}{{/if}}{{#if watched}}; {{#if single}}sillä{{else}}jokaisella{{/if}} on vastuuhenkilö ja hälytysmerkki{{/if}}",
  "risks.title.short":
    "{{#if single}}Riskejä on yksi{{else}}Riskejä on {{cardinal n}}{{#if even}}{{else}}, suurin ensin{{/if}}{{/if}}",
  "risks.say": "Riskejä on {{cardinal n}}{{plural n one='' other=', suurin ensin'}}.",
  "risks.legend":
    "Sävytetty: todennäköisyys kertaa vaikutus on vähintään 12 (suuri) tai vähintään 6 (keskisuuri). ",
  "risks.matrix": "Riskimatriisi",
  "risks.matrix.alt":
    "Matriisissa {{n}} {{plural n one='riski' other='riskiä'}} todennäköisyyden ja vaikutuksen mukaan: {{places}}.",
  "risks.matrix.place": "{{no}} (todennäköisyys {{likelihood}}/5, vaikutus {{impact}}/5)",
  "risks.head.likelihood": "Todennäköisyys, 1–5",
  "risks.head.impact": "Vaikutus, 1–5",
  "risks.head.level": "Taso",
  "risks.level.high": "suuri",
  "risks.level.medium": "keskisuuri",
  "risks.level.low": "pieni",
  "risks.likelihood": "Todennäköisyys",
  "risks.impact": "Vaikutus",
  "risks.alt":
    "Taulukossa {{n}} {{plural n one='riski' other='riskiä'}}: torjunta, hälytysmerkki ja vastuuhenkilö.",
  "risks.head.no": "Nro",
  "risks.head.risk": "Riski",
  "risks.head.mitigation": "Mitä teemme",
  "risks.head.trigger": "Mistä sen huomaa",
  "risks.head.owner": "Vastuu",

  // Tulokset ja päätös.
  "wins.short": "Tulokset tähän asti",
  "wins.kicker": "Tulokset tähän asti",
  "wins.title":
    "{{capital (cardinal n)}} {{plural n one='tulos' other='tulosta'}} on jo saavutettu{{#if thanked}}, kiitokset: {{list thanks}}{{/if}}",
  "wins.thanks": "Kiitokset: {{who}}",
  "decision.short": "Päätös",
  "decision.kicker": "Päätös",
  "decision.title.decide":
    "Pyydämme päätöstä{{#if by}} viimeistään {{by}}{{/if}}{{#if approver}}, päättäjänä {{approver}}{{/if}}",
  "decision.title.discuss":
    "Pyydämme keskustelua{{#if meeting}} ({{meeting}}){{/if}}{{#if by}} ja vastausta viimeistään {{by}}{{/if}}",
  "decision.title.inform": "Päätöstä ei tarvita; näin asia etenee",
  "decision.yes": "Jos vastaus on kyllä",
  "decision.no": "Jos vastaus on ei",
  "decision.minds": "Mikä muuttaisi mielemme",
  "decision.waiting": "Mitä odottaminen maksaa",
  "decision.step":
    "{{unstopped what}}{{#if owner}} ({{owner}}{{#if by}}, {{by}}{{/if}}){{else}}{{#if by}} ({{by}}){{/if}}{{/if}}",
  "decision.how.label": "Vastaa ennen kokousta",
  "decision.how":
    "Kyllä, ei tai kysymys{{#if name}} – vastauksen ottaa vastaan {{name}}{{#if role}}, {{role}}{{/if}}{{/if}}{{#if mail}}:{{else}}.{{/if}}",
  "decision.how.meeting": "Kyllä, ei tai kysymys on tervetullut jo ennen kokousta.",
};
