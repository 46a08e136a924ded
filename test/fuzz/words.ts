import type { Random } from "./random.ts";

/** Texts as business users write them, in one language per bundle, and now and then with a word of another script. */
export interface Words {
  /** A name of one to five words: of a thing, a team, a step, a category. */
  readonly thing: () => string;
  readonly person: () => string;
  readonly role: () => string;
  readonly team: () => string;
  /** A sentence for a title: 30 to 150 characters, without a full stop. */
  readonly title: () => string;
  /** A sentence of running text, 40 to 260 characters. */
  readonly sentence: () => string;
  /** A few words for a cell of a table. */
  readonly phrase: () => string;
  /** What somebody said, 40 to 320 characters. */
  readonly speech: () => string;
  readonly unit: () => string;
  /** Figures that sentences may quote from now on. */
  readonly figures: string[];
}

interface Language {
  readonly things: readonly string[];
  readonly people: readonly string[];
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  readonly clauses: readonly string[];
  readonly tails: readonly string[];
  readonly phrases: readonly string[];
  readonly units: readonly string[];
  readonly joint: string;
  readonly stop: string;
}

const ENGLISH: Language = {
  things: [
    "Returns",
    "Order picking",
    "First-line support",
    "Warehouse north",
    "Night shifts",
    "Sick days",
    "Churn of business customers",
    "Deliveries on time",
    "Maintenance contracts",
    "Energy",
    "Licences and integration",
    "Training",
    "Other",
    "Depot Å",
    "Sales to public bodies",
    "Time from order to first invoice",
    "Complaints that come back within a month",
    "R&D",
    "IT",
    "Rent, heating and cleaning of the two branches",
  ],
  people: [
    "Ada Byrne",
    "Jo Li",
    "Maximiliane Freifrau von Hohenfels-Rautenberg",
    "Dr. Samuel Okonkwo",
    "Priya Raghunathan",
    "Tom Hale",
    "Ingrid Sørensen",
    "Bo Ek",
    "Guadalupe Hernández-Villanueva",
    "Wei Zhang",
  ],
  roles: [
    "CFO",
    "Head of operations",
    "Chief information security officer",
    "Works council",
    "Vice president, customer service and field maintenance",
    "Plant manager",
    "Head of procurement",
    "Legal counsel",
  ],
  teams: ["Operations", "Finance", "Customer care", "IT", "Procurement and logistics", "Sales north"],
  clauses: [
    "returns have doubled since the new packaging came in",
    "most of the delay arises before the parcel leaves the depot",
    "one order in six is touched by three people before it ships",
    "customers who wait longer than two days do not come back",
    "the contract with the carrier ends in March",
    "the pilot in two branches paid for itself within five months",
    "nobody owns the time between order and invoice",
    "fewer faults reach the customer where the second check is in place",
    "the machine stands idle for a third of every night shift",
    "energy is the only cost that rose faster than sales",
    "we lose more people in their first year than in all later years together",
    "the old system cannot be certified again after June",
  ],
  tails: [
    "and the effect is larger in small branches",
    "although volumes stayed level",
    "while the plan assumed the opposite",
    "which costs more than the whole programme",
    "as the figures of the last six quarters show",
    "so the question is who pays for it, not whether it pays",
    "because the two teams measure it in different ways",
    "except in the north, where the change came earlier",
  ],
  phrases: [
    "From March",
    "Two people from sales",
    "None",
    "Agreed with the works council",
    "Effect from Q3 2027",
    "Needs a decision by the board",
    "Half of the saving, a year later",
    "The supplier cannot deliver in time, and the old contract has ended by then",
  ],
  units: ["tickets", "orders", "parcels", "visits", "people"],
  joint: " ",
  stop: ".",
};

const FINNISH: Language = {
  things: [
    "Palautukset",
    "Keräily",
    "Asiakaspalvelun ensilinja",
    "Pohjoinen varasto",
    "Yövuorot",
    "Sairauspoissaolot",
    "Yritysasiakkaiden vaihtuvuus",
    "Toimitusvarmuus",
    "Kunnossapitosopimukset",
    "Energia",
    "Käyttöoikeudet ja integraatiot",
    "Koulutus",
    "Muut",
    "Julkisyhteisöjen hankintailmoitukset",
    "Vastaanottotarkastuksen läpimenoaika",
  ],
  people: ["Aino Virtanen", "Bo Ek", "Maija-Liisa Korkeakoski-Hämäläinen", "Ilmari Niemi", "Päivi Öhman"],
  roles: ["Talousjohtaja", "Tuotantopäällikkö", "Luottamusmies", "Tietohallintojohtaja", "Hankintapäällikkö"],
  teams: ["Tuotanto", "Talous", "Asiakaspalvelu", "Tietohallinto", "Hankinta ja logistiikka"],
  clauses: [
    "palautukset kaksinkertaistuivat uuden pakkauksen myötä",
    "suurin osa viiveestä syntyy ennen kuin lähetys lähtee varastosta",
    "joka kuudes tilaus kulkee kolmen ihmisen kautta",
    "asiakas, joka odottaa yli kaksi päivää, ei palaa",
    "kuljetussopimus päättyy maaliskuussa",
    "kokeilu kahdessa toimipisteessä maksoi itsensä takaisin viidessä kuukaudessa",
    "kukaan ei vastaa tilauksen ja laskun välisestä ajasta",
    "kunnossapitojärjestelmän käyttöönottosuunnitelma valmistuu kesäkuussa",
  ],
  tails: [
    "ja vaikutus on suurin pienissä toimipisteissä",
    "vaikka määrät pysyivät ennallaan",
    "kuten kuuden viime neljänneksen luvut osoittavat",
    "mikä maksaa enemmän kuin koko ohjelma",
  ],
  phrases: ["Maaliskuusta", "Kaksi henkilöä myynnistä", "Ei mitään", "Puolet säästöstä vuotta myöhemmin"],
  units: ["tilausta", "käyntiä", "kpl"],
  joint: " ",
  stop: ".",
};

const GERMAN_WORDS: readonly string[] = [
  "Instandhaltungsplanungssoftware",
  "Geschwindigkeitsüberwachungsanlagen",
  "Rindfleischetikettierungsüberwachungsaufgaben",
  "Betriebsratsvorsitzendenstellvertreterin",
];
const JAPANESE: readonly string[] = [
  "配送の遅れは倉庫を出る前に生じている",
  "顧客の声を毎週聞く",
  "二日以上待つ顧客は戻らない",
  "契約は三月に終わる",
];
const ARABIC: readonly string[] = [
  "معظم التأخير يحدث قبل مغادرة الطرد المستودع",
  "العملاء الذين ينتظرون أكثر من يومين لا يعودون",
  "ينتهي العقد مع شركة النقل في شهر مارس",
];
const HEBREW: readonly string[] = ["לקוחות שמחכים יותר מיומיים אינם חוזרים", "החוזה עם המוביל מסתיים במרץ"];
const EMOJI: readonly string[] = ["🚚", "✅", "📉", "👩‍🔧", "🇫🇮"];

/** What a bundle has beside its language: mostly nothing. */
type Spice = "none" | "long words" | "emoji" | "markup" | "Japanese" | "Arabic" | "Hebrew";

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("fi") + text.slice(1);

/** How often texts of a bundle are set in another script, where it has one at all. */
const FOREIGN = 0.3;

export function words(random: Random, locale: string | undefined): Words {
  const language = locale?.startsWith("fi") === true ? FINNISH : ENGLISH;
  const spice = random.chance(0.6)
    ? "none"
    : random.pick<Spice>(["long words", "emoji", "markup", "Japanese", "Arabic", "Hebrew"]);
  const foreign = { Japanese: JAPANESE, Arabic: ARABIC, Hebrew: HEBREW } as const;
  const spiced = (text: string, plain: boolean): string => {
    if (spice === "none" || !random.chance(FOREIGN)) return text;
    if (spice === "long words") return `${text} (${random.pick(GERMAN_WORDS)})`;
    if (spice === "emoji") return `${random.pick(EMOJI)} ${text}`;
    if (spice === "markup")
      return plain
        ? `${text} <5% & "more"`
        : random.pick([`**${text}**`, `*${text}*`, `[${text}](https://example.com/a?b=1&c=2)`]);
    return random.pick(foreign[spice]);
  };
  const clause = (): string => capital(random.pick(language.clauses));
  const long = (least: number, most: number): string => {
    let text = clause();
    if (random.chance(0.5)) text += `${text.endsWith(",") ? "" : ","} ${random.pick(language.tails)}`;
    while (text.length < least) text += ` ${random.pick(language.tails)}`;
    return text.length > most ? clause() : text;
  };
  const figures: string[] = [];
  const quoting = (text: string): string =>
    figures.length > 0 && random.chance(0.15) ? `${text} (${random.pick(figures)})` : text;
  return {
    figures,
    thing: () => spiced(random.pick(language.things), true),
    person: () => random.pick(language.people),
    role: () => random.pick(language.roles),
    team: () => random.pick(language.teams),
    title: () => spiced(long(30, 150), false),
    sentence: () =>
      spiced(
        random.chance(0.3)
          ? `${quoting(long(40, 130))}. ${long(40, 130)}${language.stop}`
          : `${quoting(long(40, 200))}${language.stop}`,
        false,
      ),
    phrase: () => spiced(random.pick(language.phrases), false),
    speech: () =>
      random.chance(0.4)
        ? `${long(40, 150)}. ${long(40, 150)}${language.stop}`
        : `${long(40, 150)}${language.stop}`,
    unit: () => random.pick(language.units),
  };
}

/** Different names for the items of one list: names that come again get a number. */
export function names(count: number, make: () => string): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: count }, () => {
    const name = make();
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name} ${before + 1}`;
  });
}
