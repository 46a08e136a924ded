import type { Block, TableBlock } from "../model/deck.ts";
import { type ColorToken, rich } from "../model/text.ts";
import { bold, pageLinks, stack, text } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";

export const RESIDUAL_INK: Readonly<Record<"low" | "medium" | "high", ColorToken>> = {
  low: "good",
  medium: "ink",
  high: "bad",
};

/** Objections at a glance: who raised what, who answers for it, the doubt that is left, and where the answer is. */
export const objections = slideKind<null>({
  name: "objections",
  shows: "All objections in a list: who raised them, how much doubt is left, and the page that answers each.",
  outline: (s) => {
    const all = s.bundle.objections ?? [];
    // One objection has its page, and a list of one says nothing more.
    if (all.length < 2) return [];
    const open = all.filter(
      (objection) => objection.residual === "medium" || objection.residual === "high",
    ).length;
    return [
      {
        id: "objections",
        section: "appendix",
        title: s.say("objections.title", { n: all.length, open }),
        shorter: [s.say("objections.title", { n: all.length })],
        short: s.words("objections.short"),
        content: null,
        say: [s.say("objections.say", { n: all.length })],
        from: [["objections"]],
        body: false,
      },
    ];
  },
  build: (_point, c) => {
    const all = c.bundle.objections ?? [];
    return {
      kicker: c.say("appendix.kicker"),
      body: withOthers(c, {
        type: "table",
        name: c.words("objections.short"),
        alt: c.words("objections.alt", { n: all.length }),
        head: (["objection", "from", "owner", "residual", "page"] as const).map((key) => ({
          text: c.say(`objections.head.${key}`),
          align: key === "page" ? "right" : "left",
        })),
        role: all.length <= 6 ? "body" : "table",
        rows: all.map((objection, n) => {
          const to = `objection-${objection.id}`;
          return [
            { text: bold(c.rich(objection.objection)), from: ["objections", n, "objection"] },
            { text: rich(c.find.person(objection.from)?.name ?? "–") },
            { text: rich(c.find.person(objection.owner)?.name ?? "–") },
            {
              text: objection.residual ? c.say(`residual.${objection.residual}`) : c.say("none"),
              ink: RESIDUAL_INK[objection.residual ?? "medium"],
              bold: true,
            },
            { text: [{ text: "00", pageOf: to, to }], align: "right" },
          ];
        }),
        widths: [5.4, 1.7, 1.7, 1.2, "fit"],
        rowHeads: true,
      }),
    };
  },
});

/** The table over a line that leads to the rest of the appendix, which then needs no index of its own. */
function withOthers(c: BuildContext, table: TableBlock): Block {
  const others = c.story.points.filter(
    ({ section, kind }) => section === "appendix" && kind !== "objections" && kind !== "objection",
  );
  if (others.length === 0) return table;
  const links = pageLinks(c.say("objections.others"), others, c.locale.marks);
  return { ...stack("normal", table, text("small", links)), splits: true };
}
