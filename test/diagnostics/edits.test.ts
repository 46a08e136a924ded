import { expect, test } from "vitest";
import { type Edit, editsText, savedText } from "../../src/diagnostics/messages/edits.ts";

const changed = (number: number): Edit => ({
  ...{ kind: "changed", number, title: `Title ${number}` },
  aspects: number % 2 === 0 ? ["text"] : ["text", "shapes"],
});

test("edits are told slide by slide, and in one phrase where a program has written all anew", () => {
  expect(editsText([changed(4), { kind: "deleted", number: 9 }, { kind: "design" }])).toBe(
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
    "somebody who left no name, with LibreOffice 7.4.7.2",
  ],
  [{}, "somebody who left no name"],
])("%j reads: %s", (by, expected) => {
  expect(savedText(by)).toBe(expected);
});
