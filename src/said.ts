import { computeFigures } from "./compute/index.ts";
import type { Host } from "./host/host.ts";
import { localeOf } from "./locales/index.ts";
import type { Locale } from "./locales/locale.ts";
import { createPhrasebook, type Phrasebook } from "./locales/phrasebook.ts";
import type { Earlier, EarlierVersion } from "./model/changes.ts";
import type { Figures } from "./model/figures.ts";
import { outlineStory } from "./outline/index.ts";
import { readBundle, type SourceMap } from "./read/index.ts";
import { locate } from "./read/locate.ts";
import { refuseErrors } from "./recover.ts";
import type { BundleSource, Laid } from "./stages.ts";

interface PlacedFigures {
  readonly figures: Figures;
  readonly sourceMap: SourceMap;
}

/**
 * The figures alone: what {{…}} can name, also where a sentence or a chart is still wrong.
 * @throws DiagnosticsError with the errors of reading and computing.
 */
export const compileFigures = async (source: BundleSource, host: Host): Promise<Figures> =>
  (await compilePlacedFigures(source, host)).figures;

/**
 * The figures alone, each with its place in the bundle or in a file that it names.
 * @throws DiagnosticsError with the errors of reading and computing.
 */
export async function compilePlacedFigures(source: BundleSource, host: Host): Promise<PlacedFigures> {
  const read = await readBundle(source.bytes, source.file, host, source.root);
  const { figures, diagnostics } = computeFigures(read.bundle, localeOf(read.bundle.locale));
  refuseErrors(locate(diagnostics, read));
  return { figures, sourceMap: read.sourceMap };
}

/**
 * The sentences of a bundle, as written and as read, its figures and its story, before anything is drawn; in the
 * language of `tag` where that is given, so that two bundles can be compared.
 * @throws DiagnosticsError with the errors of reading, computing and filling in.
 */
export async function compileSaid(
  source: BundleSource,
  host: Host,
  tag?: string,
): Promise<Pick<Laid, "bundle" | "resolved" | "figures" | "sourceMap" | "story">> {
  const read = await readBundle(source.bytes, source.file, host, source.root);
  const locale = localeOf(tag ?? read.bundle.locale);
  const phrasebook = createPhrasebook(locale);
  const computed = computeFigures(read.bundle, locale, phrasebook);
  const { story, resolved, figures, diagnostics } = outlineStory(
    read.bundle,
    computed.figures,
    locale,
    phrasebook,
  );
  refuseErrors(locate([...computed.diagnostics, ...diagnostics], read));
  return { bundle: read.bundle, resolved, figures, story, sourceMap: read.sourceMap };
}

/** A version that was sent, with its figures in the language of the bundle now, so that only values differ. */
export function computedEarlier(
  { version, bundle }: EarlierVersion,
  locale: Locale,
  phrasebook: Phrasebook,
): Earlier {
  const { figures: computed } = computeFigures(bundle, locale, phrasebook);
  const { resolved, figures } = outlineStory(bundle, computed, locale, phrasebook);
  return { version, bundle, resolved, figures };
}
