import type { Block } from "../model/deck.ts";
import { rich } from "../model/text.ts";
import { columns, filled, headed, joined, panel, stack, text } from "./blocks.ts";
import { pictureBlock } from "./evidence-blocks.ts";
import { slideKind } from "./kind.ts";
import { sourceLine } from "./sources.ts";

/** A picture as evidence, as large as it goes. */
export const picture = slideKind<{ readonly index: number }>({
  name: "picture",
  shows: "A picture as evidence, with its message as the title.",
  part: "pictures",
  outline: (s) =>
    (s.bundle.pictures ?? []).flatMap((item, n) => {
      if (s.bundle.pages?.some(({ blocks }) => blocks.some((block) => block.picture === item.id))) return [];
      const source = sourceLine(s, item);
      return {
        id: `picture-${item.id}`,
        section: "evidence" as const,
        title: s.rich(item.message),
        titleFrom: ["pictures", n, "message"],
        short: s.words("evidence.short", { n: (s.bundle.charts?.length ?? 0) + n + 1 }),
        content: { index: n },
        about: [item.id],
        say: [s.rich(item.alt)],
        sources: source ? [source] : [],
        from: [["pictures", n]],
        body: true,
      };
    }),
  build: (point, c) => {
    const item = c.bundle.pictures?.[point.content.index];
    if (item === undefined) throw new Error(`no picture ${point.content.index}`);
    const serves = (item.supports ?? []).flatMap((id) => {
      const goal = c.find.goal(id);
      return goal ? [rich(goal.name)] : [];
    });
    const shows = c.rich(item.alt);
    const goals =
      serves.length > 0 &&
      headed(c.say("evidence.serves"), joined(serves, c.locale.marks.semicolon), "small");
    const picture = pictureBlock(c, item);
    return {
      kicker: c.say("evidence.kicker"),
      body: isWide(picture)
        ? filled(
            "normal",
            1,
            picture,
            panel(text("lead", shows, { anchor: "middle" }), {
              fill: "wash",
              heading: c.words("picture.shows"),
            }),
            goals,
          )
        : columns(
            [9, 3],
            [filled("none", 0, picture), stack("normal", headed(c.say("picture.shows"), shows), goals)],
            { align: "stretch" },
          ),
    };
  },
});

/** Width of a picture over its height from which on it stands over its words, since beside them it would leave half a page. */
const WIDE = 2.3;

const isWide = (picture: Block): boolean =>
  picture.type === "picture" && picture.width >= WIDE * picture.height;
