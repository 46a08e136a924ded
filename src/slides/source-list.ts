import type { Source } from "../model/bundle/index.ts";
import type { TableBlock } from "../model/deck.ts";
import { type Rich, rich } from "../model/text.ts";
import { bold } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";

/** The sources of the figures, with who keeps each and what a reader should know of it. */
export const sourceList = slideKind<null>({
  name: "source-list",
  shows: "The sources, each with owner, date and method.",
  part: "sources",
  outline: (s) => {
    const n = s.bundle.sources?.length ?? 0;
    if (n === 0) return [];
    return [
      {
        id: "sources",
        section: "appendix",
        title: s.say("sources.title", { n }),
        short: s.words("sources.short"),
        content: null,
        say: [s.say("methods.say")],
        from: [["sources"]],
        body: false,
      },
    ];
  },
  build: (_point, c) => ({ kicker: c.say("appendix.kicker"), body: sourceTable(c) }),
});

/** Columns of the table: what a reader may know of a source, with the share of the width. */
const COLUMNS: readonly {
  readonly key: "name" | "owner" | "date" | "note";
  readonly width: number;
  readonly of: (source: Source, c: BuildContext) => Rich | undefined;
}[] = [
  {
    key: "name",
    width: 4,
    of: ({ name, url }) => (url === undefined ? bold(rich(name)) : [{ text: name, bold: true, href: url }]),
  },
  { key: "owner", width: 2.5, of: ({ owner }) => (owner === undefined ? undefined : rich(owner)) },
  {
    key: "date",
    width: 1.5,
    of: ({ date }, c) => (date === undefined ? undefined : rich(c.locale.date(date, "short"))),
  },
  { key: "note", width: 4, of: ({ note }, c) => (note === undefined ? undefined : c.rich(note)) },
];

/** The sources, one a row; what is known of none of them has no column. */
function sourceTable(c: BuildContext): TableBlock {
  const sources = c.bundle.sources ?? [];
  const columns = COLUMNS.filter(({ of }) => sources.some((source) => of(source, c) !== undefined));
  return {
    type: "table",
    name: c.words("methods.sources"),
    alt: c.words("methods.sources.alt", { n: sources.length }),
    head: columns.map(({ key }) => ({ text: c.say(`methods.sources.head.${key}`) })),
    rows: sources.map((source) => columns.map(({ of }) => ({ text: of(source, c) ?? c.say("none") }))),
    widths: columns.map(({ width }) => width),
    rowHeads: true,
  };
}
