import type { Block } from "../model/deck.ts";
import { plain, type Rich } from "../model/text.ts";
import { columns, evenly, filled, headed, panel, stack, takeaway, text } from "./blocks.ts";
import {
  chartTakeaway,
  type EvidenceIds,
  evidenceSources,
  figureCard,
  headedExhibit,
  placeOfFigure,
  quoteBlock,
  sortEvidence,
} from "./evidence-blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";
import { conclusion, readings } from "./meaning.ts";

interface Content {
  /** Index into why.reasons. */
  readonly reason: number;
  readonly evidence: EvidenceIds;
}

/** One reason: its claim as title, its because, its exhibit and a voice side by side. */
export const reason = slideKind<Content>({
  name: "reason",
  shows:
    "One reason a page: its claim as the title, why it is true, and its evidence: charts, figures, quotes.",
  part: "reasons",
  outline: (s) =>
    (s.bundle.why.reasons ?? []).map((reason, n) => {
      const evidence = sortEvidence(s, reason.evidence);
      return {
        id: `reason-${n + 1}`,
        section: "evidence" as const,
        title: s.rich(reason.claim),
        titleFrom: ["why", "reasons", n, "claim"],
        short: s.words("reason.short", { n: n + 1 }),
        content: { reason: n, evidence },
        about: reason.evidence,
        draws: [...evidence.charts.slice(0, 1), ...evidence.quotes],
        say: [s.rich(reason.because)],
        sources: evidenceSources(s, evidence),
        from: [["why", "reasons", n]],
        body: true,
      };
    }),
  build: (point, c) => {
    const { reason: n, evidence } = point.content;
    const because = c.bundle.why.reasons?.[n]?.because ?? "";
    return {
      kicker: c.say("reason.kicker", { n: n + 1, of: c.bundle.why.reasons?.length ?? 0 }),
      body: exhibitBeside(c, evidence, c.rich(because)),
    };
  },
});

/** The first chart large, everything else beside it; without a chart, the figures in a row and the voices under them. */
function exhibitBeside(c: BuildContext, evidence: EvidenceIds, because: Rich): Block {
  const words = text("lead", because);
  const chart = c.find.chart(evidence.charts[0]);
  const figures = evidence.metrics.flatMap((id) => {
    const metric = c.find.metric(id);
    return metric && !chart?.metrics?.includes(id) ? [figureCard(c, metric, chart ? undefined : "wash")] : [];
  });
  // What the figures of the chart come to stands in a bar under all, as what its author says does.
  const fresh = (sentence: Rich): boolean => !saysAll(because, sentence);
  const concluded = chart && conclusion(c, chart);
  const said = concluded !== undefined && fresh(concluded) ? concluded : undefined;
  const read = (chart ? readings(c, chart) : []).filter(
    (sentence) => fresh(sentence) && plain(sentence) !== plain(said ?? []),
  );
  const roomy = chart === undefined || (evidence.quotes.length === 1 && read.length === 0);
  const voices = evidence.quotes.flatMap((id) => {
    const quote = c.find.quote(id);
    return quote ? [quoteBlock(c, quote, roomy ? "lead" : "body")] : [];
  });
  const wins = evidence.wins.flatMap((id) => {
    const win = c.bundle.wins?.find((w) => w.id === id);
    return win ? [text("body", c.rich(win.what))] : [];
  });
  if (chart) {
    const owner = c.find.person(chart.owner);
    const exhibit = headedExhibit(c, chart, 200);
    const beside = stack(
      "normal",
      words,
      read.length > 0 && headed(c.say("evidence.means"), read),
      ...figures,
      ...voices,
      ...wins,
      owner &&
        headed(c.say("evidence.owner"), c.say("person", { name: owner.name, role: owner.role }), "small"),
    );
    return filled(
      "normal",
      0,
      columns([7, 5], [exhibit, beside], { align: "stretch" }),
      chartTakeaway(c, chart) ?? (said && takeaway(said)),
    );
  }
  // Words alone have a ground that fills the page.
  if (figures.length === 0)
    return filled(
      "normal",
      0,
      panel(text("lead", because, { anchor: "middle" }), { fill: "wash" }),
      ...voices,
      ...wins,
    );
  const row = columns(evenly(Math.max(2, figures.length)).slice(0, figures.length), figures, {
    align: "stretch",
  });
  return stack("wide", columns([9], [words]), row, ...voices, ...wins);
}

/** True where a sentence of ours has figures, set in bold, and the author's has said them all already. */
function saysAll(said: Rich, sentence: Rich): boolean {
  const figures = sentence.filter((run) => run.bold === true);
  return figures.length > 0 && figures.every((run) => placeOfFigure(run.text, plain(said)) >= 0);
}
