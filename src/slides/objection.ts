import type { Block } from "../model/deck.ts";
import { type Rich, rich } from "../model/text.ts";
import { bold, columns, headed, heading, inked, panel, stack, text } from "./blocks.ts";
import {
  type EvidenceIds,
  evidenceSources,
  figureCard,
  quoteBlock,
  sortEvidence,
} from "./evidence-blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";
import { RESIDUAL_INK } from "./objections.ts";

interface Content {
  readonly objection: number;
  readonly evidence: EvidenceIds;
}

/** One objection in its strongest form: what is true in it, the answer, and the evidence itself. */
export const objection = slideKind<Content>({
  name: "objection",
  outline: (s) =>
    (s.bundle.objections ?? []).map((item, n) => {
      const evidence = sortEvidence(s, item.evidence ?? []);
      return {
        id: `objection-${item.id}`,
        section: "appendix" as const,
        title: s.rich(item.objection),
        titleFrom: ["objections", n, "objection"],
        short: s.words("objection.short", { n: n + 1 }),
        content: { objection: n, evidence },
        about: [item.id],
        say: [s.rich(item.answer)],
        sources: evidenceSources(s, evidence),
        from: [["objections", n]],
        body: false,
      };
    }),
  build: (point, c) => {
    const item = c.bundle.objections?.[point.content.objection];
    if (item === undefined) throw new Error(`no objection ${point.content.objection}`);
    const n = point.content.objection;
    const concede = item.concede !== undefined && headed(c.say("objection.concede"), c.rich(item.concede));
    const answer = headed(c.say("objection.answer"), c.rich(item.answer), "lead");
    const mind =
      item.wouldChangeOurMind !== undefined &&
      headed(c.say("objection.mind"), c.rich(item.wouldChangeOurMind));
    const { charts, others } = evidenceBlocks(c, point.content.evidence);
    return {
      kicker: c.say("objection.kicker", {
        n: n + 1,
        name: c.find.person(item.from)?.name,
        role: c.find.person(item.from)?.role,
      }),
      body:
        charts.length > 0
          ? columns(
              [6, 6],
              [
                stack(
                  "normal",
                  concede,
                  answer,
                  mind,
                  panel(status(c, n), {
                    edge: "top",
                    edgeInk: "hairline",
                    inset: "tight",
                    heading: c.words("objection.status"),
                  }),
                ),
                exhibits(charts, others),
              ],
              { align: "stretch" },
            )
          : columns(
              [8, 4],
              [
                stack("wide", concede, answer, ...others),
                panel(stack("normal", heading(c.say("objection.status")), status(c, n), mind), {
                  fill: "wash",
                  inset: "normal",
                }),
              ],
              { align: "stretch" },
            ),
    };
  },
});

/** Charts share the height that the others leave. */
function exhibits(charts: readonly Block[], others: readonly Block[]): Block {
  const made = stack("normal", ...charts, ...others);
  return { ...made, grow: made.children.map((_, n) => (n < charts.length ? 1 : 0)) };
}

/** The line under an answer: who answers for it, the doubt that is left, and a link back to the page that the objection attacks. */
function status(c: BuildContext, n: number): Block {
  const item = c.bundle.objections?.[n];
  const owner = c.find.person(item?.owner);
  const residual = item?.residual;
  const back = c.story.points.filter((point) =>
    (c.story.marks[point.id] ?? []).some((mark) => mark.to === `objection-${item?.id}`),
  );
  const links: Rich = back.flatMap((point, i) => [
    ...(i === 0 ? c.say("objection.back") : rich(", ")),
    { text: point.short, to: point.id },
    { text: ` (` },
    { text: "00", pageOf: point.id, to: point.id },
    { text: `)` },
  ]);
  return text("body", [
    ...(residual
      ? [
          {
            text: [
              ...c.say("objection.residual"),
              ...bold(inked(c.say(`residual.${residual}`), RESIDUAL_INK[residual])),
            ],
          },
        ]
      : []),
    ...(owner
      ? [{ text: c.say("objection.owner", { name: owner.name, role: owner.role }), space: "hair" as const }]
      : []),
    ...(links.length > 0 ? [{ text: links, space: "hair" as const }] : []),
  ]);
}

/** The evidence drawn, not only named: at most two charts, then figures that these do not show, then voices. */
function evidenceBlocks(
  c: BuildContext,
  evidence: EvidenceIds,
): { readonly charts: readonly Block[]; readonly others: readonly Block[] } {
  const charts = evidence.charts.slice(0, 2).flatMap((id) => {
    const chart = c.find.chart(id);
    return chart ? [c.exhibit(chart, 120)] : [];
  });
  const drawn = new Set(evidence.charts.slice(0, 2).flatMap((id) => c.find.chart(id)?.metrics ?? []));
  const figures = evidence.metrics.flatMap((id) => {
    const metric = c.find.metric(id);
    return metric && !drawn.has(id) ? [figureCard(c, metric)] : [];
  });
  const voices = evidence.quotes.flatMap((id) => {
    const quote = c.find.quote(id);
    return quote ? [quoteBlock(c, quote, charts.length > 0 ? "body" : "lead")] : [];
  });
  return { charts, others: [...figures, ...voices] };
}
