import type { PlainPhraseName } from "../locales/en/phrases.ts";
import type { Block, Paragraph } from "../model/deck.ts";
import { type ColorToken, type Rich, rich } from "../model/text.ts";
import { bullets, heading, labelled, stack, text } from "./blocks.ts";
import type { BuildContext, PointInit, SlideContext } from "./kind.ts";

/**
 * The ask as a column of facts: amount, approver, dates, terms. `ink` is that of all its words where they stand on a ground
 * of its own. The answer and the decision slide both show it.
 */
export function askFacts(c: BuildContext, ink?: ColorToken): Block {
  const { bundle, locale } = c;
  const ask = bundle.ask;
  const amount = c.figures.all["ask.amount"];
  const approver = c.find.person(ask?.approver);
  const owner = c.find.person(ask?.owner);
  const fact = (label: PlainPhraseName, value: Rich | undefined) =>
    value && labelled(c.say(label), value, "body", ink);
  return stack(
    "tight",
    amount
      ? text("body", [
          { text: c.say("ask.amount"), role: "label", ink: ink ?? "muted", reading: "label" },
          { text: rich(amount.text), role: "figureSmall", ink: ink ?? "accent", space: "hair" },
          ...pays(c, ink ?? "muted"),
        ])
      : ask?.amount === "none" && fact("ask.amount", c.say("ask.amount.none")),
    approver && fact("ask.approver", c.say("person", { name: approver.name, role: approver.role })),
    owner && fact("ask.owner", c.say("person", { name: owner.name, role: owner.role })),
    ask?.by !== undefined && fact("ask.by", rich(locale.date(ask.by, "long"))),
    ask?.start !== undefined && fact("ask.start", rich(locale.date(ask.start, "long"))),
  );
}

/** The costs of the investment that the amount pays for, and their periods. */
function pays(c: BuildContext, ink: ColorToken): readonly Paragraph[] {
  const { ask, investment } = c.bundle;
  const periods = c.figures.investment?.periods ?? [];
  const [first, last] = [periods[0]?.period, ask?.pays?.until ?? periods.at(-1)?.period];
  if (ask?.pays === undefined || investment === undefined || first === undefined || last === undefined)
    return [];
  const { costs = "all" } = ask.pays;
  const [n, m] = [costs.length, investment.costs.length];
  const few = costs !== "all" && n < NAMED;
  const what = costs === "all" || (!few && n === m) ? undefined : few ? c.locale.list(costs, "and") : "";
  const phrase = what === undefined ? "ask.pays.all" : what === "" ? "ask.pays.some" : "ask.pays.named";
  const date = (period: string): string => c.locale.period(period, "short");
  const to = first === last ? undefined : date(last);
  return [
    {
      text: c.say(phrase, { what, n, m, from: date(first), to }),
      role: "small",
      ink,
      reading: "label",
    },
  ];
}

/** Names of costs from which on they are counted instead. */
const NAMED = 3;

export function askTerms(c: BuildContext, ink?: ColorToken): Block | undefined {
  const terms = c.bundle.ask?.terms ?? [];
  if (terms.length === 0) return undefined;
  return stack(
    "hair",
    heading(c.say("ask.terms"), ink),
    bullets(
      terms.map((term) => c.rich(term)),
      "small",
    ),
  );
}

/** The title that says what is asked for: the decision itself, or the title of a deck that asks for none. */
export const askTitle = ({
  bundle,
  rich: filled,
}: SlideContext): Pick<PointInit<null>, "title" | "titleFrom"> =>
  bundle.ask
    ? { title: filled(bundle.ask.decision), titleFrom: ["ask", "decision"] }
    : { title: rich(bundle.title), titleFrom: ["title"] };
