import type { FillPhrase } from "../locales/en/phrases.ts";
import type { Locale } from "../locales/locale.ts";
import type { Bundle, Chart, Goal, Metric, Option, Part, Quote, Stakeholder } from "../model/bundle/index.ts";
import type { ChangesSince } from "../model/changes.ts";
import type { Block, ExhibitBlock, LayoutName, PictureBlock } from "../model/deck.ts";
import type { Figures, JsonPath } from "../model/figures.ts";
import type { Point, Story } from "../model/story.ts";
import type { Rich } from "../model/text.ts";

/** The deck's content and language, for both halves of a slide kind. */
export interface SlideContext {
  /** Every expression in it is already resolved; markup is not. What readers may not see is not in it. */
  readonly bundle: Bundle;
  readonly figures: Figures;
  readonly locale: Locale;
  /** A sentence of the bundle, its markup read. */
  readonly rich: (sentence: string) => Rich;
  /** A sentence of ours, from the locale. */
  readonly say: FillPhrase<Rich>;
  readonly words: FillPhrase<string>;
  readonly find: Lookup;
  /** Changes since the version that was sent last; absent where none is known. */
  readonly since?: ChangesSince;
  /** True where all of the deck is one page. */
  readonly brief?: boolean;
  /** Digest of the figures, where an edition of the deck is told; the same in all of them. */
  readonly digest?: string;
}

/** Looks an id up; undefined where nothing, or something else, has it. */
export interface Lookup {
  readonly person: (id: string | undefined) => Stakeholder | undefined;
  readonly metric: (id: string | undefined) => Metric | undefined;
  readonly chart: (id: string | undefined) => Chart | undefined;
  readonly quote: (id: string | undefined) => Quote | undefined;
  readonly goal: (id: string | undefined) => Goal | undefined;
  readonly option: (id: string | undefined) => Option | undefined;
  readonly path: (id: string) => JsonPath | undefined;
}

/** Everything that `build` may use: the content, the whole story, and the charts of the deck. */
export interface BuildContext extends SlideContext {
  readonly story: Story;
  /** Whole minutes to read the body; known once the body is built, so only to what is not of it. */
  readonly minutes?: number;
  /** Lowers a chart of the bundle; `minHeight` in pt. */
  readonly exhibit: (chart: Chart, minHeight?: number) => ExhibitBlock;
  /** Lowers a chart that is not of the bundle but follows from its figures; `from` is where these stand. */
  readonly draw: (chart: Chart, minHeight?: number, from?: JsonPath) => ExhibitBlock;
  readonly sensitivity: () => ExhibitBlock | undefined;
  readonly timeline: () => ExhibitBlock | undefined;
  /** Size in px of a picture of the bundle. */
  readonly pictureSize: (file: string) => Pick<PictureBlock, "width" | "height" | "orientation">;
}

/** Look of one point before it is measured. Title, notes, links and footers are added by `build`. */
export interface SlideSpec {
  readonly layout?: LayoutName;
  /** Layout on which it stands where its title is too long for `layout`. */
  readonly taller?: LayoutName;
  readonly kicker?: Rich;
  readonly subtitle?: Rich;
  readonly subtitleFrom?: JsonPath;
  readonly body: Block;
  /** Plainer forms of the body; where it takes more than one page, the first that takes fewer. */
  readonly plainer?: readonly Block[];
  /** Stands before the sources at the foot: what marks and colours mean. */
  readonly legend?: Rich;
  /** Stands there too: rounding, assumptions. */
  readonly foot?: Rich;
}

/** One kind of slide: what it says, and how that looks. */
export interface SlideKind<Content = unknown> {
  readonly name: string;
  /** Sentence for docs/slides.md: what is on the slide. */
  readonly shows: string;
  /** Part of the deck that it belongs to, where that is not called as the kind is. */
  readonly part?: Part;
  /** The points that the bundle gives rise to; none where a part is absent. Must not look at other kinds' points. */
  readonly outline: (context: SlideContext) => readonly PointInit<Content>[];
  readonly build: (point: Point<Content>, context: BuildContext) => SlideSpec;
}

/** A point as a kind tells it; `outline` adds the kind's name and fills in what is left out. */
export type PointInit<Content> = Omit<
  Point<Content>,
  "kind" | "about" | "draws" | "say" | "sources" | "from" | "body"
> &
  Partial<Pick<Point<Content>, "about" | "draws" | "say" | "sources" | "from" | "body">>;

/**
 * Ties the two halves of a kind by the type of their content, and forgets it, so that kinds of all contents stand in
 * one list. Sound because a point is only ever built by the kind that told it.
 */
export const slideKind = <Content>(kind: SlideKind<Content>): SlideKind => kind as unknown as SlideKind;
