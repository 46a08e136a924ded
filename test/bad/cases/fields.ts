import * as messages from "../../../src/diagnostics/messages/index.ts";
import { LEAST } from "../../read/bundles.ts";
import { type BadCase, metric, withField } from "./case.ts";

const objection = (id: string, attacks: readonly string[]) => ({
  id,
  objection: "Too dear",
  answer: "It is not",
  attacks,
});

/** Bundles whose fields are missing, unknown, or say what cannot be. */
export const FIELDS: readonly BadCase[] = [
  {
    name: "an empty object",
    bundle: "{}",
    says: [
      messages.missingField({}, "title", "The bundle", "The title of the deck.", '"…"'),
      messages.missingField({}, "why", "The bundle", "The why. Its id is: why.", '{ "statement": "…" }'),
      messages.missingField({}, "goals", "The bundle", undefined, '[{ "id": "an-id", "name": "…" }]'),
      messages.missingField(
        {},
        "quotes",
        "The bundle",
        undefined,
        '[{ "id": "an-id", "from": "an-id", "text": "…" }]',
      ),
      messages.nothingMeasured({}),
    ],
    exit: 1,
  },
  {
    name: "an unknown field",
    bundle: withField('"meating": {}'),
    says: [messages.unknownField({}, "meating", "The bundle", "meeting", [])],
    exit: 1,
  },
  {
    name: "a number in quotation marks",
    bundle: metric([{ period: "2026", value: "12" }]),
    says: [
      messages.wrongType(
        {},
        "a number or null",
        'the text "12"',
        "The number, unscaled; null where it is missing.",
        messages.WRONG_TYPE_ADVICE.numberInQuotes,
      ),
    ],
    exit: 1,
  },
  {
    name: "a list that is one object",
    bundle: { ...LEAST, wins: { date: "2026-01-01", what: "It works" } },
    says: [
      messages.wrongType(
        {},
        "a list [ … ]",
        "an object { … }",
        undefined,
        messages.WRONG_TYPE_ADVICE.oneItem,
      ),
    ],
    exit: 1,
  },
  {
    name: "a choice that does not exist",
    bundle: { ...LEAST, status: "finl" },
    says: [messages.unknownChoice({}, "finl", ["draft", "final"], "final", undefined, true)],
    exit: 1,
  },
  {
    name: "an id with a space",
    bundle: { ...LEAST, sources: [{ id: "door counter", name: "x" }] },
    says: [messages.badId({}, "door counter")],
    exit: 1,
  },
  {
    name: "an id that is taken",
    bundle: { ...LEAST, sources: [{ id: "use", name: "x" }] },
    says: [
      messages.duplicateId({ place: { file: "", line: 9, column: 1 } }, "use", "a goal", {
        file: "",
        line: 8,
        column: 1,
      }),
    ],
    exit: 1,
  },
  {
    name: "a reserved id",
    bundle: { ...LEAST, sources: [{ id: "ask", name: "x" }] },
    says: [messages.reservedId({}, "ask")],
    exit: 1,
  },
  {
    name: "a reference to nothing",
    bundle: { ...LEAST, quotes: [{ id: "q", from: "haed", text: "x" }] },
    says: [messages.missingReference({}, "haed", "a stakeholder", "head", ["head"])],
    exit: 1,
  },
  {
    name: "a reference to the wrong thing",
    bundle: { ...LEAST, quotes: [{ id: "q", from: "use", text: "x" }] },
    says: [messages.wrongReference({}, "use", "a goal", "a stakeholder", undefined)],
    exit: 1,
  },
  {
    name: "objections that attack each other",
    bundle: { ...LEAST, objections: [objection("a", ["b"]), objection("b", ["a"])] },
    says: [messages.circularReference({}, ["a", "b", "a"]), messages.circularReference({}, ["b", "a", "b"])],
    exit: 1,
  },
  {
    name: "an objection that attacks itself",
    bundle: { ...LEAST, objections: [objection("a", ["a"])] },
    says: [messages.selfReference({}, "a")],
    exit: 1,
  },
  {
    name: "a day that does not exist",
    bundle: { ...LEAST, date: "2026-02-30" },
    says: [messages.notInCalendar({}, "2026-02-30", "2026-02-28")],
    exit: 1,
  },
  {
    name: "a period that is there twice",
    bundle: metric([
      { period: "2026", value: 1 },
      { period: "2026", value: 2 },
    ]),
    says: [messages.repeatedPeriod({}, "2026")],
    exit: 1,
  },
  {
    name: "a range without its value",
    bundle: metric([{ period: "2026", value: 1, low: 2, high: 3 }]),
    says: [messages.outsideRange({}, 1, 2, 3)],
    exit: 1,
  },
  {
    name: "a theme that does not exist",
    bundle: { ...LEAST, theme: "bordroom" },
    says: [messages.unknownTheme({}, "bordroom", "boardroom", [])],
    exit: 1,
  },
  {
    name: "an expression that resolves to nothing",
    bundle: { ...LEAST, subtitle: "Up to {{visits.lastest}}" },
    says: [messages.expressionUnknown({}, "visits.lastest", "visits.latest")],
    exit: 1,
  },
  {
    name: "an expression that reaches for a prototype",
    bundle: { ...LEAST, subtitle: "{{constructor.name}}" },
    says: [messages.expressionUnknown({}, "constructor.name", undefined)],
    exit: 1,
  },
];
