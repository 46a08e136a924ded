import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandsIn, commandsPage } from "../../scripts/commands-page.mjs";
import { languagesPage } from "../../scripts/languages-page.mjs";
import { troublesPage } from "../../scripts/troubles-page.mjs";
import { run } from "../../src/cli/program.ts";
import { TROUBLES } from "../../src/diagnostics/messages/troubles.ts";
import { LOCALES, resolveLocale } from "../../src/locales/index.ts";
import { RULES } from "../../src/rules/index.ts";
import { LANGUAGES } from "../../src/rules/languages/index.ts";

/** Pages that follow from the command line (npm run generate). */
const page = (name: string): string =>
  readFileSync(join(import.meta.dirname, "..", "..", "docs", name), "utf8");

async function help(...argv: readonly string[]): Promise<string> {
  let text = "";
  const write = async (part: string | Uint8Array): Promise<void> => {
    text += typeof part === "string" ? part : new TextDecoder().decode(part);
  };
  const stream = { colour: false, live: false, width: 80, write };
  await run([...argv, "--help"], { out: stream, err: stream, cwd: "/" });
  return text;
}

test("docs/commands.md has the help of every command", async () => {
  const whole = await help();
  const helps: Record<string, string> = { "": whole };
  for (const name of commandsIn(whole)) helps[name] = await help(name);
  expect(Object.keys(helps).length).toBeGreaterThan(20);
  expect(page("commands.md")).toBe(commandsPage(helps));
});

test("docs/languages.md has every language, as its locale writes it and the rules read it", () => {
  expect(page("languages.md")).toBe(languagesPage(Object.keys(LOCALES), resolveLocale, LANGUAGES, RULES));
});

test("docs/troubleshooting.md has every trouble", () => {
  expect(page("troubleshooting.md")).toBe(troublesPage(TROUBLES));
});
