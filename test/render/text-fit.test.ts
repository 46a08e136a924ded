import { expect, test } from "vitest";
import { boxesOf } from "./text-fit/boxes.ts";
import { linesInLibreOffice } from "./text-fit/lines.ts";
import { PROSE } from "./text-fit/prose.ts";

test("no text box needs more lines in LibreOffice than the layout predicts", async () => {
  const boxes = boxesOf(20_261_012, 40);
  const lines = await linesInLibreOffice(boxes);
  expect(lines).toHaveLength(boxes.length);
  const results = boxes.map((box, index) => ({ ...box, actual: lines[index] ?? 0 }));
  const share = (list: typeof results) => list.filter(({ predicted, actual }) => predicted === actual).length / list.length;
  for (const { name } of PROSE) {
    const those = results.filter(({ prose }) => prose.name === name);
    const over = those.filter(({ predicted, actual }) => predicted > actual).length;
    console.log(`${name}: ${those.length} boxes, ${(share(those) * 100).toFixed(1)}% exact, ${over} over-predicted`);
  }
  console.log(`all: ${results.length} boxes, ${(share(results) * 100).toFixed(1)}% exact`);
  const under = results.filter(({ predicted, actual }) => actual > predicted);
  expect(
    under.map(({ predicted, actual, width, runs }) => ({ predicted, actual, width, runs })),
    "boxes that need more lines than predicted",
  ).toEqual([]);
  expect(share(results)).toBeGreaterThanOrEqual(0.95);
});
