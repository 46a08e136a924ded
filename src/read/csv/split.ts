export interface CsvCell {
  readonly text: string;
  /** Offset of the cell in the text, quotation marks included. */
  readonly offset: number;
  readonly length: number;
}

export interface RawRow {
  readonly cells: readonly CsvCell[];
  /** Cells of the row, those beyond the limit included, which are not kept. */
  readonly count: number;
}

/** A quotation mark that is not closed, or stands where none may be. */
export class QuoteError extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super("a quotation mark is out of place");
    this.offset = offset;
  }
}

/**
 * The rows of a CSV text (RFC 4180) one after the other, so that a reader may stop; rows without content are left out.
 * A line ends with LF, CR LF or CR.
 * @throws QuoteError
 */
export function* splitRows(text: string, from: number, delimiter: string, limit: number): Generator<RawRow> {
  let at = from;
  while (at < text.length) {
    const cells: CsvCell[] = [];
    let count = 0;
    let blank = true;
    for (let more = true; more; ) {
      const { cell, end } = readCell(text, at, delimiter);
      if (count++ < limit) cells.push(cell);
      blank &&= cell.text === "";
      more = text[end] === delimiter;
      at = end + 1;
      if (text[end] === "\r" && text[at] === "\n") at++;
    }
    if (!blank) yield { cells, count };
  }
}

function readCell(text: string, offset: number, delimiter: string): { cell: CsvCell; end: number } {
  let open = offset;
  while (text[open] === " ") open++;
  return text[open] === '"'
    ? quotedCell(text, offset, open, delimiter)
    : plainCell(text, offset, endOfPlain(text, offset, delimiter));
}

function plainCell(text: string, offset: number, end: number): { cell: CsvCell; end: number } {
  const raw = text.slice(offset, end);
  const mark = raw.indexOf('"');
  if (mark >= 0) throw new QuoteError(offset + mark);
  return { cell: { text: raw.trim(), offset, length: Math.max(1, raw.length) }, end };
}

function quotedCell(
  text: string,
  offset: number,
  open: number,
  delimiter: string,
): { cell: CsvCell; end: number } {
  let close = text.indexOf('"', open + 1);
  // Two of them stand for one.
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) throw new QuoteError(open);
  const end = endOfPlain(text, close + 1, delimiter);
  const after = text.slice(close + 1, end);
  if (after.trim() !== "") throw new QuoteError(close);
  const content = text
    .slice(open + 1, close)
    .replaceAll('""', '"')
    .trim();
  return { cell: { text: content, offset, length: end - offset }, end };
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  let end = from;
  while (end < text.length) {
    const unit = text[end];
    if (unit === delimiter || unit === "\n" || unit === "\r") break;
    end++;
  }
  return end;
}
