import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileBundle } from "../src/compile.ts";
import { createNodeHost } from "../src/host/node.ts";
import { render } from "../src/render.ts";
import { judge } from "./formats/pptx/judge.ts";

const FOLDER = join(import.meta.dirname, "..", "samples");
const SAMPLES = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));

test.each(SAMPLES)(
  "%s has the same bytes twice, and nothing that Microsoft's SDK objects to",
  async (file) => {
    const host = createNodeHost();
    const source = { bytes: new Uint8Array(readFileSync(join(FOLDER, file))), file, root: FOLDER };
    const build = async () => render(await compileBundle(source, host), "pptx", host);
    const [once, twice] = [await build(), await build()];
    expect(Buffer.compare(once, twice)).toBe(0);
    expect(await judge(once)).toEqual([]);
  },
);
