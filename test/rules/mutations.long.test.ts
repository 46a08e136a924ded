import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import type { Reply } from "../../src/model/replies.ts";
import { RULES } from "../../src/rules/index.ts";
import { compile, compileFile, contract } from "./compiled.ts";

/** What a test changes has to be there. */
function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the contract bundle has changed");
  return value;
}
const nth = <T>(list: readonly T[] | undefined, n: number): T => there(list?.[n]);
const byId = <T extends { id?: string | undefined }>(list: readonly T[] | undefined, id: string): T =>
  there(list?.find((item) => item.id === id));

/** The contract bundle with what its warnings ask for. */
function mended(): Bundle {
  const bundle = contract();
  const revenue = byId(bundle.metrics, "revenue");
  revenue.assumption = "Prices and customers as in the third quarter";
  if (Array.isArray(revenue.values)) Object.assign(nth(revenue.values, 3), { low: 177.9e6, high: 180.2e6 });
  byId(bundle.charts, "bridge").assumption = "Effects of the pilot hold at half their size";
  byId(bundle.charts, "pilot").order = "given";
  const target = (text: string) => text.replace(/(?<!\d)12%/, "{{churn.target}}");
  byId(bundle.charts, "bridge").message = target(byId(bundle.charts, "bridge").message);
  for (const each of bundle.objections ?? []) each.answer = target(each.answer);
  byId(bundle.sources, "pilot-report").note = "3,100 customers in one region";
  return bundle;
}

const LONG = "What customers tell us is heard by nobody who could act on it. ";

/** For every rule, a change of the contract bundle, or what a reader answers, that makes it, and only it, speak. */
const MUTATIONS: Readonly<Record<string, (bundle: Bundle) => unknown>> = {
  "ask/complete": (b) => delete there(b.ask).owner,
  "ask/alternatives": (b) => delete byId(b.options, "tool").why,
  "ask/cost-of-waiting": (b) => {
    byId(b.options, "nothing").risk = "Churn stays where it is";
  },
  "ask/counts": (b) => {
    there(b.ask).decision = "Approve a customer-listening programme in 12 regions";
    b.subtitle = "Customer listening in eight regions";
  },
  "money/factors": (b) => {
    there(b.investment).assumption = "The desk is 3 people at EUR 90,000.";
  },
  "money/terms": (b) => {
    Object.assign(nth(byId(b.metrics, "tranche1").values as { value: number }[], 0), { value: 237_000 });
  },
  "money/tested": (b) => {
    there(b.investment).assumption = "It still pays with a churn effect of 0.7 points.";
  },
  "options/costs": (b) => {
    byId(b.options, "tool").why = "Costs twice as much";
  },
  "plan/order": (b) => {
    there(b.plan?.milestones).push({
      name: "Permit for the control group",
      date: "2027-04-20",
      owner: "legal",
    });
  },
  "risks/signs": (b) => {
    nth(b.risks, 2).trigger = "A feeling that it takes long";
  },
  "why/proof": (b) => {
    nth(b.why.reasons, 2).claim = "Before it happens, leaving is announced early";
  },
  "why/first": (b) => {
    b.why.statement = `${b.title}, because nobody hears what customers say.`;
  },
  "why/reasons": (b) => {
    nth(b.why.reasons, 1).evidence = ["causes"];
    nth(b.why.reasons, 2).evidence = ["causes"];
    nth(b.why.reasons, 2).because =
      "In the spring pilot, customers with bill surprises or bad coverage at home left less often than the control group.";
  },
  "why/now": (b) => {
    b.why.now = "The service roadmap is about to be frozen.";
  },
  "goals/linked": (b) => delete byId(b.charts, "same-day-trend").supports,
  "goals/current": (b) => {
    byId(b.goals, "growth").period = "2025";
  },
  "goals/one-team": (b) => {
    for (const goal of b.goals) goal.teams = ["Care"];
  },
  "claims/hold": (b) => {
    nth(b.why.reasons, 0).holds = ["leavers.latest < 5%"];
  },
  "claims/read": (b) => {
    byId(b.charts, "revenue-trend").message = "Service revenue has fallen every year";
  },
  "goals/target": (b) => {
    delete byId(b.metrics, "revenue").better;
  },
  "figures/plausible": (b) => {
    const churn = byId(b.metrics, "churn");
    if (Array.isArray(churn.values)) nth(churn.values, 1).value = 0.171;
  },
  "figures/effect": (b) => {
    const effect = byId(b.metrics, "pilot-effect");
    if (Array.isArray(effect.values)) nth(effect.values, 0).high = 0.4;
    byId(b.objections, "o-effect").answer =
      "The effect shows in all four segments, and tranche two is tied to a control group that finance designs.";
  },
  "evidence/subject": (b) => {
    nth(b.why.reasons, 1).claim = "Rents rise everywhere";
    nth(b.why.reasons, 1).because = "Landlords in every city ask for more.";
    nth(b.why.reasons, 1).evidence = ["lead-time"];
  },
  "figures/sourced": (b) => delete byId(b.metrics, "leavers").owner,
  "figures/literal": (b) => {
    byId(b.charts, "revenue-trend").meaning = "A lost retail campaign costs EUR 1.7 million.";
  },
  "figures/sum": (b) => {
    byId(b.options, "full").cost = 430_000;
  },
  "figures/stale": (b) => {
    byId(b.metrics, "lead-time").asOf = "2026-06-30";
  },
  "figures/range": (b) => delete byId(b.metrics, "churn").assumption,
  "figures/spelling": (b) => {
    const bridge = byId(b.charts, "bridge");
    bridge.message = bridge.message.replace("{{churn.target}}", "12%");
  },
  "figures/unit": (b) => {
    there(b.ask).waiting = "Each quarter of waiting leaves churn at {{churn.latest}} %.";
  },
  "money/reconcile": (b) => {
    there(b.ask).decision = "Approve EUR 520,000 for a 12-month customer-listening programme";
  },
  "money/return": (b) => {
    there(b.investment).discountRate = 0;
    delete there(b.investment).sensitivity;
    there(b.investment).assumption = "The effect of the pilot holds";
  },
  "money/sensitivity": (b) => {
    nth(there(b.investment).sensitivity, 2).low.npv = 410_000;
  },
  "money/break-even": (b) => {
    nth(b.risks, 2).trigger = "Effect under 0.5 points for two months";
  },
  "money/said": (b) => {
    there(b.investment).assumption = "Discounted at 10% a year";
  },
  "money/latest-start": (b) => {
    there(b.ask?.terms).push("EUR 40,000 for licences is released by December 2028");
  },
  "money/double": (b) => {
    there(b.investment).costs.push({ name: "Training and change, agency", values: [0, 0, 0, 0, 0, 0] });
    delete there(b.investment).sensitivity;
    there(b.investment).assumption = "The effect of the pilot holds";
  },
  "options/fair": (b) => {
    Object.assign(byId(b.options, "tool"), { benefit: "1.6 points of churn" });
  },
  "people/answered": (b) => {
    byId(b.stakeholders, "network").concern = "Rooftops belong to landlords";
  },
  "people/roles": (b) => {
    there(b.ask).owner = "ceo";
  },
  "plan/gates": (b) => delete nth(b.plan?.milestones, 1).owner,
  "risks/mitigated": (b) => {
    nth(b.risks, 0).mitigation = "Monitored closely";
  },
  "pilot/design": (b) => {
    nth(b.why.reasons, 2).because =
      "In the spring pilot, customers we answered within four hours left {{pilot-effect.latest}} less often; those who took part had volunteered.";
    for (const term of b.glossary ?? []) term.meaning = term.meaning.replace(", drawn at random", "");
  },
  "quotes/consent": (b) => delete byId(b.quotes, "q-product").permission,
  "quotes/balance": (b) => {
    byId(b.quotes, "q-cfo").tone = "supports";
  },
  "people/heard": (b) => delete byId(b.stakeholders, "legal").met,
  "people/gatekeeper": (b) => {
    byId(b.stakeholders, "legal").part = "informed";
    delete byId(b.stakeholders, "ceo").part;
  },
  "objections/enough": (b) => {
    byId(b.objections, "o-effect").evidence = [];
  },
  "evidence/cited": (b) => {
    nth(b.why.reasons, 1).because =
      "Network, care and billing own them. Answering them early moves churn by {{pilot-effect.latest}}.";
  },
  "objections/doubt": (b) => {
    const objection = byId(b.objections, "o-effect");
    objection.residual = "low";
    objection.objection += " It fades once the pilot team is gone.";
    nth(b.risks, 2).impact = 5;
  },
  "objections/strong": (b) => {
    byId(b.objections, "o-focus").objection = "Some managers always resist anything new.";
  },
  "objections/linked": (b) => delete byId(b.objections, "o-own").attacks,
  "risks/trigger": (b) => delete nth(b.risks, 1).trigger,
  "plan/next": (b) => delete nth(b.plan?.next, 0).owner,
  "time/order": (b) => {
    nth(b.wins, 0).date = "2027-06-12";
  },
  "time/plan": (b) => {
    nth(b.plan?.milestones, 1).date = "2027-01-08";
  },
  "time/values": (b) => {
    byId(b.sources, "plan27").date = "2026-09-15";
  },
  "time/said": (b) => {
    byId(b.objections, "o-privacy").answer =
      "We answer only posts that address us, and start after the data protection sign-off on 12 February.";
  },
  "tone/blame": (b) => {
    nth(b.why.reasons, 1).because = "The network team ignored what customers wrote, and so did billing.";
  },
  "tone/jargon": (b) => {
    byId(b.charts, "pilot").meaning = "The NPS of those who were answered rose as well.";
  },
  "tone/their-words": (b) => {
    for (const quote of b.quotes) quote.text = "Show me first who owns the kitchen map, please.";
  },
  "titles/sentence": (b) => {
    nth(b.why.reasons, 0).claim = "Announcements of leaving";
  },
  "titles/story": (b) => delete b.why.complication,
  "titles/figure": (b) => {
    byId(b.charts, "same-day-trend").message =
      "Same-day answers stopped growing in May, and 71% of complaints say why";
  },
  "why/change": (b) => {
    b.why.complication = "Waiting for an answer is unpleasant.";
  },
  "charts/relation": (b) => {
    b.charts?.push({
      ...{ id: "both", kind: "scatter", source: "crm", asOf: "2026-10-31", owner: "coo", period: "2026-Q3" },
      ...{ supports: ["retention"], message: "The longer customers wait, the fewer stay" },
      ...{ x: { name: "Wait", unit: "days" }, y: { name: "Customers who stay", unit: "%" } },
      data: [1, 2, 3, 4].map((x) => ({ label: `Desk ${x}`, x, y: 60 + x })),
    } as never);
  },
  "chart/form": (b) => delete byId(b.charts, "pilot").order,
  "read/time": (b) => {
    for (let n = 1; n <= 8; n += 1)
      b.charts?.push({
        id: `more-${n}`,
        kind: "line",
        metrics: ["churn"],
        supports: ["retention"],
        message: `Churn has stopped falling in region ${"ABCDEFGH".charAt(n - 1)}, too`,
      });
  },
  "read/dense": (b) => {
    nth(b.why.reasons, 1).because = LONG.repeat(11).trim();
  },
  "deck/overflow": (b) => {
    byId(b.options, "full").benefit = LONG.repeat(24).trim();
  },
  "deck/access": (b) => {
    byId(b.charts, "revenue-trend").message = byId(b.charts, "same-day-trend").message;
  },
  "deck/leak": (b) => {
    b.subtitle = "Figures are in /home/aino/churn-final-v3.xlsx";
  },
  "deck/markup": (b) => {
    b.why.statement = "Those who leave had [called and waited](survey.pdf).";
  },
  "sent/changed": (b) => delete nth(b.history, 1).note,
  "replies/open": (): readonly Reply[] => [
    { id: "r-0123456789", from: "mail", who: "Inka", words: "Who answers at night?", status: "open" },
  ],
};

test("there is a change for every rule", () => {
  expect(Object.keys(MUTATIONS).sort()).toEqual(RULES.map((rule) => rule.code).sort());
});

test("mended, the contract bundle has nothing to find", async () => {
  const { findings, diagnostics } = await compile(mended(), {});
  expect(findings.map(({ code, what }) => `${code}: ${what}`)).toEqual([]);
  expect(diagnostics).toEqual([]);
});

describe.each(Object.entries(MUTATIONS))("a change that %s finds", (code, mutate) => {
  test("is found by it alone, with a place in the file", async () => {
    const bundle = mended();
    const made = mutate(bundle);
    const replies: readonly Reply[] = Array.isArray(made) ? made : [];
    const { findings } = await compile(bundle, { lenient: true, replies });
    expect(
      [...new Set(findings.map((finding) => finding.code))],
      findings.map((f) => f.what).join("\n"),
    ).toEqual([code]);
    for (const finding of findings) expect(finding.place?.line).toBeGreaterThan(0);
  });
});

/** Every warning of the bundles of this repository: each is one that a careful colleague would raise. */
const WARNINGS: Readonly<Record<string, readonly string[]>> = {
  "test/bundles/customer-listening.json": [
    "chart/form",
    "figures/range",
    "figures/range",
    "figures/literal",
    "figures/spelling",
    "figures/spelling",
  ],
  "samples/minimal.json": [],
  "samples/sepsis-at-the-ward-door.json": [],
  "samples/stop-mechanical-scales.json": [],
  "samples/vuodot-kiinni-samana-paivana.json": [],
  "samples/kaelter-zurueck-weniger-gas.json": [],
  "samples/laga-for-dem-som-kommer.json": [],
  "samples/reparer-la-porte-avant-la-panne.json": [],
};

test.each(Object.entries(WARNINGS))("%s has no errors, and only known warnings", async (path, codes) => {
  const { findings } = await compileFile(path);
  expect(findings.filter((finding) => finding.severity === "error")).toEqual([]);
  expect(findings.map((finding) => finding.code).filter((code) => !codes.includes(code))).toEqual([]);
});
