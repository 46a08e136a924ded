import type { Bundle } from "../../src/model/bundle/index.ts";
import { RULES } from "../../src/rules/index.ts";
import type { Checked } from "../../src/rules/rule.ts";
import { SOUND } from "./sound.ts";

/** What a rule that looks at the bundle alone says of the sound bundle with these parts in place of its own. */
export function says(
  code: string,
  parts: Partial<Bundle>,
  written: Partial<Bundle> = parts,
): readonly string[] {
  const rule = RULES.find((each) => each.code === code);
  if (rule?.on !== "bundle") throw new Error(`${code} is not a rule on the bundle`);
  const checked = { bundle: { ...SOUND, ...parts }, written: { ...SOUND, ...written } } as Checked;
  return rule.check(checked).map((finding) => finding.what);
}
