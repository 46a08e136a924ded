import { FONT_FAMILIES } from "./base/fonts.ts";
import { lazily } from "./base/lazily.ts";
import { type Diagnostic, DiagnosticsError } from "./diagnostics/diagnostic.ts";
import type { At } from "./diagnostics/make.ts";
import * as messages from "./diagnostics/messages/contract.ts";
import { fontGuessed } from "./diagnostics/messages/theme.ts";
import type { Host } from "./host/host.ts";
import type { Bundle } from "./model/bundle/index.ts";
import { type PictureSource, type ReadResult, readLogo } from "./read/index.ts";
import { readThemeFile } from "./read/theme-file.ts";
import { baseOf } from "./template/base.ts";
import { readContract } from "./template/contract-file.ts";
import { TEMPLATE_FILE } from "./template/fills.ts";
import { groundsOf } from "./template/grounds.ts";
import { learn } from "./template/learn.ts";
import { openTemplate, type Template } from "./template/open.ts";
import { readParts } from "./template/package.ts";
import { pixelsOf } from "./template/pixels.ts";
import { briefTheme } from "./theme/brief.ts";
import { byLayout, type ContractPage, type TemplateContract } from "./theme/contract.ts";
import { isContractFile, isThemeFile, MAX_TEMPLATE_BYTES, templateBeside } from "./theme/file.ts";
import { type Ground, picturesIn } from "./theme/ground.ts";
import { loadTheme, resolveTheme } from "./theme/resolve.ts";
import { resolveTemplate } from "./theme/template.ts";
import type { ResolvedTheme, Theme } from "./theme/theme.ts";
import type { SchemeColours } from "./theme/tints.ts";

/** The look of a deck: the pictures that it may draw, and what somebody should know about it. */
export interface Dressed {
  readonly look: ResolvedTheme;
  /** The pictures of the bundle, and the logo of a theme from the command line. */
  readonly pictures: Readonly<Record<string, PictureSource>>;
  readonly found: readonly Diagnostic[];
}

/**
 * The look: a company's template, else a theme: that which the bundle holds in a file beside it, or one by its name. What is
 * `asked` for, as on the command line, goes before what the bundle says, and its paths may lead anywhere.
 * @throws DiagnosticsError with whatever keeps theme, contract or template from being used
 */
export async function dress(
  { template, theme }: Bundle,
  read: Pick<ReadResult, "logo" | "pictures" | "theme">,
  root: string,
  asked: { readonly theme: string | undefined; readonly template: string | undefined },
  host: Host,
): Promise<Dressed> {
  const name = asked.theme ?? theme ?? "boardroom";
  const own = asked.theme === undefined ? read.theme : undefined;
  const { look, pictures } = await themed(name, own, read, host);
  const place = asked.template ?? template;
  if (place === undefined) {
    const at: At = asked.theme === undefined && theme !== undefined ? { path: ["theme"] } : {};
    return { look, pictures, found: guessedFonts(look, at) };
  }
  const file: TemplateFile =
    asked.template === undefined
      ? {
          path: place,
          at: { path: ["template"] },
          read: (path) => host.readWithin(root, path, MAX_TEMPLATE_BYTES),
        }
      : { path: place, at: {}, read: (path) => host.read(path, MAX_TEMPLATE_BYTES) };
  const { look: learned, found } = await templated(look.theme, file);
  return { look: learned, pictures, found: [...found, ...guessedFonts(learned, file.at)] };
}

/** The same look on one sheet of paper, upright: A4, or letter where American English is read. */
export function briefLook(
  { theme, frames }: ResolvedTheme,
  pictures: Readonly<Record<string, PictureSource>>,
  locale: string,
): ResolvedTheme {
  const file = frames.content.logo?.file;
  const picture = file === undefined ? undefined : pictures[file];
  const sheet = briefTheme(theme, locale === "en-US" ? "letter" : "a4");
  return file === undefined || picture === undefined
    ? resolveTheme(sheet)
    : resolveTheme(sheet, { file, width: picture.width, height: picture.height });
}

async function themed(
  name: string,
  own: Theme | undefined,
  { logo, pictures }: Pick<ReadResult, "logo" | "pictures">,
  host: Host,
): Promise<Omit<Dressed, "found">> {
  const theme = own ?? (await themeCalled(name, host));
  const given = own === undefined && logo === undefined ? await logoOf(theme, name, host) : undefined;
  const all = given === undefined ? pictures : { ...pictures, [given.file]: given.picture };
  const file = given?.file ?? logo;
  const picture = file === undefined ? undefined : all[file];
  if (file === undefined || picture === undefined) return { look: resolveTheme(theme), pictures: all };
  const { width, height } = picture;
  return { look: resolveTheme(theme, { file, width, height }), pictures: all };
}

async function themeCalled(name: string, host: Host): Promise<Theme> {
  if (!isThemeFile(name)) return loadTheme(host, name);
  const result = readThemeFile(await host.read(name), name, name);
  if ("problems" in result) throw new DiagnosticsError(result.problems, 2);
  return result.theme;
}

/** The logo of a theme from the command line, read from that theme's folder. */
async function logoOf({ logo }: Theme, name: string, host: Host) {
  if (logo === undefined || !isThemeFile(name)) return undefined;
  const found = await readLogo(host, /^.*[\\/]/.exec(name)?.[0] ?? ".", logo, {});
  if ("problem" in found) throw new DiagnosticsError([found.problem], 2);
  return found;
}

/** Says which typefaces are not measured, each once. */
function guessedFonts({ fonts }: ResolvedTheme, at: At): readonly Diagnostic[] {
  const guessed = [fonts.heading, fonts.body].filter((font) => font.guessed === true);
  const names = new Map(guessed.map((font) => [font.name, font.family]));
  return [...names].map(([name, family]) => fontGuessed(at, name, family, FONT_FAMILIES));
}

/** A template or a contract, with the way to read it and what it names. */
interface TemplateFile {
  readonly path: string;
  /** The place where it is named. */
  readonly at: At;
  readonly read: (path: string) => Promise<Uint8Array>;
}

/** The look of a template; sizes and distances are the theme's. */
async function templated(theme: Theme, template: TemplateFile): Promise<Pick<Dressed, "look" | "found">> {
  const { contract, opened, bytes, found } = await readTemplate(template);
  const { cover, content, divider } = contract.pages;
  const schemeOf = ({ master: of, part }: ContractPage): SchemeColours => {
    const master = opened.masters.find((one) => one.part === of) ?? opened.masters[0];
    if (master === undefined) throw new Error("a template without a master was opened");
    return (master.layouts.find((one) => one.part === part) ?? master).scheme;
  };
  const grounds = groundsOf(opened, contract);
  const look = resolveTemplate(theme, contract, {
    scheme: schemeOf(content),
    schemes: { cover: schemeOf(cover), divider: schemeOf(divider) },
    grounds: byLayout((page) => grounds[page]),
    base: lazily(() => baseOf(opened, bytes, contract)),
    picture: picturesOf(bytes, Object.values(grounds)),
  });
  return { look, found };
}

interface Read {
  readonly contract: TemplateContract;
  readonly opened: Template;
  readonly bytes: Uint8Array;
  readonly found: readonly Diagnostic[];
}

/** Reads a contract and its template; a template without a contract is learned as it is. */
async function readTemplate({ path, at, read: reads }: TemplateFile): Promise<Read> {
  const read = async (file: string): Promise<Uint8Array> => {
    try {
      return await reads(file);
    } catch (cause) {
      const { code = "" } = cause as { readonly code?: string };
      if (code === "") throw cause;
      throw new DiagnosticsError([messages.templateNotRead(at, file, code, MAX_TEMPLATE_BYTES)]);
    }
  };
  const first = await read(path);
  if (!isContractFile(path)) {
    const opened = await openTemplate(first, path);
    return {
      ...learn(opened, { path, grids: await pixelsOf(opened, first) }),
      opened,
      bytes: first,
      found: [messages.templateNotLearned(at, path)],
    };
  }
  const result = readContract(first, path, at);
  if ("problems" in result) throw new DiagnosticsError(result.problems);
  const { contract } = result;
  const file = templateBeside(path, contract.template);
  const bytes = await read(file);
  const opened = await openTemplate(bytes, file);
  const gone = missingParts(contract, opened);
  if (gone.length > 0) throw new DiagnosticsError([messages.contractStale(at, path, file, gone)]);
  const same = opened.digest === contract.digest;
  return {
    contract,
    opened,
    bytes,
    found: same ? [] : [messages.templateChanged(at, path, file)],
  };
}

/** Layouts and masters that a contract names and its template does not have. */
function missingParts({ pages }: TemplateContract, { masters }: Template): readonly string[] {
  const parts = new Set(masters.flatMap(({ part, layouts }) => [part, ...layouts.map((one) => one.part)]));
  return [
    ...new Set(
      Object.values(pages)
        .flatMap(({ part, master }) => [part ?? master, master])
        .filter((part) => !parts.has(part)),
    ),
  ];
}

/** The pictures of the template by the names that its grounds give them, all read when the first one is asked for. */
function picturesOf(bytes: Uint8Array, grounds: readonly Ground[]): (file: string) => Promise<Uint8Array> {
  const parts = lazily(() => readParts(bytes, new Set(grounds.flatMap(picturesIn).map(partOf))));
  return async (file) => {
    const found = (await parts()).get(partOf(file));
    if (found === undefined) throw new Error(`the template has no ${partOf(file)}`);
    return found;
  };
}

const partOf = (file: string): string =>
  file.startsWith(TEMPLATE_FILE) ? file.slice(TEMPLATE_FILE.length) : file;
