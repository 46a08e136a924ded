import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LEAST } from "../read/bundles.ts";
import { MAIN } from "./client.ts";

/** The server as a process: what it says to what is no message, what it prints, how it ends. */
const ROOT = join(import.meta.dirname, "..", "..");
let folder: string;
let root: string;
let server: ChildProcessWithoutNullStreams | undefined;
let printed: string;
let logged: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foredeck-mcp-"));
  root = join(folder, "root");
  mkdirSync(root);
  writeFileSync(join(root, "deck.json"), JSON.stringify(LEAST));
});
afterEach(() => {
  server?.kill("SIGKILL");
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const env = () => ({ ...process.env, FOREDECK_CACHE_DIR: join(folder, "records") });
function start(...options: readonly string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [...options, MAIN, "mcp", root, "--write"], { env: env() });
  [printed, logged] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString("utf8");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    logged += chunk.toString("utf8");
  });
  server = child;
  return child;
}
type Message = Readonly<Record<string, unknown>>;
const messages = (): readonly Message[] =>
  printed
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Message);
const ended = (child: ChildProcessWithoutNullStreams) =>
  new Promise<number | string | null>((done) => child.once("exit", (code, signal) => done(code ?? signal)));
const initialize = {
  ...{ jsonrpc: "2.0", id: 0, method: "initialize" },
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } },
};
const callOf = (id: number | string, name: string, input: object) => ({
  ...{ jsonrpc: "2.0", id, method: "tools/call", params: { name, arguments: input } },
});
const send = (child: ChildProcessWithoutNullStreams, ...lines: readonly (object | string)[]): void => {
  for (const line of lines) child.stdin.write(`${typeof line === "string" ? line : JSON.stringify(line)}\n`);
};
const answerTo = (id: number | string | null): Promise<Message> =>
  new Promise((done) => {
    const look = setInterval(() => {
      const found = messages().find((each) => each["id"] === id);
      if (found === undefined) return;
      clearInterval(look);
      done(found);
    }, 20);
  });
const check = (id: number | string) => callOf(id, "check", { bundle: "deck.json" });

describe("lines that are no messages", () => {
  test("are answered with what is wrong, and the server goes on", async () => {
    const child = start();
    send(
      child,
      initialize,
      "",
      "this is no JSON",
      '{"jsonrpc":"2.0","id":1,"method":',
      "[]",
      '{"jsonrpc":"2.0","id":"two"}',
      '{"id":3,"method":"ping"}',
      "null",
      `${"[".repeat(200_000)}${"]".repeat(200_000)}`,
      '{"jsonrpc":"2.0","id":99,"result":{}}',
      { jsonrpc: "2.0", method: "notifications/initialized" },
      "\u0000\u0001\ufffd",
      check(4),
    );
    expect(await answerTo(4)).toMatchObject({ result: { structuredContent: { file: "deck.json" } } });
    const codes = messages().flatMap(({ id, error }) =>
      error === undefined ? [] : [[id, (error as { readonly code: number }).code]],
    );
    expect(codes).toEqual([
      [null, -32_700],
      [null, -32_700],
      [null, -32_600],
      ["two", -32_600],
      [3, -32_600],
      [null, -32_600],
      [null, -32_600],
      [null, -32_700],
    ]);
    expect(logged).toContain("The line is no JSON");
  });

  test("may hold whatever bytes and lengths, in whatever pieces", async () => {
    const child = start();
    send(child, initialize);
    await answerTo(0);
    const whole = Buffer.from(`${JSON.stringify(check("snö"))}\r\n`);
    for (const byte of whole) child.stdin.write(Buffer.from([byte]));
    expect(await answerTo("snö")).toMatchObject({ result: {} });
    // Its id stands at its end, as the official client writes it, and then at its beginning.
    const huge = "x".repeat(9 * 1_048_576);
    send(child, `{"method":"tools/call","params":{"a":"${huge}"},"jsonrpc":"2.0","id":7}`);
    expect(await answerTo(7)).toMatchObject({ error: { message: expect.stringMatching(/9\d{6} bytes/) } });
    send(child, `{"jsonrpc":"2.0","id":"eight","method":"tools/call","params":{"id":9,"a":"${huge}"}}`);
    expect(await answerTo("eight")).toMatchObject({ error: { code: -32_600 } });
    send(child, `${huge}`, check(10));
    expect(await answerTo(null)).toMatchObject({ error: { code: -32_600 } });
    expect(await answerTo(10)).toMatchObject({ result: {} });
  });
});

describe("standard output", () => {
  test("takes the protocol alone, also where code of others prints, in the thread that works, too", async () => {
    const noise = join(folder, "noise.mjs");
    const begun = join(folder, "begun");
    // Threads load it as well.
    writeFileSync(
      noise,
      `import { existsSync } from "node:fs";
       const say = () => { console.log("NOISE"); process.stdout.write("NOISE\\n"); };
       setInterval(() => existsSync(${JSON.stringify(begun)}) && say(), 10).unref();`,
    );
    const child = start("--import", noise);
    send(child, initialize);
    await answerTo(0);
    writeFileSync(begun, "");
    send(child, check(1));
    await answerTo(1);
    child.stdin.end();
    await ended(child);
    expect(logged).toContain("NOISE");
    expect(messages().map(({ id }) => id)).toEqual([0, 1]);
  });
});

describe("the end", () => {
  test.each(["the input ends", "SIGTERM", "SIGINT"])("comes when %s, at once and well", async (how) => {
    const child = start();
    send(child, initialize, check(1));
    await answerTo(1);
    const exit = ended(child);
    if (how === "the input ends") child.stdin.end();
    else child.kill(how as NodeJS.Signals);
    expect(await exit).toBe(0);
    expect(messages().map(({ id }) => id)).toEqual([0, 1]);
  });

  test.each(["the input ends", "SIGTERM"])("leaves nothing half done when %s in a build", async (how) => {
    const child = start();
    const build = callOf(1, "build", { bundle: "deck.json", formats: ["pptx", "pdf", "html", "svg"] });
    const params = { ...build.params, _meta: { progressToken: "p" } };
    send(child, initialize, { ...build, params });
    await new Promise<void>((done) => {
      const look = setInterval(() => {
        if (!printed.includes("Writing")) return;
        clearInterval(look);
        done();
      }, 2);
    });
    const exit = ended(child);
    if (how === "the input ends") child.stdin.end();
    else child.kill("SIGTERM");
    expect(await exit).toBe(0);
    expect(readdirSync(join(root, "out")).filter((name) => /tmp|foredeck/.test(name))).toEqual([]);
  });

  test("comes when nobody reads the output any more", async () => {
    const child = start();
    send(child, initialize);
    await answerTo(0);
    child.stdout.destroy();
    const exit = ended(child);
    send(child, check(1));
    expect(await exit).toBe(0);
  });
});

describe("before it begins", () => {
  const run = (main: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [main, "mcp", ...args], {
      cwd: root,
      env: env(),
      encoding: "utf8",
      input: "",
    });

  test("a folder that there is not is refused", () => {
    for (const name of ["none", "deck.json"]) {
      const { status, stdout, stderr } = run(MAIN, name);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr.replaceAll(/\s+/g, " ")).toContain(`"${name}" is no folder that can be read.`);
    }
  });

  test("the package that is missing is named, with what to do", () => {
    const installed = join(folder, "node_modules", "foredeck");
    for (const part of ["dist", "schema", "themes", "samples", "package.json"])
      cpSync(join(ROOT, part), join(installed, part), { recursive: true });
    for (const name of readdirSync(join(ROOT, "node_modules")))
      if (name !== "@modelcontextprotocol" && !name.startsWith("."))
        symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name), "junction");
    const main = join(installed, "dist", "cli", "main.js");
    const { status, stdout, stderr } = run(main);
    expect([status, stdout]).toEqual([2, ""]);
    const said = stderr.replaceAll(/\s+/g, " ");
    expect(said).toContain("The optional package @modelcontextprotocol/server is not installed.");
    expect(said).toContain("npm install @modelcontextprotocol/server");
    // All else works without it.
    const checked = spawnSync(process.execPath, [main, "figures", "deck.json"], {
      cwd: root,
      encoding: "utf8",
    });
    expect([checked.status, checked.stdout]).toEqual([0, expect.stringContaining("visits.latest")]);
  });
});
