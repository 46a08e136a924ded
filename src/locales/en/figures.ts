/** English names of figures, formulas, and reasons why some figures are not there. Part of en.ts. */
export const FIGURE_PHRASES = {
  // What computed figures are called, for the methods page.
  "figure.gap": "gap to target",
  "figure.change": "change",
  "figure.cagr": "growth a year",
  "figure.npv": "net present value",
  "figure.irr": "internal rate of return",
  "figure.roi": "net benefit per cost",
  "figure.payback": "payback",
  "figure.breakEven": "break-even",
  "figure.breakEvenShare": "share of the benefit at break-even",
  "figure.end": "end of the bridge",
  // How a figure is computed, for the methods page.
  "formula.change": "{{latest}} ({{latestPeriod}}) minus {{previous}} ({{previousPeriod}})",
  "formula.changePct":
    "change from {{previous}} ({{previousPeriod}}) to {{latest}} ({{latestPeriod}}), in % of the former",
  "formula.gap":
    "distance of {{latest}} ({{latestPeriod}}) from the target of {{target}}{{#if by}} for {{by}}{{/if}}",
  "formula.gapPct":
    "distance of {{latest}} ({{latestPeriod}}) from the target of {{target}}{{#if by}} for {{by}}{{/if}}, in % of the target",
  "formula.cagr":
    "yearly growth that leads from {{first}} ({{firstPeriod}}) to {{latest}} ({{latestPeriod}}) in {{years}}, compounded",
  "formula.higher": "highest of {{count}} {{plural count one='value' other='values'}}, {{from}} to {{to}}",
  "formula.lower": "lowest of {{count}} {{plural count one='value' other='values'}}, {{from}} to {{to}}",
  "formula.total": "sum of {{count}} {{plural count one='value' other='values'}}",
  "formula.highlighted": "sum of {{list labels}}",
  "formula.steps":
    "sum of {{#if start}}{{start}} and {{/if}}{{count}} {{plural count one='step' other='steps'}}",
  "formula.bridge": "{{end}} minus {{start}}",
  "formula.cost": "sum of all costs, {{from}} to {{to}}, not discounted",
  "formula.benefit": "sum of all benefits, {{from}} to {{to}}, not discounted",
  "formula.net": "benefit minus cost, {{from}} to {{to}}, not discounted",
  "formula.npv":
    "net of each {{period}}, {{from}} to {{to}}, discounted from its end with {{yearly}} a year{{#if perPeriod}} ({{perPeriod}} a {{period}}){{/if}}",
  "formula.irr": "yearly discount rate at which the net present value is zero",
  "formula.roi": "benefit minus cost, in % of the cost, not discounted",
  "formula.payback":
    "time from the start of {{from}} until the cumulated net, not discounted, is back at zero, in {{period}}; within that time it comes in evenly",
  "formula.breakEvenShare": "present value of all costs, in % of that of all benefits",
  "formula.breakEven": "period in which the cumulated net, not discounted, is back at zero for good",
  // Of a span of time, with a number before it; unitWord makes it one year.
  "figure.years": "years",
  "figure.step.year": "year",
  "figure.step.half-year": "half-year",
  "figure.step.quarter": "quarter",
  "figure.step.month": "month",
  // Why a figure is not there.
  "absent.values": "every value of the metric is missing",
  "absent.previous": "there is one value only, so nothing to compare it with",
  "absent.target": "the metric has no target",
  "absent.better": "the metric does not say whether higher or lower is better",
  "absent.points": "two percentages differ by points, not by percent",
  "absent.base": "percent of zero or of a negative number means nothing",
  "absent.year": "the values span less than a year",
  "absent.series": "its series are drawn side by side, not as parts of one sum",
  "absent.missing": "some of its values are missing",
  "absent.parts": "its percentages are not parts of one whole",
  "absent.amount": "the decision needs no money",
  "absent.cost": "there is no cost to relate it to",
  "absent.benefit": "there is no benefit to relate it to",
  "absent.irr.any": "what comes in equals what goes out in each period, so any rate would do",
  "absent.irr.none": "money flows only one way, so no discount rate makes the net present value zero",
  "absent.irr.high": "above 1,000% a year it says nothing",
  "absent.irr.low": "below −99% a year it says nothing",
  "absent.irr.inflow": "money comes in before any goes out",
  "absent.irr.several": "the net changes its sign more than once",
  "absent.payback.never": "the cumulated net is still below zero at the end of {{to}}",
  "absent.payback.short": "the cumulated net is below zero at the end of {{to}}",
  "absent.payback.ahead": "it pays from the first period, so there is nothing to pay back",
  "absent.payback.nothing": "the cumulated net is never below zero, so there is nothing to pay back",
} as const;
