import { rich } from "../model/text.ts";
import { bold, cards, panel, text } from "./blocks.ts";
import { slideKind } from "./kind.ts";

/** Results that are there already, and the people to thank for them. */
export const wins = slideKind<null>({
  name: "wins",
  outline: (s) => {
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
        shorter: [s.say("wins.title", { n: all.length, thanked: false })],
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
    const each = all.map((win) =>
      panel(
        text(
          "lead",
          [
            {
              text: bold(rich(c.locale.date(win.date, "long"))),
              role: "kicker",
              ink: "accent",
              reading: "measure",
            },
            { text: c.rich(win.what), space: "hair" },
            ...(win.thanks === undefined
              ? []
              : [
                  {
                    text: c.say("wins.thanks", { who: win.thanks }),
                    role: "body" as const,
                    ink: "muted" as const,
                    space: "tight" as const,
                    reading: "aside" as const,
                  },
                ]),
          ],
          { anchor: "middle" },
        ),
        { fill: "wash", edge: "top", edgeInk: "good" },
      ),
    );
    const perRow = Math.max(2, Math.min(3, each.length));
    return {
      kicker: c.say("wins.kicker"),
      body: cards(each, perRow, "wide"),
    };
  },
});
