import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import type { Change } from "../../src/model/changes.ts";
import type { Checked } from "../../src/rules/rule.ts";
import { sentChanged } from "../../src/rules/sent-changed.ts";
import { withFigures } from "./says.ts";
import { SOUND } from "./sound.ts";

/** What the rule says of a bundle; `changes` are those since a version that was sent. */
function says(parts: Partial<Bundle>, changes?: readonly Partial<Change>[]): readonly string[] {
  const story = changes === undefined ? {} : { since: { version: "1.0", changes } };
  return sentChanged
    .check({ ...withFigures({ ...SOUND, ...parts }), story } as unknown as Checked)
    .map(({ what }) => what);
}

describe("a version of which nothing that was sent is known", () => {
  test.each([
    [
      "1.10 is after 1.9",
      { version: "1.10", history: [{ version: "1.9", date: "2026-11-11" }] },
      ['Version "1.10" is not in the history.'],
    ],
    ["a first version", { version: "1.0" }, []],
    ["an early draft", { version: "0.3" }, []],
    ["2.0 was not the first", { version: "2.0" }, ['Version "2.0" is not in the history.']],
  ])("%s", (_name, parts, expected) => {
    expect(says(parts)).toEqual(expected);
  });
});

describe("a version after one that was sent", () => {
  const ask = { kind: "ask", what: "Amount", unseen: false } as const;
  const history = [
    { version: "1.0", date: "2026-11-11" },
    { version: "1.1", date: "2026-11-18" },
  ];

  test("says why what matters is otherwise", () => {
    expect(says({ version: "1.1", history }, [ask])).toEqual([
      'Nothing says why version "1.1" differs from version "1.0": Amount.',
    ]);
  });

  test("has nothing to say where a note says it, nothing changed, or no reader sees it", () => {
    const noted = [history[0], { ...history[1], note: "Finance asked for it" }] as Bundle["history"];
    expect(says({ version: "1.1", history: noted }, [ask])).toEqual([]);
    expect(says({ version: "1.1", history }, [])).toEqual([]);
    expect(says({ version: "1.1", history }, [{ ...ask, unseen: true }])).toEqual([]);
  });
});
