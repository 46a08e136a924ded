import { computeFigures } from "../../src/compute/index.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { RULES } from "../../src/rules/index.ts";
import type { Checked } from "../../src/rules/rule.ts";
import { SOUND } from "./sound.ts";

/** A bundle with its figures, as rules see them; in English where there is no locale for its language. */
export function withFigures(bundle: Bundle, written: Bundle = bundle): Checked {
  const locale = resolveLocale(bundle.locale ?? "en-GB") ?? resolveLocale("en-GB");
  if (locale === undefined) throw new Error("no locale");
  const { figures } = computeFigures(bundle, locale);
  return { bundle, written, figures } as Checked;
}

/** What a rule that looks at the bundle or its figures says of the sound bundle with these parts in place of its own. */
export function says(
  code: string,
  parts: Partial<Bundle>,
  written: Partial<Bundle> = parts,
): readonly string[] {
  const rule = RULES.find((each) => each.code === code);
  if (rule?.on !== "bundle" && rule?.on !== "figures")
    throw new Error(`${code} is not a rule on the bundle or its figures`);
  const checked = withFigures({ ...SOUND, ...parts }, { ...SOUND, ...written });
  return rule.check(checked).map((finding) => finding.what);
}
