import { isWithin } from "../base/json-path.ts";
import type { Change } from "../model/changes.ts";
import type { Block, Cell, TableBlock } from "../model/deck.ts";
import type { Point } from "../model/story.ts";
import { type Rich, rich } from "../model/text.ts";
import { bold, heading, inked, stack, text } from "./blocks.ts";
import { type BuildContext, type PointInit, type SlideContext, slideKind } from "./kind.ts";

/** Changes since the version that was sent last, where it is known, and the versions of the deck, newest first. */
export const changes = slideKind<null>({
  name: "changes",
  shows: "What changed since the version that was sent last, and the versions so far.",
  part: "history",
  outline: (s) => {
    const told = toldOf(s);
    if (told.length === 0 && (s.bundle.history ?? []).length === 0) return [];
    return [
      {
        id: "changes",
        section: "appendix",
        ...titles(s, told.length),
        short: s.words("changes.short"),
        content: null,
        say: [s.say("changes.say")],
        from: [["history"]],
        body: false,
      },
    ];
  },
  build: (_point, c) => {
    const since = changesTable(c);
    const versions = (c.bundle.history ?? []).length === 0 ? undefined : versionsTable(c);
    return {
      kicker: c.say("appendix.kicker"),
      body:
        since === undefined
          ? (versions ?? stack("none"))
          : {
              ...stack(
                "normal",
                ...since,
                ...(versions === undefined ? [] : [heading(c.say("changed.versions")), versions]),
              ),
              splits: true,
            },
    };
  },
});

/** Changes that readers see. */
const toldOf = ({ since }: SlideContext): readonly Change[] =>
  since?.changes.filter(({ unseen }) => !unseen) ?? [];

function titles(s: SlideContext, n: number): Pick<PointInit<null>, "title" | "shorter"> {
  const history = s.bundle.history ?? [];
  const last = history.at(-1);
  const before = history.at(-2);
  if (s.since !== undefined && n > 0) {
    const known = { version: s.bundle.version ?? last?.version, before: s.since.version, n };
    const note = history.find(({ version }) => version === s.bundle.version)?.note;
    return {
      title: s.say("changed.slide.title", { ...known, note: note && s.rich(note) }),
      shorter: [s.say("changed.slide.title", known)],
    };
  }
  if (last === undefined) return { title: s.say("changes.short") };
  return before
    ? {
        title: s.say("changes.title", {
          version: last.version,
          before: before.version,
          note: last.note && s.rich(last.note),
        }),
        shorter: [s.say("changes.title", { version: last.version, before: before.version })],
      }
    : {
        title: s.say("changes.title.first", {
          version: last.version,
          date: s.locale.date(last.date, "long"),
        }),
      };
}

/** Rows of changes at most; the others are counted, since who wants all of it reads the deck. */
const MOST = 12;
/** Letters of a text in the table. */
const LETTERS = 150;

const cut = (words: string): string =>
  [...words].length <= LETTERS
    ? words
    : `${[...words]
        .slice(0, LETTERS - 1)
        .join("")
        .trimEnd()}…`;

/** The page that shows most of what changed: that which draws it or is about it alone, and else the first. */
function nearest(points: readonly Point[], { path, about }: Change): Point | undefined {
  const closeness = ({ draws, from }: Point): number =>
    draws.some((id) => about.includes(id))
      ? Number.POSITIVE_INFINITY
      : Math.max(0, ...from.filter((place) => isWithin(path, place)).map(({ length }) => length));
  return points.reduce<Point | undefined>(
    (best, point) => (best === undefined || closeness(point) > closeness(best) ? point : best),
    undefined,
  );
}

/** Table of the changes, the most important first, with the page that shows each now. */
function changesTable(c: BuildContext): readonly Block[] | undefined {
  const { since } = c.story;
  const told = since?.changes.filter(({ unseen }) => !unseen) ?? [];
  if (since === undefined || told.length === 0) return undefined;
  const rows = told.slice(0, MOST).map((change): readonly Cell[] => {
    const { pages } = change;
    const page = nearest(
      c.story.points.filter(({ id }) => pages.includes(id)),
      change,
    );
    return [
      {
        text: [
          ...inked(rich(`${c.words(`change.kind.${change.kind}`)}\n`), "muted"),
          ...bold(rich(cut(change.what))),
        ],
        from: change.path,
      },
      { text: change.before === undefined ? c.say("none") : rich(cut(change.before)), ink: "muted" },
      { text: nowOf(c, change), from: change.path },
      {
        text: page === undefined ? c.say("none") : [{ text: "00", pageOf: page.id, to: page.id }],
        align: "right",
      },
    ];
  });
  const rest = told.length - rows.length;
  const table: TableBlock = {
    type: "table",
    name: c.words("changed.table", { before: since.version }),
    alt: c.words("changed.table.alt", { n: rows.length, before: since.version }),
    head: [
      { text: c.say("changed.head.what") },
      { text: c.say("changed.head.before", { before: since.version }) },
      { text: c.say("changed.head.now") },
      { text: c.say("changed.head.page"), align: "right" },
    ],
    rows,
    widths: [2.8, 3.9, 4.3, "fit"],
    rowHeads: true,
    role: "table",
  };
  return [
    table,
    ...(rest > 0 ? [text("small", [{ text: c.say("changed.more", { n: rest }), ink: "muted" }])] : []),
  ];
}

/** The text as it is now; of a sentence that was reworded, its new words in bold. */
function nowOf(c: BuildContext, { way, what, now, words }: Change): Rich {
  const said = way === "removed" || way === "moved" || way === "answered" || way === "added";
  const mark: Rich = said ? inked(c.say(`change.way.${way}`), "accent") : [];
  // What is new under its own name has been named already.
  if (now === undefined || (way === "added" && now === what)) return mark.length === 0 ? c.say("none") : mark;
  const shown = cut(now);
  const content: Rich =
    words === undefined || shown !== now
      ? rich(shown)
      : words.flatMap(
          ({ text, way }): Rich =>
            way === "removed" ? [] : [{ text, ...(way === "added" ? { bold: true } : {}) }],
        );
  return mark.length === 0 ? content : [...mark, { text: " · " }, ...content];
}

function versionsTable(c: BuildContext): TableBlock {
  const history = [...(c.bundle.history ?? [])].reverse();
  return {
    type: "table",
    name: c.words("changes.short"),
    alt: c.words("changes.alt", { n: history.length }),
    head: (["version", "date", "note", "sentTo"] as const).map((key) => ({
      text: c.say(`changes.head.${key}`),
    })),
    rows: history.map((version) => [
      { text: bold(rich(version.version)) },
      { text: rich(c.locale.date(version.date, "long")) },
      { text: version.note === undefined ? c.say("none") : c.rich(version.note) },
      {
        text: rich(
          c.locale.list(
            (version.sentTo ?? []).map((id) => c.find.person(id)?.name ?? id),
            "and",
          ),
        ),
      },
    ]),
    widths: [1, 2, 5, 4],
    rowHeads: true,
    role: c.since === undefined ? "body" : "table",
  };
}
