import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { begin, FIRST_PAGE, filesIn, follow, PAGE, SAMPLE } from "./follow.ts";

/** Follows the first tutorial, and writes what its commands print into the page. */
test("the first tutorial is written anew", async () => {
  const folder = begin();
  try {
    writeFileSync(FIRST_PAGE, await follow(readFileSync(FIRST_PAGE, "utf8"), folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Follows the tutorial, and writes what its commands print into the page, and all that it makes into the sample. */
test("the tutorial and its sample are written anew", async () => {
  const folder = begin();
  try {
    writeFileSync(PAGE, await follow(readFileSync(PAGE, "utf8"), folder));
    // The sample is where the page begins, so it goes only when all is there that takes its place.
    if (existsSync(SAMPLE)) rmSync(SAMPLE, { recursive: true });
    for (const name of filesIn(folder)) cpSync(join(folder, name), join(SAMPLE, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
