import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { type AxeResults, source as axe } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";

const MAIN = join(import.meta.dirname, "..", "..", "dist", "cli", "main.js");

/** Starts the preview of a bundle, with a cache of its own where it keeps its address; resolves to its address. */
export async function startPreview(
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly program: ChildProcess; readonly url: string }> {
  const program = spawn(process.execPath, [MAIN, "preview", ...argv, "--quiet"], {
    cwd,
    env: { ...process.env, FOREDECK_CACHE_DIR: join(cwd, ".cache"), ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    program.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString("utf8").trim()));
    program.once("exit", (code) => reject(new Error(`the preview ended with ${code}`)));
  });
  return { program, url };
}

/** Ends it as Ctrl-C does. */
export const stopPreview = (program: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    program.removeAllListeners("exit");
    program.once("exit", () => resolve());
    program.kill("SIGINT");
  });

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
      ...["--disable-background-networking", "--disable-component-update"],
    ],
  });

/** Names of the accessibility rules that the page breaks as it is, with the elements. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as AxeResults;
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(", ")}`,
  );
}
