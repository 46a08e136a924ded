import { readdir, readFile } from "node:fs/promises";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { codeOf } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { packageFile } from "../../host/package.ts";
import { PAGE } from "./page.ts";
import type { Asset } from "./server.ts";
import { STYLE } from "./style.ts";

const text = (type: string, content: string): Asset => ({
  type: `${type}; charset=utf-8`,
  bytes: new TextEncoder().encode(content),
});

/** Fonts by the name under which the style asks for them. */
const FAMILIES = { carlito: "Calibri", arimo: "Arial" } as const;

/**
 * All that the page consists of, read once.
 * @throws DiagnosticsError where the scripts were not compiled
 */
export async function previewAssets(host: Host): Promise<Readonly<Record<string, Asset>>> {
  const fonts = await Promise.all(
    Object.entries(FAMILIES).map(async ([name, family]) => {
      const { regular, bold } = await host.fonts(family);
      return [
        [`font/${name}.ttf`, { type: "font/ttf", bytes: regular }],
        [`font/${name}-bold.ttf`, { type: "font/ttf", bytes: bold }],
      ] as const;
    }),
  );
  return {
    "": text("text/html", PAGE.markup),
    "style.css": text("text/css", STYLE),
    ...(await scripts(packageFile("dist/cli/preview/client/"))),
    ...Object.fromEntries(fonts.flat()),
  };
}

/** The compiled scripts of the page: all of the folder, for they import one another. */
async function scripts(folder: URL): Promise<Readonly<Record<string, Asset>>> {
  let names: readonly string[];
  try {
    names = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  } catch (cause) {
    if (codeOf(cause) !== "ENOENT") throw cause;
    names = [];
  }
  if (names.length === 0) throw new DiagnosticsError([messages.previewNotBuilt()], 2);
  const read = async (name: string) =>
    [`client/${name}`, text("text/javascript", await readFile(new URL(name, folder), "utf8"))] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}
