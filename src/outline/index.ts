import { testProblems } from "../claims/index.ts";
import { differences } from "../conversation/changed/differences.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Locale } from "../locales/locale.ts";
import type { Phrasebook } from "../locales/phrasebook.ts";
import { BRIEF } from "../model/bundle/editions.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { Earlier } from "../model/changes.ts";
import type { Figures } from "../model/figures.ts";
import { type DeckProperties, type Point, SECTIONS, type Story } from "../model/story.ts";
import { createSlideContext } from "../slides/context.ts";
import { partOf, slideKinds } from "../slides/index.ts";
import { sharedPages } from "../slides/sharing.ts";
import { arrange } from "./arrange.ts";
import { placedChanges } from "./changes.ts";
import { figureDigest } from "./edition.ts";
import { createResolver } from "./expressions.ts";
import { gatheredMarks, objectionMarks, sharedMarks } from "./marks.ts";
import { resolveFigures, resolveSentences } from "./sentences.ts";

export interface Outline {
  readonly story: Story;
  /** The bundle with every expression resolved. */
  readonly resolved: Bundle;
  /** The figures, with the expressions of the names and assumptions that they carry resolved. */
  readonly figures: Figures;
  readonly diagnostics: readonly Diagnostic[];
}

export interface OutlineOptions {
  /** The version that was sent last. */
  readonly earlier?: Earlier;
  /** Name of the edition that is told; the deck as the bundle has it when left out. */
  readonly edition?: string;
  /** True where all of it is one page. */
  readonly brief?: boolean;
}

/** Bundle and figures to a story: what is said, in which order. */
export function outlineStory(
  bundle: Bundle,
  computed: Figures,
  locale: Locale,
  phrasebook: Phrasebook,
  { earlier, edition, brief = false }: OutlineOptions = {},
): Outline {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const resolved = resolveSentences(bundle, locale, createResolver(computed, locale, report), report);
  const figures = resolveFigures(
    computed,
    locale,
    createResolver(computed, locale, () => {}),
  );
  const changes =
    earlier === undefined
      ? undefined
      : {
          version: earlier.version,
          changes: differences(earlier, { bundle, resolved, figures }, locale, phrasebook),
        };
  const digest = edition === undefined ? undefined : figureDigest(figures);
  const context = createSlideContext(resolved, figures, locale, phrasebook, {
    ...(changes === undefined ? {} : { since: changes }),
    ...(brief ? { brief } : {}),
    ...(digest === undefined ? {} : { digest }),
  });
  const kinds = brief ? slideKinds.filter(({ name }) => name === BRIEF) : slideKinds;
  const told = kinds.flatMap((kind) =>
    kind.outline(context).map(
      (point): Point => ({
        about: [],
        draws: [],
        say: [],
        sources: [],
        from: [],
        body: true,
        ...point,
        kind: kind.name,
      }),
    ),
  );
  const points = arrange(told, context.bundle, ({ kind }) => partOf(kind));
  // An appendix that may be one page needs no index, and one with objections has theirs.
  const appended = points.filter((point) => point.section === "appendix" && point.kind !== "appendix");
  const indexed = appended.length > 4 && !appended.some(({ kind }) => kind === "objections");
  const kept = points.filter((point) => point.kind !== "appendix" || indexed);
  // One page has no other that a mark could lead to.
  const marks = brief ? {} : objectionMarks(context.bundle, kept, context);
  const story: Story = {
    title: resolved.title,
    language: locale.tag,
    points: kept,
    marks,
    gathered: gatheredMarks(context.bundle, marks, context),
    ...(changes === undefined ? {} : { since: placedChanges(changes, bundle, figures, kept, context) }),
    shared: sharedPages(kept, context).map((page) => ({
      ...page,
      ...sharedMarks(context.bundle, page.points, marks, context),
    })),
    sections: SECTIONS.filter((id) => kept.some((point) => point.section === id)).map((id) => ({
      id,
      name: context.words(`section.${id}`),
    })),
    properties: propertiesOf(resolved, locale, phrasebook, digest),
    ...(digest === undefined ? {} : { digest }),
  };
  return {
    ...{ story, resolved, figures },
    diagnostics: [...diagnostics, ...testProblems(resolved, figures, locale)],
  };
}

function propertiesOf(
  bundle: Bundle,
  locale: Locale,
  phrasebook: Phrasebook,
  digest: string | undefined,
): DeckProperties {
  const date = bundle.date ?? bundle.meeting?.date ?? "";
  const draft = bundle.status !== "final";
  return {
    title: bundle.title,
    subject: phrasebook.words("deck.subject", {
      meeting: bundle.meeting?.name,
      date: bundle.meeting && locale.date(bundle.meeting.date, "long"),
    }),
    author: bundle.contact?.name ?? bundle.organisation ?? "",
    company: bundle.organisation ?? "",
    keywords: [
      // Marks part keywords, and LibreOffice drops them when it saves: a goal is one keyword, and stays as it is.
      ...bundle.goals.map(({ name }) => name.replaceAll(/\s*[,;:](?=\s)/gu, " –")),
      // Whoever holds two editions can see that their figures are the same.
      ...(digest === undefined ? [] : [`figures-${digest}`]),
    ],
    date,
    dateText: date === "" ? "" : locale.date(date, "long"),
    version: bundle.version ?? "",
    draft,
    draftWord: draft ? phrasebook.words("deck.draft") : "",
    confidentiality: bundle.confidentiality ?? "",
    words: {
      notes: phrasebook.words("output.notes"),
      slides: phrasebook.words("output.slides"),
      chartData: phrasebook.words("output.chartData"),
      previous: phrasebook.words("output.previous"),
      next: phrasebook.words("output.next"),
      all: phrasebook.words("output.all"),
    },
  };
}
