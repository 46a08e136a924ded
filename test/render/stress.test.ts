import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileBundle } from "../../src/compile.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { render } from "../../src/render.ts";
import { judge } from "../formats/pptx/judge.ts";
import { FOLDER, STRESSES } from "../stress/bundles.ts";

/** What nobody should ask of a deck still gives a file in which Microsoft's Open XML SDK finds nothing. */
describe.each(STRESSES.map((stress) => [stress.name, stress] as const))("%s", (name, { bundle, lenient }) => {
  test("gives a sound file", { timeout: 300_000 }, async () => {
    const host = createNodeHost();
    const file = join(FOLDER, `${name}.json`);
    const source = { bytes: new TextEncoder().encode(JSON.stringify(bundle)), file, root: FOLDER };
    const compiled = await compileBundle(source, host, { lenient });
    expect(compiled.diagnostics.filter((d) => d.severity === "error")).toEqual([]);
    const deck = await render(compiled, "pptx", host);
    // FOREDECK_STRESS names a folder to keep the decks in, for judges that are not part of this repo.
    const keep = process.env["FOREDECK_STRESS"];
    if (keep !== undefined) writeFileSync(join(keep, `${name}.pptx`), deck);
    expect(await judge(deck)).toEqual([]);
  });
});
