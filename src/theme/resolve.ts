import type { z } from "zod";
import { FONT_FAMILIES, type FontFamily } from "../base/fonts.ts";
import { pathText, valueAt } from "../base/json-path.ts";
import { inchesToEmu } from "../base/units.ts";
import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages/theme.ts";
import type { Host } from "../host/host.ts";
import { type ColorToken, INKS } from "../model/text.ts";
import type { Typeface } from "../text/index.ts";
import { lighten } from "./colour.ts";
import { layoutFrames } from "./frames.ts";
import { type Colour, type ResolvedTheme, type SchemeName, type SchemeSlot, Theme } from "./theme.ts";

/** Makes a theme ready for drawing: every place in EMU, every ink as a colour, every role with its sizes. */
export function resolveTheme(theme: Theme): ResolvedTheme {
  const inks = Object.fromEntries(INKS.map((ink) => [ink, colourOf(theme, ink)])) as Record<
    ColorToken,
    Colour
  >;
  const { slide, space, fonts } = theme;
  const look: ResolvedTheme = {
    key: JSON.stringify(theme),
    theme,
    size: { width: inchesToEmu(slide.width), height: inchesToEmu(slide.height) },
    margin: inchesToEmu(slide.margin),
    gutter: inchesToEmu(slide.gutter),
    columns: slide.columns,
    space,
    fonts: { heading: known(fonts.heading), body: known(fonts.body) },
    frames: layoutFrames(theme),
    grounds: {},
    ink: (ink) => inks[ink],
    colours: {},
    on: () => look,
    role: (role) => theme.roles[role],
  };
  return look;
}

const known = (family: FontFamily): Typeface => ({ name: family, family });

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

function colourOf(theme: Theme, ink: ColorToken): Colour {
  const { slot, tint } = theme.inks[ink];
  const base = theme.scheme[slot];
  if (tint === undefined || tint === 1) return { scheme: NAMES[slot], hex: base };
  const lumMod = Math.round(tint * 100_000);
  return { scheme: NAMES[slot], lumMod, lumOff: 100_000 - lumMod, hex: lighten(base, tint) };
}

/**
 * The theme that a host has by a name.
 * @throws DiagnosticsError with everything that is wrong in it
 */
export async function loadTheme(host: Pick<Host, "theme">, name: string): Promise<Theme> {
  const json = await host.theme(name);
  const parsed = Theme.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new DiagnosticsError(
    parsed.error.issues.map((issue) => findingOf(issue, name, json)),
    2,
  );
}

/** An issue of zod in our own words. */
function findingOf(issue: z.core.$ZodIssue, theme: string, json: unknown): Diagnostic {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const value = valueAt(json, path);
  const field: messages.ThemeField = { theme, field: pathText(path), value };
  if (value === undefined) return messages.themeLacks(field);
  switch (issue.code) {
    case "unrecognized_keys":
      return messages.themeUnknownFields(field, issue.keys);
    case "invalid_value":
      return path[0] === "fonts"
        ? messages.themeUnknownFont(field, FONT_FAMILIES)
        : messages.themeInvalidChoice(field, issue.values.map(String));
    case "invalid_format":
      return messages.themeInvalidColour(field);
    case "too_small":
      return messages.themeOutOfRange(field, "least", Number(issue.minimum));
    case "too_big":
      return messages.themeOutOfRange(field, "most", Number(issue.maximum));
    default:
      return messages.themeInvalidType(field, issue.code === "invalid_type" ? issue.expected : "");
  }
}
