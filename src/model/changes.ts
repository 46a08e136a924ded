import type { JsonPath } from "../base/json-path.ts";
import type { Bundle } from "./bundle/index.ts";
import type { Figures } from "./figures.ts";

/** Kinds of changes between two versions of a bundle, in the order in which readers want to hear of them. */
export const CHANGE_KINDS = [
  "ask",
  "restated",
  "figures",
  "periods",
  "dates",
  "reasons",
  "options",
  "investment",
  "plan",
  "risks",
  "objections",
  "goals",
  "quotes",
  "wins",
  "people",
  "exhibits",
  "sources",
  "pages",
  "wording",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Ways in which something differs. `answered`: an objection that had no answer, or leaves less doubt now. */
export const CHANGE_WAYS = ["changed", "added", "removed", "moved", "reworded", "answered"] as const;
export type ChangeWay = (typeof CHANGE_WAYS)[number];

/** A piece of a sentence that was reworded. */
export interface WordChange {
  readonly text: string;
  readonly way: "same" | "added" | "removed";
}

/** One difference between a version that was sent and the bundle now. */
export interface Change {
  readonly kind: ChangeKind;
  readonly way: ChangeWay;
  /** Name of what differs, in the language of the bundle now: "12-month programme: cost". */
  readonly what: string;
  /** Texts as readers see them; absent where there was, or is, nothing. */
  readonly before?: string;
  readonly now?: string;
  /** Words of both texts in one row, where a sentence was reworded. */
  readonly words?: readonly WordChange[];
  /** Place in the bundle now; of what is gone, the list or part that held it. */
  readonly path: JsonPath;
  /** Place in the earlier bundle; absent for what is new. */
  readonly pathBefore?: JsonPath;
  /** Ids of the bundle that it concerns. */
  readonly about: readonly string[];
  /** Ids of the figures that read otherwise now because of it. */
  readonly figures?: readonly string[];
  /** True for what readers never see: views of people, quotes without permission, parts that the deck leaves out. */
  readonly unseen: boolean;
}

/** Changes since a version that was sent. */
export interface ChangesSince {
  readonly version: string;
  readonly changes: readonly Change[];
}

/** A bundle as it is compared: as written, with its expressions resolved, and its figures. */
export interface ComparedVersion {
  readonly bundle: Bundle;
  readonly resolved: Bundle;
  readonly figures: Figures;
}

/** A version that was sent before, as it was read; its figures are computed in the language of the bundle now. */
export interface EarlierVersion {
  readonly version: string;
  readonly bundle: Bundle;
}

/** A version that was sent before, with its figures in the language of the bundle now. */
export interface Earlier extends ComparedVersion {
  readonly version: string;
}
