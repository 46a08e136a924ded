import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { deckDate } from "./facts/dates.ts";
import { olderThan } from "./facts/versions.ts";
import type { Finding, Rule } from "./rule.ts";

export const timeOrder: Rule = {
  code: "time/order",
  severity: "error",
  on: "bundle",
  reads: ["date", "meeting.date", "ask.by", "ask.start", "version"],
  asks: "Days are in order: what was read, said, won and sent comes before the deck, the deck before its meeting, the decision before the start.",
  why: "A quote from next month or work that starts before its approval makes a reader doubt every other date.",
  hint: "Correct the date that is wrong.",
  source: "ISO 8601-1:2019; IBCS, CHECK: dates are data and agree with each other",
  examples: {
    valid: { wins: [{ date: "2026-11-03", what: "One branch answered the same day" }] },
    invalid: { wins: [{ date: "2027-11-03", what: "One branch answered the same day" }] },
  },
  check: ({ bundle }) => [...beforeTheDeck(bundle), ...untilTheStart(bundle), ...sentVersions(bundle)],
};

/** Everything that the deck reports as done lies before it. */
function beforeTheDeck(bundle: Bundle): readonly Finding[] {
  const { quotes, wins = [], sources = [], stakeholders = [] } = bundle;
  const deck = deckDate(bundle);
  if (deck === undefined) return [];
  const late = (
    what: string,
    day: string | undefined,
    path: readonly (string | number)[],
    more: Partial<Finding> = {},
  ): readonly Finding[] =>
    day === undefined || day <= deck
      ? []
      : [{ what: `${what} is dated ${day}, after the deck of ${deck}.`, path, ...more }];
  return [
    ...quotes.flatMap(({ id, date }, n) => late(`The quote ${quoted(id)}`, date, ["quotes", n, "date"])),
    ...wins.flatMap(({ what, date }, n) => late(`The win ${quoted(what)}`, date, ["wins", n, "date"])),
    ...sources.flatMap(({ id, date }, n) => late(`The source ${quoted(id)}`, date, ["sources", n, "date"])),
    // The rule people/heard looks at those who have a say.
    ...stakeholders.flatMap(({ name, met, part = "informed", id }, n) =>
      (part === "informed" || part === "driver") && id !== bundle.ask?.approver
        ? late(`The talk with ${name}`, met, ["stakeholders", n, "met"])
        : [],
    ),
  ];
}

/** Deck, meeting, decision, start. */
function untilTheStart(bundle: Bundle): readonly Finding[] {
  const { ask, meeting, purpose = "decide", date, plan } = bundle;
  const out: Finding[] = [];
  const decides = purpose === "decide";
  // The rule plan/next says so where no other meeting is fixed.
  const another = (plan?.cadence ?? []).length > 0 || (plan?.milestones ?? []).length > 0;
  if (decides && another && date !== undefined && meeting !== undefined && meeting.date < date)
    out.push({
      what: `The deck of ${date} is read before a meeting that was on ${meeting.date}.`,
      hint: "Correct the date of the deck or of the meeting.",
      path: ["meeting", "date"],
    });
  if (ask?.by !== undefined && meeting === undefined && date !== undefined && ask.by < date)
    out.push({
      what: `The decision is needed by ${ask.by}, before the deck of ${date}.`,
      hint: "Move ask.by to a day after the deck.",
      path: ["ask", "by"],
    });
  const decided = ask?.by ?? meeting?.date;
  if (ask?.start !== undefined && decided !== undefined && ask.start < decided) {
    const [earliest, both] = [
      meeting?.date ?? decided,
      ask.by === undefined ? "meeting is on" : "decision is needed by",
    ];
    out.push({
      what: `The work starts on ${ask.start}, but the ${both} ${decided}.`,
      // Between the meeting and the last day for a yes, an early yes makes it possible.
      ...(ask.start >= earliest && earliest !== decided ? { severity: "warning" as const } : {}),
      hint: "Move ask.start to the day of the decision or after it.",
      path: ["ask", "start"],
    });
  }
  return out;
}

/** Versions that were sent: older ones first, none before an older one, none after the deck. */
function sentVersions(bundle: Bundle): readonly Finding[] {
  const { history = [], version } = bundle;
  const deck = deckDate(bundle);
  return history.flatMap((entry, n): readonly Finding[] => {
    const path = ["history", n, "date"];
    const before = history[n - 1];
    const name = `Version ${quoted(entry.version)}`;
    if (deck !== undefined && entry.date > deck && entry.version !== version)
      return [{ what: `${name} was sent on ${entry.date}, after the deck of ${deck}.`, path }];
    if (before === undefined) return [];
    const [newer, earlier] = [olderThan(before.version, entry.version), entry.date < before.date];
    if (newer === true && earlier)
      return [
        {
          what: `${name} was sent on ${entry.date}, before version ${quoted(before.version)} of ${before.date}.`,
          path,
        },
      ];
    if (newer === false && olderThan(entry.version, before.version) === true && entry.date > before.date)
      return [
        {
          what: `${name} was sent on ${entry.date}, after the newer version ${quoted(before.version)} of ${before.date}.`,
          path,
        },
      ];
    return [];
  });
}
