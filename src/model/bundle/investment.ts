import { z } from "zod";
import { Currency, Id, IsoDate, Name, Num, Period, Ref, Sentence, Unit } from "./common.ts";

const Stream = z.strictObject({
  name: Name.describe("What it is, in a few words; the head of its row."),
  values: z.array(Num).min(1).max(60).describe("One amount per period, beginning with the start."),
});

const Costs = z
  .union([z.literal("all"), z.array(Name).min(1).max(12)])
  .describe('The costs that change: a list of their names, or "all".');
const Benefits = z
  .union([z.literal("all"), z.array(Name).min(1).max(12)])
  .describe('The benefits that change: a list of their names, or "all".');

const Change = z
  .strictObject({
    costs: Costs.optional(),
    benefits: Benefits.optional(),
    later: z
      .int()
      .min(1)
      .max(59)
      .optional()
      .describe(
        "By how many periods they come later. What then falls behind the last period is not counted, as the horizon stays.",
      ),
    times: z
      .number()
      .min(0)
      .max(1_000)
      .optional()
      .describe("The factor on their amounts: 1.4 is 40% more, 0.5 is half, 0 is none."),
    plus: Num.optional().describe(
      "An amount that is added in every period, once, to the costs or benefits named; below 0 it is taken away.",
    ),
    driver: Ref.optional().describe(
      "The id of one of investment.drivers that changes, in place of costs and benefits.",
    ),
    value: Num.optional().describe("The level of that driver."),
  })
  .describe(
    "One change of the case: costs or benefits with times, later or plus, or a driver with its value.",
  );
export type DriverChange = z.infer<typeof Change>;

const Changes = z.array(Change).min(1).max(12);

const Outcome = z.strictObject({
  label: Name.optional().describe(
    "The driver at this end, in words; built from the value where that is given.",
  ),
  value: Num.optional().describe(
    "The level at this end of a driver of investment.drivers. The net present value is computed from it.",
  ),
  changes: Changes.optional().describe(
    "What is different at this end. The net present value is computed from it.",
  ),
  npv: Num.optional().describe(
    "The net present value at this end, where it is computed elsewhere. Beside value or changes it has to agree with what they give.",
  ),
});
export type Outcome = z.infer<typeof Outcome>;

const Driver = z
  .strictObject({
    id: Id,
    name: Name.describe("What the quantity is called: Price of a ticket."),
    value: Num.describe("The level with which the amounts of the costs and benefits were computed."),
    unit: Unit.optional(),
    zero: Num.optional().describe(
      "The level at which they would be zero (default: 0). They change in proportion to the distance from it.",
    ),
    costs: Costs.optional(),
    benefits: Benefits.optional(),
  })
  .describe("A quantity to which some costs or benefits are proportional: a price, a share, a number.");
export type Driver = z.infer<typeof Driver>;

const Scenario = z
  .strictObject({
    id: Id,
    name: Name.describe("What the case is called, in a word or two."),
    changes: Changes.describe("All that is different, one after the other."),
  })
  .describe(
    "A case in which several things change at once. With the id slow, its figures are investment.scenarios.slow.npv, irr, payback and breakEven.",
  );
export type Scenario = z.infer<typeof Scenario>;

export const Investment = z
  .strictObject({
    currency: Currency.optional().describe("The currency of all its amounts (default: the bundle's)."),
    discountRate: z.number().min(0).max(1).describe("The yearly discount rate as a share: 0.08 is 8%."),
    period: z.enum(["year", "half-year", "quarter", "month"]).describe("The length of one period."),
    start: Period.describe("The first period."),
    costs: z.array(Stream).min(1).max(12).describe("The costs, as positive numbers."),
    benefits: z.array(Stream).min(1).max(12).describe("The returns, as positive numbers."),
    drivers: z
      .array(Driver)
      .max(12)
      .optional()
      .describe("What the costs and benefits depend on, for sensitivity and scenarios."),
    sensitivity: z
      .array(
        z.strictObject({
          driver: Name.describe("What changes, in words, or the id of one of investment.drivers."),
          low: Outcome.describe("The driver at its low end."),
          high: Outcome.describe("The driver at its high end."),
        }),
      )
      .max(12)
      .optional()
      .describe(
        "The net present value when one driver changes: {{investment.sensitivity.1.low}} is that of the first one at its low end.",
      ),
    scenarios: z
      .array(Scenario)
      .max(6)
      .optional()
      .describe("Named cases in which several things change; a table beside the sensitivity shows them."),
    unit: Unit.optional(),
    source: Ref.optional().describe("The source that the amounts are from."),
    asOf: IsoDate.optional().describe("The day on which they were read."),
    owner: Ref.optional().describe("The stakeholder who answers for the calculation."),
    assumption: Sentence.optional().describe("What the benefits assume."),
  })
  .describe("Cost and benefit per period. Its id is: investment.");
export type Investment = z.infer<typeof Investment>;
