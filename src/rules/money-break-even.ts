import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { Figures } from "../model/figures.ts";
import { valued } from "./facts/cash.ts";
import { declaredLevel, levelOf, oneUnit, sensitivitiesOf } from "./facts/drivers.ts";
import { exampleInvestment } from "./facts/examples.ts";
import { plainText, type Sentence } from "./facts/sentences.ts";
import { sharedWords } from "./facts/shared-words.ts";
import { type Language, languageOf, type Quantity } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const moneyBreakEven: Rule = {
  code: "money/break-even",
  severity: "warning",
  on: "figures",
  heuristic: true,
  needs: ["money", "drivers"],
  reads: ["investment", "ask.terms", "risks", "objections", "plan.milestones"],
  asks: "A condition, a trigger or a gate stops the money before the case is worth nothing: its threshold lies on the right side of break-even.",
  why: "A gate that opens below break-even releases money into a loss that the deck itself computes.",
  hint: "Set the threshold at break-even or above it, or say why a smaller effect is enough.",
  source: "Brealey, Myers and Allen, Principles of Corporate Finance, chapter 10: break-even analysis",
  sees: [
    "Break-even of one of investment.drivers is a figure (investment.drivers.price.breakEven); of another driver it is read off the line through its two ends, where they are numbers of one unit. A threshold belongs to the driver with its unit, where it shares a word with it or is the only driver of that unit.",
    "A share of the benefit (60% of the planned savings) is compared with the share at which the net present value is zero.",
  ],
  examples: {
    valid: {
      investment: exampleInvestment([100, 100], [50, 250], { discountRate: 0 }),
      risks: [
        {
          risk: "It works less well",
          likelihood: 3,
          impact: 4,
          mitigation: "Two suppliers",
          owner: "lead",
          trigger: "Less than 70% of the planned benefit by March",
        },
      ],
    },
    invalid: {
      investment: exampleInvestment([100, 100], [50, 250], { discountRate: 0 }),
      risks: [
        {
          risk: "It works less well",
          likelihood: 3,
          impact: 4,
          mitigation: "Two suppliers",
          owner: "lead",
          trigger: "Less than 40% of the planned benefit by March",
        },
      ],
    },
  },
  check: ({ bundle, figures }) => {
    const language = languageOf(bundle);
    const flows = valued(bundle.investment);
    if (language === undefined || flows === undefined || flows.benefits <= 0) return [];
    const share = (100 * flows.costs) / flows.benefits;
    const drivers = driversOf(language, bundle, figures);
    return thresholds(bundle).flatMap(({ text, path }): readonly Finding[] => {
      const part = language.money?.benefitShare?.exec(text);
      const said = Number((part?.groups?.["n"] ?? part?.groups?.["m"] ?? "").replace(",", "."));
      if (part !== null && part !== undefined && said > 0)
        return said < share - 0.5 && share <= 100
          ? [
              {
                what: `${quoted(part[0])} is below break-even: the net present value is zero at ${Math.round(share)}% of the benefit.`,
                excerpt: part[0],
                path,
              },
            ]
          : [];
      return language.numbersIn(text).flatMap((quantity): readonly Finding[] => {
        const driver = drivers.find((each) => binds(language, text, quantity, each, drivers));
        if (driver === undefined || !isShort(driver, quantity)) return [];
        return [
          {
            what: `${quoted(quantity.text)} is on the losing side of break-even: by ${driver.by}, ${quoted(driver.name)} has a net present value of zero at ${round(driver.zero)}.`,
            excerpt: quantity.text,
            path,
          },
        ];
      });
    });
  },
};

interface Driver {
  readonly name: string;
  readonly zero: number;
  /** True where more of it is worth more. */
  readonly rising: boolean;
  readonly level: Quantity;
  /** Source of the break-even. */
  readonly by: "its own sensitivity" | "the costs and benefits";
}

function driversOf(language: Language, bundle: Bundle, figures: Figures): readonly Driver[] {
  const { drivers = [], sensitivity = [] } = bundle.investment ?? {};
  const named = sensitivitiesOf(figures).flatMap(({ driver: name, low, high }, n): readonly Driver[] => {
    if (drivers.some(({ id }) => id === sensitivity[n]?.driver)) return [];
    const [from, to] = [levelOf(language, low.label), levelOf(language, high.label)];
    if (from === undefined || to === undefined || !oneUnit(from, to) || from.value === to.value) return [];
    const slope = (high.npv - low.npv) / (to.value - from.value);
    if (slope === 0) return [];
    const zero = from.value - low.npv / slope;
    return zero <= 0 ? [] : [{ name, zero, rising: slope > 0, level: from, by: "its own sensitivity" }];
  });
  return [...named, ...drivers.flatMap(({ id, name }) => declared(language, figures, id, name))];
}

/** A driver of investment.drivers, whose break-even is a figure. */
function declared(language: Language, { all }: Figures, id: string, name: string): readonly Driver[] {
  const [value, zero, npv] = [`drivers.${id}.value`, `drivers.${id}.breakEven`, "npv"].map(
    (each) => all[`investment.${each}`],
  );
  if (value === undefined || zero === undefined || npv === undefined || zero.value <= 0) return [];
  const level = declaredLevel(language, zero.text);
  const rising = npv.value >= 0 === value.value >= zero.value;
  return level === undefined ? [] : [{ name, zero: zero.value, rising, level, by: "the costs and benefits" }];
}

function binds(
  language: Language,
  text: string,
  quantity: Quantity,
  driver: Driver,
  all: readonly Driver[],
): boolean {
  if (quantity.share || !oneUnit(quantity, driver.level)) return false;
  const alone = all.filter(({ level }) => oneUnit(level, driver.level)).length === 1;
  const words = sharedWords(language, driver.name, text).length > 0;
  // A bare number may count anything; only a unit makes it the driver's without a word in common.
  return words || (alone && quantity.unit === "pp" && quantity.hedge === "bound");
}

/** True where a threshold lets a loss pass; a driver far from break-even is left alone, as the number is of something else. */
const isShort = ({ zero, rising }: Driver, { value, step }: Quantity): boolean =>
  rising ? value + step / 2 < zero && value > zero / 4 : value - step / 2 > zero && value < zero * 4;

const round = (value: number): string => String(Number(value.toPrecision(2)));

function thresholds({ ask, risks = [], objections = [], plan }: Bundle): readonly Sentence[] {
  const of = (text: string | undefined, path: readonly (string | number)[]): readonly Sentence[] =>
    text === undefined ? [] : [{ text: plainText(text), path }];
  return [
    ...(ask?.terms ?? []).flatMap((text, n) => of(text, ["ask", "terms", n])),
    ...risks.flatMap(({ trigger }, n) => of(trigger, ["risks", n, "trigger"])),
    ...objections.flatMap(({ wouldChangeOurMind }, n) =>
      of(wouldChangeOurMind, ["objections", n, "wouldChangeOurMind"]),
    ),
    ...(plan?.milestones ?? []).flatMap(({ name, gate }, n) =>
      gate === true ? of(name, ["plan", "milestones", n, "name"]) : [],
    ),
  ];
}
