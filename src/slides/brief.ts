import type { Objection } from "../model/bundle/index.ts";
import type { Block, Cell, TableBlock } from "../model/deck.ts";
import { plain, type Rich, rich } from "../model/text.ts";
import { strongest } from "./answer.ts";
import { askTitle } from "./ask.ts";
import {
  bold,
  columns,
  evenly,
  heading,
  inked,
  joined,
  labelled,
  panel,
  spoken,
  stack,
  text,
} from "./blocks.ts";
import { howToAnswer } from "./decision.ts";
import { context, headedExhibit, sortEvidence } from "./evidence-blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";
import { objectionTitle } from "./objection-title.ts";

/** Room for all that there is, and a chart. */
const ALL = {
  why: 2_000,
  claim: 170,
  because: 300,
  option: 300,
  options: 6,
  objection: 2_000,
  answer: 2_000,
  name: 200,
  chart: 150,
};
type Room = typeof ALL;

/**
 * Letters that texts of the page may have, and the least height of its chart in pt: all that there is, then less and less
 * until one page holds it.
 */
const ROOM: readonly Room[] = [
  ALL,
  { ...ALL, chart: 115 },
  { ...ALL, claim: 2_000, because: 2_000, option: 2_000, chart: 0 },
  {
    why: 400,
    claim: 170,
    because: 170,
    option: 170,
    options: 6,
    objection: 260,
    answer: 420,
    name: 120,
    chart: 0,
  },
  {
    why: 300,
    claim: 130,
    because: 110,
    option: 110,
    options: 5,
    objection: 200,
    answer: 280,
    name: 90,
    chart: 0,
  },
  {
    why: 240,
    claim: 110,
    because: 0,
    option: 80,
    options: 4,
    objection: 160,
    answer: 200,
    name: 60,
    chart: 0,
  },
  { why: 180, claim: 80, because: 0, option: 0, options: 4, objection: 120, answer: 150, name: 40, chart: 0 },
];

/** The whole proposal on one sheet of paper: why, what is asked, three figures, the alternatives, the main doubt. */
export const brief = slideKind<null>({
  name: "brief",
  shows:
    "The whole proposal on one sheet: why, what is asked, three figures, the alternatives, the main doubt. The edition brief, and the brief that goes with a deck, are this page.",
  outline: (s) =>
    s.brief !== true
      ? []
      : [
          {
            id: "brief",
            section: "answer",
            ...askTitle(s),
            short: s.words("brief.short"),
            content: null,
            about: ["ask", "why"],
            say: [s.rich(s.bundle.why.statement)],
            from: [["ask"], ["why"], ["options"], ["objections"]],
            body: true,
          },
        ],
  build: (_point, c) => {
    const [first, ...others] = ROOM.map((room) => sheet(c, room));
    const { version } = c.bundle;
    return {
      taller: "statement",
      kicker: c.say("brief.kicker", { title: c.bundle.title, version }),
      body: first ?? stack("none"),
      plainer: others,
      ...(c.digest === undefined ? {} : { foot: c.say("brief.figures", { digest: c.digest }) }),
    };
  },
});

function sheet(c: BuildContext, room: Room): Block {
  const { ask, contact } = c.bundle;
  const drawn = room.chart > 0 ? evidence(c, room.chart) : undefined;
  const parts = [
    text("lead", [{ text: cut(c.rich(c.bundle.why.statement), room.why), from: ["why", "statement"] }]),
    asked(c, room),
    figures(c, room),
    drawn,
    options(c, room),
    doubt(c, room),
    ask === undefined && contact === undefined
      ? undefined
      : panel(howToAnswer(c), { fill: "wash", inset: "normal" }),
  ].filter((part) => part !== undefined);
  // The chart takes the height that is left, else the page ends where its words do.
  return { ...stack("wide", ...parts), grow: parts.map((part) => (part === drawn ? 1 : 0)) };
}

/** The chart of the strongest reason that has one, else of the first goal; it says why at a glance. */
function evidence(c: BuildContext, height: number): Block | undefined {
  const { goals, why, charts = [] } = c.bundle;
  const [proof] = (why.reasons ?? []).flatMap((reason) => sortEvidence(c, reason.evidence).charts);
  const chart =
    c.find.chart(proof) ??
    charts.find(({ metrics = [] }) =>
      goals.some(({ metric }) => metric !== undefined && metrics.includes(metric)),
    );
  return chart && headedExhibit(c, chart, height);
}

/** The beginning of a text that is longer than its room, up to the end of a word. */
function cut(words: Rich, most: number): Rich {
  const all = plain(words);
  if ([...all].length <= most) return words;
  const kept = [...all].slice(0, Math.max(0, most - 1)).join("");
  const end = kept.lastIndexOf(" ") > most / 2 ? kept.lastIndexOf(" ") : kept.length;
  let left = kept.slice(0, end).replace(/[\s,;:–-]+$/u, "").length;
  const runs = words.flatMap((run): Rich => {
    const part = run.text.slice(0, left);
    left -= part.length;
    return part === "" ? [] : [{ ...run, text: part }];
  });
  return [...runs, { text: "…" }];
}

/** Facts of the ask, side by side. */
function asked(c: BuildContext, room: Room): Block | undefined {
  const { ask } = c.bundle;
  if (ask === undefined) return undefined;
  const amount = c.figures.all["ask.amount"];
  const approver = c.find.person(ask.approver);
  const name = (of: Rich): Rich => cut(of, room.name);
  const facts = [
    amount !== undefined
      ? ([c.say("ask.amount"), rich(amount.text), "figureSmall"] as const)
      : ask.amount === "none"
        ? ([c.say("ask.amount"), c.say("ask.amount.none"), "lead"] as const)
        : undefined,
    ask.by === undefined
      ? undefined
      : ([c.say("ask.by"), rich(c.locale.date(ask.by, "long")), "body"] as const),
    approver &&
      ([
        c.say("ask.approver"),
        name(c.say("person", { name: approver.name, role: approver.role })),
        "body",
      ] as const),
    ask.start === undefined
      ? undefined
      : ([c.say("ask.start"), rich(c.locale.date(ask.start, "long")), "body"] as const),
  ].filter((fact) => fact !== undefined);
  if (facts.length === 0) return undefined;
  const [head] = facts;
  const rest = facts.slice(1);
  if (head === undefined || rest.length === 0) return panelOf(c, facts.map(factBlock), [12]);
  return panelOf(
    c,
    facts.map(factBlock),
    head[2] === "figureSmall" ? spansOf(rest.length) : evenly(facts.length),
  );
}

/** The amount takes more of the width than each of the others. */
const spansOf = (others: number): readonly number[] =>
  others === 1 ? [7, 5] : others === 2 ? [5, 3.5, 3.5] : [4.2, 2.6, 2.8, 2.4];

const factBlock = ([label, value, role]: readonly [Rich, Rich, "figureSmall" | "lead" | "body"]): Block =>
  labelled(label, value, role, "paper");

const panelOf = (c: BuildContext, facts: readonly Block[], spans: readonly number[]): Block =>
  panel(columns(spans, facts, { align: "top" }), {
    fill: "accent",
    inset: "normal",
    heading: c.words("decision.short"),
  });

/** Letters of a figure that stand on one line of a card at full size. */
const SHORT = 15;

/** Most figures of the page. */
const MOST = 3;

/** The strongest figures, each with the reason that it carries; else the latest values of the measures. */
function figures(c: BuildContext, room: Room): Block | undefined {
  const seen = new Set<string>();
  const reasons = (c.bundle.why.reasons ?? []).flatMap((reason, n) => {
    const found = strongest(c, reason);
    if (found === undefined || seen.has(found.text)) return [];
    seen.add(found.text);
    const from = ["why", "reasons", n] as const;
    return [
      {
        figure: found.text,
        from: found.from,
        claim: cut(c.rich(reason.claim), room.claim),
        claimFrom: [...from, "claim"],
        because: cut(c.rich(reason.because), room.because),
        becauseFrom: [...from, "because"],
      },
    ];
  });
  const measures = (c.bundle.metrics ?? []).flatMap((metric) => {
    const known = c.figures.metrics[metric.id];
    const latest = known?.figures["latest"];
    if (known === undefined || latest === undefined || seen.has(latest.text)) return [];
    seen.add(latest.text);
    return [
      {
        figure: latest.text,
        from: latest.from,
        claim: cut(rich(metric.name), room.claim),
        claimFrom: latest.from,
        because: cut(context(c, known), room.because),
        becauseFrom: latest.from,
      },
    ];
  });
  const shown = [...reasons, ...measures].slice(0, MOST);
  if (shown.length === 0) return undefined;
  // A figure with many letters would take several lines.
  const role = shown.some(({ figure }) => figure.length > SHORT) ? "figureSmall" : "figure";
  const cards = shown.map(({ figure, from, claim, claimFrom, because, becauseFrom }) =>
    panel(
      text("body", [
        { text: rich(figure), role, ink: "accent", reading: "measure", from },
        { text: bold(claim), space: "hair", from: claimFrom },
        ...(plain(because) === "" || room.because === 0
          ? []
          : [
              {
                text: because,
                ink: "muted" as const,
                space: "hair" as const,
                from: becauseFrom,
              },
            ]),
      ]),
      { edge: "top", edgeInk: "accent", inset: "tight" },
    ),
  );
  return columns(evenly(cards.length), cards, { align: "stretch" });
}

/** The alternatives, what each costs, and why it is recommended or loses. */
function options(c: BuildContext, room: Room): Block | undefined {
  const all = c.bundle.options ?? [];
  if (all.length === 0) return undefined;
  const recommended = all.filter((option) => option.recommended === true);
  const others = all.filter((option) => option.recommended !== true);
  const shown = [...recommended, ...others].slice(0, room.options);
  const costs = shown.some(({ id }) => c.figures.all[`options.${id}.cost`] !== undefined);
  const why = room.option > 0 && shown.some((option) => (option.why ?? option.risk) !== undefined);
  const at = (id: string): number => all.findIndex((option) => option.id === id);
  const table: TableBlock = {
    type: "table",
    name: c.words("options.short"),
    alt: c.words("options.alt", { n: shown.length }),
    head: [
      { text: c.say("options.short") },
      ...(costs ? [{ text: c.say("options.cost"), align: "right" as const }] : []),
      ...(why ? [{ text: c.say("options.why") }] : []),
    ],
    rows: shown.map((option): readonly Cell[] => {
      const cost = c.figures.all[`options.${option.id}.cost`];
      const own = option.recommended === true;
      const reason = option.why ?? option.risk;
      const fill = own ? { fill: "accentSoft" as const } : {};
      return [
        {
          text: [
            ...bold(cut(rich(option.name), room.name)),
            ...(own ? inked(rich(`\n${c.words("brief.recommended")}`), "accent") : []),
          ],
          from: ["options", at(option.id), "name"],
          ...fill,
        },
        ...(costs ? [{ text: rich(cost?.text ?? "–"), align: "right" as const, ...fill }] : []),
        ...(why
          ? [
              {
                text: reason === undefined ? c.say("none") : cut(c.rich(reason), room.option),
                from: ["options", at(option.id), option.why === undefined ? "risk" : "why"],
                ...fill,
              },
            ]
          : []),
      ];
    }),
    widths: [4, ...(costs ? [2.2] : []), ...(why ? [5.8] : [])],
    rowHeads: true,
    role: "table",
  };
  return table;
}

const DOUBT = ["high", "medium", undefined, "low"] as const;

/** The objection that leaves most doubt; of several, the first. */
const mainObjection = (all: readonly Objection[]): Objection | undefined =>
  DOUBT.map((doubt) => all.find(({ residual }) => residual === doubt)).find((found) => found !== undefined);

/** The main objection beside its answer. */
function doubt(c: BuildContext, room: Room): Block | undefined {
  const all = c.bundle.objections ?? [];
  const main = mainObjection(all);
  if (main === undefined) return undefined;
  const n = all.indexOf(main);
  const person = c.find.person(main.from);
  const { answers } = objectionTitle(c, main, n);
  const headline = answers ? main.headline : undefined;
  const name = person && c.say("person", { name: person.name, role: person.role });
  const [open = "", close = ""] = c.locale.quote("x").split("x");
  const said = [...rich(open), ...cut(c.rich(main.objection), room.objection), ...rich(close)];
  return columns(
    [5, 7],
    [
      stack(
        "hair",
        heading(c.say("brief.objection")),
        text("body", [
          { text: spoken(said, c.locale), from: ["objections", n, "objection"] },
          ...(name === undefined
            ? []
            : [
                {
                  text: inked(cut(name, room.name), "muted"),
                  space: "hair" as const,
                },
              ]),
        ]),
      ),
      stack(
        "hair",
        heading(c.say("objection.answer")),
        text("body", [
          {
            text: cut(
              joined(
                [headline === undefined ? undefined : bold(c.rich(headline)), c.rich(main.answer)],
                "\n",
              ),
              room.answer,
            ),
            from: ["objections", n, "answer"],
          },
        ]),
      ),
    ],
    { align: "top", ruled: true },
  );
}
