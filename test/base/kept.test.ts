import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kept } from "../../src/base/kept.ts";

describe("what is kept", () => {
  test("the whole, where nothing changed", () => {
    const before = { a: [1, { b: "c" }], d: null };
    expect(kept(before, { a: [1, { b: "c" }], d: null })).toBe(before);
  });

  test("each part that did not change, beside what did", () => {
    const before = { a: [{ n: 1 }, { n: 2 }], b: { n: 3 } };
    const after = kept(before, { a: [{ n: 1 }, { n: 9 }], b: { n: 3 } });
    expect(after).toEqual({ a: [{ n: 1 }, { n: 9 }], b: { n: 3 } });
    expect(after.a[0]).toBe(before.a[0]);
    expect(after.b).toBe(before.b);
  });

  test("a field that came or went, and one that is undefined, are changes", () => {
    expect(kept({ a: 1 }, { a: 1, b: undefined })).toStrictEqual({ a: 1, b: undefined });
    expect(kept({ a: 1, b: undefined }, { a: 1 })).toStrictEqual({ a: 1 });
    expect(kept({ a: 1, b: 2 }, { a: 1, c: 2 })).toStrictEqual({ a: 1, c: 2 });
    expect(kept([1, 2], [1])).toStrictEqual([1]);
    expect(kept({ 0: "a" }, ["a"])).toStrictEqual(["a"]);
  });

  test("it always says what `after` says, and changes neither", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        const [one, two] = [JSON.stringify(before), JSON.stringify(after)];
        expect(kept(before, after)).toStrictEqual(after);
        expect([JSON.stringify(before), JSON.stringify(after)]).toEqual([one, two]);
      }),
      { numRuns: 300, seed: 20_261_118 },
    );
  });
});
