import { wordSet } from "../reading/scan.ts";

/** Whoever acts: teams, offices and houses by their names, people by the ending of those who do (-ja, -jät, -mies). */
const WHO = String.raw`(?:\p{L}*(?:tiimi|osasto|johto|päällikkö|päälliköt|esimie\p{L}+|insinööri|insinöörit|lääkäri|lääkärit|konsultti|konsultit|hallitus|hallinto|toimi|toimisto|yhtiö|yhtiöt|yritys|palvelu|hankinta|myynti|markkinointi|talous|tuotanto|logistiikka|laskutus|verkko|henkilöstö|virkamie\p{L}+|\p{L}*mie(?:s|het)|ministeriö|virasto|kunta|kaupunki|kaavoitus|vastaanotto|laboratorio|koulu|rehtori|pankki|poliitikot|mestarit|laitos|keskus|yksikkö|ryhmä|\p{L}{2,}(?<!sar|kir|ra|poh|har|suo)j(?:a|ä|at|ät))|IT|HR)`;

/** Words beside a verb that leave the blame what it is. */
const HOW = String.raw`(?:(?:\p{L}+n |\p{L}+ä |\p{L}+a )?(?:aina|taas|jälleen|jatkuvasti|yksinkertaisesti|vain|vuosia|vuosikausia|toistuvasti) )*`;

/** Things that people are blamed for not doing, with the forms of the negative verb: eivät vaivaudu, ei ole vaivautunut. */
const NOT = String.raw`(?:ei|eivät)(?: ole| olleet| ollut| edes| vain| yksinkertaisesti| koskaan| enää)* (?:kuuntele|kuunnel|vastaa|vastan|lue |luke|viitsi|vaivau|suostu|piittaa|piitan|välitä|välittä|noudata|noudatta|osaa|osan(?:nut|neet)|tee mitään|teh(?:nyt|neet) mitään|halua|halun|jaksa|kerro kenellekään)\p{L}*|(?:ei|eivät) koskaan`;

const DID = String.raw`(?:kieltäyty(?:y|vät|i|ivät)|laiminly(?:ö|övät|i|ivät)|laiminlö(?:i|ivät)|vitkutt?el(?:ee|evat|i|ivat)|tunaroi(?:vat)?|moka(?:a|avat|si|sivat)|sössi(?:i|vät)?|epäonnistui(?:vat)? tehtävä|nukkui(?:vat)?(?:,| onnensa)|tuhla(?:a|avat|si|sivat)|törsä(?:ä|ävät|si|sivät)|vähätteli(?:vät)?|vähättele(?:e|vät)|hukkasi(?:vat)?|pilasi(?:vat)?|petti(?:vät)? |valehteli(?:vat)?|salasi(?:vat)?|salaili(?:vat)?|pimitti(?:vät)?|katso(?:o|vat|i|ivat) (?:\p{L}+ )?muualle|lintsa(?:a|avat|si|sivat)|pinna(?:a|avat|si|sivat)|unohta(?:a|vat) (?:aina|jatkuvasti)|keksi(?:i|vät) (?:aina )?tekosyitä|jätti(?:vät)? \p{L}+ (?:huomiotta|lukematta|hoitamatta|tekemättä)|ummisti(?:vat)? silmänsä|johti(?:vat)? \p{L}+ harhaan|antoi(?:vat)? \p{L}+ (?:kasvaa|paisua)|istui(?:vat)? \p{L}+ päällä|rikko(?:i|ivat) lupauksensa|(?:vieritt|sysä|sälytt)\p{L}+ (?:vastuun|syyn)|pakoil\p{L}+ vastuuta|jarrutta(?:a|vat) (?:jokaista|kaikkea|joka)|sabotoi(?:vat)?|sotki(?:vat)?|töpeksi(?:vät)?|hutiloi\p{L}*|laista(?:a|vat)|luista(?:a|vat) vastuu\p{L}+|(?:pake|pakoil)\p{L}+ vastuu\p{L}+|viivyttel\p{L}+|hidastel\p{L}+|peittel\p{L}+|vedättä\p{L}+|halveksi\p{L}*|sivuuttivat?|sivuutti|maka(?:si|sivat) \p{L}+ päällä|\p{L}+ eikä (?:reago|väli|viits|kerro|kerto|vastaa|vastan|kuunte|kuunne|pidä sanaansa|pitänyt sanaansa)\p{L}*|(?:torppa|piilottel|haaska|venyttä|vetkuttel|jahkail)\p{L}*|venytti(?:vät)?|katso(?:o|vat|i|ivat) läpi sormien|(?:ei|eivät) (?:tee|teh|hoi)\p{L}+ (?:osuuttaan|työtään|tehtäv\p{L}+|velvollisuu\p{L}+)|(?:jätti|jättivät) jälkeensä (?:sotku|kaaoks|sekasorro)\p{L}+|(?:elä|asu)\p{L}+ omassa kuplassaan|teki(?:vät)? \p{L}+ hutiloiden|(?:on|ovat) (?:laiminlyöneet?|laiminlyönyt|torpannut|torpanneet)|(?:on|ovat|oli|olivat) (?:yksinkertaisesti )?(?:liian )?(?:jääräpäi|töyke|ylimieli|huolimattom|laisk|välinpitämättöm|osaamattom|saamattom|leväperäi|vastuuttom)\p{L}+)`;

/** Lack of care, will or wit, by its noun in every case and as it stands before those who lack it. */
const FAULTS = String.raw`(?:välinpitämättömyy|laiskuu|piittaamattomuu|huolimattomuu|ylimielisyy|saamattomuu|jääräpäisyy|leväperäisyy|ahneu|haluttomuu|vastuuttomuu|itsekkyy|osaamattomuu|vitkuttelu|vetelehtimi)\p{L}*`;
const FAULTY = String.raw`(?:huolimatto|laisk|välinpitämättö|ylimieli|saamatto|osaamatto|leväperäi|piittaamatto|vastuutto|jääräpäi)\p{L}{0,4}t`;

/** Subjects that rule blame out: customers and others whom the work serves may well not bother; colleagues are blamed for that. */
const NOT_SERVED = String.raw`(?<!(?:asiak|potila|käyttäj|kävij|matkustaj|oppila|opiskelij|jäsen|perhe|ihmi|nuor|asuk|lukij|kuluttaj|kansalai)\p{L}*(?: \p{L}+){0,2} )`;

/** Phrases that blame in Finnish: the fault of somebody, or somebody's will, care or intelligence. */
export const BLAME: readonly RegExp[] = [
  new RegExp(String.raw`(?<!\p{L})${WHO}(?: \p{L}+){0,2}? ${HOW}(?:${NOT}|${DID})`, "iu"),
  new RegExp(
    String.raw`${NOT_SERVED}(?<!\p{L})(?:ei|eivät)(?: ole| edes| vain| enää)* (?:kuuntele|kuunnel|viitsi|vaivau|piittaa|piitan|suostu)\p{L}*`,
    "iu",
  ),
  // What nobody does without meaning to, or without care, whoever it is.
  new RegExp(
    String.raw`${NOT_SERVED}(?<!\p{L})(?:(?:ummist|sulk|sulje)\p{L}+ silmänsä|(?:laiminly|laiminlö|vitkuttel|viivyttel|lintsa|pinnaa|piilottel|hutiloi)\p{L}+|katso\p{L}* läpi sormien|jätti(?:vät)? (?:\p{L}+ )?(?:kertomatta|hoitamatta|lukematta|vastaamatta))(?!\p{L})`,
    "iu",
  ),
  new RegExp(
    String.raw`(?<!\p{L})\p{L}+n ${FAULTS}(?!\p{L})|(?<!\p{L})${FAULTY} ${WHO}(?!\p{L})|osaamattomuus`,
    "iu",
  ),
  /(?<!\p{L})(?:on|ovat|oli|olivat) syypää|syypäät?\b|(?<!\p{L})(?:on|oli) (?:\p{L}+n )(?:\p{L}+n )?vika(?!\p{L})|(?:\p{L}+n )?oma vika(?!\p{L})|(?<!\p{L})syy on \p{L}+n(?:[.!]|$)|(?<!\p{L})(?:on|oli|ovat|olivat) (?:\p{L}+ )?\p{L}+n (?:omaa )?syytä(?!\p{L})/iu,
  /(?<!\p{L})\p{L}+n olisi pitänyt (?:tietää|huomata|ymmärtää)|(?:on|oli|ovat|olivat) (?:\p{L}+ ){1,3}vika(?!\p{L})|(?<!\p{L})(?:syypää|syyllinen) (?:on|oli) |(?<!\p{L})kukaan \p{L}+(?:lla|llä|ssa|ssä) ei (?:jaks|viits|vaivau|välit|piit)\p{L}+|(?:kaaos|sotku|sekasorto|katastrofi) on \p{L}+n (?:aikaansaannos|käsialaa|ansiota)|(?:huono|kehno|heikko) johtaminen|ei(?:vät)? (?:\p{L}+ )?kiinnosta(?!\p{L})|on laiskaa/iu,
];

export const NO_BLAME = /(?:kukaan ei ole|ei ole kenenkään|ei kenenkään) (?:syy|vika)|syyllisiä ei/iu;

export const JARGON: readonly RegExp[] = [
  /(?<!\p{L})synergi\p{L}*/iu,
  /(?<!\p{L})holisti\p{L}*/iu,
  /(?<!\p{L})paradigma\p{L}*/iu,
  /(?<!\p{L})matalalla roikkuv\p{L}+ hedelm\p{L}+/iu,
  /(?<!\p{L})lever(?:oi|aa)\p{L}*/iu,
  /(?<!\p{L})disrupt\p{L}*/iu,
  /(?<!\p{L})touch ?point\p{L}*/iu,
  /(?<!\p{L})(?:roadmap|deliverable|learning|mindset|quick win|best practice|buy-in|deep dive|stakeholder)\p{L}*/giu,
  /(?<!\p{L})fasilitoi\p{L}*/iu,
  /(?<!\p{L})kick-?off\p{L}*/iu,
  /(?<!\p{L})jalkautta\p{L}*/iu,
];

/** Acronyms that Finnish readers know. */
export const COMMON = wordSet(
  "yk alv oy oyj ab kela thl yle stt vr hsl hus hok sak ek tvt ict sm mtv lvi ay ry ky tmi ent vtt wc yt eva etla prh ptt",
);

/** Openings of a text that brings the solution or the request, and not the reason. */
export const PROPOSES: readonly RegExp[] = [
  /^(?:siksi |nyt )?(?:me )?(?:ehdotamme|ehdotan|suosittelemme|suosittelen|esitämme|esitän|pyydämme|pyydän|haemme|haluamme (?:avata|ottaa|rakentaa|ostaa|uudistaa|aloittaa|palkata|siirtää|luoda|investoida)|aiomme|hyväksykää|meidän (?:pitäisi|pitää|tulisi|täytyy|kannattaa))(?!\p{L})/iu,
  /^(?:hyväksytään|otetaan käyttöön|siirretään|rakennetaan|avataan|investoidaan|palkataan|aloitetaan|ostetaan|perustetaan|esitetään|ehdotetaan|lakkautetaan)(?!\p{L})/iu,
  /^(?:tämä|tämän) (?:ehdotus|ehdotuksen|hanke|hankkeen|ohjelma|ohjelman|projekti|projektin|esitys|esityksen)(?!\p{L})/iu,
  /^(?:hankkeen|projektin|ohjelman|esityksen) (?:tavoite|tavoitteena|tarkoitus|tarkoituksena)(?!\p{L})/iu,
  /^(?:uusi (?:alusta|työkalu|järjestelmä|sovellus|ohjelma|palvelu|tuote|ratkaisu)|uuden (?:alustan|työkalun|järjestelmän|sovelluksen|ohjelman|ratkaisun) avulla)/iu,
  /^(?:ehdotettu|ehdottamamme|ehdotuksemme|pyyntömme|suosituksemme|ratkaisu on|ratkaisumme)(?!\p{L})/iu,
  /^(?:investoimalla|ottamalla käyttöön|palkkaamalla|siirtymällä|rakentamalla|ostamalla|uudistamalla|avaamalla)(?!\p{L})/iu,
  /^\p{L}+(?:aksemme|äksemme) (?:\p{L}+ ){0,3}(?:tarvitsemme|haluamme|ehdotamme)/iu,
  /^(?:\p{L}+ ){1,3}on ratkaisu(?!\p{L})/iu,
  /^\p{L}+ (?:julkaiseminen|käyttöönotto|hankkiminen|avaaminen|rakentaminen|palkkaaminen)(?!\p{L}).*\p{L}isi(?!\p{L})/iu,
];

export const BELITTLES: readonly RegExp[] = [
  /muutosvastarin\p{L}*|viha\p{L}* muutosta|pelkää (?:muutosta|kaikkea)|vastusta\p{L}* (?:aina )?kaikkea/iu,
  /(?:jotkut|epäilijät|vastustajat|valittajat|vanhat työntekijät|tavalliset \p{L}+|laiskat \p{L}+|liitto)(?!\p{L}).*(?:aina|vain |eivät vain|menneeseen|kaikkea|vanhat tavat|valittavat|eivät lähde)/iu,
  /kukaan ei pidä|eivät pidä siitä, että (?:heitä|heille)|ketä \p{L}+ kiinnosta|kyllä siihen totutaan|miksi vaivautua/iu,
];

export const STOPWORDS = wordSet(
  `ja tai mutta vaan sekä eikä että jos kun koska vaikka kuin niin myös vain jo vielä aina usein nyt sitten siis ehkä
  on ovat oli olivat olla ole ollut olisi ei eivät emme en et ette se sen sitä siinä siitä siihen ne niitä niiden niin tämä
  tämän tätä tässä nämä näitä joka jonka jota jossa josta johon jotka joita joiden joka mikä mitä minkä kuka ketä kenellä me
  meidän meitä meille meillä te he heidän heitä minä minun sinä hän hänen oma omaa oman itse kaikki kaikkien kaikkia joku
  jotkut jokin joka jokainen jokaisen jokaisessa kukaan mikään muu muut muita eri sama saman samana yksi kaksi kolme neljä
  viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista yhden kahden kolmen neljän viiden kuuden kymmenestä
  yli alle noin lähes ennen jälkeen kanssa ilman kohti mukaan vastaan asti lähtien välillä aikana kuluessa päästä
  saa saada saan saavat voi voivat pitää täytyy tulee pidän ottaa otetaan tehdä tekee teki vuosi vuoden vuodessa vuotta
  kuukausi kuukauden kuukaudessa viikko viikon viikkoa viikossa päivä päivän päivää prosenttia prosentti prosenttiin`,
);

export const ASKING = wordSet(
  "hyväksytään hyväksyä hyväksyminen otetaan käyttöön aloitetaan avataan rakennetaan ohjelma vuosi vuodeksi hanke uusi kaikilla lopetetaan",
);

/** Words which say that no difference was found. */
export const NO_EFFECT =
  /nollan molemmin puolin|molemmin puolin nollaa|(?<!\p{L})(?:eroa|vaikutusta|haittaa|muutosta|laskua|nousua) ei (?:havaittu|löytynyt|löydetty|todettu|näkynyt|mitattu)/iu;

/** Words which concede that an effect may be none. */
export const UNCERTAIN = /(?<!\p{L})(?:nolla|vaihteluväli|luottamusväli|epävarm|ehkä|voi olla)/iu;

/** Words of what is to be kept as it is, and may be reached already. */
export const KEEPS = /(?<!\p{L})(?:säily|pidä|pysy|tai vähemmän|tai enemmän|yllä)/iu;

/** Words of a bound: in a goal they say that it is to be kept. */
export const AT_MOST = /(?<!\p{L})enintään/iu;

/** Words of somebody who has no concern. */
export const UNCONCERNED = /(?<!\p{L})(?:ei (?:tiedossa|huolia|mitään))/iu;

/** Whole mitigations that name no act. */
export const WISH =
  /^(?:(?:tarkka|tiivis|hyvä|avoin|säännöllinen|aktiivinen|jatkuva|selkeä)\s+)?(?:seurataan|seuranta|tarkkaillaan|valvotaan|toivotaan|yritetään|pyritään|varmistetaan|huolehditaan|viestitään|viestintä|tiedotetaan|johtaminen|yhteistyö|suunnittelu|pidetään silmällä)(?:\s+(?:tilannetta|riskiä|asiaa|sitä|tätä|markkinoita|edistymistä|tarkasti|tiiviisti|säännöllisesti|aktiivisesti|huolellisesti|jatkuvasti|hyvin|ja|reagoidaan|viestitään|seurataan|tarvittaessa|kaikille|avoimesti))*[.!]?$/iu;

/** Beginnings of a mitigation that hopes, whatever it hopes for. */
export const HOPES =
  /^\P{L}*(?:me )?(?:voimme (?:vain )?)?(?:toivo|luote(?:ta|mme)|usko(?:taan|mme)|oleta|odota(?:mme|taan) että)/iu;

/** Words which say that something is all that is missing to a target. */
export const CLOSES =
  /(?<!\p{L})(?:katta[ea]\p{L}*|täyttä\p{L}*|kuro\p{L}*|umpee\p{L}*)[^.;]{0,40}(?:ero|vaje|puuttu|vajau|tavoit)\p{L}*|(?:ero|vaje|puuttuv)\p{L}*[^.;]{0,30}(?:katta[ea]|täyttä|kuro|umpeen)\p{L}*|(?<!\p{L})riittää (?:tavoit|koko)\p{L}*|(?<!\p{L})saavuttaa tavoit\p{L}*/iu;

/** Signs that nobody can observe by a day. */
export const FEELING = /(?<!\p{L})(?:tun(?:ne|tuu|tuma|temus)|vaikutelma|fiilis|ilmapiiri|vaisto)/iu;
