import pc from "picocolors";
import { pathText } from "../../base/json-path.ts";
import { cells, printable } from "../../diagnostics/terminal.ts";
import type { FillPhrase } from "../../locales/en/phrases.ts";
import { CHANGE_KINDS, type Change } from "../../model/changes.ts";
import type { Point } from "../../model/story.ts";

/** Changes between two bundles, with the pages of the deck that they concern. */
export interface ChangeReport {
  /** Version of the earlier bundle, or the name of its file where it is compared with one. */
  readonly before: string;
  readonly isVersion: boolean;
  readonly version?: string | undefined;
  readonly changes: readonly (Change & { readonly pages: readonly string[] })[];
  readonly pages: { readonly changed: readonly Point[]; readonly same: readonly Point[] };
}

/** A change as JSON, for other programs. */
export interface ChangeJson {
  readonly kind: Change["kind"];
  readonly way: Change["way"];
  readonly what: string;
  readonly before: string | null;
  readonly now: string | null;
  /** Words of both texts in one row; null where nothing was reworded. */
  readonly words: Change["words"] | null;
  /** JSON paths as people write them; null for what was not there before. */
  readonly path: string;
  readonly pathBefore: string | null;
  /** Ids of the figures that read otherwise now because of it. */
  readonly figures: readonly string[];
  /** Ids of the pages of the deck that it concerns. */
  readonly pages: readonly string[];
  /** True where readers of the deck do not see it. */
  readonly unseen: boolean;
}

/** Output of `foredeck changed --format json`. */
export interface ChangesJson {
  readonly version: 1;
  readonly before: string;
  readonly now: string | null;
  readonly changes: readonly ChangeJson[];
  readonly pages: {
    readonly changed: readonly { readonly id: string; readonly name: string }[];
    readonly same: readonly { readonly id: string; readonly name: string }[];
  };
}

export const changesAsJson = ({ before, version, changes, pages }: ChangeReport): ChangesJson => {
  const named = (points: readonly Point[]) => points.map(({ id, short }) => ({ id, name: short }));
  return {
    version: 1,
    before,
    now: version ?? null,
    changes: changes.map((change) => ({
      ...{ kind: change.kind, way: change.way, what: change.what },
      ...{ before: change.before ?? null, now: change.now ?? null, words: change.words ?? null },
      path: pathText(change.path),
      pathBefore: change.pathBefore === undefined ? null : pathText(change.pathBefore),
      ...{ figures: change.figures ?? [], pages: change.pages, unseen: change.unseen },
    })),
    pages: { changed: named(pages.changed), same: named(pages.same) },
  };
};

/** A change as it is shown: what, in which way where the texts do not say it, and the pieces of both texts in one row. */
export interface ChangeLine {
  readonly what: string;
  readonly way?: string;
  readonly pieces: Pieces;
  /** Ids of the pages of the deck that it concerns. */
  readonly pages: readonly string[];
}

/** A report in groups, as `foredeck changed` prints it. Changes that no reader sees are counted alone. */
export interface ChangesShown {
  readonly title: string;
  readonly groups: readonly { readonly head: string; readonly changes: readonly ChangeLine[] }[];
  readonly foot: readonly string[];
  readonly unseen: number;
}

/** The report for a page that others may look at over somebody's shoulder: without what no reader sees. */
export function changesShown(report: ChangeReport, words: FillPhrase<string>): ChangesShown {
  const changes = report.changes.filter(({ unseen }) => !unseen);
  // A bundle that goes on under the version that was sent is no later version.
  const version = report.version === report.before ? undefined : report.version;
  const { title, groups, foot } = linesOf({ ...report, version, changes }, words);
  const pages = new Map<Change, readonly string[]>(changes.map((change) => [change, change.pages]));
  return {
    title,
    groups: groups.map(({ head, changes }) => ({
      head,
      changes: changes.map((change) => {
        const way = wayOf(change, words);
        return {
          what: change.what,
          ...(way === undefined ? {} : { way }),
          pieces: change.words === undefined ? plainWords(change) : spaced(change.words),
          pages: pages.get(change) ?? [],
        };
      }),
    })),
    foot,
    unseen: report.changes.length - changes.length,
  };
}

/** Words of a report in the order of its lines. */
interface Lines {
  readonly title: string;
  readonly groups: readonly { readonly head: string; readonly changes: readonly Change[] }[];
  readonly foot: readonly string[];
}

function linesOf(
  { before, isVersion, version, changes, pages }: ChangeReport,
  words: FillPhrase<string>,
): Lines {
  const seen = changes.filter(({ unseen }) => !unseen);
  const title = isVersion
    ? words("changed.title", { before, version })
    : words("changed.title.files", { before });
  const nothing = isVersion
    ? words("changed.nothing", { before })
    : words("changed.nothing.files", { before });
  const list = (points: readonly Point[]): readonly string[] => points.map(({ short }) => short);
  const hidden = changes.filter(({ unseen }) => unseen);
  return {
    title,
    groups: [
      ...CHANGE_KINDS.map((kind) => ({
        head: words(`change.kind.${kind}`),
        changes: seen.filter((change) => change.kind === kind),
      })),
      { head: words("changed.unseen"), changes: hidden },
    ].filter((group) => group.changes.length > 0),
    foot: [
      ...(seen.length === 0 ? [nothing] : []),
      ...(pages.changed.length > 0
        ? [words("changed.pages", { pages: list(pages.changed) })]
        : seen.length > 0
          ? [words("changed.pages.none")]
          : []),
      ...(pages.changed.length > 0 && pages.same.length > 0
        ? [words("changed.same", { pages: list(pages.same) })]
        : []),
    ],
  };
}

/** Way of a change in a word; nothing where both texts say it. */
const wayOf = ({ way }: Change, words: FillPhrase<string>): string | undefined =>
  way === "changed" || way === "reworded" ? undefined : words(`change.way.${way}`);

const MARKS = { same: "", added: "**", removed: "~~" } as const;

/** The report as Markdown, for a mail or a chat: what is gone struck out, what is new in bold. */
export function changesAsMarkdown(report: ChangeReport, words: FillPhrase<string>): string {
  const { title, groups, foot } = linesOf(report, words);
  const item = (change: Change): string => {
    const way = wayOf(change, words);
    const head = `**${escaped(change.what)}**${way === undefined ? "" : ` (${way})`}`;
    const body =
      change.words === undefined
        ? sides(change).map(escaped).join(" → ")
        : spaced(change.words)
            .map(({ text, way }) => marked(escaped(text), MARKS[way]))
            .join("");
    return `- ${head}${body === "" ? "" : `: ${body}`}`;
  };
  return `${[
    `# ${escaped(title)}`,
    ...groups.map(({ head, changes }) => [`## ${escaped(head)}`, changes.map(item).join("\n")].join("\n\n")),
    ...foot.map(escaped),
  ].join("\n\n")}\n`;
}

/** Marks stand at words, not at the spaces around them. */
function marked(text: string, mark: string, end = mark): string {
  const [, lead = "", words = "", tail = ""] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return words === "" ? text : `${lead}${mark}${words}${end}${tail}`;
}

/** Texts of both sides; what is new or gone under its own name has been named already. */
const textsOf = ({ what, before, now }: Change): Pick<Change, "before" | "now"> =>
  (before === undefined || now === undefined) && (before ?? now) === what
    ? {}
    : { ...(before === undefined ? {} : { before }), ...(now === undefined ? {} : { now }) };

/** Texts of both sides; an empty side leaves no arrow. */
const sides = (change: Change): readonly string[] => {
  const { before, now } = textsOf(change);
  return [before, now].filter((text) => text !== undefined);
};

const escaped = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>#~|]/gu, "\\$&").replaceAll(/\s*\n\s*/gu, " ");

/** The report for a terminal, `width` columns wide. */
export function changesAsText(
  report: ChangeReport,
  words: FillPhrase<string>,
  { colour, width }: { readonly colour: boolean; readonly width: number },
): string {
  const paint = pc.createColors(colour);
  const room = Math.max(50, Math.min(width, 110));
  const { title, groups, foot } = linesOf(report, words);
  const item = (change: Change): string => {
    const way = wayOf(change, words);
    const head = `  ${paint.bold(printable(change.what))}${way === undefined ? "" : `  ${paint.cyan(way)}`}`;
    const { before, now } = change;
    const short =
      before !== undefined && now !== undefined && cells(change.what) + cells(before) + cells(now) < room - 9;
    if (change.words === undefined && short)
      return `${head}  ${paint.red(printable(before))} → ${paint.green(printable(now))}`;
    const text = (change.words === undefined ? plainWords(change) : spaced(change.words)).map(
      ({ text, way }) => ({
        text: printable(text),
        way,
      }),
    );
    return [head, ...wrapped(text, room - 4, paint).map((line) => `    ${line}`)].join("\n");
  };
  return `${[
    paint.bold(printable(title)),
    ...groups.map(({ head, changes }) => [paint.dim(head), ...changes.map(item)].join("\n")),
    ...(foot.length === 0
      ? []
      : [foot.flatMap((line) => wrapped([{ text: printable(line), way: "same" }], room, paint)).join("\n")]),
  ].join("\n\n")}\n`;
}

/** Pieces with a space between words that are gone and those in their place. */
const spaced = (pieces: Pieces): Pieces =>
  pieces.map(({ text, way }, n) => ({
    way,
    text: way === "removed" && pieces[n + 1]?.way === "added" && /\S$/u.test(text) ? `${text} ` : text,
  }));

/** Between two texts. */
const ARROW = " → ";

type Pieces = NonNullable<Change["words"]>;

const plainWords = (change: Change): Pieces => {
  const { before, now } = textsOf(change);
  return [
    ...(before === undefined ? [] : [{ text: before, way: "removed" as const }]),
    ...(before === undefined || now === undefined ? [] : [{ text: ARROW, way: "same" as const }]),
    ...(now === undefined ? [] : [{ text: now, way: "added" as const }]),
  ];
};

/** Pieces in lines of so many columns, each word in its colour; without colours what is gone or new is in brackets. */
function wrapped(
  pieces: Pieces,
  width: number,
  paint: ReturnType<typeof pc.createColors>,
): readonly string[] {
  const mixed = pieces.some(({ text, way }) => way === "same" && text !== ARROW);
  const show = (text: string, way: Pieces[number]["way"]): string => {
    if (way === "same" || text.trim() === "") return text;
    if (way === "added") return paint.green(text);
    return mixed ? paint.strikethrough(paint.red(text)) : paint.red(text);
  };
  const lines: string[] = [];
  let [line, length] = ["", 0];
  for (const { text, way } of pieces) {
    const bracketed =
      paint.isColorSupported || !mixed || way === "same"
        ? text
        : way === "added"
          ? marked(text, "{+", "+}")
          : marked(text, "[-", "-]");
    for (const token of bracketed.match(/\s+|\S+/gu) ?? []) {
      if (length + cells(token) > width && token.trim() !== "") {
        lines.push(line.trimEnd());
        [line, length] = ["", 0];
      }
      if (length === 0 && token.trim() === "") continue;
      line += show(token, way);
      length += cells(token);
    }
  }
  return [...lines, line.trimEnd()].filter((each) => each !== "");
}
