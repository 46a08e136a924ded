import { LINES } from "../../../diagnostics/messages/mcp.ts";

/** Bytes of one message at most. */
export const MOST_LINE = 8 * 1_048_576;

/** Codes of JSON-RPC 2.0 (5.1). */
const PARSE_ERROR = -32_700;
const INVALID_REQUEST = -32_600;

/** Answer to a line that is no message, as JSON-RPC has it; the id is null where none can be known. */
export interface LineError {
  readonly jsonrpc: "2.0";
  readonly id: string | number | null;
  readonly error: { readonly code: number; readonly message: string };
}

/**
 * The lines of a stream that are messages of the protocol, each with its end. What is no JSON, no message, or too large is
 * left out and answered; no more than `most` bytes of a line are ever held.
 */
export async function* soundLines(
  input: AsyncIterable<Uint8Array>,
  isMessage: (value: unknown) => boolean,
  answer: (error: LineError) => void,
  most = MOST_LINE,
): AsyncGenerator<Buffer> {
  for await (const line of linesOf(input, most)) {
    if ("bytes" in line) {
      answer(lineError(idIn(line.head, line.tail), INVALID_REQUEST, LINES.tooLong(line.bytes, most)));
      continue;
    }
    const text = line.whole.toString("utf8");
    if (text.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      // A RangeError: brackets within brackets beyond what the stack bears.
      if (!(cause instanceof SyntaxError || cause instanceof RangeError)) throw cause;
      answer(lineError(null, PARSE_ERROR, LINES.noJson));
      continue;
    }
    if (isMessage(value)) yield Buffer.concat([line.whole, Buffer.from("\n")]);
    else if (!isAnswer(value)) answer(lineError(idOf(value), INVALID_REQUEST, LINES.noMessage));
  }
}

const lineError = (id: LineError["id"], code: number, message: string): LineError => ({
  jsonrpc: "2.0",
  id,
  error: { code, message },
});

/** A line, or of one that is too long its ends and its size. */
type Line =
  | { readonly whole: Buffer }
  | { readonly head: string; readonly tail: string; readonly bytes: number };

/** Bytes of the ends of a long line that are kept: its id stands in one of them. */
const END = 200;

async function* linesOf(input: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Line> {
  let held: Buffer[] = [];
  let bytes = 0;
  let head = "";
  let tail = Buffer.alloc(0);
  const take = (part: Buffer): void => {
    if (bytes <= most && bytes + part.length > most) {
      head = Buffer.concat([...held, part.subarray(0, END)])
        .subarray(0, END)
        .toString("utf8");
      held = [];
    }
    bytes += part.length;
    if (bytes <= most) held.push(part);
    tail = Buffer.concat([tail, part.subarray(-END)]).subarray(-END);
  };
  const end = (): Line => {
    const line = bytes > most ? { head, tail: tail.toString("utf8"), bytes } : { whole: Buffer.concat(held) };
    held = [];
    bytes = 0;
    tail = Buffer.alloc(0);
    return line;
  };
  for await (const chunk of input) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      take(rest.subarray(0, at));
      yield end();
      rest = rest.subarray(at + 1);
    }
    take(rest);
  }
}

/** The id of a message by its ends: programs write it first or last. */
function idIn(head: string, tail: string): LineError["id"] {
  const id = /"id"\s*:\s*(\d{1,15}|"[^"\\]{1,100}")/;
  const first = new RegExp(`^\\s*\\{\\s*(?:"jsonrpc"\\s*:\\s*"2\\.0"\\s*,\\s*)?${id.source}\\s*,`).exec(head);
  const last = new RegExp(`,\\s*${id.source}\\s*(?:,\\s*"jsonrpc"\\s*:\\s*"2\\.0"\\s*)?\\}\\s*$`).exec(tail);
  const found = first?.[1] ?? last?.[1];
  return found === undefined ? null : (JSON.parse(found) as string | number);
}

function idOf(value: unknown): LineError["id"] {
  const { id } = (value ?? {}) as { readonly id?: unknown };
  return typeof id === "string" || typeof id === "number" ? id : null;
}

/** True for what answers a request: it asks for no answer itself. */
const isAnswer = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  ("result" in value || "error" in value) &&
  !("method" in value);
