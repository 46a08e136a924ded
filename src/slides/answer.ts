import type { Reason } from "../model/bundle/index.ts";
import type { Block } from "../model/deck.ts";
import type { Figure, JsonPath } from "../model/figures.ts";
import { plain, type Rich, rich } from "../model/text.ts";
import { askFacts, askTerms, askTitle } from "./ask.ts";
import { bold, columns, evenly, panel, stack, text } from "./blocks.ts";
import { placeOfFigure, sortEvidence } from "./evidence-blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";
import { highlighted } from "./meaning.ts";
import { ranked, weight } from "./risks.ts";

/** The whole argument on one page: a reader who stops here can decide. */
export const answer = slideKind<null>({
  name: "answer",
  outline: (s) =>
    s.bundle.ask === undefined
      ? []
      : [
          {
            id: "answer",
            section: "answer",
            ...askTitle(s),
            short: s.words("answer.short"),
            content: null,
            about: ["ask", "why"],
            say: [s.say("answer.say"), s.rich(s.bundle.why.statement)],
            from: [["ask"], ["why", "statement"], ["why", "reasons"]],
            body: true,
          },
        ],
  build: (_point, c) => {
    const reasons = c.bundle.why.reasons ?? [];
    const rows = reasons.flatMap((reason): readonly Block[] => [{ type: "rule" }, reasonRow(c, reason)]);
    const asked = panel(stack("normal", askFacts(c, "paper"), askTerms(c, "paper")), {
      fill: "accent",
      heading: c.words("decision.short"),
    });
    const argument = stack("normal", text("lead", c.rich(c.bundle.why.statement)), stack("tight", ...rows));
    const boxes = bottomLine(c);
    return {
      kicker: c.say("answer.kicker"),
      body: columns(
        [8, 4],
        [
          boxes.length === 0
            ? argument
            : stack("normal", argument, columns(evenly(boxes.length), boxes, { align: "stretch" })),
          asked,
        ],
        { align: "stretch" },
      ),
    };
  },
});

function reasonRow(c: BuildContext, reason: Reason): Block {
  const figure = strongest(c, reason);
  return columns(
    [3, 9],
    [
      text("figureSmall", [
        {
          text: rich(figure?.text ?? ""),
          ink: "accent",
          reading: "measure",
          ...(figure && { from: figure.from }),
        },
      ]),
      text("body", [
        { text: bold(c.rich(reason.claim)) },
        { text: c.rich(reason.because), role: "small", ink: "muted", space: "hair" },
      ]),
    ],
    { align: "top" },
  );
}

type Candidate = Pick<Figure, "text" | "from">;

/** The figure that carries a reason: the one of its evidence that its sentences say first, else the first of its evidence. */
function strongest(c: BuildContext, reason: Reason): Candidate | undefined {
  const evidence = sortEvidence(c, reason.evidence);
  const candidates = [
    ...evidence.metrics.flatMap((id) => latestOf(c, id)),
    ...evidence.charts.flatMap((id) => ofChart(c, id)),
  ];
  const said = `${plain(c.rich(reason.because))} ${plain(c.rich(reason.claim))}`;
  const places = candidates.map(({ text }) => placeOfFigure(text, said));
  const first = Math.min(...places.filter((place) => place >= 0));
  return candidates[places.indexOf(first)] ?? candidates[0];
}

const latestOf = (c: BuildContext, metric: string): readonly Candidate[] => {
  const latest = c.figures.metrics[metric]?.figures["latest"];
  return latest === undefined ? [] : [latest];
};

/** The latest value of the metric that a chart draws, else the share that it highlights. */
function ofChart(c: BuildContext, id: string): readonly Candidate[] {
  const chart = c.find.chart(id);
  if (chart === undefined) return [];
  const drawn = chart.metrics?.[0];
  if (drawn !== undefined) return latestOf(c, drawn);
  const share = highlighted(c, chart);
  return share ? [{ text: share.text, from: c.find.path(id) ?? [] }] : [];
}

/** The cost as the amount beside it is written, where both are one number: a page spells it one way. */
function amountOnce(c: BuildContext, cost: Figure | undefined): string | undefined {
  const asked = c.figures.all["ask.amount"];
  return asked?.exact === cost?.exact && asked?.unit === cost?.unit ? asked?.text : cost?.text;
}

/** Boxes at the bottom: what it costs and returns, below which share of the benefit it fails, and the main risk. */
function bottomLine(c: BuildContext): readonly Block[] {
  const investment = c.figures.investment;
  const money = investment?.figures;
  const [risk, next] = ranked(c.bundle.risks ?? []);
  const tied = risk !== undefined && next !== undefined && weight(risk) === weight(next);
  const box = (label: Rich, content: Rich, from: JsonPath): Block =>
    panel(
      text("small", [
        { text: bold(label), ink: "accent", role: "kicker", reading: "heading" },
        { text: content, space: "hair", from },
      ]),
      { fill: "wash", inset: "tight" },
    );
  const parts: Block[] = [];
  const [cost, npv, share] = [money?.["cost"], money?.["npv"], money?.["breakEvenShare"]];
  if (cost && npv) {
    const [from, to] = [investment?.periods[0]?.label, investment?.periods.at(-1)?.label];
    parts.push(
      box(
        c.say("answer.costs"),
        c.say("answer.costs.value", { cost: amountOnce(c, cost), from, to: to === from ? undefined : to }),
        ["investment", "costs"],
      ),
      box(
        c.say("answer.returns"),
        c.say("answer.returns.value", {
          benefit: money?.["benefit"]?.text,
          npv: npv.text,
          payback: money?.["payback"]?.text,
        }),
        ["investment", "benefits"],
      ),
    );
    if (share && Number(share.exact) < 100)
      parts.push(
        box(c.say("answer.fails"), c.say("answer.fails.value", { share: share.text }), ["investment"]),
      );
  }
  if (risk) {
    const content = c.say("answer.risk.value", { risk: c.rich(risk.risk) });
    const path = ["risks", (c.bundle.risks ?? []).indexOf(risk)];
    parts.push(box(c.say(tied ? "answer.risk.tied" : "answer.risk"), content, path));
  }
  return parts;
}
