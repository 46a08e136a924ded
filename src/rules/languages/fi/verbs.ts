/** Finnish verbs by the third person of present and past; the plural follows from both. */
const PAIRS = `
kasvaa kasvoi, laskee laski, nousee nousi, putoaa putosi, maksaa maksoi, lähtee lähti, tulee tuli, menee meni, jää jäi,
vie vei, tuo toi, saa sai, saapuu saapui, tekee teki, näkee näki, antaa antoi, ottaa otti, pitää piti, kertoo kertoi,
sanoo sanoi, kysyy kysyi, vastaa vastasi, odottaa odotti, tarvitsee tarvitsi, haluaa halusi, voi voi, pystyy pystyi,
täytyy täytyi, kannattaa kannatti, puuttuu puuttui, riittää riitti, loppuu loppui, alkaa alkoi, päättyy päättyi,
jatkuu jatkui, muuttuu muuttui, paranee parani, heikkenee heikkeni, vähenee väheni, lisääntyy lisääntyi, lisää lisäsi,
pienenee pieneni, suurenee suureni, lyhenee lyheni, pitenee piteni, kallistuu kallistui, halpenee halpeni,
romahtaa romahti, tuplaantuu tuplaantui, puolittuu puolittui, kaksinkertaistuu kaksinkertaistui, ylittää ylitti,
alittaa alitti, saavuttaa saavutti, kestää kesti, viipyy viipyi, myöhästyy myöhästyi, viivästyy viivästyi, ehtii ehti,
toimii toimi, palvelee palveli, käyttää käytti, kuluttaa kulutti, säästää säästi, ostaa osti, myy möi, myy myi,
tuottaa tuotti, aiheuttaa aiheutti, estää esti, auttaa auttoi, tukee tuki, korvaa korvasi, täyttyy täyttyi,
tyhjenee tyhjeni, seisoo seisoi, odottaa odotti, kärsii kärsi, hyötyy hyötyi, menettää menetti, voittaa voitti,
häviää hävisi, katoaa katosi, palaa palasi, käy kävi, asuu asui, elää eli, nukkuu nukkui, lukee luki, kirjoittaa kirjoitti,
kuulee kuuli, ymmärtää ymmärsi, tietää tiesi, tuntee tunsi, luulee luuli, uskoo uskoi, toivoo toivoi, päättää päätti,
valitsee valitsi, hyväksyy hyväksyi, hylkää hylkäsi, avaa avasi, sulkee sulki, aukeaa aukesi, sulkeutuu sulkeutui,
siirtää siirsi, siirtyy siirtyi, vaihtaa vaihtoi, vaihtuu vaihtui, korjaa korjasi, rikkoo rikkoi, rikkoutuu rikkoutui,
vuotaa vuoti, syttyy syttyi, johtuu johtui, johtaa johti, perustuu perustui, riippuu riippui, liittyy liittyi,
koskee koski, kuuluu kuului, sisältää sisälsi, kattaa kattoi, vaatii vaati, edellyttää edellytti, mahdollistaa mahdollisti,
helpottaa helpotti, nopeuttaa nopeutti, hidastaa hidasti, nopeutuu nopeutui, hidastuu hidastui, parantaa paransi,
heikentää heikensi, lisää lisäsi, vähentää vähensi, pienentää pienensi, kasvattaa kasvatti, nostaa nosti, pudottaa pudotti,
näkyy näkyi, näyttää näytti, osoittaa osoitti, todistaa todisti, kertyy kertyi, syntyy syntyi, kuolee kuoli, sairastuu sairastui,
paranee parani, viihtyy viihtyi, pysyy pysyi, irtisanoutuu irtisanoutui, valittaa valitti, kiittää kiitti, luottaa luotti,
pelkää pelkäsi, vastustaa vastusti, kohtaa kohtasi, löytää löysi, löytyy löytyi, etsii etsi, hakee haki, noutaa nouti,
toimittaa toimitti, lähettää lähetti, vastaanottaa vastaanotti, tilaa tilasi, peruu perui, maistuu maistui, kiinnostaa kiinnosti,
hoitaa hoiti, auttaa auttoi, opettaa opetti, oppii oppi, kokee koki, arvioi arvioi, mittaa mittasi, laskuttaa laskutti,
ratkaisee ratkaisi, ratkeaa ratkesi, onnistuu onnistui, epäonnistuu epäonnistui, toteutuu toteutui, toteuttaa toteutti,
lakkaa lakkasi, lakkaa lakkasi, pysähtyy pysähtyi, seuraa seurasi, edeltää edelsi, ohittaa ohitti, päihittää päihitti,
syö söi, juo joi, lyö löi, ui ui, käynnistyy käynnistyi, uusii uusi, vanhenee vanheni, kuluu kului, karkaa karkasi,
tunnistaa tunnisti, huomaa huomasi, unohtaa unohti, muistaa muisti, erottuu erottui, eroaa erosi, jakaa jakoi, jakautuu jakautui,
jonottaa jonotti, kiertää kiersi, kulkee kulki, ajaa ajoi, matkustaa matkusti, kävelee käveli, juoksee juoksi, pärjää pärjäsi,
sietää sieti, sopii sopi, sitoo sitoi, vapauttaa vapautti, vapautuu vapautui, kiristyy kiristyi, venyy venyi, supistuu supistui,
painaa painoi, maksattaa maksatti, kannustaa kannusti, estyy estyi, leviää levisi, tasaantuu tasaantui, hallitsee hallitsi,
keskeyttää keskeytti, tuhoaa tuhosi, hajoaa hajosi, palaa paloi, kastelee kasteli, täyttää täytti, tyhjentää tyhjensi,
sulattaa sulatti, jäähtyy jäähtyi, yhdistää yhdisti, erottaa erotti, kääntää käänsi, kääntyy kääntyi, kaataa kaatoi, kaatuu kaatui,
kantaa kantoi, kasaa kasasi, kerää keräsi, kiittää kiitti, kilpailee kilpaili, laajenee laajeni, laajentaa laajensi, lainaa lainasi,
lämmittää lämmitti, lämpenee lämpeni, maistaa maistoi, merkitsee merkitsi, muistuttaa muistutti, nappaa nappasi, neuvoo neuvoi,
nojaa nojasi, omistaa omisti, paljastaa paljasti, palkkaa palkkasi, peittää peitti, pesee pesi, piilottaa piilotti, poistaa poisti,
poikkeaa poikkesi, rakentaa rakensi, rajoittaa rajoitti, rasittaa rasitti, repii repi, saastuttaa saastutti, sallii salli,
selittää selitti, selviää selvisi, soi soi, soittaa soitti, suojaa suojasi, suosii suosi, syrjäyttää syrjäytti, särkyy särkyi,
taistelee taisteli, tarjoaa tarjosi, tarkoittaa tarkoitti, teettää teetti, toistuu toistui, turvaa turvasi, tutkii tutki,
täydentää täydensi, uhkaa uhkasi, ulottuu ulottui, vahvistaa vahvisti, vahvistuu vahvistui, valvoo valvoi, vanhentaa vanhensi,
varaa varasi, varastaa varasti, varoittaa varoitti, vetää veti, vierailee vieraili, viivyttää viivytti, voimistuu voimistui,
välttää vältti, väsyy väsyi, yllättää yllätti, ylläpitää ylläpiti, äänestää äänesti, kukkii kukki, haisee haisi, tippuu tippui,
tappaa tappoi, pelastaa pelasti, karsii karsi, työllistää työllisti, vaikuttaa vaikutti, ennustaa ennusti, kertautuu kertautui`;

const thirds = PAIRS.split(/[,\n]/u).flatMap((pair) => {
  const [present = "", past = ""] = pair.trim().split(" ");
  return present === "" ? [] : [{ present, past }];
});

const back = (word: string): boolean => /[aou]/u.test(word);
const plural = (third: string): string =>
  `${third.replace(/(aa|ää|ee|oo|uu|yy|ii|öö)$/u, (end) => end.charAt(0))}${back(third) ? "vat" : "vät"}`;
const pastPlural = (past: string): string => `${past}${back(past) ? "vat" : "vät"}`;

/** Forms that are finite on their own. */
export const FINITE: ReadonlySet<string> = new Set([
  ...thirds.flatMap(({ present, past }) => [present, past, plural(present), pastPlural(past)]),
  ..."jäävät saavat vievät tuovat käyvät myyvät tekevät näkevät syövät juovat lyövät".split(" "),
  ..."on ovat oli olivat olisi olisivat ei eivät emme en ette et lienee olemme olimme".split(" "),
  ..."emmekä eikä eivätkä".split(" "),
]);

/** Endings that are hardly ever those of nouns: passive, conditional, person. */
export const ENDINGS: readonly RegExp[] = [
  /(?:[aeiouyäö]isi|isivat|isivät)$/u,
  /(?:t|d|ll|nn|rr|st)(?:aan|ään)$/u,
  /(?:[^kpr]ett|[aou]tt|[^r]itt|st|lt|nt|ätt)(?:iin)$/u,
  /(?:taisiin|täisiin)$/u,
  /(?:oituu|oitui|[aeiouyäö]utuu|ytyy|ytyi|istuu|istui|entyy|eentuu|telee|teli|ilee|ttaa|ttää|staa|stää|ntaa|ntää|ltaa|ltää)$/u,
  /(?:[aeiouyäö]vat|[aeiouyäö]vät)$/u,
];

/** Words with such endings that are no verbs. */
export const NO_VERBS: ReadonlySet<string> = new Set(
  `hintaan päivittäin tavat kovat lavat luvat kuvat elävät rahastoon pöytään hataan uutta toimintaan palautetta laatua
  vastaan johtaan rintaan mukaan lautaan syytä yhtään mitään ketään missään asiakkaat vastaavat seuraavat kasvavat laskevat
  nousevat tulevat olevat johtavat muuttuvat kestävät puuttuvat jatkuvat tehtävät koettavat kautta rautaa ilmastaa kotimaista vastaa
  hetkellä talousta rataan kotaan hoitaan matkaan puhtaat tietaan vettä lähtien kohtaan pohjaan kertaan ryhmään vuotaan
  kahta viittä kuutta seitsemättä sataa tuhatta arvoa laitetta hintaa aikataulutta kuntaa sotaan`.split(
    /\s+/u,
  ),
);

/** Participles in the plural look like verbs: "kasvavat kulut" names something, "kulut kasvavat" says it. */
export const PARTICIPLES: ReadonlySet<string> = new Set(
  "kasvavat laskevat nousevat tulevat johtavat muuttuvat puuttuvat jatkuvat seuraavat vastaavat kestävät odottavat toimivat vaihtuvat kasvavat heikkenevät vähenevät laajenevat myöhästyvät".split(
    " ",
  ),
);
