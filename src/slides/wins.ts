import { rich } from "../model/text.ts";
import { bold, columns, inked, panel, stack, text } from "./blocks.ts";
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
    const rows = all.map((win) =>
      panel(
        columns(
          [2, 7, 3],
          [
            text("body", inked(rich(c.locale.date(win.date, "long")), "muted")),
            text("lead", bold(c.rich(win.what))),
            text(
              "body",
              win.thanks === undefined ? c.say("none") : c.say("wins.thanks", { who: win.thanks }),
            ),
          ],
          { align: "top" },
        ),
        { edge: "top", edgeInk: "hairline", inset: "normal" },
      ),
    );
    return { kicker: c.say("wins.kicker"), body: { ...stack("normal", ...rows), splits: true } };
  },
});
