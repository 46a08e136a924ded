import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGES } from "../../site/contents.mjs";
import { startBrowser, violations } from "./preview-page.ts";

/** The documentation as a site, in a browser: its links, its search, and what those who cannot see need. */
const ROOT = join(import.meta.dirname, "..", "..");
const PAGES_OF_SITE = [...PAGES.values()].map(({ address }) => address);
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
};

let folder = "";
let url = "";
let server: Server;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "foredeck-site-"));
  const eleventy = join(ROOT, "node_modules", "@11ty", "eleventy", "cmd.cjs");
  const argv = ["--config=site/eleventy.config.mjs", `--output=${folder}`, "--quiet"];
  await promisify(execFile)(process.execPath, [eleventy, ...argv], { cwd: ROOT });
  server = createServer((request, response) => {
    const path = join(folder, decodeURI((request.url ?? "/").split(/[?#]/)[0] ?? ""));
    if (!existsSync(path) || !statSync(path).isFile()) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "" }).end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page; what it asks of other places than its own is an error. */
async function open(address: string, width: number, scheme: "light" | "dark" = "light"): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  await context.route("**/*", async (route) => {
    const asked = route.request().url();
    if (asked.startsWith(url) || /^(data|file):/.test(asked)) return route.continue();
    elsewhere.push(asked);
    return route.abort();
  });
  const page = await context.newPage();
  await page.goto(address.includes(":") ? address : `${url}/${address}`);
  return page;
}
const elsewhere: string[] = [];
const close = (page: Page): Promise<void> => page.context().close();

describe("links of the site", () => {
  const html = (address: string): string => readFileSync(join(folder, address), "utf8");
  const idsOf = (address: string): ReadonlySet<string> =>
    new Set([...html(address).matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id));

  test("lead to pages, parts of pages and files that are there", () => {
    const ids = new Map(PAGES_OF_SITE.map((address) => [address, idsOf(address)]));
    const lost = PAGES_OF_SITE.flatMap((from) =>
      [...html(from).matchAll(/ (?:href|src)="([^"]+)"/g)].flatMap(([, link = ""]) => {
        if (/^[a-z]+:/.test(link)) return [];
        const [path = "", hash] = decodeURI(link).split("#");
        const to = path === "" ? from : path;
        const there = existsSync(join(folder, to)) && (hash === undefined || ids.get(to)?.has(hash) === true);
        return there ? [] : [`${from}: ${link}`];
      }),
    );
    expect(lost).toEqual([]);
  });

  test("never load anything from the network", () => {
    const loads = PAGES_OF_SITE.flatMap((from) =>
      [...html(from).matchAll(/<(?:script|link|img|iframe)\b[^>]*(?:src|href)="(https?:[^"]+)"/g)].map(
        ([, link]) => `${from}: ${link}`,
      ),
    );
    expect(loads).toEqual([]);
    expect(readFileSync(join(folder, "style.css"), "utf8")).not.toMatch(/url\(|@import/);
  });
});

describe("pages of the site", () => {
  /** Pages with all that the others are made of: code in each language, pictures, tables, long lists. */
  const SOME = ["index.html", "charts.html", "ci.html", "library.html"];
  test.each([
    [1280, "light", PAGES_OF_SITE],
    [420, "dark", PAGES_OF_SITE],
    [1280, "dark", SOME],
    [420, "light", SOME],
  ] as const)("break no rule of accessibility and fit at %i px, %s", async (width, scheme, pages) => {
    const found: string[] = [];
    for (const address of pages) {
      const page = await open(address, width, scheme);
      found.push(...(await violations(page)).map((each) => `${address}: ${each}`));
      const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      if (Number(wide) > 0) found.push(`${address}: ${wide} px too wide`);
      await close(page);
    }
    expect(found).toEqual([]);
    expect(elsewhere).toEqual([]);
  });

  test("hide their menu at 420 px until it is asked for", async () => {
    const page = await open("index.html", 420);
    const link = page.locator("#pages a", { hasText: "Rules" });
    expect(await link.isVisible()).toBe(false);
    await page.locator("#menu").click();
    expect(await link.isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await link.click();
    expect(page.url()).toContain("rules.html");
    await close(page);
  });

  test("say which of them is open, and lead to the one before and after it", async () => {
    const page = await open("charts.html", 1280);
    expect(await page.locator("#pages [aria-current]").textContent()).toBe(PAGES.get("docs/charts.md")?.name);
    await page.locator(".around [rel=next]").click();
    await page.locator(".around [rel=prev]").click();
    expect(page.url()).toContain("charts.html");
    await close(page);
  });
});

describe("the search of the site", () => {
  const asked = async (page: Page, words: string): Promise<readonly string[]> => {
    await page.keyboard.press("/");
    await page.keyboard.type(words);
    const found = page.locator("#found strong");
    await found.first().waitFor();
    return found.allTextContents();
  };

  test.each(["http", "file"])("finds rules, fields and beginnings of words, over %s", async (how) => {
    const start = how === "file" ? pathToFileURL(join(folder, "index.html")).href : "index.html";
    const page = await open(start, 1280);
    expect((await asked(page, "money/reconcile"))[0]).toBe("money/reconcile");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL(/rules\.html#moneyreconcile$/);
    expect(await asked(page, "waterf")).toContain("waterfall");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate("document.activeElement?.tagName")).toBe("INPUT");
    await page.keyboard.press("Escape");
    expect(await page.locator("#search").isVisible()).toBe(false);
    expect(elsewhere).toEqual([]);
    await close(page);
  });

  test("says that there is nothing, and works at 420 px in the dark", async () => {
    const page = await open("index.html", 420, "dark");
    await page.locator("#find").click();
    await page.keyboard.type("ask.amount");
    await page.locator("#found strong").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator("#search input").fill("zzyzx");
    await expect.poll(() => page.locator("#none").textContent()).toContain("zzyzx");
    await close(page);
  });
});
