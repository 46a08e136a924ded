import { expect, test } from "vitest";
import { editsText, type SlideEdit, savedText } from "../../src/diagnostics/messages/edits.ts";

const changed = (number: number): SlideEdit => ({
  ...{ kind: "changed", number, title: `Title ${number}` },
  aspects: number % 2 === 0 ? ["text"] : ["text", "shapes"],
  texts: [],
});

test("edits are told slide by slide, and in one phrase where a program has written all anew", () => {
  expect(editsText([changed(4), { kind: "deleted", number: 9, title: "" }, { kind: "design" }])).toBe(
    'slide 4 ("Title 4"): text; slide 9 was deleted; the design of the slides was changed',
  );
  expect(editsText([{ kind: "sections" }, { kind: "properties", names: ["title", "keywords"] }])).toBe(
    "the sections were changed; title, keywords in the file's properties were changed",
  );
  const all = Array.from({ length: 30 }, (_, n) => changed(n + 1));
  expect(editsText([...all, { kind: "design" }])).toBe(
    "30 slides, from slide 1 to slide 30: text, shapes; the design of the slides was changed",
  );
});

test("what people do to single slides is told by its own name", () => {
  const title = "Costs";
  expect(
    editsText([
      { kind: "hidden", number: 3, title },
      { kind: "moved", number: 4, title },
      { kind: "deleted", number: 5, title },
      { kind: "comment", number: 4, author: "Anna Kivi", text: "Is it so?", reply: false },
      { kind: "comment", number: 4, author: "", text: "It is.", reply: true },
    ]),
  ).toBe(
    'slide 3 was hidden ("Costs"); slide 4 was moved ("Costs"); slide 5 was deleted ("Costs"); comment by Anna Kivi on slide 4: "Is it so?"; reply by an unnamed author on slide 4: "It is."',
  );
});

test.each<[object, string]>([
  [{ before: "In May", now: "In June" }, '"In May" is now "In June"'],
  [{ before: "In May" }, '"In May" is gone'],
  [{ now: "In June" }, 'now "In June"'],
  [
    { before: `${"word ".repeat(60)}end`, now: `${"word ".repeat(60)}stop` },
    '"…word word word word word word word word end" is now "…word word word word word word word word stop"',
  ],
])("words that changed are quoted: %#", (text, said) => {
  expect(editsText([{ kind: "changed", number: 1, title: "A", aspects: ["text"], texts: [text] }])).toBe(
    `slide 1 ("A"): text (${said})`,
  );
});

test.each([
  [
    { person: "Aino", program: "Microsoft Office PowerPoint", at: "2026-11-12T09:30:00Z" },
    "Aino, with Microsoft Office PowerPoint, on 2026-11-12",
  ],
  [
    {
      program: "LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2",
      at: "2026-11-12T00:00:00Z",
    },
    "an unnamed person, with LibreOffice 7.4.7.2",
  ],
  [{}, "an unnamed person"],
])("%j reads: %s", (by, expected) => {
  expect(savedText(by)).toBe(expected);
});
