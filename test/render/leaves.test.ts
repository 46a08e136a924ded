import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { PRIVATE, SENDABLE, workshop } from "../cli/sent/bundle.ts";

/** Objections are the author's own where they have no page; an edition of its own is one more file that leaves. */
const bundle: Bundle = {
  ...SENDABLE,
  leave: ["objections"],
  objections: [
    ...(SENDABLE.objections ?? []),
    { id: "ferry", objection: PRIVATE.objection, from: "cfo", answer: PRIVATE.answer, evidence: ["wait"] },
  ],
  editions: [{ id: "sheet", for: ["cfo"], detail: "brief", leave: ["objections"] }],
};
const shop = workshop(bundle);
afterAll(() => rmSync(shop.cwd, { recursive: true, force: true }));

test("nothing private can be read on the pages of a PDF that leaves", async () => {
  const { exit, err } = await shop.send();
  expect(exit, err).toBe(0);
  const sheets = shop.files("out").filter((name) => name.endsWith(".pdf"));
  expect(sheets).toHaveLength(2);
  for (const name of sheets) {
    const read = execFileSync("pdftotext", ["-layout", join(shop.cwd, "out", name), "-"], {
      encoding: "utf8",
    });
    const text = read.replace(/\s+/g, " ");
    expect(text, name).toContain("Approve the trial");
    for (const words of [...Object.values(PRIVATE), "ann@example.org", "cia@example.com"])
      expect(text.toLowerCase(), name).not.toContain(words.toLowerCase());
  }
});
