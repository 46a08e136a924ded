import { compose } from "./compose/index.ts";
import { type Diagnostic, type Place, Refusal } from "./diagnostics/diagnostic.ts";
import {
  FORMATS,
  type FormatName,
  PAGED_FORMATS,
  type PagedFormatName,
  type PageFile,
  type WriteContext,
} from "./formats/index.ts";
import { createPictures } from "./formats/picture/on-demand.ts";
import type { Host } from "./host/host.ts";
import { type LayoutMemory, layout, startLayoutMemory } from "./layout/index.ts";
import { DEFAULT_LOCALE, resolveLocale } from "./locales/index.ts";
import type { Locale } from "./locales/locale.ts";
import { createPhrasebook, type Phrasebook } from "./locales/phrasebook.ts";
import type { Bundle } from "./model/bundle/index.ts";
import type { Deck } from "./model/deck.ts";
import type { Figures } from "./model/figures.ts";
import type { Pages } from "./model/page.ts";
import type { Story } from "./model/story.ts";
import type { Ink } from "./model/text.ts";
import { narrate } from "./narrate/index.ts";
import { type PictureFile, type Places, readBundle } from "./read/index.ts";
import { reckon } from "./reckon/index.ts";
import { type Checked, check, RULES, type Rule, type Silenced } from "./rules/index.ts";
import { resolveTheme } from "./theme/resolve.ts";
import { type Look, Theme } from "./theme/theme.ts";

export interface Source {
  readonly bytes: Uint8Array;
  /** The name that messages show. */
  readonly file: string;
  /** The folder that the bundle's CSV files and pictures are read from; nothing outside it is. */
  readonly root: string;
}

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

export const startMemory = (): Memory => ({ layout: startLayoutMemory(), phrasebooks: new Map() });

/** Every intermediate of one compilation: each stage's plain JSON, for tests, tools and curious people. */
export interface Compiled extends Laid {
  /** What the rules find weak in the argument; nothing in it stops the pages from being written. */
  readonly findings: readonly Diagnostic[];
  /** Rules that the bundle silences, each with its reason and what it would have said. */
  readonly silenced: readonly Silenced[];
}

/** A compilation up to its pages, before the rules have looked at it. */
export interface Laid {
  readonly source: Source;
  readonly bundle: Bundle;
  /** The bundle with every expression resolved. */
  readonly told: Bundle;
  readonly places: Places;
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

/** Thrown where all was to be found and there are no pages: the rules on the argument have looked at it all the same. */
export class Unlaid extends Refusal {
  readonly silenced: readonly Silenced[];
  constructor(diagnostics: readonly Diagnostic[], silenced: readonly Silenced[]) {
    super(diagnostics, 1);
    this.silenced = silenced;
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
  // 1. Text to bundle: checked, CSV files read, every value with its place.
  const read = await readBundle(source.bytes, source.file, host, source.root);
  const { places, pictures } = read;
  const bundle: Bundle = options.draft === true ? { ...read.bundle, status: "draft" } : read.bundle;
  const diagnostics: Diagnostic[] = [];
  const settle = (found: readonly Diagnostic[]): void => {
    const located = locate(found, places);
    if (options.findAll !== true) refuseErrors(located);
    diagnostics.push(...located);
  };

  // 2. Bundle to figures: every number computed once.
  const locale = localeOf(bundle);
  const { figures, diagnostics: reckoned } = reckon(bundle, locale);

  // 3. Bundle and figures to story: what is said, in which order.
  const phrasebook = options.memory?.phrasebooks.get(locale.tag) ?? createPhrasebook(locale);
  options.memory?.phrasebooks.set(locale.tag, phrasebook);
  const { story, told, diagnostics: narrated } = narrate(bundle, figures, locale, phrasebook);
  settle([...reckoned, ...narrated]);

  const theme = options.theme ?? bundle.theme ?? "boardroom";
  const look = resolveTheme(Theme.parse(await host.theme(theme)));
  try {
    // 4. Story to deck: trees of blocks, no coordinates.
    const deck = compose({ story, told, figures, locale, phrasebook, pictures, theme });

    // 5. Deck to pages: every box placed, every line broken.
    const lenient = options.lenient ?? false;
    const { pages, diagnostics: placed } = layout(deck, look, { lenient }, options.memory?.layout);
    settle(placed);
    return {
      ...{ source, bundle, told, places, pictures, figures, story, deck, pages, look },
      diagnostics,
    };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    if (options.findAll !== true) throw new Refusal(locate(cause.diagnostics, places), cause.exit);
    // Without a deck there are no pages, but most rules look at the argument alone.
    const argument = withoutPages(argumentOf({ bundle, told, figures, story, look }));
    const { findings, silenced } = check(argument, ON_ARGUMENT);
    throw new Unlaid(locate([...diagnostics, ...cause.diagnostics, ...findings], places), silenced);
  }
}

/** 6. What the rules of the argument say about all of it. */
export function judge(laid: Laid): Compiled {
  const { deck, pages, places } = laid;
  const verdict = check({ ...argumentOf(laid), deck, pages });
  const findings = locate(verdict.findings, places);
  const silenced = verdict.silenced.map((each) => ({ ...each, findings: locate(each.findings, places) }));
  return { ...laid, findings, silenced };
}

/**
 * The figures alone: what {{…}} can name, also where a sentence or a chart is still wrong.
 * @throws Refusal with the errors of reading and reckoning.
 */
export async function compileFigures(source: Source, host: Host): Promise<Figures> {
  const { bundle, places } = await readBundle(source.bytes, source.file, host, source.root);
  const { figures, diagnostics } = reckon(bundle, localeOf(bundle));
  refuseErrors(locate(diagnostics, places));
  return figures;
}

export interface RenderOptions {
  /** "picture" draws every chart as a picture; "native" only those that ask for it. */
  readonly charts?: "native" | "picture";
}

/** Writes the pages in one of the formats. Same pages, same bytes. */
export async function render(
  laid: Laid,
  format: FormatName,
  host: Host,
  options: RenderOptions = {},
): Promise<Uint8Array> {
  return FORMATS[format].write(laid.pages, writeContext(laid, host, options));
}

/** Writes one file a page; the names of all begin with `name`. Same pages, same bytes. */
export async function renderPages(
  laid: Laid,
  format: PagedFormatName,
  name: string,
  host: Host,
): Promise<readonly PageFile[]> {
  return PAGED_FORMATS[format].writePages(laid.pages, writeContext(laid, host, {}), name);
}

function writeContext({ look, pictures }: Laid, host: Host, options: RenderOptions): WriteContext {
  return {
    look,
    charts: options.charts ?? "native",
    readPicture: async (file) => {
      const picture = pictures[file];
      if (picture === undefined) throw new Error(`picture ${file} was not read`);
      return picture.bytes;
    },
    drawPicture: createPictures(look, (family) => host.fonts(family)),
    fonts: (family) => host.fonts(family),
  };
}

/** Every rule, those on pages silent. */
const ON_ARGUMENT = RULES.map((rule): Rule => (rule.on === "pages" ? { ...rule, check: () => [] } : rule));

type Argument = Omit<Checked, "deck" | "pages">;

const argumentOf = ({
  bundle,
  told,
  figures,
  story,
  look,
}: Pick<Laid, "bundle" | "told" | "figures" | "story" | "look">): Argument => ({
  ...{ bundle: told, written: bundle, figures, story },
  colour: (ink: Ink) => look.ink(ink).hex,
});

const withoutPages = (argument: Argument): Checked => ({
  ...argument,
  get deck(): never {
    throw new Error("a rule on the argument looked at the deck");
  },
  get pages(): never {
    throw new Error("a rule on the argument looked at the pages");
  },
});

function localeOf(bundle: Bundle): Locale {
  const locale = resolveLocale(bundle.locale ?? DEFAULT_LOCALE);
  if (locale === undefined) throw new Error(`locale ${bundle.locale} passed reading`);
  return locale;
}

function refuseErrors(found: readonly Diagnostic[]): void {
  if (found.some((d) => d.severity === "error")) throw new Refusal(found);
}

/** Each at the place of its path. */
const locate = (found: readonly Diagnostic[], places: Places): readonly Diagnostic[] =>
  found.map((diagnostic) =>
    diagnostic.place !== undefined || diagnostic.path === undefined
      ? diagnostic
      : { ...diagnostic, place: narrowed(places.value(diagnostic.path), diagnostic.excerpt) },
  );

/** Only the excerpt, where it stands in the quoted line as it was written. */
function narrowed(place: Place, excerpt: string | undefined): Place {
  const at = excerpt === undefined ? -1 : (place.text?.indexOf(excerpt, place.column - 1) ?? -1);
  return excerpt === undefined || at < 0 ? place : { ...place, column: at + 1, length: excerpt.length };
}
