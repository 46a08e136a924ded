import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { BUNDLES } from "../formats/decks.ts";
import { compile, compileFile, contract } from "../rules/compiled.ts";
import { STRESSES } from "../stress/bundles.ts";
import { blanks } from "./bounds.ts";

describe("pages are filled to their foot", () => {
  test.each(BUNDLES)("%s: a twentieth is blank at most in the median, and a fifth nowhere", async (file) => {
    const all = blanks((await compileFile(file)).pages.pages);
    expect(all[Math.floor(all.length / 2)]?.[0]).toBeLessThanOrEqual(0.05);
    expect(all.filter(([share]) => share >= 0.2)).toEqual([]);
  });

  const { objections = [], options: _options, ...withoutOptions } = contract();
  test.each([
    ["one objection", { ...contract(), objections: objections.slice(0, 1) }],
    ["no options", { ...withoutOptions, objections: [] }],
    [
      "one reason",
      { ...contract(), why: { ...contract().why, reasons: contract().why.reasons?.slice(0, 1) } },
    ],
  ] as const)("%s: every page is filled", async (_name, bundle) => {
    const { pages } = await compile(bundle as Bundle);
    expect(blanks(pages.pages).filter(([share]) => share >= 0.2)).toEqual([]);
  });

  test.each(["forty-objections", "thirty-charts", "longest-titles"])(
    "%s: every page is filled, and none so full that its text is smaller than its role allows",
    async (name) => {
      const stress = STRESSES.find((each) => each.name === name);
      const { pages } = await compile(stress?.bundle as Bundle, { lenient: true });
      expect(pages.pages.length).toBeGreaterThan(20);
      expect(blanks(pages.pages).filter(([share]) => share >= 0.2)).toEqual([]);
      expect(pages.pages.flatMap(({ pressed = [] }) => pressed)).toEqual([]);
    },
    60_000,
  );

  test("a bundle of which only a part is there is filled all the same", async () => {
    const { risks = [], glossary = [], history = [], stakeholders = [], ...rest } = contract();
    const { pages } = await compile({
      ...rest,
      risks: risks.slice(0, 1),
      glossary: glossary.slice(0, 2),
      history: history.slice(-1),
      stakeholders: stakeholders.slice(),
    });
    expect(blanks(pages.pages).filter(([share]) => share >= 0.2)).toEqual([]);
  });
});
