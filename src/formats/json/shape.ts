import type { Figure, JsonPath } from "../../model/figures.ts";
import type { Page, Pages } from "../../model/page.ts";
import type { Role } from "../../model/text.ts";
import type { ChartColumn } from "../reading/chart-table.ts";

/** Output of `--format json`: the deck for other programs. Optional fields are left out, never null. */
export interface DeckJson {
  /** 1. Raised when a reader of this version would misunderstand the next; fields may be added without that. */
  readonly version: 1;
  /** Title, author, dates, version, confidentiality. */
  readonly properties: Omit<Pages["properties"], "words">;
  /** A BCP 47 tag. */
  readonly language: string;
  /** The theme's name. */
  readonly theme: string;
  /** In order, each with the ids of its slides. */
  readonly sections: readonly {
    readonly id: Page["section"];
    readonly name: string;
    readonly pages: readonly string[];
  }[];
  /** Every figure by its name, in the order of the bundle; what `foredeck figures --json` prints. */
  readonly figures: Readonly<Record<string, FigureJson>>;
  readonly slides: readonly SlideJson[];
}

/** A number of the deck. Wherever the deck prints it, it prints `text`. */
export interface FigureJson {
  /** Name of the figure in {{…}} of the bundle: "churn.latest". */
  readonly name: string;
  /** Unrounded, in whole units: 420000 where the text says "EUR 420 thousand". */
  readonly value: number;
  /** The value as decimal digits, for programs that must not lose any. */
  readonly exact: string;
  /** "%", "pp" for percentage points, an ISO 4217 code, "days", or a word; "" for a bare number. */
  readonly unit: string;
  readonly text: string;
  /** Kind of the value: measured, planned or forecast. */
  readonly kind: Figure["kind"];
  /** The period that it is of, as in the bundle: "2026-Q3". */
  readonly period?: string | undefined;
  /** The range in which it lies, as it is read. */
  readonly range?: string | undefined;
  /** Formula of a computed figure, in words; left out for a number that the bundle gives. */
  readonly formula?: string | undefined;
  /** True where the change or gap is favourable; absent on other figures. */
  readonly good?: boolean | undefined;
  /** JSON path in the bundle from which the figure comes. */
  readonly from: JsonPath;
}

/** A slide, or a continuation of one. */
export interface SlideJson {
  readonly id: string;
  /** From 1, as printed on it. */
  readonly number: number;
  /** Kind of the slide: "reason", "evidence", "objection" … */
  readonly kind: string;
  readonly section: Page["section"];
  /** Unique over the deck. */
  readonly title: string;
  readonly short: string;
  /** In reading order; without the title and what stands on every slide. */
  readonly items: readonly ItemJson[];
  /** Speaker notes, a text for each paragraph. */
  readonly notes: readonly string[];
  /** JSON paths in the bundle from which the slide comes. */
  readonly from: readonly JsonPath[];
}

/** Content of a slide: texts, tables, the numbers of charts, and the alternative texts of pictures. */
export type ItemJson =
  | {
      readonly type: "text";
      readonly role: Role;
      readonly paragraphs: readonly string[];
      /** Id of the slide that a click on it leads to. */
      readonly to?: string | undefined;
      readonly from?: JsonPath | undefined;
    }
  | {
      readonly type: "table";
      readonly name: string;
      /** Alternative text, for people who cannot see the table. */
      readonly alt: string;
      readonly headerRow: boolean;
      readonly headerColumn: boolean;
      /** A cell that covers several columns says how many. */
      readonly rows: readonly (readonly { readonly text: string; readonly span?: number }[])[];
      readonly from?: JsonPath | undefined;
    }
  | {
      readonly type: "chart";
      readonly name: string;
      readonly message: string;
      readonly alt: string;
      /** The first holds the categories; values as numbers, and as they are read. */
      readonly columns: readonly ChartColumn[];
      readonly from?: JsonPath | undefined;
    }
  | {
      readonly type: "picture";
      readonly alt: string;
      readonly file: string;
      readonly from?: JsonPath | undefined;
    }
  | { readonly type: "figure"; readonly alt: string; readonly from?: JsonPath | undefined };
