import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import type { Browser, Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startBrowser, startPreview, stopPreview, violations } from "./preview-page.ts";

const SAMPLE: Readonly<Record<string, unknown>> = parse(
  readFileSync(join(import.meta.dirname, "..", "..", "samples", "minimal.json"), "utf8"),
);
let cwd = "";
let url = "";
let program: ChildProcess;
let browser: Browser;
let page: Page;

const write = (file: string, bundle: object | string): void =>
  writeFileSync(
    join(cwd, file),
    typeof bundle === "string" ? bundle : `${JSON.stringify(bundle, null, 1)}\n`,
  );
beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-several-"));
  for (const name of ["orchard", "quay", "tram"])
    write(`${name}.json`, { ...SAMPLE, title: `Renew the ${name} of the town` });
  write("package.json", { name: "no-bundle" });
  ({ program, url } = await startPreview(cwd, ["."]));
  browser = await startBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(url);
  await shown();
});
afterEach(async () => {
  await browser.close();
  await stopPreview(program);
  rmSync(cwd, { recursive: true, force: true });
});
const eventually = <T>(what: () => T) => expect.poll(what, { timeout: 30_000, interval: 20 });
const shown = (): Promise<void> => page.locator("article.current svg").waitFor();
const heading = (): Promise<string | null> => page.locator("#title").textContent();
const press = (key: string): Promise<void> => page.keyboard.press(key);
const links = () => page.locator("#decks-found a");

test("a folder is shown deck by deck, each at its own address, with a list of all", async () => {
  expect(new URL(page.url()).pathname).toMatch(/\/decks\/orchard\.json\/$/);
  await eventually(heading).toBe("Renew the orchard of the town");
  await eventually(() => page.locator("#show-decks").textContent()).toBe("Decks 1 / 3");
  await press(".");
  await eventually(heading).toBe("Renew the quay of the town");
  await press("ArrowRight");
  const place = await page.locator("#number").textContent();
  await press(",");
  await eventually(heading).toBe("Renew the orchard of the town");
  await press(",");
  await eventually(heading).toBe("Renew the tram of the town");
  await press("d");
  expect(await links().count()).toBe(3);
  expect(await page.evaluate("document.activeElement.getAttribute('aria-current')")).toBe("page");
  await eventually(() => links().nth(1).textContent()).toMatch(/quay.*quay\.json\d+ slides · .*· built at /);
  await press("ArrowUp");
  await press("Enter");
  await eventually(heading).toBe("Renew the quay of the town");
  // Where somebody was in a deck they are again.
  await shown();
  expect(await page.locator("#number").textContent()).toBe(place);
  await press("d");
  await page.locator("#decks-input").fill("TRAM");
  expect(await links().count()).toBe(1);
  await press("Enter");
  await eventually(heading).toBe("Renew the tram of the town");
  await page.goBack();
  await eventually(heading).toBe("Renew the quay of the town");
});

test("what works in one deck works in each: edit, undo, fixes, download, sent and decided", async () => {
  await press(".");
  await eventually(heading).toBe("Renew the quay of the town");
  await shown();
  await page.locator("article.current svg text", { hasText: "Renew the quay" }).first().dblclick();
  await page.locator("#edit-here").fill("Renew the whole quay");
  await press("Enter");
  await eventually(heading).toBe("Renew the whole quay");
  expect(readFileSync(join(cwd, "quay.json"), "utf8")).toContain('"title": "Renew the whole quay"');
  expect(readFileSync(join(cwd, "orchard.json"), "utf8")).toContain("Renew the orchard of the town");
  await press("u");
  await eventually(heading).toBe("Renew the quay of the town");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#download").click()]);
  expect(download.suggestedFilename()).toBe("quay.pptx");
  await press("s");
  await page.locator("#sent-text").getByText("quay.json").first().waitFor();
});

test("a save of another deck is told with a way to it, and leaves this one as it is", async () => {
  await press("d");
  await eventually(() => page.locator("#decks-found a.waiting").count()).toBe(0);
  await press("Escape");
  const before = await page.locator("html").getAttribute("data-revision");
  write("tram.json", { ...SAMPLE, title: "Leave the tram" });
  const link = page.locator("#status a");
  await eventually(() => link.textContent()).toMatch(/^Leave the tram was updated at /);
  expect(await page.locator("html").getAttribute("data-revision")).toBe(before);
  await link.click();
  await eventually(heading).toBe("Leave the tram");
});

test("a broken bundle says so in its place, one that comes appears, and one that goes says so", async () => {
  write("quay.json", "{");
  await press("d");
  await page.locator("#decks-found a.broken", { hasText: "quay" }).waitFor();
  expect(await page.locator("#broken").textContent()).toBe("");
  write("abbey.json", { ...SAMPLE, title: "Roof the abbey" });
  await links().getByText("Roof the abbey").waitFor();
  await press("Escape");
  expect(await page.locator("#show-decks").textContent()).toBe("Decks 2 / 4");
  rmSync(join(cwd, "orchard.json"));
  await page.locator("#broken h2", { hasText: "gone" }).waitFor();
  expect(await violations(page)).toEqual([]);
  write("orchard.json", { ...SAMPLE, title: "Replant the orchard" });
  await eventually(heading).toBe("Replant the orchard");
  await eventually(() => page.locator("#broken").textContent()).toBe("");
  rmSync(join(cwd, "orchard.json"));
  await page.locator("#broken a", { hasText: "Roof the abbey" }).click();
  await eventually(heading).toBe("Roof the abbey");
});

test("addresses stay after a restart, and open pages connect again", async () => {
  await press(".");
  await eventually(heading).toBe("Renew the quay of the town");
  await stopPreview(program);
  await page.locator("body.is-lost").waitFor();
  const before = url;
  ({ program, url } = await startPreview(cwd, ["."]));
  expect(url).toBe(before);
  await page.locator("body:not(.is-lost)").waitFor();
  write("quay.json", { ...SAMPLE, title: "Deepen the quay" });
  await eventually(heading).toBe("Deepen the quay");
});

test.each([
  [1280, "light"],
  [420, "light"],
  [420, "dark"],
  [1280, "dark"],
] as const)("the list of decks is in reach at %i px, %s", async (width, colorScheme) => {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  write("quay.json", "{");
  expect(await violations(page)).toEqual([]);
  await page.locator("#show-decks").click();
  await page.locator("#decks-found a.broken").waitFor();
  await eventually(() => page.locator("#decks-found a.waiting").count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  const beyond = "[...document.querySelectorAll('header button, header a, #decks a')]";
  expect(
    await page.evaluate(`${beyond}.filter((one) => one.getBoundingClientRect().right > innerWidth).length`),
  ).toBe(0);
  if (process.env["SHOTS"] !== undefined)
    await page.screenshot({ path: join(process.env["SHOTS"], `decks-${width}-${colorScheme}.png`) });
});
