import type { ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startBrowser, startPreview, stopPreview, violations } from "./preview-page.ts";

const NAME = "customer-listening.json";
const FOLDER = join(import.meta.dirname, "..", "bundles");
const CONTRACT = readFileSync(join(FOLDER, NAME), "utf8");

let cwd = "";
let url = "";
let program: ChildProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-views-"));
  cpSync(FOLDER, cwd, { recursive: true });
  ({ program, url } = await startPreview(cwd, [NAME]));
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await stopPreview(program);
  rmSync(cwd, { recursive: true, force: true });
});
beforeEach(async () => {
  await page?.context().close();
  writeFileSync(join(cwd, NAME), CONTRACT);
  await open(1280, 800);
});
async function open(width: number, height: number, colorScheme: "light" | "dark" = "light"): Promise<void> {
  page = await (
    await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" })
  ).newPage();
  await page.goto(url);
  await page.locator("article.current svg").waitFor();
  await page.locator("#thumbnails img").first().waitFor();
}

const eventually = <T>(what: () => T) => expect.poll(what, { timeout: 20_000, interval: 20 });
const press = (key: string): Promise<void> => page.keyboard.press(key);
const number = (): Promise<string | null> => page.locator("#number").textContent();
const slide = () => page.locator("article.current svg").boundingBox();

describe("keys of the preview", () => {
  test("F gives the slide all of the window, and takes it back", async () => {
    const before = await slide();
    await press("f");
    await eventually(async () => (await slide())?.width ?? 0).toBeGreaterThan((before?.width ?? 0) * 1.3);
    const { width, height } = (await page.evaluate("({ width: innerWidth, height: innerHeight })")) as {
      width: number;
      height: number;
    };
    const box = await slide();
    expect(Math.max((box?.width ?? 0) / width, (box?.height ?? 0) / height)).toBeGreaterThan(0.99);
    await press("ArrowRight");
    await eventually(number).toMatch(/^2 /);
    await press("f");
    await eventually(async () => (await slide())?.width ?? 0).toBeLessThan((before?.width ?? 0) * 1.1);
  });

  test("O shows all slides at once; one of them leads back", async () => {
    await press("o");
    expect(await page.locator("#thumbnails button").nth(5).isVisible()).toBe(true);
    const [first, second] = await Promise.all(
      [0, 1].map((n) => page.locator("#thumbnails img").nth(n).boundingBox()),
    );
    expect(second?.y).toBe(first?.y);
    expect(await page.locator("article.current svg").isVisible()).toBe(false);
    await page.locator("#thumbnails button").nth(5).click();
    expect(await number()).toMatch(/^6 /);
    expect(await page.locator("article.current svg").isVisible()).toBe(true);
  });

  test("G goes to a number", async () => {
    await press("g");
    await page.keyboard.type("12");
    await press("Enter");
    expect(await number()).toMatch(/^12 /);
    expect(await page.locator("#finder").isVisible()).toBe(false);
  });

  test("/ searches the words of slides and notes; keys typed there move nothing", async () => {
    await press("/");
    await page.keyboard.type("zzfot");
    expect(await page.locator("#finder-found button").count()).toBe(0);
    expect(await page.locator("#finder-count").textContent()).toContain("0");
    await page.locator("#finder-input").fill("cancellation");
    const found = await page.locator("#finder-found button").count();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(10);
    const id = await page.locator("#finder-found button").first().getAttribute("data-id");
    await press("Enter");
    expect(await page.locator("article.current").getAttribute("data-id")).toBe(id);
    expect(((await page.locator("article.current").textContent()) ?? "").toLowerCase()).toContain(
      "cancellation",
    );
  });

  test("Space goes on and back, but presses what has the focus", async () => {
    await press(" ");
    expect(await number()).toMatch(/^2 /);
    await press("Shift+ ");
    expect(await number()).toMatch(/^1 /);
    await page.locator("#show-notes").focus();
    await press(" ");
    expect(await page.locator("#notes").isVisible()).toBe(false);
    expect(await number()).toMatch(/^1 /);
  });

  test("+ and − zoom, 0 and Escape fit again; a zoomed slide scrolls", async () => {
    const before = (await slide())?.width ?? 0;
    await press("+");
    await press("+");
    expect((await slide())?.width).toBeCloseTo(before * 1.5, 0);
    const scrolls = await page.locator("#stage").evaluate((stage) => stage.scrollWidth > stage.clientWidth);
    expect(scrolls).toBe(true);
    await press("-");
    expect((await slide())?.width).toBeCloseTo(before * 1.25, 0);
    await press("0");
    expect((await slide())?.width).toBeCloseTo(before, 0);
    await press("+");
    await press("Escape");
    expect((await slide())?.width).toBeCloseTo(before, 0);
  });

  test("? lists the keys, and Escape closes the list", async () => {
    await press("?");
    expect(await page.locator("#help dt").count()).toBeGreaterThan(10);
    await press("Escape");
    expect(await page.locator("#help").isVisible()).toBe(false);
  });

  test("L lists all findings, each below its slide, which it leads to", async () => {
    await press("l");
    const heads = page.locator("#all-findings h3 button");
    expect(await heads.count()).toBeGreaterThan(2);
    const badges = await page.locator(".badge").all();
    const counts = await Promise.all(badges.map((badge) => badge.getAttribute("data-count")));
    const counted = counts.reduce((sum, count) => sum + Number(count || 0), 0);
    expect(await page.locator("#all-findings section:has(button) .findings > li").count()).toBe(counted);
    const id = await heads.nth(1).getAttribute("data-id");
    await heads.nth(1).click();
    expect(await page.locator("article.current").getAttribute("data-id")).toBe(id);
    expect(await page.locator("#findings li").count()).toBeGreaterThan(0);
  });
});

test("what a save changed leads to the slide", async () => {
  await press("End");
  writeFileSync(
    join(cwd, NAME),
    CONTRACT.replace("Put customer listening to work on churn", "Listen to customers"),
  );
  const link = page.locator("#status button");
  await link.waitFor();
  await link.click();
  expect(await number()).toMatch(/^1 /);
});

test("the deck can be downloaded as it is, and not while it is broken", async () => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#download").click()]);
  expect(download.suggestedFilename()).toBe("customer-listening.pptx");
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString("latin1"),
  ).toBe("PK");
  writeFileSync(join(cwd, NAME), "{");
  await page.locator("#broken h2").waitFor();
  expect(await page.locator("#download").isVisible()).toBe(false);
});

test("the place of a finding is copied as editors read it, where no editor is named", async () => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  writeFileSync(join(cwd, NAME), CONTRACT.replace(/"risk":/, '"rissk":'));
  await eventually(() => page.locator("#broken .copy").count()).toBeGreaterThan(0);
  const button = page.locator("#broken .copy").first();
  const place = (await button.getAttribute("aria-label"))?.replace(/^Copy place: /, "") ?? "";
  expect(place).toMatch(/^customer-listening\.json:\d+:\d+$/);
  await button.click();
  await eventually(() => page.evaluate("navigator.clipboard.readText()")).toBe(place);
  expect(await button.textContent()).toBe("Copied");
  expect(await violations(page)).toEqual([]);
});

test("fixes are listed with the findings and applied by a click", async () => {
  const wrong = CONTRACT.replace(
    '"Put customer listening to work on churn"',
    '" Put customer listening to work on churn"',
  );
  writeFileSync(join(cwd, NAME), wrong);
  await page.locator("#show-findings").click();
  await page.locator("#fix").click();
  await eventually(() => readFileSync(join(cwd, NAME), "utf8")).toContain('"title": "Put customer');
});

test("an open page connects again after a restart, and follows the new program", async () => {
  await press("ArrowRight");
  await stopPreview(program);
  await page.locator("body.is-lost").waitFor();
  const before = url;
  ({ program, url } = await startPreview(cwd, [NAME]));
  expect(url).toBe(before);
  await page.locator("body:not(.is-lost)").waitFor();
  expect(await number()).toMatch(/^2 /);
  writeFileSync(
    join(cwd, NAME),
    CONTRACT.replace("Put customer listening to work on churn", "Listen to customers"),
  );
  await eventually(() => page.locator("#title").textContent()).toBe("Listen to customers");
});

test.each([
  [1280, 800, "light"],
  [1280, 800, "dark"],
  [420, 800, "light"],
  [420, 800, "dark"],
] as const)("nothing is out of reach at %i × %i, %s, in any view", async (width, height, scheme) => {
  await page.context().close();
  await open(width, height, scheme);
  for (const [key, back] of [
    ["", ""],
    ["o", "o"],
    ["/", "Escape"],
    ["l", "Escape"],
    ["?", "Escape"],
    ["+", "0"],
    ["f", "f"],
  ] as const) {
    if (key !== "") await press(key);
    expect(await violations(page), key).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), key).toBe(true);
    const hidden = await page.evaluate(
      "[...document.querySelectorAll('header button, header a')].filter((one) => one.getBoundingClientRect().right > innerWidth).length",
    );
    expect(hidden, key).toBe(0);
    if (back !== "") await press(back);
  }
});
