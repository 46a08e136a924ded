// Preloaded into the cold processes: says at the end how much processor time they took, which a busy machine moves less.
import { writeSync } from "node:fs";

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, String((user + system) / 1000));
});
