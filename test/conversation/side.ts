import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { differences } from "../../src/conversation/changed/index.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { localeOf } from "../../src/locales/index.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import type { Change } from "../../src/model/changes.ts";
import { compileSaid } from "../../src/said.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** What `compileSaid` makes of a bundle whose pictures are those of the samples, in the language of `tag`. */
export const said = (bundle: unknown, tag?: string) =>
  compileSaid(
    { bytes: new TextEncoder().encode(JSON.stringify(bundle)), file: "b.json", root: join(ROOT, "samples") },
    createNodeHost(),
    tag,
  );

/** A bundle of the repository with the values of its CSV files filled in. */
export async function sample(path: string): Promise<Bundle> {
  const file = join(ROOT, path);
  const { bundle } = await compileSaid(
    { bytes: readFileSync(file), file, root: dirname(file) },
    createNodeHost(),
  );
  return bundle;
}

export type Said = Awaited<ReturnType<typeof said>>;

/** Changes from one bundle to another, both in the language of the latter. */
export function changesBetween(before: Said, now: Said): readonly Change[] {
  const locale = localeOf(now.bundle.locale);
  return differences(before, now, locale, createPhrasebook(locale));
}

/** Changes from one bundle to another, as they are written. */
export async function changesOf(before: unknown, now: unknown): Promise<readonly Change[]> {
  const after = await said(now);
  return changesBetween(await said(before, localeOf(after.bundle.locale).tag), after);
}

/** A change in a line: kind, way, name and both texts. */
export const line = ({ kind, way, what, before, now }: Change): string =>
  `${kind} ${way} ${what}: ${before ?? "–"} → ${now ?? "–"}`.replaceAll(/[\u00a0\u202f]/gu, " ");
