import { rich } from "../model/text.ts";
import { bold, cards, panel, text } from "./blocks.ts";
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
    const each = all.map((win) =>
      panel(
        text("lead", [
          { text: rich(c.locale.date(win.date, "long")), role: "body", ink: "muted" },
          { text: bold(c.rich(win.what)), space: "tight" },
          ...(win.thanks === undefined
            ? []
            : [
                {
                  text: c.say("wins.thanks", { who: win.thanks }),
                  role: "body" as const,
                  space: "normal" as const,
                },
              ]),
        ]),
        { fill: "wash", inset: "wide" },
      ),
    );
    return { kicker: c.say("wins.kicker"), body: cards(each, Math.min(3, each.length)) };
  },
});
