import type { Bundle } from "../../src/model/bundle/index.ts";

const common = { source: "s", asOf: "2026-10-31", owner: "head" } as const;

/** A small bundle that no rule finds anything in; the examples of the rules are laid over it. */
export const SOUND: Bundle = {
  title: "Answer faster",
  purpose: "decide",
  status: "final",
  date: "2026-11-18",
  meeting: { name: "Board", date: "2026-12-02" },
  ask: {
    decision: "Approve the trial",
    amount: 20000,
    approver: "head",
    owner: "lead",
    by: "2026-12-04",
    start: "2027-01-11",
    waiting: "Each month of waiting loses 40 customers",
  },
  why: {
    statement: "Customers leave before anyone has answered them.",
    situation: "We answer most customers within a week.",
    complication: "Since spring they no longer wait a week.",
    opportunity: "We see daily what they ask, and could answer it the same morning.",
    now: "The roadmap is frozen on 15 January 2027.",
    reasons: [
      { claim: "Answers come too late", because: "They take four days.", evidence: ["wait"] },
      { claim: "Those who wait leave", because: "Seven in ten of the others stay.", evidence: ["stay"] },
      { claim: "The team sees it too", because: "They say so.", evidence: ["q-lead"] },
    ],
  },
  goals: [
    { id: "g", name: "Cut waiting", period: "2027", metric: "wait", teams: ["Care", "Sales"] },
    { id: "h", name: "Keep customers", period: "2027", metric: "stay", teams: ["Care"] },
  ],
  stakeholders: [
    {
      id: "head",
      name: "Ann",
      role: "Head",
      team: "Care",
      part: "approver",
      met: "2026-10-01",
      concern: "none known",
    },
    { id: "lead", name: "Bo", role: "Lead", team: "Sales", part: "driver" },
  ],
  sources: [{ id: "s", name: "Register" }],
  metrics: [
    {
      id: "wait",
      name: "Waiting",
      unit: "days",
      better: "lower",
      ...common,
      values: [{ period: "2026", value: 4 }],
    },
    {
      id: "stay",
      name: "Staying",
      unit: "%",
      better: "higher",
      ...common,
      values: [{ period: "2026", value: 71 }],
    },
  ],
  quotes: [
    {
      id: "q-head",
      from: "head",
      date: "2026-10-01",
      permission: "named",
      text: "Show me the control group.",
    },
    {
      id: "q-lead",
      from: "lead",
      date: "2026-10-02",
      permission: "named",
      text: "We see it daily.",
      tone: "doubts",
    },
  ],
  options: [
    { id: "trial", name: "Trial", recommended: true, cost: 20000, risk: "It is late" },
    { id: "all", name: "All at once", cost: 90000, risk: "It fails everywhere", why: "Nothing is known yet" },
    { id: "nothing", name: "Do nothing", cost: 0, risk: "Customers leave", why: "The goal is missed" },
  ],
  plan: { next: [{ what: "Name the team", owner: "lead", by: "2026-12-18" }] },
  risks: [
    {
      risk: "It is late",
      likelihood: 3,
      impact: 4,
      mitigation: "Two suppliers",
      owner: "lead",
      trigger: "No parts by March",
    },
  ],
  objections: [
    ["It is late", "ask"],
    ["It is dear", "trial"],
    ["It is not ours", "g"],
  ].map(([objection = "", attacks = ""], n) => ({
    id: `o-${n + 1}`,
    objection,
    from: "lead",
    concede: "It may be so.",
    answer: "The waiting time says otherwise.",
    evidence: ["wait"],
    attacks: [attacks],
    owner: "lead",
    residual: "low" as const,
  })),
};
