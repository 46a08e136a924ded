import type { Marks } from "../locales/locale.ts";
import type { Block } from "../model/deck.ts";
import type { Point, SharedPage, SharingWay } from "../model/story.ts";
import { plain, type Rich, rich } from "../model/text.ts";
import { bold, columns, stack, text } from "./blocks.ts";
import { bareEvidence } from "./evidence.ts";
import type { BuildContext, SlideContext, SlideSpec } from "./kind.ts";
import { bareObjection, objectionTable, pairTitle } from "./objection-pair.ts";
import { planOverSteps } from "./plan.ts";
import { voicesColumn } from "./voices.ts";
import { bareWhy } from "./why.ts";
import { winsStrip } from "./wins.ts";

/**
 * The rule by which parts share a page. A page is shared where layout finds room for all of it at about the usual sizes
 * (`src/layout/sharing.ts`); of those that hold the same part the first that fits is taken; a part of none has its own page.
 */
const TOGETHER: readonly {
  readonly ids: readonly string[];
  readonly way?: SharingWay;
  /** True where the first part has little to show; without it, whatever that has. */
  readonly thin?: (s: SlideContext) => boolean;
}[] = [
  { ids: ["why", "goals", "standing"], thin: bareWhy },
  { ids: ["why", "goals"], thin: bareWhy },
  { ids: ["goals", "standing"] },
  { ids: ["plan", "next"], way: "plan" },
  { ids: ["decision", "wins"], way: "wins" },
  { ids: ["risks", "wins"], way: "wins" },
  { ids: ["people", "voices"], way: "people" },
  { ids: ["methods", "sources", "glossary", "changes"] },
  { ids: ["sources", "glossary", "changes"] },
  { ids: ["glossary", "changes"] },
  { ids: ["sources", "glossary"] },
  { ids: ["methods", "sources"] },
];

/** Kinds of which two share a page, each with the next one that is thin, too. */
const PAIRS: readonly {
  readonly kind: string;
  readonly way: SharingWay;
  readonly thin: (point: Point, s: SlideContext, points: readonly Point[]) => boolean;
  readonly title: (pair: readonly Point[], s: SlideContext) => Rich;
}[] = [
  {
    kind: "evidence",
    way: "beside",
    thin: bareEvidence,
    title: ([one, other], s) => bothTitles(one, other, s.locale.marks),
  },
  { kind: "objection", way: "objections", thin: bareObjection, title: pairTitle },
];

type Candidate = Pick<SharedPage, "points" | "way" | "title" | "shorter" | "titleFrom">;

/** Pages that points may share, in the order in which they are tried. */
export function sharedPages(points: readonly Point[], s: SlideContext): readonly Candidate[] {
  const groups = TOGETHER.flatMap(({ ids, way = "below", thin }): Candidate[] => {
    if (thin?.(s) === false) return [];
    // What changed is looked up by those who read an earlier version: it has a page of its own.
    const own = s.since === undefined ? ids : ids.filter((id) => id !== "changes");
    const held = own.flatMap((id) => points.find((point) => point.id === id) ?? []);
    const [first] = held;
    if (first === undefined || held.length < 2 || !isRow(held, points)) return [];
    const { title, shorter, titleFrom } = first;
    return [
      {
        points: held.map(({ id }) => id),
        way,
        title,
        ...(shorter === undefined ? {} : { shorter }),
        ...(titleFrom === undefined ? {} : { titleFrom }),
      },
    ];
  });
  const pairs = PAIRS.flatMap(({ kind, way, thin, title }) => {
    const all = points.filter((point) => point.kind === kind);
    const able = isRow(all, points) ? all.filter((point) => thin(point, s, points)) : [];
    return able.slice(1).flatMap((point, n): readonly Candidate[] => {
      const before = able[n] as Point;
      // Two that say the same stay apart, so that it is seen and said.
      if (plain(before.title) === plain(point.title)) return [];
      const pair = [before, point];
      return [{ points: pair.map(({ id }) => id), way, title: title(pair, s) }];
    });
  });
  return [...distinct(groups), ...pairs];
}

/** True where nothing else stands between points: what an author has put apart, or put between, stays so. */
function isRow(held: readonly Point[], points: readonly Point[]): boolean {
  const at = held.map((point) => points.indexOf(point));
  return Math.max(...at) - Math.min(...at) === held.length - 1;
}

/** Groups of which some parts are absent may be the same. */
const distinct = (all: readonly Candidate[]): readonly Candidate[] =>
  all.filter(({ points }, n) => all.findIndex((other) => other.points.join() === points.join()) === n);

/** Look of a page that several points share, from that of each. */
export function sharedSpec(
  way: SharingWay,
  points: readonly Point[],
  specs: readonly SlideSpec[],
  c: BuildContext,
): SlideSpec {
  if (way === "objections") return objectionTable(points, c);
  if (way === "plan") return planOverSteps(points, c);
  if (way === "beside") return beside(specs);
  if (way === "wins") return overWins(points, specs, c);
  if (way === "people") return peopleBesideVoices(points, specs, c);
  return below(points, specs);
}

/** The table of people, and in a column beside it what those say whom no page before has quoted. */
function peopleBesideVoices(
  [, voices]: readonly Point[],
  [people, quoted]: readonly SlideSpec[],
  c: BuildContext,
): SlideSpec {
  if (people === undefined || voices === undefined) throw new Error("a page that holds nothing");
  return {
    ...people,
    legend: [...(people.legend ?? []), ...(quoted?.legend ?? [])],
    body: columns([8, 4], [people.body, voicesColumn(voices, c)], { align: "stretch" }),
  };
}

/** A part over a strip of what works already. */
function overWins(points: readonly Point[], specs: readonly SlideSpec[], c: BuildContext): SlideSpec {
  const wins = points.find(({ kind }) => kind === "wins");
  const over = specs[points.findIndex(({ kind }) => kind !== "wins")];
  if (over === undefined || wins === undefined) throw new Error("a page that holds nothing");
  return { ...over, body: stack("normal", over.body, winsStrip(wins.title, c)) };
}

/** Parts side by side, as wide as each other. */
function beside(specs: readonly SlideSpec[]): SlideSpec {
  const [first] = specs;
  if (first === undefined) throw new Error("a page that holds nothing");
  return {
    ...first,
    legend: specs.flatMap((spec) => spec.legend ?? []),
    foot: specs.flatMap((spec) => spec.foot ?? []),
    body: columns([6, 6], [...specs.map(({ body }) => body)], { align: "stretch" }),
  };
}

/** Titles of two parts as two sentences. */
function bothTitles(one: Point | undefined, other: Point | undefined, marks: Marks): Rich {
  if (one === undefined || other === undefined) throw new Error("a page that holds nothing");
  return [
    ...one.title,
    ...rich(/[.!?…\u3002]$/u.test(plain(one.title)) ? marks.stop.slice(1) : marks.stop),
    ...other.title,
  ];
}

/** The first part as it is, and under it the others, each below its title. */
function below(points: readonly Point[], specs: readonly SlideSpec[]): SlideSpec {
  const [first] = specs;
  if (first === undefined) throw new Error("a page that holds nothing");
  const parts = specs.flatMap(({ body }, n): Block[] => {
    const point = points[n];
    const table: Block = body.type === "table" ? { ...body, role: "table" } : body;
    return n === 0 || point === undefined ? [table] : [stack("tight", partHeading(point), table)];
  });
  const legend = specs.flatMap((spec) => spec.legend ?? []);
  const foot = specs.flatMap((spec) => spec.foot ?? []);
  return { ...first, legend, foot, body: stack("normal", ...parts) };
}

/**
 * The heading of a part that is not the first on its page: its title; in the appendix, where it is looked up, its name, since
 * a title that counts sources would contradict one over it that counts those of the measures alone.
 */
const partHeading = (point: Point): Block =>
  text("body", [
    {
      text: bold(point.section === "appendix" ? rich(point.short) : point.title),
      ink: "accent",
      reading: "heading",
      ...(point.titleFrom === undefined ? {} : { from: point.titleFrom }),
    },
  ]);
