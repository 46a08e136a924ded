import ical, { ICalCalendarMethod, ICalEventRepeatingFreq } from "ical-generator";
import { withoutMarkup } from "../locales/markup.ts";
import type { Bundle, Plan } from "../model/bundle/index.ts";
import { sha256 } from "../ooxml/hash.ts";
import { oneLine } from "./plain.ts";
import type { Tongue } from "./sending.ts";

type Cadence = NonNullable<Plan["cadence"]>[number];

/** Repeats of reports, as calendars write them (RFC 5545, 3.3.10). */
const REPEATS: Readonly<
  Record<Cadence["every"], { readonly freq: ICalEventRepeatingFreq; readonly interval: number }>
> = {
  day: { freq: ICalEventRepeatingFreq.DAILY, interval: 1 },
  week: { freq: ICalEventRepeatingFreq.WEEKLY, interval: 1 },
  "two weeks": { freq: ICalEventRepeatingFreq.WEEKLY, interval: 2 },
  month: { freq: ICalEventRepeatingFreq.MONTHLY, interval: 1 },
  quarter: { freq: ICalEventRepeatingFreq.MONTHLY, interval: 3 },
  year: { freq: ICalEventRepeatingFreq.YEARLY, interval: 1 },
};

/**
 * Calendar entries (RFC 5545) for what follows a decision: each next step that has a day, and each report as often as it
 * comes, from the day on which the work starts. Undefined where a bundle names none. Expects resolved expressions.
 */
export function followUps(resolved: Bundle, decidedOn: string, { words }: Tongue): string | undefined {
  const { plan, ask, title, stakeholders = [] } = resolved;
  const calendar = ical({
    prodId: { company: "Foredeck", product: "Foredeck" },
    method: ICalCalendarMethod.PUBLISH,
  });
  const start = ask?.start ?? decidedOn;
  const name = (id: string | undefined): string | undefined =>
    stakeholders.find((person) => person.id === id)?.name;
  const add = (
    kind: string,
    what: string,
    day: string,
    owner: string | undefined,
    repeating?: Cadence["every"],
  ): void => {
    const by = name(owner);
    const summary = oneLine(withoutMarkup(what));
    calendar.createEvent({
      // The same step keeps its entry when the list is written again.
      id: `${kind}-${sha256(`${title}\n${what}`).slice(0, 24)}`,
      stamp: midnight(decidedOn),
      start: midnight(day),
      allDay: true,
      summary,
      description: [oneLine(title), ...(by === undefined ? [] : [words("follow.owner", { name: by })])].join(
        "\n",
      ),
      ...(repeating === undefined ? {} : { repeating: REPEATS[repeating] }),
    });
  };
  for (const { what, by, owner } of plan?.next ?? []) if (by !== undefined) add("next", what, by, owner);
  for (const { what, every, owner } of plan?.cadence ?? []) add("report", what, start, owner, every);
  return calendar.length() === 0 ? undefined : `${calendar.toString()}\r\n`;
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);
