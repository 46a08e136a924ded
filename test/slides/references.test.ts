import { expect, test } from "vitest";
import { compile } from "../../src/library.ts";
import type { Page } from "../../src/model/page.ts";
import { contractBundle } from "../charts/fixture.ts";

const wordsOn = (page: Page | undefined): string => JSON.stringify(page?.items ?? []);
const chartsOn = (page: Page | undefined): number =>
  (page?.items ?? []).filter(({ type }) => type === "chart").length;

/** The pages of the contract's bundle when each objection has this evidence. */
async function pagesWith(...evidence: readonly (readonly string[])[]): Promise<readonly Page[]> {
  const bundle = contractBundle();
  const [first] = bundle.objections ?? [];
  const objections = evidence.map((ids, n) => ({
    ...first,
    id: `o-${n + 1}`,
    objection: `Doubt number ${n + 1} of a reader.`,
    evidence: ids,
  }));
  return (await compile(JSON.stringify({ ...bundle, objections }))).pages.pages;
}

const chart = contractBundle().charts?.[0]?.id ?? "";
const quote = contractBundle().why.reasons?.flatMap(({ evidence }) =>
  evidence.filter((id) => contractBundle().quotes.some((each) => each.id === id)),
)[0];

test("of objections with the same chart the first draws it, and the others name its figure and its page", async () => {
  const pages = await pagesWith([chart], [chart], [chart]);
  const objections = pages.filter(({ kind }) => kind === "objection");
  expect(objections.map(chartsOn)).toEqual([1, 0]);
  expect(wordsOn(objections[1])).toContain("drawn in ");
});

test("a chart that only an objection draws is referred to by the next one", async () => {
  const bundle = contractBundle();
  const [first] = bundle.objections ?? [];
  const pages = (
    await compile(
      JSON.stringify({
        ...bundle,
        leave: ["evidence", "reasons", "why"],
        objections: [1, 2].map((n) => ({ ...first, id: `o-${n}`, evidence: [chart] })),
      }),
    )
  ).pages.pages.filter(({ kind }) => kind === "objection");
  expect(pages.map(chartsOn)).toEqual([1, 0]);
  expect(wordsOn(pages[1])).toContain("drawn in ");
});

test("a quote of a reason is not quoted again by an objection", async () => {
  const said = contractBundle().quotes.find(({ id }) => id === quote)?.text ?? "";
  expect(said).not.toBe("");
  const pages = await pagesWith([quote ?? ""], [quote ?? ""]);
  expect(pages.filter((page) => wordsOn(page).includes(said.slice(0, 25))).map(({ kind }) => kind)).toEqual([
    "reason",
  ]);
});
