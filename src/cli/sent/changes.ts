import { type ChangeReport, changedPages, differences, pagesOf } from "../../conversation/changed/index.ts";
import type { Host } from "../../host/host.ts";
import { localeOf } from "../../locales/index.ts";
import { createPhrasebook, type Phrasebook } from "../../locales/phrasebook.ts";
import { compileSaid } from "../../said.ts";
import type { BundleSource } from "../../stages.ts";

/** A bundle that another one is compared with, and its name. */
export interface ComparedWith {
  readonly source: BundleSource;
  /** Reads what the bundle read. */
  readonly host: Host;
  readonly name: string;
  readonly isVersion: boolean;
}

/**
 * Compares a bundle with an earlier one as readers read them; with the phrases of its language.
 * @throws DiagnosticsError with the errors of the earlier one.
 */
export async function changesSince(
  earlier: ComparedWith,
  now: Awaited<ReturnType<typeof compileSaid>>,
): Promise<{ readonly report: ChangeReport; readonly phrasebook: Phrasebook }> {
  const locale = localeOf(now.bundle.locale);
  const phrasebook = createPhrasebook(locale);
  const before = await compileSaid(earlier.source, earlier.host, locale.tag);
  const place = pagesOf(now.bundle, now.figures, now.story.points);
  const changes = differences(before, now, locale, phrasebook).map((change) => ({
    ...change,
    pages: place(change),
  }));
  const seen = changes.filter(({ unseen }) => !unseen).map(({ pages }) => pages);
  const report = {
    before: earlier.name,
    isVersion: earlier.isVersion,
    version: now.bundle.version,
    changes,
    pages: changedPages(seen, now.story.points),
  };
  return { report, phrasebook };
}
