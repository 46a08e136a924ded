import type { ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startBrowser, startPreview, stopPreview, violations } from "./preview-page.ts";

const NAME = "customer-listening.json";
const FOLDER = join(import.meta.dirname, "..", "bundles");
const CONTRACT = readFileSync(join(FOLDER, NAME), "utf8");
const TITLE = "Put customer listening to work on churn";

let cwd = "";
let url = "";
let program: ChildProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-in-place-"));
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
  await open(1280, "light");
});
async function open(width: number, colorScheme: "light" | "dark"): Promise<void> {
  await page?.context().close();
  page = await (
    await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: "reduce" })
  ).newPage();
  await page.goto(url);
  page.setDefaultTimeout(10_000);
  await page.locator("article.current svg").waitFor();
  await eventually(() => page.locator("#title").textContent()).toBe(TITLE);
}

const eventually = <T>(what: () => T) => expect.poll(what, { timeout: 20_000, interval: 20 });
const press = (key: string): Promise<void> => page.keyboard.press(key);
const written = (): string => readFileSync(join(cwd, NAME), "utf8");
const field = (): Locator => page.locator("#edit-here");
const words = (text: string): Locator => page.locator("article.current svg text", { hasText: text }).first();
const boxOf = async (element: Locator) => {
  const box = await element.boundingBox();
  if (box === null) throw new Error("it is not shown");
  return box;
};
/** Run by the page: font and colour of a text or a field. */
const LOOK = `(text) => {
  const { fontFamily, fontWeight, fill, color } = getComputedStyle(text);
  return [fontFamily, fontWeight, text instanceof SVGElement ? fill : color];
}`;
async function shot(name: string): Promise<void> {
  if (process.env["SHOTS"] !== undefined)
    await page.screenshot({ path: join(process.env["SHOTS"], `${name}.png`) });
}

test("a text is edited where it stands, in its size, font and colour; Enter saves, and U undoes it", async () => {
  const look = await words("Put customer").evaluate(LOOK);
  await words("Put customer").dblclick();
  await field().waitFor();
  // The text is hidden, and has its place.
  const [text, box] = [await boxOf(words("Put customer")), await boxOf(field())];
  expect(Math.abs(box.x - text.x)).toBeLessThan(3);
  expect(Math.abs(box.y - text.y)).toBeLessThan(text.height * 0.35);
  expect(await field().evaluate(LOOK)).toEqual(look);
  expect(await page.locator("article.current svg .edited").count()).toBe(1);
  expect(await field().inputValue()).toBe(TITLE);
  expect(await violations(page)).toEqual([]);
  await field().fill("Listen to customers");
  await press("Enter");
  await eventually(() => page.locator("#title").textContent()).toBe("Listen to customers");
  expect(written()).toBe(CONTRACT.replace(TITLE, "Listen to customers"));
  expect(await field().count()).toBe(0);
  // Whoever edits by keys stands where they were.
  await eventually(() => page.evaluate("document.activeElement.textContent")).toContain(
    "Listen to customers",
  );
  await press("u");
  await eventually(written).toBe(CONTRACT);
});

test("by keys alone: Tab to the slide, arrows through its texts, Enter to edit, Escape to leave", async () => {
  await page.locator("#show-help").focus();
  for (let n = 0; n < 6 && (await page.evaluate("document.activeElement.tagName")) !== "g"; n++)
    await press("Tab");
  // Past the list of slides.
  expect(await page.evaluate("document.activeElement.tagName")).toBe("g");
  expect(await violations(page)).toEqual([]);
  const seen: string[] = [];
  for (let n = 0; n < 30 && !(seen.at(-1) ?? "").includes(TITLE.slice(0, 12)); n++) {
    seen.push((await page.evaluate<string>("document.activeElement.textContent")) ?? "");
    if (!(seen.at(-1) ?? "").includes(TITLE.slice(0, 12))) await press("ArrowDown");
  }
  expect(await page.locator("#number").textContent()).toMatch(/^1 /);
  await press("Enter");
  await field().waitFor();
  await page.keyboard.type("Something else");
  await press("Escape");
  expect(await field().count()).toBe(0);
  expect(written()).toBe(CONTRACT);
  expect(await page.evaluate("document.activeElement.tagName")).toBe("g");
  await press("ArrowRight");
  await eventually(() => page.locator("#number").textContent()).toMatch(/^2 /);
});

test("leaving the field keeps a draft, over another slide and a reload, until it is saved or left by Escape", async () => {
  await words("Put customer").dblclick();
  await field().waitFor();
  await field().fill("Half a thought");
  await page.locator("#thumbnails button").nth(3).click();
  expect(await field().count()).toBe(0);
  expect(written()).toBe(CONTRACT);
  await page.reload();
  await page.locator("#go-on").click();
  await field().waitFor();
  expect(await page.locator("#number").textContent()).toMatch(/^1 /);
  expect(await field().inputValue()).toBe("Half a thought");
  expect(await page.locator("#edit-here-hint").textContent()).toContain("draft");
  await press("Escape");
  await words("Put customer").dblclick();
  await field().waitFor();
  expect(await field().inputValue()).toBe(TITLE);
});

test("nothing is written over a change that was made meanwhile, and what was typed is kept", async () => {
  await words("Put customer").dblclick();
  await field().waitFor();
  await field().fill("My own title");
  writeFileSync(join(cwd, NAME), CONTRACT.replace(TITLE, "Their own title"));
  await eventually(() => page.locator("#title").textContent()).toBe("Their own title");
  expect(await page.locator("article.current svg .edited").count()).toBe(1);
  await field().focus();
  await press("Enter");
  await eventually(() => page.locator("#edit-here-refused").textContent()).toContain("changed since");
  expect(await field().inputValue()).toBe("My own title");
  expect(written()).toContain("Their own title");
  await page.locator("#thumbnails button").nth(1).click();
  await page.locator("#go-on").click();
  await field().waitFor();
  expect(await page.locator("#edit-here-hint").textContent()).toContain("Their own title");
  await press("Enter");
  await eventually(written).toContain('"My own title"');
});

test("a text with markup and figures shows its source; a sentence may have lines, a name has one", async () => {
  const source = /"situation": "([^"]*\{\{[^"]*)"/.exec(CONTRACT)?.[1] ?? "";
  const start = source.split("{{")[0]?.split(" ").slice(0, 3).join(" ") ?? "";
  await press("/");
  await page.keyboard.type(start);
  await press("Enter");
  await words(start).dblclick();
  await field().waitFor();
  expect(await field().inputValue()).toBe(source);
  expect(await page.locator("#edit-here-hint").textContent()).toContain("As it is written");
  await shot("edit-source");
  await press("End");
  await press("Shift+Enter");
  expect(await field().inputValue()).toContain("\n");
  await press("Escape");
  await press("Home");
  await words("Put customer").dblclick();
  await field().waitFor();
  await press("End");
  await press("Shift+Enter");
  expect(await field().inputValue()).toBe(TITLE);
});

test.each([
  ["other words around it", 1280, 0, ["stakeholders", 0, "name"]],
  ["too small", 420, 2, ["why", "situation"]],
] as const)("a text is edited in a dialog that says why: %s", async (reason, width, slide, key) => {
  await open(width, "light");
  await page.locator("#thumbnails button").nth(slide).click();
  await page.locator("#parts button").click();
  await page.locator(`#parts [data-key='${JSON.stringify(key)}']`).click();
  await press("e");
  await page.locator("#edit-input").waitFor();
  expect(await page.locator("#edit-why").textContent()).toContain(reason);
  expect(await field().count()).toBe(0);
  await press("Escape");
  expect(await page.locator("#edit").isVisible()).toBe(false);
});

test("a place is a link to the editor that the terminal names, and a click on the slide opens none", async () => {
  const other = await startPreview(cwd, [NAME], {
    FOREDECK_CACHE_DIR: join(cwd, ".other"),
    TERM_PROGRAM: "vscode",
    SSH_CONNECTION: "",
    WSL_DISTRO_NAME: "",
  });
  try {
    await page.addInitScript(
      `navigation.addEventListener("navigate", ({ destination }) => (window.went ??= []).push(destination.url))`,
    );
    await page.goto(other.url);
    await words("Put customer").click();
    const link = page.locator("#place-text a");
    expect(await link.getAttribute("href")).toMatch(/^vscode:\/\/file\/.*customer-listening\.json:4:12$/);
    expect(await page.locator("#place-text .copy").count()).toBe(1);
    const went = await page.evaluate<readonly string[]>("window.went ?? []");
    expect(went.filter((address) => address.startsWith("vscode:"))).toEqual([]);
  } finally {
    await stopPreview(other.program);
  }
});

test.each([
  [1280, "light"],
  [1280, "dark"],
  [420, "light"],
  [420, "dark"],
] as const)("the field is in reach at %i px, %s", async (width, scheme) => {
  await open(width, scheme);
  await words("Put customer").dblclick();
  await field().waitFor();
  await field().fill(`${TITLE}, in every shop and on every line that a customer can call, from spring on`);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  const [box, hint] = [await boxOf(field()), await boxOf(page.locator(".edit-said"))];
  expect(hint.y).toBeGreaterThanOrEqual(box.y + box.height);
  expect(hint.x + hint.width).toBeLessThanOrEqual(width);
  await shot(`edit-${width}-${scheme}`);
});
