import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse as parseJsonc } from "jsonc-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDeckServer } from "../docs/examples/http.ts";
import { libraryPage, withExamples } from "../scripts/library-page.mjs";
import {
  type Bundle,
  compile,
  createMemoryHost,
  DiagnosticsError,
  type FormatName,
  type PagedFormatName,
  render,
  renderPages,
} from "../src/index.ts";
import { readBundle } from "../src/read/index.ts";

const ROOT = join(import.meta.dirname, "..");
const MINIMAL = readFileSync(join(ROOT, "samples", "minimal.json"), "utf8");
const parse = (text: string): unknown => parseJsonc(text, [], { allowTrailingComma: true });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("docs/library.md", () => {
  test("says what the source and the examples say (npm run generate)", () => {
    const page = readFileSync(join(ROOT, "docs", "library.md"), "utf8");
    expect(libraryPage(page, ROOT)).toBe(page);
    expect(page).toContain("### compile\n\nCompiles a bundle that is at hand");
  });
});

describe("docs/ci.md", () => {
  test("shows the recipes as they are (npm run generate)", () => {
    const page = readFileSync(join(ROOT, "docs", "ci.md"), "utf8");
    expect(withExamples(page, ROOT)).toBe(page);
    expect(page).toContain("completionMode: Indexed");
  });
});

describe("compile", () => {
  test("takes an object, a text and bytes, and they give the same deck", async () => {
    const { bundle } = await readBundle(new TextEncoder().encode(MINIMAL), "m", createMemoryHost(), ".");
    const decks = await Promise.all(
      [MINIMAL, new TextEncoder().encode(MINIMAL), bundle].map(async (each) =>
        text(await render(await compile(each), "md")),
      ),
    );
    expect(decks[0]).toContain("# ");
    expect(new Set(decks).size).toBe(1);
  });

  test("reads the files that it is given, below its root, and no others", async () => {
    const values = '"values": { "csv": "data/visits.csv", "period": "month", "value": "visits" }';
    const bundle = MINIMAL.replace(/"values": \[\{ "period": "2026-04"[^\]]*\]/, values);
    expect(bundle).not.toBe(MINIMAL);
    const data = "month,visits\n2026-04,7410\n2026-05,7980\n2026-09,9120\n2026-10,9871\n";
    const host = createMemoryHost({ "ideas/data/visits.csv": data });
    await expect(compile(bundle)).rejects.toThrow("data/visits.csv");
    await expect(compile(bundle, { host })).rejects.toThrow("data/visits.csv");
    const { figures } = await compile(bundle, { host, root: "ideas" });
    expect(JSON.stringify(figures)).toContain("9,871");
  });

  test("says where an object is wrong", async () => {
    const wrong = { ...(parse(MINIMAL) as Bundle), title: 7 } as unknown as Bundle;
    const refusal: unknown = await compile(wrong, { file: "wrong.json" }).catch((cause: unknown) => cause);
    expect(refusal).toBeInstanceOf(DiagnosticsError);
    expect((refusal as DiagnosticsError).diagnostics[0]).toMatchObject({
      path: ["title"],
      place: { file: "wrong.json" },
    });
  });

  test("needs no host to draw either", async () => {
    const compiled = await compile(MINIMAL);
    const pages = await renderPages(compiled, "svg", "deck");
    expect(pages).toHaveLength(compiled.pages.pages.length);
  });
});

describe("called from JavaScript, which checks no types", () => {
  test.each(["docx", "svg", "toString", undefined])(
    "render says which formats there are: %s",
    async (format) => {
      const compiled = await compile(MINIMAL);
      const failed: unknown = await render(compiled, format as FormatName).catch((cause: unknown) => cause);
      expect(failed).toBeInstanceOf(TypeError);
      expect(String(failed)).toContain(
        "render writes pptx, pdf, handout, html, md, json; renderPages writes svg, png",
      );
    },
  );

  test("renderPages too, and names pages that it was given no name for", async () => {
    const compiled = await compile(MINIMAL);
    await expect(renderPages(compiled, "pptx" as PagedFormatName, "deck")).rejects.toThrow(TypeError);
    const [first] = await renderPages(compiled, "svg");
    expect(first?.name).toBe("slide-01.svg");
  });
});

describe("a deck on request", () => {
  const server = createDeckServer();
  let address = "";
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => server.close());
  const post = (body: string) => fetch(address, { method: "POST", body });

  test("is PowerPoint's", async () => {
    const response = await post(MINIMAL);
    expect(response.status).toBe(200);
    const deck = new Uint8Array(await response.arrayBuffer());
    expect(deck).toEqual(new Uint8Array(await render(await compile(MINIMAL), "pptx")));
  });

  test("is refused with all that is wrong", async () => {
    const response = await post(MINIMAL.replace(/"title": "[^"]*"/, '"titel": "x"'));
    expect(response.status).toBe(422);
    const diagnostics = (await response.json()) as { what: string }[];
    expect(diagnostics.map(({ what }) => what).join()).toContain("titel");
  });

  test("reads nothing from the server's disk", async () => {
    const response = await post(
      '{ "title": "x", "pictures": [{ "id": "p", "file": "/etc/hostname", "alt": "x" }] }',
    );
    expect(response.status).toBe(422);
    expect(await response.text()).not.toContain(readFileSync("/etc/hostname", "utf8").trim() || "\0");
  });

  test("is asked for by POST, within limits", async () => {
    expect((await fetch(address)).status).toBe(405);
    expect((await post(" ".repeat(1_000_001))).status).toBe(413);
  });
});

/**
 * Compares what a process has before and after the import. Two globals are zod's, by which copies of it know each other.
 */
const IMPORT = `
const seen = () => JSON.stringify([Object.getOwnPropertyNames(globalThis).filter((name) => !name.startsWith("__zod_")), process.eventNames(), process._getActiveHandles().length, Object.keys(process.env)]);
const before = seen();
const library = await import(process.argv[1]);
console.log(JSON.stringify({ same: before === seen(), names: Object.keys(library) }));
`;
const built = join(ROOT, "dist", "index.js");

describe.skipIf(!existsSync(built))("importing the library (needs dist/: npm run build)", () => {
  test("writes nothing, starts nothing and leaves no global behind", async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [
      "--input-type=module",
      "-e",
      IMPORT,
      built,
    ]);
    expect(stderr).toBe("");
    const { same, names } = JSON.parse(stdout) as { same: boolean; names: string[] };
    expect(same).toBe(true);
    expect(names).toContain("compile");
  });
});
