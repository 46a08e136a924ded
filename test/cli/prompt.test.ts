import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { terminalPrompt } from "../../src/cli/console/prompt.ts";

function terminal() {
  const input = new PassThrough();
  const output = new PassThrough();
  return { input, output, prompt: terminalPrompt(input, output) };
}

describe("questions on a terminal", () => {
  test("are asked one by one", async () => {
    const { input, output, prompt } = terminal();
    const first = prompt.ask("Who? ");
    input.write("Ada\n");
    expect(await first).toBe("Ada");
    const second = prompt.ask("Where? ");
    input.write("\n");
    expect(await second).toBe("");
    expect(String(output.read())).toContain("Where? ");
    prompt.close();
  });

  test("take answers that were pasted ahead", async () => {
    const { input, prompt } = terminal();
    input.write("Ada\nHelsinki\n");
    expect(await prompt.ask("Who? ")).toBe("Ada");
    expect(await prompt.ask("Where? ")).toBe("Helsinki");
    prompt.close();
  });

  test("end when nobody is there any more", async () => {
    const { input, prompt } = terminal();
    const asked = prompt.ask("Who? ");
    input.end();
    expect(await asked).toBeUndefined();
  });
});
