import type { Win } from "../model/bundle/index.ts";
import type { Block, Paragraph, Space } from "../model/deck.ts";
import { type Rich, type Role, rich } from "../model/text.ts";
import { bold, cards, heading, panel, stack, text } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";

/** Sizes of a win's day and thanks, and the distance between its words and the thanks. */
interface WinLook {
  readonly day: Role;
  readonly thanks: Role;
  readonly space: Space;
}

/** A win with its day over it, and thanks below. */
const winParagraphs = (c: BuildContext, win: Win, { day, thanks, space }: WinLook): readonly Paragraph[] => [
  { text: bold(rich(c.locale.date(win.date, "long"))), role: day, ink: "accent", reading: "measure" },
  { text: c.rich(win.what), space: "hair" },
  ...(win.thanks === undefined
    ? []
    : [
        {
          text: c.say("wins.thanks", { who: win.thanks }),
          role: thanks,
          ink: "muted" as const,
          space,
          reading: "aside" as const,
        },
      ]),
];

/** Wins as a strip, each in a column, under what all come to. */
export function winsStrip(title: Rich, c: BuildContext): Block {
  const look: WinLook = { day: "small", thanks: "small", space: "hair" };
  const each = (c.bundle.wins ?? []).map((win) => text("body", winParagraphs(c, win, look)));
  return panel(stack("tight", heading(title, "good"), cards(each, abreast(each))), {
    fill: "wash",
    edge: "top",
    edgeInk: "good",
    inset: "tight",
  });
}

const abreast = (all: readonly Block[]): number => Math.max(2, Math.min(3, all.length));

/** Results that are there already, and the people to thank for them. */
export const wins = slideKind<null>({
  name: "wins",
  shows: "What already works, with dates and thanks.",
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
    const look: WinLook = { day: "kicker", thanks: "body", space: "tight" };
    const each = (c.bundle.wins ?? []).map((win) =>
      panel(text("lead", winParagraphs(c, win, look), { anchor: "middle" }), {
        fill: "wash",
        edge: "top",
        edgeInk: "good",
      }),
    );
    return {
      kicker: c.say("wins.kicker"),
      body: cards(each, Math.min(3, each.length), "wide"),
    };
  },
});
