import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../../src/cli/program.ts";
import { startBrowser, violations } from "./preview-page.ts";

/** Decks as HTML, in a browser that has no network: read on a phone and on a desk, by keys, on paper. */
const SAMPLES = join(import.meta.dirname, "..", "..", "samples");
const NAMES = ["minimal", "gallery", "stop-mechanical-scales"];
let folder = "";
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "foredeck-html-"));
  const nowhere = { write: async () => {}, colour: false, live: false, width: 100 };
  for (const name of NAMES) {
    const argv = ["build", join(SAMPLES, `${name}.json`), "-o", join(folder, `${name}.html`)];
    expect(await run(argv, { out: nowhere, err: nowhere, cwd: folder })).toBe(0);
  }
  browser = await startBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(
  name: string,
  { width, dark = false }: { readonly width: number; readonly dark?: boolean },
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height: width < 600 ? 860 : 800 },
    colorScheme: dark ? "dark" : "light",
  });
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  return page;
}

const CASES = [
  ...["minimal", "stop-mechanical-scales"].flatMap((name) =>
    [420, 1280].flatMap((width) => [false, true].map((dark) => [name, width, dark] as const)),
  ),
  // Of the largest one case is enough: each takes half a minute.
  ["gallery", 420, false] as const,
];

describe("a deck as HTML", () => {
  test.each(CASES)(
    "%s at %d px, dark: %s, breaks no rule of accessibility and is no wider than the window",
    async (name, width, dark) => {
      const page = await open(name, { width, dark });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      expect(await violations(page)).toEqual([]);
      await page.close();
    },
    60_000,
  );

  test("is text of at least 14 px on a phone", async () => {
    const page = await open("gallery", { width: 420 });
    const sizes = (await page.evaluate(
      "[...document.querySelectorAll('.read p, .read li')].map((each) => parseFloat(getComputedStyle(each).fontSize))",
    )) as number[];
    expect(sizes.length).toBeGreaterThan(100);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
    await page.close();
  });

  test("a slide fits the window whatever its shape", async () => {
    const page = await open("minimal", { width: 1280 });
    await page.setViewportSize({ width: 1280, height: 500 });
    const [width, height] = (await page.evaluate(
      "(({ width, height }) => [width, height])(document.querySelector('svg.slide').getBoundingClientRect())",
    )) as [number, number];
    expect(height).toBeLessThanOrEqual(500);
    expect(width / height).toBeCloseTo(16 / 9, 2);
    await page.close();
  });

  test("is led from slide to slide by keys", async () => {
    const page = await open("minimal", { width: 1280 });
    const slides = (await page.evaluate(
      "[...document.querySelectorAll('article')].map(({ id }) => id)",
    )) as string[];
    const here = (): Promise<string> => page.evaluate("location.hash.slice(1)");
    const steps: readonly (readonly [string, number])[] = [
      ["ArrowRight", 1],
      ["Space", 2],
      ["Shift+Space", 1],
      ["PageDown", 2],
      ["ArrowLeft", 1],
      ["End", slides.length - 1],
      ["ArrowRight", slides.length - 1],
      ["PageUp", slides.length - 2],
      ["Home", 0],
      ["ArrowLeft", 0],
    ];
    for (const [key, n] of steps) {
      await page.keyboard.press(key);
      expect([key, await here()]).toEqual([key, slides[n]]);
      expect(await page.evaluate("document.activeElement.id")).toBe(slides[n]);
    }
    await page.close();
  });

  test("leaves keys to what has the focus: Space opens notes, arrows scroll a table in its box", async () => {
    const page = await open("minimal", { width: 420 });
    await page.focus("details.numbers summary");
    await page.keyboard.press("Space");
    expect(await page.evaluate("document.querySelector('details.numbers').open")).toBe(true);
    expect(await page.evaluate("location.hash")).toBe("");
    await page.focus("details.numbers .scroll");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate("location.hash")).toBe("");
    await page.close();
  });

  test("prints one slide a page", async () => {
    const page = await open("minimal", { width: 1280, dark: true });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const slides = (await page.evaluate("document.querySelectorAll('article').length")) as number;
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(slides);
    await page.close();
  });

  test("asks for nothing outside of it, and says nothing on the console", async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    const said: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    const url = pathToFileURL(join(folder, "gallery.html")).href;
    await page.goto(url);
    await page.keyboard.press("End");
    expect(asked.filter((each) => !each.startsWith("data:") && !each.startsWith(url))).toEqual([]);
    expect(said).toEqual([]);
    await page.close();
  });
});
