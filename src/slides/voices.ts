import type { Quote } from "../model/bundle/index.ts";
import type { Block } from "../model/deck.ts";
import type { Point } from "../model/story.ts";
import { plain, type Rich, rich } from "../model/text.ts";
import { bold, columns, evenly, filled, heading, stack, text } from "./blocks.ts";
import { quoteBlock } from "./evidence-blocks.ts";
import { type BuildContext, type SlideContext, slideKind } from "./kind.ts";
import { drawable, personSide, type Tone, tone } from "./sources.ts";

interface Content {
  /** Quote ids by goal, in the goals' order; "" for those that speak to none. */
  readonly groups: readonly { readonly goal: string; readonly quotes: readonly string[] }[];
}

/** Quotes of stakeholders by goal, in favour and in doubt. */
export const voices = slideKind<Content>({
  name: "voices",
  shows:
    "What people said, in their words and with their consent, beside how many were asked. Stands on the page of the people where both fit.",
  outline: (s) => {
    // Voices that a reason or a page of the author's lets speak are not drawn again.
    const { why, pages = [] } = s.bundle;
    const heard = new Set([
      ...(why.reasons ?? []).flatMap((reason) => reason.evidence),
      ...pages.flatMap(({ blocks }) => blocks.flatMap(({ quote }) => quote ?? [])),
    ]);
    const quotes = s.bundle.quotes.filter((quote) => drawable(quote) && !heard.has(quote.id));
    if (quotes.length === 0) return [];
    const people = new Set(quotes.map((quote) => quote.from)).size;
    const ordered = [...s.bundle.goals]
      .sort((a, b) => (a.priority ?? 99) - (b.priority ?? 99))
      .map((goal) => goal.id);
    const groups = [...ordered, ""]
      .map((goal) => ({
        goal,
        quotes: quotes
          .filter((q) => (ordered.includes(q.goal ?? "") ? q.goal : "") === goal)
          .map((q) => q.id),
      }))
      .filter((group) => group.quotes.length > 0);
    return [
      {
        id: "voices",
        section: "people",
        title: title(s, quotes),
        shorter: people > 1 ? [s.say("voices.title.none", { n: people })] : [],
        short: s.words("voices.short"),
        content: { groups },
        about: quotes.map((quote) => quote.id),
        draws: quotes.map((quote) => quote.id),
        say: [s.say("voices.say", { n: quotes.length })],
        sources: [interviews(s, quotes)].filter((line) => line !== undefined),
        from: [["quotes"]],
        body: true,
      },
    ];
  },
  build: (point, c) => {
    const roomy = point.content.groups.reduce((n, group) => n + group.quotes.length, 0) <= 6;
    const made = point.content.groups.map((group) => {
      const goal = c.find.goal(group.goal);
      const quotes = group.quotes.flatMap((id) => c.find.quote(id) ?? []);
      return {
        head: text("lead", [
          { text: bold(goal ? rich(goal.name) : c.say("voices.other")), reading: "heading" },
        ]),
        quotes: quotes.map((quote) => quoteBlock(c, quote, roomy ? "lead" : "body")),
      };
    });
    const side = made.length > 1 && made.length <= 3 && made.every((group) => group.quotes.length <= 3);
    const single = made.length > 1 && made.every((group) => group.quotes.length === 1);
    const groups = made.map((group) => stack("tight", group.head, ...group.quotes));
    return {
      kicker: c.say("voices.kicker"),
      legend: point.content.groups.some((g) =>
        g.quotes.some((id) => c.find.quote(id) && tone(c, c.find.quote(id) as Quote) === "doubts"),
      )
        ? c.say("voices.legend")
        : [],
      body: side
        ? columns(
            evenly(made.length),
            made.map((group) =>
              filled("normal", 1, group.head, {
                ...stack("normal", ...group.quotes),
                grow: group.quotes.map(() => 1),
              }),
            ),
            { align: "stretch" },
          )
        : single
          ? { ...stack("normal", ...pairs(groups)), splits: true }
          : {
              ...stack(
                "wide",
                ...made.map((group) => ({
                  ...stack("normal", group.head, ...pairs(group.quotes)),
                  splits: true,
                })),
              ),
              splits: true,
            },
    };
  },
});

/** The same in a column beside something else: the quotes under their goals, one below the other. */
export function voicesColumn(point: Point, c: BuildContext): Block {
  const { groups } = point.content as Content;
  return stack(
    "tight",
    heading(c.say("voices.kicker")),
    ...groups.flatMap(({ goal, quotes }) => [
      text("small", [
        { text: bold(rich(c.find.goal(goal)?.name ?? c.words("voices.other"))), reading: "heading" as const },
      ]),
      ...quotes.flatMap((id) => {
        const quote = c.find.quote(id);
        return quote === undefined ? [] : [quoteBlock(c, quote)];
      }),
    ]),
  );
}

/** Title that counts the people on each side; somebody who is quoted twice counts once. */
function title(s: SlideContext, quotes: readonly Quote[]): Rich {
  const people = [...new Set(quotes.map((quote) => quote.from))];
  const sides = people.map((id) =>
    personSide(
      s,
      quotes.filter((quote) => quote.from === id),
    ),
  );
  const n = people.length;
  const count = (wanted: Tone): number => sides.filter((each) => each === wanted).length;
  // Whoever's side nobody has stated is counted, and said nothing of: to take no side is a statement too.
  const neutral = people.filter(
    (id, at) => sides[at] === "neutral" && quotes.some((quote) => quote.from === id && isNeutral(s, quote)),
  ).length;
  const whole = TONES.find((each) => count(each) === n);
  if (whole === undefined) {
    const counts = { supports: count("supports"), doubts: count("doubts"), neutral };
    const parts = TONES.filter((each) => counts[each] > 0);
    return s.say("voices.title.mixed", {
      n,
      parts: parts.map((each) => s.words(`voices.part.${each}`, { n: counts[each] })),
    });
  }
  const data = { n, pair: n === 2, supports: whole === "supports", doubts: whole === "doubts" };
  if (n === 1) return s.say("voices.title.one", data);
  return s.say(whole === "neutral" ? "voices.title.none" : "voices.title.same", data);
}

const isNeutral = (s: SlideContext, { tone, from }: Quote): boolean =>
  (tone ?? s.find.person(from)?.stance) === "neutral";

const TONES: readonly Tone[] = ["supports", "doubts", "neutral"];

/** Two a row, of one height; one that is left over takes the whole width. */
const pairs = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block, n) => {
    if (n % 2 === 1) return [];
    const next = blocks[n + 1];
    return [next ? columns([6, 6], [block, next], { align: "stretch" }) : block];
  });

/** "Conversations, 1 to 15 October 2026": when those who are named said it; the days of others would lead to them. */
function interviews(s: SlideContext, quotes: readonly Quote[]) {
  const dates = quotes.flatMap(({ permission, date }) => (permission === "named" && date) || []).sort();
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const line = s.say("voices.source", {
    first: s.locale.date(first, "long"),
    last: first === last ? undefined : s.locale.date(last, "long"),
  });
  return { id: "interviews", text: line, name: plain(line) };
}
