import { resolve } from "node:path";
import type { Node } from "jsonc-parser";
import * as messages from "../../diagnostics/messages/index.ts";
import type { Host } from "../../host/host.ts";
import { isQuote, isSentence } from "../../model/bundle/sentences.ts";
import type { JsonPath } from "../../model/figures.ts";
import { readInput } from "../inputs/find.ts";
import { edit } from "../written/add.ts";
import { applyEdits } from "../written/edit.ts";
import { decodeWritten, type ParsedText, parseWritten } from "../written/parse.ts";
import type { BundlePart, DeckPlaces, Written } from "./message.ts";

export interface WritesOptions {
  readonly file: string;
  readonly cwd: string;
  readonly host: Host;
  /** Fixes what needs no judgement, as `foredeck check --fix` does without writing tests. */
  readonly fixed: (bytes: Uint8Array) => Promise<{
    readonly bytes: Uint8Array;
    readonly changed: boolean;
    readonly done: readonly string[];
  }>;
  readonly places: () => Promise<DeckPlaces>;
}

/** Writes that the page asks for; each answers with what was done, or why not, and none touches more than it says. */
export type Writes = Readonly<
  Record<"text" | "edit" | "fixes" | "fix" | "undo", (asked: unknown) => Promise<Written>>
>;

/** Versions of the bundle that can be brought back. */
const MOST = 100;

/** Writes to the bundle of a preview. What was written can be undone as long as nobody else has written since. */
export function createWrites({ file, cwd, host, fixed: fix, places }: WritesOptions): Writes {
  const undoable: { readonly before: string; readonly after: string }[] = [];
  const refused = (reason: string): Written => ({ refused: reason, undo: undoable.length });
  const read = async (): Promise<string | undefined> => decodeWritten(await readInput(host, file, cwd));
  const write = async (before: string, after: string): Promise<void> => {
    await host.write(resolve(cwd, file), new TextEncoder().encode(after));
    undoable.push({ before, after });
    if (undoable.length > MOST) undoable.shift();
  };
  const fixed = async () => fix(await readInput(host, file, cwd));
  /** The scalar of a part, and the text that it stands in; a reason where it is not written in this bundle alone. */
  const scalarOf = async (key: unknown) => {
    const text = await read();
    const parsed = text === undefined ? undefined : parseWritten(text, file);
    if (text === undefined || parsed === undefined) return { reason: messages.WRITES.unreadable };
    const parts = (await places()).slides.flatMap((slide) => slide.parts);
    const part = parts.find((each) => each.key === key);
    if (part === undefined) return { reason: messages.WRITES.gone };
    if (part.file !== file) return { reason: messages.WRITES.elsewhere(part.file) };
    const node = scalarAt(parsed, part);
    if (node === undefined) return { reason: messages.WRITES.composed };
    return { text, node, path: JSON.parse(part.key) as JsonPath };
  };

  return {
    text: async (asked) => {
      const found = await scalarOf(field(asked, "key"));
      if ("reason" in found) return refused(found.reason);
      return { text: String(found.node.value), lines: mayHaveLines(found.path), undo: undoable.length };
    },
    edit: async (asked) => {
      const [before, after] = [field(asked, "before"), field(asked, "after")];
      const found = await scalarOf(field(asked, "key"));
      if ("reason" in found) return refused(found.reason);
      const { text, node, path } = found;
      if (String(node.value) !== before) return refused(messages.WRITES.changed);
      if (/[\r\n]/.test(after ?? "") && !mayHaveLines(path)) return refused(messages.WRITES.oneLine);
      const content = contentFor(node, after);
      if (content === undefined) return refused(messages.WRITES.number);
      if (after !== before) await write(text, applyEdits(text, [edit(node.offset, node.length, content)]));
      return { done: [], undo: undoable.length };
    },
    fixes: async () => {
      const { changed, done } = await fixed();
      return { done: changed ? done : [], undo: undoable.length };
    },
    fix: async () => {
      const text = await read();
      const { changed, done, bytes } = await fixed();
      const after = decodeWritten(bytes);
      if (!changed || text === undefined || after === undefined) return { done: [], undo: undoable.length };
      if ((await read()) !== text) return refused(messages.WRITES.changed);
      await write(text, after);
      return { done, undo: undoable.length };
    },
    undo: async () => {
      const last = undoable.at(-1);
      if (last === undefined) return refused(messages.WRITES.nothing);
      if ((await read()) !== last.after) return refused(messages.WRITES.changedSince);
      await host.write(resolve(cwd, file), new TextEncoder().encode(last.before));
      undoable.pop();
      return { done: [], undo: undoable.length };
    },
  };
}

/** True for sentences and quotes; names, dates and numbers are one line. */
const mayHaveLines = (path: JsonPath): boolean => isSentence(path) || isQuote(path);

const field = (asked: unknown, name: string): string | undefined => {
  const value = (Object(asked) as Readonly<Record<string, unknown>>)[name];
  return typeof value === "string" ? value : undefined;
};

/**
 * The text or number that stands at the place of a part, and is that part itself: an object is shown at the place of what
 * names it, which nobody means who edits the object.
 */
function scalarAt({ root, at }: ParsedText, { key, line, column }: BundlePart): Node | undefined {
  const step: unknown = (JSON.parse(key) as readonly unknown[]).at(-1);
  const visit = (node: Node, name: unknown): Node | undefined => {
    if (node.type === "string" || node.type === "number") {
      const place = at(node.offset);
      return place.line === line && place.column === column && name === step ? node : undefined;
    }
    for (const [n, child] of (node.children ?? []).entries()) {
      const [property, value] = node.type === "object" ? (child.children ?? []) : [undefined, child];
      const found = value === undefined ? undefined : visit(value, property?.value ?? n);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(root, undefined);
}

/** The JSON of a new value; undefined for what is no number where one stands. */
function contentFor(node: Node, after: string | undefined): string | undefined {
  if (after === undefined) return undefined;
  if (node.type === "string") return JSON.stringify(after);
  const text = after.trim();
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(text) ? text : undefined;
}
