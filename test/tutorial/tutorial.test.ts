import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { begin, filesIn, follow, PAGE, SAMPLE } from "./follow.ts";

/** The tutorial, followed to the letter. What drifts is written anew by `npm run tutorial`, and the diff read like code. */
const page = readFileSync(PAGE, "utf8");
const folder = begin();
let now = "";
beforeAll(async () => {
  now = await follow(page, folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("its commands print what stands in it", () => {
  expect(now).toBe(page);
});

test("it ends with the sample, in which every file has the same bytes", () => {
  expect(filesIn(folder)).toEqual(filesIn(SAMPLE));
  const others = filesIn(SAMPLE).filter(
    (name) => !readFileSync(join(folder, name)).equals(readFileSync(join(SAMPLE, name))),
  );
  expect(others).toEqual([]);
});

test("the sample is small", () => {
  const bytes = filesIn(SAMPLE).map((name) => statSync(join(SAMPLE, name)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000);
});
