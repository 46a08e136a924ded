import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages/index.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { LOCALES, resolveLocale } from "../locales/index.ts";
import { isThemeFile } from "../theme/file.ts";
import { select } from "./select.ts";
import type { SourceMap } from "./text/source-map.ts";

/** Names that are known outside the bundle: currencies and time zones by ECMA-402, themes by the host, locales by ours. */
export function checkNames(value: unknown, places: SourceMap, themes: readonly string[]): Diagnostic[] {
  const currencies = Intl.supportedValuesOf("currency");
  const out: Diagnostic[] = [];
  for (const pattern of ["currency", "ask.currency", "investment.currency"]) {
    for (const { path, value: code } of select(value, pattern)) {
      if (typeof code !== "string" || !/^[A-Z]{3}$/.test(code) || currencies.includes(code)) continue;
      out.push(
        messages.unknownCurrency({ path, place: places.value(path) }, code, nearest(code, currencies)),
      );
    }
  }
  for (const { path, value: zone } of select(value, "meeting.timezone")) {
    const zones = Intl.supportedValuesOf("timeZone");
    if (typeof zone !== "string" || zone === "" || zones.includes(zone) || isAlias(zone)) continue;
    const near = nearest(zone, zones);
    out.push(messages.unknownTimezone({ path, place: places.value(path) }, zone, near));
  }
  for (const { path, value: tag } of select(value, "locale")) {
    if (typeof tag !== "string" || tag.length < 2 || resolveLocale(tag) !== undefined) continue;
    const known = Object.keys(LOCALES);
    out.push(messages.unknownLocale({ path, place: places.value(path) }, tag, nearest(tag, known), known));
  }
  for (const { path, value: theme } of select(value, "theme")) {
    if (typeof theme !== "string" || theme === "" || themes.includes(theme) || isThemeFile(theme)) continue;
    out.push(
      messages.unknownTheme({ path, place: places.value(path) }, theme, nearest(theme, themes), themes),
    );
  }
  return out;
}

/** True for what supportedValuesOf leaves out, such as Europe/Kiev and UTC; slow, so asked for these alone. */
function isAlias(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}
