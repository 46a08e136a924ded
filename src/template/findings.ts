import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages/template.ts";
import type { PageKind, TemplateContract } from "../theme/contract.ts";
import type { SolvedInks } from "../theme/solve-inks.ts";
import type { Fact } from "./facts.ts";
import type { Match } from "./match.ts";
import type { Template } from "./open.ts";
import type { Learned } from "./sheet.ts";

interface Case {
  readonly template: Template;
  readonly contract: TemplateContract;
  readonly matches: Readonly<Record<PageKind, Match>>;
  readonly learned: Readonly<Record<PageKind, Learned>>;
  readonly solved: SolvedInks;
  /** Names of shapes that other formats than PowerPoint leave out or simplify. */
  readonly missed: ReadonlyMap<string, string>;
}

/** Bytes of pictures from which decks get too heavy for mail, which many companies stop at 20 to 25 MB. */
const HEAVY = 10 * 1_048_576;

/** Findings about a template, the gravest first; each says what was done and how to overrule it. */
export function findingsOf(found: Case): readonly Diagnostic[] {
  const { template, contract, matches, learned, solved, missed } = found;
  const { extras, masters, size } = template;
  const facts = [learned.content, learned.cover, learned.divider].flatMap((page) => page.facts);
  const said = facts.map(sayFact);
  const fonts = [...new Map(Object.values(contract.fonts).map((font) => [font.family, font])).values()];
  const fixed = solved.good === "fixed" || solved.bad === "fixed";
  const ratio = size.width / size.height;
  return [
    ...said,
    ...(solved.accent === "own"
      ? []
      : [messages.templateNoAccent(solved.accent, contract.inks.accent, fixed && solved.accent !== "first")]),
    ...((solved.accent === "own" || solved.accent === "first") && fixed
      ? [messages.templateFixedGoodBad(solved.good === "fixed", solved.bad === "fixed")]
      : []),
    ...fonts
      .filter(({ measured }) => measured === "estimate")
      .map((font) => messages.templateFontUnknown(font.family, font.like ?? "")),
    ...(masters.length > 1
      ? [
          messages.templateSeveralMasters(
            masters.length,
            matches.content.master,
            matches.cover.master === matches.content.master ? undefined : matches.cover.master,
          ),
        ]
      : []),
    ...(Math.abs(ratio - 16 / 9) > 0.02
      ? [messages.templateSize(contract.slide.width, contract.slide.height)]
      : []),
    ...(extras.pictures > HEAVY ? [messages.templateHeavy(extras.pictures)] : []),
    ...(extras.macros ? [messages.templateMacros()] : []),
    ...(extras.thinkCell ? [messages.templateThinkCell()] : []),
    ...(extras.slides > 0 ? [messages.templateSamples(extras.slides)] : []),
    ...(extras.comments || extras.tags ? [messages.templateRemarks(extras.comments, extras.tags)] : []),
    ...(extras.labels.length > 0 ? [messages.templateLabel(extras.labels)] : []),
    ...(missed.size > 0 ? [messages.templateNotDrawn([...missed.values()])] : []),
  ];
}

function sayFact(fact: Fact): Diagnostic {
  switch (fact.type) {
    case "noTitle":
      return messages.templateNoTitle(fact.page, fact.layout);
    case "smallBody":
      return messages.templateSmallBody(fact);
    case "contrast":
      return messages.templateContrast(fact);
    case "lowTitle":
      return messages.templateLowTitle(fact);
    case "panel":
      return messages.templatePanel(fact.page, fact.layout, fact.paper);
    case "coveredFooter":
      return messages.templateCoveredFooter(fact.page, fact.layout, fact.what);
    case "noNumber":
      return messages.templateNoNumber(fact.layout);
    case "noFooter":
      return messages.templateNoFooter(fact.layout, fact.written);
    case "guessed":
      return messages.templateGuessed(fact.page, fact.layout, fact.by);
  }
}
