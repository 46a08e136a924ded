import { pathText, valueAt } from "../../base/json-path.ts";
import { holderOf, idsIn, runTest } from "../../claims/index.ts";
import { localeOf } from "../../locales/index.ts";
import { MOST_TESTS, TEST_LENGTH } from "../../model/bundle/common.ts";
import type { Bundle } from "../../model/bundle/index.ts";
import type { JsonPath } from "../../model/figures.ts";
import { type ReadClaim, readableClaims, type Said } from "./read.ts";

/** A test that was read from a sentence and may be written beside it. */
export interface OfferedTest {
  /** Place of the sentence. */
  readonly path: JsonPath;
  /** The words that claim it. */
  readonly words: string;
  readonly test: string;
}

/** Tests for the `holds` of one part of a bundle. */
export interface Offer {
  /** The part. */
  readonly holder: JsonPath;
  readonly tests: readonly OfferedTest[];
}

/**
 * Tests that the bundle may write into `holds`: of claims that are read from their sentences and are true. A part without
 * tests gets them only where all that its sentences claim is true, since with tests its sentences are no longer read, and
 * a contradiction would be silenced. One that has tests gets those about figures that none of its own looks at.
 */
export function offeredTests(said: Said): readonly Offer[] {
  if (unread(said.written)) return [];
  const parts = new Map<string, { readonly holder: JsonPath; readonly claims: ReadClaim[] }>();
  for (const claim of readableClaims(said)) {
    const holder = holderOf(claim.path);
    if (holder === undefined) continue;
    const key = pathText(holder);
    const part = parts.get(key) ?? { holder, claims: [] };
    part.claims.push(claim);
    parts.set(key, part);
  }
  return [...parts.values()].flatMap(({ holder, claims }) => {
    const tests = testsFor(holder, claims, said);
    return tests.length === 0 ? [] : [{ holder, tests }];
  });
}

/** True for a bundle whose author has turned the reading of sentences off. */
const unread = ({ rules }: Bundle): boolean => rules?.["claims/read"]?.severity === "off";

function testsFor(
  holder: JsonPath,
  claims: readonly ReadClaim[],
  { written, bundle, figures }: Said,
): readonly OfferedTest[] {
  const locale = localeOf(bundle.locale);
  const own = valueAt(written, [...holder, "holds"]) as readonly string[] | undefined;
  const guarded = new Set((own ?? []).flatMap((test) => [...idsIn(test, figures)]));
  const held = claims.map(({ path, words, tests }) => {
    const test = tests.find((each) => runTest(each, figures, locale).kind === "true");
    return test === undefined ? undefined : { path, words, test: quoted(test) };
  });
  if (own === undefined && held.includes(undefined)) return [];
  const tests = new Map(
    held
      .filter((each) => each !== undefined)
      .filter(({ test }) => ![...idsIn(test, figures)].some((id) => guarded.has(id)))
      .toReversed()
      .map((each) => [each.test, each]),
  );
  const fits = [...tests.keys()].every((test) => test.length <= TEST_LENGTH);
  return fits && (own?.length ?? 0) + tests.size <= MOST_TESTS ? [...tests.values()].toReversed() : [];
}

/** In JSON a test with single quotation marks reads as it is meant; with double ones each has a backslash before it. */
const quoted = (test: string): string => (test.includes("'") ? test : test.replaceAll('"', "'"));
