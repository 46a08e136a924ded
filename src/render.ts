import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { formatUnknown, scriptWithoutFont } from "./diagnostics/messages/index.ts";
import {
  FORMATS,
  type FormatName,
  PAGED_FORMATS,
  type PagedFormatName,
  type PageFile,
  type WriteContext,
} from "./formats/index.ts";
import { createPictures } from "./formats/picture/on-demand.ts";
import { neededScale, shrink } from "./formats/picture/shrink.ts";
import { LETTERED_FORMATS, lackingScripts } from "./formats/scripts.ts";
import type { Host } from "./host/host.ts";
import { createNodeHost } from "./host/node.ts";
import { locate } from "./read/locate.ts";
import type { Laid } from "./stages.ts";

/** Options for rendering pages; all are optional. */
export interface RenderOptions {
  /** "picture" draws every chart as a picture; "native" only those that ask for it. */
  readonly charts?: "native" | "picture";
}

/**
 * Writes the pages in one of the formats, with the host's fonts; nothing is written to it. Same pages, same bytes.
 * @throws TypeError for a format that there is not.
 */
export async function render(
  laid: Laid,
  format: FormatName,
  host: Host = createNodeHost(),
  options: RenderOptions = {},
): Promise<Uint8Array> {
  return known(FORMATS, format).write(laid.pages, writeContext(laid, host, options));
}

/**
 * Writes one file a page; the names of all begin with `name`. Same pages, same bytes.
 * @throws TypeError for a format that there is not.
 */
export async function renderPages(
  laid: Laid,
  format: PagedFormatName,
  name = "slide",
  host: Host = createNodeHost(),
  options: RenderOptions = {},
): Promise<readonly PageFile[]> {
  return known(PAGED_FORMATS, format).writePages(laid.pages, writeContext(laid, host, options), name);
}

/** JavaScript knows no types: what it asks for may not be there. */
function known<Formats extends object, Name extends keyof Formats>(
  formats: Formats,
  name: Name,
): Formats[Name] {
  if (Object.hasOwn(formats, name)) return formats[name];
  throw new TypeError(formatUnknown(String(name), Object.keys(FORMATS), Object.keys(PAGED_FORMATS)));
}

function writeContext({ look, pages, pictures }: Laid, host: Host, options: RenderOptions): WriteContext {
  const shrunk = new Map<string, Promise<Uint8Array>>();
  return {
    look,
    charts: options.charts ?? "native",
    readPicture: async (file) => {
      const picture = pictures[file];
      if (picture === undefined && look.picture !== undefined) return look.picture(file);
      if (picture === undefined) throw new Error(`picture ${file} was not read`);
      const bytes = shrunk.get(file) ?? shrink(picture, neededScale(file, picture, pages, look));
      shrunk.set(file, bytes);
      return bytes;
    },
    drawPicture: createPictures(look, (family) => host.fonts(family)),
    fonts: (family) => host.fonts(family),
    ...(host.subset === undefined ? {} : { subset: host.subset.bind(host) }),
    ...(host.otherFonts === undefined ? {} : { otherFonts: host.otherFonts.bind(host) }),
  };
}

/** Scripts of the pages that no font has, where one of the formats is to carry or draw its letters itself. */
export async function findLackingFonts(
  laid: Laid,
  formats: readonly string[],
  host: Host,
  options: RenderOptions = {},
): Promise<readonly Diagnostic[]> {
  const lettered = LETTERED_FORMATS.filter((format) => formats.includes(format));
  if (lettered.length === 0) return [];
  const lacking = await lackingScripts(laid.pages, writeContext(laid, host, options));
  const found = lacking.map(({ page, script, example, characters, font, packages }) =>
    scriptWithoutFont({ page }, script, example, characters, lettered, font, packages),
  );
  return locate(found, laid, laid.pages);
}
