import { basename, dirname, isAbsolute, normalize, relative, resolve } from "node:path";
import type { Node } from "jsonc-parser";
import { fileStem, MOST_STEM_BYTES as MOST } from "../../base/file-stem.ts";
import { bytesOf, cutToBytes } from "../../base/graphemes.ts";
import { treeOf } from "../../base/jsonc.ts";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Host } from "../../host/host.ts";
import { readInput } from "../inputs/find.ts";
import { STDIN_NAME } from "../inputs/stdin.ts";

/** Words in braces that a name may hold. Those of the first list come from the bundle's path, of the second from its text. */
const OF_PATH = ["name", "folder", "path"] as const;
const OF_TEXT = ["title", "date", "status", "locale", "theme"] as const;
const TOKENS: readonly string[] = [...OF_PATH, ...OF_TEXT];
/** Defaults of the fields that a bundle leaves out. */
const UNSAID: Readonly<Record<string, string>> = { status: "draft", locale: "en-GB", theme: "boardroom" };

const TOKEN = /\{(\w*)\}/g;

/**
 * The name of each bundle's deck, without extension, by the pattern of --name: "{folder}/{name}-{locale}".
 * `theme` is the one that is asked for in place of the bundles' own.
 * @throws DiagnosticsError with exit 2 for a word that is not known, or that a bundle has nothing for, or a way out of the folder.
 */
export async function namesByPattern(
  pattern: string,
  files: readonly string[],
  host: Host,
  cwd: string,
  theme?: string,
): Promise<readonly string[]> {
  const used = [...pattern.matchAll(TOKEN)].map(([, token]) => token ?? "");
  const unknown = used.filter((token) => !TOKENS.includes(token));
  if (unknown.length > 0)
    throw new DiagnosticsError(
      unknown.map((token) => messages.unknownToken(token, nearest(token, TOKENS), TOKENS)),
      2,
    );
  const problems: Diagnostic[] = [];
  const names: string[] = [];
  for (const file of files) {
    const path = resolve(cwd, file);
    const text = OF_TEXT.some((token) => used.includes(token))
      ? await fieldsOf(await readInput(host, file, cwd), file, host, cwd)
      : {};
    const values: Readonly<Record<string, string | undefined>> = {
      ...UNSAID,
      ...text,
      ...(theme === undefined ? {} : { theme }),
      name: stem(file),
      folder: basename(dirname(path)),
      // From the working folder, so that it stays when another bundle comes.
      path: relative(cwd, dirname(path)) || ".",
    };
    const fill = (most: number): string =>
      normalize(
        pattern.replace(TOKEN, (_, token: string) =>
          token === "path" ? (values[token] ?? "") : fileName(values[token] ?? "", most),
        ),
      );
    const unsaid = used.filter((token) => token !== "path" && fileName(values[token] ?? "", MOST) === "");
    problems.push(...unsaid.map((token) => messages.emptyToken(file, token)));
    const way = shortened(fill);
    if (way.startsWith("..") || /[/\\]$/.test(way) || isAbsolute(way)) problems.push(messages.badName(way));
    names.push(way);
  }
  if (problems.length > 0) throw new DiagnosticsError(problems, 2);
  return names;
}

/** A bundle's own name: its file's, without .json. */
export const stem = (file: string): string => (file === STDIN_NAME ? "stdin" : fileStem(file));

/** Characters of a word of a pattern, however much room there is. */
const MOST_OF_A_WORD = 100;
/** Bytes that a word of a pattern has at least, however long the others are. */
const LEAST = 10;

/** A name from a pattern whose words are cut, all to the same length, until every step of the path is short enough. */
function shortened(fill: (most: number) => string): string {
  for (let most = MOST; most > LEAST; most -= LEAST) {
    const way = fill(most);
    if (way.split(/[/\\]/).every((step) => bytesOf(step) <= MOST)) return way;
  }
  return fill(LEAST);
}

/**
 * The top-level texts of a bundle, with those of what it extends and of its project; of one that is broken, what can be
 * read. What is wrong with any of these files is said by whoever builds the bundle.
 */
async function fieldsOf(
  bytes: Uint8Array,
  file: string,
  host: Host,
  cwd: string,
): Promise<Readonly<Record<string, string>>> {
  const text = new TextDecoder().decode(bytes);
  const root = treeOf(text);
  if (root?.type !== "object") return {};
  const [{ readExtended }, { createLines }] = await Promise.all([
    import("../../read/extended.ts"),
    import("../../read/text/source-map.ts"),
  ]);
  const reading = { host, folder: dirname(resolve(cwd, file)), bundle: file };
  const whole = await readExtended({ text, lines: createLines(text, file), root }, reading).catch(
    (cause: unknown) => {
      if (!(cause instanceof DiagnosticsError)) throw cause;
      return { root };
    },
  );
  return textsOf(whole.root);
}

function textsOf(root: Node): Readonly<Record<string, string>> {
  const text = (node: Node | undefined): string | undefined =>
    typeof node?.value === "string" ? node.value : undefined;
  return Object.fromEntries(
    (root.children ?? []).flatMap(({ children }) => {
      const [key, value] = [text(children?.[0]), text(children?.[1])];
      return key === undefined || value === undefined ? [] : [[key, value]];
    }),
  );
}

/** Letters, digits and what no file system minds; the rest is a hyphen. */
const fileName = (value: string, most: number): string =>
  cutToBytes(
    value
      .normalize("NFC")
      .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-")
      .replace(/^[-.]+|[-.]+$/g, ""),
    most,
    MOST_OF_A_WORD,
  ).replace(/[-.]+$/, "");
