import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { begin, FIRST_PAGE, follow, ROOT } from "./follow.ts";

/** The first tutorial, followed to the letter; `npm run tutorial` writes anew what its commands print. */
const page = readFileSync(FIRST_PAGE, "utf8");
const folder = begin();
let now = "";
beforeAll(async () => {
  now = await follow(page, folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("its commands print what stands in it", () => {
  expect(now).toBe(page);
});

test("it ends with a deck that is sent: kept, with a mail to each reader", () => {
  for (const file of ["deck-1.0.pptx", "to-chair.eml", "to-mayor.eml"])
    expect(existsSync(join(folder, "out", "deck-1.0", file)), file).toBe(true);
  expect(existsSync(join(folder, "deck.sent", "1.0"))).toBe(true);
});

test("its pictures are there, and its bundle is the one that they are drawn from", () => {
  const pictures = [...page.matchAll(/\]\((tutorial\/\w+\.webp)\)/g)].map(([, file = ""]) => file);
  expect(pictures).toHaveLength(4);
  expect(pictures.filter((file) => !existsSync(join(ROOT, "docs", file)))).toEqual([]);
});
