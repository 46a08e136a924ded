import type { Block } from "../model/deck.ts";
import { type Rich, rich } from "../model/text.ts";
import { columns, headed, inked, joined, panel, stack, text } from "./blocks.ts";
import { type Evidence, evidenceSources, figureCard, quoteBlock, sortEvidence } from "./evidence-blocks.ts";
import { type Composing, slideKind } from "./kind.ts";
import { RESIDUAL_INK } from "./objections.ts";

interface Content {
  readonly objection: number;
  readonly evidence: Evidence;
}

/** One objection in its strongest form: what is true in it, the answer, and the evidence itself. */
export const objection = slideKind<Content>({
  name: "objection",
  tell: (s) =>
    (s.bundle.objections ?? []).map((item, n) => {
      const evidence = sortEvidence(s, item.evidence ?? []);
      return {
        id: `objection-${item.id}`,
        section: "appendix" as const,
        title: s.rich(item.objection),
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
    const drawn = evidenceBlock(c, point.content.evidence);
    const words = stack(
      "normal",
      item.concede !== undefined && headed(c.say("objection.concede"), c.rich(item.concede)),
      headed(c.say("objection.answer"), c.rich(item.answer), "lead"),
      item.wouldChangeOurMind !== undefined &&
        headed(c.say("objection.mind"), c.rich(item.wouldChangeOurMind)),
      status(c, point.content.objection),
    );
    return {
      kicker: c.say("objection.kicker", {
        n: point.content.objection + 1,
        name: c.find.person(item.from)?.name,
        role: c.find.person(item.from)?.role,
      }),
      body: drawn === undefined ? words : columns([6, 6], [words, drawn], { align: "stretch" }),
    };
  },
});

/** Who answers for it, the doubt that is left, and the way back to what it attacks. */
function status(c: Composing, n: number): Block {
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
  return panel(
    text("small", [
      {
        text: joined([
          residual && [
            ...c.say("objection.residual"),
            ...inked(c.say(`residual.${residual}`), RESIDUAL_INK[residual]).map((run) => ({
              ...run,
              bold: true,
            })),
          ],
          owner && c.say("objection.owner", { name: owner.name, role: owner.role }),
        ]),
      },
      ...(links.length > 0 ? [{ text: links, space: "hair" as const }] : []),
    ]),
    { edge: "top", edgeInk: "hairline", inset: "tight" },
  );
}

/** The evidence drawn: at most two charts one above the other, then figures, then voices. */
function evidenceBlock(c: Composing, evidence: Evidence): Block | undefined {
  const charts = evidence.charts.slice(0, 2).flatMap((id) => {
    const chart = c.find.chart(id);
    return chart ? [c.exhibit(chart, 120)] : [];
  });
  const drawnMetrics = new Set(evidence.charts.flatMap((id) => c.find.chart(id)?.metrics ?? []));
  const others: Block[] = [
    ...evidence.metrics.flatMap((id) => {
      const metric = c.find.metric(id);
      return metric && !drawnMetrics.has(id) ? [figureCard(c, metric)] : [];
    }),
    ...evidence.quotes.flatMap((id) => {
      const quote = c.find.quote(id);
      return quote ? [quoteBlock(c, quote, charts.length > 0 ? "body" : "lead")] : [];
    }),
  ];
  if (charts.length + others.length === 0) return undefined;
  const made = stack("normal", ...charts, ...others);
  return { ...made, grow: made.children.map((_, n) => (n < charts.length ? 1 : 0)) };
}
