import { expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { textsOf } from "../../src/rules/facts/pages.ts";
import { compile, contract } from "../rules/compiled.ts";

/** The contract bundle, the names of its sources followed by so many words. */
function withNames(words: number, locale = "en-GB"): Bundle {
  const bundle = contract();
  const tail = Array.from({ length: words }, (_, n) => `part${n}`).join(" ");
  return {
    ...bundle,
    locale,
    sources: (bundle.sources ?? []).map((source) => ({ ...source, name: `${source.name} ${tail}`.trim() })),
  };
}

const feetOf = async (bundle: Bundle): Promise<readonly string[]> => {
  const { pages } = await compile(bundle, {});
  return pages.pages.flatMap(({ items }) =>
    items.filter(({ name }) => name === "Source").flatMap((item) => textsOf(item).join(" ")),
  );
};

test("long names of sources refuse no deck: owners and dates go first, then the names, which the notes keep", async () => {
  const usual = await feetOf(withNames(0));
  expect(usual.some((foot) => foot.includes("as of"))).toBe(true);
  const longest = withNames(22);
  const { pages } = await compile(longest, {});
  const feet = await feetOf(longest);
  expect(feet).toHaveLength(usual.length);
  expect(
    feet.some((foot) => /(Two|Three|Four|Five) sources, named in the notes of this slide\./u.test(foot)),
  ).toBe(true);
  const told = pages.pages.filter(({ items }) =>
    items.some((item) => item.name === "Source" && textsOf(item).join(" ").includes("named in the notes")),
  );
  for (const { notes } of told) expect(JSON.stringify(notes)).toContain("part21");
});

test("they are counted in the language of the deck", async () => {
  const feet = await feetOf(withNames(22, "fi"));
  expect(feet.some((foot) => /lähdettä, nimetty dian muistiinpanoissa\./u.test(foot))).toBe(true);
});
