import type { Block } from "../model/deck.ts";
import { type Rich, rich } from "../model/text.ts";
import { bold, cards, heading, panel, stack, text } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";

/** The same as a strip: each with its day and thanks in a column, under what they come to. */
export function winsStrip(title: Rich, c: BuildContext): Block {
  const all = c.bundle.wins ?? [];
  const perRow = Math.min(3, Math.max(2, all.length));
  const each = all.map((win) =>
    text("body", [
      {
        text: bold(rich(c.locale.date(win.date, "long"))),
        role: "small",
        ink: "accent",
        reading: "measure",
      },
      { text: c.rich(win.what), space: "hair" },
      ...(win.thanks === undefined
        ? []
        : [
            {
              text: c.say("wins.thanks", { who: win.thanks }),
              role: "small" as const,
              ink: "muted" as const,
              space: "hair" as const,
              reading: "aside" as const,
            },
          ]),
    ]),
  );
  return panel(stack("tight", heading(title, "good"), cards(each, perRow)), {
    fill: "wash",
    edge: "top",
    edgeInk: "good",
    inset: "tight",
  });
}

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
