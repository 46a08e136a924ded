import { checkUp } from "../../src/cli/check/checkup.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { type Memory, startMemory } from "../../src/stages.ts";
import { edited, isUnder, type Json, pathOf } from "./edits.ts";
import { withSensitivities } from "./present-value.ts";
import type { Base, Cases, Variant, Weakness } from "./set.ts";

/** All that `foredeck check` says about a bundle. Keeps what does not change from one version of it to the next. */
export class Checker {
  private readonly host = createNodeHost();
  private readonly memory: Memory = startMemory();
  private readonly base: Base;
  constructor(base: Base) {
    this.base = base;
  }
  async findings(bundle: Json): Promise<readonly Diagnostic[]> {
    const { name, root } = this.base;
    const bytes = new TextEncoder().encode(JSON.stringify(bundle));
    const checkup = await checkUp(bytes, `${name}.json`, this.host, root, { memory: this.memory });
    if (checkup.crash !== undefined) throw new Error(checkup.crash);
    return checkup.findings;
  }
}

const keyOf = ({ code, path = [] }: Diagnostic): string => `${code} ${path.join(".")}`;

/** Findings that the sound bundle has not: of the same rule at the same place, as many as there are more. */
export function newFindings(
  now: readonly Diagnostic[],
  before: readonly Diagnostic[],
): readonly Diagnostic[] {
  const left = new Map<string, number>();
  for (const finding of before) left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1);
  return now.filter((finding) => {
    const known = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), known - 1);
    return known <= 0;
  });
}

export interface WeaknessResult extends Weakness {
  readonly base: string;
  /** New findings at a place that counts. */
  readonly hits: readonly Diagnostic[];
  /** New findings elsewhere. */
  readonly strays: readonly Diagnostic[];
}

export interface VariantResult extends Variant {
  readonly base: string;
  readonly alarms: readonly Diagnostic[];
}

export interface BaseResult {
  readonly base: string;
  readonly alarms: readonly Diagnostic[];
  readonly weaknesses: readonly WeaknessResult[];
  readonly variants: readonly VariantResult[];
}

/** Judges one sound bundle: itself, each of its weaknesses, and each of its sound variants. */
export async function judgeBase(base: Base, cases: Cases): Promise<BaseResult> {
  const checker = new Checker(base);
  const alarms = await checker.findings(base.bundle);
  const weaknesses: WeaknessResult[] = [];
  for (const weakness of cases.weaknesses) {
    const bundle = withSensitivities(edited(base.bundle, weakness.set), base.name, weakness.set);
    const found = newFindings(await checker.findings(bundle), alarms);
    const counts = ({ path = [] }: Diagnostic): boolean =>
      placesOf(base.bundle, bundle, weakness.touch).some((above) => isUnder(path, above));
    weaknesses.push({
      ...weakness,
      base: base.name,
      hits: found.filter(counts),
      strays: found.filter((finding) => !counts(finding)),
    });
  }
  const variants: VariantResult[] = [];
  for (const variant of cases.variants) {
    const found = await checker.findings(edited(base.bundle, variant.set));
    variants.push({ ...variant, base: base.name, alarms: newFindings(found, alarms) });
  }
  return { base: base.name, alarms, weaknesses, variants };
}

/** Paths of the places in the changed bundle; where an item was taken away, in the one that had it. */
const placesOf = (sound: Json, changed: Json, touch: readonly string[]) =>
  touch.map((place) => {
    try {
      return pathOf(changed, place);
    } catch {
      return pathOf(sound, place);
    }
  });
