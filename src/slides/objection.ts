import type { Chart, Objection } from "../model/bundle/index.ts";
import type { Block } from "../model/deck.ts";
import type { Point } from "../model/story.ts";
import type { Rich } from "../model/text.ts";
import {
  bold,
  columns,
  evenly,
  filled,
  inked,
  joined,
  type LabelRow,
  labelRows,
  pageLinks,
  panel,
  spoken,
  stack,
  text,
} from "./blocks.ts";
import {
  type EvidenceIds,
  evidenceSources,
  figureCard,
  quoteBlock,
  sortEvidence,
} from "./evidence-blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";
import { objectionTitle } from "./objection-title.ts";
import { RESIDUAL_INK } from "./objections.ts";
import { chartReference, objectionThatDraws, quoteReference } from "./references.ts";

interface Content {
  readonly objection: number;
  readonly evidence: EvidenceIds;
}

/** One objection in its strongest form: what is true in it, the answer, and the evidence itself. */
export const objection = slideKind<Content>({
  name: "objection",
  shows: "One objection a page: what is behind it, the answer with its evidence, what would change our mind.",
  part: "objections",
  outline: (s) =>
    (s.bundle.objections ?? []).map((item, n) => {
      const evidence = sortEvidence(s, item.evidence ?? []);
      const { title, titleFrom } = objectionTitle(s, item, n);
      return {
        id: `objection-${item.id}`,
        section: "appendix" as const,
        title,
        titleFrom,
        short: s.words("objection.short", { n: n + 1 }),
        content: { objection: n, evidence },
        about: [item.id],
        draws: [...evidence.charts.slice(0, MOST_CHARTS), ...evidence.quotes],
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
    const { charts, others, seen } = evidenceBlocks(c, point, point.content.evidence);
    const { answers } = objectionTitle(c, item, n);
    const row = (field: "concede" | "wouldChangeOurMind", label: Rich): LabelRow | undefined => {
      const sentence = item[field];
      if (sentence === undefined) return undefined;
      return { label, from: ["objections", n, field], content: text("body", c.rich(sentence)) };
    };
    const said: LabelRow = {
      label: c.say("objection.said"),
      from: ["objections", n, "objection"],
      content: text("body", [{ text: spoken(c.rich(c.locale.quote(item.objection)), c.locale) }]),
    };
    const answered: LabelRow = {
      label: c.say("objection.answer"),
      from: ["objections", n, "answer"],
      content: text("lead", c.rich(item.answer)),
      strong: true,
    };
    const narrow = charts.length > 0;
    const rows = labelRows(
      [
        answers ? said : undefined,
        row("concede", c.say("objection.concede")),
        answered,
        row("wouldChangeOurMind", c.say("objection.mind")),
        seen.length > 0
          ? {
              label: c.say("objection.evidence"),
              from: ["objections", n],
              content: text("body", joined(seen)),
            }
          : undefined,
      ],
      narrow ? [4, 8] : [3, 9],
    );
    const bar = panel(status(c, n), { fill: "wash", inset: "tight", heading: c.words("objection.status") });
    return {
      kicker: c.say("objection.kicker", {
        n: n + 1,
        name: c.find.person(item.from)?.name,
        role: c.find.person(item.from)?.role,
      }),
      body: filled(
        "normal",
        0,
        narrow
          ? columns([6, 6], [rows, exhibits(charts, others)], { align: "stretch" })
          : stack("normal", rows, ...others),
        bar,
      ),
    };
  },
});

/** Charts share the height that the others leave. */
function exhibits(charts: readonly Block[], others: readonly Block[]): Block {
  const made = stack("normal", ...charts, ...others);
  return { ...made, grow: made.children.map((_, n) => (n < charts.length ? 1 : 0)) };
}

/** Links to the pages that an objection attacks. */
export function backLinks(c: BuildContext, { id }: Objection): Rich {
  const back = c.story.points.filter((point) =>
    (c.story.marks[point.id] ?? []).some((mark) => mark.to === `objection-${id}`),
  );
  return pageLinks(c.say("objection.back"), back, c.locale.marks);
}

/** The line under an answer: the doubt that is left, who answers for it, and links back to the pages that the objection attacks. */
function status(c: BuildContext, n: number): Block {
  const item = c.bundle.objections?.[n];
  const owner = c.find.person(item?.owner);
  const residual = item?.residual;
  const links = item === undefined ? [] : backLinks(c, item);
  return text(
    "body",
    [
      {
        text: joined([
          residual && [
            ...c.say("objection.residual"),
            ...bold(inked(c.say(`residual.${residual}`), RESIDUAL_INK[residual])),
          ],
          owner && c.say("objection.owner", { name: owner.name, role: owner.role }),
          links.length > 0 ? links : undefined,
        ]),
        from: ["objections", n],
      },
    ],
    { anchor: "middle" },
  );
}

/** Most charts on one page. */
const MOST_CHARTS = 2;

/**
 * The evidence drawn, not only named: charts, then figures that these do not show, then voices; `seen` says where the
 * charts and voices stand that are drawn before.
 */
function evidenceBlocks(
  c: BuildContext,
  point: Point,
  evidence: EvidenceIds,
): { readonly charts: readonly Block[]; readonly others: readonly Block[]; readonly seen: readonly Rich[] } {
  const own: Chart[] = [];
  const seen: Rich[] = [];
  for (const [n, id] of evidence.charts.entries()) {
    const chart = c.find.chart(id);
    if (chart === undefined) continue;
    const before = objectionThatDraws(c.story.points, point, id) !== undefined || n >= MOST_CHARTS;
    const reference = before ? chartReference(c, point, chart) : undefined;
    if (reference !== undefined) seen.push(reference);
    else if (n < MOST_CHARTS) own.push(chart);
  }
  const drawn = new Set(own.flatMap(({ metrics = [] }) => metrics));
  const figures = evidence.metrics.flatMap((id) => {
    const metric = c.find.metric(id);
    return metric && !drawn.has(id) ? [figureCard(c, metric)] : [];
  });
  const voices: Block[] = [];
  for (const quote of evidence.quotes.flatMap((id) => c.find.quote(id) ?? [])) {
    const reference = quoteReference(c, point, quote);
    if (reference === undefined) voices.push(quoteBlock(c, quote, own.length > 0 ? "body" : "lead"));
    else seen.push(reference);
  }
  const wins = evidence.wins.flatMap((id) => {
    const win = c.bundle.wins?.find((each) => each.id === id);
    return win ? [text("body", c.rich(win.what))] : [];
  });
  const row = figures.length > 1 ? [columns(evenly(figures.length), figures)] : figures;
  return { charts: own.map((chart) => c.exhibit(chart, 100)), others: [...row, ...voices, ...wins], seen };
}
