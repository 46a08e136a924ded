import type { ValueKind } from "../../../src/model/bundle/common.ts";

export type Language = "en" | "fi";

/** What alternative texts are read by, written beside the phrases of the locales and not taken from them. */
interface Words {
  readonly number: RegExp;
  readonly lead: Readonly<Record<string, string>>;
  readonly value: string;
  readonly course: string;
  readonly range: string;
  readonly same: string;
  readonly more: RegExp;
  readonly missing: RegExp;
  readonly kind: Readonly<
    Record<Exclude<ValueKind, "actual">, { readonly of: RegExp; readonly all: readonly [string, string] }>
  >;
  readonly and: string;
  readonly others: string;
  readonly span: string;
  readonly totals: RegExp;
  readonly noData: string;
  readonly rows: readonly [string, string];
}

const KNOWN = "(known )?";
const KNOWN_FI = "(tiedossa oleva )?";
export const N = "([^;()]+?)";
export const AT = "\\(([^;()]+)\\)";

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    number: /([−+]?)(?:EUR )?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?/gu,
    lead: { line: "Line chart", sparkline: "Small line chart", column: "Column chart", heatmap: "Heat map" },
    value: "Value",
    course: `from ${N} ${AT} to ${N} ${AT}; lowest ${KNOWN}${N} ${AT}, highest ${KNOWN}${N} ${AT}\\.`,
    range: `highest ${KNOWN}${N} ${AT}, lowest ${KNOWN}${N} ${AT}\\.`,
    same: `all values are ${N}\\.`,
    more: /(\d+) more series\./u,
    missing: /No data: ([^.]+)\./u,
    kind: {
      plan: { of: /Plan: ([^.]+)\./u, all: ["The value is a plan.", "All values are plans."] },
      forecast: {
        of: /Forecast: ([^.]+)\./u,
        all: ["The value is a forecast.", "All values are forecasts."],
      },
      estimate: {
        of: /Estimate: ([^.]+)\./u,
        all: ["The value is an estimate.", "All values are estimates."],
      },
    },
    and: " and ",
    others: "more",
    span: " to ",
    totals: /(Totals?): ([^:]+?)\.(?= |$)/u,
    noData: "no data",
    rows: ["1 row.", "rows."],
  },
  fi: {
    number: /([−+]?)(\d{1,3}(?:\u00a0\d{3})+(?!\d)|\d+)(?:,(\d+))?/gu,
    lead: {
      line: "Viivakaavio",
      sparkline: "Pieni viivakaavio",
      column: "Pylväskaavio",
      heatmap: "Lämpökartta",
    },
    value: "Arvo",
    course: `alussa ${N} ${AT}, lopussa ${N} ${AT}; pienin ${KNOWN_FI}${N} ${AT}, suurin ${KNOWN_FI}${N} ${AT}\\.`,
    range: `suurin ${KNOWN_FI}${N} ${AT}, pienin ${KNOWN_FI}${N} ${AT}\\.`,
    same: `kaikki arvot ovat ${N}\\.`,
    more: /Lisäksi (\d+) sarja(a?)\./u,
    missing: /Tieto puuttuu: ([^.]+)\./u,
    kind: {
      plan: {
        of: /Suunnitelma: ([^.]+)\./u,
        all: ["Arvo on suunnitelma.", "Kaikki arvot ovat suunnitelmia."],
      },
      forecast: { of: /Ennuste: ([^.]+)\./u, all: ["Arvo on ennuste.", "Kaikki arvot ovat ennusteita."] },
      estimate: { of: /Arvio: ([^.]+)\./u, all: ["Arvo on arvio.", "Kaikki arvot ovat arvioita."] },
    },
    and: " ja ",
    others: "muuta",
    span: " – ",
    totals: /(Summat?): ([^:]+?)\.(?= |$)/u,
    noData: "ei tietoa",
    rows: ["1 rivi.", "riviä."],
  },
};

export interface Read {
  readonly value: number;
  readonly decimals: number;
}

/** The numbers of a text, by their digits. */
export function numbersOf(text: string, language: Language): readonly Read[] {
  return [...text.matchAll(WORDS[language].number)].map(([, sign = "", whole = "", fraction = ""]) => ({
    value: Number(`${sign === "−" ? "-" : ""}${whole.replace(/[,\u00a0]/gu, "")}.${fraction || "0"}`),
    decimals: fraction.length,
  }));
}

export const near = ({ value, decimals }: Read, exact: number): boolean =>
  Math.abs(value - exact) <= 0.5 * 10 ** -decimals + 1e-9 * Math.max(1, Math.abs(exact));

export const SCALES = { thousand: 1e3, million: 1e6, billion: 1e9 } as const;
