import { buildDeck } from "./build/index.ts";
import { computeFigures } from "./compute/index.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Host } from "./host/host.ts";
import { lastCheck, layout } from "./layout/index.ts";
import { localeOf } from "./locales/index.ts";
import { createPhrasebook } from "./locales/phrasebook.ts";
import { briefLook, dress } from "./look.ts";
import type { LayoutName } from "./model/deck.ts";
import type { Pages } from "./model/page.ts";
import type { ColorToken } from "./model/text.ts";
import { toldEdition } from "./outline/edition.ts";
import { type OutlineOptions, outlineStory } from "./outline/index.ts";
import { drawPictures } from "./pictures.ts";
import type { ReadResult } from "./read/index.ts";
import { locate } from "./read/locate.ts";
import { InvalidBundleError, readAndRun, recover } from "./recover.ts";
import { check } from "./rules/index.ts";
import { computedEarlier } from "./said.ts";
import { type BundleSource, type Compiled, type CompileOptions, type Laid, startMemory } from "./stages.ts";
import { traced } from "./traced.ts";

/**
 * Text to pages, and what the rules say about them.
 * @throws DiagnosticsError with every error of the stage that could not go on, each with its place in the bundle.
 */
export const compileBundle = async (
  source: BundleSource,
  host: Host,
  options: CompileOptions = {},
): Promise<Compiled> => judge(await layBundle(source, host, options));

/**
 * Text to pages: reading, then the stages, once or until all errors are found.
 * @throws DiagnosticsError with every error of the stage that could not go on, each with its place in the bundle.
 */
export async function layBundle(
  source: BundleSource,
  host: Host,
  options: CompileOptions = {},
): Promise<Laid> {
  const through = options.findAll === true ? recover : readAndRun;
  const { laid, sound } = await through(source, host, (read, report) =>
    stages(read, source, host, options, report),
  );
  if (!sound) throw new InvalidBundleError(judge(laid));
  return laid;
}

/** The pipeline. `report` takes what a stage found, and throws where the next one may not be begun. */
async function stages(
  read: ReadResult,
  source: BundleSource,
  host: Host,
  {
    draft,
    theme,
    template,
    strict = false,
    lenient = false,
    origins = false,
    leaves = false,
    memory = startMemory(),
    earlier,
    replies = [],
    edition,
  }: CompileOptions,
  report: (found: readonly Diagnostic[]) => void,
): Promise<Laid> {
  const settle = (found: readonly Diagnostic[], pages?: Pages): void =>
    report(
      locate(strict ? found.map((one) => ({ ...one, severity: "error" as const })) : found, read, pages),
    );
  settle(read.warnings);
  const told = toldEdition(read.bundle, edition);
  const bundle = draft === true ? { ...told.bundle, status: "draft" as const } : told.bundle;
  const { sourceMap, recovery } = read;
  const locale = localeOf(bundle.locale);
  const phrasebook = memory.phrasebooks.get(locale.tag) ?? createPhrasebook(locale);
  memory.phrasebooks.set(locale.tag, phrasebook);

  // 1. Bundle to figures: every number computed once.
  const computed = computeFigures(bundle, locale, phrasebook);

  const outlining: OutlineOptions = {
    ...(earlier === undefined ? {} : { earlier: computedEarlier(earlier, locale, phrasebook) }),
    ...(edition === undefined ? {} : { edition, brief: told.brief }),
  };

  // 2. Bundle and figures to story: what is said, in which order.
  const { story, resolved, figures, diagnostics } = outlineStory(
    bundle,
    computed.figures,
    locale,
    phrasebook,
    outlining,
  );
  settle([...computed.diagnostics, ...diagnostics]);

  // 3. Story to deck: trees of blocks, no coordinates.
  const name = theme ?? bundle.theme ?? "boardroom";
  const {
    look: usual,
    found,
    ...dressed
  } = await dress(bundle, read, source.root, { theme, template }, host);
  const look = told.brief ? briefLook(usual, dressed.pictures, locale.tag) : usual;
  settle(found);
  const drawn: Diagnostic[] = [];
  const built = { theme: name, pictures: read.pictures, leaves };
  const made = buildDeck({
    ...{ story, resolved, figures, locale, phrasebook, ...built },
    report: (found) => drawn.push(found),
  });
  settle(drawn);
  const deck = origins
    ? traced(made, { bundle, locale, phrasebook }, computed.figures, built, outlining)
    : made;

  // 4. Deck to pages: every box placed, every line broken.
  const placed = layout(deck, look, { lenient }, memory.layout);
  const { pages } = placed;
  const { pictures, problems } = drawPictures(bundle, dressed.pictures, pages, look);
  settle([...placed.diagnostics, ...problems, ...lastCheck(pages, resolved)], pages);
  return {
    source,
    bundle,
    resolved,
    sourceMap,
    recovery,
    pictures,
    figures,
    story,
    deck,
    pages,
    look,
    replies,
    diagnostics: [],
  };
}

/** 5. Pages to findings: what the rules of the argument say about all of it. */
export function judge(laid: Laid): Compiled {
  const { bundle, resolved, figures, story, deck, pages, look, replies } = laid;
  const colour = (ink: ColorToken, layout: LayoutName = "content") => look.on(layout).ink(ink).hex;
  const titleLines = (layout: LayoutName) => look.frames[layout].titleLines;
  const shown = { figures, story, deck, pages, colour, titleLines };
  const verdict = check({ bundle: resolved, written: bundle, replies, ...shown });
  return {
    ...laid,
    findings: locate(verdict.findings, laid, pages),
    silenced: verdict.silenced.map((each) => ({ ...each, findings: locate(each.findings, laid, pages) })),
    skipped: verdict.skipped,
  };
}
