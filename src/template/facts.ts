import type { PageKind } from "../theme/contract.ts";

/** Findings about a template, each with the numbers that its message needs. */
export type Fact =
  | { readonly type: "noTitle"; readonly page: PageKind; readonly layout: string }
  /** Shares of the slide that the template's own area takes, and the one that decks use. */
  | { readonly type: "smallBody"; readonly own: number; readonly used: number; readonly layout: string }
  | {
      readonly type: "contrast";
      readonly page: PageKind;
      readonly what: "title" | "subtitle";
      readonly from: string;
      readonly to: string;
      readonly ground: string;
      readonly ratio: number;
    }
  | {
      readonly type: "lowTitle";
      readonly page: PageKind;
      readonly had: number;
      readonly has: number;
      readonly lines: number;
      readonly size: number;
    }
  /** `paper` is the colour of the panel that is laid under texts, hex without #. */
  | { readonly type: "panel"; readonly page: PageKind; readonly layout: string; readonly paper: string }
  /** Words of the template stand where it has a place for one of these. */
  | {
      readonly type: "coveredFooter";
      readonly page: PageKind;
      readonly layout: string;
      readonly what: "footer" | "date" | "number";
    }
  | { readonly type: "noNumber"; readonly layout: string }
  /** `written` is true where there is bare ground for it. */
  | { readonly type: "noFooter"; readonly layout: string; readonly written: boolean }
  | {
      readonly type: "guessed";
      readonly page: PageKind;
      readonly layout: string;
      readonly by: "signature" | "name" | "added";
    };
