import { compose } from "./compose/index.ts";
import { type Diagnostic, Refusal } from "./diagnostics/diagnostic.ts";
import { foldPoints } from "./diagnostics/fold.ts";
import {
  formatUnknown,
  pictureFont,
  pictureHeavy,
  pictureSvg,
  scriptWithoutFont,
} from "./diagnostics/messages.ts";
import {
  FORMATS,
  type FormatName,
  PAGED_FORMATS,
  type PagedFormatName,
  type PageFile,
  type WriteContext,
} from "./formats/index.ts";
import { createPictures } from "./formats/picture/on-demand.ts";
import { drawnScale, neededScale, shrink } from "./formats/picture/shrink.ts";
import { LETTERED_FORMATS, lackingScripts } from "./formats/scripts.ts";
import type { Host } from "./host/host.ts";
import { createNodeHost } from "./host/node.ts";
import { type LayoutMemory, lastCheck, layout, startLayoutMemory } from "./layout/index.ts";
import { DEFAULT_LOCALE, resolveLocale } from "./locales/index.ts";
import type { Locale } from "./locales/locale.ts";
import { createPhrasebook, type Phrasebook } from "./locales/phrasebook.ts";
import type { Bundle } from "./model/bundle/index.ts";
import type { Deck } from "./model/deck.ts";
import type { Figures, JsonPath } from "./model/figures.ts";
import type { Pages } from "./model/page.ts";
import type { Story } from "./model/story.ts";
import type { Ink } from "./model/text.ts";
import { narrate } from "./narrate/index.ts";
import { type Lost, type PictureFile, type PictureSource, type Places, readBundle } from "./read/index.ts";
import { locate } from "./read/locate.ts";
import { reckon } from "./reckon/index.ts";
import { check, type Silenced } from "./rules/index.ts";
import { resolveTheme } from "./theme/resolve.ts";
import { type Look, Theme } from "./theme/theme.ts";

/** The text of a bundle, and where it comes from. */
export interface Source {
  readonly bytes: Uint8Array;
  /** The name that messages show. */
  readonly file: string;
  /** The folder that the bundle's CSV files and pictures are read from; nothing outside it is. */
  readonly root: string;
}

/** How a bundle is to be compiled; all may be left out. */
export interface CompileOptions {
  /** A theme by name, in place of the bundle's own. */
  readonly theme?: string;
  /** Places text that does not fit anyway, and warns, instead of refusing. */
  readonly lenient?: boolean;
  /** Stamps the deck as a draft, whatever the bundle's status. */
  readonly draft?: boolean;
  /** Goes on after the errors of a stage wherever the next one can, so that one run finds all there is to find. */
  readonly findAll?: boolean;
  /** For whoever compiles one bundle again and again: what did not change since the last time is not done anew. */
  readonly memory?: Memory;
}

/** What a compilation leaves to the next one of the same bundle. It changes how long that takes and nothing else. */
export interface Memory {
  readonly layout: LayoutMemory;
  /** By the tag of their locale; phrases that were read. */
  readonly phrasebooks: Map<string, Phrasebook>;
}

/** A memory of nothing yet. */
export const startMemory = (): Memory => ({ layout: startLayoutMemory(), phrasebooks: new Map() });

/** Every intermediate of one compilation: each stage's plain JSON, for tests, tools and curious people. */
export interface Compiled extends Laid {
  /** What the rules find weak in the argument; nothing in it stops the pages from being written. */
  readonly findings: readonly Diagnostic[];
  /** Rules that the bundle silences, each with its reason and what it would have said. */
  readonly silenced: readonly Silenced[];
  /** Rules that read language and know nothing of the deck's: what they did not look at. */
  readonly skipped: readonly string[];
}

/** A compilation up to its pages, before the rules have looked at it. */
export interface Laid {
  readonly source: Source;
  readonly bundle: Bundle;
  /** The bundle with every expression resolved. */
  readonly told: Bundle;
  readonly places: Places;
  /** What the bundle was read without: nothing, save in an `Unsound` one. */
  readonly lost: Lost;
  /** Pictures that the bundle names, by the path it gives. */
  readonly pictures: Readonly<Record<string, PictureFile>>;
  readonly figures: Figures;
  readonly story: Story;
  readonly deck: Deck;
  readonly pages: Pages;
  readonly look: Look;
  /** Warnings of the stages; errors are thrown, unless all are to be found. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Thrown where all was to be found in a bundle with errors: the rules have looked at those parts that are sound. */
export class Unsound extends Refusal {
  readonly verdict: Pick<Compiled, "diagnostics" | "findings" | "silenced" | "skipped">;
  constructor({ diagnostics, findings, silenced, skipped }: Unsound["verdict"]) {
    super([...diagnostics, ...findings], 1);
    this.verdict = { diagnostics, findings, silenced, skipped };
  }
}

/**
 * Text to pages, and what the rules say about them.
 * @throws Refusal with every error of the stage that could not go on, each with its place in the bundle.
 */
export const compileBundle = async (
  source: Source,
  host: Host,
  options: CompileOptions = {},
): Promise<Compiled> => judge(await layBundle(source, host, options));

/**
 * The pipeline, on one screen.
 * @throws Refusal with every error of the stage that could not go on, each with its place in the bundle.
 */
export async function layBundle(source: Source, host: Host, options: CompileOptions = {}): Promise<Laid> {
  const { laid, sound } = await layWithout([], [], source, host, options);
  if (!sound) throw new Unsound(judge(laid));
  return laid;
}

/** Without the parts at `paths`, as they were written: a later stage could not bear them, and said what it `refused`. */
async function layWithout(
  paths: readonly JsonPath[],
  refused: readonly Diagnostic[],
  source: Source,
  host: Host,
  options: CompileOptions,
): Promise<{ readonly laid: Laid; readonly sound: boolean }> {
  // 1. Text to bundle: checked, CSV files read, every value with its place.
  const recover = options.findAll === true;
  const read = await readBundle(source.bytes, source.file, host, source.root, { recover, without: paths });
  const { places, lost } = read;
  const bundle: Bundle = options.draft === true ? { ...read.bundle, status: "draft" } : read.bundle;
  const diagnostics: Diagnostic[] = [...read.problems, ...refused];
  const settle = (found: readonly Diagnostic[], pages?: Pages): void => {
    const located = locate(found, read, pages);
    if (!recover) refuseErrors(located);
    diagnostics.push(...located);
  };

  // 2. Bundle to figures: every number computed once.
  const locale = localeOf(bundle);
  const phrasebook = options.memory?.phrasebooks.get(locale.tag) ?? createPhrasebook(locale);
  options.memory?.phrasebooks.set(locale.tag, phrasebook);
  const { figures: computed, diagnostics: reckoned } = reckon(bundle, locale, phrasebook);

  // 3. Bundle and figures to story: what is said, in which order.
  const narrated = narrate(bundle, computed, locale, phrasebook);
  const { story, told, figures } = narrated;
  settle([...reckoned, ...narrated.diagnostics]);

  const theme = options.theme ?? bundle.theme ?? "boardroom";
  const look = resolveTheme(Theme.parse(await host.theme(theme)));
  try {
    // 4. Story to deck: trees of blocks, no coordinates.
    const drawn: Diagnostic[] = [];
    const report = (found: Diagnostic): number => drawn.push(found);
    const deck = compose({
      story,
      told,
      figures,
      locale,
      phrasebook,
      pictures: read.pictures,
      theme,
      report,
    });
    settle(drawn);

    // 5. Deck to pages: every box placed, every line broken.
    const lenient = options.lenient ?? false;
    const { pages, diagnostics: placed } = layout(deck, look, { lenient }, options.memory?.layout);
    const { pictures, problems } = drawPictures(bundle, read.pictures, pages);
    settle(
      [...placed, ...problems, ...heavyPictures(bundle, pictures, pages), ...lastCheck(pages, told)],
      pages,
    );
    const stages = { source, bundle, told, places, lost, pictures, figures, story, deck, pages, look };
    return { laid: { ...stages, diagnostics }, sound: read.problems.length + paths.length === 0 };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const said = foldPoints(locate(cause.diagnostics, read));
    // What cannot be drawn is left out, and the rest looked at again; each time there is less to refuse.
    const parts = cause.diagnostics.flatMap(({ path = [] }) => (path.length > 0 ? [lost.origin(path)] : []));
    if (recover && parts.length > 0 && paths.length < MOST_PARTS)
      return layWithout([...paths, ...parts], [...refused, ...said], source, host, options);
    throw new Refusal([...(recover ? diagnostics : []), ...said], cause.exit);
  }
}

/** Pictures with their pixels: an SVG gets as many as the largest of its frames needs. */
function drawPictures(
  bundle: Bundle,
  sources: Readonly<Record<string, PictureSource>>,
  pages: Pages,
): { readonly pictures: Readonly<Record<string, PictureFile>>; readonly problems: readonly Diagnostic[] } {
  const pictures: Record<string, PictureFile> = {};
  const problems: Diagnostic[] = [];
  for (const [file, source] of Object.entries(sources)) {
    if (source.mime !== "image/svg+xml") {
      pictures[file] = source;
      continue;
    }
    const n = (bundle.pictures ?? []).findIndex((one) => one.file === file);
    const at = n < 0 ? {} : { path: ["pictures", n, "file"] };
    if (source.families.length > 0) problems.push(pictureFont(at, file, source.families));
    const scale = drawnScale(file, source, pages);
    if (scale === 0) continue;
    const drawn = source.draw(scale);
    if ("fault" in drawn) problems.push(pictureSvg(at, file, drawn.fault));
    else pictures[file] = drawn;
  }
  return { pictures, problems };
}

/** Scripts of the pages that no font has, where one of the formats is to carry or draw its letters itself. */
export async function findLackingFonts(
  laid: Laid,
  formats: readonly string[],
  host: Host,
  options: RenderOptions = {},
): Promise<readonly Diagnostic[]> {
  const lettered = LETTERED_FORMATS.filter((format) => formats.includes(format));
  if (lettered.length === 0) return [];
  const lacking = await lackingScripts(laid.pages, writeContext(laid, host, options));
  const found = lacking.map(({ page, script, example, characters, font, packages }) =>
    scriptWithoutFont({ page }, script, example, characters, lettered, font, packages),
  );
  return locate(found, laid, laid.pages);
}

/** Bytes that a picture may add before somebody should know. */
const HEAVY = 5 * 1_048_576;

/** Pictures that stay heavy with no more pixels than are seen. */
function heavyPictures(bundle: Bundle, pictures: Laid["pictures"], pages: Pages): readonly Diagnostic[] {
  return (bundle.pictures ?? []).flatMap(({ file }, n) => {
    const picture = pictures[file];
    if (picture === undefined) return [];
    const weight = picture.bytes.length * neededScale(file, picture, pages) ** 2;
    return weight > HEAVY ? [pictureHeavy({ path: ["pictures", n, "file"] }, file, weight)] : [];
  });
}

/** Charts of a bundle at most, and its plan and investment; what is left out more often is not at fault. */
const MOST_PARTS = 200;

/** 6. What the rules of the argument say about all of it. */
export function judge(laid: Laid): Compiled {
  const { bundle, told, figures, story, deck, pages, look } = laid;
  const colour = (ink: Ink) => look.ink(ink).hex;
  const verdict = check({ bundle: told, written: bundle, figures, story, deck, pages, colour });
  return {
    ...laid,
    findings: locate(verdict.findings, laid, pages),
    silenced: verdict.silenced.map((each) => ({ ...each, findings: locate(each.findings, laid, pages) })),
    skipped: verdict.skipped,
  };
}

/**
 * The figures alone: what {{…}} can name, also where a sentence or a chart is still wrong.
 * @throws Refusal with the errors of reading and reckoning.
 */
export async function compileFigures(source: Source, host: Host): Promise<Figures> {
  const read = await readBundle(source.bytes, source.file, host, source.root);
  const { figures, diagnostics } = reckon(read.bundle, localeOf(read.bundle));
  refuseErrors(locate(diagnostics, read));
  return figures;
}

/** How pages are to be written; all may be left out. */
export interface RenderOptions {
  /** "picture" draws every chart as a picture; "native" only those that ask for it. */
  readonly charts?: "native" | "picture";
}

/**
 * Writes the pages in one of the formats, with the host's fonts; nothing is written to it. Same pages, same bytes.
 * @throws TypeError for a format that there is not.
 */
export async function render(
  laid: Laid,
  format: FormatName,
  host: Host = createNodeHost(),
  options: RenderOptions = {},
): Promise<Uint8Array> {
  return known(FORMATS, format).write(laid.pages, writeContext(laid, host, options));
}

/**
 * Writes one file a page; the names of all begin with `name`. Same pages, same bytes.
 * @throws TypeError for a format that there is not.
 */
export async function renderPages(
  laid: Laid,
  format: PagedFormatName,
  name = "slide",
  host: Host = createNodeHost(),
  options: RenderOptions = {},
): Promise<readonly PageFile[]> {
  return known(PAGED_FORMATS, format).writePages(laid.pages, writeContext(laid, host, options), name);
}

/** JavaScript knows no types: what it asks for may not be there. */
function known<Formats extends object, Name extends keyof Formats>(
  formats: Formats,
  name: Name,
): Formats[Name] {
  if (Object.hasOwn(formats, name)) return formats[name];
  throw new TypeError(formatUnknown(String(name), Object.keys(FORMATS), Object.keys(PAGED_FORMATS)));
}

function writeContext({ look, pages, pictures }: Laid, host: Host, options: RenderOptions): WriteContext {
  const shrunk = new Map<string, Promise<Uint8Array>>();
  return {
    look,
    charts: options.charts ?? "native",
    readPicture: async (file) => {
      const picture = pictures[file];
      if (picture === undefined) throw new Error(`picture ${file} was not read`);
      const bytes = shrunk.get(file) ?? shrink(picture, neededScale(file, picture, pages));
      shrunk.set(file, bytes);
      return bytes;
    },
    drawPicture: createPictures(look, (family) => host.fonts(family)),
    fonts: (family) => host.fonts(family),
    ...(host.subset === undefined ? {} : { subset: host.subset.bind(host) }),
    ...(host.otherFonts === undefined ? {} : { otherFonts: host.otherFonts.bind(host) }),
  };
}

function localeOf(bundle: Bundle): Locale {
  const locale = resolveLocale(bundle.locale ?? DEFAULT_LOCALE);
  if (locale === undefined) throw new Error(`locale ${bundle.locale} passed reading`);
  return locale;
}

function refuseErrors(found: readonly Diagnostic[]): void {
  if (found.some((d) => d.severity === "error")) throw new Refusal(found);
}
