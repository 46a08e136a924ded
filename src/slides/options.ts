import type { Option } from "../model/bundle/index.ts";
import type { Cell } from "../model/deck.ts";
import { type Rich, rich } from "../model/text.ts";
import { bold, inked, roleFor } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";

const CRITERIA = ["benefit", "time", "risk"] as const;

/** Alternatives side by side on the same criteria; the recommended one set off, and why the others lose. */
export const options = slideKind<null>({
  name: "options",
  shows:
    "The options on the same criteria, doing nothing among them; which is recommended, and why the others lose.",
  outline: (s) => {
    const all = s.bundle.options ?? [];
    const [best, other] = all.filter((option) => option.recommended === true);
    if (all.length === 0) return [];
    return [
      {
        id: "options",
        section: "proposal",
        title:
          best && other === undefined
            ? s.say("options.title", { name: best.name, n: all.length, why: best.why && s.rich(best.why) })
            : s.say("options.title.open", { n: all.length }),
        ...(best !== undefined &&
          other === undefined && {
            shorter: [
              s.say("options.title", { name: best.name, n: all.length }),
              s.say("options.title.short", { n: all.length }),
            ],
          }),
        short: s.words("options.short"),
        content: null,
        about: all.map((option) => option.id),
        say: [s.say("options.say", { n: all.length })],
        from: [["options"]],
        body: true,
      },
    ];
  },
  build: (_point, c) => {
    const all = c.bundle.options ?? [];
    const best = all.findIndex((option) => option.recommended === true);
    const extra = [...new Set(all.flatMap((option) => Object.keys(option.criteria ?? {})))];
    const rows: Cell[][] = [];
    const add = (label: Rich, value: (option: Option) => Rich | undefined) => {
      const cells = all.map(value);
      if (cells.every((cell) => cell === undefined)) return;
      rows.push([{ text: bold(label) }, ...cells.map((cell) => ({ text: cell ?? c.say("none") }))]);
    };
    add(c.say("options.cost"), (option) => {
      const cost = c.figures.all[`options.${option.id}.cost`];
      return cost && bold(rich(cost.text));
    });
    for (const key of CRITERIA) add(c.say(`options.${key}`), (option) => sentence(c, option[key]));
    for (const key of extra) add(rich(key), (option) => sentence(c, option.criteria?.[key]));
    add(c.say("options.why"), (option) => sentence(c, option.why));
    return {
      kicker: c.say("options.kicker"),
      body: {
        type: "table",
        name: c.words("options.short"),
        alt: c.words("options.alt", { n: all.length }),
        head: [
          { text: c.say("options.criterion") },
          ...all.map((option) => ({
            text: [
              ...bold(rich(option.name)),
              ...(option.recommended ? inked(c.say("options.recommended"), "accent") : []),
            ],
          })),
        ],
        rows,
        widths: [1.2, ...all.map(() => 3)],
        ...(best < 0 ? {} : { emphasised: best + 1 }),
        rowHeads: true,
        role: roleFor(rows),
      },
    };
  },
});

const sentence = (c: BuildContext, value: string | undefined): Rich | undefined =>
  value === undefined ? undefined : c.rich(value);
