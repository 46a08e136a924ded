import type { MetricFigures } from "../model/figures.ts";
import type { Checked, Rule } from "./rule.ts";

/** An effect is large when a number moves by this share of itself, or the return is this many % of the cost. */
const LARGE = 0.2;
const RETURN = 100;

export const goalsOneTeam: Rule = {
  code: "goals/one-team",
  severity: "warning",
  on: "figures",
  reads: ["goals.*.teams.*", "metrics.*", "investment"],
  asks: "A proposal that serves only one goal or one team shows an effect that is large: a fifth of the number, or money back twice.",
  why: "Leadership weighs one team's wish against everyone else's; a small effect for one team loses.",
  hint: "Name the other goals and teams that it serves, or show the size of its effect as a forecast or a return.",
  source: "Cooper, Winning at New Products: a portfolio weighs breadth and size of benefit",
  examples: {
    valid: {
      goals: [
        { id: "g", name: "Cut waiting", period: "2027", metric: "wait", teams: ["Care", "Sales"] },
        { id: "h", name: "Keep customers", period: "2027", metric: "stay", teams: ["Care"] },
      ],
    },
    invalid: { goals: [{ id: "g", name: "Cut waiting", period: "2027", metric: "wait", teams: ["Care"] }] },
  },
  check: (checked) => {
    const { goals } = checked.bundle;
    const teams = new Set(goals.flatMap((goal) => goal.teams ?? []));
    const narrow = goals.length === 1 || teams.size === 1;
    if (!narrow || hasLargeEffect(checked)) return [];
    const [team] = teams;
    const who = teams.size === 1 ? `Only the team ${team} benefits` : "Only one goal is served";
    return [
      {
        what: `${who}, and no figure shows a large effect.`,
        path: goals.length === 1 ? ["goals", 0] : ["goals"],
      },
    ];
  },
};

const hasLargeEffect = ({ figures }: Checked): boolean =>
  (figures.investment?.figures["roi"]?.value ?? 0) >= RETURN || Object.values(figures.metrics).some(movesFar);

/** From the last actual value to the furthest one that is expected, in the good direction. */
function movesFar({ points, better, figures }: MetricFigures): boolean {
  const now = figures["latest"];
  const ahead = points.filter((point) => point.kind !== "actual" && point.value !== null).at(-1)?.value;
  if (now === undefined || now.kind !== "actual" || now.value === 0 || ahead === null || ahead === undefined)
    return false;
  const share = (ahead - now.value) / Math.abs(now.value);
  return better === "lower" ? share <= -LARGE : share >= LARGE;
}
