#!/usr/bin/env node
import { crash } from "./crash.ts";
import { processIo } from "./io.ts";
import { run } from "./program.ts";

const io = { ...processIo(process), worker: new URL("./worker.js", import.meta.url) };
try {
  process.exitCode = await run(process.argv.slice(2), io);
} catch (cause) {
  process.exitCode = await crash(cause, io);
}
