import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AxeResults, source as axe } from "axe-core";
import { parse } from "jsonc-parser";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const NAME = "customer-listening.json";
const CONTRACT = readFileSync(join(ROOT, "test", "bundles", NAME), "utf8");
const TITLE = "Put customer listening to work on churn";

let cwd = "";
let url = "";
let program: ChildProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-preview-"));
  cpSync(join(ROOT, "test", "bundles"), cwd, { recursive: true });
  program = spawn(
    process.execPath,
    [
      join(ROOT, "dist", "cli", "main.js"),
      "preview",
      NAME,
      "--quiet",
      "--editor",
      "my-ed://{file}:{line}:{column}",
    ],
    { cwd, stdio: ["ignore", "pipe", "inherit"] },
  );
  url = await new Promise((resolve, reject) => {
    program.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString("utf8").trim()));
    program.once("exit", (code) => reject(new Error(`the preview ended with ${code}`)));
  });
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
      ...["--disable-background-networking", "--disable-component-update"],
    ],
  });
});
afterAll(async () => {
  await browser.close();
  program.removeAllListeners("exit");
  program.kill("SIGINT");
  rmSync(cwd, { recursive: true, force: true });
});
beforeEach(async () => {
  await page?.context().close();
  save(CONTRACT);
  page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
  await page.addInitScript(EDITOR);
  await page.goto(url);
  await page.locator("article.current svg").waitFor();
  await eventually(heading).toBe(TITLE);
  await eventually(() => page.locator("#broken").textContent()).toBe("");
});

/** Whatever comes after a save takes a while on a busy machine. */
const eventually = <T>(what: () => T) => expect.poll(what, { timeout: 20_000, interval: 20 });
const save = (text: string): void => writeFileSync(join(cwd, NAME), text);
const heading = (): Promise<string | null> => page.locator("#title").textContent();
const number = (): Promise<string | null> => page.locator("#number").textContent();
const revision = async (): Promise<number> =>
  Number(await page.locator("html").getAttribute("data-revision"));

/** How far thumbnails and details are scrolled. */
const scrolled = (): Promise<number[]> =>
  page.evaluate("['nav', 'aside'].map((box) => document.querySelector(box).scrollTop)");
/**
 * Run by each page: writes down which addresses of the editor it opens, and goes no further. Chromium would ask in a
 * box of its own which program answers to them, and keep keys and clicks from the page until somebody tells it.
 */
const EDITOR = `navigation.addEventListener("navigate", (event) => {
  if (!event.destination.url.startsWith("my-ed:")) return;
  (window.opened ??= []).push(event.destination.url);
  event.preventDefault();
})`;
const opened = (): Promise<readonly string[]> => page.evaluate("window.opened ?? []");
/** Run by the page of another origin. */
const STRANGER = `(async () => {
  const address = ADDRESS;
  const fetched = await fetch(address).then((response) => response.text(), () => "refused");
  const blind = await fetch(address, { mode: "no-cors" }).then((response) => response.text(), () => "");
  const streamed = await new Promise((resolve) => {
    const events = new EventSource(address + "events");
    events.onmessage = () => resolve("heard");
    events.onerror = () => resolve("refused");
  });
  const framed = await new Promise((resolve) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    frame.onload = () => resolve(frame.contentDocument?.body.textContent ?? "closed");
    document.body.append(frame);
  });
  return { fetched, blind, streamed, framed };
})()`;
describe("the preview in a browser", () => {
  test("shows every slide, and thumbnails by section", async () => {
    const slides = await page.locator("article").count();
    expect(slides).toBeGreaterThan(20);
    expect(await page.locator("nav button").count()).toBe(slides);
    expect(await number()).toBe(`1 / ${slides}`);
    expect(await page.locator("article:visible").count()).toBe(1);
  });

  test("redraws what changed on save, and keeps the place", async () => {
    await page.keyboard.press("End");
    for (let n = 0; n < 12; n++) await page.keyboard.press("ArrowLeft");
    const place = await number();
    await page.locator("aside").evaluate((aside) => aside.scrollTo(0, 40));
    const before = await scrolled();
    expect(before[0]).toBeGreaterThan(0);
    const then = await revision();
    save(CONTRACT.replace(`"title": "${TITLE}"`, '"title": "Listen, then act"'));
    await eventually(heading).toBe("Listen, then act");
    expect(await revision()).toBeGreaterThan(then);
    expect(await number()).toBe(place);
    expect(await scrolled()).toEqual(before);
    // The title stands at the foot of every slide.
    const slides = await page.locator("article").count();
    expect(await page.locator("#status").textContent()).toMatch(
      new RegExp(`^Updated at .*[^\\d]${slides} slides changed$`),
    );
  });

  test("replaces only the slides that changed", async () => {
    const claim = /"claim": "([^"{]+)"/.exec(CONTRACT)?.[1] ?? "";
    const slides = await page.locator("article").count();
    await eventually(() => page.locator("article svg").count()).toBe(slides);
    await page.evaluate(
      "document.querySelectorAll('article svg').forEach((svg) => svg.setAttribute('data-kept', ''))",
    );
    const then = await revision();
    save(CONTRACT.replace(`"claim": "${claim}"`, '"claim": "They told us, and we did not hear it"'));
    await eventually(revision).toBeGreaterThan(then);
    await eventually(() => page.locator("article svg:not([data-kept])").count()).toBeGreaterThan(0);
    const kept = await page.locator("article svg[data-kept]").count();
    expect(kept).toBeGreaterThan(slides / 2);
  });

  test("what is said about a slide follows its drawing, and so does its thumbnail", async () => {
    await page.keyboard.press("ArrowRight");
    const id = await page.locator("article.current").getAttribute("data-id");
    const picture = page.locator(`nav button[data-id="${id}"] img`);
    await eventually(() => picture.getAttribute("src")).toContain("data:image/svg+xml");
    const before = await picture.getAttribute("src");
    const lines = () => page.locator("#parts .line").allTextContents();
    await page.locator("#parts button").click();
    await page.locator("#parts .line").first().waitFor();
    const [first] = await lines();
    save(`\n\n\n${CONTRACT.replace(TITLE, "Listen.")}`);
    await eventually(heading).toBe("Listen.");
    await eventually(() => picture.getAttribute("src")).not.toBe(before);
    const line = Number(/:(\d+)$/.exec(first ?? "")?.[1]);
    await eventually(async () => (await lines())[0]).toBe(first?.replace(/\d+$/, String(line + 3)));
  });

  test("shows a file that was renamed over the old one, as editors save", async () => {
    writeFileSync(join(cwd, "new.tmp"), CONTRACT.replace(TITLE, "Renamed over it"));
    renameSync(join(cwd, "new.tmp"), join(cwd, NAME));
    await eventually(heading).toBe("Renamed over it");
  });

  test("shows an error over the last good deck, with its line, until it is mended", async () => {
    await page.keyboard.press("ArrowRight");
    const line = CONTRACT.slice(0, CONTRACT.indexOf('"title"')).split("\n").length;
    save(CONTRACT.replace('"title":', '"title" '));
    const alert = page.locator("#broken[role=alert]");
    await eventually(() => alert.textContent()).toContain(`line ${line},`);
    expect(await page.locator("article.current svg").isVisible()).toBe(true);
    expect(await number()).toMatch(/^2 /);
    save(CONTRACT);
    await eventually(() => alert.textContent()).toBe("");
    expect(await number()).toMatch(/^2 /);
    expect(await page.locator("#status").textContent()).toMatch(/^Fixed at .*no slide changed$/);
  });

  test("a click shows path, line and column, and leads to the editor", async () => {
    const title = page.locator("article.current svg [data-kind=title] text").first();
    // Waits until the title no longer moves, which fonts that come late would make it do.
    await title.click({ position: { x: 20, y: 10 } });
    const place = page.locator("#place-text");
    await eventually(() => place.textContent()).toContain(NAME);
    const at = CONTRACT.indexOf(JSON.stringify(TITLE));
    const before = CONTRACT.slice(0, at).split("\n");
    const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
    expect(await place.textContent()).toContain("title");
    expect(await place.textContent()).toContain(`line ${line}, column ${column}`);
    const address = `my-ed://${join(cwd, NAME)}:${line}:${column}`;
    expect(await place.locator("a").getAttribute("href")).toBe(address);
    expect(await opened()).toEqual([address]);
    // The page is still there.
    expect(await heading()).toBe(TITLE);
    await page.keyboard.press("Escape");
    await eventually(() => place.textContent()).not.toContain(NAME);
  });

  test("a click on a number in a chart leads to that value", async () => {
    const { metrics, charts } = parse(CONTRACT) as Pick<Bundle, "metrics" | "charts">;
    const shown = charts?.find(({ kind }) => kind === "line")?.metrics?.[0];
    const metric = metrics?.findIndex(({ id }) => id === shown);
    const value = `[data-kind=chart] [data-path='${JSON.stringify(["metrics", metric, "values", 0])}'] text`;
    const article = page.locator("article", { has: page.locator(value) }).first();
    await page.goto(`${url}#${await article.getAttribute("data-id")}`);
    await article.locator(value).first().click();
    await eventually(() => page.locator("#place-text").textContent()).toContain(
      `metrics[${metric}].values[0]`,
    );
  });

  test("a click on a figure in a sentence leads to the figure, one on its words to the sentence", async () => {
    const { metrics } = parse(CONTRACT) as Pick<Bundle, "metrics">;
    const metric = metrics?.findIndex(({ id }) => id === "leavers");
    await page.goto(`${url}#answer`);
    const line = page.locator("#stage article[data-id=answer] text", { hasText: /public, 11% left/ }).first();
    await line.waitFor();
    /** Clicks the middle of a letter. */
    const click = async (words: string): Promise<void> => {
      const box: { readonly x: number; readonly y: number } = await page.evaluate(`(() => {
        const text = [...document.querySelectorAll("article[data-id=answer] text")]
          .find((one) => one.textContent.includes("public, 11% left"));
        const { x, y, width, height } = text.getExtentOfChar(text.textContent.indexOf(${JSON.stringify(words)}));
        const at = new DOMPoint(x + width / 2, y + height / 2).matrixTransform(text.getScreenCTM());
        return { x: at.x, y: at.y };
      })()`);
      await page.mouse.click(box.x, box.y);
    };
    const place = () => page.locator("#place-text").textContent();
    await click("11%");
    await eventually(place).toContain(`metrics[${metric}].values[0]`);
    await click("left");
    await eventually(place).toContain("why.reasons[0].because");
    // Our own words go to what the page is about.
    await page.locator("article.current text", { hasText: "The answer on one page" }).first().click();
    await eventually(place).toMatch(/^ask/);
  });

  test("lists what readers answered, as words and nothing else, and leads to the slide", async () => {
    const reply = {
      ...{
        id: "r-0000000001",
        from: "comment",
        who: "<b>Cia</b>",
        at: "2026-11-20",
        version: "1.0",
        page: 6,
      },
      ...{ words: "<img src=x onerror=alert(1)> Why?", path: ["objections", 1, "answer"], status: "open" },
    };
    const file = join(cwd, NAME.replace(".json", ".replies.json"));
    writeFileSync(file, JSON.stringify({ format: 1, replies: [reply] }));
    try {
      const item = page.locator(".replies > li");
      await eventually(() => item.count()).toBe(1);
      expect(await item.textContent()).toContain("<b>Cia</b>");
      expect(await item.textContent()).toContain("<img src=x onerror=alert(1)> Why?");
      expect(await item.locator("img, b").count()).toBe(0);
      const before = await number();
      await item.locator("button").click();
      await eventually(number).not.toBe(before);
      const title = await page.locator("article.current h2").textContent();
      expect(await item.locator("button").textContent()).toContain(title?.replace(/^.*?: /, "").slice(0, 20));
    } finally {
      rmSync(file);
    }
    await eventually(() => page.locator("#replies-section").isHidden()).toBe(true);
  });

  test("shows what was sent and decided beside the slides, in words and nothing else, and leads to them", async () => {
    const [file, sent] = [NAME, NAME.replace(".json", ".sent")];
    const bin = join(ROOT, "dist", "cli", "main.js");
    const { status, stderr } = spawnSync(process.execPath, [bin, "send", file, "--anyway", "A trial"], {
      cwd,
    });
    expect(status, String(stderr)).toBe(0);
    try {
      const frozen = readFileSync(join(cwd, file), "utf8");
      const claim = /"claim": "([^"{]+)"/.exec(frozen)?.[1] ?? "";
      const then = await revision();
      save(frozen.replace(`"claim": "${claim}"`, '"claim": "They told <i>us</i> of it"'));
      await eventually(revision).toBeGreaterThan(then);
      await page.keyboard.press("s");
      const panel = page.locator("#sent");
      await eventually(() => panel.locator(".changes > li").count()).toBeGreaterThan(0);
      expect(await page.locator("aside").isVisible()).toBe(false);
      expect(await panel.textContent()).toContain("<i>us</i>");
      expect(await panel.locator("i").count()).toBe(0);
      const deck = page.waitForEvent("download");
      await panel.locator('a[download$=".pptx"]').first().click();
      const path = await (await deck).path();
      expect(readFileSync(path).subarray(0, 2).toString()).toBe("PK");
      const link = panel.locator(".changes button").last();
      const slide = /\d+/.exec((await link.textContent()) ?? "")?.[0];
      await link.click();
      await eventually(number).toMatch(new RegExp(`^${slide} / `));
      expect(await panel.isVisible()).toBe(true);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await panel.locator(".command button").first().click();
      await eventually(() => page.evaluate("navigator.clipboard.readText()")).toBe(
        `foredeck pull ${NAME} returned.pptx reply.eml`,
      );
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = (await page.evaluate(`${axe}; axe.run()`)) as AxeResults;
        expect(violations.map(({ id }) => id)).toEqual([]);
      }
      // On a phone it stands alone, within the width, and gives way to the slide that it leads to.
      await page.setViewportSize({ width: 420, height: 800 });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(420);
      expect(await panel.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
      await link.click();
      expect(await panel.isVisible()).toBe(false);
      expect(await page.locator("article.current svg").isVisible()).toBe(true);
    } finally {
      rmSync(join(cwd, sent), { recursive: true });
    }
  });

  test("works by keyboard alone", async () => {
    const all = await page.locator("article").count();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    expect(await number()).toBe(`3 / ${all}`);
    expect(await page.locator("#announce").textContent()).toMatch(new RegExp(`^Slide 3 of ${all}: .+`));
    await page.keyboard.press("End");
    expect(await number()).toBe(`${all} / ${all}`);
    await page.keyboard.press("Home");
    expect(await number()).toBe(`1 / ${all}`);
    await page.keyboard.press("t");
    expect(await page.locator("nav").isVisible()).toBe(false);
    await page.keyboard.press("t");
    expect(await page.locator("nav").isVisible()).toBe(true);
    await page.keyboard.press("n");
    expect(await page.locator("#notes").isVisible()).toBe(false);
    await page.keyboard.press("n");
    expect(await page.locator("#notes").isVisible()).toBe(true);
    // From the first part in the list by Tab and Enter to its line.
    const focused = () => page.evaluate<boolean>("document.activeElement.closest('#parts') !== null");
    for (let n = 0; n < 60 && !(await focused()); n++) await page.keyboard.press("Tab");
    expect(await focused()).toBe(true);
    await page.keyboard.press("Enter");
    await page.locator("#parts .line").first().waitFor();
    await eventually(focused).toBe(true);
    await page.keyboard.press("Enter");
    await eventually(() => page.locator("#place-text").textContent()).toContain(NAME);
    expect(await focused()).toBe(true);
  });

  test.each([
    ["light", 1400],
    ["dark", 800],
    ["light", 390],
  ] as const)("has no accessibility violation (%s, %d px)", async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: width === 800 ? 600 : 844 });
    for (const state of ["deck", "part", "broken"] as const) {
      if (state === "part") {
        await page.locator("#parts button").first().click();
        await page.locator("#parts .line").first().waitFor();
        await page.locator("#parts button").first().click();
      }
      if (state === "broken") {
        save(CONTRACT.replace('"title":', '"title" '));
        await page.locator("#broken h2").waitFor();
      }
      for (const key of state === "deck" ? ["Home", "ArrowRight", "ArrowRight", "ArrowRight"] : ["Home"]) {
        await page.keyboard.press(key);
        // The page's policy runs no script but its own; the checker comes in beside it.
        const { violations } = (await page.evaluate(`${axe}; axe.run()`)) as AxeResults;
        const found = violations.map(({ id, nodes }) => ({
          id,
          nodes: nodes.map(({ html }) => html.slice(0, 200)),
        }));
        expect(found, `${state} ${await number()}`).toEqual([]);
      }
    }
  });

  test("prints one slide a page, and nothing else", async () => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const slides = await page.locator("article").count();
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(slides);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Number(width) / Number(height)).toBeCloseTo(16 / 9, 1);
    expect(Number(width)).toBeCloseTo(960, 0);
  });

  test("gives nothing to a page from another origin, nor for a wrong token", async () => {
    const other = createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end("<!DOCTYPE html><title>other</title>");
    });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const stranger = await page.context().newPage();
    await stranger.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    const heard = await stranger.evaluate(STRANGER.replace("ADDRESS", JSON.stringify(url)));
    expect(heard).toEqual({ fetched: "refused", blind: "", streamed: "refused", framed: "closed" });
    const wrong = url.replace(/.\/$/, "~/");
    await expect(page.goto(wrong)).rejects.toThrow("ERR_HTTP_RESPONSE_CODE_FAILURE");
    const answer = await fetch(wrong);
    expect([answer.status, await answer.text()]).toEqual([404, ""]);
    await new Promise((resolve) => other.close(resolve));
  });

  test("asks nobody but itself for anything", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.reload();
    await page.locator("article.current svg").waitFor();
    expect(asked.filter((address) => !address.startsWith(url) && !address.startsWith("data:"))).toEqual([]);
  });
});
