import { monthPosition, parseDay } from "../base/date.ts";
import { payback } from "../base/money.ts";
import { parsePeriod, periodAt } from "../base/period.ts";
import { quoted } from "../diagnostics/make.ts";
import type { Bundle, Investment } from "../model/bundle/index.ts";
import { type CashCase, valued, whole } from "./facts/cash.ts";
import { exampleInvestment } from "./facts/examples.ts";
import { sentences } from "./facts/sentences.ts";
import { inAnyLanguage } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

/** Periods from which on an even benefit is one that should have grown first. */
const EVEN = 3;
/** A benefit that goes on for so many periods without any cost is kept by nobody. */
const FREE = 2;

export const moneyReturn: Rule = {
  code: "money/return",
  severity: "warning",
  on: "bundle",
  reads: ["investment", "options", "ask", "why", "objections", "plan.phases.*"],
  asks: "The case is worth something, pays back within its horizon, discounts later money, has a ramp-up and running costs, and counts nothing from before the decision.",
  why: "These are the first five questions of finance, and a case that leaves one open is sent back.",
  hint: "Correct the streams, or say in a sentence why the case stands all the same.",
  source:
    "Brealey, Myers and Allen, Principles of Corporate Finance, chapters 2, 5 and 6; HM Treasury, The Green Book",
  sees: [
    "A cost that runs is one whose name has a word of people or upkeep: staff, licence, maintenance, palkka, huolto. A benefit comes before the work where its largest value is in its first period, and the last phase of the plan begins after that.",
    "A negative net present value or a payback behind the horizon is left alone where a sentence of the bundle names it: net present value, NPV, nettonykyarvo, payback, takaisinmaksu, or the figure itself.",
  ],
  examples: {
    valid: {
      investment: exampleInvestment([100, 40, 40], [20, 120, 150]),
    },
    invalid: {
      investment: exampleInvestment([100, 100, 100], [20, 80, 90]),
    },
  },
  check: ({ bundle, written }) => {
    const { investment } = bundle;
    const flows = valued(investment);
    if (investment === undefined || flows === undefined) return [];
    return [
      ...worth(bundle, written, flows),
      ...course(investment),
      ...inTime(bundle, investment),
      ...beforeTheWork(bundle, investment),
      ...unpaid(investment),
    ];
  },
};

/** Figures by which a bundle shows that it knows what the case is worth. */
const FIGURES = /\{\{[^}]*investment\.(?:npv|net|payback|breakEven|roi)/iu;

function worth(bundle: Bundle, written: Bundle, flows: CashCase): readonly Finding[] {
  const { investment, options = [], purpose = "decide" } = bundle;
  if (investment === undefined || purpose !== "decide") return [];
  const { investment: _, glossary: __, ...rest } = written;
  const known = sentences(rest as Bundle).some(
    ({ text }) => FIGURES.test(text) || inAnyLanguage(text, ({ money }) => money?.worth),
  );
  if (known) return [];
  const net = flows.streams[0]?.values.map((_value, n) =>
    flows.streams.reduce((sum, { side, values }) => sum + (side === "costs" ? -1 : 1) * (values[n] ?? 0), 0),
  );
  const asked = options.find(({ recommended }) => recommended === true)?.name;
  const what = asked === undefined ? "what is asked for" : `the recommended option`;
  if (flows.npv < 0)
    return [
      {
        what: `The net present value of ${what} is ${whole(flows.npv)}, and no sentence says why it is done all the same.`,
        hint: "Name {{investment.npv}} in a reason or an answer, and say what is worth that much.",
        path: ["investment"],
      },
    ];
  const back = net === undefined ? undefined : payback(net);
  return back?.found === false && (back.problem === "never" || back.problem === "short")
    ? [
        {
          what: "The money is not back within the periods of the investment.",
          hint: "Add the periods until it is, or say why it is done all the same.",
          path: ["investment"],
        },
      ]
    : [];
}

/** Benefits of a period that is over before the work starts, and costs of one that is over before the decision. */
function inTime({ ask, meeting }: Bundle, investment: Investment): readonly Finding[] {
  const start = parsePeriod(investment.start);
  const over = (side: "costs" | "benefits", day: string | undefined) => {
    const date = day === undefined ? undefined : parseDay(day);
    if (start === undefined || date === undefined) return [];
    return investment[side].flatMap(({ name, values }, n) => {
      const at = values.findIndex((value) => value > 0);
      const period = periodAt(start.kind, start.ordinal + at);
      const path = ["investment", side, n, "values", at];
      return at < 0 || period.end > monthPosition(date) ? [] : [{ name, period: period.text, day, path }];
    });
  };
  return [
    ...over("benefits", ask?.start).map(({ name, period, day, path }) => ({
      what: `${quoted(name)} has a benefit in ${period}, which is over before the work starts on ${day}.`,
      hint: "Let the benefits begin after the start, or say what they come from.",
      path,
    })),
    ...over("costs", ask?.by ?? meeting?.date).map(({ name, period, day, path }) => ({
      what: `${quoted(name)} is paid in ${period}, which is over before the decision of ${day}: money that is spent whatever is decided.`,
      hint: "Leave out what is spent already; it is no reason for or against.",
      path,
    })),
  ];
}

/** Finds faults in the course of costs and benefits over time. */
function course(investment: Investment): readonly Finding[] {
  const add = (streams: Investment["costs"]): readonly number[] =>
    (streams[0]?.values ?? []).map((_value, n) =>
      streams.reduce((sum, { values }) => sum + (values[n] ?? 0), 0),
    );
  const [costs, benefits] = [add(investment.costs), add(investment.benefits)];
  const out: Finding[] = [];
  if (investment.discountRate === 0 && costs.length > 1)
    out.push({
      what: "The discount rate is 0, as if money in the last period were worth as much as today's.",
      hint: "Write the rate that finance uses: 0.08 is 8% a year.",
      path: ["investment", "discountRate"],
    });
  const last = costs.findLastIndex((value) => value > 0);
  const free = benefits.slice(last + 1).filter((value) => value > 0).length;
  if (last >= 0 && free >= FREE)
    out.push({
      what: `Costs end after period ${last + 1} of ${costs.length}, but benefits go on for ${free} periods without any.`,
      hint: "Add what it costs to keep it running, or say in investment.assumption who pays for that.",
      path: ["investment", "costs"],
    });
  const first = costs.findIndex((value) => value > 0);
  const [full = 0] = benefits;
  if (first === 0 && benefits.length >= EVEN && full > 0 && benefits.every((value) => value === full))
    out.push({
      what: `The benefit is ${whole(full)} in every period, from the first one on, in which the costs begin, too.`,
      hint: "Let the benefit grow from the first period to its full size, as people and systems take time.",
      path: ["investment", "benefits"],
    });
  return out;
}

/** Share of a benefit that is left where it goes on. */
const KEPT = 0.95;
/** Periods for which benefits go on after a cost that runs has ended. */
const AFTER = 2;

/** Benefits that are at their full size before the last phase of the work has begun. */
function beforeTheWork({ plan }: Bundle, investment: Investment): readonly Finding[] {
  const { phases = [] } = plan ?? {};
  const last = phases.toSorted((one, other) => (one.start < other.start ? -1 : 1)).at(-1);
  const [start, day] = [parsePeriod(investment.start), parseDay(last?.start ?? "")];
  if (phases.length < 2 || last === undefined || start === undefined || day === undefined) return [];
  return investment.benefits.flatMap(({ name, values }, n): readonly Finding[] => {
    const most = Math.max(...values);
    const at = values.findIndex((value) => value > 0);
    const period = periodAt(start.kind, start.ordinal + Math.max(at, 0));
    const full = most > 0 && at >= 0 && values.length - at >= EVEN && (values[at] ?? 0) >= most;
    return full && period.end <= monthPosition(day)
      ? [
          {
            what: `${quoted(name)} is at its full size in ${period.text}, but the phase ${quoted(last.name)} begins on ${last.start} only.`,
            hint: "Let the benefit grow as the phases are done.",
            path: ["investment", "benefits", n, "values"],
          },
        ]
      : [];
  });
}

/** A cost of people or upkeep that ends while what it keeps up goes on. */
function unpaid(investment: Investment): readonly Finding[] {
  return investment.costs.flatMap(({ name, values }, n): readonly Finding[] => {
    const last = values.findLastIndex((value) => value > 0);
    const after = values.length - 1 - last;
    const goOn = investment.benefits.some(({ values: all }) =>
      all.slice(last + 1).every((value, step) => value > 0 && value >= (all[last + step] ?? 0) * KEPT),
    );
    return inAnyLanguage(name, ({ money }) => money?.running) && last >= 1 && after >= AFTER && goOn
      ? [
          {
            what: `${quoted(name)} is paid for ${last + 1} of ${values.length} periods, but the benefits go on for ${after} more.`,
            hint: "Add what it costs afterwards, or say in investment.assumption who pays for that.",
            path: ["investment", "costs", n, "values"],
          },
        ]
      : [];
  });
}
