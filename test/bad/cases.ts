import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import * as messages from "../../src/diagnostics/messages.ts";
import { RULES, type Rule } from "../../src/rules/index.ts";
import { LEAST } from "../read/bundles.ts";
import { SOUND } from "../rules/sound.ts";

/** One way to go wrong: what is in the folder, and what the program must answer. */
export interface BadCase {
  readonly name: string;
  /** Text or bytes of b.json; an object is written as JSON; left out where there is none. */
  readonly bundle?: string | Uint8Array | object;
  /** Puts further things into the folder. */
  readonly prepare?: (folder: string) => void;
  /** Arguments after build; b.json -o deck.pptx when left out. */
  readonly argv?: readonly string[];
  /** What is said, as the message functions say it; place and path are checked to be there. */
  readonly says: readonly Diagnostic[];
  readonly exit: 1 | 2;
  /** True where the target is not a deck that was there before. */
  readonly noDeck?: boolean;
}

const CSV = { csv: "data.csv", period: "month", value: "n" };
const metric = (values: object) => ({ ...LEAST, metrics: [{ id: "visits", name: "Visits", values }] });
const picture = (file: string) => ({
  ...LEAST,
  pictures: [{ id: "p", file, alt: "A drawing", message: "It is drawn" }],
});
const file = (name: string, content: string | Uint8Array) => (folder: string) =>
  writeFileSync(join(folder, name), content);
const withField = (field: string) => `{ ${field}, ${JSON.stringify(LEAST).slice(1)}`;
const utf16 = (text: string) =>
  Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);
const objection = (id: string, attacks: readonly string[]) => ({
  id,
  objection: "Too dear",
  answer: "It is not",
  attacks,
});

const TEXT: readonly BadCase[] = [
  { name: "an empty file", bundle: "", says: [messages.bundleEmpty({})], exit: 2 },
  {
    name: "JSON that was cut off",
    bundle: '{ "title": "x", "why": { "statement": "y" ',
    says: [messages.syntaxError({}, "CloseBraceExpected")],
    exit: 1,
  },
  {
    name: "text that was cut off",
    bundle: '{ "title": "x',
    says: [messages.syntaxError({}, "UnexpectedEndOfString")],
    exit: 1,
  },
  {
    name: "a comma that is missing",
    bundle: withField('"date": "2026-01-01" "version": "1"'),
    says: [messages.syntaxError({}, "CommaExpected")],
    exit: 1,
  },
  {
    name: "single quotation marks",
    bundle: withField("\"date\": '2026-01-01'"),
    says: [messages.unknownWord({}, "'2026-01-01'")],
    exit: 1,
  },
  {
    name: "typographic quotation marks",
    bundle: withField('"date": “2026-01-01”'),
    says: [messages.unknownWord({}, "“2026-01-01”")],
    exit: 1,
  },
  {
    name: "NaN",
    bundle: withField('"ask": { "decision": "Approve it", "amount": NaN }'),
    says: [messages.unknownWord({}, "NaN")],
    exit: 1,
  },
  {
    name: "Infinity",
    bundle: withField('"ask": { "decision": "Approve it", "amount": -Infinity }'),
    says: [messages.unknownWord({}, "-Infinity")],
    exit: 1,
  },
  {
    name: "1e308",
    bundle: withField('"ask": { "decision": "Approve it", "amount": 1e308 }'),
    says: [messages.numberOutOfRange({}, "1e308")],
    exit: 1,
  },
  { name: "an array at the top", bundle: "[]", says: [messages.notAnObject({}, "a list [ … ]")], exit: 1 },
  { name: "text at the top", bundle: '"hello"', says: [messages.notAnObject({}, "text")], exit: 1 },
  { name: "UTF-16", bundle: utf16(JSON.stringify(LEAST)), says: [messages.utf16({})], exit: 2 },
  { name: "Latin-1", bundle: Uint8Array.from([0x7b, 0xe9, 0x7d]), says: [messages.notUtf8({})], exit: 2 },
  {
    name: "a picture in place of a bundle",
    bundle: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    says: [messages.notUtf8({})],
    exit: 2,
  },
  {
    name: "a hundred thousand brackets",
    bundle: `{ "title": ${"[".repeat(100_000)}`,
    says: [messages.tooDeep({}, 64)],
    exit: 1,
  },
  {
    name: "a field that is there twice",
    bundle: withField('"title": "Other"'),
    says: [messages.duplicateKey({}, "title", 1)],
    exit: 1,
  },
  {
    name: "__proto__",
    bundle: withField('"__proto__": { "title": "x" }'),
    says: [messages.forbiddenKey({}, "__proto__")],
    exit: 1,
  },
  {
    name: "constructor",
    bundle: withField('"constructor": {}'),
    says: [messages.forbiddenKey({}, "constructor")],
    exit: 1,
  },
  {
    name: "a control character",
    bundle: withField('"subtitle": "a\\u0007b"'),
    says: [messages.controlCharacter({}, 7)],
    exit: 1,
  },
  {
    name: "a line break in text",
    bundle: withField('"subtitle": "a\\nb"'),
    says: [messages.controlCharacter({}, 10)],
    exit: 1,
  },
  {
    name: "half an emoji",
    bundle: withField('"subtitle": "\\ud83d"'),
    says: [messages.loneSurrogate({}, 0xd83d)],
    exit: 1,
  },
];

const FIELDS: readonly BadCase[] = [
  {
    name: "an empty object",
    bundle: "{}",
    says: [
      messages.missingField({}, "title", "The bundle", "The title of the deck."),
      messages.missingField({}, "why", "The bundle", "The why. Its id is: why."),
      messages.missingField({}, "goals", "The bundle", undefined),
      messages.missingField({}, "quotes", "The bundle", undefined),
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
    says: [messages.unknownChoice({}, "finl", ["draft", "final"], "final", undefined)],
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
    says: [messages.duplicateId({}, "use", "a goal", 8)],
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

const FILES: readonly BadCase[] = [
  {
    name: "a CSV file that is missing",
    bundle: metric(CSV),
    says: [messages.attachmentMissing({}, "CSV file", "data.csv")],
    exit: 1,
  },
  {
    name: "a CSV file that is a folder",
    bundle: metric(CSV),
    prepare: (f) => mkdirSync(join(f, "data.csv")),
    says: [messages.attachmentUnreadable({}, "CSV file", "data.csv", "folder")],
    exit: 1,
  },
  {
    name: "a CSV file that is not UTF-8",
    bundle: metric(CSV),
    prepare: file("data.csv", Uint8Array.from([0x6d, 0xe4])),
    says: [messages.csvNotUtf8({})],
    exit: 1,
  },
  {
    name: "a bad cell",
    bundle: metric(CSV),
    prepare: file("data.csv", "month,n\n2026-01,n/a\n"),
    says: [messages.csvCell({}, "n/a", "n", "number")],
    exit: 1,
  },
  {
    name: "a column that is missing",
    bundle: metric(CSV),
    prepare: file("data.csv", "months,n\n2026-01,1\n"),
    says: [messages.csvNoColumn({}, "month", "data.csv", "months", [])],
    exit: 1,
  },
  {
    name: "a quotation mark that is not closed",
    bundle: metric(CSV),
    prepare: file("data.csv", 'month,n\n2026-01,"1\n'),
    says: [messages.csvBroken({}, "quote")],
    exit: 1,
  },
  {
    name: "a CSV file of 100 MB",
    bundle: metric(CSV),
    prepare: (f) => {
      writeFileSync(join(f, "data.csv"), "");
      truncateSync(join(f, "data.csv"), 100 * 1_048_576);
    },
    says: [messages.attachmentTooLarge({}, "CSV file", "data.csv", 20 * 1_048_576)],
    exit: 1,
  },
  {
    name: "a path that climbs out",
    bundle: metric({ ...CSV, csv: "../data.csv" }),
    says: [messages.attachmentOutside({}, "CSV file", "../data.csv")],
    exit: 1,
  },
  {
    name: "an absolute path",
    bundle: metric({ ...CSV, csv: "/etc/passwd" }),
    says: [messages.attachmentOutside({}, "CSV file", "/etc/passwd")],
    exit: 1,
  },
  {
    name: "a link that leads out",
    bundle: metric(CSV),
    prepare: (f) => symlinkSync("/etc/passwd", join(f, "data.csv")),
    says: [messages.attachmentOutside({}, "CSV file", "data.csv")],
    exit: 1,
  },
  {
    name: "a picture on the network",
    bundle: picture("https://example.com/p.png"),
    says: [messages.attachmentRemote({}, "picture", "https://example.com/p.png")],
    exit: 1,
  },
  {
    name: "a picture that is missing",
    bundle: picture("p.png"),
    says: [messages.attachmentMissing({}, "picture", "p.png")],
    exit: 1,
  },
  {
    name: "a picture that is a web page",
    bundle: picture("p.png"),
    prepare: file("p.png", "<!doctype html>"),
    says: [messages.notAPicture({}, "p.png", "a web page")],
    exit: 1,
  },
  {
    name: "a picture that is cut off",
    bundle: picture("p.png"),
    prepare: file("p.png", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])),
    says: [messages.pictureBroken({}, "p.png")],
    exit: 1,
  },
];

const CALLS: readonly BadCase[] = [
  { name: "a bundle that is not there", says: [messages.bundleNotFound("b.json", undefined)], exit: 2 },
  {
    name: "a bundle whose name is misspelt",
    bundle: LEAST,
    argv: ["bb.json", "-o", "deck.pptx"],
    says: [messages.bundleNotFound("bb.json", "b.json")],
    exit: 2,
  },
  {
    name: "a bundle of 100 MB",
    bundle: "",
    prepare: (f) => truncateSync(join(f, "b.json"), 100 * 1_048_576),
    says: [messages.bundleFileTooLarge("b.json", 20 * 1_048_576)],
    exit: 2,
  },
  {
    name: "a device in place of a bundle",
    argv: ["/dev/zero", "-o", "deck.pptx"],
    says: [messages.bundleNotAFile("/dev/zero")],
    exit: 2,
  },
  {
    name: "a folder without bundles",
    prepare: (f) => mkdirSync(join(f, "in")),
    argv: ["in"],
    says: [messages.folderWithoutBundles("in")],
    exit: 2,
  },
  {
    name: "-o for two bundles",
    bundle: LEAST,
    prepare: file("c.json", "{}"),
    argv: ["b.json", "c.json", "-o", "deck.pptx"],
    says: [messages.outputNeedsOneBundle(2)],
    exit: 2,
  },
  {
    name: "-o and --out-dir",
    bundle: LEAST,
    argv: ["b.json", "-o", "deck.pptx", "--out-dir", "."],
    says: [messages.outputAndFolder()],
    exit: 2,
  },
  {
    name: "a target that is the bundle itself",
    bundle: LEAST,
    argv: ["b.json", "-o", "./b.json"],
    says: [messages.outputIsInput("./b.json")],
    exit: 2,
  },
  {
    name: "two bundles for one target",
    bundle: LEAST,
    prepare: (f) => {
      mkdirSync(join(f, "in"));
      writeFileSync(join(f, "in", "b.json"), JSON.stringify(LEAST));
    },
    argv: ["b.json", "in/b.json"],
    says: [messages.sameOutput("out/b.pptx", "b.json", "in/b.json")],
    exit: 2,
  },
  {
    name: "a theme on the command line that does not exist",
    bundle: LEAST,
    argv: ["b.json", "-o", "deck.pptx", "--theme", "bordroom"],
    says: [messages.unknownTheme({}, "bordroom", "boardroom", [])],
    exit: 2,
  },
  {
    name: "a target that is a folder",
    bundle: LEAST,
    prepare: (f) => mkdirSync(join(f, "target")),
    argv: ["b.json", "-o", "target"],
    says: [messages.targetIsFolder("target")],
    exit: 2,
  },
  {
    name: "a target that is write-protected",
    bundle: LEAST,
    prepare: (f) => chmodSync(join(f, "deck.pptx"), 0o444),
    says: [messages.targetProtected("deck.pptx")],
    exit: 2,
  },
  {
    name: "a target below a file",
    bundle: LEAST,
    argv: ["b.json", "-o", "deck.pptx/deck.pptx"],
    says: [messages.targetBelowFile("deck.pptx/deck.pptx")],
    exit: 2,
  },
];

/** What a rule says, with its own why and hint. */
const weak = (code: string, what: string): Diagnostic => {
  const { severity, why, hint } = RULES.find((rule): rule is Rule => rule.code === code) ?? {
    severity: "error",
    why: "",
    hint: "",
  };
  return { code, severity, what, why, hint };
};
const { approver: _approver, by: _by, ...ask } = SOUND.ask ?? { decision: "" };

/** Final decks that nobody should get; the same drafts are built. */
const ARGUMENT: readonly BadCase[] = [
  {
    name: "a final deck whose ask nobody decides",
    bundle: { ...SOUND, ask: { ...ask, by: "2026-12-04" } },
    says: [weak("ask/complete", "The ask does not say who decides: approver is missing.")],
    exit: 1,
  },
  {
    name: "a final deck with two errors in its argument",
    bundle: {
      ...SOUND,
      ask: { ...ask, approver: "head" },
      metrics: [
        ...(SOUND.metrics ?? []),
        {
          id: "tea",
          name: "Tea",
          unit: "cups",
          source: "s",
          asOf: "2026-10-31",
          owner: "head",
          values: [{ period: "2026", value: 1 }],
        },
      ],
    },
    says: [
      weak("ask/complete", "The ask does not say by when the decision is needed: by is missing."),
      weak("goals/linked", 'The metric "tea" supports no goal, no reason and not the ask.'),
    ],
    exit: 1,
  },
  {
    name: "silencing what nobody may silence",
    bundle: { ...SOUND, rules: { "quotes/consent": { severity: "off", because: "We are among friends" } } },
    says: [messages.ruleIsFirm({}, "quotes/consent")],
    exit: 1,
  },
  {
    name: "silencing without a reason",
    bundle: { ...SOUND, rules: { "chart/form": { severity: "off" } } },
    says: [messages.missingField({}, "because", 'rules["chart/form"]', "A sentence.")],
    exit: 1,
  },
];

export const BAD: readonly BadCase[] = [...TEXT, ...FIELDS, ...FILES, ...CALLS, ...ARGUMENT];
