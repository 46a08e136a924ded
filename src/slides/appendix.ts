import type { Cell } from "../model/deck.ts";
import type { Rich } from "../model/text.ts";
import { linked } from "./blocks.ts";
import { slideKind } from "./kind.ts";

/** The page that announces the appendix and indexes it. */
export const appendix = slideKind<null>({
  name: "appendix",
  shows: "The divider before the appendix.",
  outline: (s) => {
    const n = s.bundle.objections?.length ?? 0;
    return [
      {
        id: "appendix",
        section: "appendix",
        title: s.say(n === 0 ? "appendix.title.plain" : "appendix.title", { n }),
        short: s.words("appendix.short"),
        content: null,
        say: [s.say("appendix.say")],
        body: false,
      },
    ];
  },
  build: (_point, c) => {
    const pages = c.story.points.filter((point) => point.section === "appendix" && point.id !== "appendix");
    return {
      kicker: c.say("appendix.kicker"),
      body: {
        type: "table",
        name: c.words("appendix.short"),
        alt: c.words("appendix.alt", { n: pages.length }),
        head: [
          { text: c.say("appendix.head.what") },
          { text: c.say("appendix.head.title") },
          { text: c.say("appendix.head.page"), align: "right" },
        ],
        rows: pages.map((point) => row(point.short, point.title, point.id)),
        widths: [2, 9, "fit"],
        rowHeads: true,
        role: "table",
      },
    };
  },
});

const row = (short: string, title: Rich, to: string): Cell[] => [
  { text: linked([{ text: short, bold: true }], to) },
  { text: title },
  { text: [{ text: "00", pageOf: to, to }], align: "right" },
];
