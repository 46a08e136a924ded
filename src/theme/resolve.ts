import type { z } from "zod";
import { pathText, valueAt } from "../base/json-path.ts";
import { inchesToEmu } from "../base/units.ts";
import { type Diagnostic, DiagnosticsError, type Place } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages/theme.ts";
import type { Host } from "../host/host.ts";
import type { LayoutName } from "../model/deck.ts";
import { type ColorToken, INKS, type Role } from "../model/text.ts";
import { luminate } from "./colour.ts";
import { type Logo, layoutFrames } from "./frames.ts";
import { solveInks } from "./solve-inks.ts";
import {
  type Colour,
  type ResolvedTheme,
  SCHEME_SLOTS,
  type SchemeName,
  type SchemeSlot,
  Theme,
  type Tinted,
} from "./theme.ts";
import { typefaceCalled } from "./typeface.ts";

/** Makes a theme ready for drawing, with a logo where there is one: places in EMU, inks as colours, roles with sizes. */
export function resolveTheme(theme: Theme, logo?: Logo): ResolvedTheme {
  const colourOf = ({ slot, tint, shade }: Tinted): Colour =>
    tinted(NAMES[slot], theme.scheme[slot], tint, shade);
  const inks = Object.fromEntries(INKS.map((ink) => [ink, colourOf(theme.inks[ink])])) as Inks;
  const { slide, space, fonts, cover } = theme;
  const common = {
    key: JSON.stringify(logo === undefined ? theme : [theme, logo]),
    theme,
    size: { width: inchesToEmu(slide.width), height: inchesToEmu(slide.height) },
    margin: inchesToEmu(slide.margin),
    gutter: inchesToEmu(slide.gutter),
    columns: slide.columns,
    space,
    fonts: { heading: typefaceCalled(fonts.heading), body: typefaceCalled(fonts.body) },
    latin: { heading: "+mj-lt", body: "+mn-lt" },
    frames: layoutFrames(theme, logo),
    grounds: {},
    colours: {},
    role: (role: Role) => theme.roles[role],
  };
  const usual: ResolvedTheme = { ...common, ink: (ink) => inks[ink], on: (layout) => lookOn(layout) };
  const opening = cover === undefined ? inks : inksOn(colourOf(cover), theme);
  const opened: ResolvedTheme =
    cover === undefined ? usual : { ...common, ink: (ink) => opening[ink], on: (layout) => lookOn(layout) };
  const lookOn = (layout: LayoutName): ResolvedTheme =>
    layout === "cover" || layout === "divider" ? opened : usual;
  return usual;
}

type Inks = Readonly<Record<ColorToken, Colour>>;

/** The inks for another paper; the accents of the theme are tried in its own order. */
function inksOn(paper: Colour, { scheme }: Theme): Inks {
  const colours = Object.fromEntries(SCHEME_SLOTS.map((slot) => [NAMES[slot], scheme[slot]])) as Record<
    SchemeName,
    string
  >;
  return { ...solveInks({ scheme: colours, paper: paper.hex }).inks, paper };
}

function tinted(scheme: SchemeName, base: string, tint = 1, shade = 1): Colour {
  if (tint === 1 && shade === 1) return { scheme, hex: base };
  const lumMod = Math.round(tint * shade * 100_000);
  if (tint === 1) return { scheme, lumMod, hex: luminate(base, shade, 0) };
  const lumOff = Math.round((1 - tint) * shade * 100_000);
  return { scheme, lumMod, lumOff, hex: luminate(base, tint * shade, (1 - tint) * shade) };
}

/** Slots by the names that slides and charts use: the colour map of our master (p:clrMap) in reverse. */
const NAMES: Readonly<Record<SchemeSlot, SchemeName>> = {
  dk1: "tx1",
  lt1: "bg1",
  dk2: "tx2",
  lt2: "bg2",
  accent1: "accent1",
  accent2: "accent2",
  accent3: "accent3",
  accent4: "accent4",
  accent5: "accent5",
  accent6: "accent6",
  hlink: "hlink",
  folHlink: "folHlink",
};

/**
 * The theme that a host has by a name.
 * @throws DiagnosticsError with everything that is wrong in it
 */
export async function loadTheme(host: Pick<Host, "theme">, name: string): Promise<Theme> {
  const result = parseTheme(await host.theme(name), name);
  if ("theme" in result) return result.theme;
  throw new DiagnosticsError(result.problems, 2);
}

export type ThemeResult = { readonly theme: Theme } | { readonly problems: readonly Diagnostic[] };

/** A theme from JSON, or everything that is wrong in it; `placeOf` knows where each field stands in the theme's file. */
export function parseTheme(
  json: unknown,
  name: string,
  placeOf?: (path: readonly (string | number)[]) => Place,
): ThemeResult {
  const parsed = Theme.safeParse(json);
  if (parsed.success) return { theme: parsed.data };
  return {
    problems: parsed.error.issues.map((issue) => {
      const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
      const found = findingOf(issue, path, name, json);
      return placeOf === undefined ? found : { ...found, place: placeOf(path) };
    }),
  };
}

/** An issue of zod in our own words. */
function findingOf(
  issue: z.core.$ZodIssue,
  path: readonly (string | number)[],
  theme: string,
  json: unknown,
): Diagnostic {
  const value = valueAt(json, path);
  const field: messages.ThemeField = { theme, field: pathText(path), value };
  if (value === undefined) return messages.themeLacks(field);
  switch (issue.code) {
    case "unrecognized_keys":
      return messages.themeUnknownFields(field, issue.keys);
    case "invalid_value":
      return messages.themeInvalidChoice(field, issue.values.map(String));
    case "invalid_format":
      return messages.themeInvalidColour(field);
    case "too_small":
      return issue.origin === "string"
        ? messages.themeEmptyText(field)
        : messages.themeOutOfRange(field, "least", Number(issue.minimum));
    case "too_big":
      return issue.origin === "string"
        ? messages.themeLongText(field, Number(issue.maximum))
        : messages.themeOutOfRange(field, "most", Number(issue.maximum));
    default:
      return messages.themeInvalidType(field, issue.code === "invalid_type" ? issue.expected : "");
  }
}
