/** One thing that a user must know: where, what, why and how to mend it. Made only by the functions of messages.ts. */
export interface Diagnostic {
  /** Stable name: "bundle/unknown-field", "deck/overflow". */
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly what: string;
  /** Why it matters to the reader of the deck; left out where `what` says it all. */
  readonly why?: string;
  readonly hint?: string;
  /** JSON path in the bundle. */
  readonly path?: readonly (string | number)[];
  readonly place?: Place;
  /** The words of the value that are meant, where it is not the whole of it. */
  readonly excerpt?: string;
  /** Text that `foredeck check --fix` writes in place of those words, or of the whole value. */
  readonly instead?: string;
  /** Id of the page that shows it, for findings about laid-out slides. */
  readonly page?: string;
  /** Number (from 1) and title of that page, as readers see them. */
  readonly slide?: { readonly number: number; readonly title: string };
}

/** Line and column count from 1; columns count UTF-16 units, as editors do. In a workbook they are those of the sheet. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** For a cell of a workbook, its name as Excel writes it: 'Visits 2026'!C4. */
  readonly cell?: string;
  /** The line, for quoting; of a line of more than 2,000 characters the part around the place. */
  readonly text?: string;
  /** Column at which `text` begins; 1 when left out. */
  readonly textColumn?: number;
  /** Length of the text that is meant, in UTF-16 units. */
  readonly length?: number;
}

/** "deck.json:12:5", or "kpi.xlsx:'Visits 2026'!C4" in a workbook. */
export const placeText = ({ file, line, column, cell }: Place): string =>
  `${file}:${cell ?? `${line}:${column}`}`;

/** Thrown by a stage that cannot go on; carries everything that was found. The CLI prints it, exit code `exit`. */
export class DiagnosticsError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  /** 1: the bundle has errors; 2: usage or unreadable input. */
  readonly exit: 1 | 2;
  constructor(diagnostics: readonly Diagnostic[], exit: 1 | 2 = 1) {
    super(diagnostics.map((d) => d.what).join("\n"));
    this.name = "DiagnosticsError";
    this.diagnostics = diagnostics;
    this.exit = exit;
  }
}
