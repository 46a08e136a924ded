import * as messages from "../../../src/diagnostics/messages/index.ts";
import { LEAST } from "../../read/bundles.ts";
import { type BadCase, withField } from "./case.ts";

const utf16 = (text: string) =>
  Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);

/** Files that are no JSON, or not as it should be written. */
export const TEXT: readonly BadCase[] = [
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
    says: [messages.notText({}, "png")],
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
