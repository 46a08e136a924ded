import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { pathText } from "../../../src/base/json-path.ts";
import { figurePaths, originsOf } from "../../../src/cli/preview/origins.ts";
import { layBundle } from "../../../src/compile.ts";
import { createNodeHost } from "../../../src/host/node.ts";
import { LOCALES, localeOf } from "../../../src/locales/index.ts";
import { createPhrasebook } from "../../../src/locales/phrasebook.ts";
import { letters } from "../../../src/rules/facts/sentences.ts";
import { trials } from "../../trials.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const CONTRACT = join(ROOT, "test", "bundles", "customer-listening.json");
const SAMPLES = readdirSync(join(ROOT, "samples"))
  .filter((name) => name.endsWith(".json"))
  // Each third of them where there is little time.
  .filter((_, n) => n % trials(1, 3) === 0)
  .map((name) => join(ROOT, "samples", name));

/** What a line of sources begins with, in any language. */
const FOOTS = Object.keys(LOCALES).flatMap((tag) => {
  const { words } = createPhrasebook(localeOf(tag));
  return [1, 2].map((n) => words("source.foot", { n }).replaceAll("\u00a0", " "));
});

interface Says {
  readonly page: string;
  readonly item: string;
  readonly says: string;
  readonly path: string;
  /** What stands there, where that is a text. */
  readonly there: string | undefined;
}

/** Every paragraph of a deck's texts and tables, with where the preview says that it is written. */
const read = new Map<string, Promise<readonly Says[]>>();
function saidIn(file: string): Promise<readonly Says[]> {
  const said = read.get(file) ?? look(file);
  read.set(file, said);
  return said;
}

async function look(file: string): Promise<readonly Says[]> {
  const host = createNodeHost();
  const laid = await layBundle({ bytes: await host.read(file), file, root: dirname(file) }, host, {
    origins: true,
  });
  const figures = figurePaths(laid.pages);
  return laid.pages.pages.flatMap((page) => {
    const origins = originsOf(page, figures);
    return page.items.flatMap((item, n) => {
      const { path: whole, paragraphs = [], cells = [] } = origins[n] ?? {};
      const lines =
        item.type === "text"
          ? item.paragraphs.map((one, p) => ({ one, path: paragraphs[p]?.path ?? whole }))
          : item.type === "table"
            ? item.rows.flatMap((row, r) =>
                row.cells.flatMap((cell, c) =>
                  cell.paragraphs.map((one, p) => ({ one, path: cells[r]?.[c]?.[p]?.path ?? whole })),
                ),
              )
            : [];
      return lines.map(({ one, path = [] }) => {
        let value: unknown = laid.resolved;
        for (const step of path) value = Object(value)[step];
        return {
          page: page.id,
          item: item.name,
          says: one.runs
            .map((run) => run.text)
            .join("")
            .replace(/\s+/g, " "),
          path: pathText(path),
          there: typeof value === "string" ? value : undefined,
        };
      });
    });
  });
}

describe("where the preview says that words are written", () => {
  test.each([
    // A source whose name begins with a number, kept by a team that a goal names too.
    ["evidence-bridge", "Source: 2027 plan, board version (Finance)", "sources[4].name"],
    // The words of two parts make a note that is neither's.
    ["investment", "Discounted at 8.0% a year", "investment"],
    ["goals", "Sources: CRM churn report", "sources"],
    ["goals", "Care, Network and Marketing", "goals[0].teams"],
    // Fixed words that begin like a text of the bundle, and days that are those of something else too.
    ["investment", "Internal rate of return", "investment"],
    ["methods-2", "Internal rate of return", "investment"],
    ["decision", "11 January 2027", "ask.start"],
    ["decision", "28 August 2026", "wins[1].date"],
    // A name in one paragraph of many.
    ["objection-o-effect", "Doubt left: medium", "objections[0]"],
    ["answer", "EUR 982 thousand from H1 2027", "investment.costs"],
    ["answer", "71%", "charts[1]"],
    ["why", "What changed", "why.complication"],
    ["methods-2", "Higher is better. 310,000 customers", "metrics[8].assumption"],
  ])("%s: %s", async (page, start, path) => {
    const said = (await saidIn(CONTRACT)).filter((one) => one.page === page && one.says.startsWith(start));
    expect(said.length).toBeGreaterThan(0);
    expect([...new Set(said.map((one) => one.path))]).toEqual([path]);
  });

  test("a word that stands in several parts is that of its row", async () => {
    const said = await saidIn(CONTRACT);
    const keepers = said.filter(({ page, says }) => page === "sources" && says === "Finance");
    expect(keepers.map(({ path }) => path)).toEqual(["sources[3].owner", "sources[4].owner"]);
  });

  test.each([CONTRACT, ...SAMPLES])("a line of sources leads to sources: %s", async (file) => {
    // What was said in talks has the talks as its source, and those are the quotes.
    const said = (await saidIn(file)).filter(
      ({ page, says }) => page !== "people" && FOOTS.some((foot) => says.startsWith(foot)),
    );
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter(({ path }) => !/^sources(\[\d+\](\.name)?)?$/.test(path))).toEqual([]);
  });

  test.each([CONTRACT, ...SAMPLES])("a text that it leads to is in what is said there: %s", async (file) => {
    const said = await saidIn(file);
    const together = new Map<string, string>();
    // A label leads to the sentence that stands beside it.
    for (const { page, says } of said) together.set(page, `${together.get(page) ?? ""} ${letters(says)}`);
    const odd = said.filter(({ page, there, path }) => {
      // A slide's own place, where nothing closer is known; and dates and periods, which are said in words.
      if (there === undefined || ["title", "why.statement"].includes(path)) return false;
      if (/^\d{4}(-|$)/.test(there)) return false;
      const around = together.get(page) ?? "";
      return !around.includes(letters(there.replace(/\[([^\]]*)\]\([^)]*\)|[*]/g, "$1")));
    });
    expect(odd).toEqual([]);
  });
});
