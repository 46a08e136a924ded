import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildDeck } from "../../src/build/index.ts";
import { computeFigures } from "../../src/compute/index.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { outlineStory } from "../../src/outline/index.ts";
import { readBundle } from "../../src/read/index.ts";
import { type Path, patternOf, textFields, texts } from "../schema-texts.ts";

/** An expression in any text of a bundle is filled in wherever that text is drawn, or it is an error. */
const ROOT = join(import.meta.dirname, "..", "..");
const BUNDLES = [
  join(ROOT, "test", "bundles", "customer-listening.json"),
  ...readdirSync(join(ROOT, "samples"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(ROOT, "samples", name)),
];

/** Never drawn: paths of files, columns of CSV files, and names that `read` looks up. */
const NOT_DRAWN =
  /\.changes\.\*\.(costs|benefits|driver)(\.\*)?$|\bholds\b|^(\$schema|extends(\.\*)?|theme|template|logo|locale)$|\.file$|\.(values|data)\.[A-Za-z]+$|\.data\.values\.\*$|^rules\.|^(history\.\*\.)?decided\.|^editions\.\*\.locale$|^sources\.\*\.(xlsx|sheet)$/;

function changed(bundle: Bundle, path: Path, alter: (text: string) => string): Bundle {
  const copy = structuredClone(bundle) as unknown as Record<string | number, unknown>;
  let node = copy;
  for (const part of path.slice(0, -1)) node = node[part] as Record<string | number, unknown>;
  const key = path.at(-1) ?? "";
  node[key] = alter(String(node[key]));
  return copy as unknown as Bundle;
}

/** Charts whose fields no bundle of ours uses. */
const RARE = [
  {
    id: "rare-combo",
    kind: "combo",
    message: "Visits rose while the weather stayed dry",
    unit: "visits",
    series: ["Visits", "Dry days"],
    line: { unit: "days" },
    data: [
      { label: "May", values: [400, 12] },
      { label: "June", values: [500, 14] },
    ],
  },
  {
    id: "rare-scorecard",
    kind: "scorecard",
    message: "Delivery takes four days",
    data: [{ label: "Delivery", value: 4, target: 3, better: "lower", unit: "days" }],
  },
];

const withGroup = (chart: NonNullable<Bundle["charts"]>[number]): object =>
  chart.kind === "scatter" && chart.data !== undefined
    ? { ...chart, data: chart.data.map((each) => ({ group: "A", ...each })) }
    : chart;

/** All that a format is given; the paths of what is refused. */
function drawn(
  bundle: Bundle,
): { readonly said: string } | { readonly refused: readonly string[]; readonly why: string } {
  const locale = resolveLocale(bundle.locale ?? "en-GB");
  if (locale === undefined) throw new Error("no locale");
  const phrasebook = createPhrasebook(locale);
  const computed = computeFigures(bundle, locale, phrasebook);
  const { story, resolved, figures, diagnostics } = outlineStory(
    bundle,
    computed.figures,
    locale,
    phrasebook,
  );
  if (diagnostics.length > 0)
    return { refused: diagnostics.map(({ path = [] }) => path.join(".")), why: "expressions" };
  try {
    const pictures = Object.fromEntries(
      (resolved.pictures ?? []).map(({ file }) => [
        file,
        { width: 100, height: 100, bytes: new Uint8Array() },
      ]),
    );
    const deck = buildDeck({
      story,
      resolved,
      figures,
      locale,
      phrasebook,
      pictures,
      theme: "boardroom",
    } as never);
    return { said: JSON.stringify([story, deck]) };
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    return { refused: cause.diagnostics.map(({ path = [] }) => path.join(".")), why: cause.message };
  }
}

describe("an expression in a text", async () => {
  const places = new Map<string, { readonly bundle: Bundle; readonly path: Path }>();
  for (const file of BUNDLES) {
    const { bundle } = await readBundle(readFileSync(file), file, createNodeHost(), dirname(file));
    const more = {
      ...bundle,
      options: bundle.options?.map((option) => ({ ...option, criteria: { Staff: "Two people" } })),
      charts: [...(bundle.charts ?? []).map(withGroup), ...RARE],
      ...(bundle.investment === undefined ? {} : { investment: { unit: "EUR", ...bundle.investment } }),
    } as Bundle;
    for (const path of texts(more))
      if (!places.has(patternOf(path))) places.set(patternOf(path), { bundle: more, path });
  }
  const figureOf = (bundle: Bundle): string => `${bundle.metrics?.[0]?.id}.first`;
  const fields = [...textFields()].filter((field) => !NOT_DRAWN.test(field)).sort();

  test("is tried in every text field of the schema", () => {
    expect(fields.length).toBeGreaterThan(60);
    expect(fields.filter((field) => !places.has(field))).toEqual([]);
  });

  test.each(fields.filter((field) => places.has(field)))("in %s is filled in or refused", (field) => {
    const { bundle, path } = places.get(field) as { bundle: Bundle; path: Path };
    const expression = `{{${figureOf(bundle)}}}`;
    const result = drawn(changed(bundle, path, (text) => `${text} ${expression}`));
    if ("refused" in result) expect(result.refused, result.why).toContain(path.join("."));
    else expect(result.said).not.toContain("{{");
  });

  test("in the name of a criterion is filled in", () => {
    const { bundle } = places.get("options.*.criteria.*") as { bundle: Bundle };
    const expression = `{{${figureOf(bundle)}}}`;
    const named = bundle.options?.map((option) => ({
      ...option,
      criteria: { [`Staff ${expression}`]: "Two people" },
    }));
    const result = drawn({ ...bundle, options: named } as Bundle);
    expect("said" in result && result.said.includes("Staff ") && !result.said.includes("{{")).toBe(true);
  });
});

test("straight marks of a bundle are set as its language sets them, also in names that figures carry", () => {
  const bundle = {
    title: "The pupils' room",
    why: { statement: 'It is "shut" on the day it\'s needed.' },
    goals: [{ id: "g", name: "Open 6' doors" }],
    quotes: [{ id: "q", from: "p", text: "It's a 'warm' room." }],
    sources: [{ id: "s", name: "O'Brien's list", url: "https://example.com/o'brien" }],
    metrics: [
      { id: "m", name: "Pupils' visits", unit: "pupils' visits", values: [{ period: "2026", value: 2 }] },
    ],
  } as const;
  for (const [locale, marks] of [
    ["en-US", ["“shut”", "it’s", "pupils’ room", "Pupils’ visits", "2 pupils’ visits", "‘warm’"]],
    ["fi-FI", ["”shut”", "it’s", "pupils’ room", "Pupils’ visits", "2 pupils’ visits", "’warm’"]],
  ] as const) {
    const result = resolved({ ...bundle, locale } as unknown as Bundle);
    for (const mark of marks) expect(result).toContain(mark);
    expect(result).toContain("https://example.com/o'brien");
    expect(result).toContain("Open 6' doors");
  }
});

function resolved(bundle: Bundle): string {
  const locale = resolveLocale(bundle.locale ?? "en-GB");
  if (locale === undefined) throw new Error("no locale");
  const { resolved, figures } = outlineStory(
    bundle,
    computeFigures(bundle, locale).figures,
    locale,
    createPhrasebook(locale),
  );
  return JSON.stringify([resolved, figures]);
}
