#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { keepCode } from "./cache/code.ts";
import { processIo } from "./console/io.ts";
import { crash } from "./console/report.ts";

// What ends after a second has no use for code that V8 optimises meanwhile on a thread of its own: by default that is a
// third of the processor time of a build on Node 20. So a function must run seven times as long first. Later versions of
// V8 have no such flag, print an error for it, and spend less on optimising; --max-opt would forbid it for good.
const GOES_ON: ReadonlySet<string> = new Set(["preview", "mcp", "--watch", "-w"]);
if (process.versions.v8.startsWith("11.3.") && !process.argv.some((word) => GOES_ON.has(word)))
  setFlagsFromString("--interrupt-budget=1000000");

const io = { ...processIo(process), worker: new URL("./worker.js", import.meta.url) };
keepCode(process.argv.slice(2), io, process.platform);
try {
  // Loaded only here, so that where it cannot be loaded there is somebody to say why.
  const { run } = await import("./program.ts");
  process.exitCode = await run(process.argv.slice(2), io);
} catch (cause) {
  process.exitCode = await crash(cause, io);
}
