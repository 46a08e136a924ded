import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { INKS } from "../model/text.ts";
import { PAGE_KINDS, type PageKind, type TemplateContract } from "../theme/contract.ts";
import { type InkTask, type SolvedInks, solveInks } from "../theme/solve-inks.ts";
import { SCHEME_NAMES } from "../theme/theme.ts";
import { type SchemeColours, stored } from "../theme/tints.ts";
import { accentOrder } from "./accents.ts";
import { findingsOf } from "./findings.ts";
import { fontsOf, type MeasuredFonts } from "./fonts.ts";
import { type Match, match } from "./match.ts";
import type { Template } from "./open.ts";
import { learnPage } from "./page.ts";
import type { PixelGrids } from "./pixels.ts";
import type { Learned } from "./sheet.ts";
import { inches } from "./text-box.ts";

export interface LearnOptions {
  /** Path of the template as the contract is to say it. */
  readonly path: string;
  /** The contract that is there already: pages whose layout somebody chose keep it. */
  readonly edited?: TemplateContract;
  readonly fonts?: MeasuredFonts;
  /** The template's pictures (`pixelsOf`); on those that are left out nothing is known to be legible, and panels are laid. */
  readonly grids?: PixelGrids;
}

export interface Lesson {
  readonly contract: TemplateContract;
  readonly findings: readonly Diagnostic[];
}

/** Learns a template: its frames, colours and fonts as a contract, and what somebody should know about it. */
export function learn(
  template: Template,
  { path, edited, fonts = new Map(), grids = new Map() }: LearnOptions,
): Lesson {
  const matches = match(template, edited, (content) => roomOn(content, template, grids));
  const missed = new Map<string, string>();
  const miss = (kind: string, name: string): void => void missed.set(`${kind}\n${name}`, name || kind);
  const learned = Object.fromEntries(
    PAGE_KINDS.map((kind) => [kind, learnPage(kind, matches[kind], template, grids, miss)]),
  ) as Record<PageKind, Learned>;
  const { master, layout } = matches.content;
  const scheme = (layout ?? master).scheme;
  const { paper } = learned.content;
  const accents = accentOrder(
    master,
    Object.values(matches).flatMap((one) => one.layout ?? []),
  );
  const task: InkTask = { scheme, paper, accents };
  const solved = solveInks(task);
  const pageOf = (kind: "cover" | "divider"): TemplateContract["pages"]["cover"] => {
    const { page, paper: ground } = learned[kind];
    const { scheme: colours } = matches[kind].layout ?? matches[kind].master;
    if (ground === paper && alike(colours, scheme)) return page;
    return { ...page, inks: storedInks(solveInks({ scheme: colours, paper: ground, accents })) };
  };
  const contract: TemplateContract = {
    contract: 1,
    template: path,
    digest: template.digest,
    slide: { width: inches(template.size.width), height: inches(template.size.height) },
    fonts: fontsOf(matches.content, fonts),
    pages: { cover: pageOf("cover"), content: learned.content.page, divider: pageOf("divider") },
    inks: storedInks(solved),
  };
  return { contract, findings: findingsOf({ template, contract, matches, learned, solved, missed }) };
}

/** True for the same colours; masters may have themes of their own. */
const alike = (one: SchemeColours, other: SchemeColours): boolean =>
  SCHEME_NAMES.every((name) => one[name] === other[name]);

/** Share of the slide that a content page gives; on a panel half as much, since bare ground looks better. */
function roomOn(content: Match, template: Template, grids: PixelGrids): number {
  const { page, panelled } = learnPage("content", content, template, grids, () => {});
  const { width, height } = template.size;
  const share = (page.body.w * page.body.h) / (inches(width) * inches(height));
  return panelled ? share / 2 : share;
}

const storedInks = ({ inks }: SolvedInks): TemplateContract["inks"] =>
  Object.fromEntries(INKS.map((ink) => [ink, stored(inks[ink])])) as TemplateContract["inks"];
