import type { TableBlock } from "../model/deck.ts";
import { rich } from "../model/text.ts";
import { bold, roleFor } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";

/** The terms of the deck with their meaning. */
export const glossary = slideKind<null>({
  name: "glossary",
  shows: "Terms that readers may not know.",
  outline: (s) => {
    const terms = s.bundle.glossary ?? [];
    if (terms.length === 0) return [];
    return [
      {
        id: "glossary",
        section: "appendix",
        title: s.say("glossary.title", { n: terms.length }),
        short: s.words("glossary.short"),
        content: null,
        say: [s.say("glossary.say")],
        from: [["glossary"]],
        body: false,
      },
    ];
  },
  build: (_point, c) => ({ kicker: c.say("appendix.kicker"), body: termsTable(c) }),
});

function termsTable(c: BuildContext): TableBlock {
  const terms = [...(c.bundle.glossary ?? [])].sort((a, b) => a.term.localeCompare(b.term, c.locale.tag));
  const rows = terms.map((term) => [{ text: bold(rich(term.term)) }, { text: c.rich(term.meaning) }]);
  return {
    type: "table",
    name: c.words("glossary.short"),
    alt: c.words("glossary.alt", { n: terms.length }),
    head: [{ text: c.say("glossary.head.term") }, { text: c.say("glossary.head.meaning") }],
    rows,
    widths: [3, 9],
    rowHeads: true,
    role: roleFor(rows),
  };
}
