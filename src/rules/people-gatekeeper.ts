import type { Rule } from "./rule.ts";

export const peopleGatekeeper: Rule = {
  code: "people/gatekeeper",
  severity: "warning",
  on: "bundle",
  reads: ["stakeholders.*.part", "purpose"],
  asks: "The people listed include whoever approves it or can stop it.",
  why: "A proposal is stopped by the person that nobody thought of: legal, security, works council, finance.",
  hint: 'Give the person who decides "part": "approver", and add those who can stop it as "gatekeeper".',
  source: "Bain, RAPID: who must agree; DACI",
  examples: {
    valid: {
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
    },
    invalid: {
      stakeholders: [
        { id: "head", name: "Ann", role: "Head", team: "Care", met: "2026-10-01", concern: "none known" },
        { id: "lead", name: "Bo", role: "Lead", team: "Sales", part: "driver" },
      ],
    },
  },
  check: ({ bundle }) => {
    const { stakeholders = [] } = bundle;
    const listed = stakeholders.some((person) => person.part === "approver" || person.part === "gatekeeper");
    return listed || bundle.purpose === "inform"
      ? []
      : [
          {
            what: "Nobody is listed as approver or gatekeeper.",
            path: stakeholders.length === 0 ? [] : ["stakeholders"],
          },
        ];
  },
};
