import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { pageText, textsOf } from "../../src/rules/facts/pages.ts";
import { compile, compileFile, contract } from "../rules/compiled.ts";

const idsOf = async (bundle: Bundle): Promise<readonly string[]> =>
  (await compile(bundle)).pages.pages.map(({ id }) => id);

/** The contract bundle with so many next steps, each of so many words. */
function withSteps(count: number, words: number): Bundle {
  const bundle = contract();
  const what = Array.from({ length: words }, () => "agree").join(" ");
  return {
    ...bundle,
    plan: { ...bundle.plan, next: Array.from({ length: count }, (_, n) => ({ what: `${what} ${n + 1}` })) },
  };
}

describe("parts that share a page", () => {
  test("plan and next steps stand on one page, and links to the steps lead there", async () => {
    const { pages } = await compile(contract());
    expect(pages.pages.map(({ id }) => id)).toContain("plan");
    expect(pages.pages.map(({ id }) => id)).not.toContain("next");
    const plan = pages.pages.find(({ id }) => id === "plan");
    const seen = (plan?.items ?? []).flatMap(textsOf).join(" ");
    for (const step of contract().plan?.next ?? []) expect(seen).toContain(step.what);
  });

  test("what does not fit at the usual size has pages of its own", async () => {
    expect(await idsOf(withSteps(3, 2))).not.toContain("next");
    expect(await idsOf(withSteps(12, 12))).toEqual(expect.arrayContaining(["plan", "next"]));
  });

  test("what an author puts apart stays apart", async () => {
    const page = { id: "between", title: "A page stands between", blocks: [{ text: "Words." }] };
    const usual = await idsOf(contract());
    expect(usual).not.toContain("wins");
    const apart = await idsOf({ ...contract(), pages: [{ ...page, after: "decision" }] });
    const around = apart.slice(apart.indexOf("page-between") - 1).slice(0, 3);
    // Wins stand before the decision by themselves, so a page behind the decision parts nothing.
    expect(around[0]).toBe("decision");
    const parted = await idsOf({
      ...contract(),
      pages: [
        { ...page, after: "wins" },
        { ...page, id: "over", after: "risks" },
      ],
    });
    expect(parted).toEqual(expect.arrayContaining(["page-over", "wins", "page-between", "decision"]));
  });

  test("wins that find no room with the decision stand below the risks", async () => {
    const bundle = contract();
    const page = {
      id: "between",
      after: "wins",
      title: "A page stands between",
      blocks: [{ text: "Words." }],
    };
    const { pages } = await compile({ ...bundle, pages: [page] });
    expect(pages.pages.map(({ id }) => id)).not.toContain("wins");
    const risks = (pages.pages.find(({ id }) => id === "risks")?.items ?? []).flatMap(textsOf).join(" ");
    for (const { what } of bundle.wins ?? []) expect(risks).toContain(what);
    for (const { risk } of bundle.risks ?? []) expect(risks).toContain(risk);
  });

  test("two charts of one measure each share a page, unless the author says what one means", async () => {
    const bundle = contract();
    const alone = bundle.charts?.filter(({ metrics }) => metrics?.length === 1).at(-1)?.id ?? "";
    const evidence = (ids: readonly string[]) => ids.filter((id) => id.startsWith("evidence-"));
    const shared = await compile(bundle);
    const own = evidence(
      await idsOf({
        ...bundle,
        charts: (bundle.charts ?? []).map((chart) =>
          chart.id === alone ? { ...chart, meaning: "Half of it is missing." } : chart,
        ),
      }),
    );
    const ids = evidence(shared.pages.pages.map(({ id }) => id));
    expect(own).toHaveLength(ids.length + 1);
    expect(own).toContain(`evidence-${alone}`);
    const both = shared.pages.pages.find(
      ({ items }) => items.filter(({ type }) => type === "chart").length === 2,
    );
    expect(ids).toContain(both?.id);
    // Two of one message are not told as one: the reader is told twice, and the author hears of it.
    const [first] = (bundle.charts ?? []).filter(({ metrics }) => metrics?.length === 1);
    const alike = evidence(
      await idsOf({
        ...bundle,
        charts: (bundle.charts ?? []).map((chart) =>
          chart.metrics?.length === 1 ? { ...chart, message: first?.message ?? "" } : chart,
        ),
      }),
    );
    expect(alike.length).toBeGreaterThan(ids.length);
  });

  test("a page of the appendix counts sources once, in its title, and has no column without a word", async () => {
    const { pages } = await compileFile("samples/minimal.json");
    const page = pages.pages.find(({ id }) => id === "methods");
    const seen = (page?.items ?? []).flatMap(textsOf);
    expect(seen).toContain("Sources");
    expect(seen.filter((words) => / sources$/u.test(words))).toEqual([]);
    const heads = (page?.items ?? []).flatMap((item) => (item.type === "table" ? [item] : []));
    expect(heads.length).toBe(2);
    for (const { rows } of heads)
      for (const column of rows[0]?.cells.keys() ?? [])
        expect(
          rows
            .slice(1)
            .some(({ cells }) => !/^–?$/u.test((cells[column]?.paragraphs ?? []).map(pageText).join(""))),
        ).toBe(true);
  });

  test("two objections share a page only where neither rests on a chart", async () => {
    const bundle = contract();
    const chart = bundle.charts?.[0]?.id ?? "";
    const [first, second] = bundle.objections ?? [];
    if (first === undefined || second === undefined) throw new Error("too few objections");
    const pair = (evidence: readonly string[]) =>
      idsOf({
        ...bundle,
        objections: [
          { ...first, evidence: [] },
          { ...second, evidence: [...evidence] },
        ],
      });
    const own = (ids: readonly string[]) => ids.filter((id) => id.startsWith("objection-"));
    expect(own(await pair([]))).toHaveLength(1);
    expect(own(await pair([chart]))).toHaveLength(2);
  });

  test("no link leads to a page that another has taken in", async () => {
    const { pages } = await compile(contract());
    const ids = new Set(pages.pages.map(({ id }) => id));
    const links = [...JSON.stringify(pages.pages).matchAll(/"to":"([^"]+)"/g)].map(([, to = ""]) => to);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((to) => !ids.has(to))).toEqual([]);
  });
});
