import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast } from "../../src/base/contrast.ts";
import type { ColorToken } from "../../src/model/text.ts";
import { toHsl } from "../../src/theme/colour.ts";
import { newTheme } from "../../src/theme/new-theme.ts";
import { resolveTheme } from "../../src/theme/resolve.ts";
import { Theme } from "../../src/theme/theme.ts";
import { boardroom } from "./contracts.ts";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => n.toString(16).padStart(6, "0").toUpperCase());

const TEXTS = ["ink", "muted", "accent", "good", "bad"] as const satisfies readonly ColorToken[];
/** Texts and the grounds on which slides put them. */
const PAIRS: readonly (readonly [ColorToken, ColorToken])[] = [
  ...TEXTS.flatMap((ink) => [[ink, "paper"] as const, [ink, "wash"] as const, ["paper", ink] as const]),
  ...(["accent", "good", "bad"] as const).flatMap((ink) => [
    [ink, `${ink}Soft`] as const,
    ["ink", `${ink}Soft`] as const,
    ["muted", `${ink}Soft`] as const,
  ]),
  ["onFaint", "faint"],
];

describe("a theme of a few colours", () => {
  test("is a valid theme whose texts are read on all their grounds, whatever the accent", () => {
    fc.assert(
      fc.property(hex, fc.array(hex, { maxLength: 2 }), fc.boolean(), (accent, accents, dark) => {
        const { theme } = newTheme({ name: "Ours", accent, accents, dark }, boardroom);
        expect(Theme.parse(JSON.parse(JSON.stringify(theme)))).toEqual(theme);
        const look = resolveTheme(theme);
        const ratio = ([text, ground]: readonly [ColorToken, ColorToken]): number =>
          contrast(look.ink(text).hex, look.ink(ground).hex);
        const poor = PAIRS.filter((pair) => ratio(pair) < 4.5).map((pair) => [...pair, ratio(pair)]);
        expect({ accent, dark, poor }).toEqual({ accent, dark, poor: [] });
        expect(contrast(look.ink("faint").hex, look.ink("paper").hex)).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 300 },
    );
  });

  test("keeps a colour that is legible, and says where it had to be another", () => {
    expect(newTheme({ name: "A", accent: "0A5FB4" }, boardroom)).toMatchObject({
      accent: "own",
      theme: { scheme: { accent1: "0A5FB4", lt1: "FFFFFF" } },
    });
    const pale = newTheme({ name: "B", accent: "FFD54A" }, boardroom);
    expect(pale.accent).toBe("adjusted");
    // As yellow as it was, but darker.
    expect(Math.abs(toHsl(pale.theme.scheme.accent1).h - toHsl("FFD54A").h)).toBeLessThan(0.1);
    expect(newTheme({ name: "C", accent: "FFD54A", dark: true }, boardroom).accent).toBe("own");
  });

  test("takes typefaces and further colours as they are given", () => {
    const { theme } = newTheme(
      { name: "D", accent: "0A5FB4", accents: ["FF8800", "228833"], font: "Georgia", headings: "Cambria" },
      boardroom,
    );
    expect(theme.fonts).toMatchObject({ heading: "Cambria", body: "Georgia" });
    expect([theme.scheme.accent5, theme.scheme.accent6]).toEqual(["FF8800", "228833"]);
  });
});
