import type { Node } from "jsonc-parser";
import { joinPath } from "../base/relative-path.ts";
import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages/index.ts";
import { codeOf } from "../host/failure.ts";
import type { Host } from "../host/host.ts";
import type { Document } from "./documents.ts";
import { createDocuments, type DocumentOf } from "./documents.ts";
import { parseJson } from "./json.ts";
import { type Merging, member, mergeTrees, type Removed } from "./merge-trees.ts";
import { rebased } from "./rebased.ts";
import { decodeUtf8, MAX_BUNDLE_BYTES } from "./text/decode.ts";
import { createLines } from "./text/source-map.ts";
import { toValue } from "./value.ts";

export type { Document, DocumentOf } from "./documents.ts";
export type { Removed } from "./merge-trees.ts";

/** Files that one bundle may extend, those that they extend included. */
const MOST_FILES = 50;

/** Settings of a project file that its bundles have where they say nothing themselves. */
const SHARED: ReadonlySet<string> = new Set(["theme", "template", "logo", "rules"]);

/** A bundle with all that it extends. */
export interface Extended {
  /** The tree of all files together; the bundle's own where it extends nothing. */
  readonly root: Node;
  readonly documentOf: DocumentOf;
  /** Paths of the extended files, relative to the bundle. */
  readonly files: readonly string[];
  /** Ids that nothing has since a file removed it, with the place where it did. */
  readonly removed: readonly Removed[];
  readonly problems: readonly Diagnostic[];
}

/** The folder that extended files are read from, by which host, and the name by which places call the bundle. */
interface Reading {
  readonly host: Host;
  readonly folder: string;
  readonly bundle: string;
}

/**
 * Reads what a bundle extends and what its project says of all bundles, and puts the bundle over both. Paths begin at the file that they stand in; of several files
 * the later ones win, and the bundle wins over all.
 * @throws DiagnosticsError for files that cannot be read, or that extend one another in a circle.
 */
export async function readExtended(bundle: Document, reading: Reading): Promise<Extended> {
  const documents = createDocuments();
  documents.note(bundle.root, bundle);
  const merging: Merging = { documents, problems: [], removed: [] };
  const files = new Map<string, Document>();
  const whole = async (document: Document, path: string, above: readonly string[]): Promise<Node> => {
    let below: Node | undefined;
    for (const named of namedIn(document)) {
      const way = joinPath(folderOf(path), named.path);
      const at = { path: named.at, place: document.lines.at(named.node.offset, named.node.length) };
      const circle = [...above, path].indexOf(way);
      if (circle !== -1)
        throw refusal([messages.extendsCircle(at, [...[...above, path].slice(circle), way].map(name))]);
      const read = files.get(way) ?? (await open(way, named.path, at));
      files.set(way, read);
      if (files.size > MOST_FILES) throw refusal([messages.extendsTooMany(at, MOST_FILES)]);
      documents.note(read.root, read);
      const tree = rebased(await whole(read, way, [...above, path]), folderOf(way), merging);
      below = below === undefined ? tree : mergeTrees(below, tree, merging);
    }
    return below === undefined ? document.root : without(mergeTrees(below, document.root, merging), merging);
  };
  const name = (path: string): string => joinPath(folderOf(reading.bundle), path);
  /** Reads what the project says of all its bundles; the rest of its file is about how they are built. */
  const sharedByProject = async (): Promise<Node | undefined> => {
    const way = await reading.host.project?.(reading.folder);
    if (way === undefined) return undefined;
    const read = await open(way, way, { path: [], place: bundle.lines.at(0) });
    files.set(way, read);
    documents.note(read.root, read);
    const members = (read.root.children ?? []).filter(({ children }) =>
      SHARED.has(String(children?.[0]?.value)),
    );
    if (members.length === 0) return undefined;
    const part: Node = { ...read.root, children: members };
    documents.note(part, read);
    return rebased(part, folderOf(way), merging);
  };
  const open = async (way: string, written: string, at: messages.ExtendsAt): Promise<Document> => {
    const file = name(way);
    const bytes = await reading.host.readWithin(reading.folder, way, MAX_BUNDLE_BYTES).catch((cause) => {
      const code = codeOf(cause);
      if (code === undefined) throw cause;
      throw refusal([messages.extendsUnread(at, written, code, MAX_BUNDLE_BYTES)]);
    });
    return parsed(bytes, file);
  };
  const own = baseName(reading.bundle);
  const shared = await sharedByProject();
  const tree = await whole(bundle, own, []);
  const root = shared === undefined ? tree : mergeTrees(shared, tree, merging);
  const { problems, removed } = merging;
  return { root, documentOf: documents.of, files: [...files.keys()], removed, problems };
}

interface Named {
  readonly path: string;
  readonly node: Node;
  readonly at: readonly (string | number)[];
}

/** Paths that a file extends; what is no path is left to the schema. */
function namedIn({ root }: Document): readonly Named[] {
  const found = member(root, "extends");
  if (found === undefined) return [];
  const list = found.type === "array" ? (found.children ?? []) : [found];
  return list.flatMap((node, n) =>
    node.type === "string" && node.value !== ""
      ? [
          {
            path: String(node.value),
            node,
            at: found.type === "array" ? ["extends", n] : ["extends"],
          },
        ]
      : [],
  );
}

/** The document of an extended file. @throws DiagnosticsError with whatever is wrong with its text. */
function parsed(bytes: Uint8Array, file: string): Document {
  const decoded = decodeUtf8(bytes, file);
  if ("problem" in decoded) throw refusal([decoded.problem]);
  const { text } = decoded;
  const lines = createLines(text, file);
  const { root, problems, whole } = parseJson(text, lines);
  if (root?.type !== "object" || !whole)
    throw refusal(problems.length > 0 ? problems : [messages.extendsNoObject({ place: lines.at(0) }, file)]);
  const { problems: values } = toValue(root, () => ({ text, lines }));
  if (values.length + problems.length > 0) throw refusal([...problems, ...values]);
  return { text, lines, root };
}

/** The tree without the names of the files that it was put together from. */
function without(root: Node, { documents }: Merging): Node {
  const copy: Node = {
    ...root,
    children: root.children?.filter(({ children }) => children?.[0]?.value !== "extends") ?? [],
  };
  documents.note(copy, documents.of(root));
  return copy;
}

/** Paths lead through another file than the bundle. */
const refusal = (found: readonly Diagnostic[]): DiagnosticsError => new DiagnosticsError(found, 1);

const folderOf = (path: string): string => /^.*[\\/]/.exec(path)?.[0] ?? "";
const baseName = (path: string): string => path.slice(folderOf(path).length);
