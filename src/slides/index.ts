import { PARTS, type Part } from "../model/bundle/pages.ts";
import { answer } from "./answer.ts";
import { appendix } from "./appendix.ts";
import { brief } from "./brief.ts";
import { changes } from "./changes.ts";
import { cover } from "./cover.ts";
import { decision } from "./decision.ts";
import { evidence } from "./evidence.ts";
import { glossary } from "./glossary.ts";
import { goals } from "./goals.ts";
import { investment } from "./investment.ts";
import type { SlideKind } from "./kind.ts";
import { methods } from "./methods.ts";
import { next } from "./next.ts";
import { objection } from "./objection.ts";
import { objections } from "./objections.ts";
import { options } from "./options.ts";
import { page } from "./page.ts";
import { people } from "./people.ts";
import { picture } from "./picture.ts";
import { plan } from "./plan.ts";
import { reason } from "./reason.ts";
import { risks } from "./risks.ts";
import { sourceList } from "./source-list.ts";
import { standing } from "./standing.ts";
import { voices } from "./voices.ts";
import { why } from "./why.ts";
import { wins } from "./wins.ts";

export type { BuildContext, Lookup, PointInit, SlideContext, SlideKind, SlideSpec } from "./kind.ts";

/** The part of the deck that slides of a kind belong to; none for the cover, the answer and the author's own pages. */
export const partOf = (kind: string): Part | undefined =>
  PARTS.find((part) => part === (slideKinds.find(({ name }) => name === kind)?.part ?? kind));

/** Every kind of slide, in the order of the story. To add one: a file, and a line here. */
export const slideKinds: readonly SlideKind[] = [
  brief,
  cover,
  answer,
  why,
  goals,
  standing,
  reason,
  evidence,
  picture,
  page,
  voices,
  people,
  options,
  investment,
  plan,
  next,
  risks,
  wins,
  decision,
  appendix,
  objections,
  objection,
  methods,
  sourceList,
  glossary,
  changes,
];
