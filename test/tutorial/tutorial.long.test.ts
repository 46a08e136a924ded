import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { judge } from "../formats/pptx/judge.ts";
import { begin, filesIn, follow, PAGE, SAMPLE } from "./follow.ts";

/** The sample that the tutorial ends with, as it would be made today; `npm run tutorial` writes it anew. */
describe("the sample of the tutorial", () => {
  const folder = begin();
  beforeAll(async () => {
    await follow(readFileSync(PAGE, "utf8"), folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("has the same bytes in every file, those of what was sent among them", () => {
    expect(filesIn(folder)).toEqual(filesIn(SAMPLE));
    const others = filesIn(SAMPLE).filter(
      (name) => !readFileSync(join(folder, name)).equals(readFileSync(join(SAMPLE, name))),
    );
    expect(others).toEqual([]);
  });

  test("is small", () => {
    const bytes = filesIn(SAMPLE).map((name) => statSync(join(SAMPLE, name)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(900_000);
  });

  test.each(filesIn(SAMPLE).filter((name) => name.endsWith(".pptx")))(
    "holds no deck that Microsoft's SDK objects to: %s",
    async (name) => {
      expect(await judge(new Uint8Array(readFileSync(join(SAMPLE, name))))).toEqual([]);
    },
  );
});
