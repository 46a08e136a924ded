import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";

/**
 * Bundles that ask more of a deck than anybody should: many things, long texts, foreign scripts, characters that mean
 * something to XML. All are the contract bundle with parts multiplied or texts rewritten, and valid by the schema.
 */
export interface Stress {
  readonly name: string;
  /** True where titles are too long for any slide, which is an error unless lenient. */
  readonly lenient: boolean;
  readonly bundle: Json;
}

type Json = { readonly [key: string]: unknown };
type List = readonly Json[];

/** The folder that the bundles' CSV file lies in. */
export const FOLDER = join(import.meta.dirname, "..", "bundles");
const contract = (): Json => parse(readFileSync(join(FOLDER, "customer-listening.json"), "utf8")) as Json;
const list = (bundle: Json, key: string): List => bundle[key] as List;

/** Fields that hold words for people; the longest that the schema allows where that is not a sentence's length. */
const NAMES: ReadonlySet<string> = new Set(
  ["title confidentiality name role team teams label series driver thanks term place".split(" ")].flat(),
);
const SENTENCES: ReadonlySet<string> = new Set(
  [
    "decision terms statement situation complication now opportunity claim because contribution text note assumption",
    "message benefit time risk why mitigation trigger then objection headline concede answer wouldChangeOurMind what meaning",
  ].flatMap((words) => words.split(" ")),
);
/** Fields that become titles of slides. */
const TITLES: ReadonlySet<string> = new Set([
  "title",
  "claim",
  "message",
  "statement",
  "objection",
  "headline",
  "decision",
]);
const MOST = { name: 200, sentence: 1_000 };

/** Rewrites every text for people, wherever it stands; `change` is told the field. */
function rewritten(bundle: Json, change: (text: string, field: string) => string): Json {
  const walk = (value: unknown, field: string): unknown => {
    if (typeof value === "string") {
      if (NAMES.has(field)) return change(value, field).slice(0, MOST.name);
      return SENTENCES.has(field) ? change(value, field).slice(0, MOST.sentence) : value;
    }
    if (Array.isArray(value)) return value.map((one) => walk(one, field));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => {
        if (key === "meeting") return [key, one];
        // The text of a mark is a name, that of a quote is not.
        return [key, walk(one, field === "marks" && key === "text" ? "label" : key)];
      }),
    );
  };
  return walk(bundle, "") as Json;
}

/** A list made longer by copies of its own items, each with an id of its own. */
const multiplied = (items: List, count: number): List =>
  Array.from({ length: count }, (_, n) => {
    const one = items[n % items.length] ?? {};
    return n < items.length ? one : { ...one, id: `${String(one["id"])}-${n}` };
  });

const PADDING =
  " and whoever reads this before the meeting finds every word of it where it belongs, on one line or on two";
const padded = (text: string, length: number): string =>
  text.padEnd(length, PADDING).slice(0, length).replace(/\s$/, ".");

/** One word, longer than any line. */
const WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
  .repeat(4)
  .slice(0, 300);
const SCRIPTS = " 🧭 👩‍👩‍👧‍👦 🇫🇮 مرحبا بالعالم ١٢٣ 顧客の声を聞く、毎日。 고객의 목소리 Ünïcödé ﬁn";
const SIGNS = ` & <b>"it's"</b> &amp; ]]> <!-- > -->`;

/** So many months up to April 2027, those after October 2026 as forecasts, in waves around a value. */
const months = (count: number, around: number): List =>
  Array.from({ length: count }, (_, n) => {
    const month = 2027 * 12 + 3 - (count - 1 - n);
    const value = Math.round(around * (1.2 - n / count / 4 + Math.sin(n / 6) / 10) * 10) / 10;
    const off = Math.abs(around) / 20;
    const forecast = n < count - 6 ? {} : { kind: "forecast", low: value - off, high: value + off };
    return {
      period: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`,
      value,
      ...forecast,
    };
  });

const manyObjections = (bundle: Json): Json => ({
  ...bundle,
  objections: multiplied(list(bundle, "objections"), 40),
});
const manyCharts = (bundle: Json): Json => ({ ...bundle, charts: multiplied(list(bundle, "charts"), 30) });
const manyValues = (bundle: Json): Json => ({
  ...bundle,
  charts: list(bundle, "charts").map((chart) =>
    chart["marks"] === undefined ? chart : { ...chart, marks: [{ at: "2026-04", text: "Price change" }] },
  ),
  metrics: list(bundle, "metrics").map((metric) => {
    const drawn = list(bundle, "charts").some((chart) =>
      String(chart["metrics"]).includes(String(metric["id"])),
    );
    const [first] = Array.isArray(metric["values"]) ? (metric["values"] as List) : [];
    const { kind: _kind, ...rest } = metric;
    // A chart has at most 60 categories; a metric that none draws may have as many values as it likes.
    return { ...rest, asOf: "2026-10-31", values: months(drawn ? 60 : 200, Number(first?.["value"] ?? 50)) };
  }),
});
const longTitles = (bundle: Json): Json =>
  rewritten(bundle, (text, field) => (TITLES.has(field) ? padded(text, 200) : text));
const longNames = (bundle: Json): Json =>
  rewritten(bundle, (text, field) => (NAMES.has(field) ? padded(text, 200) : text));
const longWords = (bundle: Json): Json =>
  rewritten(bundle, (text, field) =>
    NAMES.has(field) ? `${WORD.slice(0, 120)} ${text}` : `${text} ${WORD}`,
  );
const scripts = (bundle: Json): Json => rewritten(bundle, (text) => text + SCRIPTS);
const signs = (bundle: Json): Json => rewritten(bundle, (text) => text + SIGNS);

/** All of them, small to large. */
export const STRESSES: readonly Stress[] = [
  { name: "forty-objections", lenient: false, bundle: manyObjections(contract()) },
  { name: "thirty-charts", lenient: false, bundle: manyCharts(contract()) },
  { name: "two-hundred-values", lenient: true, bundle: manyValues(contract()) },
  { name: "longest-titles", lenient: true, bundle: longTitles(contract()) },
  { name: "longest-names", lenient: true, bundle: longNames(contract()) },
  { name: "longest-words", lenient: true, bundle: longWords(contract()) },
  { name: "many-scripts", lenient: true, bundle: scripts(contract()) },
  { name: "signs-of-xml", lenient: true, bundle: signs(contract()) },
  {
    name: "everything",
    lenient: true,
    bundle: scripts(longTitles(signs(manyValues(manyCharts(manyObjections(contract())))))),
  },
];
