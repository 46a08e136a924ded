import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contrast } from "../../src/base/contrast.ts";
import { compileBundle } from "../../src/compile.ts";
import type { Host } from "../../src/host/host.ts";
import { createNodeHost } from "../../src/host/node.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { compile, contract } from "./compiled.ts";
import { SOUND } from "./sound.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const PNG = readFileSync(join(ROOT, "samples", "data", "screening-card.png"));

/** Compiles with another theme, and with a picture called card.png. */
async function seen(bundle: Bundle, change: (theme: { inks: Record<string, object> }) => void = () => {}) {
  const node = createNodeHost();
  const host: Host = {
    ...node,
    readWithin: async (root, path) => (path === "card.png" ? PNG : node.readWithin(root, path)),
    theme: async (name) => {
      const theme = structuredClone(await node.theme(name)) as { inks: Record<string, object> };
      change(theme);
      return theme;
    },
  };
  const bytes = new TextEncoder().encode(JSON.stringify(bundle));
  return compileBundle({ bytes, file: "b.json", root: join(ROOT, "test", "bundles") }, host, {
    lenient: true,
  });
}

describe("contrast", () => {
  test("is that of WCAG", () => {
    expect(contrast("000000", "FFFFFF")).toBeCloseTo(21, 5);
    expect(contrast("FFFFFF", "FFFFFF")).toBe(1);
    expect(contrast("777777", "FFFFFF")).toBeCloseTo(4.48, 2);
    expect(contrast("FFFFFF", "767676")).toBeCloseTo(4.54, 2);
  });

  test("a theme whose muted ink is faint is found, once a slide", async () => {
    const { findings, pages } = await seen(contract(), (theme) => {
      theme.inks["muted"] = { slot: "dk2", tint: 0.5 };
    });
    const faint = findings.filter((finding) => finding.code === "deck/access");
    expect(faint.length).toBeGreaterThan(10);
    expect(new Set(faint.map((finding) => finding.page)).size).toBe(faint.length);
    expect(faint.length).toBeLessThanOrEqual(pages.pages.length);
    for (const finding of faint)
      expect(finding.what).toMatch(/contrast of \d\.\d:1; (?:4\.5|3):1 is needed\.$/);
  });

  test("a label inside a bar is seen against the bar", async () => {
    const { findings } = await seen(contract(), (theme) => {
      theme.inks["paper"] = { slot: "lt1" };
      theme.inks["accent"] = { slot: "accent1", tint: 0.35 };
    });
    expect(findings.filter((finding) => finding.code === "deck/access").length).toBeGreaterThan(0);
  });
});

test("a picture without alt text is found at its alt", async () => {
  const card = { id: "card", file: "card.png", message: "The card asks four questions", supports: ["g"] };
  const described = await seen({ ...SOUND, pictures: [{ ...card, alt: "A card with four questions" }] });
  expect(described.findings).toEqual([]);
  const { findings } = await seen({ ...SOUND, pictures: [{ ...card, alt: " " }] });
  expect(findings.map(({ code, path }) => [code, path])).toEqual([["deck/access", ["pictures", 0, "alt"]]]);
});

test("what layout warns of when lenient, deck/overflow and titles/sentence find on the same pages", async () => {
  const long = "What customers tell us is heard by nobody who could act on it. ";
  const bundle = contract();
  bundle.why.situation = long.repeat(20).trim();
  const [first] = bundle.objections ?? [];
  if (first) first.answer = long.repeat(30).trim();
  const [reason] = bundle.why.reasons ?? [];
  if (reason) reason.claim = long.repeat(4).trim();
  const { findings, diagnostics } = await compile(bundle);
  const pages = (code: string, all: typeof findings) =>
    new Set(all.filter((d) => d.code === code).map((d) => d.page));
  // The parts of a slide that goes on are pressed alike; the layout names one of them.
  expect([...pages("deck/overflow", findings)]).toEqual(
    expect.arrayContaining([...pages("deck/overflow", diagnostics)]),
  );
  const slides = (all: typeof findings) =>
    new Set([...pages("deck/overflow", all)].map((page) => page?.replace(/-\d+$/, "")));
  expect(slides(findings)).toEqual(new Set(["objection-o-effect"]));
  expect(slides(diagnostics)).toEqual(slides(findings));
  const answer = diagnostics.find(({ page }) => page?.startsWith("objection"));
  expect(answer?.path?.slice(0, 1)).toEqual(["objections"]);
  expect(pages("titles/sentence", findings)).toEqual(pages("deck/title-too-long", diagnostics));
});

test("the number of a small risk stands out as much as that of a large one", async () => {
  const small = { risk: "It rains", likelihood: 1, impact: 1 };
  const { findings } = await compile({ ...SOUND, risks: [...(SOUND.risks ?? []), small, small] });
  expect(findings.filter(({ code }) => code === "deck/access")).toEqual([]);
});
