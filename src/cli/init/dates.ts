import type { StartDates } from "../../diagnostics/messages/starter.ts";

const DAY = 86_400_000;

/** Dates for a bundle that is begun on a day: two weeks to the meeting, three to the decision, two months to the start. */
export function startDates(today: Date): StartDates {
  // The day as people there write it, as a moment at midnight in UTC, so that days can be added.
  const day = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  const month = (back: number) => new Date(Date.UTC(today.getFullYear(), today.getMonth() - back, 1));
  const thisMonth = month(0).getTime();
  return {
    today: iso(day),
    meeting: iso(weekday(day + 14 * DAY)),
    by: iso(weekday(day + 21 * DAY)),
    start: iso(weekday(day + 60 * DAY)),
    months: [6, 5, 4, 3, 2, 1].map((back) => iso(month(back).getTime()).slice(0, 7)),
    monthEnd: iso(thisMonth - DAY),
    year: String(today.getFullYear() + 1),
  };
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Saturdays and Sundays move to the Monday after them. */
function weekday(time: number): number {
  const day = new Date(time).getUTCDay();
  return day === 6 ? time + 2 * DAY : day === 0 ? time + DAY : time;
}
