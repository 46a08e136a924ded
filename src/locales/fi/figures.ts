import type { FigurePhrases } from "../en/phrases.ts";

/** Finnish names of figures, formulas, and reasons why some figures are not there. Part of fi.ts. */
export const FIGURE_PHRASES: FigurePhrases = {
  "figure.gap": "ero tavoitteeseen",
  "figure.change": "muutos",
  "figure.cagr": "kasvu vuodessa",
  "figure.npv": "nettonykyarvo",
  "figure.irr": "sisäinen korkokanta",
  "figure.roi": "nettohyöty kustannuksista",
  "figure.payback": "takaisinmaksuaika",
  "figure.breakEven": "takaisinmaksun ajankohta",
  "figure.breakEvenShare": "osuus hyödyistä, joka kattaa kustannukset",
  "figure.end": "lopputaso",
  "formula.change": "{{latest}} ({{latestPeriod}}) miinus {{previous}} ({{previousPeriod}})",
  "formula.changePct":
    "muutos: {{previous}} ({{previousPeriod}}) → {{latest}} ({{latestPeriod}}), prosentteina edellisestä",
  "formula.gap":
    "arvon {{latest}} ({{latestPeriod}}) ja tavoitteen {{target}}{{#if by}} ({{by}}){{/if}} välinen ero",
  "formula.gapPct":
    "arvon {{latest}} ({{latestPeriod}}) ja tavoitteen {{target}}{{#if by}} ({{by}}){{/if}} välinen ero prosentteina tavoitteesta",
  "formula.cagr":
    "vuosikasvu korkoa korolle: {{first}} ({{firstPeriod}}) → {{latest}} ({{latestPeriod}}), aikaa {{years}}",
  "formula.higher": "suurin arvo; arvoja on {{count}}, {{from}} – {{to}}",
  "formula.lower": "pienin arvo; arvoja on {{count}}, {{from}} – {{to}}",
  "formula.total": "summa, jossa on {{count}} {{plural count one='arvo' other='arvoa'}}",
  "formula.highlighted": "summa: {{list labels}}",
  "formula.steps":
    "summa: {{#if start}}{{start}} ja {{/if}}{{count}} {{plural count one='porras' other='porrasta'}}",
  "formula.bridge": "{{end}} miinus {{start}}",
  "formula.cost": "kaikkien kustannusten summa, {{from}} – {{to}}, diskonttaamaton",
  "formula.benefit": "kaikkien hyötyjen summa, {{from}} – {{to}}, diskonttaamaton",
  "formula.net": "hyödyt miinus kustannukset, {{from}} – {{to}}, diskonttaamaton",
  "formula.npv":
    "jaksojen nettohyödyt (jakson pituus {{period}}), {{from}} – {{to}}, kukin diskontattu jakson lopusta korolla {{yearly}} vuodessa{{#if perPeriod}} ({{perPeriod}} jaksossa){{/if}}",
  "formula.irr": "vuotuinen diskonttauskorko, jolla nettonykyarvo on nolla",
  "formula.roi": "hyödyt miinus kustannukset, prosentteina kustannuksista, diskonttaamaton",
  "formula.payback":
    "aika jakson {{from}} alusta siihen, kun diskonttaamaton kumulatiivinen netto on palannut nollaan jaksolla {{period}}; jakson sisällä se kertyy tasaisesti",
  "formula.breakEvenShare": "kaikkien kustannusten nykyarvo, prosentteina kaikkien hyötyjen nykyarvosta",
  "formula.breakEven": "jakso, jolla diskonttaamaton kumulatiivinen netto palaa pysyvästi nollaan",
  "figure.years": "vuotta",
  "figure.step.year": "vuosi",
  "figure.step.half-year": "puoli vuotta",
  "figure.step.quarter": "neljännesvuosi",
  "figure.step.month": "kuukausi",
  "absent.values": "mittarin kaikki arvot puuttuvat",
  "absent.previous": "arvoja on vain yksi, joten vertailukohtaa ei ole",
  "absent.target": "mittarilla ei ole tavoitetta",
  "absent.better": "mittari ei kerro, onko suurempi vai pienempi parempi",
  "absent.points": "kahden prosenttiluvun ero on prosenttiyksikköjä, ei prosentteja",
  "absent.base": "prosentti nollasta tai negatiivisesta luvusta ei tarkoita mitään",
  "absent.year": "arvot kattavat alle vuoden",
  "absent.series": "sarjat on piirretty rinnakkain eivätkä ne ole saman summan osia",
  "absent.missing": "osa arvoista puuttuu",
  "absent.parts": "prosenttiluvut eivät ole saman kokonaisuuden osia",
  "absent.amount": "päätös ei vaadi rahaa",
  "absent.cost": "kustannusta, johon verrata, ei ole",
  "absent.benefit": "hyötyä, johon verrata, ei ole",
  "absent.irr.any": "jokaisen jakson tulot ja menot ovat yhtä suuret, joten mikä tahansa korko kävisi",
  "absent.irr.none":
    "rahaa liikkuu vain yhteen suuntaan, joten millään diskonttauskorolla nettonykyarvo ei ole nolla",
  "absent.irr.high": "yli 1 000 prosentin vuodessa se ei kerro mitään",
  "absent.irr.low": "alle −99 prosentin vuodessa se ei kerro mitään",
  "absent.irr.inflow": "rahaa tulee ennen kuin sitä menee",
  "absent.irr.several": "netto vaihtaa etumerkkiä useammin kuin kerran",
  "absent.payback.never": "kumulatiivinen netto on yhä alle nollan, kun viimeinen jakso ({{to}}) päättyy",
  "absent.payback.short": "kumulatiivinen netto on alle nollan, kun viimeinen jakso ({{to}}) päättyy",
  "absent.payback.ahead":
    "hyödyt ylittävät kustannukset ensimmäisestä jaksosta alkaen, joten takaisin maksettavaa ei ole",
  "absent.payback.nothing":
    "kumulatiivinen netto ei ole missään vaiheessa alle nollan, joten takaisin maksettavaa ei ole",
};
