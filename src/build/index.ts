import {
  CHART_KINDS,
  type ChartSubject,
  chartContext,
  findChartKind,
  lowerPlan,
  lowerSensitivity,
  undrawn,
} from "../charts/index.ts";
import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import type { Locale, Marks } from "../locales/locale.ts";
import { parseMarkup } from "../locales/markup.ts";
import type { Phrasebook } from "../locales/phrasebook.ts";
import type { Bundle, Chart } from "../model/bundle/index.ts";
import type { Exhibit } from "../model/chart.ts";
import type { Deck, ExhibitBlock, PictureBlock, SharedSlide, Slide } from "../model/deck.ts";
import type { Figures, JsonPath } from "../model/figures.ts";
import type { ObjectionMark, Point, SharedPage, Story } from "../model/story.ts";
import { plain, type Rich, rich } from "../model/text.ts";
import { createSlideContext } from "../slides/context.ts";
import { type BuildContext, type SlideSpec, slideKinds } from "../slides/index.ts";
import { sharedSpec } from "../slides/sharing.ts";
import { unique } from "../slides/sources.ts";
import { minutesToRead } from "./reading.ts";

export interface BuildInput {
  readonly story: Story;
  /** The bundle with its expressions resolved. */
  readonly resolved: Bundle;
  readonly figures: Figures;
  readonly locale: Locale;
  readonly phrasebook: Phrasebook;
  /** Size in px of each picture by its file, and how its pixels are stored. */
  readonly pictures: Readonly<Record<string, Pick<PictureBlock, "width" | "height" | "orientation">>>;
  readonly theme: string;
  /** Notes name no places of the bundle. */
  readonly leaves?: boolean;
  /** Hears what is amiss with charts that can be drawn all the same; without it, nobody looks. */
  readonly report?: (found: Diagnostic) => void;
}

/**
 * Story to deck: what every point looks like, before anything is measured.
 * @throws DiagnosticsError with everything that keeps charts from being drawn.
 */
export function buildDeck(input: BuildInput): Deck {
  const { story, resolved, locale, phrasebook, leaves = false } = input;
  const context: BuildContext = {
    ...createSlideContext(resolved, input.figures, locale, phrasebook, {
      ...(story.since === undefined ? {} : { since: story.since }),
      ...(story.digest === undefined ? {} : { digest: story.digest }),
    }),
    story,
    ...exhibitsOf(input),
    pictureSize: (file) => {
      const { width, height, orientation = 1 } = input.pictures[file] ?? { width: 16, height: 9 };
      return { width, height, ...(orientation === 1 ? {} : { orientation }) };
    },
  };
  const specOf = (point: Point, context: BuildContext): SlideSpec => {
    const kind = slideKinds.find((each) => each.name === point.kind);
    if (kind === undefined) throw new Error(`no slide kind "${point.kind}"`);
    return kind.build(point, context);
  };
  const slideOf = (
    point: Point,
    spec: SlideSpec,
    marks: readonly ObjectionMark[],
    changed = story.since?.marks[point.id],
  ): Slide => {
    const { foot = [], legend = [], ...look } = spec;
    const ahead: Rich = [...legend.map((run) => ({ ...run, legend: true })), ...foot];
    const [source = [], ...shorter] = sourcesOf(point, phrasebook, locale.marks);
    return {
      layout: "content",
      ...look,
      id: point.id,
      kind: point.kind,
      title: point.title,
      ...(point.shorter === undefined ? {} : { shorter: point.shorter }),
      ...(point.titleFrom === undefined ? {} : { titleFrom: point.titleFrom }),
      short: point.short,
      ...(point.kind === "cover" || point.kind === "brief" ? {} : { tracker: trackerOf(story, point) }),
      source: [...ahead, ...source],
      ...(shorter.length === 0 ? {} : { sourceShorter: shorter.map((form) => [...ahead, ...form]) }),
      marks,
      ...(changed === undefined ? {} : { changed }),
      ...(story.gathered[point.id] === undefined ? {} : { gathered: story.gathered[point.id] }),
      notes: notesOf(point, phrasebook, locale.marks, story.properties.draft && !leaves),
      ...(point.sources.length === 0 ? {} : { sourcesNote: point.say.length }),
      spoken: point.say.length,
      from: point.from,
      section: point.section,
    };
  };
  const specs = new Map<string, SlideSpec>();
  const build = (point: Point, context: BuildContext): Slide => {
    const spec = specOf(point, context);
    specs.set(point.id, spec);
    return slideOf(point, spec, story.marks[point.id] ?? []);
  };
  const body = new Map(
    story.points.filter((point) => point.body).map((point) => [point.id, build(point, context)]),
  );
  const minutes = minutesToRead([...body.values()], context.locale.tag);
  const known = { ...context, minutes };
  const slides = story.points.map((point) => body.get(point.id) ?? build(point, known));
  const shared = story.shared.map((page): SharedSlide => {
    const points = page.points.flatMap((id) => story.points.find((point) => point.id === id) ?? []);
    const looks = points.flatMap(({ id }) => specs.get(id) ?? []);
    const { gathered: _, ...slide } = slideOf(
      joinPoints(page, points),
      sharedSpec(page.way, points, looks, known),
      page.marks,
      changedMark(points, story, locale.marks),
    );
    return {
      ...slide,
      ...(page.gathered === undefined ? {} : { gathered: page.gathered }),
      holds: page.points,
    };
  });
  return {
    properties: story.properties,
    language: story.language,
    theme: input.theme,
    sections: story.sections.map((section) => ({
      ...section,
      slides: story.points.filter((point) => point.section === section.id).map((point) => point.id),
    })),
    slides,
    shared,
    figures: Object.values(input.figures.all),
    units: unitsOf(resolved),
    names: namesOf(resolved),
    minutes,
  };
}

/** The mark of a page that several points share: of the first that has changed, with the tips of all. */
function changedMark(
  points: readonly Point[],
  { since }: Story,
  { semicolon }: Marks,
): ObjectionMark | undefined {
  const marks = points.flatMap(({ id }) => since?.marks[id] ?? []);
  return marks[0] && { ...marks[0], tip: [...new Set(marks.map(({ tip }) => tip))].join(semicolon) };
}

/** Joins the points of a page into one that says and rests on all that they do, each source once. */
function joinPoints({ title, shorter, titleFrom }: SharedPage, points: readonly Point[]): Point {
  const [first] = points;
  if (first === undefined) throw new Error("a page that holds nothing");
  const { shorter: _s, titleFrom: _t, ...rest } = first;
  return {
    ...rest,
    title,
    ...(shorter === undefined ? {} : { shorter }),
    ...(titleFrom === undefined ? {} : { titleFrom }),
    say: points.flatMap(({ say }) => say),
    sources: unique(points.flatMap(({ sources }) => sources)),
    from: points.flatMap(({ from }) => from),
  };
}

/** Between the names of two sections: an em space. */
const TRACKER_GAP = "\u2003";

function trackerOf({ sections }: Story, { section }: Point): Rich {
  return sections.flatMap(({ id, name }, n): Rich => {
    const run = { text: name, ...(id === section ? { bold: true, ink: "accent" as const } : {}) };
    return n === 0 ? [run] : [{ text: TRACKER_GAP }, run];
  });
}

const namesOf = ({ stakeholders = [], contact }: Bundle): readonly string[] => [
  ...new Set([...stakeholders, ...(contact === undefined ? [] : [contact])].map(({ name }) => name)),
];

const unitsOf = ({ metrics = [], charts = [] }: Bundle): readonly string[] => [
  ...new Set([...metrics, ...charts].flatMap(({ unit }) => unit ?? [])),
];

/** The sources as they stand at the foot of a slide, then shorter: their names, each once, and how many they are. */
function sourcesOf({ sources }: Point, phrasebook: Phrasebook, marks: Marks): readonly Rich[] {
  if (sources.length === 0) return [];
  const foot = (all: readonly Rich[]): Rich => [
    ...phrasebook.say("source.foot", { n: all.length }),
    // The phrase has the colon, and what stands before it; this is what stands behind it.
    ...rich(/\s*$/u.exec(marks.colon)?.[0] ?? ""),
    ...all.flatMap((text, n): Rich => (n === 0 ? text : [{ text: marks.semicolon }, ...text])),
    ...rich(marks.stop.trimEnd()),
  ];
  const names = [...new Set(sources.map(({ name }) => name))];
  return [
    foot(sources.map(({ text }) => text)),
    foot(names.map((name) => rich(name))),
    phrasebook.say("source.many", { n: names.length }),
  ];
}

/** The sentence to say, the sources, and, of a draft, where in the bundle the slide comes from. */
function notesOf(
  point: Point,
  phrasebook: Phrasebook,
  { comma, semicolon }: Marks,
  draft: boolean,
): readonly Rich[] {
  const notes: Rich[] = [...point.say];
  if (point.sources.length > 0) {
    notes.push(
      phrasebook.say("notes.sources", {
        sources: point.sources.map((source) => plain(source.text)).join(semicolon),
      }),
    );
  }
  if (draft && point.from.length > 0)
    notes.push(phrasebook.say("notes.from", { paths: point.from.map(pathText).join(comma) }));
  return notes;
}

/** why.reasons[0].claim */
const pathText = (path: JsonPath): string =>
  path.map((part, n) => (typeof part === "number" ? `[${part}]` : n === 0 ? part : `.${part}`)).join("");

/** Lowers every chart once, so that a chart that stands on two slides is the same chart. */
function exhibitsOf({
  resolved,
  figures,
  locale,
  phrasebook,
  report,
}: BuildInput): Pick<BuildContext, "exhibit" | "draw" | "sensitivity" | "timeline"> {
  const refused: Diagnostic[] = [];
  const lowered = new Map<string, Exhibit>();
  const attempt = <T>(lower: () => T): T | undefined => {
    try {
      return lower();
    } catch (cause) {
      if (!(cause instanceof DiagnosticsError)) throw cause;
      refused.push(...cause.diagnostics);
      return undefined;
    }
  };
  const contextFor = (subject: Pick<ChartSubject, "message" | "from">) =>
    chartContext(locale, phrasebook.words, {
      ...subject,
      figures,
      ...(resolved.date === undefined ? {} : { date: resolved.date }),
      ...(resolved.ask?.by === undefined ? {} : { decision: resolved.ask.by }),
    });

  const lower = (chart: Chart, from: JsonPath): Exhibit => {
    const kind = findChartKind(chart.kind);
    if (kind === undefined)
      throw new Error(`no chart kind "${chart.kind}"; there are ${Object.keys(CHART_KINDS).join(", ")}`);
    const takes = (more: object): boolean => kind.schema.safeParse({ ...chart, ...more }).success;
    return kind.lower(
      withDefaults(chart, resolved, takes),
      contextFor({ message: plain(parseMarkup(chart.message)), from }),
    );
  };

  for (const [n, chart] of (resolved.charts ?? []).entries()) {
    const from = ["charts", n];
    const exhibit = attempt(() => lower(chart, from));
    if (exhibit === undefined) continue;
    lowered.set(chart.id, exhibit);
    const kind = findChartKind(chart.kind);
    if (kind !== undefined && report !== undefined)
      for (const found of undrawn(chart, kind, (given) => lower(given, from), from)) report(found);
  }
  const money = figures.investment;
  const sensitivity =
    money === undefined || money.sensitivity.length === 0 || money.figures["npv"] === undefined
      ? undefined
      : attempt(() =>
          lowerSensitivity(
            money,
            contextFor({
              message: phrasebook.words("investment.sensitivity"),
              from: ["investment", "sensitivity"],
            }),
          ),
        );
  const plan = resolved.plan;
  const timeline =
    plan === undefined || (plan.phases ?? []).length + (plan.milestones ?? []).length === 0
      ? undefined
      : attempt(() =>
          lowerPlan(
            plan,
            contextFor({ message: phrasebook.words("plan.short"), from: ["plan"] }),
            (id) => resolved.stakeholders?.find((p) => p.id === id)?.name ?? "",
          ),
        );
  if (refused.length > 0) throw new DiagnosticsError(refused);

  const block = (exhibit: Exhibit, minHeight?: number): ExhibitBlock => ({
    type: "exhibit",
    exhibit,
    ...(exhibit.type === "chart" && plain(exhibit.caption) !== "" ? { caption: exhibit.caption } : {}),
    ...(minHeight === undefined ? {} : { minHeight }),
  });
  return {
    exhibit: (chart, minHeight) => {
      const exhibit = lowered.get(chart.id);
      if (exhibit === undefined) throw new Error(`chart "${chart.id}" was not lowered`);
      return block(exhibit, minHeight);
    },
    draw: (chart, minHeight, from = ["investment"]) => block(lower(chart, from), minHeight),
    sensitivity: () => (sensitivity === undefined ? undefined : block(sensitivity, 150)),
    timeline: () => (timeline === undefined ? undefined : block(timeline)),
  };
}

/**
 * Adds the defaults of a chart of its own data: the good direction, when it supports a goal whose metric has
 * the same unit. A kind that has no such field goes without.
 */
function withDefaults(chart: Chart, resolved: Bundle, takes: (more: object) => boolean): Chart {
  if (chart.metrics !== undefined) return chart;
  const goals = resolved.goals.filter((goal) => chart.supports?.includes(goal.id));
  const metric = resolved.metrics?.find(
    (each) => each.unit === chart.unit && goals.some((goal) => goal.metric === each.id),
  );
  const better = chart.better ?? metric?.better;
  return {
    ...chart,
    ...(better === undefined || !takes({ better }) ? {} : { better }),
  };
}
