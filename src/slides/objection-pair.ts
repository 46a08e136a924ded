import type { Objection } from "../model/bundle/index.ts";
import type { Cell } from "../model/deck.ts";
import type { Point } from "../model/story.ts";
import { type Rich, rich } from "../model/text.ts";
import { bold, inked, joined, spoken } from "./blocks.ts";
import { context, sortEvidence } from "./evidence-blocks.ts";
import type { BuildContext, SlideContext, SlideSpec } from "./kind.ts";
import { backLinks } from "./objection.ts";
import { RESIDUAL_INK } from "./objections.ts";
import { chartReference, objectionThatDraws, quoteReference } from "./references.ts";
import { attribution } from "./sources.ts";

const numberOf = (s: SlideContext, { about: [id] }: Point): number =>
  (s.bundle.objections ?? []).findIndex((objection) => objection.id === id);

const objectionOf = (s: SlideContext, point: Point): Objection => {
  const objection = s.bundle.objections?.[numberOf(s, point)];
  if (objection === undefined) throw new Error(`no objection of "${point.id}"`);
  return objection;
};

/** True of an objection whose page shows no chart, since it has none or an objection before it has drawn it. */
export const bareObjection = (point: Point, s: SlideContext, points: readonly Point[]): boolean =>
  sortEvidence(s, objectionOf(s, point).evidence ?? []).charts.every(
    (chart) => objectionThatDraws(points, point, chart) !== undefined,
  );

/** Title of a page with two objections, which says what doubt they leave. */
export function pairTitle(pair: readonly Point[], s: SlideContext): Rich {
  const called = (points: readonly Point[]): readonly string[] =>
    points.map((point) => String(numberOf(s, point) + 1));
  const open = called(
    pair.filter((point) => ["medium", "high"].includes(objectionOf(s, point).residual ?? "")),
  );
  return s.say("objection.pair.title", {
    numbers: called(pair),
    both: open.length > 1,
    ...(open.length > 0 && { open }),
  });
}

/** Two objections side by side, row by row: what they say, what is true in it, the answer, and where it stands. */
export function objectionTable(points: readonly Point[], c: BuildContext): SlideSpec {
  const all = points.map((point) => objectionOf(c, point));
  const numbers = points.map((point) => numberOf(c, point));
  const pointOf = (objection: Objection) => points[all.indexOf(objection)] as Point;
  const head = all.map(({ from }, at): Cell => {
    const person = c.find.person(from);
    return {
      text: c.say("objection.kicker", {
        n: (numbers[at] ?? 0) + 1,
        name: person?.name,
        role: person?.role,
      }),
    };
  });
  const row = (
    label: Rich,
    of: (objection: Objection) => Rich,
    field?: keyof Objection,
    look: Pick<Cell, "fill"> = {},
  ): readonly Cell[] | undefined => {
    const texts = all.map(of);
    if (texts.every((text) => text.length === 0)) return undefined;
    return [
      {
        text: bold(label),
        fill: look.fill === undefined ? "wash" : "accent",
        ...(look.fill && { ink: "paper" as const }),
      },
      ...texts.map(
        (text, at): Cell => ({
          text: text.length === 0 ? c.say("none") : text,
          from: ["objections", numbers[at] ?? 0, ...(field === undefined ? [] : [field])],
          ...look,
        }),
      ),
    ];
  };
  const sentence = (written: string | undefined): Rich => (written === undefined ? [] : c.rich(written));
  const rows = [
    row(
      c.say("objection.said"),
      ({ objection }) => spoken(c.rich(c.locale.quote(objection)), c.locale),
      "objection",
    ),
    row(c.say("objection.concede"), ({ concede }) => sentence(concede), "concede"),
    row(
      c.say("objection.answer"),
      ({ headline, answer }) =>
        joined([headline === undefined ? undefined : bold(c.rich(headline)), c.rich(answer)], "\n"),
      "answer",
      { fill: "accentSoft" },
    ),
    row(c.say("objection.evidence"), (objection) => evidenceOf(c, pointOf(objection), objection)),
    row(c.say("objection.mind"), (objection) => sentence(objection.wouldChangeOurMind), "wouldChangeOurMind"),
    row(c.say("objection.status"), (objection) => statusOf(c, objection)),
  ].filter((each) => each !== undefined);
  return {
    kicker: c.say("objection.pair.kicker"),
    body: {
      type: "table",
      name: c.words("objection.pair.kicker"),
      alt: c.words("objection.pair.alt", { numbers: numbers.map((n) => String(n + 1)) }),
      head: [{ text: [] }, ...head],
      rows,
      widths: [2, 5, 5],
      rowHeads: true,
      role: "body",
    },
  };
}

/** Charts that another page draws, figures with their range, and quotes: where they are drawn, else in full. */
function evidenceOf(c: BuildContext, point: Point, { evidence = [] }: Objection): Rich {
  const { charts, metrics, quotes, wins } = sortEvidence(c, evidence);
  const drawn = charts.flatMap((id): Rich[] => {
    const chart = c.find.chart(id);
    const reference = chart && chartReference(c, point, chart);
    return reference === undefined ? [] : [reference];
  });
  const figures = metrics.flatMap((id): Rich[] => {
    const known = c.figures.metrics[id];
    const latest = known?.figures["latest"];
    const metric = c.find.metric(id);
    if (known === undefined || latest === undefined || metric === undefined) return [];
    return [
      joined(
        [[{ text: latest.text, bold: true }, ...rich(` ${metric.name}`)], inked(context(c, known), "muted")],
        "\n",
      ),
    ];
  });
  const said = quotes.flatMap((id): Rich[] => {
    const quote = c.find.quote(id);
    if (quote === undefined) return [];
    const seen = quoteReference(c, point, quote);
    return [
      seen ?? [
        ...spoken(rich(c.locale.quote(quote.text)), c.locale),
        ...rich(" "),
        ...inked(attribution(c, quote), "muted"),
      ],
    ];
  });
  const done = wins.flatMap((id): Rich[] => {
    const win = c.bundle.wins?.find((each) => each.id === id);
    return win === undefined ? [] : [c.rich(win.what)];
  });
  return joined([...drawn, ...figures, ...said, ...done], "\n");
}

/** The doubt that is left, who answers for it, and the pages that the objection bears on. */
function statusOf(c: BuildContext, objection: Objection): Rich {
  const owner = c.find.person(objection.owner);
  const { residual } = objection;
  return joined(
    [
      residual && [
        ...c.say("objection.residual"),
        ...bold(inked(c.say(`residual.${residual}`), RESIDUAL_INK[residual])),
      ],
      owner && c.say("objection.owner", { name: owner.name, role: owner.role }),
      backLinks(c, objection),
    ].map((part) => part || undefined),
    "\n",
  );
}
