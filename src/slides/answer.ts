import type { Reason } from "../model/bundle/index.ts";
import type { Block, PanelBlock } from "../model/deck.ts";
import type { Figure, JsonPath } from "../model/figures.ts";
import { plain, type Rich, rich } from "../model/text.ts";
import { askFacts, askTerms, askTitle } from "./ask.ts";
import { bold, columns, panel, stack, text } from "./blocks.ts";
import { metricCompared, partsCompared } from "./compared.ts";
import { placeOfFigure, sortEvidence } from "./evidence-blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";
import { highlighted } from "./meaning.ts";
import { ranked, weight } from "./risks.ts";

/** The whole argument on one page: a reader who stops here can decide. */
export const answer = slideKind<null>({
  name: "answer",
  shows:
    "The whole argument on one page: the ask with its facts, each reason with its figure, cost and return, the main risk.",
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
    const reasons = (c.bundle.why.reasons ?? []).map((reason) => ({ reason, figure: strongest(c, reason) }));
    const asked = panel(stack("normal", askFacts(c, "paper"), askTerms(c, "paper")), {
      fill: "accent",
      heading: c.words("decision.short"),
    });
    const boxes = bottomLine(c);
    const longest = Math.max(0, ...reasons.map(({ figure }) => longestPart(figure?.text ?? "")));
    const body = (drawn: (compared: Block | undefined) => boolean): Block => {
      const rows = reasons.flatMap(({ reason, figure }): readonly Block[] => {
        const compared = figure?.compared();
        const wide = longest <= SHORT ? 2.2 : 2.8;
        return [{ type: "rule" }, reasonRow(c, reason, figure, drawn(compared) ? compared : undefined, wide)];
      });
      const argument = stack("normal", text("lead", c.rich(c.bundle.why.statement)), stack("tight", ...rows));
      return columns(
        [8.4, 3.6],
        [
          boxes.length === 0
            ? argument
            : stack("normal", argument, columns(shares(boxes), boxes, { align: "stretch" })),
          asked,
        ],
        { align: "stretch" },
      );
    };
    return {
      kicker: c.say("answer.kicker"),
      body: body(() => true),
      // Where there is much to read, ranges go first, then all of the drawings: the answer stays on one page.
      plainer: [body((compared) => compared?.type === "bars"), body(() => false)],
    };
  },
});

/** Letters of a figure that stand on one line of a narrow column; the parts of one may be broken only between words. */
const SHORT = 9;
const longestPart = (figure: string): number => Math.max(...figure.split(" ").map((part) => part.length));

/** The figure of a reason, its words, and beside them what the figure is compared with. */
function reasonRow(
  c: BuildContext,
  reason: Reason,
  figure: Candidate | undefined,
  compared: Block | undefined,
  wide: number,
): Block {
  const large = text(
    "figureSmall",
    [
      {
        text: rich(figure?.text ?? ""),
        ink: "accent",
        reading: "measure",
        ...(figure && { from: figure.from }),
      },
    ],
    { anchor: "middle" },
  );
  const words = text(
    "body",
    [
      { text: bold(c.rich(reason.claim)) },
      { text: c.rich(reason.because), role: "small", ink: "muted", space: "hair" },
    ],
    { anchor: "middle" },
  );
  return compared === undefined
    ? columns([wide, 12 - wide], [large, words], { align: "stretch" })
    : columns([wide, 9.2 - wide, 2.8], [large, words, compared], { align: "stretch" });
}

interface Candidate extends Pick<Figure, "text" | "from"> {
  /** A drawing of what it is compared with. */
  readonly compared: () => Block | undefined;
}

/** The figure that carries a reason: the one of its evidence that its sentences say first, else the first of its evidence. */
export function strongest(c: BuildContext, reason: Reason): Candidate | undefined {
  const evidence = sortEvidence(c, reason.evidence);
  const said = `${plain(c.rich(reason.because))} ${plain(c.rich(reason.claim))}`;
  const candidates = [
    ...evidence.metrics.flatMap((id) => latestOf(c, id, said)),
    ...evidence.charts.flatMap((id) => ofChart(c, id, said)),
  ];
  const places = candidates.map(({ text }) => placeOfFigure(text, said));
  const first = Math.min(...places.filter((place) => place >= 0));
  return candidates[places.indexOf(first)] ?? candidates[0];
}

function latestOf(c: BuildContext, metric: string, said: string): readonly Candidate[] {
  const latest = c.figures.metrics[metric]?.figures["latest"];
  return latest === undefined
    ? []
    : [{ text: latest.text, from: latest.from, compared: () => metricCompared(c, metric, said) }];
}

/** The latest value of the metric that a chart draws, else the share that it highlights. */
function ofChart(c: BuildContext, id: string, said: string): readonly Candidate[] {
  const chart = c.find.chart(id);
  if (chart === undefined) return [];
  const drawn = chart.metrics?.[0];
  if (drawn !== undefined) return latestOf(c, drawn, said);
  const share = highlighted(c, chart);
  return share
    ? [{ text: share.text, from: c.find.path(id) ?? [], compared: () => partsCompared(c, chart) }]
    : [];
}

/** Letters of the shortest box: no narrower than its heading. */
const LEAST = 42;

/** Widths of boxes by how much is in each, so that none is much higher than the others. */
function shares(boxes: readonly PanelBlock[]): readonly number[] {
  const lengths = boxes.map(({ child }) => Math.max(LEAST, lengthOf(child)));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => (12 * length) / all);
}

const lengthOf = (block: Block): number =>
  block.type === "text" ? Math.max(...block.paragraphs.map((one) => plain(one.text).length)) : 0;

/** The cost as the amount beside it is written, where both are one number: a page spells it one way. */
function amountOnce(c: BuildContext, cost: Figure | undefined): string | undefined {
  const asked = c.figures.all["ask.amount"];
  return asked?.exact === cost?.exact && asked?.unit === cost?.unit ? asked?.text : cost?.text;
}

/** Boxes at the bottom: what it costs and returns, below which share of the benefit it fails, and the main risk. */
function bottomLine(c: BuildContext): readonly PanelBlock[] {
  const investment = c.figures.investment;
  const money = investment?.figures;
  const [risk, next] = ranked(c.bundle.risks ?? []);
  const tied = risk !== undefined && next !== undefined && weight(risk) === weight(next);
  const box = (label: Rich, content: Rich, from: JsonPath): PanelBlock =>
    panel(
      text("small", [
        { text: bold(label), ink: "accent", role: "kicker", reading: "heading" },
        { text: content, space: "hair", from },
      ]),
      { fill: "wash", inset: "tight" },
    );
  const parts: PanelBlock[] = [];
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
