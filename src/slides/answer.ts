import type { Reason } from "../model/bundle/index.ts";
import type { Block } from "../model/deck.ts";
import type { Figure } from "../model/figures.ts";
import { type Rich, rich } from "../model/text.ts";
import { askFacts, askTerms, askTitle } from "./ask.ts";
import { bold, columns, heading, panel, stack, text } from "./blocks.ts";
import { sortEvidence } from "./evidence-blocks.ts";
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
    const left = stack(
      "normal",
      text("lead", c.rich(c.bundle.why.statement)),
      reasons.length > 0 &&
        stack("tight", heading(c.say("answer.reasons")), ...reasons.map((r) => reasonRow(c, r))),
      bottomLine(c),
    );
    return {
      kicker: c.say("answer.kicker"),
      body: columns(
        [8, 4],
        [
          left,
          panel(stack("normal", askFacts(c), askTerms(c)), {
            fill: "wash",
            heading: c.words("decision.short"),
          }),
        ],
        {
          align: "stretch",
        },
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

/** The figure that carries a reason: its first metric, else the highlighted share of its first chart. */
function strongest(c: BuildContext, reason: Reason): Pick<Figure, "text" | "from"> | undefined {
  const evidence = sortEvidence(c, reason.evidence);
  const metric = evidence.metrics[0];
  if (metric !== undefined) return c.figures.metrics[metric]?.figures["latest"];
  const chart = c.find.chart(evidence.charts[0]);
  if (chart === undefined) return undefined;
  const drawn = chart.metrics?.[0];
  if (drawn !== undefined) return c.figures.metrics[drawn]?.figures["latest"];
  const share = highlighted(c, chart);
  return share && { text: share.text, from: ["charts", (c.bundle.charts ?? []).indexOf(chart)] };
}

/** The cost as the amount beside it is written, where both are one number: a page spells it one way. */
function amountOnce(c: BuildContext, cost: Figure | undefined): string | undefined {
  const asked = c.figures.all["ask.amount"];
  return asked?.exact === cost?.exact && asked?.unit === cost?.unit ? asked?.text : cost?.text;
}

/** Cost, return and main risk of the proposal. */
function bottomLine(c: BuildContext): Block | undefined {
  const money = c.figures.investment?.figures;
  const [risk, next] = ranked(c.bundle.risks ?? []);
  const tied = risk !== undefined && next !== undefined && weight(risk) === weight(next);
  const parts: Block[] = [];
  const npv = money?.["npv"];
  if (npv) {
    parts.push(
      text("small", [
        { text: bold(c.say("answer.returns")), ink: "accent", role: "kicker", reading: "heading" },
        {
          text: c.say("answer.returns.value", {
            cost: amountOnce(c, money?.["cost"]),
            benefit: money?.["benefit"]?.text,
            npv: npv.text,
            payback: money?.["payback"]?.text,
          }),
          space: "hair",
          from: ["investment"],
        },
      ]),
    );
  }
  if (risk) {
    const lines: Rich = c.say("answer.risk.value", {
      risk: c.rich(risk.risk),
      mitigation: risk.mitigation && c.rich(risk.mitigation),
    });
    parts.push(
      text("small", [
        {
          text: bold(c.say(tied ? "answer.risk.tied" : "answer.risk")),
          ink: "accent",
          role: "kicker",
          reading: "heading",
        },
        { text: lines, space: "hair" },
      ]),
    );
  }
  if (parts.length === 0) return undefined;
  return stack("tight", { type: "rule" }, columns(parts.length === 2 ? [6, 6] : [12], parts));
}
