import { quoted } from "../diagnostics/make.ts";
import { exampleAsk } from "./facts/examples.ts";
import { drawn } from "./facts/quotes.ts";
import type { Finding, Rule } from "./rule.ts";

export const peopleRoles: Rule = {
  code: "people/roles",
  severity: "warning",
  on: "bundle",
  reads: ["ask", "stakeholders.*", "objections.*", "quotes.*", "risks.*", "purpose"],
  asks: "Whoever decides does not answer for the result, objections come from several people, those who oppose it are heard, a champion does not doubt, and risks are watched by people of your own.",
  why: "A proposal that nobody but its friends has attacked is attacked for the first time in the meeting.",
  hint: "Name somebody else as owner; ask those who doubt for their objection, and write it down as theirs.",
  source: "RACI: one person is accountable, another approves; Janis, Groupthink: assign a critical evaluator",
  examples: {
    valid: {},
    invalid: {
      ask: exampleAsk({ owner: "head", waiting: "Each month of waiting loses 40 customers" }),
    },
  },
  check: ({ bundle }) => {
    const { ask, stakeholders = [], objections = [], quotes, risks = [], purpose = "decide" } = bundle;
    if (purpose !== "decide") return [];
    const out: Finding[] = [];
    const person = (id: string | undefined) => stakeholders.find((each) => each.id === id);
    if (ask?.owner !== undefined && ask.owner === ask.approver)
      out.push({
        what: `${person(ask.owner)?.name ?? ask.owner} approves it and answers for its result.`,
        path: ["ask", "owner"],
      });
    const heard = new Set([
      ...objections.flatMap(({ from }) => from ?? []),
      ...quotes.filter(drawn).map(({ from }) => from),
    ]);
    for (const [n, { id, name, stance, part }] of stakeholders.entries()) {
      const against = stance === "opponent" || (stance === "sceptic" && part !== "informed");
      if (against && !heard.has(id))
        out.push({
          what: `${name} is listed as ${stance}, but no objection and no quote is theirs.`,
          hint: "Write down what they say, as an objection with from or as a quote.",
          path: ["stakeholders", n],
        });
    }
    for (const [n, risk] of risks.entries())
      if (person(risk.owner)?.outside === true)
        out.push({
          what: `${person(risk.owner)?.name}, who is from outside, watches the risk ${quoted(risk.risk)}.`,
          hint: "Let somebody of your own watch it, who answers to you and can act.",
          path: ["risks", n, "owner"],
        });
    for (const [n, { id, name, stance }] of stakeholders.entries()) {
      const theirs = quotes.filter((quote) => quote.from === id).map(({ tone }) => tone);
      if (stance === "champion" && theirs.includes("doubts") && !theirs.includes("supports"))
        out.push({
          what: `${name} is listed as champion, but doubts in every quote that takes a side.`,
          hint: "Correct the stance, or the tone of the quote.",
          path: ["stakeholders", n, "stance"],
        });
    }
    const raised = objections.flatMap(({ from }) => from ?? []);
    const friends = raised.map((id) => person(id)?.stance);
    if (raised.length > 2 && friends.every((stance) => stance === "champion" || stance === "supporter"))
      out.push({
        what: `All ${raised.length} objections come from people who support it.`,
        hint: "Ask those who doubt for theirs.",
        path: ["objections"],
      });
    const open = objections.findIndex(
      ({ residual, wouldChangeOurMind }) => residual === "high" && wouldChangeOurMind === undefined,
    );
    if (open >= 0)
      out.push({
        what: "Much doubt remains about an objection, and nothing says what would settle it: wouldChangeOurMind is missing.",
        hint: "Say what would have to be observed, and by when, for the proposal to be stopped.",
        path: ["objections", open],
      });
    return out;
  },
};
