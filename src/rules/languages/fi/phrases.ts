import { wordSet } from "../scan.ts";

const WHO = String.raw`(?:\p{L}*(?:tiimi|osasto|johto|johtaja|johtajat|päällikkö|esimie\p{L}+|insinööri|insinöörit|kehittäjä|kehittäjät|suunnittelija|suunnittelijat|hoitaja|hoitajat|lääkäri|lääkärit|opettaja|opettajat|kuljettaja|kuljettajat|konsultti|konsultit|toimittaja|toimittajat|hallitus|hallinto|toimi|palvelu|hankinta|myynti|markkinointi|talous|tuotanto|logistiikka|laskutus|verkko|työntekijä|työntekijät|henkilöstö|virkamie\p{L}+|(?:valvo|järjesteli|tarkasta|koulutta|toimitta|ohjaa|hoita|rakenta|myy|siivoo|vartij|omista|valmenta|kirjanpitä|rekisterinpitä)j(?:a|ä|at|ät)|talonmie\p{L}+|ministeriö|virasto|kunta|kaupunki|kaavoitus|vastaanotto|laboratorio|koulu|pankki|tarkastajat|kirjastonhoitajat|poliitikot|asiantuntijat|mestarit|laitos|keskus|yksikkö|johtokunta)|IT|HR)`;

/** What blames in Finnish: the fault of somebody, or somebody's will, care or wit. */
export const BLAME: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})${WHO}(?: \p{L}+){0,2}? (?:ei (?:kuuntele|vastaa|lue|viitsi|viitsinyt|suostu|suostunut|piittaa|piitannut|välitä|välittänyt|tehnyt mitään|tee mitään)|eivät (?:kuuntele|kuunnelleet|vastaa|viitsi|viitsineet|piitanneet|välittäneet|tee mitään|suostu|suostuneet|piittaa|välitä|tehneet mitään|koskaan)|jätti(?:vät)? \p{L}+ huomiotta|kieltäyty(?:i|ivät) |(?:on|ovat) laiminlyöneet?|(?:on|ovat) laiminlyönyt|laiminlöi|vitkutteli(?:vat)?|tunaroi(?:vat)?|mokasi(?:vat)?|sössi(?:vät)?|epäonnistui(?:vat)? tehtävä|nukkui(?:vat)?,|tuhlasi(?:vat)?|vähätteli(?:vät)?|hukkasi(?:vat)?|pilasi(?:vat)?|petti(?:vät)? |valehteli(?:vat)?|katso(?:i|ivat) muualle|lintsasi(?:vat)?|unohta(?:a|vat) (?:aina|jatkuvasti)|keksi(?:i|vät) (?:aina )?tekosyitä|(?:on|ovat) torpannut|(?:on|ovat) torpanneet|ummisti(?:vat)? silmänsä|johti(?:vat)? \p{L}+ harhaan|antoi(?:vat)? \p{L}+ (?:kasvaa|paisua)|(?:on|ovat) (?:yksinkertaisesti )?(?:liian )?(?:jääräpäi|töyke|ylimieli|huolimattom|laisk|välinpitämättöm|osaamattom)\p{L}+)`,
    "iu",
  ),
  /(?<!\p{L})(?:on|ovat|oli|olivat) syypää|syypäät?\b|(?<!\p{L})(?:on|oli) (?:\p{L}+n )(?:\p{L}+n )?vika(?!\p{L})|(?:\p{L}+n )?oma vika(?!\p{L})|(?<!\p{L})syy on \p{L}+n(?:[.!]|$)/iu,
  /olisi pitänyt tietää|osaamattomuus|(?<!\p{L})\p{L}+n (?:välinpitämättömyys|laiskuus|piittaamattomuus|huolimattomuus|ylimielisyys|saamattomuus|jääräpäisyys|leväperäisyys)(?!\p{L})|(?:on|oli|ovat|olivat) (?:\p{L}+ ){1,3}vika(?!\p{L})|(?<!\p{L})(?:syypää|syyllinen) (?:on|oli) |laiskat (?:\p{L}*(?:miehet|jat|jät|osastot|tiimit))|(?:huono|kehno|heikko) johtaminen|ei(?:vät)? (?:\p{L}+ )?kiinnosta(?!\p{L})|on laiskaa/iu,
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
  "yk alv oy oyj ab kela thl yle stt vr hsl hus hok sak ek tvt ict sm mtv lvi ay ry ky tmi ent vtt yt eva etla prh ptt",
);

/** How a text opens that brings the solution or the request. */
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
