import { execFileSync, spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { install, openWorkshop, pack, ROOT, type Workshop } from "./project.ts";

/** The worker of docs/library.md, with BullMQ and a Redis of its own. */
let workshop: Workshop;
let project: string;

beforeAll(async () => {
  workshop = openWorkshop();
  project = await install(workshop, "queue", [
    await pack(workshop),
    "bullmq@6.7.0",
    "ioredis@6.0.0",
    "@types/node@20.19.43",
  ]);
  for (const name of ["http.ts", "queue.ts"])
    copyFileSync(join(ROOT, "docs", "examples", name), join(project, name));
  writeFileSync(join(project, "main.ts"), MAIN);
});
afterAll(() => workshop.close());

const MAIN = `
import { readFile } from "node:fs/promises";
import { type Bundle } from "foredeck";
import { Queue, QueueEvents } from "bullmq";
import { type DeckDone, type DeckJob, jobOptions, QUEUE, startWorker } from "./queue.js";

const connection = { host: "127.0.0.1", port: Number(process.env["REDIS_PORT"]) };
const bundle = JSON.parse(await readFile("bundle.json", "utf8")) as Bundle;
const worker = startWorker(connection, "out");
const queue = new Queue<DeckJob, DeckDone>(QUEUE, { connection });
const events = new QueueEvents(QUEUE, { connection });
await events.waitUntilReady();
const ask = async (name: string, asked: Bundle) => {
  const job = await queue.add("deck", { name, bundle: asked }, jobOptions(name));
  return job.waitUntilFinished(events).then(
    (done) => ({ done }),
    async (cause: Error) => ({ failed: cause.message, tries: (await queue.getJob(name))?.attemptsMade }),
  );
};
const outcomes = [await ask("sound", bundle), await ask("broken", { ...bundle, goals: [] })];
console.log(JSON.stringify(outcomes));
await worker.close();
await events.close();
await queue.close();
`;

const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;

describe("the examples of docs/library.md", () => {
  test("are typed for those who copy them", async () => {
    const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
    const how = [
      "--ignoreConfig",
      "--strict",
      "--skipLibCheck",
      "--target",
      "es2023",
      "--module",
      "nodenext",
      "--types",
      "node",
    ];
    await workshop.run(project, "node", tsc, "http.ts", "queue.ts", "main.ts", ...how);
  });

  test.skipIf(!hasRedis)(
    "build decks in a queue; a bundle with errors is not tried again (needs redis-server)",
    async () => {
      const port = await freePort();
      const text = execFileSync("node", ["-e", TO_JSON, join(ROOT, "samples", "minimal.json")], {
        cwd: ROOT,
      });
      writeFileSync(join(project, "bundle.json"), text);
      const redis = spawn("redis-server", [
        "--port",
        String(port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--dir",
        mkdtempSync(join(workshop.folder, "redis-")),
      ]);
      try {
        const said = await workshop.run(project, "env", `REDIS_PORT=${port}`, "node", "main.js");
        const [sound, broken] = JSON.parse(said.slice(said.indexOf("[{"))) as [unknown, unknown];
        expect(sound).toMatchObject({ done: { file: join("out", "sound.pptx"), slides: 12 } });
        expect(existsSync(join(project, "out", "sound.pptx"))).toBe(true);
        expect(broken).toMatchObject({
          failed: expect.stringContaining("The list is empty") as string,
          tries: 1,
        });
      } finally {
        redis.kill();
      }
    },
  );
});

/** A bundle without its comments. */
const TO_JSON = `import("jsonc-parser").then(({ default: { parse } }) => process.stdout.write(JSON.stringify(parse(require("fs").readFileSync(process.argv[1], "utf8"), [], { allowTrailingComma: true }))))`;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
