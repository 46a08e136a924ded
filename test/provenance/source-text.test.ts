import { describe, expect, test } from "vitest";
import { Marks } from "../../src/provenance/marks.ts";
import { follow, gathered, sourceText, type Traced, withMarks } from "../../src/provenance/source-text.ts";

const FIGURES: Readonly<Record<string, string>> = { "{{leak.latest}}": "−1.4 points", "{{cost}}": "EUR 420" };

/** Origins of a printed text, followed from a letter of the field to the one at `at`. */
function originsOf(written: string, printed: string, start = 0, at = 0) {
  const source = sourceText(written, { path: ["title"] }, (expression) => FIGURES[expression] ?? "");
  const traced: Traced = Array.from({ length: printed.length });
  follow(source, start, printed, at, printed.length, traced);
  return gathered(traced);
}

describe("a text in print", () => {
  test("has the letters of its source", () => {
    expect(originsOf("Pipes leak.", "Pipes leak.")).toEqual([
      { at: 0, length: 11, path: ["title"], start: 0, end: 11 },
    ]);
  });

  test("is followed past markup, and to the end of what is left of it", () => {
    expect(originsOf("We **must** act [now](https://a.example/x).", "We must act now")).toEqual([
      { at: 0, length: 3, path: ["title"], start: 0, end: 3 },
      { at: 3, length: 4, path: ["title"], start: 5, end: 9 },
      { at: 7, length: 5, path: ["title"], start: 11, end: 16 },
      { at: 12, length: 3, path: ["title"], start: 17, end: 20 },
    ]);
  });

  test("has the expression for what it printed, whatever became of the sign", () => {
    expect(originsOf("They left {{leak.latest}} less.", "They left 1.4 points less.")).toEqual([
      { at: 0, length: 10, path: ["title"], start: 0, end: 10 },
      { at: 10, length: 10, path: ["title"], start: 10, end: 25, figure: "leak.latest" },
      { at: 20, length: 6, path: ["title"], start: 25, end: 31 },
    ]);
  });

  test("is followed to the left, where it begins with an expression", () => {
    expect(originsOf("{{cost}} a year", "At EUR 420 a year.", 9, 11)).toMatchObject([
      { at: 3, length: 7, start: 0, end: 8, figure: "cost" },
      { at: 10, length: 7, start: 8, end: 15 },
    ]);
  });

  test("ends where the words are others", () => {
    expect(originsOf("Pipes leak. They cost money.", "Pipes leak: we know.")).toEqual([
      { at: 0, length: 10, path: ["title"], start: 0, end: 10 },
    ]);
  });
});

describe("marks", () => {
  test("stand behind first letters, and come out again as they went in", () => {
    const marks = new Marks<number>();
    const text = "Öljy vuotaa. Miksi? [Täällä](https://a.example/B.C) **Älä** odota: {{cost}} on paljon.";
    const marked = withMarks(text, false, (start) => marks.of(start));
    const { text: bare, found } = marks.read(marked);
    expect(bare).toBe(text);
    expect(found.map(({ place }) => text.charAt(place))).toEqual(["Ö", "M", "T", "o"]);
    for (const { at, place } of found) expect(at).toBe(place + 1);
  });

  test("leave letters alone that they are not made of", () => {
    const marks = new Marks<number>();
    expect(marks.read("ꀀꀁ is Yi").text).toBe("ꀀꀁ is Yi");
  });
});
