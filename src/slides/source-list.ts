import type { TableBlock } from "../model/deck.ts";
import { rich } from "../model/text.ts";
import { bold } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";

/** The sources of the figures, with who keeps each and what a reader should know of it. */
export const sourceList = slideKind<null>({
  name: "source-list",
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

function sourceTable(c: BuildContext): TableBlock {
  const sources = c.bundle.sources ?? [];
  return {
    type: "table",
    name: c.words("methods.sources"),
    alt: c.words("methods.sources.alt", { n: sources.length }),
    head: (["name", "owner", "date", "note"] as const).map((key) => ({
      text: c.say(`methods.sources.head.${key}`),
    })),
    rows: sources.map((source) => [
      {
        text:
          source.url === undefined
            ? bold(rich(source.name))
            : [{ text: source.name, bold: true, href: source.url }],
      },
      { text: rich(source.owner ?? "–") },
      { text: rich(source.date === undefined ? "–" : c.locale.date(source.date, "short")) },
      { text: source.note === undefined ? rich("–") : c.rich(source.note) },
    ]),
    widths: [4, 2.5, 1.5, 4],
    rowHeads: true,
  };
}
