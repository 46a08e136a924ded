import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { sortFindingsByPlace } from "../../diagnostics/findings/index.ts";
import { isPaged } from "../../formats/names.ts";
import type { Host } from "../../host/host.ts";
import type { CompileOptions, Laid } from "../../stages.ts";
import { type ChartFitting, type DeckFacts, type Product, storeOutputs } from "../cache/decks.ts";
import { digestOf } from "../cache/store.ts";
import { sameFigures } from "../check/same-figures.ts";
import { withoutRepeats } from "../check/without-repeats.ts";
import { made } from "../output/place-output.ts";
import { readBeside } from "../versions/beside.ts";
import { type BuildOutputs, type BuildRequest, outputStem } from "./request.ts";

/** Result of building; no outputs where errors in the argument keep a final deck from being written. */
export type BuildResult = BuildOutputs | (Omit<BuildOutputs, "outputs"> & { readonly outputs: undefined });

/**
 * Builds every output, and keeps it for the next time.
 * @throws DiagnosticsError for a bundle with errors.
 */
export async function compileAndRender(order: BuildRequest): Promise<BuildResult> {
  const { source, targets, recipe, host, store, began } = order;
  // The pipeline is loaded only where there is something to build.
  const { compileBundle, layBundle } = await import("../../compile.ts");
  const { findLackingFonts, render, renderPages } = await import("../../render.ts");
  const digests = new Map<string, string>();
  const noting: Host = {
    ...host,
    readWithin: async (root, path, most) => {
      const content = await host.readWithin(root, path, most);
      digests.set(path, digestOf(content));
      return content;
    },
  };
  const { look, lenient, strict, force, charts, edition } = recipe;
  const beside = await readBeside(order.beside, source.bytes, host, order.cwd);
  const how: CompileOptions = { lenient, strict, ...look, ...beside.options };
  const compiled = await compileBundle(source, noting, how);
  const { diagnostics, findings } = withoutRepeats(compiled);
  const errors = sortFindingsByPlace(findings.filter((finding) => finding.severity === "error"));
  const unsound = errors.length > 0 && compiled.bundle.status === "final";
  const draft = unsound && force;
  // The argument is judged by the whole deck, whatever an edition leaves out of it.
  const sent: Laid =
    edition !== undefined
      ? await layBundle(source, noting, { ...how, ...(draft ? { draft } : {}), edition })
      : draft
        ? await compileBundle(source, host, { ...how, draft })
        : compiled;
  if (edition !== undefined) {
    const unlike = sameFigures(compiled.figures, sent.figures, edition);
    if (unlike.length > 0) throw new DiagnosticsError(unlike);
  }
  const { pages } = sent.pages;
  const writer = askingOnce(host);
  const formats = targets.map(({ format }) => format);
  const withheld = unsound && !force;
  const lacking = withheld ? [] : await findLackingFonts(sent, formats, writer, { charts });
  const about: DeckFacts = {
    slides: pages.length,
    charts: pages.flatMap((page) => page.items).filter((item) => item.type === "chart").length,
    minutes: sent.deck.minutes,
    forced: unsound,
    diagnostics: [...beside.found, ...diagnostics, ...lacking],
    errors,
    warnings: findings.length - errors.length,
    fitting: pages.flatMap(({ number: slide, items }) =>
      items.flatMap((item): readonly ChartFitting[] => {
        if (item.type !== "chart" || item.chart.fitting === undefined) return [];
        const { steps, dropped } = item.chart.fitting;
        return steps.length + dropped.length === 0 ? [] : [{ slide, chart: item.chart.id, steps, dropped }];
      }),
    ),
  };
  const read = [...digests.keys()];
  if (withheld) return { about, read, outputs: undefined, took: [] };
  const products: Product[] = [];
  const took: number[] = [];
  let since = began;
  for (const target of targets) {
    const { format } = target;
    const stem = outputStem(target);
    const files = isPaged(format)
      ? (await renderPages(sent, format, stem, writer, { charts })).map((page) => ({
          suffix: page.name.slice(stem.length),
          bytes: page.bytes,
        }))
      : [{ suffix: "", bytes: await render(sent, format, writer, { charts }) }];
    products.push({ format, stem, files });
    const now = performance.now();
    took.push(now - since);
    since = now;
  }
  // Once the font is installed, the deck is another one.
  if (store !== undefined && lacking.length === 0)
    await storeOutputs(store, source, digests, products, about, recipe);
  const outputs = products.map(({ format, files }, n) => ({
    format,
    path: targets[n]?.path ?? "",
    files: files.map((file) => made(file.suffix, file.bytes)),
  }));
  return { about, read, outputs, took };
}

/** The host, changed to search the fonts of the machine only once for the same characters. */
function askingOnce(host: Host): Host {
  const { otherFonts } = host;
  if (otherFonts === undefined) return host;
  const found = new Map<string, ReturnType<typeof otherFonts>>();
  return {
    ...host,
    otherFonts: (characters, language) => {
      const key = `${language} ${characters}`;
      const fonts = found.get(key) ?? otherFonts(characters, language);
      found.set(key, fonts);
      return fonts;
    },
  };
}
