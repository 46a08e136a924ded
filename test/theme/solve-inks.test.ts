import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast } from "../../src/base/contrast.ts";
import { apart, chroma } from "../../src/base/lab.ts";
import { INKS } from "../../src/model/text.ts";
import { ContractColour } from "../../src/theme/contract.ts";
import { type SolvedInks, solveInks } from "../../src/theme/solve-inks.ts";
import { SCHEME_NAMES } from "../../src/theme/theme.ts";
import { hexOf, type SchemeColours, stored } from "../../src/theme/tints.ts";

const OFFICE: SchemeColours = {
  tx1: "000000",
  bg1: "FFFFFF",
  tx2: "44546A",
  bg2: "E7E6E6",
  accent1: "4472C4",
  accent2: "ED7D31",
  accent3: "A5A5A5",
  accent4: "FFC000",
  accent5: "5B9BD5",
  accent6: "70AD47",
  hlink: "0563C1",
  folHlink: "954F72",
};
const hexes = ({ inks }: SolvedInks): Record<(typeof INKS)[number], string> =>
  Object.fromEntries(INKS.map((ink) => [ink, inks[ink].hex])) as Record<(typeof INKS)[number], string>;

/** Texts and the grounds on which slides set them. */
const PAIRS = [
  ...(["ink", "muted", "accent", "good", "bad"] as const).flatMap((text) =>
    (["paper", "wash"] as const).map((ground) => [text, ground] as const),
  ),
  ...(["ink", "muted"] as const).flatMap((text) =>
    (["accentSoft", "goodSoft", "badSoft"] as const).map((ground) => [text, ground] as const),
  ),
  ["accent", "accentSoft"] as const,
  ["good", "goodSoft"] as const,
  ["bad", "badSoft"] as const,
  ["onFaint", "faint"] as const,
];

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => n.toString(16).padStart(6, "0").toUpperCase());
const scheme = fc.record(
  Object.fromEntries(SCHEME_NAMES.map((name) => [name, hex])) as Record<
    (typeof SCHEME_NAMES)[number],
    typeof hex
  >,
);
/** A paper of the scheme, or any other. */
const task = fc
  .tuple(scheme, hex, fc.constantFrom("bg1", "tx1", "bg2", "other"))
  .map(([colours, other, which]) => ({
    scheme: colours,
    paper: which === "other" ? other : colours[which],
  }));
const roomy = ({ paper }: { paper: string }): boolean =>
  Math.max(contrast(paper, "000000"), contrast(paper, "FFFFFF")) >= 7;

describe("inks for a scheme and a paper", () => {
  it("are legible on every paper", () => {
    fc.assert(
      fc.property(task, (given) => {
        const found = hexes(solveInks(given));
        expect(found.paper).toBe(given.paper);
        expect(PAIRS.filter(([text, ground]) => contrast(found[text], found[ground]) < 4.5)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("are apart, with calm grounds, where the paper leaves room", () => {
    fc.assert(
      fc.property(task.filter(roomy), (given) => {
        const found = hexes(solveInks(given));
        const { onFaint, ...others } = found;
        expect(new Set(Object.values(others)).size).toBe(INKS.length - 1);
        expect([found.ink, found.paper, "000000", "FFFFFF"]).toContain(onFaint);
        expect(contrast(found.faint, found.paper)).toBeGreaterThanOrEqual(3);
        expect(apart(found.accent, found.ink)).toBeGreaterThan(5);
        expect(apart(found.good, found.bad)).toBeGreaterThan(15);
        for (const soft of ["wash", "accentSoft", "goodSoft", "badSoft"] as const) {
          expect(contrast(found[soft], found.paper)).toBeLessThan(2);
          expect(chroma(found[soft])).toBeLessThan(chroma(found.paper) + 14);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("are stored as colours that look as they were solved", () => {
    fc.assert(
      fc.property(task, (given) => {
        for (const each of Object.values(solveInks(given).inks)) {
          const kept = ContractColour.parse(stored(each));
          expect(hexOf(given.scheme, kept)).toBe(each.hex);
        }
      }),
    );
  });

  it("take the first legible accent as it is, in the order in which the template uses them", () => {
    expect(solveInks({ scheme: OFFICE, paper: "FFFFFF" }).inks.accent).toMatchObject({ scheme: "accent1" });
    const two = { ...OFFICE, accent3: "1B6E53" };
    const found = solveInks({ scheme: two, paper: "FFFFFF", accents: ["accent2", "accent3"] });
    expect(found).toMatchObject({ accent: "own", inks: { accent: { scheme: "accent3", hex: "1B6E53" } } });
  });

  it("take the first accent a little darker rather than another that happens to be legible", () => {
    const scheme = { ...OFFICE, accent1: "4F81BD", accent2: "C0504D" };
    const found = solveInks({ scheme, paper: "FFFFFF" });
    expect(found).toMatchObject({ accent: "first", inks: { accent: { scheme: "accent1" } } });
    expect(contrast(found.inks.accent.hex, "FFFFFF")).toBeGreaterThanOrEqual(4.5);
  });

  it("make an accent darker on white and lighter on black where none is legible", () => {
    const pale = { ...OFFICE, accent1: "ED7D31" };
    for (const paper of ["FFFFFF", "000000"]) {
      const scheme =
        paper === "000000" ? { ...pale, accent1: "203864", accent2: "1F3D14", accent4: "3A2A00" } : pale;
      const others =
        paper === "000000"
          ? { accent5: "222222", accent6: "333333" }
          : { accent5: "FFE0E0", accent6: "F0F0FF" };
      expect(solveInks({ scheme: { ...scheme, ...others }, paper }).accent).toBe("adjusted");
    }
  });

  it("say where greys and fixed colours stand in", () => {
    const greys = Object.fromEntries(
      SCHEME_NAMES.map((name, n) => [name, name === "bg1" ? "FFFFFF" : n === 0 ? "000000" : "5A5A5A"]),
    ) as unknown as SchemeColours;
    expect(solveInks({ scheme: greys, paper: "FFFFFF" })).toMatchObject({
      accent: "grey",
      good: "fixed",
      bad: "fixed",
    });
    const black = { ...greys, ...Object.fromEntries(SCHEME_NAMES.slice(2).map((name) => [name, "000000"])) };
    expect(solveInks({ scheme: black, paper: "FFFFFF" }).accent).toBe("fixed");
  });

  it("take green and red of the scheme for good and bad, on light and dark paper", () => {
    const scheme = { ...OFFICE, accent5: "0B6B50", accent6: "B3261E" };
    expect(solveInks({ scheme, paper: "FFFFFF" }).inks).toMatchObject({
      good: { scheme: "accent5" },
      bad: { scheme: "accent6" },
    });
    // A blue in place of the orange, which is a legible red on dark paper.
    const blue = { accent2: "7FA7E0" };
    const dark = { ...OFFICE, ...blue, tx1: "FFFFFF", bg1: "101828", accent5: "6FE0C0", accent6: "FF8A70" };
    expect(solveInks({ scheme: dark, paper: "101828" }).inks).toMatchObject({
      good: { scheme: "accent5" },
      bad: { scheme: "accent6" },
    });
  });
});
