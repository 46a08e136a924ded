import type { FillPhrase } from "../../locales/en/phrases.ts";
import type { Locale } from "../../locales/locale.ts";
import { withoutMarkup } from "../../locales/markup.ts";
import type { Bundle, Decided } from "../../model/bundle/index.ts";

/** A note of thanks to one person: what they gave, and what came of it. */
export interface Thanks {
  /** Id of the stakeholder; null for a person or team that the bundle names only by a win. */
  readonly id: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly subject: string;
  readonly gave: readonly string[];
  readonly came: readonly string[];
  readonly text: string;
}

interface Tongue {
  readonly locale: Locale;
  readonly words: FillPhrase<string>;
}

/** The decision that notes of thanks tell of: that on the bundle, or that on its last version where `next` has opened another. */
export const decidedLast = ({ decided, history }: Bundle): Decided | undefined =>
  decided ?? history?.at(-1)?.decided;

/**
 * A note for each person who was met or quoted, who raised an objection, or who made a win happen; with their own words
 * alone, and with no word on what anybody thinks of the proposal. Who asks gets none.
 */
export function thanksOf(resolved: Bundle, decided: Decided | undefined, tongue: Tongue): readonly Thanks[] {
  const { stakeholders = [], wins = [], contact } = resolved;
  const came = cameOf(resolved, decided, tongue);
  const known = stakeholders.map((person) => ({
    ...person,
    gave: gaveOf(person.id, person.name, resolved, tongue),
  }));
  const others = [...new Set(wins.flatMap(({ thanks }) => thanks ?? []))]
    .filter((name) => stakeholders.every((person) => person.name !== name))
    .map((name) => ({ id: null, name, gave: winsOf(name, resolved, tongue) }));
  return [...known, ...others]
    .filter(({ name, gave }) => gave.length > 0 && name !== contact?.name)
    .map((person): Thanks => {
      const { id, name, gave } = person;
      const email = (person as { readonly email?: string }).email ?? null;
      const { words } = tongue;
      const text = [
        words("thanks.greeting", { name: first(name, id !== null) }),
        words("thanks.gave", { title: resolved.title }),
        gave.map((line) => `- ${line}`).join("\n"),
        words("thanks.came"),
        came.map((line) => `- ${line}`).join("\n"),
        [words("thanks.end"), contact?.name].filter((line) => line !== undefined).join("\n"),
      ].join("\n\n");
      return {
        id,
        name,
        email,
        subject: words("thanks.subject", { title: resolved.title }),
        gave,
        came,
        text: `${text}\n`,
      };
    });
}

/** First name of a person; teams are called by all of theirs. */
const first = (name: string, person: boolean): string => (person ? (name.split(/\s+/u)[0] ?? name) : name);

function gaveOf(id: string, name: string, resolved: Bundle, tongue: Tongue): readonly string[] {
  const { locale, words } = tongue;
  const person = resolved.stakeholders?.find((each) => each.id === id);
  const met =
    person?.met === undefined || (resolved.date !== undefined && person.met > resolved.date)
      ? []
      : [words("thanks.met", { date: locale.date(person.met, "long") })];
  const quotes = resolved.quotes
    .filter(({ from, permission }) => from === id && permission !== undefined && permission !== "none")
    .map(({ text }) => words("thanks.quote", { quote: locale.quote(text) }));
  const raised = (resolved.objections ?? [])
    .filter((objection) => objection.from === id && objection.raised !== undefined)
    .map(({ objection }) => words("thanks.objection", { objection: locale.quote(withoutMarkup(objection)) }));
  return [...met, ...quotes, ...raised, ...winsOf(name, resolved, tongue)];
}

const winsOf = (name: string, { wins = [] }: Bundle, { locale, words }: Tongue): readonly string[] =>
  wins
    .filter(({ thanks }) => thanks === name)
    .map(({ what, date }) =>
      words("thanks.win", { what: withoutMarkup(what), date: locale.date(date, "long") }),
    );

/** Lines on what came of it: the decision where there is one, else when it is due, and the next steps. */
function cameOf(
  resolved: Bundle,
  decided: Decided | undefined,
  { locale, words }: Tongue,
): readonly string[] {
  const { ask, plan } = resolved;
  const decision = withoutMarkup(decided?.decision ?? ask?.decision ?? resolved.title);
  const outcome =
    decided === undefined
      ? [
          ask?.by === undefined
            ? words("thanks.open", { decision })
            : words("thanks.due", { decision, date: locale.date(ask.by, "long") }),
        ]
      : [words(`thanks.${decided.result}`, { decision, date: locale.date(decided.date, "long") })];
  const goes =
    decided === undefined || decided.result === "no" || decided.result === "later" ? [] : (plan?.next ?? []);
  return [
    ...outcome,
    ...(decided?.conditions ?? []).map((condition) =>
      words("thanks.condition", { condition: withoutMarkup(condition) }),
    ),
    ...goes
      .slice(0, 3)
      .map(({ what, by }) =>
        words("thanks.next", { what: withoutMarkup(what), by: by && locale.date(by, "long") }),
      ),
  ];
}
