import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contains, frame, overlaps } from "../../src/base/geometry.ts";
import { compileBundle } from "../../src/compile.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { displayListOf } from "../../src/formats/display/page/page.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { readZip } from "../../src/ooxml/unzip.ts";
import { render } from "../../src/render.ts";
import { resolveTheme } from "../../src/theme/resolve.ts";
import { Theme } from "../../src/theme/theme.ts";
import { quarters } from "../raster/files.ts";

const folder = new URL("../../themes/", import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const themes = readdirSync(folder).map((name) => Theme.parse(JSON.parse(textOf(name))));
const minimal = readFileSync(new URL("../../samples/minimal.json", import.meta.url), "utf8");

describe.each(themes.map((theme) => [theme.name, theme] as const))("a logo in %s", (_, theme) => {
  test.each([
    ["square", 100, 100],
    ["broad", 900, 60],
    ["upright", 40, 200],
  ])("that is %s keeps its shape, stays on the slide and meets nothing", (_, width, height) => {
    const look = resolveTheme(theme, { file: "logo.png", width, height });
    const slide = frame(0, 0, look.size.width, look.size.height);
    for (const [name, { logo, placeholders, body, source, kicker, ornaments }] of Object.entries(
      look.frames,
    )) {
      if (logo === undefined) throw new Error(`no logo on ${name}`);
      expect(contains(slide, logo.frame)).toBe(true);
      expect(logo.frame.w / logo.frame.h / (width / height)).toBeCloseTo(1, 1);
      const others = [...Object.values(placeholders), { frame: body }, { frame: source }, ...ornaments].map(
        (one) => one.frame,
      );
      // A divider's edge and the rules are no wider than a line.
      const met = [...others, ...(kicker === undefined ? [] : [kicker])].filter((one) =>
        overlaps(one, logo.frame),
      );
      expect({ name, met }).toEqual({ name, met: [] });
    }
  });
});

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="#E8A33D"/></svg>';

const compiled = (fields: string, files: Readonly<Record<string, string | Uint8Array>>) =>
  compileBundle(
    {
      bytes: new TextEncoder().encode(minimal.replace('"title"', `${fields},\n  "title"`)),
      ...{ file: "decks/deck.json", root: "decks" },
    },
    createMemoryHost(
      Object.fromEntries(Object.entries(files).map(([name, content]) => [`decks/${name}`, content])),
    ),
  );

describe("a logo of the bundle", () => {
  test.each([
    ["PNG", quarters(1, "png")],
    ["JPEG", quarters(1, "jpeg")],
    ["SVG", SVG],
  ] as const)("that is %s stands on every page, in PowerPoint on its layouts", async (_, bytes) => {
    const laid = await compiled('"logo": "img/logo"', { "img/logo": bytes });
    for (const page of laid.pages.pages) {
      const drawn = JSON.stringify(displayListOf(page, laid.pages, laid.look).nodes);
      expect(drawn.split('"file":"img/logo"')).toHaveLength(2);
    }
    const host = createMemoryHost();
    const [one, two] = [await render(laid, "pptx", host), await render(laid, "pptx", host)];
    expect(Buffer.compare(one, two)).toBe(0);
    const parts = await readZip(one);
    const names = [...parts.keys()];
    expect(names.filter((name) => name.includes("media/logo."))).toHaveLength(1);
    for (let n = 1; n <= 5; n += 1) {
      const text = (path: string) => new TextDecoder().decode(parts.get(path));
      expect(text(`ppt/slideLayouts/slideLayout${n}.xml`)).toContain('r:embed="rId2"');
      expect(text(`ppt/slideLayouts/_rels/slideLayout${n}.xml.rels`)).toContain("media/logo.");
    }
  });

  test("goes before that of its theme, whose path begins at the theme's file", async () => {
    const theme = textOf("arena.json").replace("{", '{ "logo": "mark.svg",');
    const files = { "look/t.json": theme, "look/mark.svg": SVG, "logo.svg": SVG };
    const byTheme = await compiled('"theme": "./look/t.json"', files);
    expect(byTheme.look.frames.cover.logo?.file).toBe("./look/mark.svg");
    const own = await compiled('"theme": "./look/t.json", "logo": "logo.svg"', files);
    expect(own.look.frames.cover.logo?.file).toBe("logo.svg");
  });

  test("that is not there, or no picture, is refused where it is named", async () => {
    for (const [files, code] of [
      [{}, "files/missing"],
      [{ "logo.png": "no picture" }, "pictures/format"],
    ] as const) {
      const found = await compiled('"logo": "logo.png"', files).then(
        () => [],
        (cause: unknown) => (cause instanceof DiagnosticsError ? cause.diagnostics : []),
      );
      expect(found.map(({ path }) => path)).toEqual([["logo"]]);
      if (code === "files/missing") expect(found[0]?.code).toBe(code);
    }
  });
});
