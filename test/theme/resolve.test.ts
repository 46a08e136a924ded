import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, luminance } from "../../src/base/contrast.ts";
import { INKS, ROLES } from "../../src/model/text.ts";
import { toText } from "../../src/ooxml/serialise.ts";
import { colourElement, lighten, toRgb } from "../../src/theme/colour.ts";
import { printed } from "../../src/theme/printed.ts";
import { resolveTheme } from "../../src/theme/resolve.ts";
import { Theme } from "../../src/theme/theme.ts";

const folder = new URL("../../themes/", import.meta.url);
const themes = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => Theme.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8"))));

/** How a person without green-sensitive (deutan) or red-sensitive (protan) cones sees linear RGB: Machado 2009, severity 1. */
const BLINDNESS = {
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
} as const;

const EVERY_COLOUR = [1, 0, 0, 0, 1, 0, 0, 0, 1] as const;

/** Lightness and the two colours of CIELAB as such a person sees a colour. */
function labOf(hex: string, m: readonly number[]): readonly number[] {
  const linear = Object.values(toRgb(hex)).map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  const row = (i: number): number => linear.reduce((sum, c, j) => sum + c * (m[3 * i + j] ?? 0), 0);
  const [r, g, bl] = [row(0), row(1), row(2)].map((c) => Math.min(1, Math.max(0, c))) as [
    number,
    number,
    number,
  ];
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * bl) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * bl);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * bl) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Distance of two colours in CIELAB as that person sees them; 2.3 is just noticeable. */
function seenApart(a: string, b: string, m: readonly number[]): number {
  const [p, q] = [labOf(a, m), labOf(b, m)] as const;
  return Math.hypot(...p.map((value, i) => value - (q[i] ?? 0)));
}

describe.each(themes.map((theme) => [theme.name, theme] as const))("theme %s", (_name, theme) => {
  const look = resolveTheme(theme);
  const hex = (ink: (typeof INKS)[number]): string => look.ink(ink).hex;

  it.each(["content", "cover"] as const)(
    "has text that reads on every ground it may stand on, on the %s",
    (page) => {
      const own = (ink: (typeof INKS)[number]): string => look.on(page).ink(ink).hex;
      const pairs = [
        ...(["ink", "muted", "accent", "good", "bad"] as const).flatMap((ink) =>
          (["paper", "wash"] as const).map((ground) => [ink, ground] as const),
        ),
        ...(["accentSoft", "goodSoft", "badSoft"] as const).flatMap((ground) => [
          ["ink", ground] as const,
          ["muted", ground] as const,
        ]),
        ["accent", "accentSoft"] as const,
        // Charts, which alone have words on faint, stand on no cover.
        ...(page === "cover" ? [] : [["onFaint", "faint"] as const]),
        ["good", "goodSoft"] as const,
        ["bad", "badSoft"] as const,
        ...(["ink", "muted", "accent", "good", "bad"] as const).map((ground) => ["paper", ground] as const),
      ];
      const poor = pairs.filter(([text, ground]) => contrast(own(text), own(ground)) < 4.5);
      expect(poor).toEqual([]);
    },
  );

  it("has tints that are calm, seen on paper, and apart from one another", () => {
    const paper = labOf(hex("paper"), EVERY_COLOUR)[0] ?? 0;
    const tints = (["accentSoft", "goodSoft", "badSoft"] as const).map((ink) =>
      labOf(hex(ink), EVERY_COLOUR),
    );
    for (const [lightness = 0, a = 0, b = 0] of tints) {
      // A colour that is both pale and strong glares, so its chroma stays below 12; a dark one does not.
      expect(Math.hypot(a, b)).toBeLessThan(theme.dark === true ? 32 : 12);
      if (theme.dark === true) expect(lightness).toBeLessThan(30);
      expect(Math.abs(lightness - paper)).toBeGreaterThan(4);
    }
    for (const matrix of [EVERY_COLOUR, ...Object.values(BLINDNESS)])
      expect(seenApart(hex("goodSoft"), hex("badSoft"), matrix)).toBeGreaterThan(5);
  });

  it("has graphics that stand out from the paper and the wash", () => {
    const poor = (["ink", "muted", "faint", "accent", "good", "bad"] as const).filter(
      (ink) => Math.min(contrast(hex(ink), hex("paper")), contrast(hex(ink), hex("wash"))) < 3,
    );
    expect(poor).toEqual([]);
  });

  it("keeps good and bad apart with red-green blindness, and the grey of the previous period from the ink", () => {
    for (const matrix of Object.values(BLINDNESS)) {
      expect(seenApart(hex("good"), hex("bad"), matrix)).toBeGreaterThan(30);
      expect(seenApart(hex("good"), hex("accent"), matrix)).toBeGreaterThan(10);
      expect(seenApart(hex("ink"), hex("faint"), matrix)).toBeGreaterThan(30);
    }
  });

  it("sets no text larger than it may shrink to, and none too small to print", () => {
    for (const role of ROLES) {
      const { size, min } = theme.roles[role];
      expect(min).toBeLessThanOrEqual(size);
      expect(min).toBeGreaterThanOrEqual(9);
    }
    expect(theme.roles.title.min).toBeGreaterThanOrEqual(22);
    expect(theme.roles.body.min).toBeGreaterThanOrEqual(12);
    expect(theme.roles.table.min).toBeGreaterThanOrEqual(10);
  });

  it("has room for a title of two lines, and bands that follow one another", () => {
    const { slide, roles } = theme;
    expect(slide.titleHeight * 72).toBeGreaterThanOrEqual(2 * 1.2 * roles.title.size);
    expect(slide.titleTop + slide.titleHeight).toBeLessThanOrEqual(slide.bodyTop);
    expect(slide.bodyBottom).toBeLessThanOrEqual(slide.sourceTop);
    expect(slide.sourceTop + slide.sourceHeight).toBeLessThanOrEqual(slide.footerTop);
    expect(slide.footerTop + slide.footerHeight).toBeLessThanOrEqual(slide.height);
  });

  it("says every ink as a scheme colour", () => {
    for (const ink of INKS) expect(toText(colourElement(look.ink(ink)))).not.toMatch(/srgbClr|[0-9A-F]{6}"/);
  });
});

describe("colourElement", () => {
  it("writes what the colour says: a name of the scheme, or a fixed colour where it has none", () => {
    expect(toText(colourElement({ scheme: "tx2", lumMod: 60_000, lumOff: 40_000, hex: "8899AA" }))).toContain(
      '<a:schemeClr val="tx2"><a:lumMod val="60000"/><a:lumOff val="40000"/></a:schemeClr>',
    );
    expect(toText(colourElement({ hex: "8899AA" }))).toContain('<a:srgbClr val="8899AA"/>');
  });
});

describe("lighten", () => {
  it("agrees with PowerPoint's own tints", () => {
    // Office 2013 theme, "Blue, Accent 1, Lighter 80%" and "Lighter 40%", as its colour picker reports them.
    expect(lighten("5B9BD5", 0.2)).toBe("DEEBF7");
    expect(lighten("5B9BD5", 0.6)).toBe("9DC3E6");
  });

  it("never makes a colour darker, and leaves it alone at 1", () => {
    const hex = fc
      .integer({ min: 0, max: 0xffffff })
      .map((n) => n.toString(16).padStart(6, "0").toUpperCase());
    fc.assert(
      fc.property(hex, fc.double({ min: 0, max: 1, noNaN: true }), (colour, keep) => {
        expect(luminance(lighten(colour, keep))).toBeGreaterThanOrEqual(luminance(colour) - 0.01);
        expect(lighten(colour, 1)).toBe(colour);
        expect(lighten(colour, 0)).toBe("FFFFFF");
      }),
    );
  });
});

describe("words on white sheets", () => {
  it.each(themes.map((theme) => [theme.name, theme] as const))("are read in %s, too", (_, theme) => {
    const look = printed(resolveTheme(theme));
    for (const ink of ["ink", "muted"] as const)
      expect(contrast(look.ink(ink).hex, "FFFFFF")).toBeGreaterThanOrEqual(4.5);
    if (theme.dark !== true) expect(look.ink("ink").hex).toBe(theme.scheme.dk1);
  });
});
