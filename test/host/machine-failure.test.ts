import { describe, expect, test } from "vitest";
import { machineFailure } from "../../src/host/failure.ts";

const coded = (code: string, message: string = code, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });

describe("a machineFailure", () => {
  test.each([
    ["host/open-files", coded("EMFILE")],
    ["host/open-files", new Error("cannot start", { cause: coded("ENFILE") })],
    ["host/open-files", coded("ERR_WORKER_INIT_FAILED", "Worker initialization failure: EMFILE")],
    ["host/disk-full", coded("ENOSPC")],
    ["host/memory", new Error("a", { cause: new Error("b", { cause: coded("ENOMEM") }) })],
  ])("is %s", (code, cause) => {
    expect(machineFailure(cause)?.code).toBe(code);
  });

  test("names the file for which a full disk has no room", () => {
    expect(machineFailure(coded("ENOSPC", "write", { path: "/tmp/x" }))?.what).toContain("/tmp/x");
  });

  test.each([
    ["zod", "Cannot find package 'zod' imported from /p/node_modules/foredeck/dist/index.js"],
    ["@a/b", "Cannot find package '@a/b' imported from /p/x.js"],
    ["csv-parse", "Cannot find module '/p/node_modules/csv-parse/sync' imported from /p/x.js"],
    ["jsonc-parser", "Cannot find package '/p/node_modules/jsonc-parser/index.js' imported from /p/x.js"],
    ["@a/b", "Cannot find module '/p/node_modules/foredeck/node_modules/@a/b/c.js'"],
    ["@a/b", "Cannot find package 'C:\\p\\node_modules\\@a\\b\\c.js' imported from C:\\p\\x.js"],
    ["yauzl", "Cannot find module 'yauzl'\nRequire stack:\n- /p/x.js"],
  ])("names the package %s", (name, message) => {
    expect(machineFailure(coded("ERR_MODULE_NOT_FOUND", message))?.what).toContain(`"${name}"`);
  });

  test.each([
    new TypeError("x is not a function"),
    coded(
      "ERR_MODULE_NOT_FOUND",
      "Cannot find module '/p/dist/chunks/gone.js' imported from /p/dist/index.js",
    ),
    coded("ERR_MODULE_NOT_FOUND", "Cannot find module './gone.js'"),
    coded("EPROTO"),
    "a text",
    undefined,
  ])("is none where the defect is ours (%s)", (cause) => {
    expect(machineFailure(cause)).toBeUndefined();
  });
});
