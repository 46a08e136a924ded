import { wordSet } from "../reading/scan.ts";

/** Whoever acts in an organisation or for it: by the name of an office, or by the ending of those who work. */
const WHO = String.raw`(?:(?:IT|HR|EDV|Abteilung(?:en)?|Teams?|Leitung|Leiter(?:in)?|Amt|Ämter|Büro|Planung|Bereich|Firma|Direktion|Direktor(?:in)?|Redaktion|Kanzlei|Vertrieb|Einkauf|Technik|Produktion|Logistik|Buchhaltung|Marketing|Verwaltung|Vorstand|Aufsichtsrat|Geschäftsführung|Management|Führung|Politik|Behörden?|Ministerium|Stadt|Rathaus|Konzern|Zentrale|Betriebsrat|Gewerkschaft|Personalrat|Pflege|Labor|Controlling|Disposition|Leitstelle|Bank|Chefs?|Ärzte|Lehrer|Fahrer|Monteure|Techniker|Ingenieure|Entwickler|Planer|Meister|Handwerker|Lieferanten?|Hersteller|Berater|Dienstleister|Kolleg(?:e|en|in|innen)|Beamten?|Vorgesetzten?|Führungskräfte|Mitarbeiter(?:innen)?|Pflegekräfte|Verkäufer|Einkäufer|Sachbearbeiter)|\p{Lu}\p{L}*(?:abteilung|abteilungen|team|teams|leitung|leiter|leiterin|leiterinnen|dienst|amt|ämter|büro|führung|verwaltung|beauftragten?|planung|planer|referat|bereich|betrieb|firma|vertrieb|einkauf|meister|techniker|ingenieure|entwickler|berater|arbeiter|lieferant|lieferanten|hersteller|direktor|direktorin|chef|chefs|chefin|vorstand))`;
/** Words that may stand between them and what they are blamed for. */
const GAP = String.raw`(?: (?:die|der|das|den|dem|des|von|im|in|am|und|aus|für|einfach|immer|wieder|ständig|seit|Jahren|jahrelang|auch|hier|da|schlicht|nur|zu|viel|viele|uns|unsere[nrs]?|jede[nrsm]?|alle|sich|es|\p{L}+(?:n|r|s|e))){0,5}`;
const FAULTY =
  "(?:faul|unfähig|nachlässig|schlampig|arrogant|inkompetent|gleichgültig|ignorant|stur|bequem|träge|unwillig|verantwortungslos|überheblich|rücksichtslos|unprofessionell)";
const DID = String.raw`(?:ignorier(?:t|en|te|ten)|versag(?:t|en|te|ten)|schlamp(?:t|en|te|ten)|pfusch(?:t|en|te|ten)|vertusch(?:t|en|te|ten)|verschleier(?:t|n|te|ten)|trödel(?:t|n|te|ten)|verschl(?:äft|afen|ief|iefen)|blockier(?:t|en|te|ten) (?:alles|jede|jeden|grundsätzlich|ständig)|mauer(?:t|n|te|ten)|drück(?:t|en|te|ten) sich|weiger(?:t|n|te|ten) sich|vernachlässig(?:t|en|te|ten)|lüg(?:t|en)|log(?:en)?|verschwende(?:t|n|te|ten)|duck(?:t|en|te|ten) sich|red(?:et|en|ete|eten) sich (?:heraus|raus)|wälz(?:t|en|te|ten)|sabotier(?:t|en|te|ten)|sitz(?:t|en) \p{L}+ aus|saß(?:en)? \p{L}+ aus|täusch(?:t|te|ten)|schau(?:t|en|te|ten) (?:\p{L}+ ){0,3}weg|sah(?:en)? (?:\p{L}+ ){0,3}weg)`;
const DONE =
  "(?:verschlafen|vergeigt|vermasselt|verbockt|verschlampt|vertuscht|verschwiegen|versagt|ignoriert|vernachlässigt|verpennt|versiebt|verschludert|getrödelt|gepfuscht|geschlampt|gelogen|verpfuscht|schleifen lassen|in den Sand gesetzt|unter den Teppich gekehrt|auf die lange Bank geschoben|weggeschaut|weggesehen|sich geweigert)";

export const BLAME: readonly RegExp[] = [
  new RegExp(String.raw`(?<!\p{L})${WHO}${GAP} ${DID}(?!\p{L})`, "u"),
  new RegExp(String.raw`(?<!\p{L})${WHO} (?:hat|haben|hatte|hatten)(?: [^ .;]+){0,7} ${DONE}(?!\p{L})`, "u"),
  new RegExp(
    String.raw`(?<!\p{L})${WHO}${GAP} (?:ist|sind|war|waren)(?: (?:einfach|schlicht|viel|zu|so|immer|nur|seit|Jahren|bei|mit|in|\p{L}+)){0,4} ${FAULTY}(?!\p{L})`,
    "u",
  ),
  new RegExp(
    String.raw`(?<!\p{L})${WHO}${GAP} (?:kümmer(?:t|n|te|ten) sich (?:nie |einfach )?(?:nicht|um nichts)|scher(?:t|en|te|ten) sich nicht|interessier(?:t|en|te|ten) sich (?:\p{L}+ ){0,3}nicht|h(?:ört|ören|örte|örten) (?:nie|nicht|niemandem|keinem) (?:\p{L}+ )?zu|ha(?:t|ben|tte|tten) (?:\p{L}+ )?keine Lust|will (?:\p{L}+ )?nicht arbeiten|tu(?:t|n) nichts|tat(?:en)? nichts|mach(?:t|en|te|ten) nichts|lass(?:en|t) (?:uns|alle|\p{L}+) hängen|lässt (?:uns|alle|\p{L}+) hängen|ließ(?:en)? (?:uns|alle|\p{L}+) hängen)`,
    "u",
  ),
  new RegExp(
    String.raw`(?<!\p{L})${WHO}${GAP} hätten? (?:\p{L}+ ){0,4}(?:wissen|merken|sehen|ahnen) müssen`,
    "u",
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:[Ss]chuld|[Ss]chuldig)(?: daran| dafür)? (?:ist|sind|hat|haben|war|waren|trägt|tragen) (?:allein |nur |vor allem )?(?:die|der|das|den|unsere?|allein)|(?<!\p{L})(?:ist|sind|war|waren)(?: [^ .,;:]+){0,4} schuld(?!\p{L})|${WHO}${GAP} (?:trägt|tragen) (?:die|alle) Schuld|Schuld liegt (?:allein )?(?:bei|beim)|(?:auf das Konto|geht aufs Konto) (?:der|des|von)`,
    "u",
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:Unfähigkeit|Nachlässigkeit|Schlamperei|Gleichgültigkeit|Faulheit|Arroganz|Inkompetenz|Ignoranz|Sturheit|Bequemlichkeit|Untätigkeit|Versagen|Versagens|Unwille|Überheblichkeit) (?:der|des|von|beim|im|unserer?s?|seitens)|(?<!\p{L})(?:[Uu]nfähige|[Ff]aule|[Ii]nkompetente|[Nn]achlässige|[Aa]rrogante|[Ss]chlampige|[Gg]leichgültige)[nrs]? ${WHO}`,
    "u",
  ),
];

/** Words that take blame back, or say it of those whom the work serves. */
export const NO_BLAME =
  /(?:[Nn]iemand (?:ist|war|hat|trägt)|[Kk]eine[rn]? (?:ist|war|hat|trägt)|nicht) (?:\p{L}+ ){0,3}(?:schuld|Schuld)|keine Schuld|Schuldige (?:gibt|suchen wir)|^(?:Die |Viele |Manche |Unsere )?(?:Kund(?:en|innen)|Patient(?:en|innen)|Gäste|Schüler|Fahrgäste|Mieter|Leser|Besucher|Bürger|Nutzer)(?!\p{L})/u;

export const JARGON: readonly RegExp[] = [
  /(?<!\p{L})Synergie\p{L}*/u,
  /(?<!\p{L})(?:ganzheitlich|holistisch|disruptiv|proaktiv)\p{L}*/iu,
  /(?<!\p{L})Paradigm\p{L}*/u,
  /(?<!\p{L})Low[- ]hanging[- ]Fruits?/iu,
  /(?<!\p{L})(?:Quick[- ]?Wins?|Deep[- ]?Dives?|Best[- ]?Practices?|Pain[- ]?Points?|Use[- ]?Cases?|Touch[- ]?points?|Buy-?in|Value[- ]Proposition|Game[- ]?Changer|End[- ]to[- ]End|Key[- ]?Takeaways?|Go[- ]?to[- ]?Market|Customer[- ]Journey)(?!\p{L})/iu,
  /(?<!\p{L})(?:Stakeholder|Deliverable|Learning|Roadmap|Mindset|Enabler|Alignment|Ownership|Empowerment|Commitment|Leverage)s?(?!\p{L})/u,
  /(?<!\p{L})(?:Stakeholder|Roadmap|Mindset|Learning|Touchpoint)-?\p{L}+/u,
  /(?<!\p{L})(?:committe[nt]|gecommittet|challenge[nt]|gechallengt|leverage[nt]|hebeln wir|onboarde[nt]|gescaled|pushe[nt]|gepusht)(?!\p{L})/iu,
];

/** Acronyms that German readers know. */
export const COMMON = wordSet(
  `ag kg ug ev eg tüv drk adac asb bgh bmf bmwk kfw eeg geg ihk hwk öpnv pkw lkw mwst ust bgb dsgvo nrw brd ddr spd cdu csu fdp
  ard zdf db ki edv mvz op sgb aok tk vhs ch vw bahn din vde vdi vku bdew kfz sb wlan ice ec ic bvg mdk pv wg bsi hgb gwg
  agb bwl afa kwk kita zob hno mrt ct ekg uhf lte bafin esg eeg e-auto xl ab`,
);

const WORKS =
  "(?:Vorschlag|Vorschlags|Antrag|Antrags|Vorhaben|Vorhabens|Projekt|Projekts|Programm|Programms|Vorlage|Maßnahme|Konzept|Konzepts|Initiative)";

/** Openings of a text that brings the solution or the request, and not the reason. */
export const PROPOSES: readonly RegExp[] = [
  /^(?:Deshalb |Daher |Nun )?(?:[Ww]ir|[Ii]ch) (?:schlagen?|empfehlen?|beantragen?|bitten?|möchten?|wollen|sollten|planen|fordern)(?!\p{L})/u,
  /^(?:Deshalb|Daher|Darum|Hiermit|Nun) (?:schlagen|empfehlen|beantragen|bitten|sollten) wir(?!\p{L})/u,
  /^(?:Beantragt|Genehmigt|Beschlossen|Vorgeschlagen|Empfohlen|Eingeführt|Angeschafft|Eingerichtet|Eröffnet|Bewilligt) (?:wird|werden)(?!\p{L})/u,
  /^(?:Genehmigen|Bewilligen|Beschließen|Bitte genehmigen) Sie(?!\p{L})/u,
  new RegExp(
    String.raw`^(?:Diese[rs]?|Unser|Unsere|Das|Der|Die) (?:vorliegende[rs]? )?${WORKS}(?!\p{L})(?! (?:eine[sr]|des|der|von|auf|fehlt|stockt|ruht|scheitert|kam|liegt))`,
    "u",
  ),
  new RegExp(`^(?:Das )?(?:Ziel|Zweck|Gegenstand) (?:de[rs]|diese[rs]|unsere[rs]) ${WORKS}`, "u"),
  /^(?:Die Lösung|Unsere Lösung|Unsere Empfehlung|Unsere Bitte) (?:ist|lautet|heißt|wäre)(?!\p{L})/u,
  /^Eine? neue[rs]? (?:Plattform|Software|App|System|Programm|Anlage|Werkzeug|Dienst|Stelle|Team|Lösung|Linie|Halle|Maschine|Portal)(?!\p{L})/u,
  /^Mit (?:einem|einer|dem|der) neuen (?:Plattform|Software|App|System|Programm|Anlage|Werkzeug|Dienst|Team|Lösung|Linie|Halle|Maschine|Portal)(?!\p{L})/u,
  /^(?:Durch|Mit) (?:die|der|eine|einer|den|dem|einen|einem) (?:Einführung|Anschaffung|Investition|Einstellung|Umstellung|Zusammenlegung|Einrichtung|Eröffnung|Bau|Kauf|Beschaffung|Ausbau)(?!\p{L})/u,
  /^Um .{5,80} zu \p{L}+, (?:brauchen|benötigen|müssen|sollten|wollen) wir(?!\p{L})/u,
  /^(?:Die |Eine )?(?:Einführung|Anschaffung|Eröffnung|Beschaffung|Einrichtung|Zusammenlegung) .{3,80} (?:würde|würden|soll|sollen|ermöglicht)(?!\p{L})/u,
  /^.{3,60} (?:ist|wäre|sind) die (?:beste |richtige |einzige )?(?:Lösung|Antwort)(?!\p{L})/u,
  /^(?:Der|Die) (?:Vorstand|Aufsichtsrat|Geschäftsführung|Stadtrat|Ausschuss|Rat) (?:möge|soll|sollte)(?!\p{L})/u,
  /^Es (?:wird|werden) (?:\p{L}+ ){0,2}(?:beantragt|vorgeschlagen|empfohlen)(?!\p{L})/u,
];

export const BELITTLES: readonly RegExp[] = [
  /(?<!\p{L})(?:Bedenkenträger|Nörgler|Ewiggestrig\p{L}*|Gewohnheitstiere|Zauderer|Blockierer|Besserwisser|Miesmacher)/u,
  /(?<!\p{L})(?:Skeptiker|Gegner|Zweifler|Kritiker|Manche|Einige|Die Alten|Ältere|Die Älteren|Die Gewerkschaft|Der Betriebsrat|Die Verwaltung)(?!\p{L})[^.]*(?<!\p{L})(?:immer|grundsätzlich|aus Prinzip|ohnehin|sowieso|einfach (?:nicht|keine|nur)|nur (?:meckern|jammern|bremsen)|gegen alles|an allem)(?!\p{L})/u,
  /Angst vor (?:jeder |der |allem )?(?:Veränderung|Neue[mn]|Fortschritt|Technik)|(?:hassen|scheuen|mögen keine|fürchten jede) (?:jede )?Veränderung|Widerstand gegen Veränderung/u,
  /(?<!\p{L})(?:gegen alles Neue|gegen alles sein|immer gegen alles|wollen ihre Ruhe|zu bequem|schon immer so gemacht)/u,
  /(?<!\p{L})(?:[Nn]iemand mag|[Ww]en interessiert|[Ww]en kümmert|[Ww]ozu die Mühe|gewöhnen sich schon|gewöhnt sich schon|werden sich (?:schon )?daran gewöhnen)/u,
  /(?<!\p{L})(?:jammern|meckern|nörgeln|mosern|maulen)(?!\p{L})|(?:verstehen|versteht|begreifen|kapieren) (?:das|es|die Sache|den Nutzen) (?:einfach |eben |halt )?nicht/u,
];

export const STOPWORDS = wordSet(
  `und oder aber denn sondern sowie doch wenn weil dass als wie ob bis damit obwohl während bevor nachdem sobald solange
  der die das den dem des ein eine einer eines einem einen kein keine keiner keinen keinem nicht nie nur auch noch schon sehr mehr
  weniger viel viele vielen alle allem allen aller alles jede jeder jedes jeden jedem manche mancher einige etwas nichts man sich
  ich wir ihr sie uns ihm ihn ihnen mich mir dich dir euch mein meine unser unsere unserer unseren unserem unseres ihre ihrer
  ihren ihrem ihres sein seine seiner seinen seinem dies diese dieser dieses diesen diesem jene jener welche welcher was wer wen
  wem wessen wo wann warum wieso woher wohin hier dort dann jetzt heute gestern morgen immer wieder oft selten fast etwa rund
  ist sind war waren sei wäre wären bin bist hat haben hatte hatten hätte hätten wird werden wurde wurden würde würden worden
  kann können konnte konnten könnte muss müssen musste soll sollen sollte will wollen wollte darf dürfen mag möchte lassen lässt
  gibt geben kostet kostete geht gehen kommt kommen macht machen bleibt steht stehen liegt
  auf aus bei beim von vom vor nach mit ohne für gegen über unter zwischen durch seit zum zur zu im in am an ab um
  zwei drei vier fünf sechs sieben acht neun zehn elf zwölf erste ersten zweite zweiten dritte dritten beide beiden
  jahr jahre jahren jahres monat monate monaten woche wochen tag tage tagen stunde stunden prozent euro mal neu neue neuen neuer neues
  ganz gar eben etwa dabei dafür daran darauf davon dazu deren dessen jedoch sonst selbst so es er da`,
);

/** Words of a decision that say no more than yes. */
export const ASKING = wordSet(
  "genehmigen genehmigt genehmigung beschließen beschlossen bewilligen bewilligt freigeben freigegeben einführen eingeführt einführung starten beginnen programm projekt vorhaben jahr jahre neu neue neuen alle allen",
);

/** Words which concede that an effect may be none. */
export const UNCERTAIN =
  /(?<!\p{L})(?:null|Bandbreite|Konfidenzintervall|Vertrauensbereich|unsicher|vielleicht|möglicherweise|kann auch ausbleiben)/iu;

/** Words which say that no difference was found. */
export const NO_EFFECT =
  /beiderseits (?:der |von )?Null|(?<!\p{L})(?:kein(?:en|e)?) (?:\p{L}+en )?(?:Unterschied|Wirkung|Effekt|Veränderung|Rückgang|Anstieg) (?:gefunden|gemessen|festgestellt|nachgewiesen|zu sehen)/iu;

/** Words of somebody who has no concern. */
export const UNCONCERNED =
  /^(?:nicht bekannt|keine(?: Bedenken| Einwände)?|ohne(?: Bedenken| Einwände)?|nichts)[.]?$/iu;

/** Words of what is to be kept as it is, and may be reached already. */
export const KEEPS =
  /(?<!\p{L})(?:halten|erhalten|beibehalten|bleib|sichern|oder weniger|oder mehr|höchstens|mindestens)/iu;

/** Words of a bound: in a goal they say that it is to be kept. */
export const AT_MOST = /(?<!\p{L})höchstens/iu;

/** Whole mitigations that name no act. */
export const WISH =
  /^(?:(?:genau|eng|enge|laufend|laufende|regelmäßig|regelmäßige|gute|offene|aktiv|aktive|klare|sorgfältige)\s+)?(?:beobachten|Beobachtung|überwachen|Überwachung|kommunizieren|Kommunikation|abwarten|im Auge behalten|Abstimmung|Planung|Steuerung|Zusammenarbeit|wird beobachtet|wird überwacht)(?:\s+(?:und|die|der|des|Lage|Risikos|genau|eng|laufend|regelmäßig|bei|Bedarf|mit|allen|Beteiligten|gegensteuern|reagieren|kommunizieren))*[.!]?$/iu;

/** Beginnings of a mitigation that hopes, whatever it hopes for. */
export const HOPES =
  /^\P{L}*(?:wir )?(?:hoffen|hoffentlich|vertrauen darauf|gehen davon aus|rechnen damit|erwarten, dass|glauben)(?!\p{L})/iu;

/** Signs that nobody can observe by a day. */
export const FEELING =
  /(?<!\p{L})(?:Gefühl|Eindruck|Stimmung|Bauchgefühl|fühlt sich|fühlen sich|Atmosphäre)/iu;
