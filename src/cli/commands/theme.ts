import { basename, dirname, join, resolve } from "node:path";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { about } from "../../host/about.ts";
import { createNodeHost } from "../../host/node.ts";
import { newTheme } from "../../theme/new-theme.ts";
import { loadTheme } from "../../theme/resolve.ts";
import { themeText } from "../../theme/text.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { reference, schemaFile } from "../inputs/schema.ts";
import { keepCopy } from "../output/backup.ts";
import { unwritable, writeOutput } from "../output/write.ts";

export type ThemeAction = "new";

export interface ThemeOptions {
  readonly accent: string;
  readonly accent2?: string;
  readonly accent3?: string;
  readonly dark?: boolean;
  readonly font?: string;
  readonly headings?: string;
  readonly name?: string;
  readonly force?: boolean;
}

/** Theme whose sizes and places a new one begins with. */
const BASE = "boardroom";

/** `foredeck theme new`: writes a theme that is made of a few colours, for people to go on with. */
export async function theme(_: ThemeAction, file: string, options: ThemeOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const { accent, accent2, accent3, dark, font, headings } = options;
  const path = resolve(io.cwd, file);
  const problems = await unwritable(file, io.cwd);
  if (problems.length > 0) throw new DiagnosticsError(problems, 2);
  const there = (await about(path))?.isFile() === true;
  if (there && options.force !== true) throw new DiagnosticsError([messages.themeExists(file)], 2);
  const made = newTheme(
    {
      name: options.name ?? nameOf(file),
      accent,
      accents: [accent2, accent3].filter((colour) => colour !== undefined),
      ...(dark === undefined ? {} : { dark }),
      ...(font === undefined ? {} : { font }),
      ...(headings === undefined ? {} : { headings }),
    },
    await loadTheme(host, BASE),
  );
  const schema = join(dirname(await schemaFile(dirname(path))), "foredeck.theme.schema.json");
  const text = themeText({ $schema: reference(dirname(path), schema), ...made.theme });
  if (there) await io.out.write(`${messages.backedUp(file, await keepCopy(file, io.cwd))}\n`);
  await writeOutput(host, file, new TextEncoder().encode(text), io.cwd);
  const { accent1 } = made.theme.scheme;
  if (made.accent !== "own") await io.out.write(`${messages.themeAccent(accent, accent1, dark === true)}\n`);
  await io.out.write(`${messages.themeWritten(file, basename(file))}\n`);
  return EXIT.done;
}

/** "our-theme.json" as "Our theme". */
function nameOf(file: string): string {
  const words = basename(file)
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[-_\s]+/g, " ")
    .trim();
  return words === "" ? "Theme" : `${words.slice(0, 1).toUpperCase()}${words.slice(1, 60)}`;
}
