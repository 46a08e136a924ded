import { expect, test } from "vitest";
import { reasonOf } from "../../../src/formats/canvas/load.ts";

const coded = (code: string, message: string) => Object.assign(new Error(message), { code });

test.each([
  ["missing", coded("ERR_MODULE_NOT_FOUND", "Cannot find package '@napi-rs/canvas' imported from /p/x.js")],
  ["missing", coded("MODULE_NOT_FOUND", "Cannot find module '@napi-rs/canvas'\nRequire stack:\n- /p/x.js")],
  [
    "missing",
    new Error("foredeck tried to access @napi-rs/canvas (a peer dependency) but it isn't provided"),
  ],
  ["system", new Error("Cannot find native binding. npm has a bug related to optional dependencies")],
  ["system", coded("ERR_DLOPEN_FAILED", "/lib/libc.so.6: version `GLIBC_2.28' not found")],
  [
    undefined,
    coded("EMFILE", "EMFILE: too many open files, open '/p/node_modules/@napi-rs/canvas/index.js'"),
  ],
  [undefined, coded("ERR_MODULE_NOT_FOUND", "Cannot find package 'chart.js' imported from /p/x.js")],
  [undefined, new TypeError("x is not a function")],
  [undefined, "a text"],
])("the canvas is %s, where loading it says %s", (reason, cause) => {
  expect(reasonOf(cause)).toBe(reason);
});
