import type { TableBlock } from "../model/deck.ts";
import { rich } from "../model/text.ts";
import { bold } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";

/** The versions of the deck and what changed in each, the newest first. */
export const changes = slideKind<null>({
  name: "changes",
  part: "history",
  outline: (s) => {
    const history = s.bundle.history ?? [];
    const last = history.at(-1);
    if (last === undefined) return [];
    const before = history.at(-2);
    return [
      {
        id: "changes",
        section: "appendix",
        title: before
          ? s.say("changes.title", {
              version: last.version,
              before: before.version,
              note: last.note && s.rich(last.note),
            })
          : s.say("changes.title.first", { version: last.version, date: s.locale.date(last.date, "long") }),
        ...(before && {
          shorter: [s.say("changes.title", { version: last.version, before: before.version })],
        }),
        short: s.words("changes.short"),
        content: null,
        say: [s.say("changes.say")],
        from: [["history"]],
        body: false,
      },
    ];
  },
  build: (_point, c) => ({
    kicker: c.say("appendix.kicker"),
    body: versionsTable(c),
  }),
});

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
    role: "body",
  };
}
