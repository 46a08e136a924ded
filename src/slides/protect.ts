import type { Bundle, Quote, Stakeholder } from "../model/bundle/index.ts";

/**
 * The bundle as far as readers may see it: the only one that slides are told and built from. Stance, influence and
 * concern are the author's, unless the bundle shows them; addresses are for mails alone; a quote without its speaker's name keeps nothing that leads to
 * the name.
 */
export function protect({ objections, ...rest }: Bundle): Bundle {
  // Links lead from many pages to the objections; where these have no page, no page speaks of them.
  const told = objections !== undefined && rest.leave?.includes("objections") !== true;
  const bundle: Bundle = told ? { ...rest, objections } : rest;
  const { stakeholders } = bundle;
  return {
    ...bundle,
    quotes: bundle.quotes.map((quote) => protectQuote(bundle, quote)),
    ...(stakeholders === undefined
      ? {}
      : {
          stakeholders: stakeholders
            .map(withoutAddress)
            .map((person) => (bundle.show === "stances" ? person : withoutViews(person))),
        }),
  };
}

const withoutAddress = ({ email: _, ...person }: Stakeholder): Stakeholder => person;

const withoutViews = ({ stance: _s, influence: _i, concern, ...person }: Stakeholder): Stakeholder =>
  person.show === "concern" && concern !== undefined ? { ...person, concern } : person;

/** A quote below a goal that its speaker answers for would be theirs by the goal. */
function protectQuote(bundle: Bundle, quote: Quote): Quote {
  if (quote.permission === "named") return quote;
  const { goal, ...rest } = quote;
  const owned = bundle.goals.some(({ id, owner }) => id === goal && owner === quote.from);
  return goal === undefined || owned ? rest : quote;
}

/** Word for a speaker who is not named: the role where others hold it too, and else what many people are. */
export function unnamed(bundle: Bundle, quote: Quote): "role" | "colleague" | "outsider" | "someone" {
  const people = bundle.stakeholders ?? [];
  const speaker = people.find(({ id }) => id === quote.from);
  const same = (of: (person: Stakeholder) => unknown): number =>
    people.filter((person) => speaker !== undefined && of(person) === of(speaker)).length;
  const holders = same(({ role }) => role.trim().toLowerCase());
  if (quote.permission === "role" && speaker !== undefined && (holders > 1 || !isPrinted(bundle, speaker)))
    return "role";
  // Where one person is listed, no page lists people, and nobody is counted out.
  const hidden = people.length < 2 || same(({ outside = false }) => outside) > 1;
  return hidden ? (speaker?.outside ? "outsider" : "colleague") : "someone";
}

/** True where a page prints the name of a person beside their role: that of the people, or one that refers to them. */
function isPrinted(bundle: Bundle, { id, name }: Stakeholder): boolean {
  if ((bundle.stakeholders ?? []).length > 1) return true;
  const { quotes: _q, stakeholders: _s, ...rest } = bundle;
  const written = JSON.stringify(rest);
  return written.includes(JSON.stringify(id)) || written.includes(JSON.stringify(name).slice(1, -1));
}

/**
 * The month of a quote without a name, where somebody else was met or quoted in it too; a day, or a month of one's own,
 * would lead to the name in the list of people.
 */
export function protectedMonth(bundle: Bundle, quote: Quote): string | undefined {
  const month = quote.date?.slice(0, 7);
  if (month === undefined) return undefined;
  const heard = [
    ...(bundle.stakeholders ?? []).map(({ id, met }) => ({ id, day: met })),
    ...bundle.quotes
      .filter(({ permission }) => permission !== undefined && permission !== "none")
      .map(({ from, date }) => ({ id: from, day: date })),
  ];
  const others = heard.some(({ id, day }) => id !== quote.from && day?.startsWith(month));
  return others ? month : undefined;
}
