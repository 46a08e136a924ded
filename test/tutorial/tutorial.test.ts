import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli } from "../cli/run.ts";
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

test("nothing is weak in the sample as it stands, with what was sent and answered beside it", async () => {
  const { exit, out } = await cli(SAMPLE, ["check", "early-curtain.json"]);
  expect([exit, out]).toEqual([0, "no problems in early-curtain.json\n"]);
});

/** Decks, what is known by their digests, and the maps of their words: they change with every change of a slide's look. */
const DRAWN = /\.(pptx|pdf)$|\/(manifest|map)\.json$|\/mails\/|jonas\.eml$/;

test("it ends with the files of the sample; those that no slide's look changes have the same bytes", () => {
  expect(filesIn(folder)).toEqual(filesIn(SAMPLE));
  const said = filesIn(SAMPLE).filter((name) => !DRAWN.test(name));
  expect(said.length).toBeGreaterThan(8);
  for (const name of said)
    expect([name, readFileSync(join(folder, name), "utf8")]).toEqual([
      name,
      readFileSync(join(SAMPLE, name), "utf8"),
    ]);
});
