import type { ValueKind } from "./bundle/common.ts";
import type { ColorToken, Rich, SaidTable } from "./text.ts";

/** Rows of bars and diamonds on a true time axis. Dates are ISO. */
export interface TimelineModel {
  readonly type: "timeline";
  readonly id: string;
  readonly name: string;
  readonly alt: string;
  readonly start: string;
  readonly end: string;
  /** Ticks of the axis with their words, and the coarser row above them. */
  readonly ticks: readonly { readonly date: string; readonly label: string }[];
  readonly groups: readonly { readonly start: string; readonly end: string; readonly label: string }[];
  readonly rows: readonly TimelineRow[];
  /** Days to mark across all rows: the deck's date, the decision. */
  readonly days: readonly { readonly date: string; readonly label: string; readonly ink: ColorToken }[];
  /** Rows and marked days in order of time, in words. */
  readonly says: SaidTable;
  /** True where a row is called on one line, as far as it has room: its detail stands behind its label. */
  readonly brief?: boolean;
  /** True of the rows that go on where the slide before has said all of it. */
  readonly goesOn?: boolean;
}

export interface TimelineRow {
  readonly label: Rich;
  readonly detail: Rich;
  readonly bar?: {
    readonly start: string;
    readonly end: string;
    readonly kind: ValueKind;
    readonly ink: ColorToken;
    readonly text: string;
  };
  readonly milestone?: {
    readonly date: string;
    readonly gate: boolean;
    readonly ink: ColorToken;
    readonly text: string;
  };
}
