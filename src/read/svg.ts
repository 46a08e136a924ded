import { COMMON_FAMILIES } from "../base/fonts.ts";
import type { SvgFault } from "../diagnostics/messages/pictures.ts";
import { coverageOf } from "../host/coverage.ts";
import { codeOf } from "../host/failure.ts";
import type { Host } from "../host/host.ts";
import type { OpenSvg } from "../host/svg.ts";
import type { Raster } from "../raster/index.ts";
import { checkSvg } from "../raster/svg/check.ts";
import { costOf, largestScale } from "../raster/svg/cost.ts";
import { readTree, SvgRefused } from "../raster/svg/tree.ts";

/** An SVG of the bundle: it gets its pixels once pages know how large it is drawn. */
export interface SvgDrawing {
  readonly mime: "image/svg+xml";
  /** Size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly orientation: 1;
  /** Font families that it asks for in vain. */
  readonly families: readonly string[];
  /** A PNG of so many pixels to the CSS pixel, or of as many as can be drawn in good time. */
  readonly draw: (scale: number) => Raster | { readonly fault: SvgFault };
}

/** Nanoseconds of work, as `costOf` counts them. */
const BUDGET = 2e9;
/** Pixels of the longer side that a drawing has at least; fewer would be seen as blurred on a slide. */
const LEAST_PIXELS = 700;
/** Elements of what resvg makes of it. */
const MOST_PLAIN = 200_000;
/** Times that a drawing may be longer than it is broad. */
const MOST_LENGTH = 100;

/** Reads an SVG that holds nothing but a drawing, and can be drawn in good time. */
export async function readSvg(
  bytes: Uint8Array,
  host: Host,
): Promise<SvgDrawing | { readonly fault: SvgFault }> {
  if (host.openSvg === undefined) return whole("undrawn");
  const safe = await checkSvg(bytes);
  if ("fault" in safe) return safe;
  const lacking = await lackingIn(safe.words, host);
  if (lacking !== "") return whole("glyphs", lacking);
  try {
    const svg = await host.openSvg(safe.text);
    const { width, height } = svg;
    const length = Math.max(width / height, height / width);
    if (length > MOST_LENGTH) return whole("narrow", String(Math.round(length)));
    const most = mostOf(svg);
    if (most * Math.max(width, height) < LEAST_PIXELS) return whole("slow");
    return {
      ...{ mime: "image/svg+xml", width, height, orientation: 1, families: safe.families },
      draw: (scale) => {
        try {
          const png = svg.draw(Math.min(scale, most));
          return png === undefined ? whole("blank") : asRaster(png);
        } catch (cause) {
          return refusedBy(cause);
        }
      },
    };
  } catch (cause) {
    if (cause instanceof SvgRefused) return whole(cause.fault.kind, cause.fault.name);
    return refusedBy(cause);
  }
}

function refusedBy(cause: unknown): { readonly fault: SvgFault } {
  if (codeOf(cause) !== "ESVG") throw cause;
  return whole("undrawable", (cause as Error).message.replace(/^ESVG: (Error: )?/, ""));
}

/** The size stands in the header of a PNG. */
function asRaster(bytes: Uint8Array): Raster {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { mime: "image/png", width: view.getUint32(16), height: view.getUint32(20), orientation: 1, bytes };
}

const whole = (kind: SvgFault["kind"], name = ""): { readonly fault: SvgFault } => ({
  fault: { kind, line: 0, name },
});

/** Pixels to the CSS pixel that it can have. */
function mostOf({ width, height, plain }: OpenSvg): number {
  const cost = costOf(readTree(plain, MOST_PLAIN), width, height);
  return largestScale(cost, Number.MAX_SAFE_INTEGER, BUDGET);
}

/** The first of the characters that no font for SVGs has. */
async function lackingIn(words: string, host: Host): Promise<string> {
  if (words === "") return "";
  const coverages = await Promise.all(
    COMMON_FAMILIES.map(async (family) => {
      const { regular } = await host.fonts(family);
      return coverageOf(async (at, length) => regular.subarray(at, at + length));
    }),
  );
  const lacking = [...words].filter(
    (sign) => !coverages.some((has) => has?.(sign.codePointAt(0) ?? 0) === true),
  );
  return [...lacking.slice(0, 10), ...(lacking.length > 10 ? ["…"] : [])].join(" ");
}
