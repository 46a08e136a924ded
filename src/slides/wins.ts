import { rich } from "../model/text.ts";
import { bold } from "./blocks.ts";
import { slideKind } from "./kind.ts";

/** What already worked, and whom to thank. */
export const wins = slideKind<null>({
  name: "wins",
  tell: (s) => {
    const all = s.bundle.wins ?? [];
    const last = all.at(-1);
    if (last === undefined) return [];
    return [
      {
        id: "wins",
        section: "decision",
        title: s.say("wins.title", {
          n: all.length,
          thanked: all.some((win) => win.thanks !== undefined),
          thanks: [...new Set(all.flatMap((win) => win.thanks ?? []))],
        }),
        short: s.words("wins.short"),
        content: null,
        about: all.flatMap((win) => win.id ?? []),
        say: all.map((win) => s.rich(win.what)),
        from: [["wins"]],
        body: true,
      },
    ];
  },
  build: (_point, c) => {
    const all = c.bundle.wins ?? [];
    return {
      kicker: c.say("wins.kicker"),
      body: {
        type: "table",
        name: c.words("wins.short"),
        alt: c.words("wins.alt", { n: all.length }),
        head: ["date", "what", "thanks"].map((key) => ({ text: c.say(`wins.head.${key}`) })),
        rows: all.map((win) => [
          { text: rich(c.locale.date(win.date, "long")) },
          { text: bold(c.rich(win.what)) },
          { text: win.thanks === undefined ? c.say("none") : rich(win.thanks) },
        ]),
        widths: [1.6, 5, 2],
        role: "body",
      },
    };
  },
});
