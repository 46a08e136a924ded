import type { Page, Pages } from "../../model/page.ts";
import type { Role } from "../../model/text.ts";
import type { ChartColumn } from "../reading/chart-table.ts";

/** What `--format json` writes: the deck for other programs. Optional fields are left out, never null. */
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
  readonly slides: readonly SlideJson[];
}

/** A slide, or a continuation of one. */
export interface SlideJson {
  readonly id: string;
  /** From 1, as printed on it. */
  readonly number: number;
  /** What it is about: "reason", "evidence", "objection" … */
  readonly kind: string;
  readonly section: Page["section"];
  /** Unique over the deck. */
  readonly title: string;
  readonly short: string;
  /** In reading order; without the title and what stands on every slide. */
  readonly items: readonly ItemJson[];
  /** Speaker notes, a text for each paragraph. */
  readonly notes: readonly string[];
  /** Where in the bundle it comes from: JSON paths. */
  readonly from: readonly PathJson[];
}

type PathJson = readonly (string | number)[];

/** What stands on a slide: texts, tables, the numbers of charts, and what pictures and figures say. */
export type ItemJson =
  | {
      readonly type: "text";
      readonly role: Role;
      readonly paragraphs: readonly string[];
      /** Id of the slide that a click on it leads to. */
      readonly to?: string | undefined;
      readonly from?: PathJson | undefined;
    }
  | {
      readonly type: "table";
      readonly name: string;
      /** What it says, for those who cannot see it. */
      readonly alt: string;
      readonly headerRow: boolean;
      readonly headerColumn: boolean;
      /** A cell that covers several columns says how many. */
      readonly rows: readonly (readonly { readonly text: string; readonly span?: number }[])[];
      readonly from?: PathJson | undefined;
    }
  | {
      readonly type: "chart";
      readonly name: string;
      readonly message: string;
      readonly alt: string;
      /** The first holds the categories; values as numbers, and as they are read. */
      readonly columns: readonly ChartColumn[];
      readonly from?: PathJson | undefined;
    }
  | {
      readonly type: "picture";
      readonly alt: string;
      readonly file: string;
      readonly from?: PathJson | undefined;
    }
  | { readonly type: "figure"; readonly alt: string; readonly from?: PathJson | undefined };
