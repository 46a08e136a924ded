import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { type LayoutMemory, startLayoutMemory } from "./layout/index.ts";
import type { Phrasebook } from "./locales/phrasebook.ts";
import type { Bundle } from "./model/bundle/index.ts";
import type { EarlierVersion } from "./model/changes.ts";
import type { Deck } from "./model/deck.ts";
import type { Figures } from "./model/figures.ts";
import type { Pages } from "./model/page.ts";
import type { Reply } from "./model/replies.ts";
import type { Story } from "./model/story.ts";
import type { PictureFile, Recovery, SourceMap } from "./read/index.ts";
import type { SilencedRule } from "./rules/index.ts";
import type { ResolvedTheme } from "./theme/theme.ts";

/** The text of a bundle, and where it comes from. */
export interface BundleSource {
  readonly bytes: Uint8Array;
  /** The name that messages show. */
  readonly file: string;
  /** The folder that the bundle's CSV files, workbooks and pictures are read from; nothing outside it is. */
  readonly root: string;
}

/** Options for compiling a bundle; all are optional. */
export interface CompileOptions {
  /** A theme by name, or the path of a file with one, in place of the bundle's own. */
  readonly theme?: string;
  /** Path of a template or its contract, in place of the bundle's own. It may lie outside of the bundle's folder. */
  readonly template?: string;
  /** Counts warnings about how the deck is made as errors, such as a font that is not measured. */
  readonly strict?: boolean;
  /** Places text that does not fit anyway, and warns, instead of refusing. */
  readonly lenient?: boolean;
  /** Stamps the deck as a draft, whatever the bundle's status. */
  readonly draft?: boolean;
  /** Names no places of the bundle in the notes, as those of a draft do: for decks that leave the house. */
  readonly leaves?: boolean;
  /** Goes on after the errors of a stage wherever the next one can, so that one run finds all there is to find. */
  readonly findAll?: boolean;
  /** The version that was sent last, where the bundle is a later one: the deck says what has changed since. */
  readonly earlier?: EarlierVersion;
  /** Replies of readers, with places in the bundle as it is now. */
  readonly replies?: readonly Reply[];
  /** Says of every run of text where its parts came from (`Run.origins`); pages look the same. */
  readonly origins?: boolean;
  /** The edition to tell, by its name; "brief" is one of every bundle. The deck as the bundle has it when left out. */
  readonly edition?: string;
  /** For whoever compiles one bundle again and again: what did not change since the last time is not done anew. */
  readonly memory?: Memory;
}

/** The look that is asked for in place of the bundle's own. */
export type AskedLook = Pick<CompileOptions, "theme" | "template">;

/** Memory from one compilation to the next one of the same bundle. It changes how long that takes and nothing else. */
export interface Memory {
  readonly layout: LayoutMemory;
  /** By the tag of their locale; phrases that were read. */
  readonly phrasebooks: Map<string, Phrasebook>;
}

/** A memory of nothing yet. */
export const startMemory = (): Memory => ({ layout: startLayoutMemory(), phrasebooks: new Map() });

/** Every intermediate of one compilation: each stage's plain JSON, for tests, tools and curious people. */
export interface Compiled extends Laid {
  /** Findings of the rules about the argument; they never stop the pages from being written. */
  readonly findings: readonly Diagnostic[];
  /** Rules that the bundle turns off, each with its reason and the findings that it hides. */
  readonly silenced: readonly SilencedRule[];
  /** Rules that read language and know nothing of the deck's: what they did not look at. */
  readonly skipped: readonly string[];
}

/** A compilation up to its pages, before the rules have looked at it. */
export interface Laid {
  readonly source: BundleSource;
  readonly bundle: Bundle;
  /** The bundle with every expression resolved. */
  readonly resolved: Bundle;
  readonly sourceMap: SourceMap;
  /** Parts that the bundle was read without; none, except in the bundle of an `InvalidBundleError`. */
  readonly recovery: Recovery;
  /** Pictures that the bundle names, by the path it gives. */
  readonly pictures: Readonly<Record<string, PictureFile>>;
  readonly figures: Figures;
  readonly story: Story;
  readonly deck: Deck;
  readonly pages: Pages;
  readonly look: ResolvedTheme;
  readonly replies: readonly Reply[];
  /** Warnings of the stages; errors are thrown, unless all are to be found. */
  readonly diagnostics: readonly Diagnostic[];
}
