import type { Stakeholder } from "../model/bundle/index.ts";
import type { DrawnColumns } from "../model/deck.ts";
import { type ColorToken, type Rich, rich } from "../model/text.ts";
import { bold, columns, filled, inked, stack } from "./blocks.ts";
import { type BuildContext, slideKind } from "./kind.ts";

const STANCES = ["opponent", "sceptic", "neutral", "supporter", "champion"] as const;
const STANCE_INK: Readonly<Record<(typeof STANCES)[number], ColorToken>> = {
  opponent: "bad",
  sceptic: "bad",
  neutral: "faint",
  supporter: "good",
  champion: "good",
};

/** The people we talked to, with their part and the day; influence against stance where the bundle shows stances. */
export const people = slideKind<null>({
  name: "people",
  shows: "Who has been talked with, what they said, and who has which part in the decision.",
  outline: (s) => {
    const all = s.bundle.stakeholders ?? [];
    if (all.length < 2) return [];
    const { date } = s.bundle;
    // A talk after the deck's date is planned, and nobody was heard in it yet.
    const met = all.filter(({ met }) => met !== undefined && (date === undefined || met <= date)).length;
    const behind = all.filter(
      (person) => person.stance === "supporter" || person.stance === "champion",
    ).length;
    const approver = all.find((person) => person.part === "approver");
    const heading = {
      n: all.length,
      met,
      allMet: met === all.length,
      single: all.length === 1,
      pair: all.length === 2,
    };
    return [
      {
        id: "people",
        section: "people",
        title: s.say("people.title", {
          ...heading,
          behind: behind > 0 ? behind : undefined,
          // Nobody is a claim about everybody, so everybody's stance has to be known.
          nobody: behind === 0 && all.every((person) => person.stance !== undefined),
        }),
        shorter: [s.say("people.title", heading)],
        short: s.words("people.short"),
        content: null,
        about: all.map((person) => person.id),
        say: [s.say("people.say", { approver: approver?.name })],
        from: [["stakeholders"]],
        body: true,
      },
    ];
  },
  build: (_point, c) => {
    const all = c.bundle.stakeholders ?? [];
    const placed = all.filter((person) => person.stance !== undefined && person.influence !== undefined);
    const shown = columnsOf(c, all);
    const table = {
      type: "table" as const,
      name: c.words("people.short"),
      alt: c.words("people.alt", { n: all.length }),
      head: shown.map(({ key }) => ({ text: c.say(`people.head.${key}`) })),
      rows: byInfluence(all).map((person) => shown.map(({ cell }) => ({ text: cell(person) }))),
      widths: shown.map(({ width }) => width),
      rowHeads: true,
      ...(placed.length < 2 ? {} : { drawn: positions(c, byInfluence(all)) }),
    };
    const map = {
      type: "plane" as const,
      name: c.words("people.map"),
      alt: c.words("people.map.alt", { n: placed.length, places: places(c, byInfluence(placed)) }),
      xBands: STANCES.map((stance) => c.words(`stance.${stance}`)),
      yBands: ["1", "2", "3", "4", "5"],
      xTitle: c.words("people.stance"),
      yTitle: c.words("people.influence"),
      points: placed.map((person) => ({
        xBand: STANCES.indexOf(person.stance ?? "neutral"),
        yBand: (person.influence ?? 1) - 1,
        code: "",
        label: rich(person.name),
        ink: STANCE_INK[person.stance ?? "neutral"],
        ring: person.part === "approver",
      })),
      says: "beside" as const,
    };
    return {
      kicker: c.say("people.kicker"),
      body:
        placed.length < 2
          ? stack("none", table)
          : columns([6, 6], [filled("none", 0, map), table], { align: "stretch" }),
      legend: placed.some((person) => person.part === "approver") ? c.say("people.legend") : [],
    };
  },
});

const byInfluence = (all: readonly Stakeholder[]): Stakeholder[] =>
  [...all].sort((a, b) => (b.influence ?? 0) - (a.influence ?? 0));

interface Column {
  readonly key: "who" | "part" | "met" | "concern" | "answered";
  readonly width: number;
  readonly cell: (person: Stakeholder) => Rich;
}

/** Columns of the table of people: who was heard, their part and when; their concern where it may be shown, and where it is answered. */
function columnsOf(c: BuildContext, all: readonly Stakeholder[]): readonly Column[] {
  const stances = c.bundle.show === "stances";
  const concerns = stances || all.some(({ concern }) => concern !== undefined);
  const answers = (person: Stakeholder): Rich =>
    (c.bundle.objections ?? [])
      .map(({ id, from }) => ({ to: `objection-${id}`, from }))
      .filter(({ from }) => from === person.id)
      .flatMap(({ to }, n) => [
        ...(n === 0 ? [] : rich(c.locale.marks.comma)),
        { text: "00", pageOf: to, to },
      ]);
  const orNone = (text: Rich): Rich => (text.length === 0 ? c.say("none") : text);
  const concern: Column = {
    key: "concern",
    width: 2,
    cell: (person) => {
      if (person.concern !== undefined) return c.rich(person.concern);
      const pages = stances ? answers(person) : [];
      return pages.length === 0 ? c.say("none") : [...c.say("people.see"), ...pages];
    },
  };
  const made: readonly (Column | false)[] = [
    {
      key: "who",
      width: 2.6,
      cell: ({ name, role, team }) => [
        ...bold(rich(name)),
        ...inked(rich(`\n${role}${team ? `${c.locale.marks.comma}${team}` : ""}`), "muted"),
      ],
    },
    { key: "part", width: 1.1, cell: ({ part }) => c.say(part ? `part.${part}` : "none") },
    {
      key: "met",
      width: 1,
      cell: ({ met }) => (met ? rich(c.locale.date(met, "dayMonth")) : inked(c.say("people.notMet"), "bad")),
    },
    concerns && concern,
    !stances &&
      all.some((person) => answers(person).length > 0) && {
        key: "answered",
        width: 1,
        cell: (person) => orNone(answers(person)),
      },
  ];
  return made.filter((column): column is Column => column !== false);
}

/** Columns that say what the map shows of each person, for those who cannot see it. */
const positions = (c: BuildContext, all: readonly Stakeholder[]): DrawnColumns => ({
  after: 2,
  head: [c.words("people.stance"), c.words("people.head.influence")],
  rows: all.map(({ stance, influence }) =>
    // The map has no place for somebody of whom only one is known.
    stance === undefined || influence === undefined
      ? ["", ""]
      : [c.words(`stance.${stance}`), `${influence}`],
  ),
});

const places = (c: BuildContext, placed: readonly Stakeholder[]): string =>
  placed
    .flatMap(({ name, stance, influence }) =>
      stance === undefined
        ? []
        : c.words("people.map.place", { name, influence, stance: c.words(`stance.${stance}`) }),
    )
    .join(c.locale.marks.semicolon);
