import { compose } from "./compose/index.ts";
import { type Diagnostic, Refusal } from "./diagnostics/diagnostic.ts";
import { FORMATS, type FormatName } from "./formats/index.ts";
import { createPictures } from "./formats/picture/on-demand.ts";
import type { Host } from "./host/host.ts";
import { layout } from "./layout/index.ts";
import { DEFAULT_LOCALE, resolveLocale } from "./locales/index.ts";
import { createPhrasebook } from "./locales/phrasebook.ts";
import type { Bundle } from "./model/bundle/index.ts";
import type { Deck } from "./model/deck.ts";
import type { Figures } from "./model/figures.ts";
import type { Pages } from "./model/page.ts";
import type { Story } from "./model/story.ts";
import type { Ink } from "./model/text.ts";
import { narrate } from "./narrate/index.ts";
import { type PictureFile, type Places, readBundle } from "./read/index.ts";
import { reckon } from "./reckon/index.ts";
import { check, type Silenced } from "./rules/index.ts";
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
}

/** Every intermediate of one compilation: each stage's plain JSON, for tests, tools and curious people. */
export interface Compiled {
  readonly source: Source;
  readonly bundle: Bundle;
  readonly places: Places;
  /** Pictures that the bundle names, by the path it gives. */
  readonly pictures: Readonly<Record<string, PictureFile>>;
  readonly figures: Figures;
  readonly story: Story;
  readonly deck: Deck;
  readonly pages: Pages;
  readonly look: Look;
  /** Warnings of the stages; errors are thrown. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the rules find weak in the argument; nothing in it stops the pages from being written. */
  readonly findings: readonly Diagnostic[];
  /** Rules that the bundle silences, each with its reason and what it would have said. */
  readonly silenced: readonly Silenced[];
}

/**
 * The pipeline, on one screen.
 * @throws Refusal with every error of the stage that could not go on, each with its place in the bundle.
 */
export async function compileBundle(
  source: Source,
  host: Host,
  options: CompileOptions = {},
): Promise<Compiled> {
  // 1. Text to bundle: checked, CSV files read, every value with its place.
  const { bundle, places, pictures } = await readBundle(source.bytes, source.file, host, source.root);
  const locate = (found: readonly Diagnostic[]) => found.map((d) => withPlace(d, places));
  const settle = (found: readonly Diagnostic[]): readonly Diagnostic[] => {
    if (found.some((d) => d.severity === "error")) throw new Refusal(locate(found));
    return locate(found);
  };
  try {
    // 2. Bundle to figures: every number computed once.
    const locale = resolveLocale(bundle.locale ?? DEFAULT_LOCALE);
    if (locale === undefined) throw new Error(`locale ${bundle.locale} passed reading`);
    const { figures, diagnostics: reckoned } = reckon(bundle, locale);

    // 3. Bundle and figures to story: what is said, in which order.
    const phrasebook = createPhrasebook(locale);
    const { story, told, diagnostics: narrated } = narrate(bundle, figures, locale, phrasebook);
    const argued = settle([...reckoned, ...narrated]);

    // 4. Story to deck: trees of blocks, no coordinates.
    const theme = options.theme ?? bundle.theme ?? "boardroom";
    const deck = compose({ story, told, figures, locale, phrasebook, pictures, theme });

    // 5. Deck to pages: every box placed, every line broken.
    const look = resolveTheme(Theme.parse(await host.theme(theme)));
    const { pages, diagnostics: placed } = layout(deck, look, { lenient: options.lenient ?? false });

    // 6. What the rules of the argument say about all of it.
    const colour = (ink: Ink) => look.ink(ink).hex;
    const verdict = check({ bundle: told, written: bundle, figures, story, deck, pages, colour });
    return {
      findings: locate(verdict.findings),
      silenced: verdict.silenced.map((each) => ({ ...each, findings: locate(each.findings) })),
      source,
      bundle,
      places,
      pictures,
      figures,
      story,
      deck,
      pages,
      look,
      diagnostics: [...argued, ...settle(placed)],
    };
  } catch (cause) {
    if (cause instanceof Refusal) throw new Refusal(locate(cause.diagnostics), cause.exit);
    throw cause;
  }
}

export interface RenderOptions {
  /** "picture" draws every chart as a picture; "native" only those that ask for it. */
  readonly charts?: "native" | "picture";
}

/** Writes the pages in one of the formats. Same pages, same bytes. */
export async function render(
  compiled: Compiled,
  format: FormatName,
  host: Host,
  options: RenderOptions = {},
): Promise<Uint8Array> {
  const { pages, look, pictures } = compiled;
  return FORMATS[format].write(pages, {
    look,
    charts: options.charts ?? "native",
    readPicture: async (file) => {
      const picture = pictures[file];
      if (picture === undefined) throw new Error(`picture ${file} was not read`);
      return picture.bytes;
    },
    drawPicture: createPictures(look, (family) => host.fonts(family)),
  });
}

const withPlace = (diagnostic: Diagnostic, places: Places): Diagnostic => {
  if (diagnostic.place !== undefined || diagnostic.path === undefined) return diagnostic;
  return { ...diagnostic, place: places.value(diagnostic.path) };
};
