import ical, { type ICalCalendar, ICalCalendarMethod } from "ical-generator";
import { backgroundLines, openingLines } from "./mail.ts";
import { oneLine } from "./plain.ts";
import type { Sending, Tongue } from "./sending.ts";

const MINUTE = 60_000;

/**
 * Calendar entries (RFC 5545) for the day of the decision and for the meeting; undefined where a bundle names neither.
 * `identity` names the bundle from version to version, so that a later one moves the entries instead of adding others.
 */
export function calendarText(sending: Sending, tongue: Tongue, identity: string): string | undefined {
  const { title, by, purpose, meeting, date, revision } = sending;
  const calendar = ical({
    prodId: { company: "Foredeck", product: "Foredeck" },
    method: ICalCalendarMethod.PUBLISH,
  });
  const about = [...openingLines(sending, tongue), ...backgroundLines(sending, tongue)].map(oneLine);
  const common = { stamp: midnight(date), sequence: revision, description: about.join("\n") };
  if (by !== undefined && purpose !== "inform")
    calendar.createEvent({
      ...common,
      id: `decision-${identity}`,
      start: midnight(by),
      allDay: true,
      summary: oneLine(
        tongue.words(purpose === "discuss" ? "calendar.by.discuss" : "calendar.by", { title }),
      ),
    });
  if (meeting !== undefined) addMeeting(calendar, meeting, { ...common, id: `meeting-${identity}` });
  return calendar.length() === 0 ? undefined : `${calendar.toString()}\r\n`;
}

function addMeeting(
  calendar: ICalCalendar,
  { name, date, time, timezone, minutes, place }: NonNullable<Sending["meeting"]>,
  common: {
    readonly id: string;
    readonly stamp: Date;
    readonly sequence: number;
    readonly description: string;
  },
): void {
  const start = time === undefined ? midnight(date) : instantOf(date, time, timezone);
  calendar.createEvent({
    ...common,
    start,
    ...(time === undefined ? { allDay: true } : { floating: timezone === undefined }),
    ...(time === undefined || minutes === undefined
      ? {}
      : { end: new Date(start.getTime() + minutes * MINUTE) }),
    summary: oneLine(name),
    ...(place === undefined ? {} : { location: oneLine(place) }),
  });
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/**
 * Instant at which clocks of a time zone show a time; without a zone, the time itself, for an entry that floats. A time that
 * a zone skips in spring is the one an hour later, as RFC 5545 3.3.5 has it; of one that comes twice, the first.
 */
export function instantOf(day: string, time: string, zone: string | undefined): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (zone === undefined) return new Date(wall);
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const fits = [before, after]
    .map((offset) => wall - offset)
    .filter((at) => at + offsetAt(at, zone) === wall);
  return new Date(fits.length > 0 ? Math.min(...fits) : wall - before);
}

const DAY = 86_400_000;

/** Distance in ms of the clocks of a time zone from UTC at an instant. */
function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(new Date(at));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
  const shown = `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}Z`;
  return Date.parse(shown) - Math.floor(at / 1_000) * 1_000;
}
